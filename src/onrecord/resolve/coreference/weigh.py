"""How likely two mentions are of one: a small network over readable signs. In: signs. Out: scores of pairs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from onrecord.resolve.coreference.pairs import Floats, Pairs
from onrecord.resolve.coreference.signs import MENTION_SIGNS, PAIR_SIGNS

WEIGHTS = Path(__file__).parents[2] / "models" / "coreference.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """Two layers over the signs of both mentions and of the pair, and what each sign of the pair says straight away.

    Attributes:
        one: float32 (MENTION_SIGNS, hidden), for the mention that looks for whom it means.
        other: float32 (MENTION_SIGNS, hidden), for the one before it.
        pair: float32 (PAIR_SIGNS, hidden).
        bias: float32 (hidden,).
        out: float32 (hidden,).
        straight: float32 (PAIR_SIGNS,).
        base: What every pair has.
    """

    one: Floats
    other: Floats
    pair: Floats
    bias: Floats
    out: Floats
    straight: Floats
    base: float

    def score(self, mentions: Floats, signs: Floats, pairs: Pairs) -> Floats:
        """Log-odds of each pair against a mention of something new, float32 (pairs,).

        Args:
            mentions: Signs of mentions, float32 (mentions, MENTION_SIGNS).
            signs: Signs of pairs, float32 (pairs, PAIR_SIGNS).
            pairs: The pairs.
        """
        hidden = signs @ self.pair
        hidden += (mentions @ self.one + self.bias)[pairs.one]
        hidden += (mentions @ self.other)[pairs.other]
        result: Floats = np.maximum(hidden, 0) @ self.out + signs @ self.straight + self.base
        return result


@cache
def load_weights(path: Path = WEIGHTS) -> Weights:
    """Loads weights that `python -m training.coreference` has written.

    Raises:
        ValueError: They were fitted to other signs.
    """
    told = json.loads(path.read_text("utf-8"))
    if told["mention_signs"] != list(MENTION_SIGNS) or told["pair_signs"] != list(PAIR_SIGNS):
        raise ValueError(f"{path}: was fitted to other signs; run python -m training.coreference")
    arrays = {name: np.array(told[name], np.float32) for name in ("one", "other", "pair", "bias", "out", "straight")}
    return Weights(**arrays, base=float(told["base"]))
