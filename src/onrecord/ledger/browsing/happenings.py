"""Happenings for people to look through: a page of them, what they divide into, and one with all that belongs to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, select

from onrecord.errors import FilterError, NotInLedger
from onrecord.ledger.browsing.about import claims_about, claims_beside, contested_among
from onrecord.ledger.browsing.limits import TELLS, happening_limits
from onrecord.ledger.browsing.listed import Facets, Listed, count_by, linked_by_ids, page_of
from onrecord.ledger.browsing.telling import InReport, reports_by_document
from onrecord.ledger.browsing.tellings import Telling, tellings_of
from onrecord.ledger.linking.explaining import Explanation, explain
from onrecord.ledger.linking.tables import HAPPENINGS, TELLINGS
from onrecord.ledger.parts import EVENTS
from onrecord.ledger.tables import REPORTS
from onrecord.record.claim import Claim
from onrecord.record.filter import Filter
from onrecord.record.happening import Happening

__all__ = [
    "HAPPENING_ORDERS",
    "HappeningListed",
    "HappeningShown",
    "happening_facets",
    "list_happenings",
    "show_happening",
]

_HAPPENING: Final = HAPPENINGS.c
HAPPENING_ORDERS: Final[Mapping[str, tuple[ColumnElement[Any], ...]]] = {
    "newest": (_HAPPENING.earliest.is_(None), _HAPPENING.earliest.desc()),
    "oldest": (_HAPPENING.earliest.is_(None), _HAPPENING.earliest),
    "reports": (func.coalesce(_HAPPENING.reports, 0).desc(), _HAPPENING.earliest.is_(None), _HAPPENING.earliest.desc()),
}
"""The orders in which happenings can be listed; the first is the usual one."""
_MONTH: Final = 7


@dataclass(frozen=True, slots=True)
class HappeningListed:
    """A happening in a list.

    Attributes:
        happening: The happening.
        reports: The reports that tell of it.
        statuses: What it is told as ("happened", "denied"), each with the ids of the reports that tell it so.
        contested: How many contested claims are about it.
    """

    happening: Happening
    reports: tuple[InReport, ...]
    statuses: Mapping[str, frozenset[str]]
    contested: int


@dataclass(frozen=True, slots=True)
class HappeningShown:
    """A happening with all that a person needs to judge it.

    Attributes:
        happening: The happening.
        explained: What it was made from, and why.
        tellings: How each report tells it, the earliest published first.
        claims: The claims about it, contested ones first.
        beside: Claims that its reports put forward where they tell of it.
    """

    happening: Happening
    explained: Explanation
    tellings: tuple[Telling, ...]
    claims: tuple[Claim, ...]
    beside: tuple[Claim, ...]


def list_happenings(
    connection: Connection, within: Filter, order: str, start: int, size: int
) -> Listed[HappeningListed]:  # fmt: skip
    """Happenings within a filter.

    Raises:
        FilterError: There is no such order.
    """
    if order not in HAPPENING_ORDERS:
        raise FilterError(f"sort: {order!r} is no order of happenings; there are {', '.join(HAPPENING_ORDERS)}")
    query = select(_HAPPENING.id).where(*happening_limits(within))
    listed = page_of(connection, query.order_by(*HAPPENING_ORDERS[order], _HAPPENING.number), start, size)
    ids = [row.id for row in listed.rows]
    shown: tuple[Happening, ...] = linked_by_ids(connection, "happenings", ids)
    reports = reports_by_document(connection, (document for one in shown for document, _ in one.incidents))
    statuses, contested = _statuses(connection, ids), contested_among(connection, ids)
    rows = tuple(
        HappeningListed(
            happening=one,
            reports=tuple(reports[key] for key in dict.fromkeys(key for key, _ in one.incidents) if key in reports),
            statuses={told: frozenset(by) for told, by in statuses[one.id].items()},
            contested=contested.get(one.id, 0),
        )
        for one in shown
    )
    return Listed(rows, listed.total)


def happening_facets(connection: Connection, within: Filter) -> Facets:
    """How many happenings within a filter are of each type, country and month."""
    month = func.substr(_HAPPENING.earliest, 1, _MONTH)
    by = (
        ("kind", _HAPPENING.type, ("kind",)),
        ("country", _HAPPENING.country, ()),
        ("at", _HAPPENING.place, ("at",)),
        ("month", month, ("since", "until")),
    )
    facets = {
        name: count_by(connection, value, _HAPPENING.id, happening_limits, within, *own) for name, value, own in by
    }
    told = (TELLINGS.c.happening == _HAPPENING.id) & (REPORTS.c.id == TELLINGS.c.report)
    outlet = REPORTS.c.publisher
    facets["publisher"] = count_by(
        connection, outlet, _HAPPENING.id, happening_limits, within, "publisher", through=told
    )
    return facets


def show_happening(connection: Connection, id_: str) -> HappeningShown:
    """One happening with all that belongs to it.

    Raises:
        NotInLedger: There is none; if it became part of another one, the message says of which.
    """
    explained = explain(connection, id_)
    happening = explained.linked
    if not isinstance(happening, Happening):
        raise NotInLedger(f"{id_}: is no happening; they are called h1, h2, …")
    about = claims_about(connection, id_)
    beside = [claim for claim in claims_beside(connection, id_) if claim not in about]
    tellings = tuple(tellings_of(connection, happening, explained.members))
    claims, others = (linked_by_ids(connection, "claims", ids) for ids in (about, beside))
    return HappeningShown(happening, explained, tellings, claims, others)


def _statuses(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, set[str]]]:
    """What each happening is told as, by report."""
    query = (
        select(TELLINGS.c.happening, EVENTS.c.status, TELLINGS.c.report)
        .distinct()
        .join(EVENTS, TELLS)
        .where(TELLINGS.c.happening.in_(ids), EVENTS.c.status.is_not(None))
    )
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in connection.execute(query):
        found[row.happening][row.status].add(row.report)
    return found
