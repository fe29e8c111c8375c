"""An encoder for tests: each word has a vector of its own, so that only words that are the same are alike."""

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from onrecord.link.pairs.encoding import Floats, Ints


class WordEncoder:
    """Vectors by the hash of the word."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def vectors(self, texts: Sequence[str], outputs: Sequence[str]) -> list[tuple[Ints, Ints, Floats]]:
        self.asked += texts
        return [self._of(text) for text in texts]

    def _of(self, text: str) -> tuple[Ints, Ints, Floats]:
        words = list(re.finditer(r"\w+", text))
        vectors = [self._vector(m[0].lower()) for m in words]
        return (
            np.array([m.start() for m in words], np.int64),
            np.array([m.end() for m in words], np.int64),
            np.array(vectors, np.float32).reshape(len(words), 64),
        )

    def _vector(self, word: str) -> np.ndarray:
        seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4])
        return np.random.default_rng(seed).normal(size=64)
