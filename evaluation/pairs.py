"""How one text stands to another, and the table of what that turns on.

Of a gold file of pairs the id and the two texts are looked at, and nothing else: which labels a set has is told by its ids.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from evaluation import pair_stances
from evaluation.gold import iter_json, write_lines
from evaluation.made_pairs import Made, is_held, made_from, written_pairs
from onrecord.errors import SettingsError
from onrecord.link.pairs import Compares, PairLabel, StanceScorer
from onrecord.link.pairs.encoding import Encoder
from onrecord.link.pairs.scorer import load_pairs
from onrecord.link.pairs.stance import load_stance

SETS: Mapping[str, Mapping[PairLabel, str] | None] = {
    "sick": {"agrees": "entails", "contradicts": "contradicts", "unrelated": "neutral"},
    "rte": {"agrees": "entails", "contradicts": "not_entails", "unrelated": "not_entails"},
    "fnc": None,
}
"""By how a set's ids begin: what it calls our labels; None where a headline stands beside a whole text."""
BATCH = 64
HELD = {"worldwide-dev": 12, "gum-dev": 5, "uds-ih2-dev": 8, "fa-kes-open": 15}
"""Corpora of the table of phenomena, and the pairs of each rule taken from them; of the reports on Syria those held out of training."""
SEED = 7


def predict_pairs(gold: Path, out: Path, encoder: Encoder) -> int:
    """Writes a label for each pair of a file; returns how many."""
    pairs = ((str(row["id"]), str(row["a"]), str(row["b"])) for row in iter_json(gold))
    return write_lines(out, (json.dumps(row) for row in labelled(pairs, load_pairs(encoder), load_stance(encoder))))


def labelled(
    pairs: Iterable[tuple[str, str, str]], comparer: Compares, stances: StanceScorer
) -> Iterator[dict[str, Any]]:
    """Id and label of each pair of id, first and second text."""
    for name, a, b in pairs:
        labels = _labels(name)
        label = stances.stance(a, b).label if labels is None else labels[comparer.compare_sentences(a, b).label]
        yield {"id": name, "label": label}


def _labels(name: str) -> Mapping[PairLabel, str] | None:
    for beginning, labels in SETS.items():
        if name.startswith(beginning):
            return labels
    raise SettingsError(f"pair {name}: its id begins with none of {', '.join(SETS)}, so its labels are not known")


def held_out(gold: Path) -> list[Made]:
    """Pairs made from texts that were not learnt from, and those of our own that were not."""
    found = []
    for corpus, each in HELD.items():
        texts = [record["document"]["text"] for record in iter_json(gold / f"{corpus}.jsonl.gz")]
        found += made_from([text for text in texts if corpus != "fa-kes-open" or is_held(text)], Random(SEED), each)
    return found + [pair for pair in written_pairs() if is_held(pair.a + pair.b)]


def table(pairs: Sequence[Made], comparer: Compares) -> list[str]:
    """For each label and phenomenon: pairs, how many are right, and what is said of the others."""
    told: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for pair, score in zip(pairs, comparer.compare_many([(p.a, p.b) for p in pairs]), strict=True):
        told[pair.label, pair.phenomenon][score.label] += 1
    lines = ["| label | turns on | pairs | right | agrees | contradicts | unrelated |", "|---|---|--:|--:|--:|--:|--:|"]
    for (label, phenomenon), counts in sorted(told.items()):
        number = counts.total()
        others = " | ".join(str(counts[name]) for name in ("agrees", "contradicts", "unrelated"))
        lines.append(f"| {label} | {phenomenon} | {number} | {counts[label] / number:.0%} | {others} |")
    return lines


def run_phenomena(gold: Path, encoder: Encoder, failures: int = 0) -> int:
    """Prints the table, and some of the pairs that are judged wrongly."""
    pairs, comparer = held_out(gold), load_pairs(encoder)
    print("\n".join([*table(pairs, comparer), "", *pair_stances.lines(gold, comparer)]))
    shown: Counter[str] = Counter()
    for pair, score in zip(pairs, comparer.compare_many([(p.a, p.b) for p in pairs]) if failures else (), strict=False):
        if score.label != pair.label and shown[pair.phenomenon] < failures:
            shown[pair.phenomenon] += 1
            print(
                f"\n{pair.phenomenon}: {pair.label}, said {score.label}\n  {pair.a}\n  {pair.b}\n  {'; '.join(score.reasons)}"
            )
    return 0
