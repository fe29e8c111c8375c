"""How one sentence stands to another: it agrees, it contradicts, or it tells of something else. In: sentences. Out: `PairScore`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal, Protocol, get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.link.pairs.alignment import Alignment, align
from onrecord.link.pairs.encoding import OUTPUTS, Encoder, word_vectors
from onrecord.link.pairs.sentence import Sentence, parse
from onrecord.link.pairs.signs import AGAINST, LEAST, SIGNS, Sign
from onrecord.link.pairs.weights import FILE, Weights, read_weights

Floats = NDArray[np.float32]
PairLabel = Literal["agrees", "contradicts", "unrelated"]
LABELS: tuple[PairLabel, ...] = get_args(PairLabel)

_AGAINST = [list(SIGNS).index(name) for name in AGAINST]
KEPT = 4096
"""Sentences whose vectors are kept."""


@dataclass(frozen=True, slots=True)
class PairScore:
    """How the second sentence stands to the first.

    Attributes:
        label: The likeliest: the second tells what the first does (agrees), both cannot be (contradicts), or neither (unrelated).
        probabilities: Probability of each label (0-1), as if the three were equally frequent; see docs/explanation/sentence-pairs.md for how sure they are.
        reasons: What was seen, in plain words, the weightiest first.
    """

    label: PairLabel
    probabilities: Mapping[PairLabel, float] = field(hash=False)
    reasons: tuple[str, ...] = ()

    @property
    def opposed(self) -> float:
        """How likely they contradict each other where both are known to be about one thing (0-1, not calibrated)."""
        against, agreeing = self.probabilities["contradicts"], self.probabilities["agrees"]
        return against / (against + agreeing) if against + agreeing else 0.0


class Compares(Protocol):
    """What compares sentences: `PairComparer`, or a stand-in."""

    def compare_sentences(self, a: str, b: str) -> PairScore:
        """How b stands to a."""

    def compare_many(self, pairs: Sequence[tuple[str, str]]) -> list[PairScore]:
        """The same for several pairs, in order."""


class PairComparer:
    """Compares sentences by the vectors of an encoder, the signs, and the weights that ship.

    Args:
        encoder: What gives vectors of words.
        weights: What the signs are weighed with.

    Attributes:
        weights: The same.
    """

    def __init__(self, encoder: Encoder, weights: Weights) -> None:
        self._encoder, self.weights = encoder, weights
        self._vectors = lru_cache(KEPT)(self._encoded)

    def compare_sentences(self, a: str, b: str) -> PairScore:
        """How b stands to a."""
        return self.compare_many([(a, b)])[0]

    def compare_many(self, pairs: Sequence[tuple[str, str]]) -> list[PairScore]:
        """The same for several pairs, in order."""
        seen = [signs_of(self.alignment(a, b)) for a, b in pairs]
        if not seen:
            return []
        found = self.probabilities(as_array(seen))
        return [_score(row, signs) for row, signs in zip(found, seen, strict=True)]

    def probabilities(self, strengths: Floats) -> Floats:
        """Probabilities of `LABELS`, float32 (pairs, labels); without any sign against it there is no contradiction."""
        found = self.weights.probabilities(strengths)
        found[strengths[:, _AGAINST].max(1) <= LEAST, LABELS.index("contradicts")] = 0
        result: Floats = found / found.sum(1, keepdims=True)
        return result

    def alignment(self, a: str, b: str) -> Alignment:
        """Two sentences side by side."""
        one, of_one = self._vectors(a)
        other, of_other = self._vectors(b)
        return align(one, other, of_one, of_other)

    def _encoded(self, text: str) -> tuple[Sentence, Floats]:
        sentence = parse(text)
        return sentence, word_vectors(sentence.words, self._encoder.vectors([text], OUTPUTS)[0])


def signs_of(alignment: Alignment) -> dict[str, Sign]:
    """All signs of a pair, by name."""
    return {name: sign(alignment) for name, sign in SIGNS.items()}


def as_array(seen: Sequence[Mapping[str, Sign]]) -> Floats:
    """Strengths of signs, float32 (pairs, signs), in the order of `SIGNS`."""
    return np.array([[signs[name].strength for name in SIGNS] for signs in seen], np.float32).reshape(
        len(seen), len(SIGNS)
    )


def _score(row: Floats, signs: Mapping[str, Sign]) -> PairScore:
    found = {label: round(float(p), 4) for label, p in zip(LABELS, row, strict=True)}
    reasons = sorted((s for s in signs.values() if s.reason and s.strength > 0.3), key=lambda s: -s.strength)
    told = f"{signs['told_by_a'].strength:.0%} of the words of the second are found in the first"
    return PairScore(LABELS[int(row.argmax())], found, (*(s.reason for s in reasons), told))


def load_pairs(encoder: Encoder, path: Path = FILE) -> PairComparer:
    """What compares sentences, with the weights that ship or others of the same make.

    Raises:
        ModelError: the weights are missing, or belong to another version of the code.
    """
    return PairComparer(encoder, read_weights(path, "sentences", tuple(SIGNS), LABELS))
