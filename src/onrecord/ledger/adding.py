"""Adding a report: its bytes, how they came, and what was read in them, in one transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from sqlalchemy import Connection, func, or_, select, update

from onrecord.errors import Purged
from onrecord.ledger.connect import insert_rows
from onrecord.ledger.custody import Log, hash_of
from onrecord.ledger.originals import Originals
from onrecord.ledger.parts import PARTS
from onrecord.ledger.rows import rows_of, shown
from onrecord.ledger.search import index_text
from onrecord.ledger.tables import CAPTURES, FAILURES, ORIGINALS, READINGS, RECORDS, REPORTS, TOMBSTONES
from onrecord.record.codec import dumps
from onrecord.record.document import Document
from onrecord.record.original import Original
from onrecord.record.provenance import Reader
from onrecord.record.record import Record

What = Literal["new", "new reading", "new capture", "already there"]
# These may be asked for again and give the same; an address that gives the same bytes again is news.
_STANDING: Final = frozenset({None, "file", "standard input", "record", "message", "archive"})
# SQLite and PostgreSQL both take far more values in one statement.
_AT_ONCE: Final = 5_000


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding.

    Attributes:
        report_id: The report.
        reading_id: The reading by this reader.
        what: "new", "new reading" of a report that was there, "new capture" of what was there and read, or "already there".
    """

    report_id: str
    reading_id: str
    what: What


def add(connection: Connection, originals: Originals, original: Original, record: Record, log: Log) -> Added:
    """Adds a report to the ledger, or what is new about it.

    Args:
        connection: The transaction.
        originals: Where its bytes are kept.
        original: Its bytes and how they came.
        record: What was read in them.
        log: The custody log.

    Raises:
        Purged: It was purged before.
        RecordError: The record cannot be written as JSON.
    """
    _refuse_purged(connection, original)
    line = dumps(record)
    report = connection.scalar(select(REPORTS.c.id).where(REPORTS.c.original == original.sha256))
    if report is None:
        originals.keep(original)
        report = _add_report(connection, original, record.document, log)
        return Added(report, _add_reading(connection, report, 1, record, line, log), "new")
    captured = _add_capture(connection, report, original, log)
    reading = _find_reading(connection, report, record.reader)
    if reading is None:
        number = _next(connection, READINGS.c.number, READINGS.c.report == report)
        return Added(report, _add_reading(connection, report, number, record, line, log), "new reading")
    return Added(report, reading, "new capture" if captured else "already there")


def capture(connection: Connection, original: Original, log: Log) -> Added | None:
    """Writes down that a report that is there came once more; None where there is none with these bytes.

    Raises:
        Purged: It was purged before.
    """
    _refuse_purged(connection, original)
    found = connection.execute(
        select(REPORTS.c.id, REPORTS.c.latest_reading).where(REPORTS.c.original == original.sha256)
    ).first()
    if found is None:
        return None
    captured = _add_capture(connection, found.id, original, log)
    return Added(found.id, found.latest_reading, "new capture" if captured else "already there")


def known(connection: Connection, sha256s: Iterable[str], reader: Reader | None) -> set[str]:
    """Which originals need no reading by this reader: it has read them, or they were purged."""
    wanted = list(sha256s)
    found: set[str] = set()
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        read = (
            select(REPORTS.c.original)
            .join(READINGS, READINGS.c.report == REPORTS.c.id)
            .where(REPORTS.c.original.in_(some), *_by(reader))
        )
        found.update(connection.scalars(read))
        found.update(connection.scalars(select(TOMBSTONES.c.sha256).where(TOMBSTONES.c.sha256.in_(some))))
    return found


def escaped(name: str) -> str:
    """A name as a table holds it; what is no character is written out."""
    return (shown(name) or "").encode("utf-8", "backslashreplace").decode("utf-8")


def capture_json(original: Original) -> str:
    """All that is known of a capture, as JSON that holds nothing but ASCII."""
    return json.dumps(
        {
            "name": original.name,
            "capture": asdict(original.capture) if original.capture else None,
            "stated": [asdict(stated) for stated in original.stated],
        },
        separators=(",", ":"),
    )


def _refuse_purged(connection: Connection, original: Original) -> None:
    stone = connection.execute(select(TOMBSTONES).where(TOMBSTONES.c.sha256 == original.sha256)).first()
    if stone:
        raise Purged(
            f"{escaped(original.name)}: is {stone.report}, which {stone.who} purged on {stone.at[:10]} ({stone.reason}); "
            "a purged report is not taken up again"
        )


def _next(connection: Connection, number: Any, *where: Any) -> int:
    return int(connection.scalar(select(func.coalesce(func.max(number), 0)).where(*where)) or 0) + 1


def _by(reader: Reader | None) -> list[Any]:
    """The readings of a reader."""
    name, version, model = (reader.name, reader.version, reader.model_sha256) if reader else (None, None, None)
    columns = (READINGS.c.reader, READINGS.c.reader_version, READINGS.c.model_sha256)
    return [
        column.is_not_distinct_from(shown(value)) for column, value in zip(columns, (name, version, model), strict=True)
    ]


