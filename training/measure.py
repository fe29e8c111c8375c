"""Measures a network on the dev sets with the decoding that serves. In: a network. Out: exact F1 per role and layer, links right."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import torch

from onrecord.read.decode import Chain, best_spans
from onrecord.read.labels import LAYERS
from onrecord.runtime.wordpiece import WordPieces
from training import corpora
from training.corpora import Sample
from training.losses import loss
from training.network import Network
from training.windows import Prepared, Window, batch, prepare, windows

DEV = {
    "polnear-dev": corpora.statements,
    "worldwide-dev": corpora.names,
    "gum-dev": corpora.chains,
    "muc4-dev": corpora.incidents,
}


def measure(
    network: Network, gold: Path, tokenizer: WordPieces, files: tuple[str, ...] = tuple(DEV)
) -> dict[str, float]:
    """Exact F1 of spans, by layer and kind, on windows side by side (serving reads overlapping ones and is a little better)."""
    found: dict[str, float] = {}
    for file in files:
        samples = [DEV[file](r) for r in corpora.records(gold / f"{file}.jsonl.gz")]
        own = measure_samples(network, samples, tokenizer)
        found |= {f"{file}: {name}" if name in found else name: value for name, value in own.items()}
    return found


@torch.no_grad()
def measure_samples(network: Network, samples: list[Sample], tokenizer: WordPieces) -> dict[str, float]:
    """The same for given samples of one corpus."""
    network.eval()
    counts: Counter[tuple[str, str]] = Counter()
    losses = []
    for sample in samples:
        prepared = prepare(sample, tokenizer)
        group = batch(windows(prepared, None))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = network.hidden(group.ids, group.feature, group.mask)
            losses.append(float(loss(network, group)))
            for layer in sample.layers:
                rows = torch.arange(len(x))[:, None]
                scores = network.layers[layer](x)[rows, group.first].float()[group.words].numpy()
                _count(counts, network, layer, scores, prepared, group.windows)
    kinds = sorted({kind for _, kind in counts})
    result = {
        kind: round(2 * counts["right", kind] / max(1, counts["have", kind] + counts["want", kind]), 4)
        for kind in kinds
    }
    return result | {"loss": round(float(np.mean(losses)), 4)}


@torch.no_grad()
def tagged(network: Network, prepared: list[Prepared], layer: str) -> list[list[tuple[str, int, int]]]:
    """Spans (kind, start, end) of a layer in each of several texts, which go through together: their windows side by side."""
    parts = [windows(p, None) for p in prepared]
    flat = [w for own in parts for w in own]
    found: list[list[tuple[str, int, int]]] = [[] for _ in prepared]
    if not flat:
        return found
    group = batch(flat)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = network.hidden(group.ids, group.feature, group.mask)
        scores = network.layers[layer](x)[torch.arange(len(x))[:, None], group.first].float()
    crf = network.crf[layer]
    chain = Chain(LAYERS[layer], crf.step.detach().numpy(), crf.start.detach().numpy())
    rows = iter(range(len(flat)))
    for k, own in enumerate(parts):
        if own:
            units = prepared[k].units
            read = np.concatenate([np.arange(w.begin, w.end) for w in own])
            score = torch.cat([scores[next(rows), : w.end - w.begin] for w in own]).numpy()
            found[k] = [
                (s.kind, int(units.starts[read[s.start]]), int(units.ends[read[s.end - 1]]))
                for s in best_spans([score], [units.breaks[read]], chain)[0]
            ]
    return found


def _count(counts: Counter[tuple[str, str]], network: Network, layer: str, scores: np.ndarray, prepared: Prepared,
           parts: list[Window]) -> None:  # fmt: skip
    units = prepared.units
    read = np.concatenate([np.arange(w.begin, w.end) for w in parts])
    crf = network.crf[layer]
    chain = Chain(LAYERS[layer], crf.step.numpy(), crf.start.numpy())
    have = {(s.kind, int(units.starts[read[s.start]]), int(units.ends[read[s.end - 1]]))
            for s in best_spans([scores], [units.breaks[read]], chain)[0]}  # fmt: skip
    want = {(label, a, b) for a, b, label in prepared.sample.layers[layer]}
    for name, side in (("right", have & want), ("have", have), ("want", want)):
        for kind, _, _ in side:
            counts[name, kind] += 1
            counts[name, layer] += 1
