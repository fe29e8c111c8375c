"""Trains the network on several corpora at once. In: gold files and the encoder's folder. Out: a checkpoint with averaged weights.

    python -m training.train --gold FOLDER --encoder FOLDER --out reader.pt [--recipe base|last] [--start base.pt] [--epochs N]

A run that was stopped goes on from its last checkpoint.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch

from onrecord.runtime.wordpiece import WordPieces
from training import corpora, silver, written
from training.corpora import Sample
from training.losses import loss
from training.measure import measure, tagged
from training.network import Network
from training.windows import Prepared, Window, batch, prepare, windows

BATCH, WARM_UP, CHECKPOINT_EVERY = 16, 0.06, 200
RATE_ENCODER, RATE_HEADS, DECAY, AVERAGE_EVERY = 2e-4, 2e-3, 0.01, 10
AVERAGE_OVER = 0.12
"""Share of a run's steps that the average of the weights looks back on, at most 500 steps."""

DAMAGED = 0.14
"""Share of texts that are read as careless copying leaves them."""


@dataclass(frozen=True)
class Corpus:
    """A gold file, how it is read, and how often it is gone through in one epoch."""

    file: str
    read: Callable[[dict[str, Any]], Sample]
    passes: float
    batch: int = BATCH


SENTENCES = 48
"""Sentences in a batch."""
PASSES_OF_WAR = 14
"""How often the 54 short documents on the wars in Syria and Iraq are gone through in an epoch of the last stage."""

PASSES_OF_FEW = 10
"""The same for the few sentences that are typed."""

RECIPES: dict[str, tuple[Corpus, ...]] = {
    "base": (
        Corpus("polnear-train", corpora.statements, 1.0),
        Corpus("worldwide-train", corpora.names, 0.3),
        Corpus("gum-train", corpora.chains, 1.2),
    ),
    "wide": (
        Corpus("polnear-train", corpora.statements, 0.35),
        Corpus("worldwide-train", corpora.names, 1.0),
        Corpus("gum-train", corpora.chains, 2.0),
        Corpus("muc4-train", corpora.incidents, 0.5),
    ),
    "last": (
        Corpus("polnear-train", corpora.statements, 0.55),
        Corpus("worldwide-train", corpora.names, 0.8),
        Corpus("gum-train", corpora.chains, 5.0),
        Corpus("muc4-train", corpora.incidents, 0.9),
        Corpus("re3d-open", corpora.war, PASSES_OF_WAR),
        Corpus("uds-ih2-train", corpora.factuality, 0.6, SENTENCES),
        Corpus("uw-train", corpora.factuality, 1.0, SENTENCES),
        Corpus("meantime-train", corpora.factuality, 1.0, SENTENCES),
        Corpus("commitmentbank-train", corpora.factuality, 1.0, SENTENCES),
        Corpus("event-location-train", corpora.where, 1.0, SENTENCES),
        Corpus("plv-train", corpora.dyads, PASSES_OF_FEW, 32),
        Corpus("case2021-open", corpora.snippet, PASSES_OF_FEW, 32),
    ),
    "heads": (
        Corpus("polnear-train", corpora.statements, 0.5),
        Corpus("worldwide-train", corpora.names, 0.5),
        Corpus("gum-train", corpora.chains, 6.0),
        Corpus("muc4-train", corpora.incidents, 0.8),
        Corpus("re3d-open", corpora.war, 10.0),
        Corpus("uds-ih2-train", corpora.factuality, 0.5, SENTENCES),
        Corpus("uw-train", corpora.factuality, 1.0, SENTENCES),
        Corpus("event-location-train", corpora.where, 0.8, SENTENCES),
        Corpus("plv-train", corpora.dyads, 6.0, 32),
        Corpus("case2021-open", corpora.snippet, 6.0, 32),
    ),
    "events": (
        Corpus("uds-ih2-train", corpora.factuality, 1.0, SENTENCES),
        Corpus("uw-train", corpora.factuality, 2.0, SENTENCES),
        Corpus("meantime-train", corpora.factuality, 2.0, SENTENCES),
        Corpus("commitmentbank-train", corpora.factuality, 2.0, SENTENCES),
        Corpus("event-location-train", corpora.where, 2.0, SENTENCES),
        Corpus("plv-train", corpora.dyads, 8.0, 32),
        Corpus("case2021-open", corpora.snippet, 8.0, 32),
    ),
    "open": (
        Corpus("gum-train", lambda r: silver.sample(r, corpora.chains(r).layers | {"names": corpora.named(r)}), 1.0),
        Corpus("gum-train", corpora.chains, 1.0),
        Corpus("re3d-open", lambda r: silver.sample(r, corpora.war(r).layers), 1.0),
        Corpus("wikiwars", lambda r: silver.sample(r, {}), 1.0),
    ),
}
"""Three stages, of which the last brings what is small, so that it can be cross-validated from what the first two have learnt; the heads alone, on an encoder
that stays as it is; and the recipe that uses openly licensed texts alone, with statements labelled by rules."""


