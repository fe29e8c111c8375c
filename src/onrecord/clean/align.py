"""An extractor's lines found again in the page that they were taken from."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.clean.mapping import Decoded, Weaver

__all__ = ["Aligned", "align"]

# Letters that a line must have to be looked for all over the page, and that a piece of one must have.
_ANCHOR = 30
_PIECE = 12
_WINDOW = 200_000
# Looking for every line in all of the page is left out where it would take minutes.
_MOST_WORK = 3_000_000_000


@dataclass(frozen=True, slots=True)
class Aligned:
    """Lines with their map.

    Attributes:
        text: The lines, joined by line breaks.
        kept: Stretches of the page that they were taken from, in the order of the page.
        unplaced: How many of their letters were not found in the page.
    """

    text: Decoded
    kept: tuple[tuple[int, int], ...]
    unplaced: int


class _Letters:
    """A text without its white space, and the way back."""

    def __init__(self, text: str) -> None:
        self.places = array("l")
        pieces = []
        for match in re.finditer(r"\S+", text):
            pieces.append(match.group())
            self.places.extend(range(match.start(), match.end()))
        self.text = "".join(pieces)


def align(shown: Decoded, lines: Sequence[str]) -> Aligned:
    """Finds each line in the visible text of its page, white space aside.

    Long lines that occur once are placed first; the others are looked for between their neighbours, so that a teaser
    with the same words elsewhere on the page is not taken for the paragraph.

    Args:
        shown: The visible text.
        lines: What an extractor took, without empty lines.
    """
    page = _Letters(shown.text)
    compact = ["".join(line.split()) for line in lines]
    found = _anchors(page.text, compact)
    _fill(page.text, compact, found)
    weaver = Weaver(shown)
    kept: list[tuple[int, int]] = []
    unplaced = 0
    low = 0
    for number, line in enumerate(lines):
        if number:
            weaver.make_up("\n")
        start = found[number]
        if start is not None:
            pieces = [(0, start, len(compact[number]))]
            low = start + len(compact[number])
        else:
            pieces = _in_pieces(page.text, compact[number], low)
        unplaced += len(compact[number]) - sum(length for _, _, length in pieces)
        if start is not None:
            first, last = page.places[start], page.places[low - 1] + 1
            if shown.text[first:last] == line:
                weaver.keep(first, last)
                kept.append((first, last))
                continue
        kept.extend(_write(weaver, shown, page, line, pieces))
    return Aligned(weaver.woven(), tuple(sorted(kept)), unplaced)


def _anchors(page: str, lines: Sequence[str]) -> list[int | None]:
    """Places of the long lines that occur once, as far as they come in the order of the page."""
    found: list[int | None] = [None] * len(lines)
    last = 0
    if len(page) * len(lines) > _MOST_WORK:
        return found
    for number, line in enumerate(lines):
        if len(line) < _ANCHOR:
            continue
        place = page.find(line)
        if place >= last and page.find(line, place + 1) < 0:
            found[number] = place
            last = place + len(line)
    return found


def _fill(page: str, lines: Sequence[str], found: list[int | None]) -> None:
    """Places the other lines between those that are placed: the ones before the first anchor from behind."""
    first = next((number for number, place in enumerate(found) if place is not None), None)
    if first is not None:
        high: int = found[first] or 0
        for number in range(first - 1, -1, -1):
            place = page.rfind(lines[number], 0, high)
            if place >= 0:
                found[number] = high = place
    low = 0
    highs = [len(page)] * len(lines)
    for number in range(len(lines) - 1, 0, -1):
        following = found[number]
        highs[number - 1] = highs[number] if following is None else following
    for number, line in enumerate(lines):
        known = found[number]
        at = page.find(line, low, min(highs[number], low + 10 * _WINDOW)) if known is None else known
        if at >= 0:
            found[number] = at
            low = at + len(line)


def _in_pieces(page: str, line: str, low: int) -> list[tuple[int, int, int]]:
    """Places as much of a line as can be found: (offset in the line, place in the page, length) each."""
    pieces: list[tuple[int, int, int]] = []
    at = 0
    while at + _PIECE <= len(line):
        place = page.find(line[at : at + _PIECE], low, low + _WINDOW)
        if place < 0:
            at += 1
            continue
        length = _PIECE
        while at + length < len(line) and page[place + length : place + length + 1] == line[at + length]:
            length += 1
        pieces.append((at, place, length))
        at += length
        low = place + length
    return pieces


def _write(
    weaver: Weaver, shown: Decoded, page: _Letters, line: str, pieces: Sequence[tuple[int, int, int]]
) -> list[tuple[int, int]]:
    """Writes a line from the page's own characters, with single spaces, and tells which stretches it took."""
    own = _Letters(line)
    kept = []
    at = 0
    for offset, place, length in pieces:
        _make_up(weaver, line, own, at, offset)
        kept.append((page.places[place], page.places[place + length - 1] + 1))
        _write_piece(weaver, shown, page, own, (offset, place, length))
        at = offset + length
    _make_up(weaver, line, own, at, len(own.text))
    return kept


def _make_up(weaver: Weaver, line: str, own: _Letters, start: int, end: int) -> None:
    if start < end:
        spaced = start > 0 and own.places[start] > own.places[start - 1] + 1
        weaver.make_up((" " if spaced else "") + line[own.places[start] : own.places[end - 1] + 1])


def _write_piece(weaver: Weaver, shown: Decoded, page: _Letters, own: _Letters, piece: tuple[int, int, int]) -> None:
    offset, place, length = piece
    if offset > 0 and own.places[offset] > own.places[offset - 1] + 1:
        weaver.make_up(" ")
    start = page.places[place]
    for number in range(1, length):
        here, end = page.places[place + number], page.places[place + number - 1] + 1
        if here > end:
            weaver.keep(start, end)
            _space(weaver, shown, end, here)
            start = here
        elif own.places[offset + number] > own.places[offset + number - 1] + 1:
            weaver.keep(start, end)
            weaver.make_up(" ")
            start = here
    weaver.keep(start, page.places[place + length - 1] + 1)


def _space(weaver: Weaver, shown: Decoded, start: int, end: int) -> None:
    """One space for a stretch of white space: it stands for the first character of it that has bytes."""
    for place in range(start, end):
        first, last = shown.runs.bytes_of(place)
        if last > first:
            if shown.text[place] == " ":
                weaver.keep(place, place + 1)
            else:
                weaver.stand_for(" ", place, place + 1)
            return
    weaver.make_up(" ")
