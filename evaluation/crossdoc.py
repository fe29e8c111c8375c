"""Events across documents: mentions of events in clusters. In: documents with marked words for events. Out: a cluster for each mention.

Of a gold record the document, the words for its events and their ids are looked at, and nothing else: which documents go together is
worked out from their words.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from evaluation.gold import iter_json, write_lines
from evaluation.mentions import (
    SIGNS,
    VECTORS,
    Floats,
    Mention,
    agglomerate,
    document_likeness,
    lemma_of,
    mentions_of,
    reduced,
    sentences_of,
    signs_of,
    with_priors,
)  # fmt: skip
from evaluation.predict import PRODUCT, document_of
from onrecord.link.happenings import cluster, compare, pairs_of, tellings_of
from onrecord.read.reader import Reader
from onrecord.record.codec import dumps
from onrecord.record.event import Event
from onrecord.record.record import Record
from onrecord.record.span import Span
from onrecord.resolve import resolve

WEIGHTS: Final = Path(__file__).with_name("crossdoc.json")
TOGETHER: Final = 0.21
"""How alike documents are that may tell of one event, for the scorer and for the baseline: the best for the baseline on the fitting sets."""
LEAST: Final = 0.6
"""The likeness on average from which clusters are joined."""
NEAREST: Final = 0.5
"""How much of it the likeliest pair of two clusters decides; the rest is the average of all their pairs."""
SCHEMES: Final = ("mentions", PRODUCT)
Marked = tuple[str, str, Sequence[tuple[int, int]], Sequence[Mapping[str, Floats]]]
"""A document: its id, its text, where its words for events stand, and a vector of each kind for each of them."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """A small network over the signs of a pair; see `training.happenings`.

    Attributes:
        middle: float32 (SIGNS,), what is taken off each sign.
        spread: float32 (SIGNS,), what it is then divided by.
        hidden: float32 (SIGNS, width).
        bias: float32 (width,).
        out: float32 (width,).
        straight: float32 (SIGNS,).
        base: What every pair has.
        word: For a word, the log-odds that two of its mentions are of one event.
        two: The same for two words.
    """

    middle: Floats
    spread: Floats
    hidden: Floats
    bias: Floats
    out: Floats
    straight: Floats
    base: float
    word: Mapping[str, float]
    two: Mapping[tuple[str, str], float]

    def score(self, signs: Floats, mentions: Sequence[Mention]) -> Floats:
        """The probability of each pair, float32 (mentions, mentions)."""
        x = (with_priors(signs, mentions, self.word, self.two) - self.middle) / self.spread
        odds = np.maximum(x @ self.hidden + self.bias, 0) @ self.out + x @ self.straight + self.base
        result: Floats = (1 / (1 + np.exp(-np.clip((odds + odds.T) / 2, -30, 30)))).astype(np.float32)
        return result


def load_scorer(path: Path = WEIGHTS) -> Scorer:
    """Loads what `python -m training.happenings` has written.

    Raises:
        ValueError: It was fitted to other signs.
    """
    told = json.loads(path.read_text("utf-8"))
    if told["signs"] != list(SIGNS):
        raise ValueError(f"{path}: was fitted to other signs; run python -m training.happenings")
    arrays = {name: np.array(told[name], np.float32) for name in ("middle", "spread", "hidden", "bias", "out", "straight")}  # fmt: skip
    two = {(a, b): odds for a, b, odds in told["two"]}
    return Scorer(**arrays, base=float(told["base"]), word=told["word"], two=two)


def marked(records: Iterable[Mapping[str, Any]], name: str, reader: Reader) -> list[Marked]:
    """The documents of gold records with the vectors of their words for events."""
    found: list[Marked] = []
    for number, record in enumerate(records, 1):
        document = document_of(record, f"{name} record {number}")
        units = reader.encode(document.text)
        outputs = reader.bundle.session.run([units])[0]
        table = np.concatenate([outputs[key] for key in sorted(outputs)], 1)
        triggers = [(int(e["trigger"]["start"]), int(e["trigger"]["end"])) for e in record.get("events", [])]
        breaks = [*sentences_of(document.text), len(document.text) + 1]
        vectors = []
        for start, end in triggers:
            at = bisect_right(breaks, start)
            spans = {"word": (start, end), "context": (breaks[at - 1], breaks[at])}
            inside = {key: (units.starts < stop) & (units.ends > begin) for key, (begin, stop) in spans.items()}
            vectors.append({key: _mean(table[rows]) for key, rows in inside.items()})
        found.append((document.id, document.text, triggers, vectors))
    return found


def _mean(rows: Floats) -> Floats:
    result: Floats = rows.mean(0) if len(rows) else np.zeros(rows.shape[1], np.float32)
    return result


def blocks_of(documents: Sequence[Marked], together: float = TOGETHER) -> tuple[Floats, list[list[Mention]]]:
    """How alike documents are, and their mentions by documents that may tell of one event."""
    likeness = document_likeness(text for _, text, _, _ in documents)
    groups = agglomerate(likeness, together)
    clear = _with_reduced(documents)
    found = ([m for k in sorted(group) for m in mentions_of(k, *clear[k][1:])] for group in groups)
    return likeness, [block for block in found if block]


def _with_reduced(documents: Sequence[Marked]) -> list[Marked]:
    """The documents, their vectors along the axes on which those of all documents differ most."""
    everything = [own for *_, vectors in documents for own in vectors]
    if not everything:
        return list(documents)
    tables = {key: reduced(np.array([own[key] for own in everything])) for key in VECTORS}
    rows = iter(range(len(everything)))
    found: list[Marked] = []
    for name, text, triggers, vectors in documents:
        own = [{key: table[row] for key, table in tables.items()} for _, row in zip(vectors, rows, strict=False)]
        found.append((name, text, triggers, own))
    return found


def clusters_of(documents: Sequence[Marked], scorer: Scorer, least: float = LEAST) -> list[list[str]]:
    """For each document the cluster of each of its mentions."""
    likeness, blocks = blocks_of(documents)
    named = []
    for block in blocks:
        groups = agglomerate(scorer.score(signs_of(block, likeness), block), least, NEAREST)
        named.append({k: number for number, group in enumerate(groups) for k in group})
    return by_document(documents, blocks, named)


def same_word(
    documents: Sequence[Marked], groups: Sequence[object] | None = None, word: Callable[[str], str] = lemma_of
) -> list[list[str]]:
    """The usual baseline: mentions of one word are of one event within documents that go together.

    Args:
        documents: The documents.
        groups: For each document with which it goes; by default this is worked out as for `clusters_of`.
        word: What mentions have to have in common: the lemma, or (`head_of`) the stem, which also brings verbs and their nouns together.
    """
    if groups is None:
        joined = agglomerate(document_likeness(text for _, text, _, _ in documents), TOGETHER)
        groups = [next(k for k, own in enumerate(joined) if number in own) for number in range(len(documents))]
    return [
        [f"{group} {word(text[start:end])}" for start, end in triggers]
        for group, (_, text, triggers, _) in zip(groups, documents, strict=True)
    ]


def by_document(
    documents: Sequence[Marked], blocks: Sequence[Sequence[Mention]], named: Sequence[Mapping[int, int]]
) -> list[list[str]]:
    """The clusters of blocks by document, in the order of its mentions."""
    found: dict[int, list[str]] = defaultdict(list)
    for number, (block, own) in enumerate(zip(blocks, named, strict=True)):
        for k, mention in enumerate(block):
            found[mention.document].append(f"h-{number}-{own[k]}")
    return [found[k] for k in range(len(documents))]


def predict_crossdoc(gold: Path, out: Path, reader: Reader, scheme: str | None = None) -> int:
    """Writes the events of a file, each with its cluster; returns the number of documents.

    Args:
        gold: Gold records.
        out: Where to write.
        reader: What reads.
        scheme: "mentions" (the words for events are given) or "product" (the program's own events, linked as it links them).
    """
    records = list(iter_json(gold))
    if scheme == PRODUCT:
        own = [resolve(r) for r in reader.read_many([document_of(r, gold.name) for r in records])]
        return write_lines(out, map(dumps, with_happenings(own)))
    documents = marked(records, gold.name, reader)
    clusters = clusters_of(documents, load_scorer())
    return write_lines(out, map(dumps, _written(records, documents, clusters, gold.name)))


def with_happenings(records: Sequence[Record]) -> list[Record]:
    """The records with the happening of each event that belongs to an incident."""
    tellings = [telling for record in records for telling in tellings_of(record)]
    pairs = {(a.id, b.id): compare(a, b) for a, b in pairs_of(tellings)}
    home = {i: f"h-{number}" for number, ids in enumerate(cluster(tellings, pairs)) for i in ids}
    happening: dict[tuple[str, str | None], str] = {(t.document, t.incident): home[t.id] for t in tellings}
    found = []
    for record in records:
        of = record.document.id
        marks = (
            {"happening": happening[of, e.incident]} if (of, e.incident) in happening else {} for e in record.events
        )
        events = (replace(e, extra={**e.extra, **mark}) for e, mark in zip(record.events, marks, strict=True))
        found.append(replace(record, events=tuple(events)))
    return found


def _written(
    records: Sequence[Mapping[str, Any]], documents: Sequence[Marked], clusters: Sequence[Sequence[str]], name: str
) -> Iterable[Record]:
    for number, (record, (_, text, triggers, _), own) in enumerate(zip(records, documents, clusters, strict=True), 1):
        events = tuple(
            Event(event["id"], Span.of(text, *at), extra={"happening": happening})
            for event, at, happening in zip(record.get("events", []), triggers, own, strict=True)
        )
        yield Record(document_of(record, f"{name} record {number}"), events=events)
