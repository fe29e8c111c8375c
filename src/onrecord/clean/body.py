"""What is read of a report before its furniture is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.clean.mapping import Decoded
from onrecord.record import Removed

__all__ = ["Article", "Body"]


@dataclass(frozen=True, slots=True)
class Article:
    """What an extractor took for the article of a page.

    Attributes:
        lines: Its paragraphs, headings, list items and table rows, in order.
        title: As the page gives it.
        byline: As the page gives it.
        published: ISO date.
        publisher: The site's name.
        url: The address that the page gives itself.
    """

    lines: tuple[str, ...] = ()
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a report with what the file says about it.

    Attributes:
        text: The canonical text.
        article: What the page says about itself; empty for a plain text.
        removed: What a page shows besides, each with its bytes.
        language: What the page declares as its language.
        notes: What was odd, in sentences.
    """

    text: Decoded
    article: Article = Article()
    removed: tuple[Removed, ...] = ()
    language: str | None = None
    notes: tuple[str, ...] = ()
