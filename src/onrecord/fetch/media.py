"""What kind of thing bytes are: told by the end of a name, by what a server says, or by their first bytes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

__all__ = ["ARCHIVES", "READABLE", "RECORDS", "by_content_type", "by_first_bytes", "by_name"]

RECORDS = (".json", ".jsonl", ".json.gz", ".jsonl.gz")
ARCHIVES = (".warc", ".warc.gz", ".warc.zst")
READABLE = ".txt, .html, .htm, .pdf, .eml, .json, .jsonl (also .gz), .warc, .warc.gz and .warc.zst"

_BY_NAME = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
    ".eml": "message/rfc822",
}
_BY_CONTENT_TYPE = {
    "text/plain": "text/plain",
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "application/pdf": "application/pdf",
    "application/x-pdf": "application/pdf",
    "message/rfc822": "message/rfc822",
    "application/json": "application/json",
    "application/jsonl": "application/json",
    "application/x-ndjson": "application/json",
    "text/json": "application/json",
}
# What servers say when they do not know; then the bytes have to tell.
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown"})
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|div|p|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?")
_TELLING = frozenset({b"from", b"received", b"return-path", b"message-id", b"mime-version", b"delivered-to"})


def by_name(name: str) -> str | None:
    """The media type that the end of a name tells, or None."""
    return _BY_NAME.get(PurePosixPath(name.lower()).suffix)


def by_content_type(value: str | None, head: bytes) -> str | None:
    """The media type that a server tells, or the first bytes where it tells none; None for what is not read.

    Args:
        value: The header Content-Type.
        head: The first bytes.
    """
    told = (value or "").split(";")[0].strip().lower()
    return by_first_bytes(head) if told in _UNTOLD else _BY_CONTENT_TYPE.get(told)


def by_first_bytes(head: bytes) -> str:
    """The media type that the first bytes tell; a text if they tell nothing.

    Args:
        head: The first bytes, at least four thousand if there are so many.
    """
    head = head.removeprefix(b"\xef\xbb\xbf")[:4096]
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if _PAGE.match(head):
        return "text/html"
    return "message/rfc822" if _is_message(head) else "text/plain"


def _is_message(head: bytes) -> bool:
    """Whether lines of a header come first: three at least, and one that only messages have."""
    names = set()
    for line in head.splitlines():
        match = _HEADER.match(line)
        if match is not None:
            names.add(match.group(1).lower())
        elif not line[:1].isspace():
            break
    return len(names) >= 3 and not names.isdisjoint(_TELLING)
