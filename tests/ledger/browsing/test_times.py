"""Dates of any precision as the days that they may mean."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.ledger.browsing.times import days_of

NONE = (None, None)


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        ("2018-12-18", "2018-12-18", (date(2018, 12, 18), date(2018, 12, 18))),
        ("2018-02", "2018-02", (date(2018, 2, 1), date(2018, 2, 28))),
        ("2016-02", "2016-02", (date(2016, 2, 1), date(2016, 2, 29))),
        ("2018", "2019-03", (date(2018, 1, 1), date(2019, 3, 31))),
        ("9999-12", "9999-12", (date(9999, 12, 1), date(9999, 12, 31))),
        (None, "2018", NONE),
        ("2018", None, NONE),
        ("2019", "2018", NONE),
        ("soon", "2018", NONE),
        ("2018-13", "2018-13", NONE),
    ],
)
def test_days_of(earliest: str | None, latest: str | None, expected: tuple[date | None, date | None]) -> None:
    assert days_of(earliest, latest) == expected
