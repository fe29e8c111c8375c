"""What a ledger gives to screens and exports: the part of `Ledger` that looks through a filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from onrecord.ledger.browsing import claims, happenings, places, placing, reports, speakers, times, told
from onrecord.ledger.browsing.claims import ClaimShown
from onrecord.ledger.browsing.happenings import HappeningListed, HappeningShown
from onrecord.ledger.browsing.hits import Hits, find_hits
from onrecord.ledger.browsing.listed import Facets, Listed
from onrecord.ledger.browsing.places import HappeningRow, PlaceCount, PlaceKey
from onrecord.ledger.browsing.placing import Placing
from onrecord.ledger.browsing.reports import ReportAround, ReportListed
from onrecord.ledger.browsing.speakers import Said, SaidOnce, StanceTaken, StatementListed
from onrecord.ledger.browsing.telling import InReport, reports_by_document
from onrecord.ledger.browsing.times import TimeSpan
from onrecord.ledger.browsing.told import Resting
from onrecord.ledger.browsing.within import Within
from onrecord.ledger.connect import Store
from onrecord.ledger.search import Sought
from onrecord.record.claim import Claim
from onrecord.record.filter import Filter

__all__ = ["Browsing"]


class Browsing:
    """Pages of lists, what these divide into, and single things with all that belongs to them. A ledger is one of these."""

    _store: Store

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

    def list_reports(
        self, within: Filter, *, order: str = "newest", start: int = 0, size: int = 50
    ) -> Listed[ReportListed]:  # fmt: skip
        """Reports within a filter, in the order newest, oldest, added or statements.

        Raises:
            FilterError: There is no such order, or there is nothing to look for in the words of the filter.
        """
        with self._store.reading() as connection:
            return reports.list_reports(connection, within, order, start, size)

    def report_facets(self, within: Filter) -> Facets:
        """How many reports within a filter there are of each outlet ("publisher") and month."""
        with self._store.reading() as connection:
            return reports.report_facets(connection, within)

    def report_around(self, report_id: str) -> ReportAround:
        """The readings of a report, its copies, and the claims and happenings that it takes part in."""
        with self._store.reading() as connection:
            return reports.report_around(connection, report_id)

    def find_hits(self, within: Filter, sought: Sought, dated: Collection[str] = ()) -> Hits:
        """Finds sentences with words, as many as `hits.MOST_HITS`, with who speaks there.

        Raises:
            FilterError: There is no word to look for.
        """
        with self._store.reading() as connection:
            return find_hits(connection, within, sought, dated)

    def count_said(self, within: Filter, dated: Collection[str] = ()) -> list[tuple[Said, int]]:
        """How many statements each speaker has, as the reports name them; see `speakers.count_said`."""
        with self._store.reading() as connection:
            return speakers.count_said(connection, within, dated)

    def said_by(self, within: Filter, names: Sequence[str | None], dated: Collection[str] = ()) -> list[SaidOnce]:
        """The statements of those who are named so, the newest first."""
        with self._store.reading() as connection:
            return list(speakers.iter_said(connection, within, dated, names))

    def stances_of(self, within: Filter, names: Sequence[str | None], dated: Collection[str] = ()) -> list[StanceTaken]:
        """How the statements of those who are named so stand to claims."""
        with self._store.reading() as connection:
            return list(speakers.iter_stances(connection, within, dated, names))

    def people_among(self, names: Collection[str]) -> set[str]:
        """Which of these names are names of a person in any report."""
        with self._store.reading() as connection:
            return speakers.people_among(connection, names)

    def reports_with(self, names: Collection[str]) -> dict[str, int]:
        """In how many reports somebody of each of these names speaks."""
        with self._store.reading() as connection:
            return speakers.reports_with(connection, names)

    def show_statements(self, ids: Sequence[str]) -> tuple[StatementListed, ...]:
        """Some statements with their reports, in the order of the ids."""
        with self._store.reading() as connection:
            return speakers.show_statements(connection, ids)

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
