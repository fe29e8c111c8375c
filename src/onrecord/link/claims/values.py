"""Figures as ranges: whether they meet, and whether one can follow the other."""

from __future__ import annotations

from typing import Final

from onrecord.link.claims.vocabulary import VAGUE
from onrecord.record.claim import Value

_SCALE: Final = 30
"""A figure that is so many times another counts something else."""


def bounds(value: Value) -> tuple[float, float] | None:
    """The range; None where there are words only."""
    if value.low is None and value.high is None:
        return None
    return (value.low if value.low is not None else 0.0, value.high if value.high is not None else float("inf"))


def figure_of(value: Value) -> float | None:
    """The figure that a value names."""
    return value.low if value.low is not None else value.high


def apart(a: Value, b: Value) -> bool:
    """Whether two ranges do not meet: off by one counts."""
    one, other = bounds(a), bounds(b)
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


def meet(a: Value, b: Value) -> bool:
    """Whether two ranges meet."""
    one, other = bounds(a), bounds(b)
    return one is not None and other is not None and not apart(a, b)


def of_one_scale(a: Value, b: Value) -> bool:
    """Whether two figures can be of one thing at all: a town's dead are not a war's."""
    one, other = bounds(a) or VAGUE.get(a.words or ""), bounds(b) or VAGUE.get(b.words or "")
    if one is None or other is None:
        return False
    if a.words or b.words:
        return one[0] <= other[1] and other[0] <= one[1]
    first, second = (x[0] or x[1] for x in (one, other))
    if min(first, second) in (0, float("inf")):
        return True
    return max(first, second) / min(first, second) <= _SCALE


def same_figure(a: Value, b: Value, nearly: bool) -> bool:
    """Whether two figures are one, said twice: "at least 61" and "61"; nearly also 60 and "more than 60"."""
    if a.words or b.words:
        return a.words == b.words
    low = (a.low if a.low is not None else a.high, b.low if b.low is not None else b.high)
    if low[0] == low[1] and not apart(a, b):
        return True
    loose = a.high != a.low or b.high != b.low
    return nearly and loose and low[0] is not None and low[1] is not None and abs(low[0] - low[1]) <= 1
