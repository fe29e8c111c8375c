"""The date of a row, and when there is none."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.export.acled.dates import Dated, dated
from onrecord.ontology import NotCoded
from onrecord.record import TimeExpression


def told(earliest: str | None, latest: str | None, precision: Any, type_: Any = "DATE") -> TimeExpression:
    return TimeExpression("t", None, type_, None, earliest, latest, precision, "anchored")


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "day", "number"),
    [
        ("2018-12-22", "2018-12-22", "day", "2018-12-22", 1),
        ("2018-12-22", "2018-12-23", "days", "2018-12-23", 2),
        ("2018-12-17", "2018-12-23", "week", "2018-12-20", 2),
        ("2018-12-01", "2018-12-31", "month", "2018-12-16", 3),
        ("2018-12-20", "2018-12-25", "day", "2018-12-23", 2),
        ("2018-12-10", "2018-12-25", "week", "2018-12-18", 3),
    ],
)
def test_several_days_are_dated_to_their_middle(
    earliest: str, latest: str, precision: str, day: str, number: int
) -> None:
    found = dated(told(earliest, latest, precision))
    assert isinstance(found, Dated)
    assert (found.day.isoformat(), found.precision) == (day, number)


@pytest.mark.parametrize(
    ("time", "reason"),
    [
        (None, "when it happened is not told"),
        (told(None, None, "none"), "when it happened is not known"),
        (told("2018-12-22", None, "day"), "when it happened is not known"),
        (told("2018-12-22", "2018-12-20", "day"), "when it happened is not known"),
        (told("2018-02-31", "2018-02-31", "day"), "when it happened is not known"),
        (told("2018-06-01", "2018-08-31", "season"), "the month is not known"),
        (told("2018-06-01", "2018-08-31", "month"), "the month is not known"),
        (told("2018-12-22", "2018-12-22", "day", "SET"), "it is told as something that comes again"),
    ],
)
def test_without_a_known_month_there_is_no_date(time: TimeExpression | None, reason: str) -> None:
    assert dated(time) == NotCoded(reason)