WRITTEN: dict[str, Callable[[], list[Sample]]] = {"case2021-open": written.sub_events, "plv-train": written.dyads}
"""Sentences of our own that are learnt beside those of a corpus."""


def load(
    recipe: str, gold: Path, encoder: Path, random: Random, only_open: bool, network: Network
) -> list[tuple[Corpus, list[Prepared]]]:
    """Prepared samples of each corpus, with damaged doubles of some; the network finds places for events to choose from."""
    tokenizer = WordPieces.from_file(encoder / "tokenizer.json")
    found = []
    for corpus in RECIPES[recipe]:
        allowed = corpora.is_open if only_open else corpora.may_train
        samples = [corpus.read(r) for r in corpora.records(gold / f"{corpus.file}.jsonl.gz") if allowed(r)]
        samples += WRITTEN.get(corpus.file, list)()
        if corpus.read is corpora.incidents:
            newswire = corpora.records(gold / "worldwide-train.jsonl.gz")
            forms = corpora.usual_forms(r["document"]["text"] for r in newswire)
            samples += [corpora.cased(s, forms) for s in samples]
        elif corpus.read is corpora.where:
            samples = with_sites(samples, tokenizer, network)
        elif not samples[0].marks:
            samples += [corpora.damaged(s, random) for s in samples if random.random() < DAMAGED]
        found.append((corpus, [prepare(s, tokenizer) for s in samples]))
        print(f"{corpus.file}: {len(samples)} texts, {sum(len(p.units.ids) for p in found[-1][1])} pieces", flush=True)
    return found


def with_sites(samples: list[Sample], tokenizer: WordPieces, network: Network) -> list[Sample]:
    """Sentences with the places that the network's layer of names finds in them."""
    prepared = [prepare(sample, tokenizer) for sample in samples]
    found: list[list[tuple[int, int]]] = [[] for _ in samples]
    for start in range(0, len(samples), SENTENCES):
        part = range(start, min(start + SENTENCES, len(samples)))
        for k, spans in zip(part, tagged(network, [prepared[k] for k in part], "names"), strict=True):
            found[k] = [(a, b) for kind, a, b in spans if kind in ("location", "facility")]
    return [corpora.with_sites(s, sites) for s, sites in zip(samples, found, strict=True)]


