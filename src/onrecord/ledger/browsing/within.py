"""What of a ledger is within a filter, streamed in a fixed order: what an export is made of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Select, and_, case, func, or_, select

from onrecord.ledger.browsing.limits import TELLS, claim_limits, happening_limits, report_limits
from onrecord.ledger.connect import Store
from onrecord.ledger.judging.rows import judgement_of
from onrecord.ledger.linking.judging import PairJudged, iter_pairs_judged
from onrecord.ledger.linking.tables import CLAIMS, COPIES, COPY_MEMBERS, HAPPENINGS, LINKED, STANCES, TELLINGS
from onrecord.ledger.parts import EVENTS
from onrecord.ledger.tables import JUDGEMENTS, READINGS, RECORDS, REPORTS
from onrecord.record.claim import Claim
from onrecord.record.codec import linked_from_json, loads
from onrecord.record.copies import Copies
from onrecord.record.filter import Filter
from onrecord.record.happening import Happening
from onrecord.record.judgement import Judgement
from onrecord.record.record import Record

__all__ = ["ReportRead", "Within"]

# A record takes about a megabyte.
_RECORDS_AT_ONCE: Final = 8
_AT_ONCE: Final = 200
Linked = TypeVar("Linked", Claim, Happening, Copies)


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report with one of its readings.

    Attributes:
        id: Its id in the ledger.
        reading: Id of the reading.
        sha256: Hash of its bytes.
        added: When it was added, ISO 8601 in UTC.
        record: What was read in it.
    """

    id: str
    reading: str
    sha256: str
    added: str
    record: Record


class Within:
    """What is within a filter. Each call begins anew and sees the ledger as it is then.

    Args:
        store: The ledger's database.
        filter: Which part of it.

    Raises:
        FilterError: There is nothing to look for in the filter's words.
    """

    def __init__(self, store: Store, filter: Filter) -> None:  # noqa: A002 (it is called so everywhere)
        self._store = store
        self._reports = report_limits(filter)
        self._claims = claim_limits(filter)
        self._happenings = happening_limits(filter)

    def iter_reports(self) -> Iterator[ReportRead]:
        """Reports with their newest readings, in the order in which they were added."""
        query = _read().where(READINGS.c.id == REPORTS.c.latest_reading, *self._reports).order_by(REPORTS.c.number)
        with self._store.reading() as connection:
            for row in _stream(connection, query, _RECORDS_AT_ONCE):
                yield _report(row)

    def iter_claims(self) -> Iterator[Claim]:
        """Claims, the contested first; of these and of the others those with the most independent sources."""
        table = CLAIMS.c
        query = select(table.json, table.id).where(*self._claims)
        ordered = query.order_by(
            case((table.status == "contested", 0), else_=1),
            func.coalesce(table.independent, 0).desc(),
            func.coalesce(table.reports, 0).desc(),
            table.number,
        )
        yield from self._linked(Claim, ordered)

    def iter_happenings(self) -> Iterator[Happening]:
        """Happenings by when they were."""
        table = HAPPENINGS.c
        query = select(table.json, table.id).where(*self._happenings)
        yield from self._linked(
            Happening, query.order_by(table.earliest.is_(None), table.earliest, table.latest, table.number)
        )

    def iter_copies(self) -> Iterator[Copies]:
        """Copy families of which a report is within the filter, the largest first."""
        inside = select(REPORTS.c.id).where(*self._reports)
        families = select(COPY_MEMBERS.c.family).where(COPY_MEMBERS.c.report.in_(inside))
        query = select(COPIES.c.json, COPIES.c.id).where(COPIES.c.id.in_(families))
        yield from self._linked(Copies, query.order_by(COPIES.c.reports.desc(), COPIES.c.number))

    def iter_judgements(self) -> Iterator[Judgement]:
        """What people decided about reports within the filter and their parts, in the order in which they did."""
        inside = select(REPORTS.c.id).where(*self._reports)
        query = select(JUDGEMENTS).where(JUDGEMENTS.c.report.in_(inside)).order_by(JUDGEMENTS.c.number)
        with self._store.reading() as connection:
            yield from map(judgement_of, _stream(connection, query, _AT_ONCE))

    def iter_pairs_judged(self) -> Iterator[PairJudged]:
        """What each reviewer says now of pairs of which one is told by a report within the filter."""
        with self._store.reading() as connection:
            yield from iter_pairs_judged(connection, select(REPORTS.c.id).where(*self._reports))

    def find_report(self, document: str) -> ReportRead | None:
        """The report of a document, within the filter or not: in the reading that is linked, or else in the newest."""
        linked = _read().join(LINKED, LINKED.c.report == REPORTS.c.id).where(READINGS.c.id == LINKED.c.reading)
        newest = _read().where(READINGS.c.id == REPORTS.c.latest_reading)
        with self._store.reading() as connection:
            row = connection.execute(linked.where(LINKED.c.document == document, LINKED.c.same_as.is_(None))).first()
            if row is None:
                sha256 = document.removeprefix("sha256:")
                row = connection.execute(newest.where(REPORTS.c.original == sha256)).first()
        return None if row is None else _report(row)

    def iter_claims_on(self, happening: str) -> Iterator[Claim]:
        """Claims that rest on the words for a happening, within the filter or not, in order.

        The words of one of their stances hold the words for the event, or the words for the event hold those of the stance.
        """
        holding = and_(EVENTS.c.start_offset >= STANCES.c.start_offset, EVENTS.c.start_offset < STANCES.c.end_offset)
        held = and_(STANCES.c.start_offset >= EVENTS.c.start_offset, STANCES.c.start_offset < EVENTS.c.end_offset)
        ids = (
            select(STANCES.c.claim)
            .join(TELLINGS, TELLINGS.c.report == STANCES.c.report)
            .join(EVENTS, TELLS)
            .where(TELLINGS.c.happening == happening, or_(holding, held))
        )
        query = select(CLAIMS.c.json, CLAIMS.c.id).where(CLAIMS.c.id.in_(ids)).order_by(CLAIMS.c.number)
        yield from self._linked(Claim, query)

    def _linked(self, kind: type[Linked], query: Select[Any]) -> Iterator[Linked]:
        with self._store.reading() as connection:
            for line, id_ in _stream(connection, query, _AT_ONCE):
                yield linked_from_json(kind, json.loads(line), name=id_)


def _read() -> Select[Any]:
    report = REPORTS.c
    return (
        select(report.id, READINGS.c.id.label("reading"), report.original, report.added, RECORDS.c.record)
        .join(READINGS, READINGS.c.report == report.id)
        .join(RECORDS, RECORDS.c.reading == READINGS.c.id)
    )


def _report(row: Any) -> ReportRead:
    return ReportRead(row.id, row.reading, row.original, row.added, loads(row.record, name=row.reading))


def _stream(connection: Connection, query: Select[Any], at_once: int) -> Iterator[Any]:
    with connection.execute(query, execution_options={"yield_per": at_once}) as rows:
        yield from rows
