"""Judgements: what people decide about reports and their parts. They are added and never changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, or_, select

from onrecord.errors import NotInLedger
from onrecord.ledger.connect import insert_rows
from onrecord.ledger.custody import Log, hash_of
from onrecord.ledger.parts import PARTS
from onrecord.ledger.tables import JUDGEMENTS, READINGS, REPORTS
from onrecord.record.judgement import Judgement

_ID: Final = re.compile(r"(?P<report>r\d+)(?:\.\d+(?:\.(?P<letter>[a-z]+)\d+)?)?")


def judge(connection: Connection, object_id: str, verdict: str, value: Any, why: str | None, log: Log) -> Judgement:
    """Writes a judgement down.

    Args:
        connection: The transaction.
        object_id: A report, a reading or a part of one.
        verdict: What was found.
        value: The value that is right; anything that JSON can write.
        why: The reason.
        log: The custody log, which says who and when.

    Raises:
        NotInLedger: There is nothing of this id.
    """
    report, record_id = _find(connection, object_id)
    number = log.next_number("judge")
    row = (
        f"j{number}", number, object_id, report, record_id, verdict,
        None if value is None else json.dumps(value), log.who, why, log.at,
    )  # fmt: skip
    insert_rows(connection, JUDGEMENTS, [row])
    log.write("judge", row[0], {"judgement": hash_of(row)})
    return Judgement(row[0], *row[2:6], value, *row[7:])


def iter_judgements(connection: Connection, object_id: str | None = None) -> Iterator[Judgement]:
    """Judgements in the order in which they were made.

    Args:
        connection: A transaction.
        object_id: A report, for all in it; a part, for those on the same part of any reading; or None for all.
    """
    query = select(JUDGEMENTS).order_by(JUDGEMENTS.c.number)
    if object_id is not None:
        report, record_id = _find(connection, object_id)
        if object_id == report:
            query = query.where(JUDGEMENTS.c.report == report)
        else:
            same = [JUDGEMENTS.c.object == object_id]
            if record_id is not None:
                same.append((JUDGEMENTS.c.report == report) & (JUDGEMENTS.c.record_id == record_id))
            query = query.where(or_(*same))
    yield from map(judgement_of, connection.execute(query))


def judgement_of(row: Any) -> Judgement:
    """The judgement that a row holds."""
    value = None if row.value is None else json.loads(row.value)
    return Judgement(row.id, row.object, row.report, row.record_id, row.verdict, value, row.who, row.why, row.at)


def judgement_hash(row: Any) -> str:
    """The hash of a judgement's row, as the custody log has it."""
    return hash_of(tuple(row))


def _find(connection: Connection, object_id: str) -> tuple[str, str | None]:
    """The report that something belongs to, and its id within the record."""
    match = _ID.fullmatch(object_id)
    if match and (letter := match["letter"]) is not None:
        part = PARTS.get(letter)
        found = None if part is None else connection.execute(select(part).where(part.c.id == object_id)).first()
        if found is not None:
            return match["report"], getattr(found, "record_id", None)
    elif match:
        table = READINGS if "." in object_id else REPORTS
        if connection.scalar(select(table.c.id).where(table.c.id == object_id)) is not None:
            return match["report"], None
    raise NotInLedger(f"{object_id}: there is nothing of this id; ids are like r12, r12.1 or r12.1.s3")
