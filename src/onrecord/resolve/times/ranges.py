"""Ranges: what their two ends take from each other. In: words in the order of the text. Out: the same, completed, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.record.time_words import Calendar, TimeWords


def completed_ranges(times: Sequence[TimeWords]) -> list[TimeWords]:
    """Gives the first of two joined dates the month and year of the second, and the second those of the first.

    "3-5 March 2014", "March 3-5", "1915-16", "August and September 1914".
    """
    found = list(times)
    for at, (one, other) in enumerate(pairwise(times)):
        if one.calendar is None or other.calendar is None or one.shift is not None or other.shift is not None:
            continue
        if one.bound == "begin" and other.bound == "end":
            first, second = _joined(one.calendar, other.calendar)
            found[at] = replace(found[at], calendar=first)
            found[at + 1] = replace(found[at + 1], calendar=second)
        elif one.bound == "list" and one.calendar.year is None and other.calendar.year is not None:
            first, _ = _joined(one.calendar, other.calendar)
            found[at] = replace(found[at], calendar=first)
    return found


def _joined(first: Calendar, second: Calendar) -> tuple[Calendar, Calendar]:
    if first.year is not None and second.year is not None and first.year >= 1000 and second.year < 100 and not first.bc:
        century = first.year // 100 * 100
        return first, replace(second, year=century + second.year)
    if second.bc and first.year is not None and not first.bc and first.month is None:
        return replace(first, bc=True), second
    if first.day is not None and first.month is None:
        first = replace(first, month=second.month)
    if second.day is not None and second.month is None:
        second = replace(second, month=first.month)
    if first.year is None and second.year is not None and (first.month or first.season):
        earlier = first.month is not None and second.month is not None and first.month > second.month
        first = replace(first, year=second.year - earlier)
    elif second.year is None and first.year is not None and second.month is not None and first.month is not None:
        second = replace(second, year=first.year + (second.month < first.month))
    return first, second
