"""Fits the weights that compare two sentences. In: open texts and pairs. Out: `src/onrecord/models/pairs.json`.

    python -m training.pairs --gold FOLDER [--out FILE] [--seed N]

Learnt from: pairs made by rule from open sentences (`evaluation.made_pairs`) and pairs of our own (`written/pairs.txt`); how a text stands to a
headline from FNC-1. A third of the reports on Syria, of our own pairs and of the bodies is held out. SICK is not looked at: its licence forbids
commercial use.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from evaluation.gold import iter_json
from evaluation.made_pairs import Made, is_held, made_from, written_pairs
from onrecord.link.pairs.scorer import LABELS, PairComparer, as_array, signs_of
from onrecord.link.pairs.signs import AGAINST, LEAST, SIGNS
from onrecord.link.pairs.stance import STANCE_SIGNS, STANCES, StanceScorer
from onrecord.link.pairs.weights import FILE, PARTS, Weights
from onrecord.read.reader import load_reader

Floats = NDArray[np.float32]

UNRELATED = 4
"""One in so many of the headlines that belong to other bodies is learnt from: they are most of the corpus, and easy."""
NOTHING = Weights(*[np.zeros((0, 0), np.float32)] * 4)
"""Stands in where signs are asked for and no probabilities."""

RATE, SMOOTHED = 0.01, 0.05


@dataclass(frozen=True)
class Recipe:
    """How long and how freely weights are fitted; headlines have few examples of the rare stances.

    Attributes:
        hidden: Width of the hidden layer.
        decay: Weight decay.
        steps: Batches.
    """

    hidden: int
    decay: float
    steps: int


OF_SENTENCES, OF_STANCE = Recipe(16, 1e-2, 1200), Recipe(12, 0.3, 300)
EACH = {"worldwide-train": 90, "gum-train": 50, "uds-ih2-train": 70, "wikiwars": 60, "fa-kes-open": 80}
"""Pairs of each rule that are taken from a corpus."""
OWN = 6.0
"""How much a pair of our own counts: it has the phenomenon as people write it, where the rules exchange a word."""


@dataclass(frozen=True)
class Sample:
    """A pair with what it teaches.

    Attributes:
        a: The first sentence.
        b: The second.
        allowed: The labels that it may have; several where the corpus tells only what it is not.
        weight: How much it counts.
    """

    a: str
    b: str
    allowed: frozenset[str]
    weight: float


def samples(gold: Path, seed: int) -> Iterator[Sample]:
    """Everything that is learnt from, without what is held out."""
    for corpus, each in EACH.items():
        texts = [record["document"]["text"] for record in iter_json(gold / f"{corpus}.jsonl.gz")]
        if corpus == "fa-kes-open":
            texts = [text for text in texts if not is_held(text)]
        if corpus.startswith("uds"):
            texts = Random(seed).sample(texts, 4000)
        made = made_from(texts, Random(f"{corpus} {seed}"), each)
        yield from (_of_made(pair) for pair in made if pair.phenomenon != "antonym not in the vocabulary")
    for pair in written_pairs():
        if not is_held(pair.a + pair.b):
            yield Sample(pair.a, pair.b, frozenset((pair.label,)), OWN)


def _of_made(pair: Made) -> Sample:
    # The nearest sentence of the same text now and then says the same in other words.
    sure = pair.phenomenon != "same text, nearest sentence"
    return Sample(pair.a, pair.b, frozenset((pair.label,)) if sure else frozenset(("unrelated", "agrees")), 1.0)


def arrays(found: Sequence[Sample], comparer: PairComparer) -> tuple[Floats, Floats, Floats]:
    """Signs float32 (samples, signs), allowed labels float32 (samples, labels), weights float32 (samples,), the classes of equal weight."""
    signs = as_array([signs_of(comparer.alignment(s.a, s.b)) for s in found])
    # Rules now and then leave nothing to be seen: such a contradiction would only teach to guess.
    seen = signs[:, [list(SIGNS).index(name) for name in AGAINST]].max(1) > LEAST
    kept = [k for k, s in enumerate(found) if seen[k] or s.allowed != {"contradicts"}]
    signs, found = signs[kept], [found[k] for k in kept]
    allowed = np.array([[label in s.allowed for label in LABELS] for s in found], np.float32)
    weights = np.array([s.weight for s in found], np.float32)
    single = allowed.sum(1) == 1
    for k in range(len(LABELS)):
        own = single & (allowed[:, k] > 0)
        weights[own] *= len(found) / max(1.0, float(weights[own].sum())) / len(LABELS)
    return signs, allowed, weights


def fit(signs: Floats, allowed: Floats, weights: Floats, recipe: Recipe, seed: int) -> Weights:
    """Two layers over the signs, by the probability of all labels that are allowed."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    centre, spread = signs.mean(0), signs.std(0) + 0.05
    x, right, counts = (torch.from_numpy(part) for part in ((signs - centre) / spread, allowed, weights))
    network = nn.Sequential(
        nn.Linear(x.shape[1], recipe.hidden), nn.Tanh(), nn.Dropout(0.1), nn.Linear(recipe.hidden, right.shape[1])
    )
    optimiser = torch.optim.AdamW(network.parameters(), RATE, weight_decay=recipe.decay)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, recipe.steps)
    for _ in range(recipe.steps):
        rows = torch.randint(len(x), (512,))
        probabilities = torch.log_softmax(network(x[rows]), 1)
        loss = -torch.logsumexp(probabilities.masked_fill(right[rows] == 0, -1e9), 1) - SMOOTHED * probabilities.mean(1)
        loss = (loss * counts[rows]).sum() / counts[rows].sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    hidden, out = network[0], network[3]
    inner = hidden.weight.detach().numpy().T / spread[:, None]
    return Weights(inner.astype(np.float32), (hidden.bias.detach().numpy() - centre @ inner).astype(np.float32),
                   out.weight.detach().numpy().T.copy(), out.bias.detach().numpy())  # fmt: skip


