"""From a layer's scores to spans: the best allowed path through a linear-chain CRF, and how sure it is.

Training and serving share this file: the allowed transitions are those that the model was trained with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

NEVER = -1e4
"""Score of a transition that is not allowed."""
PLAIN: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Chain:
    """The CRF of one layer.

    Attributes:
        tags: The tag set, O first.
        step: float32 (tags, tags), score of going from the row's tag to the column's.
        start: float32 (tags,), score of beginning with a tag.
    """

    tags: tuple[str, ...]
    step: Floats
    start: Floats


class Found(NamedTuple):
    """A span of words with its kind: half-open in words; `confidence` is the mean probability of its tags, not calibrated."""

    kind: str
    start: int
    end: int
    confidence: float


@cache
def may_follow(tags: tuple[str, ...]) -> Bools:
    """Bool (tags, tags): an I- tag follows only B- or I- of its own kind."""
    return np.array([[b[0] != "I" or a[2:] == b[2:] for b in tags] for a in tags])


@cache
def is_inside(tags: tuple[str, ...]) -> Bools:
    """Bool (tags,): the I- tags, which may neither begin a text nor a paragraph."""
    return np.array([tag[0] == "I" for tag in tags])


def best_spans(
    scores: Sequence[Floats],
    breaks: Sequence[Bools],
    chain: Chain,
    over_paths: bool = True,
    lean: Mapping[str, float] = PLAIN,
) -> list[list[Found]]:
    """Spans on the best path of each text, in the order of the text. Texts go through side by side, which is faster.

    Args:
        scores: For each text float32 (words, tags), one row a word.
        breaks: For each text bool (words,), whether a paragraph begins with the word; no span goes over that.
        chain: The layer's CRF.
        over_paths: Take each tag's probability over all paths; else from its word's scores alone, which is much faster.
        lean: By kind, what speaks for a span before the text is looked at, in log-odds; its confidence is what the text says.
    """
    found: list[list[Found]] = [[] for _ in scores]
    texts = np.append(0, np.cumsum([len(own) for own in scores], dtype=np.int64))
    if not texts[-1]:
        return found
    rows = abreast(texts, breaks)
    step = np.where(may_follow(chain.tags), chain.step, np.float32(NEVER))
    start = np.where(is_inside(chain.tags), np.float32(NEVER), chain.start)
    table = np.concatenate(scores)[rows.words]
    # Paragraphs are decoded apart, as if each but the first of a text followed a word outside.
    table[np.flatnonzero(~np.isin(rows.words[: rows.alive[0]], texts))] += chain.step[0] - chain.start
    leaning = np.array([lean.get(tag[2:], 0.0) if tag[0] == "B" else 0.0 for tag in chain.tags], np.float32)
    path = best_path(table + leaning if leaning.any() else table, rows, step, start)
    told = np.flatnonzero(path)
    probabilities = marginals(table, rows, step, start)[told] if over_paths else _of_words(table[told])
    tags, sure = np.zeros(len(table), np.int64), np.zeros(len(table))
    tags[rows.words] = path
    sure[rows.words[told]] = probabilities[np.arange(len(told)), path[told]]
    begins = np.flatnonzero(tags % 2 == 1)
    outside = np.append(np.flatnonzero((tags % 2 == 1) | (tags == 0)), len(tags))
    ends = outside[np.searchsorted(outside, begins, side="right")]
    total = np.append(0.0, np.cumsum(sure))
    confidences = (total[ends] - total[begins]) / (ends - begins)
    text = np.searchsorted(texts, begins, side="right") - 1
    columns = (text, tags[begins], begins - texts[text], ends - texts[text], confidences)
    for k, tag, begin, end, confidence in zip(*(column.tolist() for column in columns), strict=True):
        found[k].append(Found(chain.tags[tag][2:], begin, end, confidence))
    return found


@dataclass(frozen=True, slots=True)
class Abreast:
    """Paragraphs side by side, the longest first: the first word of each, then the second of each that has one, and so on.

    Attributes:
        words: int64 (words,), which word of all texts stands in each row.
        alive: How many first, second, … words there are.
    """

    words: Ints
    alive: tuple[int, ...]

    def places(self) -> Iterator[tuple[int, int, int]]:
        """For the first, second, … words: in which row they begin, in which they end, and how many paragraphs go on."""
        end = 0
        for n, following in zip(self.alive, (*self.alive[1:], 0), strict=True):
            yield end, end + n, following
            end += n


def abreast(texts: Ints, breaks: Sequence[Bools]) -> Abreast:
    """Puts the paragraphs of all texts side by side.

    Args:
        texts: int64 (texts + 1,), where each text begins among the words of all.
        breaks: For each text bool (words,), whether a paragraph begins with the word.
    """
    edges = np.unique(np.append(texts, np.flatnonzero(np.concatenate(breaks))))
    lengths = np.diff(edges)
    order = np.argsort(-lengths, kind="stable")
    begins, lengths = edges[:-1][order], lengths[order]
    alive = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left").tolist()
    return Abreast(np.concatenate([begins[:n] + k for k, n in enumerate(alive)]), tuple(alive))


def best_path(scores: Floats, rows: Abreast, step: Floats, start: Floats) -> Ints:
    """The tag of each word on the best path through its paragraph, int64 (words,).

    Args:
        scores: float32 (words, tags), a row of `rows` each.
        rows: Which word stands where.
        step: float32 (tags, tags).
        start: float32 (tags,).
    """
    # With the words as last axis every operation runs over many numbers that lie side by side.
    best = scores.T.copy(order="C")
    places = list(rows.places())
    best[:, : places[0][1]] += start[:, None]
    for (begin, _, n), (here, end, _) in pairwise(places):
        best[:, here:end] += (best[:, None, begin : begin + n] + step[:, :, None]).max(0)
    path = np.zeros(len(scores), np.int64)
    after = path[:0]
    for begin, end, n in reversed(places):
        ways = best[:, begin:end]
        ways[:, :n] += step[:, after]
        after = path[begin:end] = ways.argmax(0)
    return path


def marginals(scores: Floats, rows: Abreast, step: Floats, start: Floats) -> Floats:
    """The probability of each tag over all paths, by forward and backward passes in scaled probabilities.

    Args:
        scores: float32 (words, tags), a row of `rows` each.
        rows: Which word stands where.
        step: float32 (tags, tags).
        start: float32 (tags,).

    Returns:
        float32 (words, tags).
    """
    likely = np.exp(scores - scores.max(1, keepdims=True), dtype=np.float64)
    move = np.exp(step - step.max(), dtype=np.float64)
    forward, backward = np.ones_like(likely), np.ones_like(likely)
    places = list(rows.places())
    first = places[0][1]
    row = np.exp(start - start.max(), dtype=np.float64) * likely[:first]
    forward[:first] = row / row.sum(1, keepdims=True)
    for (begin, _, n), (here, end, _) in pairwise(places):
        row = (forward[begin : begin + n] @ move) * likely[here:end]
        forward[here:end] = row / np.maximum(row.sum(1, keepdims=True), 1e-300)
    for (begin, _, n), (here, end, _) in reversed(list(pairwise(places))):
        row = (likely[here:end] * backward[here:end]) @ move.T
        backward[begin : begin + n] = row / np.maximum(row.sum(1, keepdims=True), 1e-300)
    both = forward * backward
    result: Floats = (both / np.maximum(both.sum(1, keepdims=True), 1e-300)).astype(np.float32)
    return result


def _of_words(scores: Floats) -> Floats:
    likely = np.exp(scores - scores.max(1, keepdims=True))
    result: Floats = likely / likely.sum(1, keepdims=True)
    return result
