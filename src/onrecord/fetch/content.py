"""Bytes that came in one piece, from standard input or an address: what they hold, one after another."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from onrecord.errors import InputError, TooLarge
from onrecord.fetch.found import Failed, Found, named
from onrecord.fetch.media import by_first_bytes
from onrecord.fetch.records import holds_report, iter_records
from onrecord.record.original import Capture, Original, Stated

__all__ = ["STANDARD_INPUT", "from_stream", "iter_content", "too_large"]

STANDARD_INPUT = "standard input"


def iter_content(
    content: bytes,
    name: str,
    media_type: str,
    *,
    stated: tuple[Stated, ...] = (),
    capture: Capture | None = None,
) -> Iterator[Found]:
    """Yields what bytes hold: one report, or the records and articles of a file of them.

    Args:
        content: The bytes.
        name: What to call them.
        media_type: What they are.
        stated: What came beside them.
        capture: How they were taken.
    """
    if media_type != "application/json":
        yield Original.of(content, media_type, name, stated, capture)
        return
    for found in named(iter_records(io.BytesIO(content), name), name):
        yield replace(found, stated=stated, capture=capture) if isinstance(found, Original) else found


def from_stream(stream: BinaryIO, most_bytes: int) -> Iterator[Found]:
    """Reads standard input; its first bytes tell what it is: records, articles, a page, a PDF, a message, else a text."""
    try:
        first = stream.readline(most_bytes + 1)
        if len(first) <= most_bytes and _is_report(first):
            yield from named(iter_records(stream, STANDARD_INPUT, first=first, most_bytes=most_bytes), STANDARD_INPUT)
            return
        content = first + stream.read(most_bytes + 1 - len(first)) if len(first) <= most_bytes else first
        if len(content) > most_bytes:
            raise too_large(STANDARD_INPUT, most_bytes, "is longer")
        json_ = _is_report(content)
        yield from iter_content(
            content, STANDARD_INPUT, "application/json" if json_ else by_first_bytes(content[:4200])
        )
    except InputError as error:
        yield Failed(STANDARD_INPUT, error)


def _is_report(content: bytes) -> bool:
    """Whether this is JSON and holds a record or an article, or a list that begins with one."""
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] not in (b"{", b"["):
        return False
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return holds_report(value[0] if isinstance(value, list) and value else value)


def too_large(name: str, most_bytes: int, finding: str) -> TooLarge:
    """The error for a report that has too many bytes."""
    return TooLarge(f"{name}: {finding}, a report may have {most_bytes:,}; cut it into its reports")
