"""Judgements as rows: what people decide about reports, their parts, claims and happenings. Added, never changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, or_, select

from onrecord.errors import LedgerError, NotInLedger
from onrecord.ledger.connect import insert_rows
from onrecord.ledger.custody import Log, hash_of
from onrecord.ledger.linking.asking import ask
from onrecord.ledger.linking.tables import LETTERS
from onrecord.ledger.parts import PARTS
from onrecord.ledger.tables import JUDGEMENTS, READINGS, REPORTS
from onrecord.record.judgement import UNDONE, Judgement, in_force

__all__ = [
    "Decision",
    "iter_judgements",
    "judge",
    "judgement_hash",
    "judgements_by",
    "last",
    "last_undone",
    "standing",
    "undo",
]

_ID: Final = re.compile(r"(?P<report>r\d+)(?:\.\d+(?:\.(?P<letter>[a-z]+)\d+)?)?")
_LINKED: Final = re.compile(rf"(?:{'|'.join(LETTERS.values())})\d+")


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides, before it is written down.

    Attributes:
        object_id: A report, a reading, a part of one, a claim, a happening or a copy family.
        verdict: right, wrong, corrected, unsure, or what the project uses.
        value: The value that is right; anything that JSON can write.
        why: The reason.
    """

    object_id: str
    verdict: str
    value: Any = None
    why: str | None = None


def judge(connection: Connection, decisions: Sequence[Decision], log: Log) -> list[Judgement]:
    """Writes decisions down: all of them or none.

    A claim or a happening is made anew when reports are linked, so a judgement on it is kept on the first of the items that it was
    made from, and is found again from whatever that item becomes part of.

    Args:
        connection: The transaction.
        decisions: What was decided.
        log: The custody log, which says who and when.

    Raises:
        NotInLedger: There is nothing of one of these ids.
    """
    return [_write(connection, one, *_find(connection, one.object_id), log) for one in decisions]


def undo(connection: Connection, ids: Iterable[str], why: str | None, log: Log) -> list[Judgement]:
    """Takes judgements back, an undoing too, each by another row.

    Raises:
        NotInLedger: There is no such judgement.
        LedgerError: It was made by somebody else, or is undone already.
    """
    written = []
    for id_ in ids:
        row = connection.execute(select(JUDGEMENTS).where(JUDGEMENTS.c.id == id_)).first()
        if row is None:
            raise NotInLedger(f"{id_}: there is no such judgement")
        if row.who != log.who:
            raise LedgerError(
                f"{id_}: is a judgement by {row.who}; only they take it back. Judge the same thing yourself instead"
            )
        taken = select(JUDGEMENTS).where(JUDGEMENTS.c.object == row.object).order_by(JUDGEMENTS.c.number)
        if id_ in _undone(judgement_of(one) for one in connection.execute(taken)):
            raise LedgerError(f"{id_}: is undone already")
        decision = Decision(row.object, UNDONE, id_, why)
        written.append(_write(connection, decision, row.object, row.report, row.record_id, log))
    return written


def iter_judgements(connection: Connection, object_id: str | None = None) -> Iterator[Judgement]:
    """Judgements in the order in which they were made, those that were undone among them.

    Args:
        connection: A transaction.
        object_id: A report, for all in it; a part, for those on the same part of any reading; a claim or the like, for those on any
            of what it was made from; or None for all.
    """
    query = select(JUDGEMENTS).order_by(JUDGEMENTS.c.number)
    if object_id is not None and _LINKED.fullmatch(object_id):
        query = query.where(JUDGEMENTS.c.object.in_([id_ for id_, _ in _members(connection, object_id)]))
    elif object_id is not None:
        found, report, record_id = _find(connection, object_id)
        if found == report:
            query = query.where(JUDGEMENTS.c.report == report)
        else:
            same = [JUDGEMENTS.c.object == found]
            if record_id is not None:
                same.append((JUDGEMENTS.c.report == report) & (JUDGEMENTS.c.record_id == record_id))
            query = query.where(or_(*same))
    yield from map(judgement_of, connection.execute(query))


