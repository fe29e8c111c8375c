"""Stretches of the calendar. In: calendar fields. Out: their TIMEX3 value, their first and last day, how precise they are."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from onrecord.record.time_words import Calendar
from onrecord.record.vocabulary import TimePrecision

Days = tuple[date, date]
SEASONS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
"""First and last month of each season of the northern half of the earth; winter lies across two years."""


def fault_of(c: Calendar) -> str | None:
    """What makes some fields impossible: a month 13, a 31 February, a year 0.

    Returns:
        None where nothing does.
    """
    if c.year is not None and c.year < 1:
        return "there is no year 0"
    if c.month is not None and not 1 <= c.month <= 12:
        return f"there is no month {c.month}"
    if c.day is not None and not 1 <= c.day <= 31:
        return f"there is no day {c.day}"
    if c.day is not None and c.month is not None:
        most = monthrange(c.year if c.year is not None and not c.bc and c.year < 10000 else 2000, c.month)[1]
        if c.day > most:
            return f"that month has {most} days, not {c.day}"
    if c.clock is not None and not _is_clock(c.clock):
        return f"there is no time {c.clock}"
    return None


def _is_clock(clock: str) -> bool:
    hour, _, minute = clock.partition(":")
    return int(hour) <= 24 and int(minute or 0) < 60


def value_of(c: Calendar) -> str | None:
    """The TIMEX3 value; X where a field is not known."""
    date_part = _date_value(c)
    if c.clock is not None:
        return f"{date_part or 'XXXX-XX-XX'}T{c.clock}"
    if c.part is not None:
        return f"{date_part or 'XXXX-XX-XX'}T{c.part}"
    return date_part


def _date_value(c: Calendar) -> str | None:
    era = "BC" if c.bc else ""
    if c.century is not None:
        return f"{era}{c.century:02d}"
    if c.decade is not None:
        return f"{era}{c.decade:03d}"
    year = f"{era}{c.year:04d}" if c.year is not None else "XXXX"
    if c.half is not None:
        return f"{year}-H{c.half}"
    if c.quarter is not None:
        return f"{year}-Q{c.quarter}"
    if c.season is not None:
        return f"{year}-{c.season}"
    if c.week is not None:
        return f"{year}-W{c.week:02d}{'-WE' if c.weekend else ''}"
    if c.month is not None or c.day is not None:
        month = f"{c.month:02d}" if c.month is not None else "XX"
        return f"{year}-{month}-{c.day:02d}" if c.day is not None else f"{year}-{month}"
    if c.weekday is not None:
        return f"{year}-WXX-{c.weekday}"
    if c.part is not None or c.clock is not None:
        return f"{year}-XX-XX"
    return year if c.year is not None else None


def day_of(c: Calendar) -> date | None:
    """The day, where the fields name one."""
    if c.bc or c.year is None or c.month is None or c.day is None or not 1 <= c.year <= 9998:
        return None
    try:
        return date(c.year, c.month, c.day)
    except ValueError:
        return None


def days_of(c: Calendar) -> Days | None:
    """First and last day that the fields can mean; None where they lie in no known year, or before Christ."""
    if c.bc:
        return None
    if c.century is not None:
        return _years(c.century * 100, 100)
    if c.decade is not None:
        return _years(c.decade * 10, 10)
    if c.year is None or not 1 <= c.year <= 9998:
        return None
    if c.half is not None:
        return _months(c.year, 6 * c.half - 5, 6)
    if c.quarter is not None:
        return _months(c.year, 3 * c.quarter - 2, 3)
    if c.season is not None:
        return _season(c)
    if c.week is not None:
        return _week(c)
    if c.month is None:
        return None if c.weekday or c.day else _years(c.year, 1)
    if c.day is None:
        return _months(c.year, c.month, 1)
    day = day_of(c)
    return None if day is None else (day, day)


def _years(first: int, count: int) -> Days | None:
    first = max(first, 1)
    return (date(first, 1, 1), date(first + count - 1, 12, 31)) if first + count <= 9999 else None


def _months(year: int, first: int, count: int) -> Days:
    last = first + count - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _season(c: Calendar) -> Days:
    year = c.year or 0
    if c.season == "WI":  # "winter 2011" may be the one that began in 2010 or the one that began in 2011
        return date(year, c.month or 1, 1), date(year + 1, 2, monthrange(year + 1, 2)[1])
    first, last = SEASONS[c.season or ""]
    return _months(year, first, last - first + 1)


def _week(c: Calendar) -> Days | None:
    try:
        monday = date.fromisocalendar(c.year or 0, c.week or 0, 1)
    except ValueError:
        return None
    return (monday + timedelta(5), monday + timedelta(6)) if c.weekend else (monday, monday + timedelta(6))


EDGES: Final = {
    # sort of stretch: what its beginning, its middle and its end keep, as (from, to) in twelfths
    "START": (0, 3),
    "MID": (4, 8),
    "END": (9, 12),
}
"""Early, mid and late, in twelfths: "late 2017" is October to December, "mid-2018" May to August."""


def narrowed(c: Calendar, mod: str | None) -> Days | None:
    """First and last day of the part that a modifier leaves: of "late 2017", "mid-March"."""
    whole = days_of(c)
    if whole is None or mod not in EDGES or whole[0] == whole[1]:
        return whole
    first, last = EDGES[mod]
    if c.year is not None and c.month is None and not (c.quarter or c.half or c.season or c.week):
        return _months(c.year, first + 1, last - first)
    if c.month is not None and c.day is None:
        return _third(whole, mod)
    if c.decade is not None:
        years = {"START": (0, 4), "MID": (3, 4), "END": (6, 4)}[mod]
        return _years(c.decade * 10 + years[0], years[1])
    length = (whole[1] - whole[0]).days + 1
    return whole[0] + timedelta(first * length // 12), whole[0] + timedelta(max(last * length // 12 - 1, 0))


def _third(month: Days, mod: str) -> Days:
    first, last = month
    borders = {"START": (1, 10), "MID": (11, 20), "END": (21, last.day)}[mod]
    return first.replace(day=borders[0]), first.replace(day=borders[1])


def precision_of(days: Days | None) -> TimePrecision:
    """How precise two days make an expression."""
    if days is None:
        return "none"
    length = (days[1] - days[0]).days + 1
    steps: tuple[tuple[int, TimePrecision], ...] = (
        (1, "day"),
        (6, "days"),
        (7, "week"),
        (31, "month"),
        (123, "season"),
        (425, "year"),
    )
    return next((name for most, name in steps if length <= most), "longer")
