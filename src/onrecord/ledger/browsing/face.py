"""What a ledger gives to screens and exports: the part of `Ledger` that looks through a filter."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.ledger.browsing import claims, happenings
from onrecord.ledger.browsing.claims import ClaimShown
from onrecord.ledger.browsing.happenings import HappeningListed, HappeningShown
from onrecord.ledger.browsing.listed import Facets, Listed
from onrecord.ledger.browsing.telling import InReport, reports_by_document
from onrecord.ledger.browsing.within import Within
from onrecord.ledger.connect import Store
from onrecord.record.claim import Claim
from onrecord.record.filter import Filter

__all__ = ["Browsing"]


class Browsing:
    """A ledger seen through a filter: whole, in pages of lists with what these divide into, and single things with all that belongs to them.

    A ledger is one of these.
    """

    _store: Store

    def within(self, filter: Filter = Filter()) -> Within:  # noqa: A002, B008 (called so everywhere; a filter never changes)
        """What of the ledger is within a filter.

        Raises:
            FilterError: There is nothing to look for in the filter's words.
        """
        return Within(self._store, filter)

    def list_claims(
        self, within: Filter, *, order: str = "contested", start: int = 0, size: int = 50
    ) -> Listed[Claim]:  # fmt: skip
        """Claims within a filter.

        Args:
            within: What is looked at.
            order: contested (those first), newest, or independent (most independent sources first).
            start: How many come before the first.
            size: The most that are given.

        Raises:
            FilterError: There is no such order, or there is nothing to look for in the words of the filter.
        """
        with self._store.reading() as connection:
            return claims.list_claims(connection, within, order, start, size)

    def claim_facets(self, within: Filter) -> Facets:
        """How many claims within a filter have each status, kind, place ("at"), month and outlet ("publisher")."""
        with self._store.reading() as connection:
            return claims.claim_facets(connection, within)

    def show_claim(self, id_: str) -> ClaimShown:
        """A claim with its reports, the happenings that it is about, and what people decided.

        Raises:
            NotInLedger: There is none; if it became part of another one, the message says of which.
        """
        with self._store.reading() as connection:
            return claims.show_claim(connection, id_)

    def list_happenings(
        self, within: Filter, *, order: str = "newest", start: int = 0, size: int = 50
    ) -> Listed[HappeningListed]:  # fmt: skip
        """Happenings within a filter, in the order newest, oldest, or reports (those that most reports tell of first).

        Raises:
            FilterError: There is no such order, or there is nothing to look for in the words of the filter.
        """
        with self._store.reading() as connection:
            return happenings.list_happenings(connection, within, order, start, size)

    def happening_facets(self, within: Filter) -> Facets:
        """How many happenings within a filter are of each type ("kind"), country, place ("at"), month and outlet ("publisher")."""
        with self._store.reading() as connection:
            return happenings.happening_facets(connection, within)

    def show_happening(self, id_: str) -> HappeningShown:
        """A happening with how each report tells it, why these were joined, and the claims about it.

        Raises:
            NotInLedger: There is none; if it became part of another one, the message says of which.
        """
        with self._store.reading() as connection:
            return happenings.show_happening(connection, id_)

    def reports_by_document(self, documents: Iterable[str]) -> dict[str, InReport]:
        """The reports of some documents, by the ids by which claims, happenings and copies call them."""
        with self._store.reading() as connection:
            return reports_by_document(connection, documents)
