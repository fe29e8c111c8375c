"""How many died, by each independent source. In: tellings. Out: a range each, what replaced what, and the estimates made of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median_low
from typing import Final

from onrecord.export.merged.events import Telling
from onrecord.export.merged.families import Families
from onrecord.export.merged.voices import Voice, independent, voice_of
from onrecord.record import Quantity
from onrecord.reference.registry import Registry

__all__ = ["Figure", "Figures", "figures_of"]

_SIDES: Final[Mapping[str, str]] = {
    "soldiers": "soldiers", "police": "soldiers", "fighters": "fighters",
    **dict.fromkeys(("civilians", "protesters", "children", "women", "journalists", "medics"), "civilians"),
}  # fmt: skip
"""Of which side those are who are counted."""
_OF_A_STATE: Final = re.compile(r"\b(?:regime|government|loyalist|army)\b", re.IGNORECASE)
_A_WAR: Final = 10_000
"""So many do not die in one event: it is the toll of a war, told beside it."""
_WITHIN_OTHERS: Final = frozenset({"children", "women", "journalists", "medics"})


@dataclass(frozen=True, slots=True)
class Figure:
    """How many died, as one voice tells it in one report.

    Attributes:
        voice: Who says so.
        report: In which report.
        published: When that was published; "" where that is not known.
        low: At least so many.
        high: At most so many; None where that is open.
        words: The words.
        sides: How many of which side, where they are told apart: soldiers, fighters, civilians.
        vague: Whether it is words for many and no figure.
        part: Whether only such are counted as are as a rule among others: children, women, one among many.
    """

    voice: Voice
    report: str
    published: str
    low: int
    high: int | None
    words: str
    sides: Mapping[str, int] = field(default_factory=dict, hash=False)
    vague: bool = False
    part: bool = False

    def may_be(self, dead: int) -> bool:
        """Whether it allows for so many."""
        return self.low <= dead and (self.high is None or dead <= self.high)

    def __str__(self) -> str:
        many = str(self.low) if self.low == self.high else f"{self.low} or more" if self.high is None else f"{self.low} to {self.high}"  # fmt: skip
        return f"{many} (“{self.words}”, {self.voice.name}, {self.report})"


@dataclass(frozen=True, slots=True)
class Figures:
    """What all sources say, and what is made of it.

    Attributes:
        groups: The figures of each independent source, without those that it replaced later.
        replaced: Figures that their own source replaced later.
    """

    groups: tuple[tuple[Figure, ...], ...]
    replaced: tuple[Figure, ...] = ()

    def __iter__(self) -> Iterator[Figure]:
        return (figure for group in self.groups for figure in group)

    @property
    def low(self) -> int:
        """The lowest figure of anybody."""
        return min((figure.low for figure in self), default=0)

    @property
    def high(self) -> int:
        """The highest figure of anybody; one that is open upwards counts with what it says at least."""
        return max((figure.low if figure.high is None else figure.high for figure in self), default=0)

    @property
    def best(self) -> int:
        """The figure that most independent sources allow for; where no two agree, the lower one of those in the middle.

        Of figures that equally many allow for it is also the lower one of those in the middle.
        """
        lows = sorted({min(figure.low for figure in group) for group in self.groups})
        support = [sum(any(one.may_be(low) for one in group) for group in self.groups) for low in lows]
        most = max(support, default=0)
        return median_low([low for low, many in zip(lows, support, strict=True) if many == most]) if lows else 0

    @property
    def sides(self) -> Mapping[str, int]:
        """The dead of each side, where somebody whose figure is the best one tells them apart."""
        best = self.best
        return next((figure.sides for figure in self if figure.low == best and figure.sides), {})

    @property
    def differ(self) -> bool:
        """Whether two figures exclude each other."""
        told = tuple(self)
        return any(not one.may_be(other.low) and not other.may_be(one.low) for one in told for other in told)


def figures_of(tellings: Iterable[Telling], families: Families, registry: Registry) -> Figures:
    """The figures of all tellings; of one source those of its newest report.

    Words for many say nothing where somebody gives a figure, nor do children alone where somebody counts more.

    Args:
        tellings: Those whose figures count.
        families: Copy families.
        registry: Who the sources are.
    """
    found = [figure for telling in tellings for figure in _figures(telling, families, registry)]
    if any(not figure.part for figure in found):
        highest = max(figure.low for figure in found if not figure.part)
        found = [figure for figure in found if not (figure.part and figure.low < highest)]
    if any(not figure.vague for figure in found):
        found = [figure for figure in found if not figure.vague]
    groups: list[tuple[Figure, ...]] = []
    replaced: list[Figure] = []
    for voices in independent(figure.voice for figure in found):
        own = [figure for figure in found if figure.voice in voices]
        newest = max(figure.published for figure in own)
        groups.append(tuple(figure for figure in own if figure.published in (newest, "")))
        replaced += [figure for figure in own if figure.published not in (newest, "")]
    return Figures(tuple(groups), tuple(replaced))


def _dead(telling: Telling) -> tuple[Quantity, ...]:
    """The figures of the dead that a telling has, without those that are parts of others."""
    ids = dict.fromkeys(key for event in telling.events for key in event.quantities)
    toll = telling.incident.toll
    if toll and toll.killed and toll.killed.quantity:
        ids[toll.killed.quantity] = None
    found = [telling.parts.quantities[key] for key in ids if key in telling.parts.quantities]
    dead = [one for one in found if one.of == "killed" and one.unit in (None, "persons") and one.low is not None]
    dead = [one for one in dead if (one.low or 0) < _A_WAR]
    known = {one.id for one in dead}
    return tuple(one for one in dead if one.extra.get("part_of") not in known)


def _figures(telling: Telling, families: Families, registry: Registry) -> Iterator[Figure]:
    """Those of each voice in one report."""
    reported = telling.reported
    by_voice: dict[Voice, list[Quantity]] = defaultdict(list)
    for quantity in _dead(telling):
        statement = telling.parts.statements.get(quantity.statement or "")
        by_voice[voice_of(statement, telling, families, registry)].append(quantity)
    for voice, said in by_voice.items():
        exact = [one for one in said if one.modifier != "vague"] or said
        words = "; ".join(" ".join(one.span.text.split()) for one in said)
        low, high, sides = _counted(exact)
        published = (reported.record.document.published or "")[:10]
        vague = all(one.modifier == "vague" for one in said)
        part = all(one.extra.get("who") in _WITHIN_OTHERS for one in said) or low == high == 1
        yield Figure(voice, reported.id, published, low, high, words, sides, vague, part)


def _counted(said: Sequence[Quantity]) -> tuple[int, int | None, Mapping[str, int]]:
    """What one voice's figures come to: all the dead where it counts all, or else those of each side added up."""
    heads: dict[str, str] = {}
    accounts: dict[str, list[Quantity]] = defaultdict(list)
    for one in sorted(_without_parts(said), key=lambda quantity: quantity.span.start):
        heads[one.id] = heads.get(str(one.extra.get("added_to")), one.id)
        accounts[heads[one.id]].append(one)
    whole: list[tuple[int, int | None]] = []
    sides: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
    for account in accounts.values():
        told = {_side(one) for one in account}
        if None in told or len(told) > 1:
            whole.append(_sum(account))
        for side in dict.fromkeys(map(_side, account)):
            if side is not None:
                sides[side].append(_sum([one for one in account if _side(one) == side]))
    spread = {side: _spread(some) for side, some in sides.items()}
    low, high = _spread(whole) if whole else _total([*spread.values()])
    # "11 fighters of the one and 17 fighters of the other" are told apart by nothing that is known here.
    mixed = any(len({_side(one) for one in account}) < len(account) for account in accounts.values())
    apart = {} if mixed else {side: least for side, (least, _) in spread.items()}
    return low, high, apart if sum(apart.values()) <= low else {}


