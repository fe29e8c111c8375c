"""Long texts: overlapping windows go in, one result comes out. Arrays of pieces in, arrays per word out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

PIECES = 254
"""Word pieces of a window, the length that the model was trained with (256 with the marks that open and close it)."""
OVERLAP = 40
"""Word pieces that two neighbouring windows share where no paragraph ends."""
LATE = 0.6
"""Share of a window that must be full before it may end with a paragraph."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words `begin` to `end` of a text and the range of their pieces, half-open."""

    begin: int
    end: int
    first_piece: int
    last_piece: int

    @property
    def pieces(self) -> int:
        """Number of word pieces."""
        return self.last_piece - self.first_piece


def plan(first: Ints, pieces: int, breaks: Bools, size: int = PIECES, overlap: int = OVERLAP) -> list[Window]:
    """Windows over a text, each of whole words.

    A window ends where a paragraph does, if one ends late enough in it: then the next needs no overlap, since no span goes over
    a paragraph's end. Else neighbours share some words.

    Args:
        first: int64 (words,), index of each word's first piece.
        pieces: Number of pieces of the text.
        breaks: bool (words,), whether a paragraph begins with the word.
        size: Most pieces in a window; a single word that is longer is cut there.
        overlap: Pieces that neighbours share at least, if words allow it.
    """
    borders = np.append(first, pieces)
    parts = np.flatnonzero(breaks)
    found: list[Window] = []
    begin, words = 0, len(first)
    while begin < words:
        end = max(int(np.searchsorted(borders, borders[begin] + size, side="right")) - 1, begin + 1)
        least = int(np.searchsorted(borders, borders[begin] + size * LATE))
        late = parts[(parts > max(begin, least)) & (parts <= end)] if end < words else parts[:0]
        end = int(late[-1]) if len(late) else end
        found.append(Window(begin, end, int(borders[begin]), min(int(borders[end]), int(borders[begin]) + size)))
        if end >= words:
            break
        back = int(np.searchsorted(borders, borders[end] - overlap))
        begin = end if len(late) else max(begin + 1, back)
    return found


def weights(window: Window, words: int) -> Floats:
    """How much each word of a window counts where windows overlap: the more, the farther from a cut; float32 (words, 1)."""
    count = window.end - window.begin
    ahead = np.arange(1, count + 1) if window.begin > 0 else np.full(count, count)
    behind = np.arange(count, 0, -1) if window.end < words else np.full(count, count)
    result: Floats = np.minimum(ahead, behind).astype(np.float32)[:, None]
    return result


def merge(parts: list[tuple[Window, Floats]], words: int) -> Floats:
    """Weighted mean over the windows, float32 (words, width), of results float32 (words of the window, width)."""
    width = parts[0][1].shape[1]
    if len(parts) == 1:
        return parts[0][1]
    total, weight = np.zeros((words, width), np.float32), np.zeros((words, 1), np.float32)
    for window, values in parts:
        share = weights(window, words)
        total[window.begin : window.end] += values * share
        weight[window.begin : window.end] += share
    result: Floats = total / weight
    return result
