"""Which of PLOVER's events stands between two parties, by the words around them. In: a text and two spans. Out: a probability for each.

A softmax regression over word stems and pairs of them, where each stands (between the two, soon after the one who acts), and the types that
`find_events` gives to the words. It stands beside the network, which was not made to tell these apart. Training shares the features.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.record.event import Event
from onrecord.record.span import Span

Floats = NDArray[np.float32]

WEIGHTS: Final = Path(__file__).parents[2] / "models" / "dyads.npz"
WORD: Final = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
ENDINGS: Final = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "s", "e")
SHORTEST_STEM: Final = 3
SOON: Final = 40
"""Characters after the one who acts within which a word is near."""
TYPED: Final = 2.0
"""What the type of an event counts beside a word."""
LENGTH: Final = 3.0
"""Length that the features of a pair are brought to."""


def stem(word: str) -> str:
    """A word without its ending: "withdrawing", "withdraws" and "withdraw" are one."""
    word = word.lower()
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def features(text: str, actor: Span, recipient: Span, events: Iterable[Event]) -> dict[str, float]:
    """What is told of two parties: stems, pairs of stems, where they stand, and the events that their words were read as.

    Args:
        text: The sentence.
        actor: The one who acts.
        recipient: The one who is acted upon.
        events: What `find_events` makes of the sentence.
    """
    low, high = min(actor.end, recipient.end), max(actor.start, recipient.start)
    words = [(m.start(), stem(m[0])) for m in WORD.finditer(text)]
    found = {f"order {actor.start < recipient.start}": 1.0}
    for (at, word), (_, following) in zip(words, [*words[1:], (0, "")], strict=True):
        if actor.start <= at < actor.end or recipient.start <= at < recipient.end:
            continue
        found[word] = found[f"{word} {following}"] = 1.0
        if low <= at < high:
            found[f"between: {word}"] = found[f"between: {word} {following}"] = 1.0
        if 0 <= at - actor.end < SOON:
            found[f"soon: {word}"] = 1.0
    for event in events:
        if event.plover:
            found[f"root {event.plover.event}"] = TYPED
        found[f"type {event.type}"] = TYPED
        found[f"type {event.type} {event.status}"] = 1.0
    return found


@dataclass(frozen=True, slots=True)
class DyadScorer:
    """The regression.

    Attributes:
        known: The features that it knows, with their rows.
        rarity: How much each counts, float32 (features,).
        weight: float32 (features, roots).
        bias: float32 (roots,).
    """

    known: Mapping[str, int]
    rarity: Floats
    weight: Floats
    bias: Floats

    def rows(self, told: Sequence[Mapping[str, float]]) -> Floats:
        """Features as the regression takes them, float32 (pairs, features)."""
        found = np.zeros((len(told), len(self.known)), np.float32)
        for row, own in zip(found, told, strict=True):
            for name, value in own.items():
                if (at := self.known.get(name)) is not None:
                    row[at] = value * self.rarity[at]
        result: Floats = found * (LENGTH / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-6))
        return result

    def chances(self, told: Mapping[str, float]) -> Floats:
        """Probability of each of `labels.ROOTS`, float32 (roots,)."""
        score = (self.rows([told]) @ self.weight + self.bias)[0]
        exp = np.exp(score - score.max())
        result: Floats = exp / exp.sum()
        return result


@cache
def load_dyad_scorer(path: Path = WEIGHTS) -> DyadScorer:
    """The regression that ships."""
    with np.load(path) as held:
        known = {str(name): at for at, name in enumerate(held["known"])}
        return DyadScorer(known, held["rarity"].astype(np.float32), held["weight"].astype(np.float32), held["bias"])
