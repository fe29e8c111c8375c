"""Which claims are about which happening.

A claim is about a happening where the words of one of its stances hold the words for the event or a figure of it. Others stand beside it: a report
puts them forward near the words for the event, and the linker took place and day from there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, select

from onrecord.ledger.browsing.limits import told_and_claimed
from onrecord.ledger.linking.tables import CLAIMS, ITEMS, MEMBERS, STANCES, TELLINGS
from onrecord.ledger.parts import INCIDENTS

__all__ = ["claims_about", "claims_beside", "contested_among", "happenings_of"]


def claims_about(connection: Connection, happening: str) -> list[str]:
    """Ids of the claims about a happening: the contested first, then those that most independent sources stand behind."""
    return _in_order(connection, told_and_claimed(TELLINGS.c.happening == happening))


def claims_beside(connection: Connection, happening: str) -> list[str]:
    """Ids of the claims that stand beside what is told of a happening, in the same order; those about it are among them."""
    return _in_order(connection, _beside(TELLINGS.c.happening == happening))


def happenings_of(connection: Connection, claim: str) -> list[str]:
    """Ids of the happenings that a claim is about, or else of those that it stands beside; that of most of its reports first."""
    for query in (told_and_claimed(STANCES.c.claim == claim), _beside(MEMBERS.c.object == claim)):
        found: dict[str, int] = defaultdict(int)
        for row in connection.execute(query):
            found[row.happening] += 1
        if found:
            return sorted(found, key=lambda id_: (-found[id_], len(id_), id_))
    return []


def contested_among(connection: Connection, happenings: Sequence[str]) -> dict[str, int]:
    """How many contested claims there are about each of some happenings; those without any are left out."""
    contested = select(CLAIMS.c.id).where(CLAIMS.c.status == "contested")
    query = told_and_claimed(TELLINGS.c.happening.in_(happenings), STANCES.c.claim.in_(contested))
    found: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(query):
        found[row.happening].add(row.claim)
    return {happening: len(claims) for happening, claims in found.items()}


def _in_order(connection: Connection, pairs: Select[Any] | CompoundSelect[Any]) -> list[str]:
    asked = select(CLAIMS.c.id).where(CLAIMS.c.id.in_(select(pairs.subquery().c.claim)))
    return list(
        connection.scalars(asked.order_by(CLAIMS.c.status != "contested", CLAIMS.c.independent.desc(), CLAIMS.c.number))
    )


def _beside(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Happening and claim, once for each report that puts the one forward where it tells of the other."""
    return (
        select(TELLINGS.c.happening, MEMBERS.c.object.label("claim"), ITEMS.c.report)
        .distinct()
        .join_from(TELLINGS, INCIDENTS, INCIDENTS.c.id == TELLINGS.c.incident)
        .join(ITEMS, (ITEMS.c.report == TELLINGS.c.report) & (ITEMS.c.kind == "claims") & _of_incident())
        .join(MEMBERS, MEMBERS.c.item == ITEMS.c.number)
        .where(*conditions)
    )


def _of_incident() -> ColumnElement[bool]:
    """That the proposition is near the incident. The item is JSON as the linker writes it, without blanks."""
    return ITEMS.c.item.contains('"incident":"' + INCIDENTS.c.record_id + '"')
