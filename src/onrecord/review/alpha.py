"""Krippendorff's alpha: agreement beyond what chance would bring, 1 where all agree and 0 where they might as well have guessed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate, combinations

__all__ = ["nominal_alpha", "unitising_alpha"]

Stretch = tuple[int, int, bool]
"""First offset, the one after the last, and whether it is a unit; a gap between units otherwise."""


def nominal_alpha(items: Iterable[Iterable[Hashable]]) -> float | None:
    """Alpha of labels that are alike or not, with nothing between.

    Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability, Annenberg School for Communication, section D.

    Args:
        items: For each thing that was looked at the labels that it got, one of each reviewer who decided on it. What fewer than two
            decided on says nothing and is passed over.

    Returns:
        Alpha; None where there is nothing to compare, or every label is the same, so that nobody could have disagreed.
    """
    counts = [count for count in map(Counter, items) if count.total() > 1]
    labels: Counter[Hashable] = sum(counts, Counter())
    observed = sum(_unlike_pairs(count) / (count.total() - 1) for count in counts)
    expected = _unlike_pairs(labels)
    if not expected:
        return None
    return 1 - (labels.total() - 1) * observed / expected


def unitising_alpha(reviewers: Sequence[Iterable[tuple[int, int]]], length: int) -> float | None:
    """Alpha of stretches that several people marked on one text, all of one kind: units and the gaps between them.

    Krippendorff, K. (1995), On the reliability of unitizing continuous data, Sociological Methodology 25, 47-76; with the expected
    disagreement as corrected in Krippendorff (2004), Content Analysis, 2nd edition, section 11.6.

    Args:
        reviewers: For each the units that they marked, as offsets; those that overlap count as one.
        length: How long the text is.

    Returns:
        Alpha; None where nobody marked anything, or fewer than two people looked.
    """
    marked = [_stretches(units, length) for units in reviewers]
    expected = _expected(marked, length) if len(marked) > 1 else 0.0
    if not expected:
        return None
    # Each pair counts twice, once from either side.
    apart = 2 * sum(_apart(one, other) for one, other in combinations(marked, 2))
    return 1 - apart / (len(marked) * (len(marked) - 1) * length**2) / expected


def _unlike_pairs(count: Counter[Hashable]) -> int:
    return count.total() ** 2 - sum(many**2 for many in count.values())


def _stretches(units: Iterable[tuple[int, int]], length: int) -> list[Stretch]:
    """The whole text as units and gaps, in order and without empty ones."""
    found: list[Stretch] = []
    at = 0
    for start, end in sorted(units):
        if found and start < at:
            found[-1] = (found[-1][0], max(at, end), True)
        else:
            found += [(at, start, False)] if start > at else []
            found.append((start, end, True))
        at = found[-1][1]
    return [*found, (at, length, False)] if at < length else found


def _apart(one: Sequence[Stretch], other: Sequence[Stretch]) -> int:
    """How far the stretches of two people are apart, in squared characters."""
    total = i = j = 0
    while i < len(one) and j < len(other):
        total += _distance(one[i], other[j])
        end = min(one[i][1], other[j][1])
        i, j = i + (one[i][1] == end), j + (other[j][1] == end)
    return total


def _distance(one: Stretch, other: Stretch) -> int:
    """Of two stretches that share characters: how far both edges are apart, or how long a unit is that the other left a gap for."""
    if one[2] and other[2]:
        return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
    for unit, gap in ((one, other), (other, one)):
        if unit[2] and not gap[2] and gap[0] <= unit[0] and unit[1] <= gap[1]:
            return (unit[1] - unit[0]) ** 2
    return 0


def _expected(marked: Sequence[Sequence[Stretch]], length: int) -> float:
    """The distance to be expected if all units of everybody lay anywhere on the text."""
    every = [stretch for stretches in marked for stretch in stretches]
    units = [end - start for start, end, is_unit in every if is_unit]
    gaps = sorted(end - start for start, end, is_unit in every if not is_unit)
    sums = [0, *accumulate(gaps)]
    total = 0.0
    for unit in units:
        fitting = bisect_left(gaps, unit)
        places = sums[-1] - sums[fitting] - (len(gaps) - fitting) * (unit - 1)
        total += (len(units) - 1) / 3 * (2 * unit**3 - 3 * unit**2 + unit) + unit**2 * places
    room = len(marked) * length
    pairs = room * (room - 1) - sum(unit * (unit - 1) for unit in units)
    return 2 * total / length / pairs if pairs else 0.0
