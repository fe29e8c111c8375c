"""Fits the scorer of pairs of mentions. In: GUM's training part. Out: `src/onrecord/models/coreference.json`.

    python -m training.coreference --gold FOLDER [--held-out] [--out FILE]

Statements, and with them the voices that "I" and "we" belong to, are those that the reader finds; mentions are the corpus's, and those of the
reader with the chains of the corpus, so that the scorer also meets what it will be given. With --held-out a third of the texts is left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from evaluation.chains import mentions_as_gum
from evaluation.gold import iter_json
from evaluation.predict import document_of
from onrecord.read.reader import Reader, load_reader
from onrecord.record.mention import Mention
from onrecord.record.reading import Reading
from onrecord.record.span import Span
from onrecord.resolve.coreference.chain import NEVER
from onrecord.resolve.coreference.compare import compare
from onrecord.resolve.coreference.signs import MENTION_SIGNS, PAIR_SIGNS
from onrecord.resolve.coreference.weigh import WEIGHTS
from onrecord.resolve.layout import lay_out

HIDDEN, EPOCHS, RATE, DECAY = 32, 20, 8e-3, 0.01
LOST, MISTAKEN = 0.2, 0.1
"""Share of the corpus's mentions that are lost, and of which the kind is mistaken, in the doubles that stand for a reader's mentions."""
THIRD = 3
CORPUS_KINDS = ("person", "organisation", "location", "other")


@dataclass(frozen=True)
class Sample:
    """Mentions of a text in pairs.

    Attributes:
        mentions: Signs of mentions, float32 (mentions, MENTION_SIGNS).
        signs: Signs of pairs, float32 (pairs, PAIR_SIGNS).
        one: int64 (pairs,), the later mention.
        other: int64 (pairs,), the earlier one.
        right: bool (pairs,), whether both are of one chain.
        has: bool (mentions,), whether a right one is among its pairs.
        new: bool (mentions,), whether its chain begins with it.
    """

    mentions: Tensor
    signs: Tensor
    one: Tensor
    other: Tensor
    right: Tensor
    has: Tensor
    new: Tensor


def is_held(text: str) -> bool:
    """Whether a text is left out with --held-out, by its hash."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % THIRD == 0


def samples(gold: Path, reader: Reader, random: Random, held_out: bool) -> Iterator[Sample]:
    """For each text the corpus's mentions, a damaged double, and the reader's mentions."""
    for record in iter_json(gold / "gum-train.jsonl.gz"):
        document = document_of(record, "gum-train")
        if held_out and is_held(document.text):
            continue
        reading = reader.read(document)
        marked = corpus_mentions(record, document.text)
        for mentions in (marked, _damaged(marked, random)):
            links = reader.link(document, [m for m, _ in mentions])
            yield _sample(replace(reading, links=tuple(links)), mentions)
        chain_of = {(m.span.start, m.span.end): c for m, c in marked}
        found = [m for m in mentions_as_gum(reading) if m.kind not in NEVER]
        yield _sample(reading, [(m, chain_of.get((m.span.start, m.span.end), m.id)) for m in found])


def corpus_mentions(record: dict[str, Any], text: str) -> list[tuple[Mention, str]]:
    """The corpus's mentions with their chains, in the order of the text."""
    spans = sorted(record["mentions"], key=lambda m: (m["span"]["start"], -m["span"]["end"]))
    return [
        (Mention(m["id"], Span.of(text, m["span"]["start"], m["span"]["end"]), m["kind"], m["form"]), m["chain"])
        for m in spans
    ]


def _damaged(marked: Sequence[tuple[Mention, str]], random: Random) -> list[tuple[Mention, str]]:
    kept = []
    for mention, chain in marked:
        if random.random() < LOST:
            continue
        kind = random.choice(CORPUS_KINDS) if random.random() < MISTAKEN else mention.kind
        kept.append((Mention(mention.id, mention.span, kind, mention.form), chain))
    return kept


