"""Which claims are about which happening: those that a report puts forward of the incident that it tells the happening as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from onrecord.ledger.linking.tables import CLAIMS, ITEMS, MEMBERS, TELLINGS
from onrecord.ledger.parts import INCIDENTS

__all__ = ["claims_about", "contested_among", "happenings_of"]


def claims_about(connection: Connection, happening: str) -> list[str]:
    """Ids of the claims about a happening, those first that most independent sources stand behind."""
    query = _pairs().where(TELLINGS.c.happening == happening).subquery()
    ordered = select(CLAIMS.c.id).where(CLAIMS.c.id.in_(select(query.c.object))).order_by(
        CLAIMS.c.status != "contested", CLAIMS.c.independent.desc(), CLAIMS.c.number
    )  # fmt: skip
    return list(connection.scalars(ordered))


def happenings_of(connection: Connection, claim: str) -> list[str]:
    """Ids of the happenings that a claim is about, the one of most of its reports first."""
    found: dict[str, int] = defaultdict(int)
    for row in connection.execute(_pairs().where(MEMBERS.c.object == claim)):
        found[row.happening] += 1
    return sorted(found, key=lambda id_: (-found[id_], len(id_), id_))


def contested_among(connection: Connection, happenings: Sequence[str]) -> dict[str, int]:
    """How many contested claims there are about each of some happenings; those without any are left out."""
    query = _pairs().join(CLAIMS, CLAIMS.c.id == MEMBERS.c.object).where(CLAIMS.c.status == "contested")
    found: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(query.where(TELLINGS.c.happening.in_(happenings))):
        found[row.happening].add(row.object)
    return {happening: len(claims) for happening, claims in found.items()}


def _pairs() -> Select[Any]:
    """Happening and claim, once for each report that joins them."""
    return (
        select(TELLINGS.c.happening, MEMBERS.c.object, ITEMS.c.report)
        .distinct()
        .join_from(TELLINGS, INCIDENTS, INCIDENTS.c.id == TELLINGS.c.incident)
        .join(ITEMS, (ITEMS.c.report == TELLINGS.c.report) & (ITEMS.c.kind == "claims") & _of_incident())
        .join(MEMBERS, MEMBERS.c.item == ITEMS.c.number)
    )


def _of_incident() -> ColumnElement[bool]:
    """That the proposition is about the incident. The item is JSON as the linker writes it, without blanks."""
    return ITEMS.c.item.contains('"incident":"' + INCIDENTS.c.record_id + '"')
