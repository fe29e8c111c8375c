"""Failures: what could not be added, by name and reason, until it is added after all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, column, select, table

from onrecord.ledger.adding import escaped
from onrecord.ledger.connect import insert_rows
from onrecord.ledger.custody import Log, hash_of
from onrecord.ledger.tables import FAILURES
from onrecord.record.original import Capture, Original


@dataclass(frozen=True, slots=True)
class Failure:
    """An attempt that failed.

    Attributes:
        id: Its id.
        name: What it was called when it was given.
        error: The kind of error.
        reason: The cause and what to do.
        sha256: Hash of the bytes, where there were any.
        at: When, ISO 8601 in UTC.
        open: Whether it has not been added since.
    """

    id: str
    name: str
    error: str
    reason: str
    sha256: str | None
    at: str
    open: bool


def fail(
    connection: Connection,
    name: str,
    error: str,
    reason: str,
    original: Original | None,
    capture: Capture | None,
    log: Log,
) -> str:
    """Writes down that something failed, and gives the failure's id."""
    number = log.next_number("fail")
    capture = capture or (original.capture if original else None)
    kept = (
        f"f{number}", number, escaped(name), error, escaped(reason), original.sha256 if original else None,
        json.dumps({"name": name, "capture": asdict(capture) if capture else None}, separators=(",", ":")),
    )  # fmt: skip
    sequence = log.write("fail", kept[0], {"failure": hash_of(kept)})
    insert_rows(connection, FAILURES, [(*kept, sequence, log.at)])
    return kept[0]


def iter_failures(connection: Connection, *, open_only: bool) -> Iterator[Failure]:
    """Failures in the order in which they happened; open ones once for each name, as it failed last."""
    view = table("open_failures", column("id"))
    still = set(connection.scalars(select(view.c.id)))
    for row in connection.execute(select(FAILURES).order_by(FAILURES.c.number)):
        if row.id in still or not open_only:
            yield Failure(row.id, row.name, row.error, row.reason, row.original, row.at, row.id in still)
