"""Predictions for the documents of a gold file. In: gold records, of which only the documents are looked at. Out: records.

What is put forward follows what the corpus's annotators mark, which differs from what the product shows (see `SCHEMES`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Protocol, cast

from evaluation.chains import as_gum
from evaluation.gold import iter_json, write_lines
from evaluation.inside import layer_spans
from evaluation.muc import LEAST, as_muc
from evaluation.relations import with_relations
from evaluation.snippets import with_main
from evaluation.verbs import with_every_verb
from onrecord.read.reader import Reader
from onrecord.read.times import find_times
from onrecord.record.codec import dumps, from_json, to_json
from onrecord.record.document import Document
from onrecord.record.ids import make_id
from onrecord.record.mention import Mention
from onrecord.record.reading import Reading
from onrecord.record.record import Record
from onrecord.record.span import Span
from onrecord.record.vocabulary import MentionForm, MentionKind
from onrecord.resolve import resolve
from onrecord.resolve.coreference import EVEN
from onrecord.resolve.times import resolve_times

TASKS = (
    "attribution", "modality", "entities", "coref", "relations", "time", "places", "event_status", "event_place", "event_types",
    "incidents", "incidents_ree",
)  # fmt: skip
PRODUCT = "product"
SCHEMES = {
    "attribution": ("polnear", PRODUCT),
    "modality": (PRODUCT,),
    "entities": ("newswire", "war", PRODUCT),
    "coref": ("gum", PRODUCT),
    "relations": ("war", PRODUCT),
    "time": (PRODUCT,),
    "places": (PRODUCT,),
    "event_status": (PRODUCT,),
    "event_place": ("verbs",),
    "event_types": ("snippets", PRODUCT),
    "incidents": ("muc", PRODUCT),
    "incidents_ree": ("muc", PRODUCT),
}
"""Per task, whose marking can be followed.

