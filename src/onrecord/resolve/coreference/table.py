"""Traits in columns, so that pairs of mentions are compared all at once. In: traits. Out: a table.

Training and serving share this file: a change here needs new weights.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.resolve.coreference.pairs import Bools, Ints, Pairs
from onrecord.resolve.coreference.traits import Traits
from onrecord.resolve.drafts import FAMILIES_OF, NONE
from onrecord.resolve.vocabulary import ORGANISATION_WORDS

SORTS = frozenset().union(*ORGANISATION_WORDS.values())


@dataclass(frozen=True, slots=True)
class Table:
    """Traits in columns, int64 or bool (mentions,), so that pairs are compared all at once."""

    traits: Sequence[Traits]
    columns: Mapping[str, Ints]
    families: Bools
    sorts: Bools

    def both(self, name: str, pairs: Pairs) -> tuple[Ints, Ints]:
        """A column for both sides of each pair."""
        column = self.columns[name]
        return column[pairs.one], column[pairs.other]


def tabulate(traits: Sequence[Traits], speakers: Mapping[str, Sequence[tuple[int, int]]]) -> Table:
    """Puts traits into columns; what cannot be told is -1.

    Args:
        traits: Traits of all mentions.
        speakers: Where the source of each quotation stands, by the quotation's id.
    """
    numbers: dict[object, int] = {}

    def number(of: Callable[[Traits], object]) -> Ints:
        told = [of(t) for t in traits]
        return np.array([-1 if x is None else numbers.setdefault(x, len(numbers)) for x in told], np.int64)

    starts = sorted((start, end, sid) for sid, spans in speakers.items() for start, end in spans)
    says: list[str | None] = [None] * len(traits)
    at = [t.start for t in traits]
    for start, end, sid in starts:
        for k in range(bisect_left(at, start), bisect_left(at, end)):
            if traits[k].end <= end:
                says[k] = says[k] or sid
    columns = {
        "start": np.array(at, np.int64),
        "end": np.array([t.end for t in traits], np.int64),
        "sentence": np.array([t.sentence for t in traits], np.int64),
        "paragraph": np.array([t.paragraph for t in traits], np.int64),
        "size": np.array([len(t.content) for t in traits], np.int64),
        "head": number(lambda t: ("head", t.head) if t.points is None else None),
        "words": number(lambda t: ("words", t.words)),
        "gender": number(lambda t: t.gender),
        "several": number(lambda t: t.several),
        "kind": number(lambda t: None if t.form == "pronoun" else _KIND.get(t.kind, t.kind)),
        "points": number(lambda t: t.points),
        "voice": number(lambda t: t.voice),
        "says": np.array([-1 if sid is None else numbers.setdefault(sid, len(numbers)) for sid in says], np.int64),
        "person": np.array([_person(t) for t in traits], np.int64),
    }
    families = [FAMILIES_OF.get(t.head, NONE) if t.form == "nominal" else NONE for t in traits]
    return Table(traits, columns, _marks(families), _marks([_sorts(t) for t in traits]))


def _marks(sets: Sequence[frozenset[object]]) -> Bools:
    """Bool (mentions, columns): which of all that the sets hold each of them holds."""
    place = {x: k for k, x in enumerate(dict.fromkeys(x for own in sets for x in own))}
    table = np.zeros((len(sets), max(1, len(place))), bool)
    holds = [(row, place[x]) for row, own in enumerate(sets) for x in own]
    rows, columns = np.array(holds, np.int64).reshape(-1, 2).T
    table[rows, columns] = True
    return table


def _sorts(traits: Traits) -> frozenset[object]:
    """What an organisation may be called later: for a name the nouns that its words allow, for a description its own noun."""
    if traits.form == "nominal":
        return frozenset((traits.head,)) if traits.head in SORTS else frozenset()
    return (
        frozenset(sort for word in traits.content for sort in ORGANISATION_WORDS.get(word, ()))
        if traits.form == "name"
        else frozenset()
    )


_KIND = {"facility": "location"}
_ALIVE = frozenset(("I", "you", "he", "she"))


def _person(traits: Traits) -> int:
    """1 for one who is a person, 0 for what is none, -1 where it may be either."""
    if traits.points is not None:
        return 1 if traits.points in _ALIVE else 0 if traits.points == "it" else -1
    if traits.kind == "person":
        return 1
    return -1 if traits.kind in ("organisation", "nationality") else 0
