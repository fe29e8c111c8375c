"""The list of reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from starlette.responses import Response

from onrecord.ledger.browsing.reports import ReportListed
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.facets import Facet, facets_of, month
from onrecord.wording.visible import flat

__all__ = ["ORDERS", "ReportsPage", "reports"]

ORDERS: Final = (
    ("newest", "newest first"),
    ("oldest", "oldest first"),
    ("added", "last added first"),
    ("statements", "most statements first"),
)

_FACETS: Final = (("publisher", "Outlet", flat), ("month", "Published", month))


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """What the list shows.

    Attributes:
        rows: The reports of this page.
        total: How many there are within the filter.
        facets: What they divide into.
        order: The order that they are in.
        orders: The orders that there are.
    """

    rows: Sequence[ReportListed]
    total: int
    facets: Sequence[Facet]
    order: str
    orders: Sequence[tuple[str, str]] = ORDERS


def reports(desk: Desk, asked: Asked) -> Response:
    """Shows it."""
    order = asked.options.get("sort", ORDERS[0][0])
    listed = desk.ledger.list_reports(asked.filter, order=order, start=asked.start, size=asked.size)
    facets = facets_of(asked, desk.ledger.report_facets(asked.filter), _FACETS)
    page = ReportsPage(listed.rows, listed.total, facets, order)
    return desk.listing(asked, "reports.html", page, [asdict(row) for row in listed.rows], listed.total)
