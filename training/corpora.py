"""Reads the gold files into samples. In: a folder of gold files. Out: texts with the spans, links and chains that each corpus marks."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from onrecord.read.labels import PHRASE_KINDS

Spans = list[tuple[int, int, str]]

OPEN_LICENCES = ("CC BY", "CC0", "OGL", "public domain", "reuse with acknowledgement")
NOT_FOR_SALE = "NC"


Place = tuple[int, int]


@dataclass(frozen=True)
class Marks:
    """What a corpus says of the events of a short text; places are (start, end) in code points.

    Attributes:
        factuality: Triggers with how far they happened, from -3 to 3.
        scale: The corpus whose annotators rated that.
        placed: Triggers with the place where it happened, or None where the text gives none.
        sites: The places among which that is chosen.
        dyads: Who does it, to whom, and PLOVER's event.
        sub_event: ACLED's sub-event type of the whole text.
    """

    factuality: list[tuple[Place, float]] = field(default_factory=list)
    scale: str = ""
    placed: list[tuple[Place, Place | None]] = field(default_factory=list)
    sites: list[Place] = field(default_factory=list)
    dyads: list[tuple[Place, Place, str]] = field(default_factory=list)
    sub_event: str | None = None


@dataclass(frozen=True)
class Sample:
    """A text and what its corpus says of it; spans are (start, end, label) in code points.

    Attributes:
        layers: Spans of each layer that the corpus marks in full, by the layer's name.
        sources: Pairs (cue, source or None), indices into the spans of layer `roles`.
        contents: Pairs (content, cue), indices likewise.
        mentions: (start, end, form, chain), where the corpus has chains.
        marks: Of events, where the corpus has them.
    """

    name: str
    text: str
    layers: dict[str, Spans]
    sources: list[tuple[int, int | None]] = field(default_factory=list)
    contents: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[tuple[int, int, str, str]] = field(default_factory=list)
    marks: Marks | None = None


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
    """A GUM document: the longest phrases, the longest within those, and the chains of all mentions."""
    known = [{**m, "kind": m["kind"] if m["kind"] in PHRASE_KINDS else "other"} for m in record["mentions"]]
    sample = _mentions({**record, "mentions": known}, "phrases")
    longest = set(sample.layers["phrases"])
    within = [m for m in known if (m["span"]["start"], m["span"]["end"], m["kind"]) not in longest]
    sample = replace(sample, layers=sample.layers | _mentions({**record, "mentions": within}, "inner").layers)
    mentions = [(m["span"]["start"], m["span"]["end"], m["form"], m["chain"]) for m in record["mentions"]]
    return replace(sample, mentions=sorted(mentions))


def _mentions(record: dict[str, Any], layer: str) -> Sample:
    spans: Spans = []
    for start, end, kind in sorted((m["span"]["start"], -m["span"]["end"], m["kind"]) for m in record["mentions"]):
        if not spans or start >= spans[-1][1]:
            spans.append((start, -end, kind))
    return Sample(record["document"]["name"], record["document"]["text"], {layer: spans})


def named(record: dict[str, Any]) -> Spans:
    """Names that GUM marks, in the kinds of the newswire layer; of names within one another the longest."""
    return _mentions({**record, "mentions": [m for m in record["mentions"] if m["form"] == "name"]}, "names").layers[
        "names"
    ]


FILLER_ROLES = {
    "PerpInd": "perpetrator_individual",
    "PerpOrg": "perpetrator_organisation",
    "Target": "target",
    "Victim": "victim",
    "Weapon": "weapon",
}
"""The roles of MUC-4's role-filler view in our words."""