def learnt_stance(gold: Path, scorer: StanceScorer, held: bool = False) -> tuple[Floats, NDArray[np.int64]]:
    """Signs float32 (pairs, signs) of headlines and bodies, and their labels int64 (pairs,): of the bodies held out, or of the others."""
    rows = [row for row in iter_json(gold / "pairs-fnc1-train.jsonl.gz") if is_held(row["b"]) == held]
    rows = [row for k, row in enumerate(rows) if row["label"] != "unrelated" or k % UNRELATED == 0]
    signs = np.array([scorer.signs(row["a"], row["b"])[0] for row in rows], np.float32)
    return signs, np.array([STANCES.index(row["label"]) for row in rows])


def of_labels(labels: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Allowed labels and weights of stances: rare ones count more, by the root of how rare they are."""
    counts = np.bincount(labels, minlength=len(STANCES))
    weights = (counts.max() / np.maximum(counts, 1)) ** 0.5
    return np.eye(len(STANCES), dtype=np.float32)[labels], weights[labels].astype(np.float32)


def written(weights: Weights, signs: Sequence[str], labels: Sequence[str]) -> dict[str, Any]:
    """The weights of one question as they are kept."""
    return {"signs": list(signs), "labels": list(labels)} | {
        part: np.round(getattr(weights, part).astype(float), 4).tolist() for part in PARTS
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    encoder = load_reader()
    found = list(samples(options.gold, options.seed))
    sentences = fit(*arrays(found, PairComparer(encoder, NOTHING)), OF_SENTENCES, options.seed)
    signs, labels = learnt_stance(options.gold, StanceScorer(PairComparer(encoder, sentences), NOTHING))
    stance = fit(signs, *of_labels(labels), OF_STANCE, options.seed)
    kept = {"sentences": written(sentences, tuple(SIGNS), LABELS), "stance": written(stance, STANCE_SIGNS, STANCES)}
    options.out.write_text(json.dumps(kept, separators=(",", ":")) + "\n", encoding="utf-8")
    print(len(found), "pairs of sentences;", len(labels), "headlines with bodies")


if __name__ == "__main__":
    main()
