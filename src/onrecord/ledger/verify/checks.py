"""All checks in order: the database itself, the log, the originals, the records, the tables made from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, inspect, select

from onrecord.errors import LedgerDamaged, LedgerError, RecordError
from onrecord.ledger.adding import described
from onrecord.ledger.connect import Store
from onrecord.ledger.linking.tables import ITEMS, LINKED
from onrecord.ledger.originals import Originals
from onrecord.ledger.parts import PARTS
from onrecord.ledger.rows import rows_of
from onrecord.ledger.search import SENTENCES, TRIGRAMS, WORDS, rows_of_text
from onrecord.ledger.tables import CAPTURES, METADATA, ORIGINALS, READINGS, RECORDS, REPORTS, TOMBSTONES
from onrecord.ledger.verify.chain import check_chain, check_told
from onrecord.ledger.verify.finding import Finding
from onrecord.ledger.verify.linked import check_linked
from onrecord.ledger.verify.links import problems_of
from onrecord.ledger.views import VIEWS
from onrecord.record.codec import loads
from onrecord.record.record import Record


def verify(store: Store, originals: Originals, *, deep: bool = True) -> Iterator[Finding]:
    """Checks a ledger.

    Args:
        store: The database.
        originals: The folder of originals.
        deep: Whether every original is hashed and every table is made anew and compared; otherwise only what is quick:
            the log, what is there and what is missing, and the hashes of records.

    Yields:
        What is wrong, as it is found.
    """
    try:
        with store.reading() as connection:
            yield from _check_schema(connection)
            if store.is_sqlite:
                yield from _check_pages(connection, deep=deep)
            yield from check_chain(connection)
            yield from check_told(connection)
            yield from _check_originals(connection, originals, deep=deep)
            yield from _check_tombstones(connection, originals)
            yield from _check_readings(connection, deep=deep)
            yield from check_linked(connection, deep=deep)
        if deep and store.is_sqlite and not store.read_only:
            yield from _check_indexes(store)
    except LedgerDamaged as error:
        yield Finding(store.where, str(error), "database")


def _check_schema(connection: Connection) -> Iterator[Finding]:
    inspector = inspect(connection)
    tables, views = set(inspector.get_table_names()), set(inspector.get_view_names())
    for name in VIEWS.keys() - views:
        yield Finding(name, "the view is not there", "schema")
    for table in METADATA.tables.values():
        if table.name not in tables:
            yield Finding(table.name, "the table is not there", "schema")
            continue
        there = {column["name"] for column in inspector.get_columns(table.name)}
        if missing := {column.name for column in table.columns} - there:
            yield Finding(table.name, f"has no column {', '.join(sorted(missing))}", "schema")


def _check_pages(connection: Connection, *, deep: bool) -> Iterator[Finding]:
    check = "PRAGMA integrity_check" if deep else "PRAGMA quick_check"
    for (said,) in connection.exec_driver_sql(check):
        if said != "ok":
            yield Finding("database", said, check)
    for table, row, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(table, f"row {row} points to nothing in {target}", "PRAGMA foreign_key_check")


def _check_indexes(store: Store) -> Iterator[Finding]:
    """Whether the indexes of words hold what the sentences say; SQLite asks for a transaction that may write."""
    for table in (WORDS, TRIGRAMS):
        try:
            with store.writing() as connection:
                asked = f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
                connection.exec_driver_sql(asked)
        except LedgerDamaged:
            yield Finding(table, "does not hold the words of the sentences", "search")


def _check_originals(connection: Connection, originals: Originals, *, deep: bool) -> Iterator[Finding]:
    rows = connection.execute(select(ORIGINALS.c.sha256, ORIGINALS.c.length).order_by(ORIGINALS.c.sha256)).all()
    for sha256, length in rows:
        yield from _check_original(originals, sha256, length, deep=deep)
    known, purged = {row.sha256 for row in rows}, set(connection.scalars(select(TOMBSTONES.c.sha256)))
    reported = set(connection.scalars(select(REPORTS.c.original)))
    for sha256 in known - reported:
        yield Finding(sha256, "belongs to no report", "originals")
    for sha256 in originals.iter_hashes():
        if sha256 not in known and sha256 not in purged:
            said = "was kept, but the program was stopped before its report was added; adding it again takes it up"
            yield Finding(sha256, said, str(originals.path_of(sha256)), damage=False)
    for path in originals.iter_unfinished():
        yield Finding(path.name, "was left unfinished; the next add takes it away", str(path), damage=False)
    for path in originals.iter_strangers():
        yield Finding(path.name, "is no original", str(path))


def _check_original(originals: Originals, sha256: str, length: int, *, deep: bool) -> Iterator[Finding]:
    path = originals.path_of(sha256)
    try:
        if deep:
            originals.get(sha256)
        if not path.is_file():
            yield Finding(sha256, "the original is missing; restore it", str(path))
        elif path.stat().st_size != length:
            yield Finding(sha256, f"has {path.stat().st_size} bytes, {length} were added; restore it", str(path))
    except LedgerError as error:
        yield Finding(sha256, str(error).partition(": ")[2], str(path))


def _check_tombstones(connection: Connection, originals: Originals) -> Iterator[Finding]:
    """Whether anything is left of what was purged."""
    stones = connection.execute(select(TOMBSTONES.c.report, TOMBSTONES.c.sha256)).all()
    for report, sha256 in stones:
        if originals.holds(sha256):
            said = "was purged, but its bytes are still there; the next writer takes them away"
            yield Finding(report, said, str(originals.path_of(sha256)), damage=False)
    purged = [row.report for row in stones]
    for table in (REPORTS, READINGS, CAPTURES, SENTENCES, LINKED, ITEMS, *PARTS.values()) if purged else ():
        column = table.c.id if table is REPORTS else table.c.report
        for report in connection.scalars(select(column).where(column.in_(purged)).distinct()):
            yield Finding(report, "was purged, but rows of it are still there", table.name)


def _check_readings(connection: Connection, *, deep: bool) -> Iterator[Finding]:
    latest = {row.latest_reading: row for row in connection.execute(select(REPORTS))}
    readings = connection.execute(select(READINGS).order_by(READINGS.c.report, READINGS.c.number)).all()
    for row in readings:
        line = connection.scalar(select(RECORDS.c.record).where(RECORDS.c.reading == row.id))
        if line is None:
            yield Finding(row.id, "has no record", "records")
            continue
        if hashlib.sha256(line.encode()).hexdigest() != row.record_sha256:
            yield Finding(row.id, "its record was changed: the hash is not the one of the reading", "records")
        if row.reader is not None and not row.reader_version:
            yield Finding(row.id, "says which reader read it, but not which version", "readings")
        try:
            record = loads(line, name=row.id) if deep else None
        except RecordError as error:
            yield Finding(row.id, str(error).partition(": ")[2], "records")
            continue
        if record is not None:
            yield from _check_record(connection, row, record, latest.pop(row.id, None))
    if deep:
        for report in (row for row in latest.values() if row.latest_reading is None or row.latest_reading in latest):
            yield Finding(report.id, "its newest reading cannot be read", "reports")


def _check_record(connection: Connection, reading: Any, record: Record, report: Any) -> Iterator[Finding]:
    for where, what in problems_of(record):
        yield Finding(reading.id, what, where)
    for letter, rows in rows_of(record, reading.id).items():
        table = PARTS[letter]
        there = connection.execute(select(table).where(table.c.reading == reading.id)).all()
        if sorted(map(repr, map(tuple, there))) != sorted(map(repr, rows)):
            yield Finding(reading.id, "does not hold what the record gives", table.name)
    if report is None:
        return
    names = select(CAPTURES.c.name).where(CAPTURES.c.report == report.id).order_by(CAPTURES.c.sequence).limit(1)
    columns = (
        report.title, report.publisher, report.byline, report.credit, report.published, report.dateline_place,
        report.dateline_date, report.language,
    )  # fmt: skip
    if columns != described(connection.scalar(names) or "", record.document):
        yield Finding(report.id, "is not described as its newest reading has it", "reports")
    sentences = select(
        SENTENCES.c.position, SENTENCES.c.start_offset, SENTENCES.c.end_offset, SENTENCES.c.text, SENTENCES.c.folded
    )
    there = connection.execute(sentences.where(SENTENCES.c.report == report.id).order_by(SENTENCES.c.position)).all()
    if [tuple(row) for row in there] != rows_of_text(record.document):
        yield Finding(report.id, "does not hold the sentences of its newest reading", SENTENCES.name)