def _without_parts(said: Sequence[Quantity]) -> list[Quantity]:
    """Without children, women and the like where a greater figure of others is told: they are as a rule among those."""
    others = [one.low or 0 for one in said if one.extra.get("who") not in _WITHIN_OTHERS]
    return [one for one in said if one.extra.get("who") not in _WITHIN_OTHERS or not any(low > (one.low or 0) for low in others)]  # fmt: skip


def _side(quantity: Quantity) -> str | None:
    if quantity.extra.get("who") == "fighters" and _OF_A_STATE.search(quantity.span.text):
        return "soldiers"
    return _SIDES.get(str(quantity.extra.get("who")))


def _sum(account: Sequence[Quantity]) -> tuple[int, int | None]:
    return _total([(int(one.low or 0), None if one.high is None else int(one.high)) for one in account])


def _total(ranges: Sequence[tuple[int, int | None]]) -> tuple[int, int | None]:
    highs = [high for _, high in ranges]
    return sum(low for low, _ in ranges), None if None in highs else sum(high or 0 for high in highs)


def _spread(ranges: Sequence[tuple[int, int | None]]) -> tuple[int, int | None]:
    """From the lowest to the highest."""
    highs = [high for _, high in ranges]
    return min(low for low, _ in ranges), None if None in highs else max(high or 0 for high in highs)