polnear: attitudes and intentions as well as statements, one content for a quotation over several paragraphs, nothing nested.
newswire, war: names as the newswire corpus has them, names and descriptions as re3d has them, each from its own head; with
the relations between them, which bear the corpus's names for their types as `type`.
snippets: one main event, by what the words and the text as a whole tell.
verbs: every word for an event put forward on its own, and every other verb, since that corpus marks verbs, several for one happening.
gum: chains with names that begin at their article, as GUM has them, and joined where that is likelier than not; the product is more careful.
muc: incidents as MUC-3 and MUC-4 fill templates for them.
product: what `onrecord read` puts forward.
"""
OF_CORPUS = {
    "attribution": {"fa-kes": PRODUCT},
    "entities": {"worldwide": "newswire", "re3d": "war"},
    "relations": {"re3d": "war"},
    "coref": {"gum": "gum"},
    "event_types": {"case2021": "snippets"},
    "incidents": {"muc4": "muc"},
    "incidents_ree": {"muc4": "muc"},
}
"""The scheme of a document whose `corpus` is this; any other document follows `USUAL`."""
USUAL = {
    "attribution": "polnear", "modality": PRODUCT, "entities": PRODUCT, "coref": PRODUCT, "relations": PRODUCT, "time": PRODUCT,
    "places": PRODUCT, "event_status": PRODUCT, "event_place": "verbs", "event_types": PRODUCT,
    "incidents": PRODUCT, "incidents_ree": PRODUCT,
}  # fmt: skip
KNOWN = ("id", "text", "title", "url", "publisher", "byline", "credit", "published", "language", "name", "corpus")
"""What is taken over of a gold document: all else could be an annotation."""
BATCH, CHARACTERS = 16, 200_000
"""Documents that are read at once, and the characters beyond which fewer are."""


class Reads(Protocol):
    """What reads: `onrecord.read.reader.Reader`, or a stand-in."""

    def read_many(self, documents: Sequence[Document], attitudes: bool = False) -> list[Reading]:
        """Reads several documents."""


def document_of(record: Mapping[str, Any], name: str) -> Document:
    """The bare document of a gold record: id, text and what is known about it, nothing that is annotated."""
    given = record.get("document")
    known = {key: given[key] for key in KNOWN if key in given} if isinstance(given, dict) else given
    return from_json({"document": known}, name=name, lenient=True).document


def scheme_of(task: str, document: Document, chosen: str | None = None) -> str:
    """Whose marking to follow for a document."""
    corpus = document.extra.get("corpus")
    return chosen or OF_CORPUS.get(task, {}).get(str(corpus), USUAL[task])


def predict(task: str, documents: Iterable[Document], reader: Reads, chosen: str | None = None) -> Iterator[Record]:
    """One record for each document, in order.

    Args:
        task: One of `TASKS`.
        documents: What to read.
        reader: What reads.
        chosen: One of the task's `SCHEMES`, for all documents; by default each document's corpus decides.
    """
    for batch in _batches(documents):
        schemes = [scheme_of(task, document, chosen) for document in batch]
        found: dict[int, Record] = {}
        for scheme in sorted(set(schemes)):
            places = [k for k, own in enumerate(schemes) if own == scheme]
            found.update(zip(places, _read(task, [batch[k] for k in places], reader, scheme), strict=True))
        yield from (found[k] for k in range(len(batch)))


def predict_file(task: str, gold: Path, out: Path, reader: Reads, chosen: str | None = None) -> int:
    """Reads the documents of a file and writes their records; returns how many."""
    documents = (document_of(record, f"{gold.name} record {k}") for k, record in enumerate(iter_json(gold), 1))
    records = predict(task, documents, reader, chosen)
    if task == "event_status":
        return write_lines(out, (json.dumps(without_unknown_figures(r), ensure_ascii=False) for r in records))
    return write_lines(out, map(dumps, records))


def without_unknown_figures(record: Record) -> dict[str, Any]:
    """A record as JSON, its tolls without what is not known: the scorer takes any entry for a figure that is put forward."""
    written = to_json(record)
    for incident in written["incidents"]:
        incident["toll"] = {name: count for name, count in (incident["toll"] or {}).items() if count is not None}
    return written


def _read(task: str, documents: Sequence[Document], reader: Reads, scheme: str) -> list[Record]:
    if scheme == "polnear":
        readings = reader.read_many(documents, attitudes=True)
        return [Record(r.document, statements=r.statements, reader=r.reader, notes=r.notes) for r in readings]
    if task == "time":
        return [times_of(document) for document in documents]
    if scheme == PRODUCT:
        return [resolve(reading) for reading in reader.read_many(documents)]
    if scheme == "muc":
        return [as_muc(resolve(reading, least=LEAST), marked=True) for reading in reader.read_many(documents)]
    if scheme == "war" and task == "relations":
        return [with_relations(record) for record in _tagged(documents, cast(Reader, reader), "war", None)]
    if scheme == "snippets":
        return with_main(documents, [resolve(reading) for reading in reader.read_many(documents)], cast(Reader, reader))
    if scheme == "verbs":
        return [with_every_verb(resolve(reading), cast(Reader, reader)) for reading in reader.read_many(documents)]
    if scheme == "gum":
        return [as_gum(resolve(reading, care=EVEN)) for reading in reader.read_many(documents)]
    layer = {"newswire": "names", "war": "war"}[scheme]
    return _tagged(documents, cast(Reader, reader), layer, "name" if scheme == "newswire" else None)


def times_of(document: Document) -> Record:
    """The expressions of time of a document, as the product gives them; they are found by rules alone, so nothing else is read."""
    times, notes = resolve_times(Reading(document, times=find_times(document.text)))
    return Record(document, times=times, notes=notes)


def _tagged(documents: Sequence[Document], reader: Reader, layer: str, form: MentionForm | None) -> list[Record]:
    """The spans of one layer as mentions."""
    found = []
    layers = layer_spans(reader, [document.text for document in documents], layer)
    for document, spans in zip(documents, layers, strict=True):
        mentions = [
            Mention(
                id=make_id("m", start, end),
                span=Span.of(document.text, start, end),
                kind=cast(MentionKind, kind),
                form=form,
                confidence=round(confidence, 4),
            )
            for start, end, kind, confidence in spans
        ]
        found.append(Record(document, tuple(mentions)))
    return found


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in chain(documents, (None,)):
        if batch and (document is None or len(batch) == BATCH or size + len(document.text) > CHARACTERS):
            yield batch
            batch, size = [], 0
        if document is not None:
            batch.append(document)
            size += len(document.text)
