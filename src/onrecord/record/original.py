"""A report's bytes as they came."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

__all__ = ["Capture", "Original", "Stated"]


@dataclass(frozen=True, slots=True)
class Stated:
    """What came beside a report and says something of it: the entry of a feed, the fields of a message, a header.

    Attributes:
        by: What says so: "feed entry", "field", "message header", "archive header", "response header".
        url: Where the report stands.
        title: Its headline.
        publisher: The outlet.
        byline: Who wrote it.
        published: When it was published, as written there.
        language: The language that is declared.
    """

    by: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """How and when bytes were taken.

    Attributes:
        way: "file", "standard input", "record", "url", "feed", "archive" or "message".
        at: Time at which they were taken, ISO 8601 in UTC; for an archive, the time that it gives.
        url: The address that was asked for.
        final_url: The address that answered, after redirects.
        redirects: The addresses between, in order.
        status: Status of the answer.
        headers: Headers of the answer, as they came.
        whole: Whether all bytes came; None where nobody said how many there are.
    """

    way: str
    at: str | None = None
    url: str | None = None
    final_url: str | None = None
    redirects: tuple[str, ...] = ()
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    whole: bool | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes as they came, before anything was done to them.

    Attributes:
        sha256: Hash of the bytes, in hexadecimal digits.
        content: The bytes.
        media_type: "text/plain", "text/html", "application/pdf", "application/json" or "message/rfc822".
        name: What a person calls it: the path as given, the address, or "standard input".
        stated: What came beside it and says something of it, the most trusted first.
        capture: How and when the bytes were taken.
    """

    sha256: str
    content: bytes
    media_type: str
    name: str
    stated: tuple[Stated, ...] = ()
    capture: Capture | None = None

    @classmethod
    def of(
        cls,
        content: bytes,
        media_type: str,
        name: str,
        stated: tuple[Stated, ...] = (),
        capture: Capture | None = None,
    ) -> Original:
        """Hash the bytes and keep them together with their name and what is known beside them."""
        return cls(hashlib.sha256(content).hexdigest(), content, media_type, name, stated, capture)
