"""The first page: what is in the ledger, what is contested in it, and what waits for somebody."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from starlette.responses import Response

from onrecord.ledger import Counts, LinkCounts
from onrecord.record import Claim
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk

__all__ = ["HomePage", "home"]

_CLAIMS = 8


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the first page shows.

    Attributes:
        counts: How much is in the ledger.
        linked: How much of it is linked.
        contested: Some contested claims.
    """

    counts: Counts
    linked: LinkCounts
    contested: tuple[Claim, ...]


def home(desk: Desk, asked: Asked) -> Response:
    """Shows it."""
    ledger = desk.ledger
    contested = tuple(islice(ledger.iter_claims(contested=True), _CLAIMS))
    return desk.page(asked, "home.html", HomePage(ledger.count(), ledger.count_linked(), contested))
