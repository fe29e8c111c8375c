"""A feed to plain values, in the child process; the only importer of feedparser."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import feedparser

from onrecord.errors import UnreadableInput

__all__ = ["to_answer"]

MOST_ENTRIES = 2_000
_LONGEST = 10_000


def to_answer(content: bytes, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Reads a feed, in the child.

    Args:
        content: The feed.
        arguments: "name" of the feed, its "url", against which addresses in it are read, and its "content_type".

    Raises:
        UnreadableInput: It is no feed.
    """
    headers = {"content-location": arguments["url"]}
    if arguments.get("content_type"):
        headers["content-type"] = arguments["content_type"]
    # As a stream, since bytes that look like an address or a path would be opened.
    parsed = feedparser.parse(io.BytesIO(content), response_headers=headers)
    if not parsed.get("version") and not parsed.entries:
        reason = str(parsed.get("bozo_exception") or "there is neither RSS nor Atom in it")
        raise UnreadableInput(f"{arguments['name']}: is no feed ({' '.join(reason.split())[:200]}); check its address")
    return {
        "title": _text(parsed.feed, "title"),
        "language": _text(parsed.feed, "language"),
        "entries": [_entry(entry) for entry in parsed.entries[:MOST_ENTRIES]],
        "left_out": max(0, len(parsed.entries) - MOST_ENTRIES),
    }


def _entry(entry: Mapping[str, Any]) -> dict[str, Any]:
    source = entry.get("source")
    return {
        "id": _text(entry, "id"),
        "url": _text(entry, "link"),
        "title": _text(entry, "title"),
        "published": _text(entry, "published"),
        "author": _text(entry, "author"),
        "summary": _text(entry, "summary"),
        "publisher": _text(source, "title") if isinstance(source, Mapping) else None,
    }


def _text(value: Mapping[str, Any], key: str) -> str | None:
    found = value.get(key)
    text = found.strip()[:_LONGEST] if isinstance(found, str) else ""
    return text.encode("utf-8", "replace").decode("utf-8") or None
