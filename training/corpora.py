"""Reads the gold files into samples. In: a folder of gold files. Out: texts with the spans, links and chains that each corpus marks."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

Spans = list[tuple[int, int, str]]

OPEN_LICENCES = ("CC BY", "CC0", "OGL", "public domain", "reuse with acknowledgement")
NOT_FOR_SALE = "NC"


@dataclass(frozen=True)
class Sample:
    """A text and what its corpus says of it; spans are (start, end, label) in code points.

    Attributes:
        layers: Spans of each layer that the corpus marks in full, by the layer's name.
        sources: Pairs (cue, source or None), indices into the spans of layer `roles`.
        contents: Pairs (content, cue), indices likewise.
        mentions: (start, end, form, chain), where the corpus has chains.
    """

    name: str
    text: str
    layers: dict[str, Spans]
    sources: list[tuple[int, int | None]] = field(default_factory=list)
    contents: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[tuple[int, int, str, str]] = field(default_factory=list)


def records(path: Path) -> list[dict[str, Any]]:
    """All records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_open(record: dict[str, Any]) -> bool:
    """Whether the text's licence lets anybody train on it and sell the result."""
    licence = record["document"].get("licence") or ""
    return licence.startswith(OPEN_LICENCES) and NOT_FOR_SALE not in licence


def may_train(record: dict[str, Any]) -> bool:
    """Whether the text may go into the shipped reader: texts marked non-commercial may not."""
    return NOT_FOR_SALE not in (record["document"].get("licence") or "")


def statements(record: dict[str, Any]) -> Sample:
    """A PolNeAR article: source, cue and content, and what belongs together."""
    spans: Spans = []
    known: dict[tuple[int, int, str], int] = {}

    def index(span: dict[str, Any], role: str) -> int:
        key = (span["start"], span["end"], role)
        if key not in known:
            known[key] = len(spans)
            spans.append(key)
        return known[key]

    sources: list[tuple[int, int | None]] = []
    contents: list[tuple[int, int]] = []
    for statement in record["statements"]:
        parts = {
            role: [index(s, role) for s in (statement[role] or {}).get("spans", [])]
            for role in ("source", "cue", "content")
        }
        sources += [(cue, parts["source"][0] if parts["source"] else None) for cue in parts["cue"]]
        if parts["cue"]:
            contents += [(content, parts["cue"][0]) for content in parts["content"]]
    return Sample(record["document"]["name"], record["document"]["text"], {"roles": spans}, sources, contents)


def names(record: dict[str, Any]) -> Sample:
    """A newswire article: names with their kinds."""
    return _mentions(record, "names")


def war(record: dict[str, Any]) -> Sample:
    """A re3d document: names and descriptions with their kinds; of mentions within one another the longest."""
    return _mentions(record, "war")


def chains(record: dict[str, Any]) -> Sample:
    """A GUM document: the longest phrases of people, organisations and places, and the chains of all mentions."""
    sample = _mentions(record, "phrases", kinds=("person", "organisation", "location"))
    mentions = [(m["span"]["start"], m["span"]["end"], m["form"], m["chain"]) for m in record["mentions"]]
    return replace(sample, mentions=sorted(mentions))


def _mentions(record: dict[str, Any], layer: str, kinds: tuple[str, ...] | None = None) -> Sample:
    spans: Spans = []
    marked = sorted((m["span"]["start"], -m["span"]["end"], m["kind"]) for m in record["mentions"])
    for start, end, kind in marked:
        if (kinds is None or kind in kinds) and (not spans or start >= spans[-1][1]):
            spans.append((start, -end, kind))
    return Sample(record["document"]["name"], record["document"]["text"], {layer: spans})


def named(record: dict[str, Any]) -> Spans:
    """Names that GUM marks, in the kinds of the newswire layer; of names within one another the longest."""
    return _mentions({**record, "mentions": [m for m in record["mentions"] if m["form"] == "name"]}, "names").layers[
        "names"
    ]


LOST = frozenset("\"“”„‘’',")


def damaged(sample: Sample, random: Random) -> Sample:
    """The same text as careless copying leaves it: quotation marks and apostrophes lost, often commas and line breaks too."""
    lost = LOST if random.random() < 0.5 else LOST - {","}
    joined = random.random() < 0.5
    place, kept = [], []
    for c in sample.text:
        place.append(len(kept))
        if c not in lost:
            kept.append(" " if joined and c in "\r\n" else c)
    place.append(len(kept))
    text = "".join(kept)

    def move(start: int, end: int) -> tuple[int, int]:
        a, b = place[start], place[end]
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        return a, b

    layers = {name: [(*move(a, b), label) for a, b, label in spans] for name, spans in sample.layers.items()}
    mentions = [(*move(a, b), form, chain) for a, b, form, chain in sample.mentions]
    return replace(sample, name=f"{sample.name}/damaged", text=text, layers=layers, mentions=mentions)
