"""What this room asks of the shared encoder: a vector for each word of a sentence. In: sentences. Out: arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.link.pairs.sentence import Word

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

OUTPUTS = ("antecedents", "events")
"""The outputs of the network that are used: both put words of like meaning beside each other."""


class Encoder(Protocol):
    """What gives vectors: `onrecord.read.reader.Reader` does, and so may a stand-in."""

    def vectors(self, texts: Sequence[str], outputs: Sequence[str]) -> list[tuple[Ints, Ints, Floats]]:
        """Offsets where words begin, where they end (both int64 (words,)), and float32 (words, width), for each text."""


def word_vectors(words: Sequence[Word], found: tuple[Ints, Ints, Floats]) -> Floats:
    """Unit vectors of a sentence's words from those of the network's words, which may be shorter; float32 (words, width)."""
    starts, ends, vectors = found
    result = np.zeros((len(words), vectors.shape[1]), np.float32)
    for k, word in enumerate(words):
        first, last = np.searchsorted(ends, word.start, side="right"), np.searchsorted(starts, word.end)
        if last > first:
            result[k] = vectors[first:last].mean(0)
    return unit(result)


def unit(vectors: Floats) -> Floats:
    """Rows of length 1; a row of zeros stays one."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    result: Floats = (vectors / np.maximum(length, 1e-9)).astype(np.float32)
    return result
