"""What a ledger says of linked reports: the part of `Ledger` that belongs to `link`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection

from onrecord.ledger.connect import Store
from onrecord.ledger.custody import Log, moment
from onrecord.ledger.linking import listing
from onrecord.ledger.linking.explaining import Explanation, explain
from onrecord.ledger.linking.judging import PairJudged, judge_pair
from onrecord.ledger.linking.listing import LinkCounts, Sought
from onrecord.ledger.linking.page import Page, Unlinked, iter_unlinked
from onrecord.record.claim import Claim
from onrecord.record.copies import Copies
from onrecord.record.happening import Happening

__all__ = ["Linkings"]


class Linkings:
    """What was linked: claims, happenings and copies, why, and what people say of it. A ledger is one of these."""

    _store: Store

    def _log(self, connection: Connection, at: datetime | None = None, who: str | None = None) -> Log:
        raise NotImplementedError

    def iter_unlinked(self, version: str | None = None) -> Iterator[Unlinked]:
        """Reports of which the newest reading is not linked, in the order in which they were added.

        Args:
            version: Version of the linker; what another one linked is not linked then.
        """
        with self._store.reading() as connection:
            yield from iter_unlinked(connection, version)

    @contextmanager
    def linking(self, version: str, *, at: datetime | None = None) -> Iterator[Page]:
        """A transaction of linking: what is done in it lasts when it ends, all of it or nothing.

        Args:
            version: Version of the linker.
            at: When; now, if nothing is said.
        """
        with self._store.writing() as connection:
            yield Page(connection, version, moment(at))

    def count_linked(self, version: str | None = None) -> LinkCounts:
        """How much is linked, and how much waits for it."""
        with self._store.reading() as connection:
            return listing.count_linked(connection, version)

    def iter_claims(
        self,
        *,
        contested: bool = False,
        about: str | None = None,
        at: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[Claim]:
        """Claims, the contested first; of these and of the others those with the most independent sources.

        Args:
            contested: Only those that are contested.
            about: Part of the name of somebody who did it, whom it was done to, or who speaks of it.
            at: Part of the name of the place.
            since: ISO date; only what was then or later. Where a claim names no date, the reports' dates count.
            until: ISO date; only what was then or before.
        """
        with self._store.reading() as connection:
            yield from listing.iter_claims(connection, Sought(contested, about, at, since, until))

    def iter_happenings(
        self, *, about: str | None = None, at: str | None = None, since: str | None = None, until: str | None = None
    ) -> Iterator[Happening]:
        """Events in the world by when they were, each with the reports that tell of it; see `iter_claims`."""
        with self._store.reading() as connection:
            yield from listing.iter_happenings(connection, Sought(False, about, at, since, until))

    def iter_copies(self) -> Iterator[Copies]:
        """Families of reports that share running text, the largest first."""
        with self._store.reading() as connection:
            yield from listing.iter_copies(connection)

    def report_ids(self) -> dict[str, str]:
        """Ids of the linked reports by the ids of their documents, by which claims, happenings and copies call them."""
        with self._store.reading() as connection:
            return listing.reports_of(connection)

    def explain(self, id_: str) -> Explanation:
        """Why something was linked and counted as it is.

        Args:
            id_: A copy family (cf2), a happening (h3) or a claim (c7).

        Raises:
            NotInLedger: There is none; if it became part of another one, the message says of which.
        """
        with self._store.reading() as connection:
            return explain(connection, id_)

    def objects_of(self, items: Sequence[str]) -> tuple[str, ...]:
        """The claims, happenings or copy families that items belong to now, in the order of the items."""
        with self._store.reading() as connection:
            return listing.objects_of(connection, items)

    def judge_pair(
        self,
        kind: str,
        one: str,
        other: str,
        verdict: str,
        *,
        who: str | None = None,
        why: str | None = None,
        at: datetime | None = None,
    ) -> PairJudged:
        """Writes down what somebody decided about a pair. It outranks the machine from the next `onrecord link` on.

        Args:
            kind: copies, happenings or claims.
            one: A report (for copies), a happening or a claim, which stands for the first item of it; or the id of an item.
            other: The other.
            verdict: same, different, unsure, or not_judged, which takes an earlier one back.
            who: Who judges; by default who opened the ledger.
            why: The reason.
            at: When; now, if nothing is said.

        Raises:
            NotInLedger: There is nothing of these ids.
            LedgerError: There is no such kind or verdict, or the two are one and the same.
        """
        with self._store.writing() as connection:
            return judge_pair(connection, kind, one, other, verdict, why, self._log(connection, at, who))