def _find_reading(connection: Connection, report: str, reader: Reader | None) -> str | None:
    return connection.scalar(select(READINGS.c.id).where(READINGS.c.report == report, *_by(reader)))


def _add_report(connection: Connection, original: Original, document: Document, log: Log) -> str:
    number = max(_next(connection, REPORTS.c.number), _next(connection, TOMBSTONES.c.number))
    report = f"r{number}"
    sha256, length = original.sha256, len(original.content)
    insert_rows(connection, ORIGINALS, [(sha256, shown(original.media_type), length, log.at)])
    capture = original.capture
    address = shown((capture and (capture.final_url or capture.url)) or document.url)
    earlier = _earlier(connection, address)
    row = (
        report, number, sha256, *described(original.name, document), address,
        earlier[1] + 1 if earlier else 1, earlier[0] if earlier else None, log.at, None,
    )  # fmt: skip
    insert_rows(connection, REPORTS, [row])
    sequence = log.write(
        "add", report, {"original": sha256, "length": length, "capture": hash_of(capture_json(original))}
    )
    _write_capture(connection, report, 1, original, log, sequence)
    return report


def described(name: str, document: Document) -> tuple[str | None, ...]:
    """What a report's row says of it: title, publisher, byline, credit, date, dateline, language."""
    dateline = document.dateline
    return tuple(
        shown(value)
        for value in (
            document.title or escaped(name), document.publisher, document.byline, document.credit, document.published,
            dateline.place if dateline else None, dateline.date if dateline else None, document.language,
        )
    )  # fmt: skip


def _earlier(connection: Connection, url: str | None) -> tuple[str, int] | None:
    """The report that came from this address last, and which version it was."""
    if url is None:
        return None
    newest = select(REPORTS.c.id, REPORTS.c.version).where(REPORTS.c.url == url).order_by(REPORTS.c.number.desc())
    found = connection.execute(newest.limit(1)).first()
    return (found.id, found.version) if found else None


def _add_capture(connection: Connection, report: str, original: Original, log: Log) -> bool:
    """Writes a capture down if it is another than those that are known, or if it makes up for a failure."""
    rows = connection.execute(select(CAPTURES).where(CAPTURES.c.report == report)).all()
    if any(_same(json.loads(row.capture), json.loads(capture_json(original))) for row in rows):
        newest = max(row.sequence for row in rows)
        name = escaped(original.name)
        failed = select(FAILURES.c.id).where(
            FAILURES.c.sequence > newest, or_(FAILURES.c.name == name, FAILURES.c.original == original.sha256)
        )
        if connection.scalar(failed.limit(1)) is None:
            return False
    number = len(rows) + 1
    sequence = log.write("capture", report, {"original": original.sha256, "capture": hash_of(capture_json(original))})
    _write_capture(connection, report, number, original, log, sequence)
    return True


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two captures are the same taking of the same thing."""
    left, right = one["capture"] or {}, other["capture"] or {}
    keys = ("way", "url", "final_url", "status") if left.get("way") in _STANDING else ("way", "url", "at")
    return one["name"] == other["name"] and all(left.get(key) == right.get(key) for key in keys)


def _write_capture(
    connection: Connection, report: str, number: int, original: Original, log: Log, sequence: int
) -> None:
    capture = original.capture
    way, at, url, final, status = (
        (capture.way, capture.at, capture.url, capture.final_url, capture.status) if capture else (None,) * 5
    )
    row = (
        f"{report}.c{number}", report, escaped(original.name), shown(way), shown(at), shown(url), shown(final), status,
        log.at, sequence, capture_json(original),
    )  # fmt: skip
    insert_rows(connection, CAPTURES, [row])


def _add_reading(connection: Connection, report: str, number: int, record: Record, line: str, log: Log) -> str:
    reading, reader = f"{report}.{number}", record.reader
    digest = hashlib.sha256(line.encode()).hexdigest()
    row = (
        reading, report, number, shown(reader.name) if reader else None, shown(reader.version) if reader else None,
        shown(reader.model_sha256) if reader else None, reader.seconds if reader else None, log.at, digest,
        len(record.statements), len(record.mentions), len(record.notes),
    )  # fmt: skip
    insert_rows(connection, READINGS, [row])
    insert_rows(connection, RECORDS, [(reading, line)])
    for letter, rows in rows_of(record, reading).items():
        insert_rows(connection, PARTS[letter], rows)
    _describe(connection, report, reading, record.document)
    index_text(connection, report, record.document)
    log.write("read", reading, {"record": digest, "reader": row[3:6]})
    return reading


def _describe(connection: Connection, report: str, reading: str, document: Document) -> None:
    """Lets the newest reading say what the report is called, by whom it is, and of when."""
    columns = ("title", "publisher", "byline", "credit", "published", "dateline_place", "dateline_date", "language")
    first = select(CAPTURES.c.name).where(CAPTURES.c.report == report).order_by(CAPTURES.c.sequence).limit(1)
    values = dict(zip(columns, described(str(connection.scalar(first)), document), strict=True))
    connection.execute(update(REPORTS).where(REPORTS.c.id == report).values(**values, latest_reading=reading))
