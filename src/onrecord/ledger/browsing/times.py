"""Happenings by when they were, each with the days that it may have been on; and when claims and reports date from."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final, Literal

from sqlalchemy import Connection, func, select

from onrecord.ledger.browsing.limits import claim_limits, happening_limits, report_limits
from onrecord.ledger.browsing.told import ToldAs, told_as
from onrecord.ledger.linking.tables import CLAIMS, HAPPENINGS, TELLINGS
from onrecord.ledger.parts import CHAINS, PARTICIPANTS
from onrecord.ledger.tables import REPORTS
from onrecord.record.filter import Filter

__all__ = ["LANES", "Lane", "TimeSpan", "actors_of", "claim_days", "days_of", "report_days", "times_of_happenings"]

Lane = Literal["type", "place", "actor"]
LANES: Final[tuple[Lane, ...]] = ("type", "place", "actor")
"""What happenings can be put side by side by."""
_YEAR, _MONTH = 4, 7


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A happening and the days that it may have been on.

    Attributes:
        id: Its id.
        type: Its type in the ontology.
        place: Where it was.
        first: Not before this day; None where no report says when it was.
        last: Not after this day.
        reports: How many reports tell of it.
        told_as: How it is told.
    """

    id: str
    type: str | None
    place: str | None
    first: date | None
    last: date | None
    reports: int
    told_as: ToldAs

    @property
    def exact(self) -> bool:
        """Whether one day is known."""
        return self.first is not None and self.first == self.last


def times_of_happenings(connection: Connection, filter: Filter) -> list[TimeSpan]:  # noqa: A002 (it is called so everywhere)
    """All happenings within a filter by when they were, the undated last.

    Raises:
        FilterError: There is nothing to look for in the words of the filter.
    """
    table = HAPPENINGS.c
    query = (
        select(table.id, table.type, table.place, table.earliest, table.latest, table.reports)
        .where(*happening_limits(filter))
        .order_by(table.earliest.is_(None), table.earliest, table.latest, table.number)
    )
    told = told_as(connection)
    return [
        TimeSpan(row.id, row.type, row.place, *days_of(row.earliest, row.latest), row.reports, told.get(row.id, "told"))
        for row in connection.execute(query)
    ]


def actors_of(connection: Connection, filter: Filter) -> dict[str, str]:  # noqa: A002
    """Who is said to have done what happened, by the ids of happenings within a filter; of several the one named most often."""
    query = (
        select(TELLINGS.c.happening, CHAINS.c.name, func.count())
        .join(PARTICIPANTS, PARTICIPANTS.c.incident == TELLINGS.c.incident)
        .join(CHAINS, CHAINS.c.id == PARTICIPANTS.c.chain)
        .where(PARTICIPANTS.c.role == "perpetrator", CHAINS.c.name.is_not(None))
        .where(TELLINGS.c.happening.in_(select(HAPPENINGS.c.id).where(*happening_limits(filter))))
        .group_by(TELLINGS.c.happening, CHAINS.c.name)
        .order_by(TELLINGS.c.happening, func.count().desc(), CHAINS.c.name)
    )
    found: dict[str, str] = {}
    for id_, name, _ in connection.execute(query):
        found.setdefault(id_, name)
    return found


def claim_days(connection: Connection, filter: Filter) -> Counter[tuple[date, date]]:  # noqa: A002
    """How many claims within a filter are about which days; where a claim names no date these are the days of its reports."""
    table = CLAIMS.c
    query = select(table.earliest, table.latest, func.count()).where(*claim_limits(filter))
    return _counted(connection.execute(query.group_by(table.earliest, table.latest)))


def report_days(connection: Connection, filter: Filter) -> Counter[tuple[date, date]]:  # noqa: A002
    """How many reports within a filter were published on which days; those that do not say when are not counted."""
    published = REPORTS.c.published
    query = select(published, published, func.count()).where(*report_limits(filter)).group_by(published)
    return _counted(connection.execute(query))


def days_of(earliest: str | None, latest: str | None) -> tuple[date | None, date | None]:
    """The first and the last day of a range of which the ends may be months or years; None and None where it has no beginning or end."""
    first, last = _day(earliest, end=False), _day(latest, end=True)
    return (first, last) if first and last and first <= last else (None, None)


def _counted(rows: Iterable[Any]) -> Counter[tuple[date, date]]:
    found: Counter[tuple[date, date]] = Counter()
    for earliest, latest, count in rows:
        first, last = days_of(earliest, latest)
        if first and last:
            found[first, last] += count
    return found


@lru_cache(8192)
def _day(text: str | None, *, end: bool) -> date | None:
    """The day that a date of any precision begins or ends with."""
    try:
        if text is None:
            return None
        if len(text) == _YEAR:
            return date(int(text), 12, 31) if end else date(int(text), 1, 1)
        if len(text) == _MONTH:
            first = date.fromisoformat(f"{text}-01")
            return first.replace(day=monthrange(first.year, first.month)[1]) if end else first
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
