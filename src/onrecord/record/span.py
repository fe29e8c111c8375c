"""A stretch of a document's text, with its words."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `document.text`.

    Attributes:
        start: Offset of the first character, in Unicode code points.
        end: Offset after the last character (half-open).
        text: The words that stand there.

    Raises:
        SpanError: The offsets and the length of the words do not fit each other.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse a span that cannot be right in any text."""
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.text):
            raise SpanError(
                f"span {self.start}-{self.end} cannot hold {self.text!r} ({len(self.text)} characters); "
                "count offsets in Unicode code points, half-open, or cut the span with Span.of"
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of a text.

        Args:
            text: The whole text.
            start: Offset of the first character, in code points.
            end: Offset after the last character.

        Returns:
            The span with its words.

        Raises:
            SpanError: The offsets lie outside the text.
        """
        if not 0 <= start <= end <= len(text):
            raise SpanError(f"span {start}-{end} lies outside the text, which has {len(text)} characters")
        return cls(start, end, text[start:end])

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
