"""How a content is quoted. In: its spans and where quotation marks stand. Out: direct, indirect or mixed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.read.words import words_of
from onrecord.record.span import Span
from onrecord.record.vocabulary import StatementForm

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
        for i in range(max(0, span.start), min(span.end, len(text))):
            if text[i].isalnum():
                if any(start <= i < end for start, end in quotations):
                    inside = True
                else:
                    outside = True
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


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
