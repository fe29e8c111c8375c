"""Reports: a page of the list of them, and one with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, case, func, select

from onrecord.errors import FilterError
from onrecord.ledger.browsing.limits import report_limits
from onrecord.ledger.browsing.listed import MOST_VALUES, Facets, Listed, count_by, page_of
from onrecord.ledger.linking.tables import CLAIMS, COPIES, COPY_MEMBERS, HAPPENINGS, LINKED, STANCES, TELLINGS
from onrecord.ledger.tables import READINGS, REPORTS
from onrecord.record.filter import Filter

__all__ = [
    "ClaimTouched", "Copy", "HappeningTouched", "ReadingListed", "ReportAround", "ReportListed", "list_reports", "report_around",
    "report_facets",
]  # fmt: skip

_MONTH: Final = func.substr(REPORTS.c.published, 1, 7)
_ORDERS: Final = {
    "newest": (REPORTS.c.published.desc().nulls_last(), REPORTS.c.number.desc()),
    "oldest": (REPORTS.c.published.asc().nulls_last(), REPORTS.c.number),
    "added": (REPORTS.c.number.desc(),),
    "statements": (READINGS.c.statements.desc(), REPORTS.c.number),
}


@dataclass(frozen=True, slots=True)
class ReportListed:
    """A report in a list.

    Attributes:
        id: Its id.
        title: Its headline, or its name where it has none.
        publisher: The outlet.
        published: ISO date of publication.
        language: ISO 639-1 code.
        statements: How many statements its newest reading has.
        happenings: How many happenings it tells of.
        contested: How many contested claims it takes a stance on.
    """

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    statements: int
    happenings: int
    contested: int


@dataclass(frozen=True, slots=True)
class ReadingListed:
    """A reading of a report.

    Attributes:
        id: Its id.
        reader: What read it.
        version: The reader's version.
        at: When it was added, ISO 8601 in UTC.
        statements: How many statements it has.
    """

    id: str
    reader: str | None
    version: str | None
    at: str
    statements: int


@dataclass(frozen=True, slots=True)
class Copy:
    """Another report that shares running text with this one.

    Attributes:
        id: Its id.
        title: Its headline.
        publisher: The outlet.
        published: ISO date of publication.
        family: The copy family.
        derivation: How much of it is taken from elsewhere: wholly, partially, or not.
        is_root: Whether the family comes from it.
    """

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    family: str
    derivation: str | None
    is_root: bool


@dataclass(frozen=True, slots=True)
class ClaimTouched:
    """A claim on which a report takes a stance.

    Attributes:
        id: Its id.
        proposition: What is claimed.
        status: What all stances on it come to.
        stance: How the report or somebody in it stands to it.
        source: Who does.
        statement: Id of the statement; None where the report itself says so.
    """

    id: str
    proposition: str | None
    status: str | None
    stance: str | None
    source: str | None
    statement: str | None


@dataclass(frozen=True, slots=True)
class HappeningTouched:
    """A happening that a report tells of.

    Attributes:
        id: Its id.
        type: Its type in the ontology.
        place: Where it was.
        earliest: ISO date: not before.
        latest: ISO date: not after.
        reports: How many reports tell of it.
        incident: Id of the incident as this report tells it.
    """

    id: str
    type: str | None
    place: str | None
    earliest: str | None
    latest: str | None
    reports: int
    incident: str | None


@dataclass(frozen=True, slots=True)
class ReportAround:
    """What belongs to a report besides its text.

    Attributes:
        readings: Its readings, the newest first.
        copies: Reports that share its text.
        claims: Its stances on claims, those on contested ones first.
        happenings: What it tells of, by when it was.
        linked_as: The report of the same document that is linked in its place.
    """

    readings: tuple[ReadingListed, ...]
    copies: tuple[Copy, ...]
    claims: tuple[ClaimTouched, ...]
    happenings: tuple[HappeningTouched, ...]
    linked_as: str | None


def list_reports(connection: Connection, within: Filter, order: str, start: int, size: int) -> Listed[ReportListed]:
    """Reports within a filter.

    Args:
        connection: A transaction.
        within: The filter.
        order: newest, oldest (by publication), added (the last first), or statements (the most first).
        start: How many come before the first.
        size: The most that are given.

    Raises:
        FilterError: There is no such order, or there is nothing to look for in the words of the filter.
    """
    if order not in _ORDERS:
        raise FilterError(f"sort: {order!r} is none; there are {', '.join(_ORDERS)}")
    report = REPORTS.c
    query = (
        select(report.id, report.title, report.publisher, report.published, report.language, READINGS.c.statements)
        .join(READINGS, READINGS.c.id == report.latest_reading)
        .where(*report_limits(within))
        .order_by(*_ORDERS[order])
    )
    page = page_of(connection, query, start, size)
    ids = [row.id for row in page.rows]
    happenings, contested = _happenings_told(connection, ids), _contested_in(connection, ids)
    rows = (
        ReportListed(
            row.id, row.title, row.publisher, row.published, row.language, row.statements, happenings.get(row.id, 0),
            contested.get(row.id, 0),
        )
        for row in page.rows
    )  # fmt: skip
    return Listed(tuple(rows), page.total)


def report_facets(connection: Connection, within: Filter) -> Facets:
    """How many reports within a filter there are of each outlet ("publisher") and month; the newest months first."""
    months = (
        select(_MONTH, func.count())
        .where(_MONTH.is_not(None), *report_limits(within))
        .group_by(_MONTH)
        .order_by(_MONTH.desc())
        .limit(MOST_VALUES)
    )
    return {
        "publisher": count_by(connection, REPORTS.c.publisher, REPORTS.c.id, report_limits, within, "publisher"),
        "month": [(str(month), int(count)) for month, count in connection.execute(months)],
    }


def report_around(connection: Connection, report: str) -> ReportAround:
    """What belongs to a report; nothing where there is none of this id."""
    as_linked = connection.scalar(select(LINKED.c.same_as).where(LINKED.c.report == report))
    home = as_linked or report
    return ReportAround(
        tuple(_readings(connection, report)),
        tuple(_copies(connection, home)),
        tuple(_claims(connection, home)),
        tuple(_happenings(connection, home)),
        as_linked,
    )


def _happenings_told(connection: Connection, reports: Sequence[str]) -> dict[str, int]:
    number = func.count(TELLINGS.c.happening.distinct())
    query = select(TELLINGS.c.report, number).where(TELLINGS.c.report.in_(reports)).group_by(TELLINGS.c.report)
    return _counts(connection, query)


def _contested_in(connection: Connection, reports: Sequence[str]) -> dict[str, int]:
    query = (
        select(STANCES.c.report, func.count(STANCES.c.claim.distinct()))
        .join(CLAIMS, CLAIMS.c.id == STANCES.c.claim)
        .where(STANCES.c.report.in_(reports), CLAIMS.c.status == "contested")
        .group_by(STANCES.c.report)
    )
    return _counts(connection, query)


def _counts(connection: Connection, query: Select[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(query)}


def _readings(connection: Connection, report: str) -> Iterator[ReadingListed]:
    kept = READINGS.c
    query = select(kept.id, kept.reader, kept.reader_version, kept.at, kept.statements).where(kept.report == report)
    for row in connection.execute(query.order_by(kept.number.desc())):
        yield ReadingListed(*row)


def _copies(connection: Connection, report: str) -> Iterator[Copy]:
    families = select(COPY_MEMBERS.c.family).where(COPY_MEMBERS.c.report == report)
    other = REPORTS.c
    query = (
        select(
            other.id, other.title, other.publisher, other.published, COPY_MEMBERS.c.family, COPY_MEMBERS.c.derivation,
            COPIES.c.root == other.id,
        )
        .join(COPY_MEMBERS, COPY_MEMBERS.c.report == other.id)
        .join(COPIES, COPIES.c.id == COPY_MEMBERS.c.family)
        .where(COPY_MEMBERS.c.family.in_(families), other.id != report)
        .order_by(COPIES.c.number, other.published, other.number)
    )  # fmt: skip
    # A database may give a truth as 0 or 1, and nothing where the family has no root.
    rows = ([*row[:-1], bool(row[-1])] for row in connection.execute(query))
    for row in rows:
        yield Copy(*row)


def _claims(connection: Connection, report: str) -> Iterator[ClaimTouched]:
    query: Any = (
        select(
            CLAIMS.c.id, CLAIMS.c.proposition, CLAIMS.c.status, STANCES.c.stance, STANCES.c.source, STANCES.c.statement
        )
        .join(STANCES, STANCES.c.claim == CLAIMS.c.id)
        .where(STANCES.c.report == report)
        .order_by(case((CLAIMS.c.status == "contested", 0), else_=1), STANCES.c.start_offset, CLAIMS.c.number)
    )
    for row in connection.execute(query):
        yield ClaimTouched(*row)


def _happenings(connection: Connection, report: str) -> Iterator[HappeningTouched]:
    told = HAPPENINGS.c
    query = (
        select(told.id, told.type, told.place, told.earliest, told.latest, told.reports, TELLINGS.c.incident)
        .join(TELLINGS, TELLINGS.c.happening == told.id)
        .where(TELLINGS.c.report == report)
        .order_by(told.earliest.asc().nulls_last(), told.number)
    )
    for row in connection.execute(query):
        yield HappeningTouched(*row)
