"""The two tasks that are given more than text: who does what to whom between two spans, and how far marked events happened.

Of a gold record the document, the spans and the ids of its events are looked at, and nothing else; the corpus that the document names says
on whose scale it is to be answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.gold import iter_json, write_lines
from evaluation.predict import document_of
from onrecord.read.events.dyads import features, load_dyad_scorer
from onrecord.read.events.scores import Weighing
from onrecord.read.labels import ROOTS
from onrecord.read.reader import Reader
from onrecord.record.codec import dumps
from onrecord.record.event import Argument, Event, Plover
from onrecord.record.record import Record
from onrecord.record.span import Span
from onrecord.record.vocabulary import Certainty, Polarity

GIVEN = ("dyads", "factuality")
BATCH = 64
BORDERS: tuple[tuple[float, Certainty], ...] = ((2.5, "certain"), (1.5, "probable"), (0.5, "possible"))
"""Half way between FactBank's labels, as the gold files have it."""


def predict_given(task: str, gold: Path, out: Path, reader: Reader) -> int:
    """Writes the events of a file with what the reader says of them; returns the number of documents."""
    return write_lines(out, map(dumps, records_given(task, iter_json(gold), gold.name, reader)))


def records_given(task: str, found: Iterable[Mapping[str, Any]], name: str, reader: Reader) -> Iterator[Record]:
    """The events of gold records with what the reader says of them; the name of their file is for errors."""
    batch: list[tuple[int, Mapping[str, Any]]] = []
    for number, record in enumerate(found, 1):
        batch.append((number, record))
        if len(batch) == BATCH:
            yield from _read(task, batch, name, reader)
            batch = []
    yield from _read(task, batch, name, reader)


def _read(task: str, batch: list[tuple[int, Mapping[str, Any]]], name: str, reader: Reader) -> Iterator[Record]:
    documents = [document_of(record, f"{name} record {number}") for number, record in batch]
    units = [reader.encode(document.text) for document in documents]
    outputs = reader.bundle.session.run(units) if units else []
    words = reader.read_many(documents) if task == "dyads" else [None] * len(documents)
    for (_, record), document, own, output, read in zip(batch, documents, units, outputs, words, strict=True):
        weighing = Weighing(document.text, own, output["events"])
        events = _dyads(record, weighing, reader, read.events) if read else _factuality(record, weighing, reader)
        yield Record(document, events=tuple(events))


def _factuality(record: Mapping[str, Any], weighing: Weighing, reader: Reader) -> Iterator[Event]:
    triggers = [(event["id"], _span(weighing.text, event["trigger"])) for event in record.get("events", [])]
    scale = record["document"].get("corpus")
    found = weighing.factuality([span for _, span in triggers], reader.singles["factuality"], scale)
    for (event, span), score in zip(triggers, found.tolist(), strict=True):
        certainty: Certainty = next((label for border, label in BORDERS if abs(score) >= border), "unspecified")
        polarity: Polarity | None = None if certainty == "unspecified" else "positive" if score > 0 else "negative"
        yield Event(event, span, certainty=certainty, polarity=polarity, extra={"factuality": round(score, 3)})


def _dyads(record: Mapping[str, Any], weighing: Weighing, reader: Reader, told: Sequence[Event]) -> Iterator[Event]:
    for event in record.get("events", []):
        sides = {a["role"]: [_span(weighing.text, s) for s in a["spans"]] for a in event["arguments"]}
        actor, recipient = sides.get("actor") or [], sides.get("recipient") or []
        if not actor and not recipient:
            continue
        # An open side is asked of the other one: both vectors are then of the same words.
        one, other = ((side or actor or recipient)[0] for side in (actor, recipient))
        seen = weighing.roots(one, other, reader.pairs["root_of_pair"], reader.singles["root_of_text"])
        found = seen * load_dyad_scorer().chances(features(weighing.text, one, other, told))
        arguments = (Argument("actor", spans=tuple(actor)), Argument("recipient", spans=tuple(recipient)))
        root = ROOTS[int(found.argmax())]
        yield Event(event["id"], None, type=root, plover=Plover(root), arguments=arguments, confidence=round(float(found.max() / found.sum()), 4))  # fmt: skip


def _span(text: str, given: Mapping[str, Any]) -> Span:
    return Span.of(text, int(given["start"]), int(given["end"]))
