"""Figures in conflict: ranges that do not meet, and figures that the same source later replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import inf

from onrecord.link.tally.counted import Counted
from onrecord.record import Value

__all__ = ["disjoint", "same_figure", "superseded"]


def disjoint(one: Value | None, other: Value | None) -> bool:
    """Whether two figures for the same thing cannot both be right. "Dozens" conflicts with nothing."""
    if one is None or other is None or one.of != other.of:
        return False
    (low, high), (lower, higher) = _range(one), _range(other)
    return high < lower or higher < low


def same_figure(one: Value | None, other: Value | None) -> bool:
    """Whether two figures are one, "at least" or not."""
    return one is not None and other is not None and one.of == other.of and _figure(one) == _figure(other)


def superseded(counted: Sequence[Counted]) -> frozenset[int]:
    """Which figures the same source replaced in a later report, by their place in the sequence; marked ones always."""
    marked = {i for i, one in enumerate(counted) if one.stance.superseded}
    of_source: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(counted):
        if one.side == "asserts" and one.stance.value is not None and not _anonymous(one):
            of_source[one.speaker.body].append(i)
    for members in of_source.values():
        # A stance for each day and figure is enough, however often it is told.
        told = {_telling(counted[i]): counted[i] for i in members}
        marked |= {i for i in members if any(_replaces(later, counted[i]) for later in told.values())}
    return frozenset(marked)


def _replaces(later: Counted, earlier: Counted) -> bool:
    if later.published is None or earlier.published is None or later.published[:10] <= earlier.published[:10]:
        return False
    new, old = later.stance.value, earlier.stance.value
    assert new is not None
    assert old is not None
    figures = _figure(new), _figure(old)
    return new.of == old.of and None not in figures and figures[0] != figures[1]


def _telling(one: Counted) -> tuple[object, ...]:
    value = one.stance.value
    assert value is not None
    return one.published, value.low, value.high, value.of


def _anonymous(one: Counted) -> bool:
    return one.speaker.narrator or one.speaker.unnamed


def _range(value: Value) -> tuple[float, float]:
    return (-inf if value.low is None else value.low, inf if value.high is None else value.high)


def _figure(value: Value) -> float | None:
    return value.low if value.low is not None else value.high
