"""Which word of one sentence stands for which of another. In: two sentences and the vectors of their words. Out: `Alignment`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.link.pairs.sentence import Sentence, Word
from onrecord.link.pairs.vocabulary import Relation, load_vocabulary

Floats = NDArray[np.float32]

LEXICAL: dict[Relation, float] = {"same": 1.0, "narrower": 0.95, "wider": 0.6}
"""How alike words of a relation are, seen from the first sentence: what it tells narrowly the second one may tell widely."""
BY_VECTOR = 0.9
"""The most that vectors alone may say: near words are found near whether or not they mean the same."""
FLOOR = 0.6
"""Likeness of vectors below which two words have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sentences side by side, by their content words.

    Attributes:
        a: The first sentence.
        b: The second.
        relations: How each content word of a stands to each of b; None where the vocabulary knows nothing.
        vectors: Likeness of vectors, float32 (content of a, content of b), -1 to 1.
        alike: Likeness of words, float32 (content of a, content of b), 0 to 1.
        same: Whether two words are one, or one a kind of the other, by the vocabulary; bool (content of a, content of b).
    """

    a: Sentence
    b: Sentence
    relations: tuple[tuple[Relation | None, ...], ...]
    vectors: Floats
    alike: Floats
    same: NDArray[np.bool_]

    @property
    def has_in_b(self) -> NDArray[np.bool_]:
        """Whether each word of a is in b, by the vocabulary; bool (content of a,)."""
        return np.asarray(self.same.any(1), bool)

    @property
    def has_in_a(self) -> NDArray[np.bool_]:
        """Whether each word of b is in a, by the vocabulary; bool (content of b,)."""
        return np.asarray(self.same.any(0), bool)

    def best_in_a(self) -> Floats:
        """How well each word of b is found in a, float32 (content of b,)."""
        return np.asarray(self.alike.max(0, initial=0), np.float32)

    def best_in_b(self) -> Floats:
        """How well each word of a is found in b, float32 (content of a,)."""
        return np.asarray(self.alike.max(1, initial=0), np.float32)


def align(a: Sentence, b: Sentence, of_a: Floats, of_b: Floats) -> Alignment:
    """Lays two sentences side by side.

    Args:
        a: The first.
        b: The second.
        of_a: Unit vectors of all words of a, float32 (words, width).
        of_b: Likewise of b.
    """
    known = load_vocabulary()
    relations = tuple(tuple(known.relation(x.stem, y.stem) for y in b.content) for x in a.content)
    rows = [k for k, w in enumerate(a.words) if w.content]
    columns = [k for k, w in enumerate(b.words) if w.content]
    vectors = (of_a[rows] @ of_b[columns].T).astype(np.float32).reshape(len(rows), len(columns))
    alike = BY_VECTOR * np.clip((vectors - FLOOR) / (1 - FLOOR), 0, 1)
    for i, (x, row) in enumerate(zip(a.content, relations, strict=True)):
        for j, (y, relation) in enumerate(zip(b.content, row, strict=True)):
            alike[i, j] = _alike(x, y, relation, float(alike[i, j]))
    same = np.array([relation in LEXICAL for row in relations for relation in row], bool).reshape(vectors.shape)
    return Alignment(a, b, relations, vectors, alike.astype(np.float32), same)


def _alike(x: Word, y: Word, relation: Relation | None, by_vector: float) -> float:
    if relation in ("opposite", "exclusive"):
        return 0.0
    if relation is not None:
        return LEXICAL[relation]
    if x.text[0].isdigit() or y.text[0].isdigit():
        return 0.0
    # Two names that are written differently are two, unless one is a form of the other (Syria, Syrian).
    if x.name and y.name:
        return 0.85 if x.stem[:4] == y.stem[:4] and min(len(x.stem), len(y.stem)) > 3 else 0.3 * by_vector
    return by_vector
