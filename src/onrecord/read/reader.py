"""The reader: what a report says, and where it says it. In: documents. Out: readings."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from onrecord.read.agreement import agreed
from onrecord.read.casing import is_in_capitals, truecase
from onrecord.read.completions import with_patterns, within_sentences, without_asides
from onrecord.read.decode import Chain, Found, best_spans
from onrecord.read.drafts import Draft, by_paragraph, complete, from_proposals
from onrecord.read.encode import FEATURES, Units, encode
from onrecord.read.events import find_events
from onrecord.read.events.scores import Weighing
from onrecord.read.labels import FILLERS, FORMS, LAYERS, PAIRS, SPANS, TEXTS
from onrecord.read.mentions import find_antecedents, find_mentions
from onrecord.read.nested import Stretch, stretches, within
from onrecord.read.pairs import PairScorer, SingleScorer
from onrecord.read.quantities import find_quantities
from onrecord.read.quotations import Quotation, find_quotations
from onrecord.read.roles import Proposal, RoleHeads, propose
from onrecord.read.statements import build, is_statement
from onrecord.read.times import find_times
from onrecord.record.document import Document
from onrecord.record.event import Event
from onrecord.record.mention import Mention
from onrecord.record.provenance import Note
from onrecord.record.provenance import Reader as Provenance
from onrecord.record.reading import Antecedent, Filler, FillerRole, Reading, Site
from onrecord.record.span import Span
from onrecord.record.written import as_written
from onrecord.runtime.bundle import Bundle, load_bundle
from onrecord.runtime.pieces import cut
from onrecord.version import __version__

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

MODEL = Path(__file__).parents[1] / "models" / "reader"
EXPECTED = {"layers": LAYERS, "forms": FORMS, "pairs": PAIRS, "spans": SPANS, "texts": TEXTS, "features": FEATURES}
LANGUAGE = "en"
SURE = frozenset(("roles", "fillers"))
"""Layers whose confidence is taken over all paths, since it decides what is kept."""
LEANING = {"fillers": dict.fromkeys(FILLERS, 1.0)}
"""By layer what speaks for each kind of span beforehand, in log-odds: a filler is handed on from about a chance of one in four, as the
F1 of rare spans wants it; whoever uses it looks at its confidence."""
PLAIN: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was seen in one text: its words, the network's outputs, the spans of each layer, and statements in the making."""

    text: str
    units: Units
    outputs: Mapping[str, Floats]
    layers: Mapping[str, Sequence[Found]]
    drafts: list[Draft]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """A loaded reader.

    Attributes:
        bundle: The verified model.
        chains: The CRF of each layer.
        pairs: The scorers of pairs.
        singles: The scorers of spans and texts.
    """

    bundle: Bundle
    chains: Mapping[str, Chain]
    pairs: Mapping[str, PairScorer]
    singles: Mapping[str, SingleScorer]

    @property
    def identity(self) -> Provenance:
        """Name, version and hash of the weights: what tells its readings from those of others.

        The version is onrecord's and the model's, since a rule that changes makes another reading of the same weights.
        """
        return Provenance(self.bundle.name, f"{__version__}/{self.bundle.version}", self.bundle.sha256)

    @property
    def roles(self) -> RoleHeads:
        """What turns scores into proposals."""
        return RoleHeads(self.pairs["source_of_cue"], self.pairs["cue_of_content"])

    def read(self, document: Document) -> Reading:
        """Reads one report."""
        return self.read_many([document])[0]

    def read_many(self, documents: Sequence[Document], attitudes: bool = False) -> list[Reading]:
        """Reads several reports at once, which is faster than one by one.

        Args:
            documents: The reports; what is marked as removed is passed over.
            attitudes: Put forward what PolNeAR marks and nothing else: attitudes and intentions as well as statements, one
                content for a quotation over several paragraphs, and nothing within a content. For measuring against it.
        """
        if not documents:
            return []
        began = time.perf_counter()
        cased = [self._cased(document) for document in documents]
        texts = [document.reading_text() for document in cased]
        quotations = [find_quotations(text) for text in texts]
        units = [self.encode(*part) for part in zip(texts, quotations, strict=True)]
        outputs = self.bundle.session.run(units)
        layers = {name: self._spans(name, units, outputs) for name in LAYERS}
        layers["names"] = [agreed(*part) for part in zip(texts, units, layers["names"], strict=True)]
        proposals = self._propose(texts, units, outputs, layers["roles"])
        drafts = [_drafts(*part, attitudes) for part in zip(texts, proposals, quotations, strict=True)]
        if not attitudes:
            drafts = self._nested(texts, drafts, quotations)
        seen = [
            _Seen(*part, {name: of_all[k] for name, of_all in layers.items()}, drafts[k], quotations[k])
            for k, part in enumerate(zip(texts, units, outputs, strict=True))
        ]
        readings = [self._reading(*part) for part in zip(documents, cased, seen, strict=True)]
        seconds = round((time.perf_counter() - began) / len(texts), 4)
        provenance = replace(self.identity, seconds=seconds)
        return [replace(reading, reader=provenance) for reading in readings]

    def _reading(self, document: Document, cased: Document, seen: _Seen) -> Reading:
        """What one report says, from what was seen in the copy of it that was read."""
        text, units = seen.text, seen.units
        mentions = find_mentions(text, units, seen.layers, seen.outputs["forms"])
        statements = build(text, seen.drafts, seen.quotations, mentions)
        sources = [span for s in statements if s.source for span in s.source.spans]
        vectors = seen.outputs["antecedents"]
        links = find_antecedents(text, units, vectors, mentions, sources, self.pairs["antecedent"])
        weighing = Weighing(text, units, seen.outputs["events"])
        events = weighing.rated(find_events(text, statements, mentions), self.singles["factuality"])
        found = Reading(
            document,
            tuple(mentions),
            tuple(statements),
            tuple(_notes(document, units)),
            links=tuple(links),
            times=find_times(text),
            events=events,
            quantities=find_quantities(text, statements),
            fillers=tuple(_filler(text, units, span) for span in seen.layers["fillers"]),
            sites=weighing.sites(events, mentions, self.pairs["place_of_event"]),
        )
        if cased is not document:
            found = replace(found, cased=cased.text)
        return as_written(found, document.text) if document.removed or cased is not document else found

    def link(self, document: Document, mentions: Sequence[Mention]) -> list[Antecedent]:
        """What the reader makes of the antecedents of mentions that it is given, for training and measuring."""
        text = document.reading_text()
        units = self.encode(text)
        vectors = self.bundle.session.run([units])[0]["antecedents"]
        return find_antecedents(text, units, vectors, mentions, (), self.pairs["antecedent"])

    def sites(self, document: Document, events: Sequence[Event], mentions: Sequence[Mention]) -> tuple[Site, ...]:
        """Where events that the reader is given may have happened, for measuring."""
        text = document.reading_text()
        units = self.encode(text)
        vectors = self.bundle.session.run([units])[0]["events"]
        return Weighing(text, units, vectors).sites(events, mentions, self.pairs["place_of_event"])

    def vectors(self, texts: Sequence[str], outputs: Sequence[str]) -> list[tuple[Ints, Ints, Floats]]:
        """Vectors of the words of texts, for whoever compares texts.

        Args:
            texts: The texts.
            outputs: Which outputs of the network to lay side by side, each as a unit vector.

        Returns:
            For each text where its words begin and end, int64 (words,), and their vectors, float32 (words, width).
        """
        units = [self.encode(text) for text in texts]
        found = self.bundle.session.run(units)
        joined = [np.concatenate([_unit(own[name]) for name in outputs], 1) for own in found]
        return [(own.starts, own.ends, vectors) for own, vectors in zip(units, joined, strict=True)]

    def encode(self, text: str, quotations: Sequence[Quotation] | None = None) -> Units:
        """Words, pieces and features of a text; its quotations are looked for unless they are known."""
        return encode(text, cut(self.bundle.tokenizer, text), quotations)

    def _cased(self, document: Document) -> Document:
        """The document, or a copy in usual case where its text is in capitals."""
        if not is_in_capitals(document.text):
            return document
        return replace(document, text=truecase(document.text, self.bundle.tokenizer))

    def _spans(self, layer: str, units: Sequence[Units], outputs: Sequence[Mapping[str, Floats]]) -> list[list[Found]]:
        scores, breaks = [o[layer] for o in outputs], [u.breaks for u in units]
        return best_spans(scores, breaks, self.chains[layer], over_paths=layer in SURE, lean=LEANING.get(layer, PLAIN))

    def _propose(
        self,
        texts: Sequence[str],
        units: Sequence[Units],
        outputs: Sequence[Mapping[str, Floats]],
        spans: Sequence[Sequence[Found]],
    ) -> list[list[Proposal]]:
        vectors = [o["links"] for o in outputs]
        return [propose(*part, self.roles) for part in zip(texts, units, vectors, spans, strict=True)]

    def _nested(
        self, texts: Sequence[str], drafts: Sequence[list[Draft]], quotations: Sequence[tuple[Quotation, ...]]
    ) -> list[list[Draft]]:
        """Reads contents again on their own, for what is said within them."""
        parts = [stretches(text, own) for text, own in zip(texts, drafts, strict=True)]
        pairs = [(text, part) for text, own in zip(texts, parts, strict=True) for part in own if not part.plain]
        flat = [text[part.start : part.end] for text, part in pairs]
        units = [self.encode(text) for text in flat]
        outputs = self.bundle.session.run(units)
        proposals = iter(self._propose(flat, units, outputs, self._spans("roles", units, outputs)))
        return [
            _within(text, own, stretch, [() if part.plain else next(proposals) for part in stretch], marks)
            for text, own, stretch, marks in zip(texts, drafts, parts, quotations, strict=True)
        ]


