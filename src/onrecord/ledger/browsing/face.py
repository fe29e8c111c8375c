"""What a ledger gives to screens and exports: the part of `Ledger` that looks through a filter."""

from __future__ import annotations

from onrecord.ledger.browsing.within import Within
from onrecord.ledger.connect import Store
from onrecord.record.filter import Filter

__all__ = ["Browsing"]


class Browsing:
    """A ledger seen through a filter. A ledger is one of these."""

    _store: Store

    def within(self, filter: Filter = Filter()) -> Within:  # noqa: A002, B008 (called so everywhere; a filter never changes)
        """What of the ledger is within a filter.

        Raises:
            FilterError: There is nothing to look for in the filter's words.
        """
        return Within(self._store, filter)
