"""What stands around a word as subject, object and auxiliaries. In: a sentence and a word. Out: stretches of words, readings of verbs.

No parser: the words between two marks, conjunctions or verbs are taken for a phrase. Where that is not certain, there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.read.events.sentences import Sentences
from onrecord.read.verb_groups import (
    ATTRIBUTIVE,
    BE,
    BE_OR_HAVE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEVER,
    PREPOSITIONS,
    TIMES,
)

BEING: Final = BE | {"be", "been", "being", "get", "got", "gets"}
CONJUNCTIONS: Final = frozenset(
    "that when while after before as because if where but although though since until unless whereas once whether and or so".split()
)
RELATIVES: Final = frozenset("who which that whom".split())
MARKS: Final = frozenset('. , ; : ( ) [ ] " “ ” - – — -- … ! ? ...'.split())
ADVERBS: Final = frozenset(
    "also still now just already even then always often again ever yet far once almost only back soon late early first later not never "
    "reportedly allegedly recently out up down off jointly both so".split()
)
PERSONAL: Final = frozenset("he she it they we i you who".split())
PARTICLES: Final = frozenset("out up down off back away over in on".split())
PLURAL: Final = frozenset("who that which people police and forces troops militia men women".split())
TOLD: Final = frozenset(
    "said say says told tell tells reported denied deny denies admitted admits confirmed confirms confirm claimed claims announced alleged acknowledged".split()
)
"""Verbs of saying, which no subject holds: behind them another clause begins, or a gerund that is their object."""
ACCUSING: Final = frozenset(
    "accuse accuses accused accusing blame blames blamed blaming suspect suspects suspected charge charges charged criticised criticized criticises "
    "criticizes condemned condemns condemn denounced denounces".split()
)
"""Verbs whose object has done, so they say, what follows."""
LINKS: Final = ("of", "for", "with", "in")
"""What joins an accusation to what it is of."""
ORDERING: Final = frozenset(
    "order orders ordered ordering ask asks asked urge urges urged force forces forced forcing allow allows allowed allowing enable enabled instructed "
    "instructs told commanded directed helped helps tasked".split()
)
"""Verbs whose object is the one to do what follows."""
COMPOUND: Final = frozenset(
    "backed led allied affiliated linked held controlled supported armed trained occupied besieged dominated run based made".split()
)
"""Participles that often stand without their hyphen before what they belong to: "US backed fighters"."""
NUMBERS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve several dozens hundreds thousands scores".split()
)
ABOUT: Final = frozenset("over around about under some nearly".split())
"""Before a number they open an object: "killed over 40 fighters"."""
COUNTED: Final = frozenset(
    "two three four five six seven eight nine ten several many more some few dozens barrel cluster mortar car".split()
)
LONGEST: Final = 28
"""Words of a phrase that are looked at."""


@dataclass(frozen=True, slots=True)
class Auxiliaries:
    """What stands before a verb.

    Attributes:
        start: Index of the first word of the verb group.
        modal: The modal verb.
        to: Whether it is an infinitive with "to".
        be: The form of "be" right in the group.
        have: The form of "have".
        do: Whether there is a "do".
        negated: Whether it is negated.
    """

    start: int
    modal: str | None = None
    to: bool = False
    be: str | None = None
    have: str | None = None
    do: bool = False
    negated: bool = False


def auxiliaries(s: Sentences, i: int, start: int) -> Auxiliaries:
    """The auxiliaries before the verb at an index; `start` is where its sentence begins."""
    modal, to, be, have, do, negated = None, False, None, None, False, False
    j = i - 1
    while j >= start:
        low = s.low[j]
        if low in BEING:
            be = be or low
        elif low in HAVE or low in ("have", "having"):
            have = have or low
        elif low in MODALS:
            modal = modal or (None if s.is_may(j) else low)
        elif low in DO:
            do = True
        elif low == "to":
            to = True
            j -= 1
            break
        elif low in NEVER:
            negated = True
        elif low == "longer" and j > start and s.low[j - 1] == "no":
            negated, j = True, j - 1
        elif not is_adverb(low):
            break
        j -= 1
    first = j + 1
    while first < i and is_adverb(s.low[first]):
        first += 1
    return Auxiliaries(first, modal, to, be, have, do, negated)


def is_adverb(low: str) -> bool:
    """Whether a word may stand within a verb group and tells nothing of it."""
    return low in ADVERBS or (
        low.endswith("ly") and low not in ("family", "ally", "italy", "assembly", "rally", "supply")
    )


def is_verb(s: Sentences, i: int, start: int, end: int, also_noun: bool) -> bool:
    """Whether a word is used as a verb.

    Args:
        s: The text.
        i: The word.
        start: Where its sentence begins.
        end: Where its sentence ends.
        also_noun: Whether the word can be a noun, too.
    """
    form = s.verb_form(i)
    before = s.low[i - 1] if i > start else ""
    after = s.low[i + 1] if i + 1 < end else ""
    if form in ("past", "past participle", "participle"):
        return not (also_noun and s.low[i] in ("hit", "shot") and before in ATTRIBUTIVE)
    if before in ("to", "not") or before in MODALS or before in DO or (before in PERSONAL and form != "gerund"):
        return True
    if form == "gerund":
        if not also_noun:
            return True
        if before in BEING or (is_adverb(before) and s.low[max(start, i - 2)] in BEING):
            return True
        if (
            before.endswith("s")
            and before not in ATTRIBUTIVE
            and not before.endswith(("ss", "ous"))
            and after in PREPOSITIONS
        ):
            return after != "of"
        if after == "of" or before in ATTRIBUTIVE or before in ("more", "some", "heavy", "fierce"):
            return False
        return _opens_object(s, i + 1, end)
    if before in ATTRIBUTIVE or before in PREPOSITIONS or before in DETERMINERS:
        return False
    if not also_noun:
        if form == "third" and (before[:1].isdigit() or before in COUNTED or not _opens_object(s, i + 1, end)):
            return False
        return form == "third" or before in PLURAL or (before.endswith("s") and not before.endswith(("ss", "'s")))
    if form == "third":
        return _opens_object(s, i + 1, end) and not before.endswith(("ed", "ing", "al", "an"))
    return before.endswith("s") and not before.endswith(("ss", "'s")) and _opens_object(s, i + 1, end)


def _opens_object(s: Sentences, i: int, end: int) -> bool:
    if i >= end:
        return False
    low = s.low[i]
    if (
        low in DETERMINERS
        or low[0].isdigit()
        or low in ("at", "more", "about", "nearly", "them", "him", "us", "civilians", "people")
    ):
        return low != "at" or (i + 1 < end and s.low[i + 1] == "least")
    return i in s.names and low not in TIMES


def is_passive(s: Sentences, i: int, start: int, end: int, aux: Auxiliaries) -> bool:
    """Whether the verb at an index says what is done to its subject."""
    form = s.verb_form(i)
    if "participle" not in form:
        return False
    if aux.be is not None:
        return True
    if aux.have or aux.modal or aux.to or aux.do:
        return False
    before = s.low[i - 1] if i > start else ","
    if before in PERSONAL and before != "who":
        return False
    j = i + 1
    while j < end and is_adverb(s.low[j]):
        j += 1
    after = s.low[j] if j < end else "."
    if after in ABOUT and j + 1 < end and (s.low[j + 1][0].isdigit() or s.low[j + 1] in COUNTED | {"a"}):
        return False
    if after == "by" or before in ("left", "reported", "leaving", "including", "those"):
        return True
    # "rockets fired from the hill", "the town captured last week": nothing that it is done to follows.
    nothing = after in PREPOSITIONS or after in TIMES or after in MARKS or after in CONJUNCTIONS
    return nothing and form != "past" and before not in MARKS and not is_adverb(before)


def subject(s: Sentences, start: int, aux: Auxiliaries, depth: int = 0) -> tuple[int, int] | None:
    """The words before a verb that can be its subject: `aux` is what stands before the verb, `start` where its sentence begins."""
    end = aux.start
    low = s.low
    if end > start and low[end - 1] in RELATIVES:
        end -= 1
    if end > start and low[end - 1] == ")":
        end = next((k for k in range(end - 2, start, -1) if low[k] == "("), end)
    if end > start and low[end - 1] == "," and end - 1 > start:
        opening = next((k for k in range(end - 2, max(start, end - LONGEST), -1) if low[k] == ","), None)
        if opening is not None:
            end = opening
        elif low[aux.start - 1] != ",":
            end -= 1
    if end > start and low[end - 1] in ("and", "or", ",") and depth < 2:
        return _of_coordinated(s, end - 1, start, depth)
    if end > start and low[end - 1] in TOLD and depth < 2 and aux.start == end:
        return _of_coordinated(s, end, start, depth)
    if aux.to or (
        end > start and low[end - 1] in ("to", "of", "by", "for", "in", "after", "from", "with", "without", "before")
    ):
        if (other := made_to(s, end, start, aux.to)) is not None:
            return other
        return _of_coordinated(s, end, start, depth) if depth < 2 else None
    first = end
    while first > start and end - first < LONGEST and not _breaks(s, first - 1, start):
        first -= 1
    return _trimmed(s, first, end)


def made_to(s: Sentences, i: int, start: int, infinitive: bool = False) -> tuple[int, int] | None:
    """Who is accused of what stands at an index, or told to do it: "accused the army of", "ordered troops to"."""
    verbs, links = (ORDERING, ("to",)) if infinitive else (ACCUSING, LINKS)
    if not infinitive and (i <= start or s.low[i - 1] not in links):
        return None
    for k in range(i - 1, max(start, i - LONGEST) - 1, -1):
        low = s.low[k]
        if low in verbs and k not in s.names:
            aux = auxiliaries(s, k, start)
            if is_passive(s, k, start, i, aux):
                return None if infinitive else subject(s, start, aux)
            found = phrase(s, k + 1, i)
            return found if found is not None and s.low[found[0]] not in links else None
        if low in TOLD or (low in MARKS and low != ",") or (infinitive and low in RELATIVES):
            return None
    return None


def _breaks(s: Sentences, j: int, start: int) -> bool:
    low = s.low[j]
    if low == "and":
        return j - 1 >= start and s.verb_form(j - 1) in ("past", "past participle")
    if (
        low in MARKS
        or low in CONJUNCTIONS
        or low in BE_OR_HAVE
        or low in MODALS
        or low in TOLD
        or low in ("which", "who")
    ):
        return True
    if takes_object(s, j):
        return True
    form = s.verb_form(j)
    return (
        form in ("past", "third", "participle")
        and not s.words[j].raw[0].isupper()
        and j > start
        and _finite(s, j, start)
    )


def takes_object(s: Sentences, j: int) -> bool:
    """Whether a word that can be a participle is a verb with its object: "vetoed a draft that", not "the wounded men"."""
    if s.verb_form(j) != "past participle" or s.low[j] in COMPOUND or j in s.names or j + 1 >= len(s.low):
        return False
    return s.low[j + 1] in ("a", "an", "the", "its", "their", "his", "her")


def _finite(s: Sentences, j: int, start: int) -> bool:
    before = s.low[j - 1] if j > start else ""
    return before not in ATTRIBUTIVE and before not in PREPOSITIONS and not s.low[j].endswith("s")


def _of_coordinated(s: Sentences, j: int, start: int, depth: int) -> tuple[int, int] | None:
    """The subject of the finite verb before: the one that "and" joins a verb to, or that an infinitive hangs on."""
    for k in range(j - 1, max(start, j - LONGEST), -1):
        if (
            s.verb_form(k) in ("past", "past participle", "third")
            and s.low[k] not in BE_OR_HAVE
            and _finite(s, k, start)
        ):
            return subject(s, start, auxiliaries(s, k, start), depth + 1)
        if s.low[k] in (";", ".", ":"):
            return None
    return None


def _trimmed(s: Sentences, first: int, end: int) -> tuple[int, int] | None:
    """Without adverbs and times in front: "On Monday rebels", "Meanwhile the army"."""
    low = s.low
    while first < end:
        if (
            low[first] in TIMES
            or is_adverb(low[first])
            or low[first] in CONJUNCTIONS
            or low[first] in MARKS
            or low[first] in ("meanwhile", "however", "least")
        ):
            first += 1
        elif low[first] in ("at", "on", "in", "by", "for", "during", "since", "from") and low[
            first + 1 : first + 2
        ] != ["least"]:
            time = next(
                (k for k in range(first + 1, min(end, first + 5)) if low[k] in TIMES or low[k][:1].isdigit()), None
            )
            named = next((k for k in range(first + 1, min(end, first + 4)) if k in s.names), None)
            if time is not None and time + 1 < end:
                first = time + 1
            elif named is not None:
                while named < end and named in s.names:
                    named += 1
                first = named
            else:
                return None
        else:
            break
    while first < end and (low[end - 1] in TIMES or is_adverb(low[end - 1])):
        end -= 1
    return (first, end) if first < end and low[end - 1] not in PREPOSITIONS else None


def phrase(s: Sentences, i: int, end: int, through: tuple[str, ...] = ("of",)) -> tuple[int, int] | None:
    """The noun phrase that begins at an index, with what "of" joins to it."""
    while i + 1 < end and (s.low[i] in TIMES or (s.low[i] == "on" and s.low[i + 1] in TIMES)):
        i += 1
    while i < end and (s.low[i] in PARTICLES and i + 1 < end and s.low[i + 1] not in MARKS):
        i += 1
    j = i
    while j < end and j - i < LONGEST:
        low = s.low[j]
        if low == "at" and j + 1 < end and s.low[j + 1] == "least":
            j += 2
            continue
        if (
            low in MARKS
            or low in MODALS
            or low in BE_OR_HAVE
            or (low in PREPOSITIONS and low not in through)
            or low in RELATIVES
        ):
            break
        if low in CONJUNCTIONS and not (low in ("and", "or") and _noun_follows(s, j + 1, end)):
            break
        if low == "of" and j + 1 < end and s.verb_form(j + 1) == "gerund":
            break
        if low in TIMES or low in ("to", "nearby") or is_adverb(low):
            break
        if j > i and s.verb_form(j) in ("past", "past participle", "gerund") and _ends_phrase(s, j, end):
            break
        j += 1
    return (i, j) if j > i else None


def _noun_follows(s: Sentences, j: int, end: int) -> bool:
    if j >= end:
        return False
    return s.verb_form(j) not in ("past", "past participle", "third", "gerund", "base") or s.low[j] in (
        "wounded",
        "injured",
    )


def _ends_phrase(s: Sentences, j: int, end: int) -> bool:
    """Whether a word that can be a verb ends the phrase: "civilians fleeing the town", not "the armed men"."""
    after = s.low[j + 1] if j + 1 < end else "."
    before = s.low[j - 1]
    if before in ATTRIBUTIVE or before[0].isdigit():
        return False
    if (
        s.low[j] not in COMPOUND
        and not is_adverb(before)
        and (after[0].isdigit() or after in NUMBERS or j + 1 in s.names)
    ):
        return True
    return (
        after in PREPOSITIONS
        or after in MARKS
        or after in DETERMINERS
        or after in CONJUNCTIONS
        or after in TIMES
        or after in PARTICLES
    )