def judgement_of(row: Any) -> Judgement:
    """The judgement that a row holds."""
    value = None if row.value is None else json.loads(row.value)
    return Judgement(row.id, row.object, row.report, row.record_id, row.verdict, value, row.who, row.why, row.at)


def judgements_by(connection: Connection, who: str) -> list[Judgement]:
    """All judgements of somebody, in order."""
    query = select(JUDGEMENTS).where(JUDGEMENTS.c.who == who).order_by(JUDGEMENTS.c.number)
    return [judgement_of(row) for row in connection.execute(query)]


def standing(connection: Connection, object_ids: Iterable[str]) -> dict[str, tuple[Judgement, ...]]:
    """What is in force on each of some things; things that nobody judged are left out."""
    found = {id_: in_force(iter_judgements(connection, id_)) for id_ in object_ids}
    return {id_: judged for id_, judged in found.items() if judged}


def last(connection: Connection, who: str) -> Judgement | None:
    """The newest judgement of somebody that counts and is no undoing."""
    mine = judgements_by(connection, who)
    taken = _undone(mine)
    return next((one for one in reversed(mine) if one.id not in taken and one.verdict != UNDONE), None)


def last_undone(connection: Connection, who: str) -> Judgement | None:
    """The newest undoing by somebody; None where they decided something after it."""
    mine = judgements_by(connection, who)
    taken = _undone(mine)
    undoings = {one.id for one in mine if one.verdict == UNDONE}
    # What was redone waits no longer, and the redoing does not stand in the way of the undoing before it.
    waiting = [one for one in mine if one.id not in taken and str(one.value) not in undoings]
    return waiting[-1] if waiting and waiting[-1].verdict == UNDONE else None


def judgement_hash(row: Any) -> str:
    """The hash of a judgement's row, as the custody log has it."""
    return hash_of(tuple(row))


def _write(
    connection: Connection, decision: Decision, object_id: str, report: str, record_id: str | None, log: Log
) -> Judgement:
    number = log.next_number("judge")
    row = (
        f"j{number}", number, object_id, report, record_id, decision.verdict,
        None if decision.value is None else json.dumps(decision.value), log.who, decision.why, log.at,
    )  # fmt: skip
    insert_rows(connection, JUDGEMENTS, [row])
    log.write("judge", row[0], {"judgement": hash_of(row)})
    return Judgement(row[0], *row[2:6], decision.value, *row[7:])


def _undone(judgements: Iterable[Judgement]) -> set[str]:
    taken: set[str] = set()
    for one in reversed(list(judgements)):
        if one.verdict == UNDONE and one.id not in taken:
            taken.add(str(one.value))
    return taken


def _members(connection: Connection, object_id: str) -> list[tuple[str, str]]:
    """The items that a claim, a happening or a copy family was made from, each with its report, the first first."""
    sql = (
        "SELECT link_items.id, link_items.report FROM link_members JOIN link_items ON link_items.number = link_members.item "
        "WHERE link_members.object = ? ORDER BY link_items.number"
    )
    return [(row[0], row[1]) for row in ask(connection, sql, object_id)]


def _find(connection: Connection, object_id: str) -> tuple[str, str, str | None]:
    """By what id something is judged, the report that it belongs to, and its id within the record."""
    match = _ID.fullmatch(object_id)
    if _LINKED.fullmatch(object_id):
        members = _members(connection, object_id)
        if members:
            return (*members[0], None)
    elif match and (letter := match["letter"]) is not None:
        part = PARTS.get(letter)
        found = None if part is None else connection.execute(select(part).where(part.c.id == object_id)).first()
        if found is not None:
            return object_id, match["report"], getattr(found, "record_id", None)
    elif match:
        table = READINGS if "." in object_id else REPORTS
        if connection.scalar(select(table.c.id).where(table.c.id == object_id)) is not None:
            return object_id, match["report"], None
    elif rows := ask(connection, "SELECT report FROM link_items WHERE id = ? LIMIT 1", object_id):
        return object_id, rows[0][0], None
    raise NotInLedger(f"{object_id}: there is nothing of this id; ids are like r12, r12.1, r12.1.s3, c7 or h3")
