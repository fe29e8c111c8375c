"""A report: its text, and what is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.provenance import Decision, Origin
from onrecord.record.span import Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and the date that a report opens with, as written.

    Attributes:
        place: The place.
        date: The date.
    """

    place: str | None = None
    date: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that is no part of the report's own telling.

    Attributes:
        span: Where it stands in the text, which keeps it; None when it was left out of the text.
        why: What it is: caption, credit, boilerplate, repeated, advertisement, correction, … (an open list).
        bytes: First byte and the byte after the last in the original, where that is known.
    """

    span: Span | None
    why: str
    bytes: tuple[int, int] | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Document:
    """One report.

    Attributes:
        id: "sha256:…" of the original bytes.
        text: The text that every span points into; it never changes.
        title: Its headline.
        url: Where it was fetched from.
        publisher: The outlet.
        byline: Who wrote it, as written.
        credit: The agency that it was taken from.
        dateline: Place and date that it opens with.
        published: ISO date of publication.
        language: ISO 639-1 code.
        removed: What the reader passes over, each with the reason.
        origin: How the text leads back to the bytes.
        decisions: What title, publisher, byline, date and the like were taken from.
        extra: Fields that this version of the format does not know, kept as they came.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    credit: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    language: str | None = None
    removed: tuple[Removed, ...] = ()
    origin: Origin | None = None
    decisions: tuple[Decision, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    def reading_text(self) -> str:
        """The text with everything that is removed blanked out.

        Returns:
            A text of the same length: removed characters are spaces, line breaks stay, so every offset still holds.
        """
        pieces: list[str] = []
        at = 0
        for span in sorted(removed.span for removed in self.removed if removed.span is not None):
            start = max(at, span.start)
            if span.end <= start:
                continue
            pieces.append(self.text[at:start])
            pieces.append("".join(character if character == "\n" else " " for character in self.text[start : span.end]))
            at = span.end
        pieces.append(self.text[at:])
        return "".join(pieces)
