"""How much a word tells: one that stands in every other report tells little. In: a stem. Out: a weight."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from math import log, sqrt
from pathlib import Path
from typing import Final

WORDS: Final = Path(__file__).parents[2] / "models" / "happenings" / "words.json"


@cache
def _weights() -> Mapping[str, float]:
    told = json.loads(WORDS.read_text("utf-8"))
    reports: int = told["reports"]
    return {word: log(reports / count) / log(reports) for word, count in told["count"].items()}


def weight(word: str) -> float:
    """0-1: 0 for a word that stands in every report, 1 for one that was in hardly any."""
    return _weights().get(word, 1.0)


def cosine(a: Iterable[str], b: Iterable[str]) -> float:
    """How much of what two sets of words tell is the same, 0-1."""
    one, other = set(a), set(b)
    shared = sum(weight(w) ** 2 for w in one & other)
    if not shared:
        return 0.0
    return shared / sqrt(sum(weight(w) ** 2 for w in one) * sum(weight(w) ** 2 for w in other))


def shared(a: Iterable[str], b: Iterable[str]) -> list[str]:
    """The words of both, the most telling first."""
    return sorted(set(a) & set(b), key=lambda w: (-weight(w), w))
