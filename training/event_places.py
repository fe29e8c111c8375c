"""Fits the numbers of `onrecord.resolve.events.weights` to gold events with their places. In: a gold file. Out: those numbers, printed.

    python -m training.event_places event-location-train.jsonl.gz [--keep 4]
    python -m training.event_places event-location-train.jsonl.gz --network predictions.jsonl.gz

Of every `--keep` texts, by the hash of their id, the first is left out and reported on. With `--network`, the output of
`training.cross_validate`, the rules and the network's say are weighed against each other, both held out: the network has not seen
the fold, the rules are fitted without it, and what the network's say counts for and the least score are chosen without it. Verbs that
the reader takes for no event are answered by the network alone, as `python -m evaluation predict event_place` does.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from evaluation.gold import iter_json
from evaluation.predict import document_of
from evaluation.verbs import other_verbs
from onrecord.read.reader import load_reader
from onrecord.record.reading import Site
from onrecord.record.record import Record
from onrecord.record.span import Span
from onrecord.resolve import resolve
from onrecord.resolve.events.places import NOTHING, odds, pair_traits
from onrecord.resolve.events.resolve import spots_of, words_of
from onrecord.resolve.events.weights import LEAST, NETWORK
from onrecord.resolve.layout import lay_out

PENALTY: Final = 0.002
SHARES: Final = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0)
"""What the network's say can count for."""
LEASTS: Final = tuple(k / 4 for k in range(-8, 17))
SILENT: Final = 0.8
"""The share of events without a place that is to be answered by none."""
TOGETHER: Final = "network"
"""The trait that the network's say is where it is fitted with the rules."""


@dataclass(frozen=True, slots=True)
class Case:
    """A gold event and the places that there are to choose from.

    Attributes:
        fold: Which part of the texts it is of.
        traits: What the rules see of each place; none where the event is not found, or its sentence names no place.
        odds: What the network says of each.
        right: Which of them are right.
        meant: Whether the gold has a place at all.
        named: For a verb that the reader takes for no event: whether the network, which alone is asked there, names a place.
    """

    fold: int
    traits: Sequence[dict[str, float]]
    odds: Sequence[float]
    right: frozenset[int]
    meant: bool
    named: bool | None = None


def cases(
    gold: Mapping[str, Any], record: Record, sites: Sequence[Site], fold: int, alone: Mapping[str, Any]
) -> Iterator[Case]:
    """For each gold event, what there is to choose from; `alone` is what the network alone says of the gold verbs."""
    layout = lay_out(record.document.text)
    spots = spots_of(record, layout)
    spans = {m["id"]: m["span"] for m in gold["mentions"]}
    known = {p["id"]: spans.get(p["mention"]) for p in gold["places"]}
    triggers = [span for event in record.events for span in words_of(event)]
    verbs, places = other_verbs(record), _places(alone)
    for event in gold["events"]:
        trigger = Span(**event["trigger"])
        own = next((e for e in record.events if any(_overlap(w, trigger) for w in words_of(e))), None)
        meant = [span for p in (event.get("place"), *(event.get("places") or ())) if (span := known.get(p))]
        if own is None or own.trigger is None:
            place = places.get(event["id"]) if any(_overlap(verb, trigger) for verb in verbs) else None
            right = place is not None and any(place["start"] < m["end"] and m["start"] < place["end"] for m in meant)
            yield Case(fold, (), (), frozenset((0,) if right else ()), bool(meant), place is not None)
            continue
        near = spots.get(layout.sentence(own.trigger.start), ())
        chances = {site.mention: site.score for site in sites if site.event == own.id} or NOTHING
        yield Case(
            fold,
            [pair_traits(own, own.trigger, spot, layout, triggers, near) for spot in near],
            [odds(chances, spot.place.mention) for spot in near],
            frozenset(
                k for k, s in enumerate(near) if any(s.span.start < m["end"] and m["start"] < s.span.end for m in meant)
            ),
            bool(meant),
        )


