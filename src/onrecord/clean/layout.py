"""Lines on a page of a PDF: what they hold, where they stand, and where a paragraph ends."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from onrecord.clean.canonical import tidy

__all__ = ["HYPHEN", "Line", "begins_paragraph", "lines_on"]

# What pdfium puts in the place of a hyphen at the end of a line, together with the line's end.
HYPHEN = "\x02"
_ENDS = (".", "!", "?", "”", '"', "’", ":", "»", ")")
_LEFT_ALIKE = 20.0
_LEFT_ALONE = re.compile(r"(?:\xad|(?<=[^\W\d_])-)\r\n(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand beside each other; two lines are one where a word is broken between them.

    Attributes:
        text: The words; HYPHEN where one is broken.
        page: Number of the page.
        left: Where the first character stands.
        right: Where the last character stands.
        first: Height of the first character above the foot of the page.
        last: Height of the last one.
        size: Size of the letters.
        pitch: How far apart lines are on this page.
        column: Where the longest line below or above this one ends.
        at_edge: Whether it is the first or the last line of its page.
    """

    text: str
    page: int
    left: float
    right: float
    first: float
    last: float
    size: float
    pitch: float = 0.0
    column: float = 0.0
    at_edge: bool = False


def lines_on(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    """The lines of a page, in the order in which they are written.

    Args:
        page: The page.
        number: Its number.
    """
    text = page.get_textpage()
    handle = text.raw
    codes = [pdfium.FPDFText_GetUnicode(handle, index) for index in range(pdfium.FPDFText_CountChars(handle))]
    shown = "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes).replace("\ufffe", HYPHEN)
    # Where a hyphen at the end of a line was left alone; as long as what it stands for, so that every index still holds.
    shown = _LEFT_ALONE.sub(HYPHEN * 3, shown)
    lines = []
    for match in re.finditer(r"[^\r\n]+", shown):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped[0])
        lines.append(_line(handle, number, stripped, start))
    text.close()
    return _measured(lines)


def _line(handle: pdfium.FPDF_TEXTPAGE, number: int, text: str, start: int) -> Line:
    left, first = _place(handle, start)
    right, last = _place(handle, start + len(text) - 1)
    words = HYPHEN.join(tidy(part) for part in re.split(f"{HYPHEN}+", text))
    # A bullet or a raised figure at the beginning has a size of its own.
    size = pdfium.FPDFText_GetFontSize(handle, start + len(text) // 2)
    return Line(words, number, left, right, first, last, size)


def _place(handle: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
    return x.value, y.value


def _measured(lines: Sequence[Line]) -> list[Line]:
    gaps = [before.last - line.first for before, line in pairwise(lines) if 0 < before.last - line.first < 100]
    pitch = median(gaps) if gaps else 0.0
    measured = []
    for place, line in enumerate(lines):
        near = lines[max(0, place - 40) : place + 40]
        column = max(other.right for other in near if abs(other.left - line.left) < _LEFT_ALIKE)
        edge = place in (0, len(lines) - 1)
        measured.append(
            Line(line.text, line.page, line.left, line.right, line.first, line.last, line.size, pitch, column, edge)
        )
    return measured


def begins_paragraph(before: Line, line: Line) -> bool:
    """Whether a line begins a paragraph of its own.

    Args:
        before: The line before it.
        line: The line.
    """
    ended = before.text.endswith(_ENDS)
    if before.page != line.page:
        return ended or not line.text[0].islower()
    gap = before.last - line.first
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size):
        return True
    if gap <= 0:
        # The head of the next column: a sentence may go on there.
        return ended
    if gap > 1.35 * line.pitch or gap > 1.9 * max(line.size, 1.0):
        return True
    indented = line.left - before.left
    if ended and 0.8 * line.size < indented < 6 * line.size:
        return True
    width = before.column - before.left
    return ended and before.right < before.column - 0.25 * width
