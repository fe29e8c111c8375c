"""Two layers over readable signs. In: the file of weights. Out: `Weights` that give probabilities."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError

Floats = NDArray[np.float32]

FILE = Path(__file__).parents[2] / "models" / "pairs.json"
PARTS = ("hidden", "hidden_bias", "out", "out_bias")


@dataclass(frozen=True, slots=True)
class Weights:
    """Two layers over signs; rows are inputs.

    Attributes:
        hidden: float32 (signs, hidden).
        hidden_bias: float32 (hidden,).
        out: float32 (hidden, labels).
        out_bias: float32 (labels,).
    """

    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats

    def probabilities(self, signs: Floats) -> Floats:
        """Probabilities of the labels, float32 (rows, labels), from signs, float32 (rows, signs)."""
        scores = np.tanh(signs @ self.hidden + self.hidden_bias) @ self.out + self.out_bias
        raised = np.exp(scores - scores.max(1, keepdims=True))
        result: Floats = raised / raised.sum(1, keepdims=True)
        return result


def read_weights(path: Path, name: str, signs: Sequence[str], labels: Sequence[str]) -> Weights:
    """The weights of one question from their file.

    Args:
        path: The file.
        name: Which question: `sentences` or `stance`.
        signs: Signs that the code has.
        labels: Labels that it gives.

    Raises:
        ModelError: the weights are missing, or belong to another version of the code.
    """
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))[name]
    except (OSError, ValueError, KeyError) as e:
        raise ModelError(
            f"{path}: cannot be read ({e!r}); the weights for pairs of texts are missing, install onrecord again"
        ) from e
    if found.get("signs") != list(signs) or found.get("labels") != list(labels):
        raise ModelError(
            f"{path}: {name} was made for other signs than this version of onrecord has; use the file it came with"
        )
    return Weights(*(np.array(found[part], np.float32) for part in PARTS))
