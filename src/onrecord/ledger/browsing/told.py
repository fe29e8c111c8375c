"""How happenings are told, and which claims rest on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select, true

from onrecord.ledger.linking.tables import CLAIMS, STANCES, TELLINGS
from onrecord.ledger.parts import EVENTS, INCIDENTS

__all__ = ["TOLD_AS", "Resting", "ToldAs", "claims_on", "told_as"]

ToldAs = Literal["contested", "denied", "threatened", "told"]
TOLD_AS: Final[tuple[ToldAs, ...]] = ("contested", "denied", "threatened", "told")
"""How a happening is told, the first that fits: a claim on it is contested; one is denied and asserted by nobody; no report says
that it came to pass; none of these."""


@dataclass(frozen=True, slots=True)
class Resting:
    """A claim that rests on a happening.

    Attributes:
        claim: Its id.
        proposition: In plain words.
        status: What the stances come to.
        independent: How many independent sources.
    """

    claim: str
    proposition: str | None
    status: str | None
    independent: int | None


def told_as(connection: Connection, happenings: Sequence[str] | None = None) -> dict[str, ToldAs]:
    """How happenings are told, by id; those that are simply told are left out.

    Args:
        connection: A transaction that reads.
        happenings: Only these; all, if nothing is said.
    """
    among = true() if happenings is None else TELLINGS.c.happening.in_(happenings)
    found: dict[str, ToldAs] = {}
    statuses: tuple[tuple[ToldAs, str], ...] = (("contested", "contested"), ("denied", "denied_only"))
    for kind, status in statuses:
        resting = _resting(TELLINGS.c.happening).where(CLAIMS.c.status == status, among).distinct()
        for id_ in connection.scalars(resting):
            found.setdefault(id_, kind)
    stages = (
        select(TELLINGS.c.happening)
        .join(INCIDENTS, INCIDENTS.c.id == TELLINGS.c.incident)
        .where(among)
        .group_by(TELLINGS.c.happening)
        .having(func.min(INCIDENTS.c.stage) == "threatened", func.max(INCIDENTS.c.stage) == "threatened")
    )
    for id_ in connection.scalars(stages):
        found.setdefault(id_, "threatened")
    return found


def claims_on(connection: Connection, happenings: Sequence[str]) -> dict[str, tuple[Resting, ...]]:
    """The claims that rest on happenings, by their ids: the words of a stance hold the words for the event.

    Of each happening the contested claims come first, then those with the most independent sources.
    """
    claim = CLAIMS.c
    query = _resting(TELLINGS.c.happening, claim.id, claim.proposition, claim.status, claim.independent)
    query = query.where(TELLINGS.c.happening.in_(happenings)).distinct()
    rows = connection.execute(query).all()
    ordered = sorted(rows, key=lambda row: (row.status != "contested", -(row.independent or 0), row.id))
    found: dict[str, tuple[Resting, ...]] = {}
    for row in ordered:
        found[row.happening] = (*found.get(row.happening, ()), Resting(*row[1:]))
    return found


def _resting(*columns: ColumnElement[Any]) -> Select[Any]:
    """Happenings with the claims that rest on them."""
    return (
        select(*columns)
        .select_from(CLAIMS)
        .join(STANCES, STANCES.c.claim == CLAIMS.c.id)
        .join(EVENTS, EVENTS.c.report == STANCES.c.report)
        .join(TELLINGS, and_(TELLINGS.c.report == EVENTS.c.report, TELLINGS.c.incident == EVENTS.c.incident))
        .where(EVENTS.c.start_offset >= STANCES.c.start_offset, EVENTS.c.start_offset < STANCES.c.end_offset)
    )
