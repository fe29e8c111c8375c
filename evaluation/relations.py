"""Relations against re3d. In: gold records, and predicted ones or none. Out: precision, recall and F1 of each type.

Without predictions the rules are given the gold mentions, so that only the relations are measured: what the readers of the corpus
were given, too. With predictions, a relation is found where type and both spans are those of the gold.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evaluation.predict import document_of
from onrecord.record.mention import Mention
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
    text = document_of(record, "gold").text
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
