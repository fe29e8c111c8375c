"""Originals as a browser may see them: bytes of strangers, shown as nothing that acts, or saved as they came."""

from __future__ import annotations

import re
from typing import Final

from starlette.responses import Response

from onrecord.record.original import Original

__all__ = ["POLICY", "is_text", "saved", "shown"]

POLICY: Final = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
"""What an original may do in a browser: nothing. It is a document of no origin, without scripts, images, styles or forms."""
_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_TEXT: Final = frozenset({"application/json", "application/xml", "message/rfc822", "application/x-ndjson"})
# A policy does not hold back what a browser does ahead of need: looking up names and opening connections that these ask for; nor
# does it keep somebody from following a link. Under another name they are elements that mean nothing.
_ACTING: Final = re.compile(
    r"<(/?)(a|area|link|meta|base|i?frame|frameset|object|embed|portal|form)(?=[\s/>])", re.IGNORECASE
)


def is_text(media_type: str) -> bool:
    """Whether an original of this kind can be looked at in a frame."""
    return _base(media_type) in _HTML or _base(media_type) in _TEXT or media_type.startswith("text/")


def shown(original: Original, encoding: str | None) -> Response:
    """An original to look at: a page without anything that acts, text as text, and everything else to be saved.

    Args:
        original: The bytes.
        encoding: The encoding by which they were read; None where that is not known.
    """
    if not is_text(original.media_type):
        return saved(original)
    text = _decoded(original.content, encoding)
    if _base(original.media_type) in _HTML:
        inert = _ACTING.sub(r"<\1x-\2", text)
        return _answer(inert.encode("utf-8", "replace"), "text/html; charset=utf-8")
    return _answer(text.encode("utf-8", "replace"), "text/plain; charset=utf-8")


def saved(original: Original) -> Response:
    """An original to be saved, byte by byte as it came, under its hash: what it was called is not to be trusted."""
    answer = _answer(original.content, "application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="{original.sha256}{_ending(original.media_type)}"'
    return answer


def _answer(content: bytes, media_type: str) -> Response:
    headers = {"Content-Security-Policy": POLICY, "X-DNS-Prefetch-Control": "off", "X-Content-Type-Options": "nosniff"}
    return Response(content, headers=headers, media_type=media_type)


def _base(media_type: str) -> str:
    return media_type.partition(";")[0].strip().casefold()


def _decoded(content: bytes, encoding: str | None) -> str:
    try:
        return content.decode(encoding or "utf-8", "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def _ending(media_type: str) -> str:
    return {"application/pdf": ".pdf", "text/plain": ".txt", "application/json": ".json"}.get(_base(media_type), ".bin")
