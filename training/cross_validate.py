"""Cross-validation over the documents of a small corpus. In: a checkpoint that has not seen it. Out: predictions for all of it.

    python -m training.cross_validate --gold FOLDER --encoder FOLDER --start wide.pt --corpus re3d-open --out predictions.jsonl.gz

Each fold starts from the checkpoint's averaged weights, learns from the other folds as the last stage of training does,
and reads its own. The longest of nested mentions is learnt; all count when it is measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch

from evaluation.snippets import marked
from onrecord.read.labels import ROOTS, SUB_EVENTS
from onrecord.read.reader import load_reader
from onrecord.record.codec import to_json
from onrecord.record.document import Document
from onrecord.record.ids import make_id
from onrecord.record.reading import Reading
from onrecord.resolve import resolve
from onrecord.runtime.wordpiece import WordPieces
from training import corpora
from training.corpora import Sample
from training.losses import EventScores, event_scores
from training.measure import tagged
from training.network import Network
from training.train import RECIPES, WRITTEN, Corpus, Run, averaged, epoch, with_sites
from training.windows import Prepared, prepare, windows

SCALE = 0.5
Parts = dict[str, Any]


def learn(start: Path, corpus: Corpus, prepared: list[Prepared], random: Random) -> Network:
    """The network after it has gone through the given documents."""
    network = averaged(start)
    batches = epoch([(corpus, prepared)], random)
    run = Run(network, len(batches), SCALE)
    network.train()
    for group in batches:
        run.learn(group)
    network.load_state_dict(run.average)
    return network.eval()


def mentions(network: Network, prepared: Prepared, _: Parts) -> Parts:
    """Mentions of a document, in the format of the record."""
    text = prepared.sample.text
    found = [
        {"id": make_id("m", a, b), "span": {"start": a, "end": b, "text": text[a:b]}, "kind": kind, "form": None, "chain": None}
        for kind, a, b in tagged(network, [prepared], "war")[0]
    ]  # fmt: skip
    return {"mentions": found}


def main_type(network: Network, prepared: Prepared, record: Parts) -> Parts:
    """The sub-event type of a snippet: what the network makes of the whole, and what the shipped reader's words say, as `predict` weighs them."""
    score = event_scores(network, windows(prepared, None)[0]).sub_event
    document = Document(id=record["document"]["id"], text=prepared.sample.text)
    chances = dict(zip(SUB_EVENTS, score.softmax(0).tolist(), strict=True))
    found = marked(resolve(load_reader().read(document)), chances)
    return {"events": to_json(found)["events"], "chances": chances}


def roots(network: Network, prepared: Prepared, record: Parts) -> Parts:
    """PLOVER's event between the two spans that are given."""
    found = event_scores(network, windows(prepared, None)[0])
    events = []
    for event in record["events"]:
        sides = {a["role"]: a["spans"] for a in event["arguments"]}
        spans = [(s["start"], s["end"]) for role in ("actor", "recipient") for s in (sides.get(role) or [])[:1]]
        if spans:
            score = found.root(spans[0], spans[-1])
            root = ROOTS[int(score.argmax())] if score is not None else None
            events.append({**event, "type": root, "plover": {"event": root, "mode": None}})
    return {"events": events}


def sites(network: Network, prepared: Prepared, record: Parts) -> Parts:
    """The place of each verb that is given, among the places that the layer of names finds.

    `sites` has besides what the network says of the events and places that the shipped reader finds, as a reading has it.
    """
    marks, parts = prepared.sample.marks, windows(prepared, None)
    if marks is None or not parts:
        return {"events": [{"id": event["id"], "trigger": event["trigger"]} for event in record["events"]], "sites": []}
    found = event_scores(network, parts[0])
    text, known = prepared.sample.text, marks.sites
    mention = [
        {"id": f"m{k}", "span": {"start": a, "end": b, "text": text[a:b]}, "kind": "location"}
        for k, (a, b) in enumerate(known)
    ]
    place = [{"id": f"p{k}", "mention": f"m{k}", "name": text[a:b]} for k, (a, b) in enumerate(known)]
    events = []
    for event in record["events"]:
        chances = found.places_of((event["trigger"]["start"], event["trigger"]["end"]), known)
        best = max(range(len(chances)), key=chances.__getitem__, default=0)
        events.append({"id": event["id"], "trigger": event["trigger"], "place": f"p{best - 1}" if best else None})
    reading = load_reader().read(Document(id=record["document"]["id"], text=text))
    return {"mentions": mention, "places": place, "events": events, "sites": [*product_sites(found, reading)]}


