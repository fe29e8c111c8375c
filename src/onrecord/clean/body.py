"""What is read of a report before its furniture is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.clean.evidence import Evidence
from onrecord.clean.mapping import Decoded
from onrecord.record import Decision, Page, Removed

__all__ = ["Article", "Body"]


@dataclass(frozen=True, slots=True)
class Article:
    """What an extractor took for the article of a page.

    Attributes:
        lines: Its paragraphs, headings, list items and table rows, in order.
        evidence: What the page says about itself.
    """

    lines: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a report with what the file says about it.

    Attributes:
        text: The canonical text.
        evidence: What the file says about itself; empty for a plain text.
        removed: What a page shows besides, each with its bytes.
        language: What the file declares as its language.
        notes: What was odd, in sentences.
        decisions: What was decided in putting the text together: words that were broken at the end of a line.
        pages: Where in the text each page begins.
    """

    text: Decoded
    evidence: tuple[Evidence, ...] = ()
    removed: tuple[Removed, ...] = ()
    language: str | None = None
    notes: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    pages: tuple[Page, ...] = ()
