"""Tolls by source as ranges on one axis: what is given, and where it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final

from onrecord.record import SourceToll
from onrecord.wording.circumstances import ITSELF, figure
from onrecord.wording.visible import flat

__all__ = ["HARMS", "Axis", "Range", "axes_of", "spread"]

HARMS: Final = ("killed", "injured", "abducted", "displaced", "arrested")
_FROM, _TO = 3.0, 97.0
"""Where an axis begins and ends, as percentages of the width, so that what is written at its ends is not cut off."""
_WIDE: Final = 50
"""Figures that differ by more than this are drawn on an axis of powers of ten."""
_TICKS: Final = 4


@dataclass(frozen=True, slots=True)
class Range:
    """A figure as a source gives it.

    Attributes:
        who: The source.
        documents: The reports in which it gives it.
        words: The figure in words.
        low: At least so many.
        high: At most so many.
        start: Where it begins on the axis, as a percentage of the width; None for one that is open downwards.
        end: Where it ends; None for one that is open upwards.
    """

    who: str
    documents: tuple[str, ...]
    words: str
    low: float | None
    high: float | None
    start: float | None
    end: float | None


@dataclass(frozen=True, slots=True)
class Axis:
    """The figures of one harm on one axis.

    Attributes:
        harm: What is counted.
        ranges: The figures, those of one source together, the lowest first.
        ticks: Where the axis is marked, as a percentage of the width, and with what.
        tens: Whether each mark is ten times the one before.
        meet: Whether all figures can be right at once.
    """

    harm: str
    ranges: tuple[Range, ...]
    ticks: tuple[tuple[float, str], ...]
    tens: bool
    meet: bool


def axes_of(tolls: Sequence[SourceToll]) -> tuple[Axis, ...]:
    """An axis for each harm of which any source gives a figure."""
    return tuple(axis for harm in HARMS if (axis := _axis(harm, tolls)) is not None)


def spread(tolls: Iterable[SourceToll], harm: str) -> str:
    """All figures for a harm in a few words: "12 to 87", "at least 58", "12 to 87 or more"; "" for none."""
    counts = [count for told in tolls if (count := getattr(told.toll, harm)) is not None]
    known = [bound for count in counts for bound in (count.low, count.high) if bound is not None]
    if not known:
        return ""
    least, most = min(known), max(known)
    if any(count.low is None for count in counts):
        return figure(None, most)
    if not any(count.high is None for count in counts):
        return figure(least, most)
    return figure(least, None) if least == most else f"{figure(least, most)} or more"


def _axis(harm: str, tolls: Sequence[SourceToll]) -> Axis | None:
    given: dict[tuple[str, float | None, float | None], dict[str, None]] = {}
    for told in tolls:
        count = getattr(told.toll, harm)
        if count is not None and (count.low is not None or count.high is not None):
            who = ITSELF if told.source == "narrator" else flat(told.source)
            given.setdefault((who, count.low, count.high), {})[told.document] = None
    if not given:
        return None
    bounds = [bound for _, low, high in given for bound in (low, high) if bound is not None]
    scale = _Scale.of(bounds)
    first = {who: min(_low(low, high) for name, low, high in given if name == who) for who, _, _ in given}
    ordered = sorted(given.items(), key=lambda item: (first[item[0][0]], item[0][0], _low(*item[0][1:])))
    ranges = tuple(
        Range(who, tuple(documents), figure(low, high), low, high, scale.at(low), scale.at(high))
        for (who, low, high), documents in ordered
    )
    lows = [low for _, low, _ in given if low is not None]
    highs = [high for _, _, high in given if high is not None]
    return Axis(harm, ranges, scale.ticks(), scale.tens, max(lows, default=0) <= min(highs, default=float("inf")))


def _low(low: float | None, high: float | None) -> float:
    return low if low is not None else high or 0.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where numbers stand on an axis."""

    first: float
    last: float
    step: float
    tens: bool

    @classmethod
    def of(cls, values: Sequence[float]) -> _Scale:
        most = max(*values, 1)
        least = min((value for value in values if value > 0), default=1)
        if most / least > _WIDE and min(values) > 0:
            first, last = floor(log10(least)), ceil(log10(most))
            return cls(first, max(last, first + 1), 1, tens=True)
        rough = most / _TICKS
        power = 10.0 ** floor(log10(rough)) if rough >= 1 else 1.0
        step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough or times == 10)
        return cls(0, step * ceil(most / step), step, tens=False)

    def at(self, value: float | None) -> float | None:
        if value is None:
            return None
        place = log10(value) if self.tens else value
        return round(_FROM + (_TO - _FROM) * (place - self.first) / (self.last - self.first), 2)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        count = round((self.last - self.first) / self.step)
        values = [self.first + number * self.step for number in range(count + 1)]
        values = [10.0**value for value in values] if self.tens else values
        return tuple((self.at(value) or 0.0, f"{value:,.10g}") for value in values)
