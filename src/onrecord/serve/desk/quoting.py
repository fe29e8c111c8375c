"""Words of a report within their sentence, as far as a page needs of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.record import Span

__all__ = ["Piece", "quoted"]

_AROUND: Final = 160
"""So many characters of the sentence are shown on either side."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quotation.

    Attributes:
        text: What stands there.
        meant: Whether these are the words that are meant, not only their sentence.
    """

    text: str
    meant: bool


def quoted(spans: Sequence[Span], sentence: str | None, offset: int | None) -> tuple[Piece, ...]:
    """Words within the sentence of the first of them; what stands elsewhere follows after an ellipsis.

    Args:
        spans: The words.
        sentence: The sentence, None where it is not known.
        offset: Where it begins in the text of the report.
    """
    inside = [span for span in spans if sentence is not None and offset is not None and _fits(span, sentence, offset)]
    if not inside or sentence is None or offset is None:
        return _apart(spans)
    pieces: list[Piece] = []
    at = max(inside[0].start - offset - _AROUND, 0)
    if at:
        at = _word_start(sentence, at)
        pieces.append(Piece("… ", meant=False))
    for span in inside:
        start, end = max(span.start - offset, at), span.end - offset
        pieces += [Piece(sentence[at:start], meant=False), Piece(sentence[start:end], meant=True)]
        at = max(end, at)
    rest = sentence[at:]
    pieces.append(Piece(rest if len(rest) <= _AROUND else rest[:_AROUND].rpartition(" ")[0] + " …", meant=False))
    elsewhere = [span for span in spans if span not in inside]
    if elsewhere:
        cut = pieces[-1].text.endswith("…")
        pieces += [Piece(" " if cut else " … ", meant=False), *_apart(elsewhere)]
    return tuple(piece for piece in pieces if piece.text)


def _fits(span: Span, sentence: str, offset: int) -> bool:
    return span.start >= offset and sentence[span.start - offset : span.end - offset] == span.text


def _apart(spans: Sequence[Span]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for span in spans:
        found += [Piece(" … ", meant=False)] if found else []
        found.append(Piece(span.text, meant=True))
    return tuple(found)


def _word_start(sentence: str, at: int) -> int:
    blank = sentence.find(" ", at, at + 30)
    return blank + 1 if blank >= 0 else at
