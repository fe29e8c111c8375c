"""Purging: a report's words leave the ledger for good, and a tombstone says that it was there."""

from __future__ import annotations

import contextlib

from sqlalchemy import Connection, delete, or_, select, update

from onrecord.errors import LedgerLocked, NotInLedger
from onrecord.ledger import search
from onrecord.ledger.connect import Store, insert_rows
from onrecord.ledger.custody import Log
from onrecord.ledger.linking import forget
from onrecord.ledger.linking.tables import PAIR_JUDGEMENTS
from onrecord.ledger.originals import Originals
from onrecord.ledger.parts import PARTS
from onrecord.ledger.tables import (
    CAPTURES,
    FAILURES,
    JUDGEMENTS,
    METADATA,
    ORIGINALS,
    READINGS,
    RECORDS,
    REPORTS,
    TOMBSTONES,
)


def purge(connection: Connection, report: str, reason: str, log: Log) -> str:
    """Takes all rows of a report out and sets its tombstone.

    Args:
        connection: The transaction.
        report: The report.
        reason: Why; it stays in the ledger, so it should hold no words of the report.
        log: The custody log, which says who and when.

    Returns:
        The hash of its bytes, which `finish` has to take away.

    Raises:
        NotInLedger: There is no such report.
    """
    row = connection.execute(select(REPORTS).where(REPORTS.c.id == report)).first()
    if row is None:
        raise NotInLedger(f"{report}: there is no report of this id; reports are called r1, r2, …")
    removed = _remove(connection, report, row.original)
    connection.execute(update(REPORTS).where(REPORTS.c.previous == report).values(previous=row.previous))
    insert_rows(connection, TOMBSTONES, [(report, row.number, row.original, reason, log.who, log.at)])
    log.write("purge", report, {"original": row.original, "reason": reason, "removed": removed})
    return str(row.original)


def finish(store: Store, originals: Originals, sha256: str) -> None:
    """Sees to it that nothing of what was purged is left on the disk. The bytes go last: while they are there it is unfinished.

    Raises:
        LedgerLocked: All is gone but for what another program, which still reads the ledger as it was, keeps in the log.
    """
    busy = False
    if store.is_sqlite:
        with store.outside() as connection:
            busy = bool(connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0])
    else:
        _rewrite(store)
    originals.remove(sha256)
    if busy:
        raise LedgerLocked(
            f"{store.where}: the report is purged, but another program still reads the ledger as it was, so that words of "
            "the report are left in the log beside the file; they go when that program is stopped and the ledger closed"
        )


def finish_interrupted(store: Store, originals: Originals) -> None:
    """Finishes purges in the middle of which the program was stopped."""
    with store.reading() as connection:
        stones = connection.scalars(select(TOMBSTONES.c.sha256)).all()
    for sha256 in filter(originals.holds, stones):
        with contextlib.suppress(LedgerLocked):
            finish(store, originals, sha256)


def _rewrite(store: Store) -> None:
    """Lets PostgreSQL write its tables anew, since it keeps deleted rows until then."""
    with store.outside() as connection:
        for table in METADATA.tables.values():
            connection.exec_driver_sql(f'VACUUM (FULL) "{table.name}"')


def _remove(connection: Connection, report: str, sha256: str) -> list[str]:
    """Deletes every row of a report, and tells which judgements and failures were among them."""
    search.unindex(connection, report)
    names = select(CAPTURES.c.name).where(CAPTURES.c.report == report)
    failed = or_(FAILURES.c.original == sha256, FAILURES.c.name.in_(names))
    gone = [*connection.scalars(select(JUDGEMENTS.c.id).where(JUDGEMENTS.c.report == report))]
    gone += connection.scalars(select(FAILURES.c.id).where(failed))
    connection.execute(delete(FAILURES).where(failed))
    forget(connection, [report])
    paired = or_(PAIR_JUDGEMENTS.c.report_a == report, PAIR_JUDGEMENTS.c.report_b == report)
    gone += connection.scalars(select(PAIR_JUDGEMENTS.c.id).where(paired))
    connection.execute(delete(PAIR_JUDGEMENTS).where(paired))
    readings = select(READINGS.c.id).where(READINGS.c.report == report)
    connection.execute(delete(RECORDS).where(RECORDS.c.reading.in_(readings)))
    for table in (*PARTS.values(), JUDGEMENTS, CAPTURES, READINGS):
        connection.execute(delete(table).where(table.c.report == report))
    connection.execute(delete(REPORTS).where(REPORTS.c.id == report))
    connection.execute(delete(ORIGINALS).where(ORIGINALS.c.sha256 == sha256))
    search.rebuild(connection)
    return gone
