"""What people decide about pairs: whether two reports are copies, two tellings one happening, two propositions one claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, or_, select

from onrecord.errors import LedgerError, NotInLedger
from onrecord.ledger.connect import insert_rows
from onrecord.ledger.custody import Log, hash_of
from onrecord.ledger.linking.asking import ask, tell
from onrecord.ledger.linking.tables import LETTERS, PAIR_JUDGEMENTS

__all__ = ["PairJudged", "iter_pairs_judged", "judge_pair", "judgements_on", "last_pair", "take_back"]

_VERDICTS: Final = ("same", "different", "unsure", "not_judged")
_REPORT: Final = re.compile(r"r\d+")
_COLUMNS: Final = [PAIR_JUDGEMENTS.c[name] for name in ("id", "kind", "a", "b", "verdict", "who", "why", "at")]


@dataclass(frozen=True, slots=True)
class PairJudged:
    """What somebody decided about a pair.

    Attributes:
        id: Its id.
        kind: What the two are: copies, happenings or claims.
        a: Id of the one item: of a report's document, a telling or a proposition.
        b: Id of the other.
        verdict: same, different, unsure, or not_judged, which takes an earlier one back.
        who: Who judged.
        why: The reason.
        at: When, ISO 8601 in UTC.
    """

    id: str
    kind: str
    a: str
    b: str
    verdict: str
    who: str
    why: str | None
    at: str


def judge_pair(
    connection: Connection, kind: str, one: str, other: str, verdict: str, why: str | None, log: Log
) -> PairJudged:
    """Writes down what somebody decided about a pair; the next `onrecord link` makes anew what it touches.

    Args:
        connection: The transaction.
        kind: copies, happenings or claims.
        one: A report, a happening or a claim (r12, h3, c7), which stands for the first item of it; or the id of an item.
        other: The other.
        verdict: same, different, unsure or not_judged.
        why: The reason.
        log: The custody log, which says who and when.

    Raises:
        NotInLedger: There is nothing of these ids.
        LedgerError: There is no such kind or verdict, or the two are one and the same item.
    """
    if kind not in LETTERS or verdict not in _VERDICTS:
        raise LedgerError(f"{kind} {verdict}: pairs are of {', '.join(LETTERS)}, and are {', '.join(_VERDICTS)}")
    (a, report_a), (b, report_b) = sorted((_find(connection, kind, one), _find(connection, kind, other)))
    if a == b:
        raise LedgerError(f"{one} and {other}: are one and the same; name two")
    number = log.next_number("judge_pair")
    row = (f"pj{number}", number, kind, a, b, report_a, report_b, verdict, log.who, why, log.at)
    insert_rows(connection, PAIR_JUDGEMENTS, [row])
    log.write("judge_pair", row[0], {"pair_judgement": hash_of(row)})
    tell(connection, "UPDATE link_items SET stale = 1 WHERE kind = ? AND id IN ?", kind, [a, b])
    return PairJudged(row[0], kind, a, b, verdict, log.who, why, log.at)


def take_back(connection: Connection, id_: str, why: str | None, log: Log) -> PairJudged:
    """Takes a judgement of a pair back, or a taking back: by another row, as all judgements.

    Raises:
        NotInLedger: There is no such judgement.
        LedgerError: It is not the newest on its pair, or somebody else made it.
    """
    table = PAIR_JUDGEMENTS.c
    row = connection.execute(select(PAIR_JUDGEMENTS).where(table.id == id_)).first()
    if row is None:
        raise NotInLedger(f"{id_}: there is no such judgement")
    on_pair = select(PAIR_JUDGEMENTS).where(table.kind == row.kind, table.a == row.a, table.b == row.b)
    rows = list(connection.execute(on_pair.order_by(table.number)))
    if rows[-1].id != id_ or row.who != log.who:
        raise LedgerError(f"{id_}: {rows[-1].who} judged this pair last, with {rows[-1].id}; judge it again instead")
    before = next((one.verdict for one in reversed(rows[:-1]) if one.who == log.who), "not_judged")
    verdict = before if row.verdict == "not_judged" else "not_judged"
    return judge_pair(connection, row.kind, row.a, row.b, verdict, why, log)


def last_pair(connection: Connection, who: str) -> PairJudged | None:
    """The newest judgement of a pair by somebody, a taking back too."""
    table = PAIR_JUDGEMENTS.c
    query = select(*_COLUMNS).where(table.who == who).order_by(table.number.desc()).limit(1)
    row = connection.execute(query).first()
    return PairJudged(*row) if row else None


def judgements_on(connection: Connection, ids: list[str]) -> list[PairJudged]:
    """What people decided about pairs of which one item is among these, in order."""
    table = PAIR_JUDGEMENTS.c
    chosen = select(*_COLUMNS).where(or_(table.a.in_(ids), table.b.in_(ids)))
    return [PairJudged(*row) for row in connection.execute(chosen.order_by(table.number))]


def iter_pairs_judged(connection: Connection, inside: Select[Any]) -> Iterator[PairJudged]:
    """What each reviewer says of each pair now, in order.

    Args:
        connection: A transaction.
        inside: Ids of reports; one of the two has to be of one of these.
    """
    table = PAIR_JUDGEMENTS.c
    of_these = or_(table.report_a.in_(inside), table.report_b.in_(inside))
    newest: dict[tuple[str, ...], PairJudged] = {}
    for row in connection.execute(select(*_COLUMNS).where(of_these).order_by(table.number)):
        one = PairJudged(*row)
        newest[one.kind, one.a, one.b, one.who] = one
    yield from (one for one in newest.values() if one.verdict != "not_judged")


def _find(connection: Connection, kind: str, id_: str) -> tuple[str, str]:
    """An item with its report: the one of this id, of this report, or the first of this object."""
    start = "SELECT id, report FROM link_items "
    if kind == "copies" and _REPORT.fullmatch(id_):
        start += "WHERE kind = ? AND report = ?"
    elif re.fullmatch(rf"{LETTERS[kind]}\d+", id_):
        start += "JOIN link_members ON link_members.item = link_items.number WHERE kind = ? AND object = ?"
    else:
        start += "WHERE kind = ? AND id = ?"
    rows: list[Any] = ask(connection, f"{start} ORDER BY number LIMIT 1", kind, id_)
    if not rows:
        raise NotInLedger(f"{id_}: there is nothing of this id among {kind}; was it linked? `onrecord link` does that")
    return rows[0].id, rows[0].report
