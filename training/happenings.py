"""Fits the scorer of `evaluation.crossdoc` to gold clusters of events, or tries it by cross-validation over topics.

    python -m training.happenings [--gold FOLDER] [--cross-validate | --words]

With `--words` it counts instead in how many reports each word stands, which is what `onrecord.link.happenings.rarity` goes by. Which mentions go together is never known of the topics that are held out; which documents go together is known of none.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any, Final

import numpy as np

from evaluation.crossdoc import LEAST, NEAREST, WEIGHTS, Marked, Scorer, blocks_of, by_document, marked, same_word
from evaluation.gold import Shared, find_shared, iter_json
from evaluation.mentions import SIGNS, Floats, Mention, agglomerate, head_of, signs_of, with_priors
from onrecord.link.happenings.rarity import WORDS
from onrecord.link.happenings.words import stems_of
from onrecord.read.reader import load_reader

FILES: Final = ("ecb-train", "ecb-dev")
COUNTED: Final = ("fa-kes-open", "ecb-train", "polnear-train", "timebank", "lgl", "szeged-news-open")
SELDOM: Final = 0.004
"""The share of reports below which a word counts as rare and is not written down."""
SHRINK: Final = 0.002
FOLDS, NETS, WIDTH, ROUNDS, STEP, BATCH = 5, 4, 6, 3, 0.004, 1024
KEPT: Final = 0.3
"""The share of plainly different pairs that is fitted to; each stands for as many as were left out."""
AGAINST: Final = 6.0
"""What pairs of two events weigh together for a mention, against what those of its own weigh."""
SURE: Final = {True: 5.0, False: 3.0}
"""Pairs that the average counts for, beside those seen, in what is learnt of one word, and of two."""


@dataclass(slots=True)
class Part:
    """The topics of one fold, whose documents are told apart by their words only."""

    records: list[dict[str, Any]]
    documents: list[Marked]
    blocks: list[list[Mention]]
    signs: list[Floats]
    same: list[Any]
    counts: dict[tuple[str, str], Counter[bool]]


def part_of(records: list[dict[str, Any]], documents: list[Marked]) -> Part:
    """Blocks, signs and right answers of some topics."""
    likeness, blocks = blocks_of(documents)
    taken: Counter[int] = Counter()
    same, counts = [], defaultdict(Counter)
    for block in blocks:
        labels = []
        for mention in block:
            labels.append(records[mention.document]["events"][taken[mention.document]]["happening"])
            taken[mention.document] += 1
        number = {label: k for k, label in enumerate(dict.fromkeys(labels))}
        row = np.array([number[label] for label in labels])
        same.append(row[:, None] == row)
        for i, j in zip(*np.tril_indices(len(block), -1), strict=True):
            a, b = sorted((block[i].head, block[j].head))
            counts[a, b][bool(same[-1][i, j])] += 1
    return Part(records, documents, blocks, [signs_of(block, likeness) for block in blocks], same, dict(counts))


def priors(parts: Sequence[Part]) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """What is learnt of words and of two words: log-odds against the average."""
    total: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for part in parts:
        for pair, counted in part.counts.items():
            total[pair] += counted
    word: dict[str, float] = {}
    two: dict[tuple[str, str], float] = {}
    for alone in (True, False):
        own = {pair: c for pair, c in total.items() if (pair[0] == pair[1]) is alone}
        yes, no = (sum(c[side] for c in own.values()) for side in (True, False))
        usual = yes / max(1, yes + no)
        for pair, c in own.items():
            odds = log((c[True] + SURE[alone] * usual) / (c[False] + SURE[alone] * (1 - usual))) - log(
                usual / (1 - usual)
            )
            if alone:
                word[pair[0]] = round(odds, 2)
            elif c[True] > 1:
                two[pair] = round(odds, 2)
    return word, two


def rows_of(parts: Sequence[Part], chance: np.random.Generator) -> tuple[Floats, Floats, Floats]:
    """Signs, answers and weights of pairs; what is learnt of words comes from the other parts."""
    x, y, weight = [], [], []
    for part in parts:
        learnt = priors([other for other in parts if other is not part]) if len(parts) > 1 else ({}, {})
        for block, signs, same in zip(part.blocks, part.signs, part.same, strict=True):
            i, j = np.tril_indices(len(block), -1)
            table = with_priors(signs, block, *learnt)
            answer = same[i, j]
            mine, others = np.maximum(same.sum(1) - 1, 1), np.maximum(len(block) - same.sum(1), 1)
            worth = np.where(answer, 1 / mine[i] + 1 / mine[j], AGAINST * (1 / others[i] + 1 / others[j]))
            telling = (
                answer | (table[i, j, 0] > 0) | (table[i, j, -1] != 0) | (table[i, j, SIGNS.index("synonyms")] > 0)
            )
            kept = telling | (chance.random(len(answer)) < KEPT)
            x.append(table[i[kept], j[kept]])
            y.append(answer[kept])
            weight.append(np.where(telling, worth, worth / KEPT)[kept])
    worths = np.concatenate(weight)
    return np.concatenate(x), np.concatenate(y).astype(np.float32), np.minimum(worths / worths.mean(), 30).astype(np.float32)  # fmt: skip


def fit(parts: Sequence[Part]) -> Scorer:
    """Fits `NETS` small networks and lays them side by side: one whose odds are the average of theirs."""
    x, y, weight = rows_of(parts, np.random.default_rng(0))
    middle, spread = x.mean(0), x.std(0) + 1e-6
    nets = [_fit_one((x - middle) / spread, y, weight, seed) for seed in range(NETS)]
    hidden, bias, out, straight, base = zip(*nets, strict=True)
    return Scorer(
        middle,
        spread,
        np.concatenate(hidden, 1),
        np.concatenate(bias),
        np.concatenate(out) / NETS,
        np.mean(straight, 0),
        float(np.mean(base)),
        *priors(parts),
    )


def _fit_one(x: Floats, y: Floats, weight: Floats, seed: int) -> list[Any]:
    """Logistic loss, Adam."""
    chance = np.random.default_rng(seed)
    size = x.shape[1]
    p: list[Any] = [chance.normal(0, size**-0.5, (size, WIDTH)), np.zeros(WIDTH), chance.normal(0, WIDTH**-0.5, WIDTH), np.zeros(size), np.zeros(1)]  # fmt: skip
    p = [own.astype(np.float32) for own in p]
    mean, square = [np.zeros_like(own) for own in p], [np.zeros_like(own) for own in p]
    steps, step = ROUNDS * -(-len(x) // BATCH), 0
    for _ in range(ROUNDS):
        order = chance.permutation(len(x))
        for at in range(0, len(x), BATCH):
            rows = order[at : at + BATCH]
            slopes = _slopes(p, x[rows], y[rows], weight[rows])
            step += 1
            for k, slope in enumerate(slopes):
                mean[k] = 0.9 * mean[k] + 0.1 * slope
                square[k] = 0.999 * square[k] + 0.001 * slope**2
                move = (mean[k] / (1 - 0.9**step)) / (np.sqrt(square[k] / (1 - 0.999**step)) + 1e-8)
                p[k] = (p[k] - STEP * (1 - step / (steps + 1)) * move).astype(np.float32)
    return p


def _slopes(p: list[Any], x: Floats, y: Floats, weight: Floats) -> list[Any]:
    hidden, bias, out, straight, base = p
    before = x @ hidden + bias
    layer = np.maximum(before, 0)
    odds = layer @ out + x @ straight + base
    off = (1 / (1 + np.exp(-np.clip(odds, -30, 30))) - y) * weight / len(x)
    back = np.outer(off, out) * (before > 0)
    return [x.T @ back + SHRINK * hidden, back.sum(0), layer.T @ off + SHRINK * out, x.T @ off + SHRINK * straight, off.sum(keepdims=True)]  # fmt: skip


def write(scorer: Scorer) -> None:
    """Writes the weights, rounded."""
    told: dict[str, Any] = {"signs": list(SIGNS)}
    for name in ("middle", "spread", "hidden", "bias", "out", "straight"):
        told[name] = np.round(getattr(scorer, name), 4).tolist()
    told |= {"base": round(scorer.base, 4), "word": dict(sorted(scorer.word.items()))}
    told["two"] = [[a, b, odds] for (a, b), odds in sorted(scorer.two.items())]
    WEIGHTS.write_text(json.dumps(told) + "\n", "utf-8")


def cross_validate(parts: Sequence[Part], conll: Any) -> None:
    """Prints the CoNLL F1 of each fold: the scorer, the same word in documents that go together, and in a topic that is given."""
    for k, part in enumerate(parts):
        scorer = fit([other for other in parts if other is not part])
        topics = [r["topic"] for r in part.records]
        figures = {
            "same lemma": same_word(part.documents),
            "same lemma, topic given": same_word(part.documents, topics),
            "same stem": same_word(part.documents, word=head_of),
            "same stem, topic given": same_word(part.documents, topics, head_of),
        }
        likely = [scorer.score(s, b) for s, b in zip(part.signs, part.blocks, strict=True)]
        for least in (LEAST - 0.1, LEAST, LEAST + 0.1):
            groups = [agglomerate(table, least, NEAREST) for table in likely]
            named = [{i: n for n, group in enumerate(own) for i in group} for own in groups]
            figures[f"scorer {least:.1f}"] = by_document(part.documents, part.blocks, named)
        told = [f"{name} {conll(part.records, found):.4f}" for name, found in figures.items()]
        print(f"fold {k}: {len(part.records)} documents;", "; ".join(told), flush=True)


def count_words(shared: Shared) -> None:
    """Writes in how many reports each word stands."""
    texts = [r["document"]["text"] for name in COUNTED for r in iter_json(shared.file(name))]
    counts = Counter(word for text in texts for word in stems_of(text))
    kept = {word: n for word, n in sorted(counts.items()) if n >= SELDOM * len(texts) and len(word) > 1}
    WORDS.write_text(json.dumps({"reports": len(texts), "count": kept}, ensure_ascii=False) + "\n", "utf-8")


def main() -> int:
    """Fits and writes, or tries."""
    parser = argparse.ArgumentParser(prog="python -m training.happenings", description=__doc__)
    parser.add_argument("--gold", type=Path, metavar="FOLDER")
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--words", action="store_true")
    options = parser.parse_args()
    shared = find_shared(options.gold)
    if options.words:
        count_words(shared)
        return 0
    reader = load_reader()
    records = [r for name in FILES for r in iter_json(shared.file(name))]
    documents = marked(records, "gold", reader)
    topics = sorted({_topic(r) for r in records}, key=int)
    parts = []
    for fold in range(FOLDS):
        own = [k for k, r in enumerate(records) if topics.index(_topic(r)) % FOLDS == fold]
        parts.append(part_of([records[k] for k in own], [documents[k] for k in own]))
    if options.cross_validate:
        sys.path.insert(0, str(shared.scorers.parent))
        cross_validate(parts, _conll)
    else:
        write(fit(parts))
    return 0


def _topic(record: dict[str, Any]) -> str:
    return re.sub(r"\D+$", "", record["topic"])


def _conll(records: Sequence[dict[str, Any]], clusters: Sequence[Sequence[str]]) -> float:
    """By the scorers of the gold files."""
    from scorers.crossdoc import score  # noqa: PLC0415

    found = [
        {"document": r["document"], "events": [{**e, "happening": c} for e, c in zip(r["events"], own, strict=True)]}
        for r, own in zip(records, clusters, strict=True)
    ]
    return float(score(list(records), found)["headline"]["value"])


if __name__ == "__main__":
    sys.exit(main())
