"""Scores pairs of spans: which source and which content belong to a cue, which earlier mention a pronoun stands for.

Training and serving share the features; the scorer itself is two small layers, run in numpy.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.read.encode import Units

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

BORDERS = np.array([1, 2, 3, 5, 9, 17, 33, 65, 129])
"""Distances in words at which a new bucket begins."""
DISTANCES = 2 * (len(BORDERS) + 1)
WIDTH = DISTANCES + 3 + 3 + 3 + 1
"""Number of pair features: distance before and after, paragraphs, sentence ends and rivals between, and `no partner`."""


NEAR = ((0, -2), (0, -1), (0, 0), (1, -1), (1, 0), (1, 1))
"""Words around a span that are looked at: two before it, its first, its last, two after it."""


@dataclass(frozen=True, slots=True)
class PairScorer:
    """Two layers over (one span, other span, their product, pair features): weights float32, rows are inputs.

    Most heads give one score a pair; `root_of_pair` gives one for each PLOVER event.
    """

    hidden_weight: Floats
    hidden_bias: Floats
    out_weight: Floats
    out_bias: Floats

    def score(self, vectors: Floats, one: Ints, other: Ints, features: Floats) -> Floats:
        """Scores pairs of spans.

        What depends on one span alone is worked out once for each span, which is most of the work.

        Args:
            vectors: float32 (words, width), the network's vectors.
            one: int64 (pairs, 2), words of the span that looks for a partner, half-open.
            other: int64 (pairs, 2), words of the candidate; (-1, -1) stands for no partner.
            features: float32 (pairs, WIDTH).

        Returns:
            The first score of each, float32 (pairs,).
        """
        result: Floats = self.scores(vectors, one, other, features)[:, 0]
        return result

    def scores(self, vectors: Floats, one: Ints, other: Ints, features: Floats) -> Floats:
        """All scores of each pair, float32 (pairs, outputs); arguments as for `score`."""
        ones, to_one = _once(one, len(vectors))
        others, to_other = _once(other, len(vectors))
        left, right = span_vectors(vectors, ones), span_vectors(vectors, others)
        width = left.shape[1]
        of_one, of_other, of_both, of_features = np.split(self.hidden_weight, [width, 2 * width, 3 * width])
        hidden = (left @ of_one)[to_one] + (right @ of_other)[to_other]
        hidden += (left[to_one] * right[to_other]) @ of_both
        hidden += features @ of_features + self.hidden_bias
        result: Floats = np.maximum(hidden, 0) @ self.out_weight + self.out_bias
        return result


@dataclass(frozen=True, slots=True)
class SingleScorer:
    """Two layers over the vector of one span or one text: weights float32, rows are inputs."""

    hidden_weight: Floats
    hidden_bias: Floats
    out_weight: Floats
    out_bias: Floats

    def scores(self, rows: Floats) -> Floats:
        """Scores float32 (rows, outputs) of vectors float32 (rows, 2 * width)."""
        hidden = np.maximum(rows @ self.hidden_weight + self.hidden_bias, 0)
        result: Floats = hidden @ self.out_weight + self.out_bias
        return result


def _once(spans: Ints, words: int) -> tuple[Ints, Ints]:
    """Each span once, int64 (spans, 2), in order, and where each of the given ones stands among them."""
    # A number tells a span: rows of two are sorted much more slowly.
    known, place = np.unique((spans[:, 0] + 1) * (words + 2) + spans[:, 1] + 1, return_inverse=True)
    return np.stack(np.divmod(known, words + 2), 1) - 1, place


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Counts up to each word, int64 (words + 1,): paragraphs begun, sentences ended."""

    paragraphs: Ints
    stops: Ints


def landmarks(units: Units, text: str) -> Landmarks:
    """What lies between words: paragraph breaks and sentence ends."""
    stops = np.zeros(len(units), np.int64)
    single = np.flatnonzero(units.ends - units.starts == 1)
    stops[single] = [text[a] in ".!?…" for a in units.starts[single].tolist()]
    return Landmarks(np.append(0, np.cumsum(units.breaks)), np.append(0, np.cumsum(stops)))


def features(one: Ints, other: Ints, rivals: Ints, marks: Landmarks) -> Floats:
    """Pair features, float32 (pairs, WIDTH).

    Args:
        one: int64 (pairs, 2), words of the span that looks for a partner, half-open.
        other: int64 (pairs, 2), words of the candidate; (-1, -1) stands for no partner.
        rivals: int64 (words + 1,), number of candidates that begin before each word.
        marks: Landmarks of the text.
    """
    found = np.zeros((len(one), WIDTH), np.float32)
    nobody = other[:, 0] < 0
    rows = np.flatnonzero(~nobody)
    found[nobody, WIDTH - 1] = 1
    before = other[rows, 1] <= one[rows, 0]
    low = np.where(before, other[rows, 1], one[rows, 1])
    high = np.maximum(low, np.where(before, one[rows, 0], other[rows, 0]))
    bucket = np.searchsorted(BORDERS, high - low, side="right")
    found[rows, np.where(before, bucket, bucket + DISTANCES // 2)] = 1
    later = np.minimum(high + 1, len(marks.paragraphs) - 1)
    between = (
        marks.paragraphs[later] - marks.paragraphs[low],
        marks.stops[high] - marks.stops[low],
        rivals[high] - rivals[low],
    )
    for place, count in enumerate(between):
        found[rows, DISTANCES + 3 * place + np.clip(count, 0, 2)] = 1
    return found


def span_vectors(vectors: Floats, spans: Ints) -> Floats:
    """First and last word of each span side by side, float32 (spans, 2 * width); zeros for no partner (-1, -1)."""
    both = np.concatenate([vectors[spans[:, 0]], vectors[np.maximum(spans[:, 1] - 1, 0)]], 1)
    result: Floats = np.where(spans[:, :1] < 0, np.float32(0), both).astype(np.float32)
    return result


def around(vectors: Floats, spans: Ints) -> Floats:
    """The words before, within and after each span, float32 (spans, len(NEAR) * width); zeros beyond the text."""
    at = near_words(spans)
    there = (at >= 0) & (at < len(vectors))
    found = np.where(there[..., None], vectors[np.clip(at, 0, len(vectors) - 1)], np.float32(0))
    result: Floats = found.reshape(len(spans), -1).astype(np.float32)
    return result


def near_words(spans: Ints) -> Ints:
    """Which words stand around each span, int64 (spans, len(NEAR)): counted from its first word and from its end."""
    return np.stack([spans[:, side] + step for side, step in NEAR], 1)


def text_vector(vectors: Floats) -> Floats:
    """Mean and greatest of the vectors of a stretch's words, float32 (1, 2 * width)."""
    result: Floats = np.concatenate([vectors.mean(0), vectors.max(0)])[None]
    return result
