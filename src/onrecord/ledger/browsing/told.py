"""How happenings are told, and which claims rest on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import Connection, Select, and_, not_, select

from onrecord.ledger.browsing.limits import happening_limits
from onrecord.ledger.linking.tables import CLAIMS, HAPPENINGS, STANCES, TELLINGS
from onrecord.ledger.parts import EVENTS, INCIDENTS
from onrecord.record.filter import Filter

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


def told_as(connection: Connection, filter: Filter) -> dict[str, ToldAs]:  # noqa: A002 (it is called so everywhere)
    """How the happenings within a filter are told, by id; those that are simply told are left out.

    Raises:
        FilterError: There is nothing to look for in the words of the filter.
    """
    within = select(HAPPENINGS.c.id).where(*happening_limits(filter))
    under = {
        "contested": within.where(*happening_limits(Filter(status="contested"))),
        "denied": within.where(*happening_limits(Filter(status="denied_only"))),
        "threatened": within.where(HAPPENINGS.c.id.in_(_only_threatened())),
    }
    found: dict[str, ToldAs] = {}
    for kind in TOLD_AS[:-1]:
        for id_ in connection.scalars(under[kind]):
            found.setdefault(id_, kind)
    return found


def claims_on(connection: Connection, happenings: Sequence[str]) -> dict[str, tuple[Resting, ...]]:
    """The claims that rest on happenings, by their ids: the words of a stance hold the words for the event.

    Of each happening the contested claims come first, then those with the most independent sources.
    """
    claim = CLAIMS.c
    query = (
        select(TELLINGS.c.happening, claim.id, claim.proposition, claim.status, claim.independent)
        .join(EVENTS, and_(EVENTS.c.report == TELLINGS.c.report, EVENTS.c.incident == TELLINGS.c.incident))
        .join(STANCES, STANCES.c.report == TELLINGS.c.report)
        .join(CLAIMS, claim.id == STANCES.c.claim)
        .where(TELLINGS.c.happening.in_(happenings))
        .where(EVENTS.c.start_offset >= STANCES.c.start_offset, EVENTS.c.start_offset < STANCES.c.end_offset)
        .distinct()
    )
    rows = connection.execute(query).all()
    ordered = sorted(rows, key=lambda row: (row.status != "contested", -(row.independent or 0), row.id))
    found: dict[str, tuple[Resting, ...]] = {}
    for row in ordered:
        found[row.happening] = (*found.get(row.happening, ()), Resting(*row[1:]))
    return found


def _only_threatened() -> Select[Any]:
    """Happenings of which no report says that they came to pass."""
    passed = select(TELLINGS.c.happening).join(INCIDENTS, INCIDENTS.c.id == TELLINGS.c.incident)
    threatened = INCIDENTS.c.stage == "threatened"
    return passed.where(threatened, TELLINGS.c.happening.not_in(passed.where(not_(threatened))))
