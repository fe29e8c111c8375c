"""Text put together out of decoded text, with every character still leading back to its bytes."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record import Origin, Run

__all__ = ["Decoded", "Runs", "Weaver", "unmapped"]


class Runs:
    """The runs of an origin map, four numbers each: characters are added in the order of the text.

    Kept in arrays, since a long text in two scripts has a run for every word.
    """

    def __init__(self) -> None:
        self.text = array("q")
        self.count = array("q")
        self.byte = array("q")
        self.width = array("q")
        self.length = 0

    def add(self, count: int, byte: int, width: int) -> None:
        """Adds ``count`` characters of ``width`` bytes each, the first of which starts at ``byte``."""
        if self.width and self.width[-1] == width and self.end == byte:
            self.count[-1] += count
        else:
            self.text.append(self.length)
            self.count.append(count)
            self.byte.append(byte)
            self.width.append(width)
        self.length += count

    @property
    def end(self) -> int:
        """The byte after the last character."""
        return self.byte[-1] + self.count[-1] * self.width[-1] if self.byte else 0

    def bytes_of(self, index: int) -> tuple[int, int]:
        """The first byte of a character, and the byte after its last."""
        number = bisect_right(self.text, index) - 1
        first = self.byte[number] + (index - self.text[number]) * self.width[number]
        return first, first + self.width[number]


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes turned into characters.

    Attributes:
        text: The characters.
        encoding: Name of the encoding that was used.
        length: Number of bytes that were decoded.
        runs: Which bytes each character came from; covers the whole text, and is not changed any more.
        notes: What was odd about the bytes, in sentences.
    """

    text: str
    encoding: str
    length: int
    runs: Runs
    notes: tuple[str, ...] = ()

    def bytes_of(self, start: int, end: int) -> tuple[int, int] | None:
        """From the first byte of a stretch that begins and ends with characters that have bytes, to its last."""
        first, last = self.runs.bytes_of(start), self.runs.bytes_of(end - 1)
        return (first[0], last[1]) if first[0] < first[1] <= last[1] and last[0] < last[1] else None

    def origin(self) -> Origin:
        """The map in the form of the record; without runs where no byte stands for any character."""
        runs = self.runs
        if not any(runs.width):
            return Origin(self.encoding, self.length)
        return Origin(self.encoding, self.length, tuple(map(Run, runs.text, runs.count, runs.byte, runs.width)))


def unmapped(text: str, encoding: str, length: int, notes: Sequence[str] = ()) -> Decoded:
    """Makes a text of which no single byte stands for a character, as in a PDF or behind base64.

    Args:
        text: The characters.
        encoding: How they were read.
        length: Number of bytes that the original has.
        notes: What was odd.
    """
    runs = Runs()
    if text:
        runs.add(len(text), 0, 0)
    return Decoded(text, encoding, length, runs, tuple(notes))


class Weaver:
    """Builds a new text from pieces of a decoded one and keeps the map to the bytes.

    Pieces are added in the order of the new text; they may come from anywhere in the decoded text.
    """

    def __init__(self, decoded: Decoded) -> None:
        self._decoded = decoded
        self._runs = Runs()
        self._pieces: list[str] = []

    @property
    def length(self) -> int:
        """Number of characters put together so far."""
        return self._runs.length

    def keep(self, start: int, end: int) -> None:
        """Adds the decoded characters ``start`` to ``end`` as they stand."""
        if start >= end:
            return
        self._pieces.append(self._decoded.text[start:end])
        runs = self._decoded.runs
        number = bisect_right(runs.text, start) - 1
        while start < end:
            first, width = runs.text[number], runs.width[number]
            stop = min(end, first + runs.count[number])
            self._runs.add(stop - start, runs.byte[number] + (start - first) * width, width)
            start = stop
            number += 1

    def stand_for(self, text: str, start: int, end: int) -> None:
        """Adds ``text``, every character of which stands for all the decoded characters ``start`` to ``end``."""
        if not text:
            return
        first, last = self._decoded.runs.bytes_of(start)[0], self._decoded.runs.bytes_of(end - 1)[1]
        self._pieces.append(text)
        for _ in text:
            self._runs.add(1, first, last - first)

    def make_up(self, text: str) -> None:
        """Adds ``text`` that has no bytes behind it."""
        if text:
            self._pieces.append(text)
            self._runs.add(len(text), self._runs.end, 0)

    def woven(self, notes: Sequence[str] = ()) -> Decoded:
        """The new text with its map; the notes of the decoded text come first."""
        decoded = self._decoded
        return Decoded("".join(self._pieces), decoded.encoding, decoded.length, self._runs, (*decoded.notes, *notes))
