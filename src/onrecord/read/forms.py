"""How a content is quoted. In: its spans and where quotation marks stand. Out: direct, indirect or mixed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.read.words import Word, words_of
from onrecord.record.span import Span
from onrecord.record.vocabulary import StatementForm

FIRST: Final = frozenset("i we us our ours my mine me myself ourselves you your yours yourselves".split())


def form_of(text: str, content: Sequence[Span], quotations: Sequence[tuple[int, int]]) -> StatementForm:
    """The form by the marks alone: direct if every letter stands in quotation marks, mixed if some do, else indirect.

    Args:
        text: The whole text.
        content: The spans of the content.
        quotations: Start and end of what stands in quotation marks, in the order of the text.

    Returns:
        The form. A content without a letter or a digit is indirect.
    """
    inside = outside = False
    for span in content:
        for i in range(max(0, span.start), min(span.end, len(text))):
            if text[i].isalnum():
                if any(start <= i < end for start, end in quotations):
                    inside = True
                else:
                    outside = True
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def lost_marks(text: str, content: Sequence[Span]) -> Span | None:
    """The word by which a content without marks can only be the speaker's own wording: "I", "we", "you", or an exclamation mark.

    For texts whose quotation marks were lost on the way; where it finds something the form is direct.

    Args:
        text: The whole text.
        content: The spans of the content.

    Returns:
        The deciding word, or None if the wording may be the reporter's.
    """
    words = words_of(text, sorted((max(0, s.start), min(len(text), s.end)) for s in content))
    for word in words:
        if (word.low in FIRST and not _initial(word)) or word.raw == "!":
            return Span.of(text, word.start, word.end)
    return None


def _initial(word: Word) -> bool:
    """Whether it is a country or a state in capitals: "US" is no "us"."""
    return word.raw in {"US", "ME"}
