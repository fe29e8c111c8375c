"""From a layer's scores to spans: the best allowed path through a linear-chain CRF, and how sure it is.

Training and serving share this file: the allowed transitions are those that the model was trained with.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

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


def best_spans(scores: Floats, breaks: Bools, chain: Chain) -> list[Found]:
    """Spans on the best path, in the order of the text.

    Args:
        scores: float32 (words, tags), one row a word.
        breaks: bool (words,), whether a paragraph begins with the word; no span goes over that.
        chain: The layer's CRF.
    """
    if not len(scores):
        return []
    scores = np.where(breaks[:, None] & is_inside(chain.tags), np.float32(NEVER), scores)
    step = np.where(may_follow(chain.tags), chain.step, np.float32(NEVER))
    start = np.where(is_inside(chain.tags), np.float32(NEVER), chain.start)
    path = _viterbi(scores, step, start)
    probabilities = marginals(scores, step, start)
    return _spans(path, probabilities, chain.tags)


def _viterbi(scores: Floats, step: Floats, start: Floats) -> list[int]:
    best = start + scores[0]
    back = np.zeros(scores.shape, np.int64)
    columns = np.arange(scores.shape[1])
    for k in range(1, len(scores)):
        ways = best[:, None] + step
        back[k] = ways.argmax(0)
        best = ways[back[k], columns] + scores[k]
    path = [int(best.argmax())]
    for k in range(len(scores) - 1, 0, -1):
        path.append(int(back[k, path[-1]]))
    return path[::-1]


def marginals(scores: Floats, step: Floats, start: Floats) -> Floats:
    """float32 (words, tags): the probability of each tag over all paths (forward-backward in scaled probabilities)."""
    peak = scores.max(1, keepdims=True)
    likely = np.exp(scores - peak, dtype=np.float64)
    move = np.exp(step - step.max(), dtype=np.float64)
    forward, backward = np.empty_like(likely), np.empty_like(likely)
    row = np.exp(start - start.max(), dtype=np.float64) * likely[0]
    forward[0] = row / row.sum()
    for k in range(1, len(scores)):
        row = (forward[k - 1] @ move) * likely[k]
        forward[k] = row / max(row.sum(), 1e-300)
    row = np.ones(scores.shape[1])
    backward[-1] = row
    for k in range(len(scores) - 2, -1, -1):
        row = move @ (likely[k + 1] * backward[k + 1])
        backward[k] = row / max(row.sum(), 1e-300)
    both = forward * backward
    result: Floats = (both / np.maximum(both.sum(1, keepdims=True), 1e-300)).astype(np.float32)
    return result


def _spans(path: list[int], probabilities: Floats, tags: tuple[str, ...]) -> list[Found]:
    found: list[Found] = []
    begin = None
    for k, number in enumerate([*path, 0]):
        tag = tags[number]
        if begin is not None and tag[0] != "I":
            rows = np.arange(begin, k)
            sure = float(probabilities[rows, path[begin:k]].mean())
            found.append(Found(tags[path[begin]][2:], begin, k, sure))
            begin = None
        if tag[0] == "B":
            begin = k
    return found
