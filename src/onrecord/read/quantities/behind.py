"""What the words behind a number tell of those counted: "12 dead", "12 people were killed", "12 who had fled"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.read.quantities.counts import Count
from onrecord.read.quantities.verbs import GET, form_of, has_object, is_noun, joined
from onrecord.read.quantities.vocabulary import ADJECTIVES, ATTACKED, BY_PEOPLE, COUNTED_AS, FINITE, TO_PEOPLE
from onrecord.read.verb_groups import BE, HAVE, MODALS, PREPOSITIONS, RELATIVES, SUBORDINATORS, Sentence

FARTHEST: Final = 16
"""Words behind those counted in which their verb is looked for."""
ENDS: Final = frozenset(". ; : ! ? but while".split())
AUXILIARIES: Final = GET | HAVE | MODALS
THROUGH: Final = (
    BE | AUXILIARIES
    | frozenset(
        """to not also already still believed reported feared confirmed presumed thought estimated known said understood among the those both all
        either more other others subsequently then later currently now instantly on spot left as having themselves forced
        there so far even""".split()
    )
)  # fmt: skip
"""Words within the verb group of those counted."""
BESIDE: Final = frozenset("confirmed reported feared left presumed still also more others".split())
"""Words between those counted and what is told right behind."""
OF_THEM: Final = frozenset(", them whom these those".split())
SUFFER: Final = frozenset("sustained sustaining suffered suffering sustain suffer received".split())
WOUNDS: Final = frozenset("injuries wounds burns".split())
LEAVE: Final = frozenset("left leaving leaves leave".split())


def directly_behind(sentence: Sentence, count: Count) -> str | None:
    """What is told right behind: "12 killed", "six others injured", "three civilians dead"."""
    low, k = sentence.low, count.end
    while k < len(low) and (low[k].endswith("ly") or low[k] in BESIDE):
        k += 1
    if k >= len(low):
        return None
    if low[k] in ADJECTIVES:
        return joined(low, k, ADJECTIVES[low[k]])
    if count.people and (phrase := _phrase(low, k)) is not None:
        return phrase
    if (form := form_of(count, low[k])) is None:
        return None
    of, kind = form
    if low[k] in BY_PEOPLE and count.counted is not None and count.people:
        return of if kind != "gerund" or of == "protesting" else None
    leaving = not LEAVE.isdisjoint(low[max(0, count.begin - 4) : count.begin])
    if "participle" not in kind or (not leaving and has_object(sentence, k + 1)):
        return None
    return joined(low, k, of)


def behind(sentence: Sentence, count: Count, stop: int) -> str | None:
    """What the verb of those counted says.

    Args:
        sentence: The sentence.
        count: The number.
        stop: Index where the next number begins that is no part of a phrase of place.
    """
    low, k, relative = sentence.low, count.end, False
    if not count.phrase.noun and not count.amount.bare and not any(map(_may_follow, low[k : k + 2])):
        return None
    while k < min(len(low), count.end + FARTHEST, stop):
        word = low[k]
        if _breaks(low, k, count):
            return None
        if word in RELATIVES or word == "that":
            relative = True
        elif word in AUXILIARIES:
            of, k = _group(low, count, k)
            if of is not None or not relative:
                return of
            relative = False
            continue
        elif count.people and (phrase := _phrase(low, k)) is not None:
            return phrase
        elif word in BY_PEOPLE and count.people and BY_PEOPLE[word][1] in FINITE:
            return None if is_noun(low, k) else BY_PEOPLE[word][0]
        elif (group := sentence.group_at(k)) is not None and (group.strong or relative):
            if not relative:
                return None
            relative = False
        k += 1
    return None


def _may_follow(word: str) -> bool:
    """Whether a word stands behind those who are counted without a noun that is known, no "100 block of the avenue"."""
    return word in AUXILIARIES or word in RELATIVES or word in BY_PEOPLE or word in OF_THEM or word.endswith("ly")


def _breaks(low: Sequence[str], k: int, count: Count) -> bool:
    """Whether a verb behind a word cannot be of those before it."""
    word, following = low[k], low[k + 1] if k + 1 < len(low) else ""
    if word in ENDS or word in SUBORDINATORS or (word == "," and following in ("and", "but")):
        return True
    alone = not count.phrase.noun and not count.amount.bare
    return alone and word in PREPOSITIONS and word != "of"


def _group(low: Sequence[str], count: Count, start: int) -> tuple[str | None, int]:
    """What the verb group that begins at an auxiliary tells of those before it, and the index behind its verb."""
    k = start
    while k < len(low) and (low[k] in THROUGH or low[k].endswith("ly")):
        k += 1
    if k >= len(low):
        return None, k
    word, passive = low[k], not GET.isdisjoint(low[start:k])
    if "among" in low[start:k]:
        return ("killed" if word == "victims" else COUNTED_AS.get(word)), k + 1
    if (phrase := _phrase(low, k)) is not None:
        return phrase, k + 1
    if passive and word == "held":
        return "arrested", k + 1
    if passive and word in ADJECTIVES:
        return joined(low, k, ADJECTIVES[word]), k + 1
    if passive and word in ATTACKED:
        return _attacked(low, k), k + 1
    form = form_of(count, word)
    if form is None:
        return None, k + 1
    of, kind = form
    if word in BY_PEOPLE and word not in TO_PEOPLE:
        return (None if passive and of == "in need" else of), k + 1
    return (joined(low, k, of) if passive and "participle" in kind else None), k + 1


def _phrase(low: Sequence[str], k: int) -> str | None:
    """What is told in more than one word: "taken hostage", "lost their lives", "living under siege"."""
    word, following = low[k], low[k + 1] if k + 1 < len(low) else ""
    if word in ("taken", "held") and following in ("hostage", "captive", "prisoner"):
        return "captured" if following == "prisoner" else "abducted"
    if word == "lost" and low[k + 1 : k + 3] == ["their", "lives"]:
        return "killed"
    if word in SUFFER and not WOUNDS.isdisjoint(low[k + 1 : k + 5]):
        return "injured"
    if word in ("living", "live") and "siege" in low[k + 1 : k + 4]:
        return "besieged"
    return "missing" if word == "gone" and following == "missing" else None


def _attacked(low: Sequence[str], k: int) -> str:
    """Killed, where the words behind say so: "shot dead", "beaten to death"; else what such an attack does as a rule."""
    following = low[k + 1 : k + 4]
    down = low[k] in ("shot", "gunned") and following[:1] == ["down"]
    return "killed" if down or not {"dead", "death", "killed"}.isdisjoint(following) else ATTACKED[low[k]]
