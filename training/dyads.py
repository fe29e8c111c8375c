"""Fits `onrecord.read.events.dyads`. In: PLV's training part and sentences of our own. Out: `src/onrecord/models/dyads.npz`.

    python -m training.dyads --gold FOLDER [--folds 5]

Prints macro-F1 and accuracy by cross-validation over the sentences first. What is read in them comes from the shipped reader. A minute.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from onrecord.read.events.dyads import WEIGHTS, DyadScorer, features
from onrecord.read.labels import ROOTS
from onrecord.read.reader import load_reader
from onrecord.record.document import Document
from onrecord.record.span import Span
from training import corpora, written
from training.corpora import Sample

LEAST = 2
"""Times that a feature has to be met to be learnt."""
STEPS, RATE, DECAY = 60, 0.05, 0.01
SMALLEST = 1e-3
"""Weights of a feature that are all smaller are left out."""


@dataclass(frozen=True)
class Pair:
    """Two parties of a sentence: what is told of them, and PLOVER's event.

    Attributes:
        sentence: The sentence's name.
        told: Its features.
        root: Which of `labels.ROOTS`.
    """

    sentence: str
    told: dict[str, float]
    root: int


def pairs_of(samples: Sequence[Sample]) -> list[Pair]:
    """All pairs of parties of some sentences."""
    reader = load_reader()
    found = []
    for start in range(0, len(samples), 64):
        part = samples[start : start + 64]
        read = reader.read_many([Document(id=s.name, text=s.text) for s in part])
        for sample, reading in zip(part, read, strict=True):
            assert sample.marks is not None
            for one, other, root in sample.marks.dyads:
                actor, recipient = (Span.of(sample.text, *span) for span in (one, other))
                told = features(sample.text, actor, recipient, reading.events)
                found.append(Pair(sample.name, told, ROOTS.index(root)))
    return found


def fit(pairs: Sequence[Pair]) -> DyadScorer:
    """A softmax regression with weight decay (AdamW), from zero."""
    met = Counter(name for pair in pairs for name in pair.told)
    known = {name: at for at, name in enumerate(sorted(n for n, count in met.items() if count >= LEAST))}
    rarity = np.array([np.log(len(pairs) / met[name]) + 0.3 for name in known], np.float32)
    scorer = DyadScorer(known, rarity, np.zeros((len(known), len(ROOTS)), np.float32), np.zeros(len(ROOTS), np.float32))
    rows, target = scorer.rows([p.told for p in pairs]), np.eye(len(ROOTS), dtype=np.float32)[[p.root for p in pairs]]
    weights = [scorer.weight, scorer.bias]
    first, second = ([np.zeros_like(w) for w in weights] for _ in range(2))
    for step in range(1, STEPS + 1):
        score = rows @ scorer.weight + scorer.bias
        chance = np.exp(score - score.max(1, keepdims=True))
        off = (chance / chance.sum(1, keepdims=True) - target) / len(pairs)
        for at, slope in enumerate((rows.T @ off, off.sum(0))):
            first[at] += 0.1 * (slope - first[at])
            second[at] += 0.001 * (slope**2 - second[at])
            weights[at] *= 1 - RATE * DECAY
            weights[at] -= RATE * (first[at] / (1 - 0.9**step)) / (np.sqrt(second[at] / (1 - 0.999**step)) + 1e-8)
    return scorer


def cross_validate(pairs: Sequence[Pair], beside: Sequence[Pair], folds: int) -> tuple[float, float]:
    """Macro-F1 and accuracy over all pairs, each predicted by what was fitted to the other folds and to what stands beside."""
    order = sorted({p.sentence for p in pairs})
    Random(0).shuffle(order)
    fold = {name: k % folds for k, name in enumerate(order)}
    found = np.zeros(len(pairs), np.int64)
    for k in range(folds):
        scorer = fit([*(p for p in pairs if fold[p.sentence] != k), *beside])
        for at, pair in enumerate(pairs):
            if fold[pair.sentence] == k:
                found[at] = scorer.chances(pair.told).argmax()
    gold = np.array([p.root for p in pairs])
    right = [2 * int(((found == r) & (gold == r)).sum()) / max(1, int((found == r).sum() + (gold == r).sum())) for r in range(len(ROOTS))]  # fmt: skip
    return float(np.mean(right)), float((found == gold).mean())


def write(scorer: DyadScorer, path: Path) -> None:
    """Writes the weights in half precision, without features that decide nothing."""
    kept = [(name, at) for name, at in scorer.known.items() if np.abs(scorer.weight[at]).max() >= SMALLEST]
    rows = [at for _, at in kept]
    np.savez_compressed(path, known=np.array([name for name, _ in kept]), rarity=scorer.rarity[rows].astype(np.float16),
                        weight=scorer.weight[rows].astype(np.float16), bias=scorer.bias)  # fmt: skip


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    pairs = pairs_of([corpora.dyads(r) for r in corpora.records(options.gold / "plv-train.jsonl.gz")])
    own = pairs_of(written.dyads())
    for name, beside in (("PLV alone", []), ("with our own sentences", own)):
        macro, accuracy = cross_validate(pairs, beside, options.folds)
        print(f"{name}: macro-F1 {macro:.4f}, accuracy {accuracy:.4f}", flush=True)
    write(fit([*pairs, *own]), options.out)
    print(f"{options.out}: {options.out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
