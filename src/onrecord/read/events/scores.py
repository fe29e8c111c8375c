"""What the network says of events: how far one happened, where, and who does what to whom. In: its vectors. Out: scores."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.read.encode import Units
from onrecord.read.pairs import PairScorer, SingleScorer, features, landmarks, span_vectors, text_vector
from onrecord.read.roles import NOBODY, Linker, Range

Floats = NDArray[np.float32]


def factuality(vectors: Floats, triggers: Sequence[Range], scorer: SingleScorer) -> Floats:
    """How far each event happened, float32 (triggers,), from -3 (certainly not) to 3 (certainly).

    Args:
        vectors: The network's output `events`, float32 (words, width).
        triggers: Words of each trigger, half-open.
        scorer: The head `factuality`.
    """
    if not triggers:
        return np.zeros(0, np.float32)
    result: Floats = scorer.scores(span_vectors(vectors, np.array(triggers)))[:, 0].clip(-3, 3)
    return result


def places(
    text: str, units: Units, vectors: Floats, trigger: Range, candidates: Sequence[Range], scorer: PairScorer
) -> Floats:
    """Probability that an event happened at none of the candidates, and at each: float32 (candidates + 1,).

    Args:
        text: The text that was read.
        units: Its words.
        vectors: The network's output `events`, float32 (words, width).
        trigger: Words of the trigger, half-open.
        candidates: Words of the places that stand near it.
        scorer: The head `place_of_event`.
    """
    options = [NOBODY, *candidates]
    one, other = np.array([trigger] * len(options)), np.array(options)
    scores = Linker(vectors, landmarks(units, text)).score(scorer, one, other, list(candidates))
    exp = np.exp(scores - scores.max())
    result: Floats = exp / exp.sum()
    return result


def roots(
    text: str, units: Units, vectors: Floats, actor: Range, recipient: Range, pair: PairScorer, whole: SingleScorer
) -> Floats:
    """Probability of each of `labels.ROOTS` between two spans of a sentence, float32 (roots,).

    Args:
        text: The sentence.
        units: Its words.
        vectors: The network's output `events`, float32 (words, width).
        actor: Words of the one who acts, half-open.
        recipient: Words of the one who is acted upon.
        pair: The head `root_of_pair`.
        whole: The head `root_of_text`.
    """
    one, other = np.array([actor]), np.array([recipient])
    told = features(one, other, np.zeros(len(units) + 1, np.int64), landmarks(units, text))
    return _softmax(pair.scores(vectors, one, other, told)[0] + whole.scores(text_vector(vectors))[0])


def sub_events(vectors: Floats, scorer: SingleScorer) -> Floats:
    """Probability of each of `labels.SUB_EVENTS` for a stretch of text, float32 (types,).

    Args:
        vectors: The network's output `events` for its words, float32 (words, width).
        scorer: The head `sub_event`.
    """
    return _softmax(scorer.scores(text_vector(vectors))[0])


def _softmax(scores: Floats) -> Floats:
    exp = np.exp(scores - scores.max())
    result: Floats = exp / exp.sum()
    return result