def _places(alone: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """The words of the place of each event."""
    spans = {m["id"]: m["span"] for m in alone.get("mentions", ())}
    of_place = {p["id"]: spans[p["mention"]] for p in alone.get("places", ())}
    return {e["id"]: of_place[e["place"]] for e in alone.get("events", ()) if e.get("place")}


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def fitted(told: Iterable[Case], steps: int = 1500) -> dict[str, float]:
    """Conditional logit over the places of a sentence and none of them; "bias" speaks for any place."""
    data = [(c.traits, min(c.right, default=None)) for c in told if c.traits and (c.right or not c.meant)]
    names = sorted({name for traits, _ in data for one in traits for name in one})
    column = {name: k for k, name in enumerate(names)}
    x = np.zeros((sum(len(traits) for traits, _ in data), len(names) + 1))
    x[:, -1] = 1.0
    of = np.repeat(np.arange(len(data)), [len(traits) for traits, _ in data])
    y, row = np.zeros(len(x)), 0
    for traits, right in data:
        for k, one in enumerate(traits):
            for name, value in one.items():
                x[row, column[name]] = value
            y[row] = float(k == right)
            row += 1
    v = np.zeros(x.shape[1])
    mean, square = np.zeros_like(v), np.zeros_like(v)
    for step in range(1, steps):
        grown = np.exp(x @ v)
        share = grown / (1 + np.bincount(of, grown, len(data)))[of]
        slope = x.T @ (share - y) / len(data) + PENALTY * v
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope * slope
        v -= 0.03 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
    return dict(zip([*names, "bias"], np.round(v, 2).tolist(), strict=True))


def answers(told: Iterable[Case], found: Mapping[str, float], share: float = 0.0) -> list[tuple[float, int]]:
    """The best score of each case, and for which place."""
    best = []
    for case in told:
        if case.named is not None:
            best.append((np.inf if case.named else -np.inf, 0))
            continue
        scores = [
            found["bias"] + sum(found.get(name, 0.0) * value for name, value in one.items()) + share * odd
            for one, odd in zip(case.traits, case.odds, strict=True)
        ]
        best.append(max(((score, -k) for k, score in enumerate(scores)), default=(-np.inf, 0)))
    return [(float(score), -k) for score, k in best]


def report(told: Sequence[Case], best: Sequence[tuple[float, int]], least: float | Sequence[float]) -> dict[str, float]:
    """How often the choice is right where a place is meant, and how often none is named where none is, as the scorer counts."""
    leasts = [least] * len(told) if isinstance(least, float) else least
    named = [score >= own for (score, _), own in zip(best, leasts, strict=True)]
    right = sum(n and k in case.right for case, n, (_, k) in zip(told, named, best, strict=True))
    meant = sum(case.meant for case in told)
    silent = sum(not n for case, n in zip(told, named, strict=True) if not case.meant)
    return {
        "precision": right / max(1, sum(named)),
        "recall": right / max(1, meant),
        "F1": 2 * right / max(1, sum(named) + meant),
        "abstention": silent / max(1, len(told) - meant),
    }


def chosen(told: Sequence[Case], found: Mapping[str, float], shares: Sequence[float]) -> tuple[float, float]:
    """What the network's say is to count for, and the least score: the best F1 of those that leave enough unanswered."""
    best: list[tuple[bool, float, float, float]] = []
    for share in shares:
        scored = answers(told, found, share)
        for least in LEASTS:
            got = report(told, scored, least)
            best.append((got["abstention"] >= SILENT, got["F1"], share, least))
    return max(best)[2:]


def held_out(told: Sequence[Case], shares: Sequence[float], together: bool = False, least: float | None = None) -> str:
    """The figures where every fold is answered by what was fitted and chosen on the others."""
    if together:
        told = [
            replace(
                c, traits=[t | {TOGETHER: o} for t, o in zip(c.traits, c.odds, strict=True)], odds=[0.0] * len(c.odds)
            )
            for c in told
        ]
    order: list[Case] = []
    best: list[tuple[float, int]] = []
    leasts: list[float] = []
    picked = []
    for fold in sorted({case.fold for case in told}):
        others, own = [c for c in told if c.fold != fold], [c for c in told if c.fold == fold]
        found = fitted(others)
        share, lowest = chosen(others, found, shares) if least is None else (shares[0], least)
        picked.append((found.get(TOGETHER, share), lowest))
        order += own
        best += answers(own, found, share)
        leasts += [lowest] * len(own)
    figures = ", ".join(f"{name} {value:.3f}" for name, value in report(order, best, leasts).items())
    return f"{figures}; network and least by fold {picked}"


def read(gold: Sequence[Mapping[str, Any]], name: str, network: Path | None, keep: int) -> list[Case]:
    """Every gold event as a case; without a file of the network's say the folds are one that is kept out (0) and the rest (1)."""
    reader = load_reader()
    said = {r["document"]["id"]: r for r in iter_json(network)} if network else {}
    told: list[Case] = []
    for at in range(0, len(gold), 16):
        part = gold[at : at + 16]
        for record, reading in zip(part, reader.read_many([document_of(r, name) for r in part]), strict=True):
            own = record["document"]["id"]
            if network is not None:
                sites = tuple(Site(**site) for site in said[own]["sites"])
                told.extend(cases(record, resolve(replace(reading, sites=sites)), sites, said[own]["fold"], said[own]))
            else:
                fold = int(zlib.crc32(own.encode()) % keep != 0)
                told.extend(cases(record, resolve(reading), (), fold, {}))
    return told


def main(argv: Sequence[str] | None = None) -> None:
    """Fits and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--keep", type=int, default=4, help="one of so many texts is left out")
    parser.add_argument("--network", type=Path, help="what networks say that have not seen the texts")
    given = parser.parse_args(argv)
    told = read(list(iter_json(given.gold)), given.gold.name, given.network, given.keep)
    if given.network is None:
        found = fitted(c for c in told if c.fold)
        print(found)
        kept = [c for c in told if not c.fold]
        for least in (-1.0, -0.5, 0.0, 0.5, 1.0):
            print(least, report(kept, answers(kept, found), least))
        return
    for share in SHARES:
        print(f"network counts {share}: {held_out(told, [share])}")
    print(f"as shipped ({NETWORK}, least {LEAST}): {held_out(told, [NETWORK], least=LEAST)}")
    known = [case for case in told if case.named is None]
    print(f"chosen by nested folds: {held_out(told, SHARES)}")
    print(f"likewise, only verbs that the reader takes for events: {held_out(known, SHARES)}")
    print(f"fitted together: {held_out(told, [0.0], together=True)}")


if __name__ == "__main__":
    main()
