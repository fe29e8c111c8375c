"""A reader without a model, and gold records of our own, for the tests of the evaluation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from onrecord.record.document import Document
from onrecord.record.event import Event
from onrecord.record.ids import make_id
from onrecord.record.mention import Mention
from onrecord.record.provenance import Reader as Provenance
from onrecord.record.reading import Reading, Site
from onrecord.record.span import Span
from onrecord.record.statement import Content, Cue, Source, Statement

SAID = re.compile(r"(?P<source>[^.\s]+) (?P<cue>said|denied) (?P<content>[^.]+)")
TEXTS = (
    "Orhan said the bridge was open. Nobody crossed it.",
    "Leyla denied the report 🜂 twice. Orhan said it was late.",
    "Nothing happened.",
)


class SaidReader:
    """Finds "X said Y"; `asked` keeps what it was given."""

    def __init__(self) -> None:
        self.asked: list[tuple[tuple[Document, ...], bool]] = []

    def read_many(self, documents: Sequence[Document], attitudes: bool = False) -> list[Reading]:
        """Reads documents."""
        self.asked.append((tuple(documents), attitudes))
        return [self._read(document) for document in documents]

    def sites(self, document: Document, events: Sequence[Event], mentions: Sequence[Mention]) -> tuple[Site, ...]:
        """Every event happened at the first mention."""
        return tuple(Site(event.id, mention.id, 0.9) for event in events for mention in mentions[:1])

    def _read(self, document: Document) -> Reading:
        statements = []
        for hit in SAID.finditer(document.text):
            source, cue, content = (Span.of(document.text, *hit.span(role)) for role in ("source", "cue", "content"))
            statements.append(
                Statement(
                    make_id("s", *hit.span()),
                    "indirect",
                    Source((source,)),
                    Cue((cue,)),
                    Content((content,)),
                    confidence=0.9,
                )
            )
        return Reading(document, statements=tuple(statements), reader=Provenance("said", "1"))


def span(text: str, words: str) -> dict[str, Any]:
    """The first place of some words in a text."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def gold(corpus: str = "polnear") -> list[dict[str, Any]]:
    """Gold records of the three texts; the first one's statement has a content that the reader does not give."""
    records = [
        {
            "schema": "onrecord/1",
            "document": {
                "id": f"sha256:{k}",
                "text": text,
                "name": f"own/{k}",
                "corpus": corpus,
                "publisher": "Own",
                "licence": "ours",
            },
            "gold": ["statements"],
            "statements": [],
        }
        for k, text in enumerate(TEXTS)
    ]
    for record, source, cue, content in (
        (records[0], "Orhan", "said", "the bridge was open"),
        (records[1], "Leyla", "denied", "the report"),
    ):
        text = record["document"]["text"]  # type: ignore[index]
        parts = {
            name: {"spans": [span(text, words)]}
            for name, words in (("source", source), ("cue", cue), ("content", content))
        }
        record["statements"].append({"id": "g", "form": "indirect", "inside": None, **parts})  # type: ignore[attr-defined]
    return records
