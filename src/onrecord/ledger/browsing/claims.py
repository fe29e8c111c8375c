"""Claims for people to look through: a page of them, what they divide into, and one with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, case, func, select

from onrecord.errors import FilterError
from onrecord.ledger.browsing.about import happenings_of
from onrecord.ledger.browsing.limits import claim_limits
from onrecord.ledger.browsing.listed import Facets, Listed, count_by, linked_by_ids, page_of
from onrecord.ledger.browsing.telling import InReport, reports_by_document
from onrecord.ledger.linking.explaining import linked_of
from onrecord.ledger.linking.judging import PairJudged, judgements_on
from onrecord.ledger.linking.tables import CLAIMS, ITEMS, MEMBERS, STANCES
from onrecord.ledger.search.index import SENTENCES
from onrecord.ledger.tables import REPORTS
from onrecord.record.claim import Claim
from onrecord.record.filter import Filter
from onrecord.record.happening import Happening

__all__ = ["CLAIM_ORDERS", "ClaimShown", "claim_facets", "list_claims", "show_claim"]

_INDEPENDENT: Final = (func.coalesce(CLAIMS.c.independent, 0).desc(), func.coalesce(CLAIMS.c.reports, 0).desc())
CLAIM_ORDERS: Final[Mapping[str, tuple[ColumnElement[Any], ...]]] = {
    "contested": (case((CLAIMS.c.status == "contested", 0), else_=1), *_INDEPENDENT),
    "newest": (CLAIMS.c.latest.is_(None), CLAIMS.c.latest.desc()),
    "independent": _INDEPENDENT,
}
"""The orders in which claims can be listed; the first is the usual one."""
_MONTH: Final = 7


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim with all that a person needs to judge it.

    Attributes:
        claim: The claim.
        reports: The reports of its stances, by the ids of their documents.
        happenings: The happenings that it is about.
        judged: What people decided about pairs of what it was made from.
        sentences: For stances, by their place in the claim, where the sentence of their words begins and what it says.
    """

    claim: Claim
    reports: Mapping[str, InReport]
    happenings: tuple[Happening, ...]
    judged: tuple[PairJudged, ...]
    sentences: Mapping[int, tuple[int, str]]


def list_claims(connection: Connection, within: Filter, order: str, start: int, size: int) -> Listed[Claim]:
    """Claims within a filter.

    Raises:
        FilterError: There is no such order.
    """
    if order not in CLAIM_ORDERS:
        raise FilterError(f"sort: {order!r} is no order of claims; there are {', '.join(CLAIM_ORDERS)}")
    query = select(CLAIMS.c.id).where(*claim_limits(within))
    listed = page_of(connection, query.order_by(*CLAIM_ORDERS[order], CLAIMS.c.number), start, size)
    # The claims themselves are long and are fetched when it is known which ones.
    return Listed(linked_by_ids(connection, "claims", [row.id for row in listed.rows]), listed.total)


def claim_facets(connection: Connection, within: Filter) -> Facets:
    """How many claims within a filter have each status, kind, place, month and outlet."""
    claim = CLAIMS.c
    by = (
        ("status", claim.status, ("status",)),
        ("kind", claim.kind, ("kind",)),
        ("at", claim.place, ("at",)),
        ("month", func.substr(claim.earliest, 1, _MONTH), ("since", "until")),
    )
    facets = {name: count_by(connection, value, claim.id, claim_limits, within, *own) for name, value, own in by}
    told = (STANCES.c.claim == claim.id) & (REPORTS.c.id == STANCES.c.report)
    outlet = REPORTS.c.publisher
    facets["publisher"] = count_by(connection, outlet, claim.id, claim_limits, within, "publisher", through=told)
    return facets


def show_claim(connection: Connection, id_: str) -> ClaimShown:
    """One claim with all that belongs to it.

    Raises:
        NotInLedger: There is none; if it became part of another one, the message says of which.
    """
    claim = linked_of(connection, "claims", id_)
    reports = reports_by_document(connection, (stance.document for stance in claim.stances))
    about = linked_by_ids(connection, "happenings", happenings_of(connection, id_))
    members = select(ITEMS.c.id).join(MEMBERS, MEMBERS.c.item == ITEMS.c.number).where(MEMBERS.c.object == id_)
    items = list(connection.scalars(members))
    return ClaimShown(claim, reports, about, tuple(judgements_on(connection, items)), _sentences(connection, id_))


def _sentences(connection: Connection, id_: str) -> dict[int, tuple[int, str]]:
    sentence = SENTENCES.c
    query = (
        select(STANCES.c.id, sentence.start_offset, sentence.text)
        .join(SENTENCES, sentence.report == STANCES.c.report)
        .where(STANCES.c.claim == id_)
        .where(sentence.start_offset <= STANCES.c.start_offset, sentence.end_offset > STANCES.c.start_offset)
    )
    return {int(row.id.rpartition(".")[2]) - 1: (row.start_offset, row.text) for row in connection.execute(query)}
