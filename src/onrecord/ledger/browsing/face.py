"""What a ledger gives to screens and exports: the part of `Ledger` that looks through a filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from onrecord.ledger.browsing import places, placing, times, told
from onrecord.ledger.browsing.places import HappeningRow, PlaceCount, PlaceKey
from onrecord.ledger.browsing.placing import Placing
from onrecord.ledger.browsing.times import TimeSpan
from onrecord.ledger.browsing.told import Resting
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

    def happenings_by_place(self, within: Filter) -> list[PlaceCount]:
        """The places of the happenings within a filter, those with the most first; each happening is counted once.

        Raises:
            FilterError: There is nothing to look for in the words of the filter.
        """
        with self._store.reading() as connection:
            return places.places_of_happenings(connection, within)

    def named_places(self, within: Filter, role: str) -> list[PlaceCount]:
        """Places that reports within a filter name without saying that anything happened there.

        Args:
            within: What is looked at.
            role: "reporting" (it was written there) or "mentioned".
        """
        with self._store.reading() as connection:
            return places.named_places(connection, within, role)

    def happenings_at(
        self, within: Filter, place: PlaceKey | None = None, *, start: int = 0, size: int = 50
    ) -> tuple[list[HappeningRow], int]:
        """Happenings within a filter by when they were, all or those at one place, and how many there are."""
        with self._store.reading() as connection:
            return places.happenings_at(connection, within, place, start, size)

    def placings_of(self, happenings: Sequence[str]) -> dict[str, tuple[Placing, ...]]:
        """Who tells of happenings, by their ids, and which place the words of each report were taken for."""
        with self._store.reading() as connection:
            return placing.placings_of(connection, happenings)

    def claims_on(self, happenings: Sequence[str]) -> dict[str, tuple[Resting, ...]]:
        """The claims that rest on happenings, by their ids."""
        with self._store.reading() as connection:
            return told.claims_on(connection, happenings)

    def happening_times(self, within: Filter) -> list[TimeSpan]:
        """All happenings within a filter by when they were, the undated last."""
        with self._store.reading() as connection:
            return times.times_of_happenings(connection, within)

    def happening_actors(self, within: Filter) -> dict[str, str]:
        """Who is said to have done it, by the ids of the happenings within a filter."""
        with self._store.reading() as connection:
            return times.actors_of(connection, within)

    def claim_days(self, within: Filter) -> Counter[tuple[date, date]]:
        """How many claims within a filter are about which days."""
        with self._store.reading() as connection:
            return times.claim_days(connection, within)

    def report_days(self, within: Filter) -> Counter[tuple[date, date]]:
        """How many reports within a filter were published on which days."""
        with self._store.reading() as connection:
            return times.report_days(connection, within)