def product_sites(found: EventScores, reading: Reading) -> Iterator[Parts]:
    """What the network says of where the events of a reading happened, in place of what the shipped one says."""
    asked: dict[str, list[str]] = {}
    for site in reading.sites:
        if site.mention is not None:
            asked.setdefault(site.event, []).append(site.mention)
    trigger = {event.id: event.trigger for event in reading.events}
    span = {mention.id: mention.span for mention in reading.mentions}
    for event, mentions in asked.items():
        own = trigger[event]
        assert own is not None
        chances = found.places_of((own.start, own.end), [(span[m].start, span[m].end) for m in mentions])
        for mention, chance in zip((None, *mentions), chances, strict=False):
            yield {"event": event, "mention": mention, "score": round(chance, 4)}


@dataclass(frozen=True)
class Task:
    """What is read from a document of a corpus, and how it is prepared for reading where that differs from learning."""

    read: Callable[[Network, Prepared, Parts], Parts]
    blind: bool = False


TASKS = {
    "re3d-open": Task(mentions),
    "case2021-open": Task(main_type),
    "plv-train": Task(roots),
    "event-location-train": Task(sites, blind=True),
}


def blinded(sample: Sample) -> Sample:
    """A sentence without the places of the gold: what is chosen from has to be found."""
    return Sample(sample.name, sample.text, {}, marks=corpora.Marks())


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "encoder", "start", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--corpus", choices=[*TASKS], default="re3d-open")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--passes", type=float, help="default: as in the last stage of training")
    options = parser.parse_args()
    random = Random(0)
    torch.manual_seed(0)
    tokenizer = WordPieces.from_file(options.encoder / "tokenizer.json")
    corpus = next(c for c in RECIPES["last"] if c.file == options.corpus)
    if options.passes:
        corpus = Corpus(corpus.file, corpus.read, options.passes, corpus.batch)
    task = TASKS[options.corpus]
    records = corpora.records(options.gold / f"{options.corpus}.jsonl.gz")
    samples = [corpus.read(record) for record in records]
    asked = [blinded(s) for s in samples] if task.blind else samples
    if task.blind:
        network = averaged(options.start)
        samples, asked = (with_sites(own, tokenizer, network) for own in (samples, asked))
    prepared = [prepare(sample, tokenizer) for sample in samples]
    wanted = [prepare(sample, tokenizer) for sample in asked]
    own = [prepare(sample, tokenizer) for sample in WRITTEN.get(corpus.file, list)()]
    order = list(range(len(records)))
    random.shuffle(order)
    with gzip.open(options.out, "wt", encoding="utf-8") as lines:
        for fold in range(options.folds):
            held = set(order[fold :: options.folds])
            network = learn(options.start, corpus, [p for k, p in enumerate(prepared) if k not in held] + own, random)
            for k in sorted(held):
                document = {"id": records[k]["document"]["id"], "text": asked[k].text}
                with torch.no_grad():
                    found = task.read(network, wanted[k], records[k])
                written = {"schema": "onrecord/1", "document": document, "fold": fold} | found
                lines.write(json.dumps(written, ensure_ascii=False) + "\n")
            print(f"fold {fold}: {len(held)} documents read", flush=True)


if __name__ == "__main__":
    main()
