"""A stretch of days as a line."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from onrecord.serve.desk.views.timescale import Timescale

SEPTEMBER = Timescale(date(2016, 9, 1), date(2016, 9, 30), 100, 400)


def test_days_stand_where_they_are() -> None:
    assert SEPTEMBER.begin(date(2016, 9, 1)) == 100
    assert SEPTEMBER.begin(date(2016, 9, 2)) == 110
    assert SEPTEMBER.end(date(2016, 9, 1)) == 110
    assert SEPTEMBER.end(date(2016, 9, 30)) == 400


def test_what_lies_outside_stands_at_the_ends() -> None:
    assert SEPTEMBER.begin(date(2011, 1, 1)) == 100
    assert SEPTEMBER.end(date(2018, 1, 1)) == 400


@pytest.mark.parametrize(
    ("first", "last", "unit", "names"),
    [
        (date(2016, 9, 1), date(2016, 9, 3), "day", ["2016-09-01", "2016-09-02", "2016-09-03"]),
        (date(2016, 9, 20), date(2017, 1, 3), "month", ["2016-09", "2016-10", "2016-11", "2016-12", "2017-01"]),
        (date(2000, 5, 1), date(2013, 2, 1), "year", [str(year) for year in range(2000, 2014)]),
    ],
)
def test_it_counts_in_days_months_or_years(first: date, last: date, unit: str, names: list[str]) -> None:
    scale = Timescale(first, last, 0, 1000)
    assert scale.unit == unit
    assert [one.name for one in scale.bins()] == names


@given(some.dates(), some.integers(0, 400_000))
def test_every_day_belongs_to_one_bin(first: date, length: int) -> None:
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
    scale = Timescale(first, last, 0, 1000)
    bins = list(scale.bins())
    assert bins[0].first <= first <= bins[0].last
    assert bins[-1].first <= last <= bins[-1].last
    assert all(one.last + timedelta(1) == following.first for one, following in pairwise(bins))
    assert {scale.bin_of(first), scale.bin_of(last)} <= {one.name for one in bins}
    assert len(list(scale.ticks())) <= 14
