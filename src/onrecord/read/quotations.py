"""Where quotation marks open and close. In: a text. Out: the stretches between marks, also where one mark was lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.read.paragraphs import paragraphs

MARK = re.compile(r"''|``|[\"“”„«»]|‘|’|(?<![^\W_])'(?=[^\W\d_])|(?<=[^\W\d_,.!?…])'(?![^\W_])|(?<=[,.!?…])'(?![^\W_])")
OPENS = frozenset("“„«")
CLOSES = frozenset("”»")
SINGLE = frozenset("‘’'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    Attributes:
        start: Offset of the opening mark, or of the stretch where that mark is lost (code points).
        end: Offset behind the closing mark, or the end of the stretch where that mark is lost.
        inner_start: Offset behind the opening mark.
        inner_end: Offset of the closing mark.
        opened: Whether the opening mark stands in the text.
        closed: Whether the closing mark stands in the text.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    opened: bool = True
    closed: bool = True


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Quotations of a text in order; none contains another, since marks within marks belong to the outer one.

    A quotation ends with its paragraph: writers leave the closing mark out where the next paragraph goes on quoting, and a mark
    that was forgotten must not turn the rest of the report inside out. A closing mark without an opening one reaches back to
    the start of its sentence.
    """
    found: list[Quotation] = []
    for start, end in paragraphs(text):
        found.extend(_in_paragraph(text, start, end))
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: tuple[int, int, bool] | None = None
    for mark in MARK.finditer(text, start, end):
        a, b = mark.span()
        single = mark.group() in SINGLE
        if opened is not None and opened[2] != single:
            continue
        side = _side(text, a, b, start, end)
        if opened is None:
            if side == "close" and not single:
                found.append(_lost_opening(text, a, b, found[-1].end if found else start))
            elif side != "close" and (not single or _closes_later(text, b, end)):
                opened = (a, b, single)
        elif side != "open":
            found.append(Quotation(opened[0], b, opened[1], a))
            opened = None
        elif not single:
            found.append(Quotation(opened[0], _before(text, a), opened[1], _before(text, a), closed=False))
            opened = (a, b, single)
    if opened is not None and not opened[2]:
        found.append(Quotation(opened[0], end, opened[1], end, closed=False))
    return found


def _side(text: str, a: int, b: int, start: int, end: int) -> str:
    mark = text[a:b]
    if mark in OPENS or mark in ("``", "‘"):
        return "open"
    before = a == start or text[a - 1].isspace() or text[a - 1] in "([{—–-"
    after = b == end or text[b].isspace() or text[b] in ".,;:!?)]}—–-"
    if before and not after:
        return "open"
    if mark in CLOSES or (after and not before):
        return "close"
    return "either"


def _before(text: str, offset: int) -> int:
    """The end of the words that go before an offset."""
    while text[offset - 1].isspace():
        offset -= 1
    return offset


def _closes_later(text: str, start: int, end: int) -> bool:
    """Whether a single mark has its partner: else it is an apostrophe."""
    return re.compile(r"(?<=[\w.,!?…])[’'](?![^\W_])").search(text, start, end) is not None


def _lost_opening(text: str, a: int, b: int, floor: int) -> Quotation:
    start = max((m.end() for m in re.finditer(r"[.!?…]\s+", text[floor:a])), default=0) + floor
    while start < a and text[start].isspace():
        start += 1
    return Quotation(start, b, start, a, opened=False)
