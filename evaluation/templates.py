"""How firmly somebody is blamed, and how far an act went, on incidents that are paired with gold ones. In: MUC records. Out: shares, by several readings.

Blame is asked of organisations. It can be read in several ways, so all are printed: of those whose name is found word for word, of those
whose name is found at least in part, and of all that the gold names in the paired incidents, where one that is not found is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from evaluation.gold import Shared, iter_json
from evaluation.predict import Reads, document_of, predict
from evaluation.scoring import Scorers
from onrecord.record.codec import to_json

Json = dict[str, Any]
READINGS = {
    "equal": "named word for word",
    "within": "named at least in part",
    "all": "all, not found being wrong",
}


@dataclass(slots=True)
class Shares:
    """Counts over incidents that are paired.

    Attributes:
        paired: How many are.
        stages: How many have the right stage.
        asked: By reading, how many organisations are asked about.
        right: By reading, how many are blamed as the gold has it.
        gold: How often the gold blames how, over those named word for word.
    """

    paired: int = 0
    stages: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)


def shares(gold: Sequence[Json], predicted: Sequence[Json], scorers: Scorers) -> Shares:
    """Stage and blame of the incidents of records, paired as the scorer pairs them."""
    found = Shares()
    scorer, matching = scorers.module("incidents"), scorers.module("matching")
    for record, answer in zip(gold, predicted, strict=True):
        for theirs, ours in _paired(scorer, matching, scorer.read(record), scorer.read(answer)):
            found.paired += 1
            found.stages += bool(theirs["stage"] & ours["stage"])
            _blame(found, scorer, matching, theirs["perpetrator_organisation"], ours["perpetrator_organisation"])
    return found


def _paired(scorer: Any, matching: Any, gold: list[Json], predicted: list[Json]) -> Iterator[tuple[Json, Json]]:
    tallies = {
        (g, p): scorer.compare(one, other, scorer.equal)[:, 0].sum()
        for g, one in enumerate(gold)
        for p, other in enumerate(predicted)
        if one["type"] & other["type"]
    }
    pairs = matching.one_to_one(range(len(gold)), range(len(predicted)), lambda g, p: tallies.get((g, p), 0))
    yield from ((gold[g], predicted[p]) for g, p in pairs.items())


def _blame(found: Shares, scorer: Any, matching: Any, theirs: list[Json], ours: list[Json]) -> None:
    for reading in ("equal", "within"):
        same = getattr(scorer, reading)
        pairs = matching.one_to_one(theirs, ours, lambda g, p, same=same: same(g["wordings"], p["wordings"]))
        for g, p in pairs.items():
            if not theirs[g]["blames"]:
                continue
            right = bool(theirs[g]["blames"] & ours[p]["blames"])
            found.asked[reading] += 1
            found.right[reading] += right
            if reading == "equal":
                found.right["all"] += right
                found.gold.update(sorted(theirs[g]["blames"])[:1])
        if reading == "equal":
            found.asked["all"] += sum(
                bool(f["blames"]) and (k in pairs or not f["optional"]) for k, f in enumerate(theirs)
            )


def run(reader: Reads, shared: Shared) -> int:
    """Prints the shares on MUC's development texts."""
    path = shared.file("muc4-dev")
    gold = list(iter_json(path))
    documents = (document_of(record, f"{path.name} record {k}") for k, record in enumerate(gold, 1))
    answers = [to_json(record) for record in predict("incidents", documents, reader)]
    found = shares(gold, answers, Scorers(shared.scorers))
    print(f"incidents paired {found.paired}")
    print(f"stage right      {found.stages / max(1, found.paired):.3f}")
    for reading, name in READINGS.items():
        asked, right = found.asked[reading], found.right[reading]
        print(f"blame right      {right / max(1, asked):.3f}  ({right} of {asked} organisations: {name})")
    if found.gold:
        most, count = found.gold.most_common(1)[0]
        print(f"always '{most}'  {count / max(1, found.asked['equal']):.3f}  (of those {READINGS['equal']})")
    return 0
