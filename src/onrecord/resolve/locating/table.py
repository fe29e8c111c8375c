"""All candidates of all names of a report in one table, with what each is judged by."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from math import log10
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.reference.gazetteer import Location
from onrecord.reference.gazetteer.fold import ARTICLES, fold

__all__ = ["FEATURES", "STATIC", "Asked", "Lending", "Table", "lay_out", "lies_in"]

Floats = NDArray[np.float64]
Whole = NDArray[np.intp]

FEATURES: Final = (
    "population", "people of a division", "country", "capital", "province", "district", "namesake", "region", "nature", "main name",
    "most people", "contained", "not contained", "home", "same country", "same province", "neighbours",
)  # fmt: skip
"""What a candidate is judged by; the last three depend on the other names of the report."""
STATIC: Final = 14
DATELINE: Final = 3
"""Mentions that a dateline counts for beside its own."""
MOST: Final = 60
"""Candidates of one name that are weighed."""
CELL: Final = 2
"""Degrees that a cell of the neighbourhood is wide."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A name whose place is looked for.

    Attributes:
        name: As written.
        found: What it can mean.
        within: What it is said to lie in.
        count: How often it stands in the report.
        kinds: How it is named, and as what the reader saw it, over all its mentions.
        dateline: Whether the report is written from there.
        heard: Whether what it can mean was only found by its sound.
    """

    name: str
    found: tuple[Location, ...]
    within: tuple[Location, ...] = ()
    count: int = 1
    kinds: frozenset[str] = frozenset({"place"})
    dateline: bool = False
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Lending:
    """One way in which candidates of different names support each other: those that lie in the same unit, or in one that it reaches.

    Attributes:
        unit: Unit of each candidate, counted from 0.
        pair: Each pair of name and unit that occurs, counted from 0.
        units: Units that each candidate borrows from, a row for each of them; the one after the last is empty.
        pairs: The pairs of the candidate's own name with these units, which are taken off.
        local: Whether a candidate takes part at all.
    """

    unit: Whole
    pair: Whole
    units: Whole
    pairs: Whole
    local: NDArray[np.bool_]

    def borrowed(self, lent: Floats) -> Floats:
        """What the other names lend to each candidate."""
        lent = np.where(self.local, lent, 0.0)
        everybody = np.bincount(self.unit, lent, self.unit.max() + 2)[self.units].sum(0)
        itself = np.bincount(self.pair, lent, self.pair.max() + 2)[self.pairs].sum(0)
        return np.where(self.local, everybody - itself, 0.0)


@dataclass(slots=True)
class Table:
    """All candidates of all names, a row each.

    Attributes:
        rows: The candidates.
        of: Which name each is a candidate of.
        x: Their features.
        counts: How much each name has to lend.
        lendings: By country, province and neighbourhood, as in `FEATURES`.
    """

    rows: list[Location]
    of: Whole
    x: Floats
    counts: Floats
    lendings: tuple[Lending, ...]


def lay_out(asked: Sequence[Asked], home: str | None) -> Table:
    """Fills the table with what does not depend on the other names.

    Args:
        asked: The names; each has a candidate.
        home: Country that the outlet's address gives away.
    """
    rows: list[Location] = []
    of: list[int] = []
    features: list[list[float]] = []
    for k, name in enumerate(asked):
        key = _bare(fold(name.name))
        found = _cut(name)
        seats = {number for place in found if place.feature[0] == "P" for number in (place.admin1, place.admin2)}
        most = max(place.population for place in found)
        within = {place.number for place in found if lies_in(place, name.within)}
        for place in found:
            rows.append(place)
            of.append(k)
            contained = place.number in within
            outer = [contained, bool(within) and not contained, home is not None and place.country == home]
            alone = _by_itself(place, key, seats)
            features.append([*alone, place.population == most, *outer, 0.0, 0.0, 0.0])
    name_of = np.array(of)
    # Two places of one name do not support each other.
    spelt = {key: k for k, key in enumerate(dict.fromkeys(fold(name.name) for name in asked))}
    kin = np.array([spelt[fold(name.name)] for name in asked])[name_of]
    lendings = (
        _by_id([place.country for place in rows], kin),
        _by_id([place.number if place.feature == "A.ADM1" else place.admin1 for place in rows], kin),
        _by_cell(rows, kin),
    )
    counts = np.sqrt([name.count + DATELINE * name.dateline for name in asked])
    return Table(rows, name_of, np.array(features, float), counts, lendings)


def lies_in(place: Location, wider: Sequence[Location]) -> bool:
    """Whether a place lies in one of the others, as country, province or district."""
    return any(
        (w.feature == "A.PCLI" and w.country == place.country and w.number != place.number)
        or w.number in (place.admin1, place.admin2)
        for w in wider
    )


def _cut(name: Asked) -> Sequence[Location]:
    if len(name.found) <= MOST:
        return name.found
    return [*name.found[:MOST], *(place for place in name.found[MOST:] if lies_in(place, name.within))]


def _by_itself(place: Location, key: str, seats: Set[int | None]) -> list[float]:
    feature = place.feature
    division = feature in ("A.ADM1", "A.ADM2")
    people = log10(place.population + 10) / 4
    return [
        0.0 if division else people,
        people if division else 0.0,
        feature == "A.PCLI",
        feature == "P.PPLC",
        feature == "A.ADM1",
        feature == "A.ADM2",
        division and place.number in seats,
        feature[0] == "L",
        feature[0] in "HT",
        _bare(fold(place.name)) == key,
    ]


def _bare(key: str) -> str:
    """A folded name without the Arabic article before it."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in ARTICLES else key


def _by_id(labels: Sequence[object], name: Whole) -> Lending:
    numbers: dict[object, int] = {}
    unit = np.array([numbers.setdefault(label, len(numbers)) for label in labels])
    return _lending(unit, name, unit[None, :], np.array([label is not None for label in labels]))


def _by_cell(rows: Sequence[Location], name: Whole) -> Lending:
    """Neighbours lie in the same cell or one that touches it; countries and provinces lie nowhere in particular."""
    wide = 360 // CELL
    down = np.array([int((place.latitude + 90) // CELL) for place in rows])
    across = np.array([int((place.longitude + 180) // CELL) % wide for place in rows])
    cells, unit = np.unique(down * wide + across, return_inverse=True)
    around = [
        _position(cells, (down + south) * wide + (across + east) % wide) for south in (-1, 0, 1) for east in (-1, 0, 1)
    ]
    local = np.array([place.feature[0] == "P" or place.feature == "A.ADM2" for place in rows])
    return _lending(unit, name, np.array(around), local)


def _lending(unit: Whole, name: Whole, units: Whole, local: NDArray[np.bool_]) -> Lending:
    width = int(unit.max()) + 2
    known, pair = np.unique(name * width + unit, return_inverse=True)
    return Lending(unit, pair, units, _position(known, name * width + units), local)


def _position(known: Whole, wanted: Whole) -> Whole:
    """Where each number stands among the known ones, which are in order; one after the last for those that are not among them."""
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.where(known[at] == wanted, at, len(known))
