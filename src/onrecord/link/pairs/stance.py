"""How a whole text stands to one sentence: it agrees, disagrees, discusses it, or is about something else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.link.pairs.encoding import Encoder
from onrecord.link.pairs.scorer import LABELS, PairComparer, as_array, load_pairs, signs_of
from onrecord.link.pairs.sentence import Sentence, parse
from onrecord.link.pairs.signs import SIGNS
from onrecord.link.pairs.vocabulary import load_vocabulary
from onrecord.link.pairs.weights import FILE, Weights, read_weights

Floats = NDArray[np.float32]
StanceLabel = Literal["agree", "disagree", "discuss", "unrelated"]
STANCES: tuple[StanceLabel, ...] = get_args(StanceLabel)

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
MOST = 60
"""Sentences of a text that are looked at: what a text is about is said before."""
NEAREST = 3
"""Sentences that are compared in full, those that share most with the headline."""
NEAR = 0.25
"""Share of the headline's words that a sentence must have to be compared: most texts are about something else, and comparing costs time."""
ABOUT = (
    "found_in_text", "found_in_lead", "found_in_nearest", "names_found", "place_of_nearest",
    "denials_near", "denials_in_text", "hedges_near", "hedges_in_text", "denies_itself", "hedges_itself", "asks",
)  # fmt: skip
"""Signs of the whole text; behind them stand those of the nearest sentence and the greatest probabilities of the nearest."""
STANCE_SIGNS = (*ABOUT, *SIGNS, *(f"most_{label}" for label in LABELS))


@dataclass(frozen=True, slots=True)
class StanceScore:
    """How a text stands to a sentence.

    Attributes:
        label: The likeliest.
        probabilities: Probability of each label (0-1).
        nearest: The sentence of the text that decided; None if it has none.
    """

    label: StanceLabel
    probabilities: Mapping[StanceLabel, float] = field(hash=False)
    nearest: str | None = None


class StanceScorer:
    """Compares a sentence, a headline for instance, with whole texts.

    Args:
        comparer: What compares sentences.
        weights: What the signs are weighed with.
    """

    def __init__(self, comparer: PairComparer, weights: Weights) -> None:
        self._comparer, self._weights = comparer, weights
        self._parsed = lru_cache(64)(_sentences)

    def stance(self, sentence: str, text: str) -> StanceScore:
        """How a text stands to a sentence."""
        signs, nearest = self.signs(sentence, text)
        row = self._weights.probabilities(signs[None])[0]
        found = {label: round(float(p), 4) for label, p in zip(STANCES, row, strict=True)}
        return StanceScore(STANCES[int(row.argmax())], found, nearest)

    def signs(self, sentence: str, text: str) -> tuple[Floats, str | None]:
        """Strength of `STANCE_SIGNS`, float32 (signs,), and the nearest sentence."""
        headline, body = parse(sentence), self._parsed(text)
        if not body or not headline.content:
            return np.zeros(len(STANCE_SIGNS), np.float32), None
        shared = [_found(headline, [own]) for own in body]
        order = sorted(range(len(body)), key=lambda k: (-shared[k], k))[:NEAREST]
        nearest = [body[k] for k in order]
        seen, most = self._compared(sentence, nearest if shared[order[0]] >= NEAR else [])
        about = [
            _found(headline, body), _found(headline, body[:3]), shared[order[0]], _found(headline, body, names=True), order[0] / MOST,
            _share(nearest, denials=True), _share(body, denials=True), _share(nearest, denials=False), _share(body, denials=False),
            _share([headline], denials=True), _share([headline], denials=False), float("?" in sentence),
        ]  # fmt: skip
        return np.concatenate([np.array(about, np.float32), seen, most]), nearest[0].text

    def _compared(self, sentence: str, nearest: Sequence[Sentence]) -> tuple[Floats, Floats]:
        """Signs of the nearest sentence, and the greatest probabilities of the nearest; zeros where there is none."""
        if not nearest:
            return np.zeros(len(SIGNS), np.float32), np.zeros(len(LABELS), np.float32)
        seen = as_array([signs_of(self._comparer.alignment(own.text, sentence)) for own in nearest])
        return seen[0], np.asarray(self._comparer.probabilities(seen).max(0), np.float32)


def _sentences(text: str) -> tuple[Sentence, ...]:
    parts = [part.strip() for part in _SENTENCE.split(text)]
    return tuple(parse(part[:600]) for part in parts if part.count(" ") > 1)[:MOST]


def _found(headline: Sentence, body: Sequence[Sentence], names: bool = False) -> float:
    """The share of the headline's words, or names, that are among those of the sentences."""
    there = {word.stem for own in body for word in own.content}
    weights = [(w.weight, w.stem in there) for w in headline.content if w.name or not names]
    return sum(weight for weight, found in weights if found) / max(1e-6, sum(weight for weight, _ in weights))


def _share(body: Sequence[Sentence], denials: bool) -> float:
    """How many of the sentences deny something, or leave something open."""
    hedges = load_vocabulary().hedges
    signs = [bool(own.denials) if denials else any(w.stem in hedges for w in own.content) for own in body]
    return sum(signs) / len(signs)


def load_stance(encoder: Encoder, path: Path = FILE) -> StanceScorer:
    """What compares a sentence with texts, with the weights that ship or others of the same make.

    Raises:
        ModelError: the weights are missing, or belong to another version of the code.
    """
    return StanceScorer(load_pairs(encoder, path), read_weights(path, "stance", STANCE_SIGNS, STANCES))
