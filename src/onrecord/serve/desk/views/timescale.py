"""A stretch of days as a line: where a day stands on it, what is written under it, and the days, months or years to count in."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

__all__ = ["Bin", "Tick", "Timescale"]

Unit = Literal["day", "month", "year"]
_LENGTHS: Final[dict[Unit, int]] = {"day": 10, "month": 7, "year": 4}
_MOST_DAYS: Final = 92
_MOST_MONTHS_IN_DAYS: Final = 12 * 366
_MOST_TICKS: Final = 14
_DAY: Final = timedelta(1)
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Bin:
    """A day, a month or a year.

    Attributes:
        name: As ISO has it: "2018", "2018-12" or "2018-12-18".
        first: Its first day.
        last: Its last day.
    """

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Tick:
    """What is written under the line.

    Attributes:
        x: Where.
        text: What.
    """

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Timescale:
    """The days from `first` to `last` on a line that begins at `left` and ends at `right`."""

    first: date
    last: date
    left: float
    right: float

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def unit(self) -> Unit:
        """What to count in."""
        if self.days <= _MOST_DAYS:
            return "day"
        return "month" if self.days <= _MOST_MONTHS_IN_DAYS else "year"

    def begin(self, day: date) -> float:
        """Where a day begins; what lies before the line or after it is at its end."""
        return self._at((day - self.first).days)

    def end(self, day: date) -> float:
        """Where a day ends; see `begin`."""
        return self._at((day - self.first).days + 1)

    def _at(self, passed: int) -> float:
        return round(self.left + (self.right - self.left) * max(min(passed, self.days), 0) / self.days, 1)

    def bins(self) -> Iterator[Bin]:
        """The days, months or years of the line in order."""
        yield from _bins(self.first, self.last, self.unit)

    def bin_of(self, day: date) -> str:
        """The name of the day, month or year that a day lies in; what lies before the line counts in its first."""
        return max(min(day, self.last), self.first).isoformat()[: _LENGTHS[self.unit]]

    def ticks(self) -> Iterator[Tick]:
        """A few of them with their names."""
        unit: Unit = self.unit
        if unit == "month" and self.days > 366 * 2:
            unit = "year"
        bins = list(_bins(self.first, self.last, unit))
        step = -(-len(bins) // _MOST_TICKS)
        for at, one in enumerate(bins):
            if at % step == 0:
                yield Tick(self.begin(one.first), _written(one, unit, whole=at == 0 or one.first.month == 1))


def _bins(first: date, last: date, unit: Unit) -> Iterator[Bin]:
    day = first
    while True:
        begin, end = day, day
        if unit == "month":
            begin, end = day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
        elif unit == "year":
            begin, end = day.replace(month=1, day=1), day.replace(month=12, day=31)
        yield Bin(begin.isoformat()[: _LENGTHS[unit]], begin, end)
        if end >= last:
            return
        day = end + _DAY


def _written(one: Bin, unit: Unit, *, whole: bool) -> str:
    if unit == "year":
        return str(one.first.year)
    month = _MONTHS[one.first.month - 1]
    if unit == "month":
        return f"{month} {one.first.year}" if whole else month
    return f"{one.first.day} {month}"
