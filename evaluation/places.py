"""Figures on places beside those of the scorer. In: gold and predicted records. Out: what the answers are worth.

    python -m evaluation.places --gold FILE --pred FILE [--part learnt | held]

    answered exact       of the places answered whose gold id the gazetteer holds, the share with that id
    unanswerable silent  of the places whose right place is no candidate, the share without an answer
    coverage held        share of the places whose gold id the gazetteer holds that has an answer

A place is right within 161 km of the gold place, or by its id. `part` takes the reports that `training.places` learns from, or the
third that it does not.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from evaluation.gold import find_shared, iter_json
from evaluation.scoring import Scorers
from onrecord.reference.gazetteer import Location, open_gazetteer

FILES = ("lgl", "geowebnews")
NEAR, EARTH = 161.0, 6371.0
"""Kilometres: 100 miles, as everywhere in the field, and the earth's radius."""

Json = Mapping[str, Any]


def is_held(record: Json) -> bool:
    """Whether a report belongs to the third that nothing is learnt from."""
    return int(record["document"]["id"][-4:], 16) % 3 == 0


def is_near(place: Location, gold: Json) -> bool:
    """Whether a place of the gazetteer lies where the gold file has it."""
    return kilometres((place.latitude, place.longitude), (gold["latitude"], gold["longitude"])) <= NEAR


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance."""
    a, b, c, d = map(radians, (*one, *other))
    h = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(h)))


def figures(gold: Sequence[Json], predicted: Sequence[Json], scorers: Scorers) -> dict[str, float | int]:
    """The figures of this module with the scorer's own that they belong to."""
    found = scorers.score("places", list(map(dict, gold)), list(map(dict, predicted)))
    pairs = [pair for one, other in zip(gold, predicted, strict=True) for pair in _pairs(one, other, scorers)]
    held = _ids()
    listed = [(meant, answer) for meant, answer in pairs if meant["geonameid"] in held]
    answered = [(meant, answer) for meant, answer in listed if answer["latitude"] is not None]
    nowhere = [answer for meant, answer in pairs if not any(_is_right(c, meant) for c in answer["candidates"])]
    return {
        "detection F1": found["detection"]["f1"],
        "answered within 161 km": 1 - found["resolution"]["wrong_answers"],
        "coverage": found["resolution"]["coverage"],
        "answered exact": _share(meant["geonameid"] == answer["geonameid"] for meant, answer in answered),
        "coverage held": len(answered) / max(1, len(listed)),
        "unanswerable silent": _share(answer["latitude"] is None for answer in nowhere),
        "places": len(pairs),
        "held by the gazetteer": len(listed),
        "unanswerable": len(nowhere),
    }


def _pairs(gold: Json, predicted: Json, scorers: Scorers) -> Iterator[tuple[Json, Json]]:
    """Located gold places with the prediction at the same words."""
    scorer, matching = scorers.module("places"), scorers.module("matching")
    theirs, ours = scorer.read(gold), scorer.read(predicted)
    for one, other in matching.one_to_one(theirs, ours, lambda g, p: matching.overlap(g["span"], p["span"])).items():
        if scorer.located_at(theirs[one]):
            yield theirs[one], ours[other]


def _is_right(candidate: Json, gold: Json) -> bool:
    if candidate["geonameid"] is not None and candidate["geonameid"] == gold["geonameid"]:
        return True
    place, meant = ((one["latitude"], one["longitude"]) for one in (candidate, gold))
    return place[0] is not None and kilometres(place, meant) <= NEAR


def _ids() -> set[int]:
    with sqlite3.connect(open_gazetteer().paths[0]) as store:
        return {number for (number,) in store.execute("SELECT geonameid FROM place WHERE geonameid IS NOT NULL")}


def _share(rights: Iterable[bool]) -> float:
    found = list(rights)
    return sum(found) / max(1, len(found))


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, metavar="FILE")
    parser.add_argument("--pred", type=Path, required=True, metavar="FILE")
    parser.add_argument("--part", choices=("all", "learnt", "held"), default="all")
    options = parser.parse_args()
    answers = {record["document"]["id"]: record for record in iter_json(options.pred)}
    gold = [r for r in iter_json(options.gold) if options.part == "all" or is_held(r) == (options.part == "held")]
    found = figures(gold, [answers[r["document"]["id"]] for r in gold], Scorers(find_shared().scorers))
    print(json.dumps({name: round(value, 4) for name, value in found.items()}, indent=1))


if __name__ == "__main__":
    main()
