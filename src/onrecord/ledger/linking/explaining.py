"""Why things were linked: the object with its items, and how each pair of them was judged."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from onrecord.errors import NotInLedger
from onrecord.ledger.linking.asking import ask
from onrecord.ledger.linking.judging import PairJudged, judgements_on
from onrecord.ledger.linking.tables import LETTERS, OBJECTS
from onrecord.record.claim import Claim
from onrecord.record.codec import Linked, linked_from_json
from onrecord.record.copies import Copies
from onrecord.record.happening import Happening

__all__ = ["TYPES", "Explanation", "Member", "PairTold", "explain", "linked_of"]

_KINDS: Final = {letters: kind for kind, letters in LETTERS.items()}
TYPES: Final[Mapping[str, type[Any]]] = {"copies": Copies, "happenings": Happening, "claims": Claim}
"""The type of linked objects of each kind."""
_ID: Final = re.compile(r"(?P<letters>[a-z]+)\d+")


@dataclass(frozen=True, slots=True)
class Member:
    """An item that an object was made from.

    Attributes:
        id: Its id; `judge_pair` takes it.
        report_id: The report that it is of.
        item: What it says.
    """

    id: str
    report_id: str
    item: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PairTold:
    """How the machine judged a pair.

    Attributes:
        a: Id of the one item.
        b: Id of the other.
        verdict: same, different or unsure.
        score: Calibrated probability (0-1) that they are one; None where a rule decided.
        why: The reasons.
        details: What else is known of the pair.
    """

    a: str
    b: str
    verdict: str
    score: float | None
    why: tuple[str, ...]
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why something was linked.

    Attributes:
        id: Its id.
        kind: copies, happenings or claims.
        linked: The copy family, happening or claim.
        members: What it was made from.
        pairs: How the machine judged pairs of these, and pairs of one of these with something else that it kept apart.
        judged: What people decided about any of these.
    """

    id: str
    kind: str
    linked: Linked
    members: tuple[Member, ...]
    pairs: tuple[PairTold, ...]
    judged: tuple[PairJudged, ...]


def explain(connection: Connection, id_: str) -> Explanation:
    """Explains a copy family, a happening or a claim.

    Raises:
        NotInLedger: There is none of this id; if it became part of another one, the message says of which.
    """
    match = _ID.fullmatch(id_)
    kind = _KINDS.get(match["letters"]) if match else None
    if kind is None:
        raise NotInLedger(f"{id_!r} is no id of a copy family (cf2), a happening (h3) or a claim (c7)")
    linked = linked_of(connection, kind, id_)
    sql = (
        "SELECT number, id, report, link_items.item FROM link_items JOIN link_members ON link_members.item = link_items.number "
        "WHERE object = ? ORDER BY number"
    )
    rows = ask(connection, sql, id_)
    members = tuple(Member(row.id, row.report, json.loads(row.item)) for row in rows)
    judged = tuple(judgements_on(connection, [member.id for member in members]))
    return Explanation(id_, kind, linked, members, _pairs(connection, [row.number for row in rows]), judged)


def linked_of(connection: Connection, kind: str, id_: str) -> Any:
    """One copy family, happening or claim.

    Raises:
        NotInLedger: There is none of this id; if it became part of another one, the message says of which.
    """
    match = _ID.fullmatch(id_)
    if match is None or match["letters"] != LETTERS[kind]:
        raise NotInLedger(f"{id_!r} is no id of {kind}; they are like {LETTERS[kind]}7")
    table = OBJECTS[kind]
    line = connection.scalar(select(table.c.json).where(table.c.id == id_))
    if line is None:
        raise NotInLedger(_missing(connection, id_))
    return linked_from_json(TYPES[kind], json.loads(line), name=id_)


def _pairs(connection: Connection, numbers: list[int]) -> tuple[PairTold, ...]:
    sql = (
        "SELECT one.id AS a_id, other.id AS b_id, verdict, score, why, details FROM link_pairs "
        "JOIN link_items AS one ON one.number = a JOIN link_items AS other ON other.number = b WHERE {} IN ?"
    )
    found = dict.fromkeys(tuple(row) for column in ("a", "b") for row in ask(connection, sql.format(column), numbers))
    return tuple(
        PairTold(a, b, verdict, score, tuple(json.loads(why)), json.loads(details))
        for a, b, verdict, score, why, details in found
    )


def _missing(connection: Connection, id_: str) -> str:
    retired = ask(connection, "SELECT became FROM retired_ids WHERE id = ?", id_)
    if retired and retired[0].became:
        return f"{id_}: is part of {retired[0].became} now"
    if retired:
        return f"{id_}: is no more; what it was made from is gone or belongs elsewhere"
    if ask(connection, "SELECT 1 FROM link_members WHERE object = ? LIMIT 1", id_):
        return f"{id_}: has to be made anew, since something that it was made from is gone; run `onrecord link`"
    return f"{id_}: there is nothing of this id; `onrecord claims` and `onrecord happenings` list what there is"
