"""Verbs that tell of those counted. In: a count and a place in its sentence. Out: what the verb there says, and whether it is passive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.read.quantities.counts import Count
from onrecord.read.quantities.phrases import KILLED_OR_INJURED
from onrecord.read.quantities.vocabulary import ADJECTIVES, BY_PEOPLE, TO_EITHER, TO_PEOPLE, TO_THINGS
from onrecord.read.verb_groups import BE, HAVE, PREPOSITIONS, RELATIVES, SUBORDINATORS, TIMES, Sentence

GET: Final = BE | frozenset("be been being got get gets".split())
"""Auxiliaries of the passive."""
NOUN_MARKERS: Final = frozenset("the a an his her their its 's of by".split())
"""Words behind which what could be a verb is a noun: "their arrest"."""
BESIDE_PARTICIPLE: Final = frozenset("also not either both killed and or injured wounded reported".split())
"""Words between "were" and its participle."""
NO_OBJECT: Final = (
    PREPOSITIONS | TIMES | SUBORDINATORS | RELATIVES | BE | HAVE
    | frozenset("and or but dead that so when according say says said".split())
)  # fmt: skip
"""Words that begin no object."""


def form_of(count: Count, word: str) -> tuple[str, str] | None:
    """What a word says as a verb of those counted: as what it counts them, and in which form."""
    if count.counted is None and count.phrase.noun and word in TO_EITHER:
        return None
    tables = (TO_PEOPLE, BY_PEOPLE) if count.people else (TO_THINGS,)
    form = next((table[word] for table in tables if word in table), None)
    if form is not None and form[0] == "strength" and count.counted is not None and count.counted.of is not None:
        return None  # refugees who are sent are no force
    return form


def is_noun(low: Sequence[str], k: int) -> bool:
    """Whether a word that could be a verb is a noun."""
    return k > 0 and low[k - 1] in NOUN_MARKERS


def is_passive(low: Sequence[str], k: int) -> bool:
    """Whether the participle at an index has "were" or the like before it."""
    k -= 1
    while k >= 0 and (low[k].endswith("ly") or low[k] in BESIDE_PARTICIPLE):
        k -= 1
    return k >= 0 and low[k] in GET


def has_object(sentence: Sentence, k: int) -> bool:
    """Whether an object begins at an index, so that the verb before it is no participle: "gunmen killed five villagers"."""
    low = sentence.low
    if k >= len(low) or not sentence.words[k].is_word:
        return False
    limit = low[k] in ("over", "about", "around") and k + 1 < len(low) and low[k + 1][0].isdigit()
    if limit or low[k : k + 2] in (["at", "least"], ["up", "to"]):
        return True
    return low[k] not in NO_OBJECT and not low[k].endswith(("ly", "day"))


def joined(low: Sequence[str], k: int, of: str) -> str:
    """Killed or injured, where both are told of the same: "12 killed or wounded", "killing and wounding 12".

    Args:
        low: The words of the sentence.
        k: Index of one of the two verbs.
        of: What that one says.
    """
    for j in (k + 2, k - 2):
        if 0 <= j < len(low) and low[(k + j) // 2] in ("and", "or", "/"):
            other = ADJECTIVES.get(low[j]) or TO_PEOPLE.get(low[j], ("", ""))[0]
            if {of, other} == {"killed", "injured"}:
                return KILLED_OR_INJURED
    return of
