"""Reports that a feed announces: new ones only, each with what the feed says of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import InputError
from onrecord.fetch.found import Failed, Found, Skipped
from onrecord.fetch.jail import Jail
from onrecord.fetch.pages import iter_page
from onrecord.fetch.web import NotModified, Web
from onrecord.record.original import Stated

__all__ = ["FUNCTION", "TAKEN", "Entry", "Feed", "FeedState", "Polled", "iter_feed", "read_feed"]

FUNCTION = "onrecord.fetch.feed_child:to_answer"
TAKEN = "taken already"
"""Why an entry that was seen before is passed over."""
_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one report.

    Attributes:
        url: Where the report stands.
        id: The feed's own name for it.
        title: Its headline.
        published: When it was published, as written there.
        author: Who wrote it.
        summary: What it is about; may hold markup, which is never shown as such.
        publisher: The outlet, where the feed names another than itself.
    """

    url: str | None = None
    id: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    summary: str | None = None
    publisher: str | None = None

    @property
    def key(self) -> str | None:
        """What an entry is known by from one time to the next."""
        return self.id or self.url


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed holds.

    Attributes:
        title: Its title.
        language: The language that it declares.
        entries: Its entries, in its order.
        left_out: Entries beyond the most that are read.
    """

    title: str | None
    language: str | None
    entries: tuple[Entry, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is remembered of a feed between two times.

    Attributes:
        etag: ETag of its last answer.
        last_modified: Last-Modified of its last answer.
        seen: Keys of the entries whose reports were taken.
    """

    etag: str | None = None
    last_modified: str | None = None
    seen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Polled:
    """What became of one entry, and the state to remember once that is safely kept.

    Attributes:
        found: The report, or why there is none; nothing at the end of the feed.
        state: The state.
    """

    found: tuple[Found, ...]
    state: FeedState


def read_feed(
    content: bytes, name: str, *, url: str | None = None, content_type: str | None = None, jail: Jail | None = None
) -> Feed:
    """Reads RSS or Atom, in a child process.

    Args:
        content: The feed.
        name: What to call it in an error.
        url: Where it stands; addresses in it are read against that.
        content_type: What the server says it is.
        jail: The child process, if not one of its own.

    Raises:
        InputError: It is no feed, or breaks its parser.
    """
    arguments = {"name": name, "url": url or name, "content_type": content_type}
    if jail is not None:
        return _feed(jail.call(content, arguments, name))
    with Jail(FUNCTION) as own:
        return _feed(own.call(content, arguments, name))


def iter_feed(url: str, web: Web, state: FeedState | None = None, jail: Jail | None = None) -> Iterator[Polled]:
    """Asks a feed, and takes the reports that are new in it, the oldest first.

    Args:
        url: The feed.
        web: How addresses are asked.
        state: What was remembered the last time.
        jail: The child process that parses the feed, if not one of its own.

    Yields:
        What became of each entry. An entry that failed is not remembered as seen, so that the next time tries again. The
        last has no report, and the state of the feed as a whole.
    """
    state = state or FeedState()
    try:
        answer = web.get(url, etag=state.etag, last_modified=state.last_modified)
        if isinstance(answer, NotModified):
            yield Polled((Skipped(url, "the feed has nothing new"),), state)
            return
        feed = read_feed(
            answer.content, url, url=answer.capture.final_url, content_type=answer.header("Content-Type"), jail=jail
        )
    except InputError as error:
        yield Polled((Failed(url, error),), state)
        return
    failed = False
    for entry in reversed(feed.entries):
        found = tuple(_reports(entry, feed, url, web, state))
        if any(isinstance(one, Failed) for one in found):
            failed = True
        elif entry.key is not None:
            state = replace(state, seen=state.seen | {entry.key})
        yield Polled(found, state)
    if feed.left_out:
        yield Polled((Skipped(url, f"{feed.left_out} more entries, which are too many to read"),), state)
    keys = {entry.key for entry in feed.entries}
    state = replace(state, seen=frozenset(state.seen & keys))
    if not failed:
        # With these the server would say that nothing is new, and what failed would not be tried again.
        state = replace(state, etag=answer.header("ETag"), last_modified=answer.header("Last-Modified"))
    yield Polled((), state)


def _reports(entry: Entry, feed: Feed, feed_url: str, web: Web, state: FeedState) -> Iterator[Found]:
    if entry.url is None:
        yield Skipped(f"{feed_url} entry {(entry.title or '')[:100]!r}", "an entry without an address")
    elif entry.key in state.seen:
        yield Skipped(entry.url, TAKEN)
    else:
        stated = Stated(
            "feed entry",
            entry.url,
            _plain(entry.title),
            _plain(entry.publisher or feed.title),
            _plain(entry.author),
            entry.published,
            feed.language,
        )
        yield from iter_page(entry.url, web, (stated,), way="feed")


def _plain(value: str | None) -> str | None:
    """Titles in feeds may be written in markup."""
    return None if value is None else html.unescape(_TAG.sub("", value)).strip() or None


def _feed(answer: dict[str, Any]) -> Feed:
    """What the child answered, checked: whatever is no text is left out."""

    def text(value: object) -> str | None:
        return value if isinstance(value, str) and value else None

    entries = [one for one in answer.get("entries") or () if isinstance(one, dict)]
    fields = ("url", "id", "title", "published", "author", "summary", "publisher")
    left_out = answer.get("left_out")
    return Feed(
        text(answer.get("title")),
        text(answer.get("language")),
        tuple(Entry(**{field: text(entry.get(field)) for field in fields}) for entry in entries),
        left_out if type(left_out) is int else 0,
    )