def incidents(record: dict[str, Any]) -> Sample:
    """A MUC-4 report in lower case: every place where the words of a slot's filler stand, the longest where they overlap."""
    text = record["document"]["text"].lower()
    found: Spans = []
    for role, entities in record["ree"].items():
        for words in {mention for entity in entities for mention in entity}:
            pattern = r"\s+".join(map(re.escape, words.lower().split()))
            found += [(m.start(), m.end(), FILLER_ROLES[role]) for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    spans: Spans = []
    for start, end, role in sorted(found, key=lambda s: (s[0] - s[1], s)):
        if all(end <= a or b <= start for a, b, _ in spans):
            spans.append((start, end, role))
    return Sample(record["document"].get("name", ""), text, {"fillers": sorted(spans)})


def factuality(record: dict[str, Any]) -> Sample:
    """A sentence whose events are scored from -3 (certainly not) to 3 (certainly)."""
    scored = [(_place(e["trigger"]), float(e["factuality"])) for e in record["events"]]
    return _marked(record, Marks(scored, record["document"]["corpus"]))


def where(record: dict[str, Any]) -> Sample:
    """A sentence with conflict verbs and the places where they happened; the other places in it are added by `with_sites`."""
    mentions = {m["id"]: _place(m["span"]) for m in record["mentions"]}
    mention_of = {p["id"]: mentions[p["mention"]] for p in record["places"]}
    placed = [(_place(e["trigger"]), mention_of[e["place"]] if e["place"] else None) for e in record["events"]]
    return _marked(record, Marks(placed=placed, sites=sorted({p for _, p in placed if p})))


def with_sites(sample: Sample, found: Iterable[Place]) -> Sample:
    """The same sentence with further places to choose from; one that overlaps a place of the gold is left out."""
    if sample.marks is None:
        return sample
    known = sample.marks.sites
    more = [(a, b) for a, b in found if all(b <= start or end <= a for start, end in known)]
    return replace(sample, marks=replace(sample.marks, sites=sorted([*known, *more])))


def dyads(record: dict[str, Any]) -> Sample:
    """A sentence, who does something to whom in it, and PLOVER's event."""
    found = []
    for event in record["events"]:
        sides = {a["role"]: a["spans"] for a in event["arguments"]}
        if sides.get("actor") and sides.get("recipient"):
            found.append((_place(sides["actor"][0]), _place(sides["recipient"][0]), event["type"]))
    return _marked(record, Marks(dyads=found))


def snippet(record: dict[str, Any]) -> Sample:
    """A few sentences and the ACLED sub-event type of what they report."""
    return _marked(record, Marks(sub_event=SNIPPET_TYPES.get(record["events"][0]["type"], "none")))


def _marked(record: dict[str, Any], marks: Marks) -> Sample:
    return Sample(record["document"]["name"], record["document"]["text"], {}, marks=marks)


def _place(span: dict[str, Any]) -> Place:
    return span["start"], span["end"]


SNIPPET_TYPES = {
    "GOV_REGAINS_TERIT": "government_regains_territory",
    "NON_STATE_ACTOR_OVERTAKES_TER": "non_state_actor_overtakes_territory",
    "ARMED_CLASH": "armed_clash",
    "CHEM_WEAP": "chemical_weapon",
    "AIR_STRIKE": "air_strike",
    "SUIC_BOMB": "suicide_bomb",
    "ART_MISS_ATTACK": "shelling",
    "REM_EXPLOS": "remote_explosive",
    "GRENADE": "grenade",
    "SEX_VIOL": "sexual_violence",
    "ATTACK": "attack",
    "ABDUCT_DISSAP": "abduction",
    "PEACE_PROTEST": "peaceful_protest",
    "PROTEST_WITH_INTER": "protest_with_intervention",
    "FORCE_AGAINST_PROTEST": "excessive_force_against_protesters",
    "VIOL_DEMONSTR": "violent_demonstration",
    "MOB_VIOL": "mob_violence",
    "AGREEMENT": "agreement",
    "ARREST": "arrests",
    "CHANGE_TO_GROUP_ACT": "change_to_group",
    "DISR_WEAP": "disrupted_weapons_use",
    "HQ_ESTABLISHED": "base_established",
    "PROPERTY_DISTRUCT": "looting_or_property_destruction",
    "NON_VIOL_TERRIT_TRANSFER": "non_violent_transfer_of_territory",
    "OTHER": "other_strategic_development",
}
"""The labels of CASE-2021's snippets as ids of the ontology; its others are no ACLED types."""


def cased(sample: Sample, forms: Mapping[str, str]) -> Sample:
    """The same text with each word in the form that it has most often within sentences, and capitals where sentences begin."""
    text = re.sub(r"\w+", lambda m: forms.get(m[0], m[0]), sample.text)
    text = re.sub(r"(^|[.!?\]] +|\n)([a-z])", lambda m: m[1] + m[2].upper(), text)
    return replace(sample, name=f"{sample.name}/cased", text=text)


def usual_forms(texts: Iterable[str]) -> dict[str, str]:
    """The form in which each word stands most often within sentences, where that is not lower case."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for word in re.finditer(r"(?<=[a-z,;] )\w+", text):
            if len(word[0].lower()) == len(word[0]):
                counts[word[0].lower()][word[0]] += 1
    most = {word: forms.most_common(1)[0][0] for word, forms in counts.items()}
    return {word: form for word, form in most.items() if form != word}


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
