"""What is told of those who are counted. In: the counts of a sentence. Out: the same, each with "killed", "displaced", …"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from onrecord.read.quantities.counts import KILLED_OR_INJURED, UNKNOWN, Count
from onrecord.read.quantities.vocabulary import (
    ADJECTIVES,
    BY_PEOPLE,
    COUNTED_AS,
    EVENTS_OF,
    HARMS,
    NOUNS,
    TO_PEOPLE,
    TO_THINGS,
    TO_EITHER,
)
from onrecord.read.verb_groups import BE, DO, HAVE, MODALS, PREPOSITIONS, RELATIVES, SUBORDINATORS, TIMES, Sentence

GET: Final = frozenset("be been being got get gets".split()) | BE
"""Auxiliaries of the passive."""
THROUGH: Final = (
    BE | HAVE | MODALS | GET
    | frozenset(
        """to not also already still believed reported feared confirmed presumed thought estimated known said understood among the both all
        either more other others subsequently then later currently now instantly immediately on spot left as having themselves forced
        badly critically seriously severely slightly lightly there so far even reportedly allegedly""".split()
    )
)  # fmt: skip
"""Words between those counted and the verb that tells of them."""
ENDS: Final = frozenset(". ; : ! ?".split())
JOINS: Final = frozenset((",", "and", "or", ", and", "as well as", "with", "plus", "along with", "together with", "&", ", as well as", "and also", "while"))
PARTS: Final = frozenset("including among incl. them whom included".split())
LONGEST_GAP: Final = 16
BEFORE_COUNT: Final = frozenset(
    """the a an of all another as many some also far reportedly at least about up to over more than nearly almost around fewer less only just
    total estimated between some both further additional least no his her their its our other local , down dead""".split()
)
"""Words between a verb and the number of those that it is done to."""


def tell(sentence: Sentence, counts: Sequence[Count]) -> list[Count]:
    """The counts of a sentence with what is told of them.

    What stands directly behind is asked first, then the verb before, then the verb behind, then those listed beside them.
    """
    told: list[Count] = []
    sides: list[str] = []
    for k, count in enumerate(counts):
        before = counts[k - 1].end if k else 0
        behind = _next(sentence, counts[k + 1 :])
        of, side = _tell(sentence, count, before, behind)
        told.append(replace(count, of=of, part=_is_part(sentence, count, before), added=_is_added(sentence, count, before)))
        sides.append(side)
    _parts_of_apposition(sentence, told)
    for k in range(1, len(told)):
        if _among(sentence, told[k]):
            told[:k] = [replace(count, part=True) if not count.part else count for count in told[:k]]
    return _share(sentence, told, sides)


def _tell(sentence: Sentence, count: Count, before: int, behind: int) -> tuple[str | None, str]:
    """What is told of a count by itself, and on which side of it that stands."""
    if (of := _direct(sentence, count, before)) is not None:
        return of, "left"
    if (of := _adjacent(sentence, count, behind)) is not None:
        return of, "right"
    if (of := _toll(sentence, count) or _before(sentence, count, before)) is not None:
        return of, "left"
    if (of := _own(count, HARMS)) is not None:
        return of, "own"
    if (of := _behind(sentence, count, behind)) is not None:
        return of, "right"
    return (of, "own") if (of := _own(count)) is not None else (None, "")


def _direct(sentence: Sentence, count: Count, floor: int) -> str | None:
    """What the active verb right before says: "killed 12 people wounded …"."""
    low, k = sentence.low, count.begin - 1
    if k < floor or k < 0 or (form := _form(count, low[k])) is None or _is_noun(low, k):
        return None
    return _active(sentence, k, form, (), count)


def _own(count: Count, among: Collection[str] | None = None) -> str | None:
    """What the noun itself tells: "12 dead" are killed."""
    of = count.of or (count.counted.of if count.counted is not None else None)
    return of if among is None or of in among else None


def _next(sentence: Sentence, counts: Sequence[Count]) -> int:
    """Where the next number begins that is no part of a phrase of place: "13 rebels from the two villages were killed"."""
    for count in counts:
        k = count.begin - 1
        k -= k > 0 and sentence.low[k] == "the"
        if sentence.low[k] not in PREPOSITIONS or sentence.low[k] in ("with", "including", "among"):
            return count.start
    return len(sentence.low)


def _form(count: Count, word: str) -> tuple[str, str] | None:
    """What a word says as a verb of those counted: as what it counts them, and in which form."""
    if count.counted is None and count.noun and word in TO_EITHER:
        return None
    things = count.counted is not None and count.counted.unit not in ("persons", "families")
    tables = (TO_THINGS,) if things else (TO_PEOPLE, BY_PEOPLE)
    for table in tables:
        if (found := table.get(word)) is not None:
            return found
    return None


def _adjacent(sentence: Sentence, count: Count, stop: int) -> str | None:
    """What is told right behind: "12 killed", "six others injured", "three civilians dead"."""
    low, k = sentence.low, count.end
    while k < stop and (low[k].endswith("ly") or low[k] in ("confirmed", "reported", "feared", "left", "presumed", "still", "also", "more", "others")):
        k += 1
    if k >= len(low):
        return None
    word = low[k].lower()
    if word in ADJECTIVES:
        return _joined(low, k, ADJECTIVES[word])
    form = _form(count, word)
    if form is None:
        return None
    of, kind = form
    if word in BY_PEOPLE and count.counted is not None and count.counted.unit in ("persons", "families"):
        return of if kind != "gerund" or of == "protesting" else None
    leaving = any(word in ("left", "leaving", "leaves", "leave") for word in low[max(0, count.begin - 4) : count.begin])
    if "participle" not in kind or (not leaving and _has_object(sentence, k + 1)):
        return None
    return _joined(low, k, of)


def _has_object(sentence: Sentence, k: int) -> bool:
    """Whether an object follows a verb, so that it is no participle of those before it: "gunmen killed five villagers"."""
    if k >= len(sentence.low):
        return False
    low, word = sentence.low[k], sentence.words[k]
    if not word.is_word:
        return False
    if sentence.low[k : k + 2] in (["at", "least"], ["up", "to"]) or (low in ("over", "about", "around") and sentence.low[k + 1 : k + 2] and sentence.low[k + 1][0].isdigit()):
        return True
    return not (
        low in PREPOSITIONS or low in TIMES or low in SUBORDINATORS or low in RELATIVES or low in BE or low in HAVE
        or low in ("and", "or", "but", "dead", "that", "so", "when", "according", "say", "says", "said") or low.endswith("ly")
        or low.endswith("day")
    )  # fmt: skip


def _joined(low: Sequence[str], k: int, of: str) -> str:
    """Killed or injured, where both are told of the same: "12 killed or wounded", "scores of the dead and wounded"."""
    if k + 2 < len(low) and low[k + 1] in ("and", "or", "/"):
        other = ADJECTIVES.get(low[k + 2]) or TO_PEOPLE.get(low[k + 2], ("", ""))[0]
        if {of, other} == {"killed", "injured"}:
            return KILLED_OR_INJURED
    return of


def _before(sentence: Sentence, count: Count, floor: int) -> str | None:
    """What the verb or noun before says: "killing 12", "the deaths of 12", "wounded the mayor and two guards"."""
    low = sentence.low
    k = count.begin - 1
    gap: list[str] = []
    while k >= floor and len(gap) < LONGEST_GAP:
        word = low[k].lower()
        form = _form(count, word)
        if word in EVENTS_OF_WORD and "of" in gap[-1:] and (not NOUNS.get(word) or word in EVENTS_OF_WORD):
            return EVENTS_OF_WORD[word]
        if form is not None and form[1] != "" and not _is_noun(low, k):
            return _active(sentence, k, form, gap, count)
        if word in ("lost", "losing", "lose") and all(w in BEFORE_COUNT for w in gap) and count.counted is not None:
            return "killed" if count.counted.unit == "persons" else "destroyed"
        if word == "dead" and low[k - 1 : k] == ["shot"]:
            return "killed"
        if word in ("hostage", "prisoner", "captive") and low[k - 1 : k] in (["took"], ["taking"], ["taken"], ["takes"]):
            return "captured" if word == "prisoner" else "abducted"
        if word in ENDS or word in SUBORDINATORS or word in RELATIVES or word in ("that", "but"):
            return None
        if word in PREPOSITIONS and word not in ("of", "including", "among", "with", "as", "over", "than", "around", "about", "up", "between", "under", "near", "along"):
            return None
        if sentence.group_at(k) is not None and word not in ("as", "more"):
            return None
        gap.append(word)
        k -= 1
    return None


EVENTS_OF_WORD: Final = {word: of for of, words in EVENTS_OF.items() for word in words.split()}


def _is_noun(low: Sequence[str], k: int) -> bool:
    """Whether a word that could be a verb is a noun: "the kill", "their arrest"."""
    return k > 0 and low[k - 1] in ("the", "a", "an", "his", "her", "their", "its", "'s", "of", "by")


def _active(sentence: Sentence, k: int, form: tuple[str, str], gap: Sequence[str], count: Count) -> str | None:
    """What an active verb does to those counted behind it; of a passive one only those that go along."""
    of, kind = form
    low = sentence.low
    along = any(word in ("along", "together", "including", "among", "alongside") for word in gap)
    if not along and "with" in gap:
        return None
    passive = "participle" in kind and _is_passive(low, k)
    if low[k] in BY_PEOPLE and low[k] not in TO_PEOPLE:
        return None
    if passive:
        return of if along else None
    if gap and gap[-1] in (",", "and", "or", "but"):
        return None
    if kind != "gerund" and "near" in gap:
        return None
    if "of" in gap[-1:] and kind == "gerund":
        return of
    # A long way from the verb only a list leads: "killed the mayor, his wife and two guards".
    if len([w for w in gap if w not in BEFORE_COUNT]) > 0 and not (gap and gap[0] in ("and", ",")):
        leads = all(w in BEFORE_COUNT for w in gap[:2]) and along
        if not leads and count.counted is None:
            return None
        if not leads and not _modifies(gap):
            return None
    if k >= 2 and low[k - 1] in ("and", "or") and (other := _form(count, low[k - 2])) is not None:
        if {of, other[0]} == {"killed", "injured"}:
            return KILLED_OR_INJURED
    return of


def _modifies(gap: Sequence[str]) -> bool:
    return all(word in BEFORE_COUNT or word.endswith("ly") for word in gap)


def _is_passive(low: Sequence[str], k: int) -> bool:
    j = k - 1
    while j >= 0 and (low[j].endswith("ly") or low[j] in ("also", "not", "either", "both", "killed", "and", "or", "injured", "wounded", "reported")):
        j -= 1
    return j >= 0 and low[j] in GET


def _toll(sentence: Sentence, count: Count) -> str | None:
    """The number that a toll has come to: "the death toll rose to 45", "the number of wounded is 30"."""
    low = sentence.low
    window = list(low[max(0, count.start - 14) : count.start])
    if not window or window[-1] not in ("to", "at", "of", "is", "was", "reached", "passed", "topped", "exceeded", "than", "over", "surpassed", "stands", "least", "about", "nearly", "some", "around", "as"):
        return None
    if "toll" in window:
        at = len(window) - 1 - window[::-1].index("toll")
        if any(word in ENDS or word in ("from", "that") for word in window[at:]) and "to" not in window[-2:]:
            return None
        return "casualties" if window[at - 1 : at] == ["casualty"] else "killed"
    for at in range(len(window) - 3, -1, -1):
        if window[at : at + 2] == ["number", "of"]:
            for word in window[at + 2 : at + 5]:
                if word in COUNTED_AS:
                    return COUNTED_AS[word]
    return None


def _behind(sentence: Sentence, count: Count, stop: int) -> str | None:
    """What the verb behind says: "12 people were killed", "3,000 have fled", "33 people, mostly women, were affected"."""
    low, k, seen_aux, relative = sentence.low, count.end, False, False
    limit = min(len(low), count.end + LONGEST_GAP)
    while k < limit and k < stop:
        word = low[k].lower()
        if word in ENDS or word in SUBORDINATORS or word in ("but", "while", "that's"):
            return None
        if word == "," and low[k + 1 : k + 2] in (["and"], ["but"]):
            return None
        if not count.noun and not count.amount.bare and word in PREPOSITIONS and word != "of":
            return None
        if word in RELATIVES or word == "that":
            relative = True
        elif word in GET or word in HAVE or word in MODALS:
            of, k_next, known = _verb_group(sentence, count, k)
            if of is not None or not relative or not known:
                return of
            relative, k = False, k_next
            continue
        elif (form := _form(count, word)) is not None and form[1] in ("past", "past participle", "third", "base") and word in BY_PEOPLE:
            return form[0] if not _is_noun(low, k) else None
        elif (group := sentence.group_at(k)) is not None and (group.strong or relative):
            if not relative:
                return None
            relative = False
        elif word == "and" and k + 1 < stop and sentence.group_at(k + 1) is None and k > count.end + 6:
            return None
        k += 1
    return None


def _verb_group(sentence: Sentence, count: Count, k: int) -> tuple[str | None, int, bool]:
    """What the verb group that begins at an auxiliary tells of those before it, the index behind it, and whether it was passive or not."""
    low, start = sentence.low, k
    passive = False
    while k < len(low) and (low[k] in THROUGH or low[k].endswith("ly")):
        passive = passive or low[k] in GET
        k += 1
    if k >= len(low):
        return None, k, True
    word = low[k].lower()
    if word in ADJECTIVES and passive:
        return _joined(low, k, ADJECTIVES[word]), k + 1, True
    if "among" in low[start:k]:
        known = COUNTED_AS.get(word)
        return ("killed" if word == "victims" else known), k + 1, True
    if word in ("taken", "took") and low[k + 1 : k + 2] in (["hostage"], ["prisoner"], ["captive"]):
        return ("captured" if low[k + 1] == "prisoner" else "abducted"), k + 2, True
    if word in ("shot", "gunned", "blown", "burned", "burnt", "beaten", "stabbed", "hacked", "hanged", "crushed", "trampled") and passive:
        if low[k + 1 : k + 2] == ["dead"] or (word in ("shot", "gunned") and low[k + 1 : k + 2] == ["down"]) or "death" in low[k + 1 : k + 4] or "killed" in low[k + 1 : k + 4]:
            return "killed", k + 2, True
        if word in ("hanged", "blown"):
            return "killed", k + 1, True
        return ("injured" if word != "hacked" else "killed"), k + 1, True
    if word == "lost" and low[k + 1 : k + 3] == ["their", "lives"]:
        return "killed", k + 3, True
    if word == "gone" and low[k + 1 : k + 2] == ["missing"]:
        return "missing", k + 2, True
    form = _form(count, word)
    if form is None:
        return None, k + 1, True
    if word in BY_PEOPLE and word not in TO_PEOPLE:
        return form[0], k + 1, True
    if "participle" in form[1] and passive:
        return _joined(low, k, form[0]), k + 1, True
    return None, k + 1, True


def _is_part(sentence: Sentence, count: Count, floor: int) -> bool:
    """Whether the words make it a part of a number before: "including 3 children", "four of them", "were among the dead"."""
    low = sentence.low
    before = low[max(floor, count.start - 4) : count.start]
    behind = low[count.amount.end : count.amount.end + 3]
    among = low[count.end : count.end + 5]
    return (
        (any(word in PARTS for word in before) and not _among(sentence, count))
        or (behind[:1] == ["of"] and any(word in ("them", "whom", "these", "which") for word in behind[1:2]))
        or (behind[:2] == ["of", "the"] and behind[2:3] and behind[2] in COUNTED_AS)
        or ("among" in among and among[among.index("among") + 1 : among.index("among") + 3][:1] == ["the"])
    )


def _parts_of_apposition(sentence: Sentence, counts: list[Count]) -> None:
    """Marks those that a total is broken up into: "12 people, seven women and five men"."""
    for k, whole in enumerate(counts):
        left, j = whole.amount.low or 0, k + 1
        while j < len(counts) and left > 0 and _listed(sentence, counts[j - 1], counts[j]) and _alike(whole, counts[j]):
            left, j = left - (counts[j].amount.low or 0), j + 1
        if left == 0 and j > k + 2:
            counts[k + 1 : j] = [replace(part, part=True) for part in counts[k + 1 : j]]


def _is_added(sentence: Sentence, count: Count, floor: int) -> bool:
    """Whether these are others than those counted before: "another 10", "three more", "were also killed"."""
    low = sentence.low
    return (
        any(word in ("another", "additional", "further", "also") for word in low[max(floor, count.begin - 3) : count.start])
        or any(word in ("other", "others", "more", "additional", "further") for word in low[count.amount.end : count.end])
        or "also" in low[count.end : count.end + 3]
    )


def _among(sentence: Sentence, count: Count) -> bool:
    """Whether it is the total: "six civilians were among at least 22 killed"."""
    low, k = sentence.low, count.begin - 1
    k -= low[k] == "the" and k > 0
    return k >= 0 and low[k] == "among"


def _share(sentence: Sentence, counts: list[Count], sides: list[str]) -> list[Count]:
    """What is told of one is told of those listed with it: "45 fighters and 43 soldiers had been killed"."""
    for k in range(1, len(counts)):
        if counts[k].of is None and sides[k - 1] in ("left", "own", "shared") and _listed(sentence, counts[k - 1], counts[k]) and counts[k].counted is not None and counts[k - 1].of is not None and _alike(counts[k - 1], counts[k]):
            counts[k], sides[k] = replace(counts[k], of=counts[k - 1].of), "shared"
    for k in range(len(counts) - 2, -1, -1):
        after = counts[k + 1]
        if counts[k].of is None and after.of is not None and sides[k + 1] in ("right", "shared right") and _alike(counts[k], after):
            if _listed(sentence, counts[k], after) or after.part:
                counts[k], sides[k] = replace(counts[k], of=after.of), "shared right"
    for k in range(1, len(counts)):
        if counts[k].of is None and counts[k].part and counts[k].counted is not None and counts[k - 1].of is not None and _alike(counts[k - 1], counts[k]):
            counts[k], sides[k] = replace(counts[k], of=counts[k - 1].of), sides[k - 1]
        elif counts[k].of is None and counts[k - 1].part and _listed(sentence, counts[k - 1], counts[k]) and counts[k].counted is not None and counts[k - 1].of is not None:
            counts[k], sides[k] = replace(counts[k], of=counts[k - 1].of, part=True), sides[k - 1]
    for k in range(1, len(counts)):
        one, other = counts[k - 1], counts[k]
        if one.of == other.of and _listed(sentence, one, other) and not other.part:
            counts[k] = replace(other, part=one.part, added=not one.part)
    return counts


def _alike(one: Count, other: Count) -> bool:
    return (one.counted or UNKNOWN).unit == (other.counted or UNKNOWN).unit


def _listed(sentence: Sentence, one: Count, other: Count) -> bool:
    gap = [word for word in sentence.low[one.end : other.begin] if word not in ("her", "his", "their", "its", "the", "also")]
    if " ".join(gap) in JOINS:
        return True
    # "120 soldiers and allied militiamen and several dozen fighters"
    return 2 < len(gap) < 7 and gap[0] in ("and", ",") and gap[-1] in ("and", ",") and not any(
        word in PREPOSITIONS or word in RELATIVES or sentence.group_at(one.end + j) is not None for j, word in enumerate(gap)
    )
