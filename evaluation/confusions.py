"""Which mentions are taken for what. In: gold and predicted mentions. Out: the commonest confusions, with counts and examples."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

from evaluation.gold import iter_json
from evaluation.predict import document_of, predict
from onrecord.read.reader import load_reader
from onrecord.record.codec import to_json

Json = dict[str, Any]
Item = tuple[int, int, str]
Sort = Literal["right", "kind", "boundary", "boundary and kind", "missed", "spurious"]
SORTS: tuple[Sort, ...] = ("right", "kind", "boundary", "boundary and kind", "missed", "spurious")
Found = tuple[Sort, str, str]
EXAMPLES = 4


def run(gold: Path, pred: Path | None, model: Path, most: int) -> int:
    """Prints the confusions of a file."""
    records = list(iter_json(gold))
    if pred:
        answers: Iterable[Json] = iter_json(pred)
    else:
        documents = [document_of(record, f"{gold.name} record {k}") for k, record in enumerate(records, 1)]
        answers = map(to_json, predict("entities", documents, load_reader(model)))
    by_id = {record["document"]["id"]: record for record in answers}
    counts: Counter[Found] = Counter()
    examples: dict[Found, list[str]] = defaultdict(list)
    for record in records:
        for kind, words in confusions(record, by_id.get(record["document"]["id"], {})):
            counts[kind] += 1
            if words not in examples[kind]:
                examples[kind].append(words)
    print(report(counts, examples, most))
    return 0


def confusions(gold: Json, predicted: Json) -> list[tuple[Found, str]]:
    """What became of each gold mention, and what was put forward besides; exact pairs first, then those that share most."""
    text = gold["document"]["text"]
    theirs, ours = _items(gold), _items(predicted)
    unsure = {(m["span"]["start"], m["span"]["end"]) for m in gold.get("unconfirmed_mentions", [])} - {
        g[:2] for g in theirs
    }
    ours = [p for p in ours if p[:2] not in unsure]
    found: list[tuple[Found, str]] = []
    for g, p in _paired(theirs, ours):
        same_place, same_kind = g[:2] == p[:2], g[2] == p[2]
        sort: Sort = (
            ("right" if same_kind else "kind") if same_place else ("boundary" if same_kind else "boundary and kind")
        )
        words = _words(text, g) if same_place else f"{_words(text, g)} > {_words(text, p)}"
        found.append(((sort, g[2], p[2]), words))
        theirs.remove(g)
        ours.remove(p)
    found += [(("missed", g[2], "-"), _words(text, g)) for g in theirs]
    found += [(("spurious", "-", p[2]), _words(text, p)) for p in ours]
    return found


def _items(record: Json) -> list[Item]:
    return sorted({(m["span"]["start"], m["span"]["end"], m["kind"]) for m in record.get("mentions", [])})


def _paired(theirs: Sequence[Item], ours: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Pairs one to one, the best first: same span and kind, then same span, then the greatest share of characters."""
    candidates = []
    for g in theirs:
        for p in ours:
            shared = min(g[1], p[1]) - max(g[0], p[0])
            if shared > 0:
                likeness = shared / (max(g[1], p[1]) - min(g[0], p[0]))
                candidates.append((likeness + (g[2] == p[2]) * 0.5, g, p))
    taken: set[tuple[str, Item]] = set()
    found = []
    for _, g, p in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if ("gold", g) not in taken and ("own", p) not in taken:
            taken |= {("gold", g), ("own", p)}
            found.append((g, p))
    return found


def _words(text: str, item: Item) -> str:
    return repr(" ".join(text[item[0] : item[1]].split()))


def report(counts: Counter[Found], examples: dict[Found, list[str]], most: int) -> str:
    """Totals of each sort, then the commonest confusions of each."""
    lines = ["  ".join(f"{sort} {sum(n for (s, _, _), n in counts.items() if s == sort)}" for sort in SORTS)]
    for sort in SORTS[1:]:
        ranked = [(n, found) for found, n in counts.items() if found[0] == sort]
        if ranked:
            lines.append(f"\n{sort}: gold > predicted")
        for n, found in sorted(ranked, key=lambda r: (-r[0], r[1]))[:most]:
            lines.append(f"{n:5d}  {found[1]} > {found[2]}   {', '.join(examples[found][:EXAMPLES])}")
    return "\n".join(lines)
