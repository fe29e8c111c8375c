"""What was linked: claims, happenings and copy families, as far as they are asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, or_, select

from onrecord.ledger.linking.asking import ask
from onrecord.ledger.linking.page import iter_unlinked
from onrecord.ledger.linking.tables import CLAIMS, COPIES, HAPPENINGS, LINKED, STANCES, TELLINGS
from onrecord.ledger.parts import CHAINS, PARTICIPANTS
from onrecord.record.claim import Claim
from onrecord.record.codec import linked_from_json
from onrecord.record.copies import Copies
from onrecord.record.happening import Happening

__all__ = [
    "LinkCounts",
    "Sought",
    "count_linked",
    "iter_claims",
    "iter_copies",
    "iter_happenings",
    "objects_of",
    "reports_of",
]

_LARGEST_FIRST: Final = COPIES.c.reports.desc()


@dataclass(frozen=True, slots=True)
class Sought:
    """Which claims or happenings are asked for.

    Attributes:
        contested: Only claims that are contested.
        about: Part of the name of somebody who did it, whom it was done to, or who speaks of it.
        at: Part of the name of the place.
        since: ISO date: only what was then or later.
        until: ISO date: only what was then or before.
    """

    contested: bool = False
    about: str | None = None
    at: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class LinkCounts:
    """How much is linked.

    Attributes:
        reports: Reports that are linked.
        waiting: Reports that are not linked yet, or of which a newer reading is not.
        families: Copy families.
        happenings: Happenings.
        claims: Claims by their status; those of which nobody asserts or denies anything under "none".
        stale: Items of objects that wait to be made anew.
    """

    reports: int
    waiting: int
    families: int
    happenings: int
    claims: Mapping[str, int]
    stale: int


def iter_claims(connection: Connection, sought: Sought) -> Iterator[Claim]:
    """Claims: the contested first, and of these and the others those with the most independent sources."""
    table = CLAIMS.c
    query = select(table.json, table.id).order_by(
        case((table.status == "contested", 0), else_=1),
        func.coalesce(table.independent, 0).desc(),
        func.coalesce(table.reports, 0).desc(),
        table.number,
    )
    if sought.contested:
        query = query.where(table.status == "contested")
    if sought.about is not None:
        speaks = exists().where(
            STANCES.c.claim == table.id,
            or_(_has(STANCES.c.source, sought.about), _has(STANCES.c.organisation, sought.about)),
        )
        query = query.where(or_(_has(table.actor, sought.about), _has(table.target, sought.about), speaks))
    if sought.at is not None:
        query = query.where(_has(table.place, sought.at))
    for line, id_ in connection.execute(query.where(*_within(table, sought))):
        yield linked_from_json(Claim, json.loads(line), name=id_)


def iter_happenings(connection: Connection, sought: Sought) -> Iterator[Happening]:
    """Happenings by when they were."""
    table = HAPPENINGS.c
    query: Select[Any] = select(table.json, table.id).order_by(table.earliest.is_(None), table.earliest, table.number)
    if sought.about is not None:
        query = query.where(
            exists()
            .where(TELLINGS.c.happening == table.id)
            .where(PARTICIPANTS.c.incident == TELLINGS.c.incident, CHAINS.c.id == PARTICIPANTS.c.chain)
            .where(_has(CHAINS.c.name, sought.about))
        )
    if sought.at is not None:
        query = query.where(_has(table.place, sought.at))
    for line, id_ in connection.execute(query.where(*_within(table, sought))):
        yield linked_from_json(Happening, json.loads(line), name=id_)


def iter_copies(connection: Connection) -> Iterator[Copies]:
    """Copy families, the largest first."""
    for line, id_ in connection.execute(select(COPIES.c.json, COPIES.c.id).order_by(_LARGEST_FIRST, COPIES.c.number)):
        yield linked_from_json(Copies, json.loads(line), name=id_)


def reports_of(connection: Connection) -> dict[str, str]:
    """Ids of the reports by the ids of their documents, by which linked objects call them."""
    rows = connection.execute(select(LINKED.c.document, LINKED.c.report).where(LINKED.c.same_as.is_(None)))
    return {row.document: row.report for row in rows}


def objects_of(connection: Connection, items: Sequence[str]) -> tuple[str, ...]:
    """The objects that items belong to, in the order of the items; an item that belongs to none has none."""
    sql = "SELECT id, object FROM link_items JOIN link_members ON link_members.item = link_items.number WHERE id IN ?"
    found = {row[0]: row[1] for row in ask(connection, sql, [*items])}
    return tuple(found[item] for item in items if item in found)


def count_linked(connection: Connection, version: str | None = None) -> LinkCounts:
    """How much is linked; reports that another version of the linker linked are waiting, if one is named."""
    status = func.coalesce(CLAIMS.c.status, "none")
    claims = {row[0]: row[1] for row in connection.execute(select(status, func.count()).group_by(status))}
    left = sum(1 for _ in iter_unlinked(connection, version))
    stale = int(ask(connection, "SELECT count(*) FROM link_items WHERE stale = 1")[0][0])
    reports, families, happenings = (
        int(connection.scalar(select(func.count()).select_from(table)) or 0) for table in (LINKED, COPIES, HAPPENINGS)
    )
    return LinkCounts(reports, left, families, happenings, claims, stale)


def _has(column: ColumnElement[Any], part: str) -> ColumnElement[bool]:
    return column.icontains(part, autoescape=True)


def _within(table: Any, sought: Sought) -> list[ColumnElement[bool]]:
    limits: list[ColumnElement[bool]] = []
    if sought.since is not None:
        limits.append(and_(table.latest.is_not(None), table.latest >= sought.since[:10]))
    if sought.until is not None:
        limits.append(func.substr(table.earliest, 1, len(sought.until)) <= sought.until)
    return limits
