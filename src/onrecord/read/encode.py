"""From a text to what the encoder takes in: word pieces, and the case and quotation marks that an uncased encoder has lost.

Training and serving share this file: a change here needs a new model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.read.paragraphs import paragraphs
from onrecord.read.quotations import Quotation, find_quotations
from onrecord.runtime.pieces import Pieces

Ints = NDArray[np.int64]

CASES, STATES, GAPS = 4, 4, 3
FEATURES = CASES * STATES * GAPS
"""Number of features; FEATURES itself stands for the marks that open and close a window."""


@dataclass(frozen=True, slots=True)
class Units:
    """A text in words, and each word in pieces.

    Attributes:
        ids: int64 (pieces,), vocabulary numbers of the word pieces.
        feature: int64 (pieces,), the feature of the word that the piece belongs to, 0 to FEATURES - 1.
        first: int64 (units,), index of each word's first piece.
        starts: int64 (units,), offset of each word in code points.
        ends: int64 (units,), offset behind each word.
        breaks: bool (units,), whether a new paragraph begins with this word.
    """

    ids: Ints
    feature: Ints
    first: Ints
    starts: Ints
    ends: Ints
    breaks: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.starts)


def encode(text: str, pieces: Pieces, quotations: Sequence[Quotation] | None = None) -> Units:
    """Words, pieces and features of a text.

    Args:
        text: The text.
        pieces: Its word pieces.
        quotations: Its quotations, if they are known already.
    """
    breaks = np.zeros(len(pieces.starts), bool)
    for start, _ in paragraphs(text):
        at = int(np.searchsorted(pieces.starts, start))
        if at < len(breaks):
            breaks[at] = True
    feature = _features(text, pieces, breaks, find_quotations(text) if quotations is None else quotations)
    counts = np.diff(np.append(pieces.first, len(pieces.ids)))
    return Units(pieces.ids, np.repeat(feature, counts), pieces.first, pieces.starts, pieces.ends, breaks)


def _features(text: str, pieces: Pieces, breaks: NDArray[np.bool_], quotations: Sequence[Quotation]) -> Ints:
    starts, ends = pieces.starts.tolist(), pieces.ends.tolist()
    case = np.array([_case(text[start:end]) for start, end in zip(starts, ends, strict=True)], np.int64)
    blank = np.array([start > 0 and text[start - 1].isspace() for start in starts], np.int64)
    gap = np.where(breaks, 2, blank)
    found: Ints = (case * STATES + _quotation_states(text, quotations)[pieces.starts]) * GAPS + gap
    return found


@lru_cache(50_000)
def _case(word: str) -> int:
    if not word:
        return 0
    if word[0].isdigit():
        return 3
    if len(word) > 1 and word.isupper():
        return 2
    return int(any(c.isupper() for c in word))


def _quotation_states(text: str, quotations: Sequence[Quotation]) -> NDArray[np.int8]:
    """Per character: 0 outside, 1 inside, 2 an opening mark, 3 a closing mark."""
    state = np.zeros(len(text) + 1, np.int8)
    for quotation in quotations:
        if quotation.opened:
            state[quotation.inner_start : quotation.inner_end] = 1
            state[quotation.start : quotation.inner_start] = 2
        if quotation.closed:
            state[quotation.inner_end : quotation.end] = 3
    return state