def epoch(loaded: list[tuple[Corpus, list[Prepared]]], random: Random) -> list[list[Window]]:
    """The batches of one epoch, each from one corpus, windows of like length together."""
    batches = []
    for corpus, prepared in loaded:
        pool: list[Window] = []
        passes = int(corpus.passes) + (random.random() < corpus.passes % 1 and corpus.passes > 1)
        for _ in range(max(1, passes)):
            pool += [w for p in prepared for w in windows(p, random if corpus.batch == BATCH else None)]
        random.shuffle(pool)
        pool = pool[: round(len(pool) * min(1.0, corpus.passes))]
        pool.sort(key=lambda w: w.pieces // 16)
        batches += [pool[k : k + corpus.batch] for k in range(0, len(pool), corpus.batch)]
    random.shuffle(batches)
    return batches


class Run:
    """Network, optimiser and averaged weights of one training run."""

    def __init__(self, network: Network, steps: int, scale: float = 1.0, over: float = AVERAGE_OVER) -> None:
        self.network, self.steps, self.step, self.over = network, steps, 0, over
        encoder = list(network.encoder.parameters())
        known = {id(p) for p in encoder}
        heads = [p for p in network.parameters() if id(p) not in known]
        groups = [{"params": encoder, "lr": RATE_ENCODER * scale}, {"params": heads, "lr": RATE_HEADS * scale}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)
        self.rate = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self._rate)
        self.average = {name: value.clone() for name, value in network.state_dict().items()}

    def _rate(self, step: int) -> float:
        return min((step + 1) / (WARM_UP * self.steps), max(0.0, (self.steps - step) / ((1 - WARM_UP) * self.steps)))

    def learn(self, group: list[Window]) -> float:
        """One step."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            value = loss(self.network, batch(group))
        value.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.rate.step()
        self.step += 1
        if self.step % AVERAGE_EVERY == 0:
            keep = 1 - AVERAGE_EVERY / max(2 * AVERAGE_EVERY, min(500, self.over * self.steps, self.step))
            for name, now in self.network.state_dict().items():
                self.average[name].lerp_(now, 1 - keep)
        return float(value.detach())

    def save(self, path: Path) -> None:
        """Writes everything that is needed to go on; a killed run leaves the former checkpoint whole."""
        state = {"network": self.network.state_dict(), "optimiser": self.optimiser.state_dict(), "rate": self.rate.state_dict(),
                 "average": self.average, "step": self.step, "steps": self.steps}  # fmt: skip
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self, path: Path) -> None:
        """Goes on from a checkpoint."""
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.rate.load_state_dict(state["rate"])
        self.average, self.step, self.steps = state["average"], state["step"], state["steps"]


def averaged(checkpoint: Path) -> Network:
    """The network with averaged weights, for measuring and export."""
    network = Network()
    known = torch.load(checkpoint, weights_only=True)["average"]
    own = network.state_dict()
    network.load_state_dict(own | {name: value for name, value in known.items() if own[name].shape == value.shape})
    return network.eval()


def train(run: Run, plan: Iterator[list[list[Window]]], out: Path, after_epoch: Callable[[], object]) -> None:
    """Goes through the epochs of a plan, skipping the batches that a resumed run has done."""
    done, began = 0, time.monotonic()
    for number, batches in enumerate(plan):
        total, count = 0.0, 0
        run.network.train()
        for group in batches:
            done += 1
            if done <= run.step:
                continue
            total, count = total + run.learn(group), count + 1
            if run.step % CHECKPOINT_EVERY == 0:
                run.save(out)
            if run.step % 50 == 0:
                print(
                    f"step {run.step}/{run.steps} loss {total / count:.3f} {time.monotonic() - began:.0f} s", flush=True
                )
        if count:
            run.save(out)
            print(
                f"epoch {number}: loss {total / count:.4f} {after_epoch()} {time.monotonic() - began:.0f} s", flush=True
            )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--recipe", choices=[*RECIPES], default="base")
    parser.add_argument("--only-open", action="store_true", help="use openly licensed texts alone")
    parser.add_argument("--start", type=Path, help="checkpoint whose averaged weights to start from")
    parser.add_argument("--frozen", action="store_true", help="leave the encoder as it is and train the heads alone")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--scale", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--average", type=float, default=AVERAGE_OVER, help="share of the steps that is averaged over")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random = Random(options.seed)
    network = averaged(options.start) if options.start else Network()
    if not options.start:
        network.encoder.load(options.encoder)
    network.encoder.requires_grad_(not options.frozen)
    loaded = load(options.recipe, options.gold, options.encoder, random, options.only_open, network)
    plan = [epoch(loaded, random) for _ in range(options.epochs)]
    run = Run(network, sum(map(len, plan)), options.scale, options.average)
    if options.out.exists():
        run.resume(options.out)
    tokenizer = WordPieces.from_file(options.encoder / "tokenizer.json")

    def report() -> str:
        return json.dumps(measure(averaged(options.out), options.gold, tokenizer))

    train(run, iter(plan), options.out, report)


if __name__ == "__main__":
    main()