def _sample(reading: Reading, marked: Sequence[tuple[Mention, str]]) -> Sample:
    compared = compare(lay_out(reading.document.text), [m for m, _ in marked], reading.statements, reading.links)
    chains = {c: k for k, c in enumerate(dict.fromkeys(c for _, c in marked))}
    chain = np.array([chains[c] for _, c in marked])
    pairs = compared.pairs
    right = chain[pairs.one] == chain[pairs.other]
    has = np.zeros(len(chain), bool)
    np.logical_or.at(has, pairs.one, right)
    new = np.zeros(len(chain), bool)
    new[np.unique(chain, return_index=True)[1]] = True
    parts = (compared.mentions, compared.signs, pairs.one, pairs.other, right, has, new)
    return Sample(*(torch.from_numpy(part) for part in parts))


class Scorer(nn.Module):
    """`onrecord.resolve.coreference.weigh.Weights`, to be trained."""

    def __init__(self) -> None:
        super().__init__()
        self.one = nn.Linear(len(MENTION_SIGNS), HIDDEN)
        self.other = nn.Linear(len(MENTION_SIGNS), HIDDEN, bias=False)
        self.pair = nn.Linear(len(PAIR_SIGNS), HIDDEN, bias=False)
        self.out = nn.Linear(HIDDEN, 1, bias=False)
        self.straight = nn.Linear(len(PAIR_SIGNS), 1)
        self.dropout = nn.Dropout(0.1)

    def forward(self, s: Sample) -> Tensor:
        hidden = self.one(s.mentions)[s.one] + self.other(s.mentions)[s.other] + self.pair(s.signs)
        return (self.out(self.dropout(torch.relu(hidden))) + self.straight(s.signs))[:, 0]


def loss(scorer: Scorer, s: Sample) -> Tensor:
    """How unlikely the right ones before each mention are, or that there is none (whose score is 0)."""
    scores = scorer(s)
    count = len(s.mentions)
    most = torch.zeros(count).scatter_reduce(0, s.one, scores.detach(), "amax")
    likely = torch.exp(scores - most[s.one])
    none = torch.exp(-most)
    total = none.scatter_add(0, s.one, likely)
    good = torch.zeros(count).scatter_add(0, s.one[s.right], likely[s.right])
    told = torch.where(s.has, good, none)
    asked = s.has | s.new
    return (torch.log(total) - torch.log(told.clamp(min=1e-12)))[asked].mean()


def fit(learnt: list[Sample], seed: int) -> Scorer:
    """A scorer fitted to the samples."""
    torch.manual_seed(seed)
    random, scorer = Random(seed), Scorer()
    optimiser = torch.optim.AdamW(scorer.parameters(), lr=RATE, weight_decay=DECAY)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=EPOCHS * len(learnt))
    for epoch in range(EPOCHS):
        began, summed = time.perf_counter(), 0.0
        random.shuffle(learnt)
        for sample in learnt:
            optimiser.zero_grad()
            value = loss(scorer, sample)
            value.backward()
            optimiser.step()
            rate.step()
            summed += float(value.detach())
        print(f"epoch {epoch}: loss {summed / len(learnt):.4f}, {time.perf_counter() - began:.1f} s", flush=True)
    return scorer.eval()


def write(scorer: Scorer, path: Path) -> None:
    """Writes the weights with the names of the signs that they are for."""

    def numbers(weights: Tensor) -> Any:
        return np.round(weights.detach().numpy().astype(float), 3).tolist()

    told = {
        "mention_signs": MENTION_SIGNS,
        "pair_signs": PAIR_SIGNS,
        "one": numbers(scorer.one.weight.T),
        "other": numbers(scorer.other.weight.T),
        "pair": numbers(scorer.pair.weight.T),
        "bias": numbers(scorer.one.bias),
        "out": numbers(scorer.out.weight[0]),
        "straight": numbers(scorer.straight.weight[0]),
        "base": round(float(scorer.straight.bias.detach()[0]), 3),
    }
    path.write_text(json.dumps(told, separators=(",", ":")) + "\n", "utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.set_num_threads(1)
    learnt = list(samples(args.gold, load_reader(), Random(args.seed), args.held_out))
    write(fit(learnt, args.seed), args.out)


if __name__ == "__main__":
    main()
