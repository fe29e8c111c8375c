"""Feeds that a ledger follows: each is asked, what is new in it is added, and only then is it written down as seen."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.fetch import TAKEN, FeedState, Found, Web, iter_feed
from onrecord.fetch import Skipped as PassedOver
from onrecord.ledger import Feed, Ledger
from onrecord.pipeline.adding import AlreadyThere, Came, add_reports
from onrecord.pipeline.reading import Steps
from onrecord.record.provenance import Reader

__all__ = ["refresh_feeds"]


def refresh_feeds(ledger: Ledger, steps: Steps, reader: Reader, web: Web, *, dry: bool = False) -> Iterator[Came]:
    """Asks every feed, one after another, and adds the reports that are new in it.

    Args:
        ledger: The ledger that follows them.
        steps: What is done with each report.
        reader: What reads, as records name it.
        web: How addresses are asked.
        dry: Say only what would be done.

    Yields:
        What became of everything that the feeds announced.
    """
    for feed in list(ledger.iter_feeds()):
        poll = _Poll(feed, web)
        for came in add_reports(poll, steps, ledger, reader, dry=dry):
            taken = isinstance(came, PassedOver) and came.reason == TAKEN
            yield AlreadyThere(came.name, None, "already there") if taken else came
        if not dry:
            # Not a moment earlier: what is written down as seen is not fetched again, so it has to be in the ledger.
            ledger.note_feed(feed.url, poll.state.etag, poll.state.last_modified, sorted(poll.state.seen))


class _Poll:
    """Reports that one feed announces; `state` is what to remember of it when all of them are kept."""

    def __init__(self, feed: Feed, web: Web) -> None:
        self._url, self._web = feed.url, web
        self.state = FeedState(feed.etag, feed.last_modified, frozenset(feed.seen))

    def __iter__(self) -> Iterator[Found]:
        for polled in iter_feed(self._url, self._web, self.state):
            yield from polled.found
            self.state = polled.state