def _drafts(text: str, proposals: Sequence[Proposal], quotations: Sequence[Quotation], attitudes: bool) -> list[Draft]:
    drafts = from_proposals(proposals)
    if attitudes:
        return drafts
    kept = [draft for draft in drafts if is_statement(text, draft, quotations)]
    ended = without_asides(text, within_sentences(text, kept, quotations), quotations)
    return with_patterns(text, complete(text, by_paragraph(text, ended, quotations), quotations))


def _within(
    text: str,
    drafts: list[Draft],
    parts: Sequence[Stretch],
    proposals: Sequence[Sequence[Proposal]],
    quotations: Sequence[Quotation],
) -> list[Draft]:
    return within(text, drafts, parts, proposals, lambda draft: is_statement(text, draft, quotations))


def _unit(vectors: Floats) -> Floats:
    result: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return result


def _filler(text: str, units: Units, found: Found) -> Filler:
    span = Span.of(text, int(units.starts[found.start]), int(units.ends[found.end - 1]))
    return Filler(span, cast(FillerRole, found.kind), round(found.confidence, 4))


def _notes(document: Document, units: Units) -> list[Note]:
    if not len(units):
        return [Note("document.text", "there is no word in it; nothing was read")]
    if document.language not in (None, LANGUAGE):
        return [
            Note(
                "document.language",
                f"the text is in {document.language}; this reader was trained on English alone, so its statements cannot be relied on",
            )
        ]
    return []


@cache
def load_reader(folder: Path = MODEL, threads: int = 0) -> Reader:
    """Loads the reader that ships with the package, or another one of the same make.

    Raises:
        ModelError: a file is missing or changed, or the model is of another version.
    """
    bundle = load_bundle(folder, EXPECTED, threads)
    heads = bundle.heads
    chains = {name: Chain(tags, heads[f"{name}.step"], heads[f"{name}.start"]) for name, tags in LAYERS.items()}
    parts = ("hidden_weight", "hidden_bias", "out_weight", "out_bias")
    pairs = {name: PairScorer(*(heads[f"{name}.{part}"] for part in parts)) for name in PAIRS}
    singles = {name: SingleScorer(*(heads[f"{name}.{part}"] for part in parts)) for name in (*SPANS, *TEXTS)}
    return Reader(bundle, chains, pairs, singles)
