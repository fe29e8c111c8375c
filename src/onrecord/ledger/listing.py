"""What is in the ledger: reports, statements, how they were captured, and how many there are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, column, func, select, table

from onrecord.errors import NotInLedger
from onrecord.ledger.originals import Originals
from onrecord.ledger.tables import (
    CAPTURES,
    CUSTODY,
    FEEDS,
    JUDGEMENTS,
    ORIGINALS,
    READINGS,
    REPORTS,
    TOMBSTONES,
)
from onrecord.record.original import Capture, Original, Stated
from onrecord.record.record import Record
from onrecord.record.statement import Statement

_ID: Final = re.compile(r"r\d+|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Report:
    """A report in the ledger, as its newest reading describes it.

    Attributes:
        id: Its id in this ledger.
        sha256: Hash of its bytes.
        media_type: What kind of file they are.
        length: How many bytes.
        title: Its headline, or its name where it has none.
        publisher: The outlet.
        byline: Who wrote it.
        credit: The agency that it was taken from.
        published: ISO date of publication.
        language: ISO 639-1 code.
        url: Where it stands or stood.
        version: Which of the versions that its address gave.
        previous: The report that the address gave before.
        added: When it was added, ISO 8601 in UTC.
        reading_id: Its newest reading.
        reader: What read it.
        statements: How many statements the reading has.
        mentions: How many mentions.
        notes: How many things were given up on.
        readings: How many readings there are.
        captures: How many captures there are.
    """

    id: str
    sha256: str
    media_type: str
    length: int
    title: str | None
    publisher: str | None
    byline: str | None
    credit: str | None
    published: str | None
    language: str | None
    url: str | None
    version: int
    previous: str | None
    added: str
    reading_id: str
    reader: str | None
    statements: int
    mentions: int
    notes: int
    readings: int
    captures: int


@dataclass(frozen=True, slots=True)
class StatementInReport:
    """A statement with the report that it stands in.

    Attributes:
        id: Its id in this ledger.
        statement: The statement.
        report: The report.
        record: The record that it is part of.
    """

    id: str
    statement: Statement
    report: Report
    record: Record


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in a ledger.

    Attributes:
        reports: Reports.
        readings: Readings of them.
        captures: Captures of them.
        statements: Statements of the newest readings.
        mentions: Mentions of the newest readings.
        bytes: Bytes of all originals.
        failures: Failures that are open.
        judgements: Judgements.
        feeds: Feeds that are followed.
        purged: Reports that were purged.
        steps: Rows of the custody log.
    """

    reports: int
    readings: int
    captures: int
    statements: int
    mentions: int
    bytes: int
    failures: int
    judgements: int
    feeds: int
    purged: int
    steps: int


def iter_reports(
    connection: Connection, *, publisher: str | None = None, since: str | None = None, until: str | None = None
) -> Iterator[Report]:
    """Reports in the order in which they were added.

    Args:
        connection: A transaction.
        publisher: Part of the name of the outlet.
        since: ISO date; only those published then or later.
        until: ISO date; only those published then or before.
    """
    query = _reports().order_by(REPORTS.c.number)
    if publisher is not None:
        query = query.where(REPORTS.c.publisher.icontains(publisher, autoescape=True))
    if since is not None:
        query = query.where(REPORTS.c.published >= since)
    if until is not None:
        query = query.where(func.substr(REPORTS.c.published, 1, len(until)) <= until)
    for row in connection.execute(query):
        yield Report(*row)


def get_report(connection: Connection, id_: str) -> Report:
    """One report.

    Args:
        connection: A transaction.
        id_: Its id, or the hash of its bytes, with or without "sha256:" before it.

    Raises:
        NotInLedger: There is none; if it was purged, the message says so.
    """
    sha256 = id_.removeprefix("sha256:")
    if not _ID.fullmatch(sha256):
        raise NotInLedger(f"{id_!r} is no id of a report; they are called r1, r2, …, or by the hash of their bytes")
    row = connection.execute(_reports().where((REPORTS.c.id == id_) | (REPORTS.c.original == sha256))).first()
    if row is not None:
        return Report(*row)
    stone = connection.execute(
        select(TOMBSTONES).where((TOMBSTONES.c.report == id_) | (TOMBSTONES.c.sha256 == sha256))
    ).first()
    if stone:
        raise NotInLedger(f"{id_}: {stone.who} purged it on {stone.at[:10]} ({stone.reason})")
    raise NotInLedger(f"{id_}: there is no report of this id; reports are called r1, r2, …")


def get_original(connection: Connection, originals: Originals, report: Report) -> Original:
    """The bytes of a report, with its first capture.

    Raises:
        LedgerDamaged: They are gone or were changed.
    """
    first = select(CAPTURES.c.capture).where(CAPTURES.c.report == report.id).order_by(CAPTURES.c.sequence).limit(1)
    kept = json.loads(connection.execute(first).scalar_one())
    stated = tuple(Stated(**each) for each in kept["stated"])
    content = originals.get(report.sha256)
    return Original(report.sha256, content, report.media_type, kept["name"], stated, _capture(kept["capture"]))


def iter_captures(connection: Connection, report: str) -> Iterator[tuple[str, Capture | None]]:
    """How a report was captured, each time: what it was called, and the capture."""
    rows = select(CAPTURES.c.capture).where(CAPTURES.c.report == report).order_by(CAPTURES.c.sequence)
    for line in connection.scalars(rows):
        kept = json.loads(line)
        yield kept["name"], _capture(kept["capture"])


def count(connection: Connection) -> Counts:
    """How much there is."""
    latest = select(
        func.count(), func.coalesce(func.sum(READINGS.c.statements), 0), func.coalesce(func.sum(READINGS.c.mentions), 0)
    ).join_from(REPORTS, READINGS, READINGS.c.id == REPORTS.c.latest_reading)
    reports, statements, mentions = connection.execute(latest).one()
    size = int(connection.scalar(select(func.coalesce(func.sum(ORIGINALS.c.length), 0))) or 0)
    rest = (READINGS, CAPTURES, table("open_failures", column("id")), JUDGEMENTS, FEEDS, TOMBSTONES, CUSTODY)
    readings, captures, failures, judgements, feeds, purged, steps = (
        int(connection.scalar(select(func.count()).select_from(each)) or 0) for each in rest
    )
    return Counts(
        reports, readings, captures, int(statements), int(mentions), size, failures, judgements, feeds, purged, steps
    )  # fmt: skip


def _reports() -> Select[Any]:
    def number_of(rows: Any) -> Any:
        return select(func.count()).select_from(rows).where(rows.c.report == REPORTS.c.id).scalar_subquery()

    other = READINGS.alias()
    report = REPORTS.c
    return (
        select(
            report.id, report.original, ORIGINALS.c.media_type, ORIGINALS.c.length, report.title, report.publisher,
            report.byline, report.credit, report.published, report.language, report.url, report.version,
            report.previous, report.added, READINGS.c.id, READINGS.c.reader, READINGS.c.statements,
            READINGS.c.mentions, READINGS.c.notes, number_of(other), number_of(CAPTURES),
        )
        .join(ORIGINALS, ORIGINALS.c.sha256 == report.original)
        .join(READINGS, READINGS.c.id == report.latest_reading)
    )  # fmt: skip


def _capture(kept: dict[str, Any] | None) -> Capture | None:
    if kept is None:
        return None
    headers = tuple((name, value) for name, value in kept["headers"])
    return Capture(**{**kept, "redirects": tuple(kept["redirects"]), "headers": headers})
