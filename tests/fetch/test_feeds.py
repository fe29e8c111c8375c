"""Feeds: what they announce is taken once, and what failed is tried again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import InputError, UnreadableInput
from onrecord.fetch import Failed, Jail, Skipped
from onrecord.fetch.feeds import FUNCTION, Entry, Feed, FeedState, Polled, iter_feed, read_feed
from onrecord.record.original import Original, Stated
from tests.fetch.servers import Server, local_web, reply, serving

PAGE = b"<html><body><p>The army said on Monday that it had taken the town.</p></body></html>"


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    with Jail(FUNCTION) as opened:
        yield opened


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def rss(*items: str, title: str = "Example News") -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><language>en</language>{"".join(items)}</channel></rss>'.encode()


def item(number: int) -> str:
    return (
        f"<item><title>Town {number} taken</title><link>/{number}</link><guid isPermaLink='false'>id-{number}</guid>"
        f"<pubDate>Mon, 12 Nov 2018 10:0{number}:00 GMT</pubDate><author>Mona Writer</author></item>"
    )


ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example News</title><entry><title type="html">Town &amp;amp; river
taken</title><link href="http://news.example.org/a"/><id>tag:a</id><published>2018-11-12T10:00:00Z</published>
<author><name>Mona Writer</name></author><summary>What it says</summary></entry></feed>"""


def test_rss_and_atom(jail: Jail) -> None:
    feed = read_feed(rss(item(1)), "http://news.example.org/feed", jail=jail)
    assert (feed.title, feed.language) == ("Example News", "en")
    assert feed.entries == (
        Entry("http://news.example.org/1", "id-1", "Town 1 taken", "Mon, 12 Nov 2018 10:01:00 GMT", "Mona Writer"),
    )
    (entry,) = read_feed(ATOM, "feed", jail=jail).entries
    assert (entry.url, entry.id, entry.author, entry.summary) == (
        "http://news.example.org/a",
        "tag:a",
        "Mona Writer",
        "What it says",
    )


BOMB = "<!DOCTYPE l [" + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(30)) + "]>"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a feed",
        PAGE,
        b"\xff\xfe\x00rubbish",
        b"http://169.254.169.254/latest",
        b"/etc/passwd",
        b'{"version": "https://jsonfeed.org/version/1"}',
    ],
)
def test_what_is_no_feed_is_refused(jail: Jail, content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"^feed\.xml: is no feed .*check its address"):
        read_feed(content, "feed.xml", jail=jail)


@pytest.mark.parametrize(
    "content",
    [
        f'<?xml version="1.0"?>{BOMB}<rss version="2.0"><channel><title>&a29;</title>{item(1)}</channel></rss>'.encode(),
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title></channel></rss>',
        rss("<item>" * 10_000),
        rss(f"<item><title>{'<b>' * 20_000}</title></item>"),
        rss(item(1))[:-40],
        rss(*(item(1) for _ in range(2_100))),
    ],
    ids=["entities", "external entity", "nesting", "markup", "cut", "many"],
)
def test_hostile_feeds_end(jail: Jail, content: bytes) -> None:
    feed = read_or_refuse(jail, content)
    if feed is not None:
        assert len(feed.entries) <= 2_000
        assert "root:" not in (feed.title or "")
        assert len(feed.title or "") <= 10_000


def read_or_refuse(jail: Jail, content: bytes) -> Feed | None:
    """What a feed holds, or None when it is refused by name; anything else is a failure."""
    try:
        return read_feed(content, "feed.xml", jail=jail)
    except InputError as error:
        if str(error).startswith("feed.xml: "):
            return None
        raise


def poll(server: Server, jail: Jail, state: FeedState | None = None) -> list[Polled]:
    return list(iter_feed(server.address("/feed"), local_web(server), state, jail))


def test_new_reports_are_taken_with_what_the_feed_says(server: Server, jail: Jail) -> None:
    server.replies |= {
        "/feed": reply(rss(item(2), item(1)), "application/rss+xml", ETag='"1"'),
        "/1": reply(PAGE),
        "/2": reply(PAGE),
    }
    first, second, last = poll(server, jail)
    (found,) = first.found
    assert isinstance(found, Original)
    assert found.stated[1] == Stated(
        "feed entry",
        server.address("/1"),
        "Town 1 taken",
        "Example News",
        "Mona Writer",
        "Mon, 12 Nov 2018 10:01:00 GMT",
        "en",
    )
    assert found.capture is not None
    assert found.capture.way == "feed"
    assert first.state == FeedState(seen=frozenset({"id-1"}))
    assert second.state.seen == {"id-1", "id-2"}
    assert last == Polled((), FeedState('"1"', None, frozenset({"id-1", "id-2"})))


def test_what_was_taken_is_not_asked_for_again(server: Server, jail: Jail) -> None:
    server.replies |= {
        "/feed": reply(rss(item(2), item(1)), "application/rss+xml"),
        "/1": reply(PAGE),
        "/2": reply(PAGE),
    }
    first, second, _ = poll(server, jail, FeedState(seen=frozenset({"id-1", "id-gone"})))
    assert first.found == (Skipped(server.address("/1"), "taken already"),)
    assert isinstance(second.found[0], Original)
    assert server.asked == ["/feed", "/2"]
    assert second.state.seen == {"id-1", "id-2", "id-gone"}


def test_a_report_that_failed_is_tried_again(server: Server, jail: Jail) -> None:
    server.replies |= {"/feed": reply(rss(item(2), item(1)), "application/rss+xml", ETag='"1"'), "/2": reply(PAGE)}
    first, second, last = poll(server, jail)
    assert isinstance(first.found[0], Failed)
    assert isinstance(second.found[0], Original)
    assert last.state == FeedState(None, None, frozenset({"id-2"}))
    server.replies["/1"] = reply(PAGE)
    again, _, last = poll(server, jail, last.state)
    assert isinstance(again.found[0], Original)
    assert last.state.etag == '"1"'


def test_a_feed_with_nothing_new(server: Server, jail: Jail) -> None:
    server.replies["/feed"] = reply(status="304 Not Modified")
    state = FeedState('"1"', "Mon, 12 Nov 2018 10:00:00 GMT", frozenset({"a"}))
    assert poll(server, jail, state) == [Polled((Skipped(server.address("/feed"), "the feed has nothing new"),), state)]


def test_a_feed_that_is_gone_or_is_none(server: Server, jail: Jail) -> None:
    (gone,) = poll(server, jail)
    assert isinstance(gone.found[0], Failed)
    server.replies["/feed"] = reply(PAGE)
    (none,) = poll(server, jail)
    assert isinstance(none.found[0], Failed)
    assert "is no feed" in str(none.found[0].error)


@pytest.mark.parametrize(
    "link", ["http://169.254.169.254/", "file:///etc/passwd", "javascript:alert(1)", "http://10.0.0.1/"]
)
def test_a_feed_leads_into_no_private_network(server: Server, jail: Jail, link: str, tmp_path: Path) -> None:
    server.replies["/feed"] = reply(rss(f"<item><title>x</title><link>{link}</link></item>"), "application/rss+xml")
    found = [one for polled in poll(server, jail) for one in polled.found]
    assert not any(isinstance(one, Original) for one in found)
    assert server.asked == ["/feed"]
