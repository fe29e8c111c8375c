"""Cuts a text into words and word pieces. In: text and a tokenizer. Out: arrays with offsets in code points."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from onrecord.runtime.wordpiece import WordPieces

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a text and the words they make up.

    Attributes:
        ids: int64 (pieces,), vocabulary numbers, without the marks that open and close a window.
        first: int64 (words,), index of the first piece of each word.
        starts: int64 (words,), offset of each word in code points.
        ends: int64 (words,), offset behind each word.
    """

    ids: Ints
    first: Ints
    starts: Ints
    ends: Ints


def cut(tokenizer: WordPieces, text: str) -> Pieces:
    """Cuts a text of any length; a piece without width (a stray combining mark) belongs to no word and is left out."""
    encoding = tokenizer.encode(text)
    offsets = np.fromiter(chain.from_iterable(encoding.offsets), np.int64, 2 * len(encoding.offsets)).reshape(-1, 2)
    words = np.asarray(encoding.word_ids, np.int64)
    ids = np.asarray(encoding.ids, np.int64)
    solid = offsets[:, 1] > offsets[:, 0]
    offsets, words, ids = offsets[solid], words[solid], ids[solid]
    if not len(ids):
        nothing = np.zeros(0, np.int64)
        return Pieces(nothing, nothing, nothing, nothing)
    first = np.flatnonzero(np.diff(words, prepend=-1))
    starts = np.minimum.reduceat(offsets[:, 0], first)
    ends = np.maximum.reduceat(offsets[:, 1], first)
    return Pieces(ids, first, starts, ends)
