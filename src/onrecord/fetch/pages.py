"""A report from an address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.errors import InputError, RefusedInput
from onrecord.fetch.content import iter_content
from onrecord.fetch.found import Failed, Found
from onrecord.fetch.media import by_content_type
from onrecord.fetch.web import NotModified, Web
from onrecord.record.original import Stated

__all__ = ["iter_page"]

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def iter_page(url: str, web: Web, stated: tuple[Stated, ...] = (), way: str = "url") -> Iterator[Found]:
    """Yields what an address holds: mostly one report; records and articles, if it gives a file of them.

    Args:
        url: The address.
        web: How addresses are asked.
        stated: What was said of the report where the address stood.
        way: What led to the address: "url" or "feed".
    """
    try:
        answer = web.get(url)
        assert not isinstance(answer, NotModified)
        kind = answer.header("Content-Type")
        media_type = by_content_type(kind, answer.content[:4200])
        if media_type is None:
            feed = (kind or "").lower().startswith(_FEEDS)
            advice = "it is a feed, which has to be followed" if feed else "save what it shows as a text"
            raise RefusedInput(f"{url}: gives {(kind or '')[:60]!r}, which is not read; {advice}")
        told = Stated("response header", url=answer.capture.final_url, language=answer.header("Content-Language"))
        capture = replace(answer.capture, way=way)
        yield from iter_content(answer.content, url, media_type, stated=(told, *stated), capture=capture)
    except InputError as error:
        yield Failed(url, error)
