"""Exact typed F1 of mentions on re3d's open documents by cross-validation. In: a checkpoint that has not seen re3d. Out: figures.

    python -m training.cross_validate --gold FOLDER --encoder FOLDER --start base.pt [--folds 5] [--out predictions.jsonl.gz]

Each fold starts from the checkpoint's averaged weights, learns from the other folds as the last stage of training does,
and reads its own. The longest of nested mentions is learnt; all count when it is measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from random import Random

import numpy as np
import torch

from onrecord.read.decode import Chain, best_spans
from onrecord.read.labels import LAYERS
from onrecord.record.ids import make_id
from onrecord.runtime.wordpiece import WordPieces
from training import corpora
from training.network import Network
from training.train import PASSES_OF_WAR, Corpus, Run, averaged, epoch
from training.windows import Prepared, batch, prepare, windows

EPOCHS, SCALE = 1, 0.5


def learn(start: Path, prepared: list[Prepared], random: Random) -> Network:
    """The network after it has gone through the given documents."""
    network = averaged(start)
    corpus = Corpus("re3d-open", corpora.war, PASSES_OF_WAR)
    batches = [group for _ in range(EPOCHS) for group in epoch([(corpus, prepared)], random)]
    run = Run(network, len(batches), SCALE)
    network.train()
    for group in batches:
        run.learn(group)
    network.load_state_dict(run.average)
    return network.eval()


@torch.no_grad()
def read(network: Network, prepared: Prepared) -> list[dict[str, object]]:
    """Mentions of a document, in the format of the record."""
    parts = windows(prepared, None)
    group = batch(parts)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = network.hidden(group.ids, group.feature, group.mask)
        scores = network.layers["war"](x)[torch.arange(len(x))[:, None], group.first].float()[group.words].numpy()
    units = prepared.units
    here = np.concatenate([np.arange(w.begin, w.end) for w in parts])
    crf = network.crf["war"]
    chain = Chain(LAYERS["war"], crf.step.numpy(), crf.start.numpy())
    found = []
    for span in best_spans([scores], [units.breaks[here]], chain)[0]:
        start, end = int(units.starts[here[span.start]]), int(units.ends[here[span.end - 1]])
        words = {"start": start, "end": end, "text": prepared.sample.text[start:end]}
        found.append({"id": make_id("m", start, end), "span": words, "kind": span.kind, "form": None, "chain": None})
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "encoder", "start", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    random = Random(0)
    torch.manual_seed(0)
    tokenizer = WordPieces.from_file(options.encoder / "tokenizer.json")
    records = corpora.records(options.gold / "re3d-open.jsonl.gz")
    order = list(range(len(records)))
    random.shuffle(order)
    prepared = [prepare(corpora.war(record), tokenizer) for record in records]
    with gzip.open(options.out, "wt", encoding="utf-8") as lines:
        for fold in range(options.folds):
            held = set(order[fold :: options.folds])
            network = learn(options.start, [p for k, p in enumerate(prepared) if k not in held], random)
            for k in sorted(held):
                document = {"id": records[k]["document"]["id"], "text": prepared[k].sample.text}
                line = {"schema": "onrecord/1", "document": document, "mentions": read(network, prepared[k])}
                lines.write(json.dumps(line, ensure_ascii=False) + "\n")
            print(f"fold {fold}: {len(held)} documents read", flush=True)


if __name__ == "__main__":
    main()
