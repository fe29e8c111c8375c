"""How a content is quoted. In: its spans and where quotation marks stand. Out: direct, indirect or mixed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.read.words import words_of
from onrecord.record.span import Span
from onrecord.record.vocabulary import StatementForm

LETTER: Final = re.compile(r"[^\W_]")
FIRST: Final = frozenset("i we us our ours my me myself ourselves you your yours yourselves".split())


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
        at, end = max(0, span.start), min(span.end, len(text))
        for start, stop in quotations:
            if stop <= at or start >= end:
                continue
            outside = outside or _has_letters(text, at, start)
            inside = inside or _has_letters(text, max(at, start), min(stop, end))
            at = max(at, stop)
        outside = outside or _has_letters(text, at, end)
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def _has_letters(text: str, start: int, end: int) -> bool:
    return start < end and LETTER.search(text, start, end) is not None


def lost_marks(text: str, content: Sequence[Span], source: Sequence[Span] = ()) -> Span | None:
    """The word by which a content without marks can only be the speaker's own wording: "I", "we", "you", or an exclamation mark.

    For texts whose quotation marks were lost on the way; where it finds something the form is direct.

    Args:
        text: The whole text.
        content: The spans of the content.
        source: The spans of the source; where it is "we" or "you" itself, the report speaks so and nothing follows from it.

    Returns:
        The deciding word, or None if the wording may be the reporter's.
    """
    if any(word.low in FIRST for word in words_of(text, [(span.start, min(len(text), span.end)) for span in source])):
        return None
    words = words_of(text, sorted((max(0, s.start), min(len(text), s.end)) for s in content))
    for word, after in zip(words, [*words[1:], None], strict=True):
        numeral = word.raw == "I" and (after is None or not after.is_word)
        if (word.low in FIRST and not numeral) or word.raw == "!":
            return Span.of(text, word.start, word.end)
    return None
