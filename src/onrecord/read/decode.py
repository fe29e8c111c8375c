"""From a layer's scores to spans: the best allowed path through a linear-chain CRF, and how sure it is.

Training and serving share this file: the allowed transitions are those that the model was trained with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

NEVER = -1e4
"""Score of a transition that is not allowed."""


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


@dataclass(frozen=True, slots=True)
class Found:
    """A span of words with its kind: half-open in words; `confidence` is the mean probability of its tags, not calibrated."""

    kind: str
    start: int
    end: int
    confidence: float


def may_follow(tags: tuple[str, ...]) -> Bools:
    """Bool (tags, tags): an I- tag follows only B- or I- of its own kind."""
    return np.array([[b[0] != "I" or a[2:] == b[2:] for b in tags] for a in tags])


def is_inside(tags: tuple[str, ...]) -> Bools:
    """Bool (tags,): the I- tags, which may neither begin a text nor a paragraph."""
    return np.array([tag[0] == "I" for tag in tags])


def best_spans(
    scores: Sequence[Floats], breaks: Sequence[Bools], chain: Chain, over_paths: bool = True
) -> list[list[Found]]:
    """Spans on the best path of each text, in the order of the text. Texts go through side by side, which is faster.

    Args:
        scores: For each text float32 (words, tags), one row a word.
        breaks: For each text bool (words,), whether a paragraph begins with the word; no span goes over that.
        chain: The layer's CRF.
        over_paths: Take each tag's probability over all paths; else from its word's scores alone, which is much faster.
    """
    found: list[list[Found]] = [[] for _ in scores]
    parts = sorted((p for k, own in enumerate(breaks) for p in _paragraphs(k, own)), key=lambda p: p.begin - p.end)
    if not parts:
        return found
    step = np.where(may_follow(chain.tags), chain.step, np.float32(NEVER))
    start = np.where(is_inside(chain.tags), np.float32(NEVER), chain.start)
    lengths = np.array([p.end - p.begin for p in parts])
    table = np.zeros((lengths[0], len(parts), len(chain.tags)), np.float32)
    for place, p in enumerate(parts):
        table[: lengths[place], place] = scores[p.text][p.begin : p.end]
        if p.begin:
            table[0, place] += chain.step[0] - chain.start
    paths = _viterbi(table, lengths, step, start)
    probabilities = marginals(table, lengths, step, start) if over_paths else _of_words(table)
    for place, p in sorted(enumerate(parts), key=lambda item: item[1].begin):
        n = lengths[place]
        found[p.text] += _spans(paths[:n, place], probabilities[:n, place], chain.tags, p.begin)
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a text: words `begin` to `end`."""

    text: int
    begin: int
    end: int


def _paragraphs(text: int, breaks: Bools) -> list[Part]:
    """Paragraphs are decoded apart, as if each but the first followed a word outside: no span goes over from one to the next."""
    edges = [0, *(k for k in np.flatnonzero(breaks).tolist() if k), len(breaks)]
    return [Part(text, a, b) for a, b in pairwise(edges) if a < b]


def _alive(lengths: Ints) -> Ints:
    """int64 (longest,): how many texts, the longest first, still have a word at each place."""
    result: Ints = (lengths[None, :] > np.arange(lengths[0])[:, None]).sum(1)
    return result


def _viterbi(scores: Floats, lengths: Ints, step: Floats, start: Floats) -> Ints:
    """int64 (longest, texts): the best tag of each word."""
    best = start + scores[0]
    back = np.zeros(scores.shape, np.int8)
    alive = _alive(lengths)
    turned = np.ascontiguousarray(step.T)
    for k in range(1, len(scores)):
        n = alive[k]
        ways = best[:n, None, :] + turned
        back[k, :n] = ways.argmax(2)
        best[:n] = ways.max(2) + scores[k, :n]
    paths = np.zeros(scores.shape[:2], np.int64)
    tag = best.argmax(1)
    texts = np.arange(len(lengths))
    for k in range(len(scores) - 1, -1, -1):
        n = alive[k]
        paths[k, :n] = tag[:n]
        tag[:n] = back[k, texts[:n], tag[:n]]
    return paths


def marginals(scores: Floats, lengths: Ints, step: Floats, start: Floats) -> Floats:
    """The probability of each tag over all paths, by forward and backward passes in scaled probabilities.

    Args:
        scores: float32 (longest, texts, tags), the longest text first.
        lengths: int64 (texts,), words of each text.
        step: float32 (tags, tags).
        start: float32 (tags,).

    Returns:
        float32 (longest, texts, tags); rows behind the end of a text mean nothing.
    """
    likely = np.exp(scores - scores.max(2, keepdims=True), dtype=np.float64)
    move = np.exp(step - step.max(), dtype=np.float64)
    forward, backward = np.ones_like(likely), np.ones_like(likely)
    alive = _alive(lengths)
    row = np.exp(start - start.max(), dtype=np.float64) * likely[0]
    forward[0] = row / row.sum(1, keepdims=True)
    for k in range(1, len(scores)):
        n = alive[k]
        row = (forward[k - 1, :n] @ move) * likely[k, :n]
        forward[k, :n] = row / np.maximum(row.sum(1, keepdims=True), 1e-300)
    for k in range(len(scores) - 2, -1, -1):
        n = alive[k + 1]
        row = (likely[k + 1, :n] * backward[k + 1, :n]) @ move.T
        backward[k, :n] = row / np.maximum(row.sum(1, keepdims=True), 1e-300)
    both = forward * backward
    result: Floats = (both / np.maximum(both.sum(2, keepdims=True), 1e-300)).astype(np.float32)
    return result


def _of_words(scores: Floats) -> Floats:
    likely = np.exp(scores - scores.max(2, keepdims=True))
    result: Floats = likely / likely.sum(2, keepdims=True)
    return result


def _spans(path: Ints, probabilities: Floats, tags: tuple[str, ...], offset: int) -> list[Found]:
    sure = np.append(0.0, np.cumsum(probabilities[np.arange(len(path)), path], dtype=np.float64))
    begins = np.flatnonzero(path % 2 == 1)
    found: list[Found] = []
    for begin in begins.tolist():
        end = begin + 1
        while end < len(path) and path[end] == path[begin] + 1:
            end += 1
        confidence = float(sure[end] - sure[begin]) / (end - begin)
        found.append(Found(tags[path[begin]][2:], offset + begin, offset + end, confidence))
    return found
