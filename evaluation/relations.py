"""Relations against re3d. In: gold records, and predicted ones or none. Out: precision, recall and F1 of each type.

Without predictions the rules are given the gold mentions, so that only the relations are measured. With predictions, a relation
is found where type and both spans are those of the gold.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from evaluation.gold import iter_json
from onrecord.record.ids import make_id
from onrecord.record.mention import Mention
from onrecord.record.record import Record
from onrecord.record.relation import Relation
from onrecord.record.span import Span
from onrecord.resolve.layout import lay_out
from onrecord.resolve.relations import find_said

TYPES = {
    "fights": "FightingAgainst",
    "same_as": "IsSynonymOf",
    "member_of": "BelongsTo",
    "leads": "InChargeOf",
    "allied_with": "AlliesOf",
    "backs": "Likes",
}
"""What the corpus calls them. Its Likes is wider than backing; places that lie within others, amounts and talks are no relations here."""
FOLDS = 3
Key = tuple[str, tuple[int, int], tuple[int, int]]


def fold_of(record: Mapping[str, Any]) -> int:
    """The part of the corpus that a document is in: rules were written on parts 1 and 2, part 0 was held back."""
    return int(hashlib.sha256(record["document"]["id"].encode()).hexdigest(), 16) % FOLDS


def keys(record: Mapping[str, Any], kind: str) -> set[Key]:
    """The relations of a record; `kind` is the field that names the type."""
    spans = {m["id"]: (m["span"]["start"], m["span"]["end"]) for m in record["mentions"]}
    return {(TYPES.get(r[kind], r[kind]), spans[r["source"]], spans[r["target"]]) for r in record.get("relations", ())}


def from_gold_mentions(record: Mapping[str, Any]) -> set[Key]:
    """What the rules find between the gold mentions of a document."""
    text = record["document"]["text"]
    mentions = [
        Mention(m["id"], Span(m["span"]["start"], m["span"]["end"], m["span"]["text"]), m["kind"], m.get("form"))
        for m in record["mentions"]
    ]
    return {
        (TYPES[s.kind], (s.source.span.start, s.source.span.end), (s.target.span.start, s.target.span.end))
        for s in find_said(lay_out(text), mentions)
    }


def score(gold: Sequence[Mapping[str, Any]], found: Iterable[set[Key]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each type."""
    right, given, wanted = Counter[str](), Counter[str](), Counter[str]()
    for record, pred in zip(gold, found, strict=True):
        true = keys(record, "type")
        right.update(key[0] for key in pred & true)
        given.update(key[0] for key in pred)
        wanted.update(key[0] for key in true)
    table = {}
    for name in TYPES.values():
        precision, recall = right[name] / max(1, given[name]), right[name] / max(1, wanted[name])
        both = precision + recall
        table[name] = {
            "precision": precision,
            "recall": recall,
            "f1": 2 * precision * recall / both if both else 0.0,
            "gold": wanted[name],
        }
    return table


def with_relations(record: Record) -> Record:
    """A record of mentions with the relations between them, by the corpus's names."""
    layout = lay_out(record.document.text)
    relations = tuple(
        Relation(
            make_id("r", s.kind, s.source.id, s.target.id),
            s.kind,
            s.source.id,
            s.target.id,
            span=Span.of(layout.text, *s.span),
            extra={"type": TYPES[s.kind]},
        )
        for s in find_said(layout, record.mentions)
    )
    return replace(record, relations=relations)


def run(gold: Path, pred: Path | None) -> int:
    """Prints the figures: of all documents, of those that rules were written on, and of those held back."""
    records = list(iter_json(gold))
    if pred is None:
        found = [from_gold_mentions(record) for record in records]
    else:
        answers = {record["document"]["id"]: keys(record, "type") for record in iter_json(pred)}
        found = [answers.get(record["document"]["id"], set()) for record in records]
    for name, folds in (("all", range(FOLDS)), ("written on", range(1, FOLDS)), ("held back", range(1))):
        some = [k for k, record in enumerate(records) if fold_of(record) in folds]
        print(f"{name}: {len(some)} documents")
        for kind, row in score([records[k] for k in some], [found[k] for k in some]).items():
            print(f"  {kind:<16} " + "  ".join(f"{key} {value:.3g}" for key, value in row.items()))
    return 0
