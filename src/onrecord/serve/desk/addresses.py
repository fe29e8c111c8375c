"""Addresses of pages that several views lead to."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record import Span

__all__ = ["copies_address", "words_address"]


def words_address(report: str, spans: Sequence[Span]) -> str:
    """Where words stand in a report; offsets are code points."""
    if not spans:
        return f"/reports/{report}"
    start, end = spans[0].start, spans[0].end
    return f"/reports/{report}#char={start},{end}"


def copies_address(family: str) -> str:
    """Where a copy family is shown."""
    return f"/copies/{family}"
