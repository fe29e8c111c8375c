"""From one time to another. In: a time and a distance or a name. Out: the time that is meant."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Final, Literal

from onrecord.record.time_words import Calendar
from onrecord.record.vocabulary import Tense
from onrecord.resolve.times.periods import SEASONS, day_of, days_of

MONTHS: Final = {"M": 1, "Q": 3}


def calendar_day(day: date) -> Calendar:
    """A day as calendar fields."""
    return Calendar(year=day.year, month=day.month, day=day.day)


def shifted(anchor: Calendar, unit: str, count: float) -> Calendar | None:
    """The time so many units from an anchor, as coarse as the unit is.

    Returns:
        None where the anchor is coarser than the unit, or the calendar ends.
    """
    try:
        return _shifted(anchor, unit, round(count))
    except (ValueError, OverflowError):
        return None


def _shifted(anchor: Calendar, unit: str, count: int) -> Calendar | None:
    year = year_of(anchor)
    if unit in ("Y", "DE", "CE"):
        return _years(anchor, year, unit, count)
    if anchor.bc or year is None:
        return None
    if unit == "M":
        month = month_of(anchor)
        return None if month is None else _month(year, month + count)
    if unit == "Q":
        quarter = anchor.quarter or ((month_of(anchor) or 0) + 2) // 3
        at = 4 * year + quarter - 1 + count
        return Calendar(year=at // 4, quarter=at % 4 + 1) if quarter else None
    if unit in ("W", "WE"):
        return _week(anchor, count, weekend=unit == "WE")
    day = day_of(anchor)
    if unit == "H":
        return calendar_day(day + timedelta(round(count / 24))) if day else None
    if unit == "D":
        return calendar_day(day + timedelta(count)) if day else None
    return None


def _years(anchor: Calendar, year: int | None, unit: str, count: int) -> Calendar | None:
    if year is None:
        return None
    if anchor.bc:
        return Calendar(bc=True, year=year - count) if unit == "Y" and year > count else None
    if unit == "Y":
        return Calendar(year=year + count) if year + count > 0 else None
    return Calendar(decade=year // 10 + count) if unit == "DE" else Calendar(century=year // 100 + count)


def _month(year: int, month: int) -> Calendar:
    at = 12 * year + month - 1
    return Calendar(year=at // 12, month=at % 12 + 1)


def _week(anchor: Calendar, count: int, weekend: bool) -> Calendar | None:
    day = day_of(anchor)
    if day is None and anchor.week is not None and (days := days_of(replace(anchor, weekend=False))):
        day = days[0]
    if day is None:
        return None
    year, week, _ = (day + timedelta(7 * count)).isocalendar()
    return Calendar(year=year, week=week, weekend=weekend)


def year_of(c: Calendar) -> int | None:
    """The year, also of a week, a quarter or a season."""
    return c.year


def month_of(c: Calendar) -> int | None:
    """The month; the first one of a quarter."""
    if c.month is not None:
        return c.month
    if c.week is not None and (days := days_of(c)):
        return days[0].month
    return 3 * c.quarter - 2 if c.quarter else None


def overlaid(coarse: Calendar, fine: Calendar) -> Calendar:
    """The fields of one, and those that the other has besides: "March" over "last year"."""
    written = {f.name: value for f in fields(fine) if (value := getattr(fine, f.name)) not in (None, False)}
    if written.keys() & {"month", "quarter", "half", "season"}:
        coarse = Calendar(bc=coarse.bc, year=coarse.year)
    if "weekday" in written and coarse.week is not None and coarse.year is not None:
        coarse = calendar_day(date.fromisocalendar(coarse.year, coarse.week, int(written.pop("weekday"))))
    return replace(coarse, **written)


Leaning = Tense | Literal["story"]
"""Where to look for a bare name: by the tense of its verb, or onwards from what was told last."""


def completed(c: Calendar, anchor: Calendar, pick: int | None, leaning: Leaning) -> Calendar:
    """A name of the calendar with the fields before it filled in: "Friday", "March", "the third quarter", "the 5th".

    Args:
        c: What is written.
        anchor: Where to look from.
        pick: -1 the one before, 0 that of the anchor, 1 the one behind; None for a bare name.
        leaning: What decides on a bare name.
    """
    try:
        return _completed(c, anchor, pick, leaning)
    except (ValueError, OverflowError):  # the calendar ends
        return c


def _completed(c: Calendar, anchor: Calendar, pick: int | None, leaning: Leaning) -> Calendar:
    ahead = pick == 1 or (pick is None and leaning in ("future", "story"))
    if c.weekday is not None and c.month is None:
        return _weekday(c, anchor, pick, ahead)
    if anchor.year is None or c.year is not None:
        return c
    if c.month is not None:
        return replace(c, year=_year_near(anchor, c.month, c.day, pick, leaning), weekday=None)
    if c.season is not None:
        first = {"WI": 12}.get(c.season) or SEASONS[c.season][0]
        year = _year_near(anchor, first, None, pick, leaning)
        # The winter that began in that year, where it was found by its beginning.
        return replace(c, year=year, month=12 if c.season == "WI" and month_of(anchor) else None)
    if c.quarter is not None:
        return replace(c, year=_year_near(anchor, 3 * c.quarter - 2, None, pick, leaning))
    if c.half is not None:
        return replace(c, year=_year_near(anchor, 6 * c.half - 5, None, pick, leaning))
    if c.day is not None and anchor.month is not None:
        return replace(c, year=anchor.year, month=anchor.month)
    if c.part is not None or c.clock is not None:
        return replace(anchor, part=c.part, clock=c.clock) if anchor.day is not None else c
    return c


WEIGHTS: Final[dict[str, tuple[float, float]]] = {
    # How far a month behind and a month ahead is felt to be.
    "past": (1, 6),
    "future": (3, 1),
    "present": (1, 1.5),
    "none": (1, 1.5),
}


def _year_near(anchor: Calendar, month: int, day: int | None, pick: int | None, leaning: Leaning) -> int:
    year = anchor.year or 0
    start = month_of(anchor)
    if start is None or pick == 0:
        return year
    here = start + ((anchor.day or 15) - 15) / 31
    there = month + ((day or anchor.day or 15) - 15) / 31
    if pick is not None:
        step = (
            there < here or (pick == 1 and there == here)
            if pick == 1
            else -(there > here or (pick == -1 and there == here))
        )
        return year + step
    if leaning == "story":  # a story goes on within its year, or over the turn of it
        return year + (start >= 10 and month <= 3)
    behind, ahead = WEIGHTS[leaning]
    if leaning == "past" and day is not None:  # "was extended to Jan. 2"
        ahead = 4

    def away(candidate: int) -> float:
        months = 12 * (candidate - year) + there - here
        return months * ahead if months >= 0 else -months * behind

    return min((year, year - 1, year + 1), key=away)


def _weekday(c: Calendar, anchor: Calendar, pick: int | None, ahead: bool) -> Calendar:
    day = day_of(anchor)
    if day is None or c.weekday is None:
        return c
    away = (c.weekday - day.isoweekday()) % 7
    if pick == 0:
        step = c.weekday - day.isoweekday()
    elif ahead:
        step = away or (7 if pick == 1 else 0)
    else:
        step = away - 7 if away or pick == -1 else 0
    return replace(calendar_day(day + timedelta(step)), part=c.part, clock=c.clock)


def days_between(anchor: Calendar, unit: str, count: float) -> tuple[date, date] | None:
    """The days from an anchor to so many units before or behind it; None where the anchor is no day."""
    day = day_of(anchor)
    if day is None:
        return None
    try:
        other = _moved(day, unit, round(count))
    except (ValueError, OverflowError):
        return None
    return None if other is None else (min(day, other), max(day, other))


def _moved(day: date, unit: str, count: int) -> date | None:
    if unit in ("D", "W", "H"):
        return day + timedelta({"D": count, "W": 7 * count, "H": round(count / 24)}[unit])
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months is None:
        return None
    at = 12 * day.year + day.month - 1 + months * count
    year, month = at // 12, at % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
