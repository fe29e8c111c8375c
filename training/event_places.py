"""Fits the numbers of `onrecord.resolve.events.weights` to gold events with their places. In: a gold file. Out: those numbers, printed.

    python -m training.event_places event-location-train.jsonl.gz [--keep 4]

Of every `--keep` texts, by the hash of their id, the first is left out and reported on.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.gold import iter_json
from evaluation.predict import document_of
from onrecord.read.reader import load_reader
from onrecord.record.record import Record
from onrecord.record.span import Span
from onrecord.resolve import resolve
from onrecord.resolve.events.places import pair_traits
from onrecord.resolve.events.resolve import spots_of, words_of
from onrecord.resolve.layout import lay_out

Choice = tuple[list[dict[str, float]], int | None]
"""The traits of the places of a sentence, and which of them is right; None where none is."""
PENALTY = 0.002


def choices(gold: Mapping[str, Any], record: Record) -> Iterator[Choice]:
    """For each gold event whose sentence names places, what there is to choose from."""
    layout = lay_out(record.document.text)
    spots = spots_of(record, layout)
    spans = {m["id"]: m["span"] for m in gold["mentions"]}
    known = {p["id"]: spans.get(p["mention"]) for p in gold["places"]}
    triggers = [span for event in record.events for span in words_of(event)]
    for event in gold["events"]:
        trigger = Span(**event["trigger"])
        own = next((e for e in record.events if any(_overlap(w, trigger) for w in words_of(e))), None)
        if own is None:
            continue
        near = spots.get(layout.sentence(trigger.start), ())
        meant = [span for p in (event.get("place"), *(event.get("places") or ())) if (span := known.get(p))]
        right = [
            k for k, s in enumerate(near) if any(s.span.start < m["end"] and m["start"] < s.span.end for m in meant)
        ]
        if near and (right or not meant):
            yield (
                [pair_traits(own, trigger, spot, layout, triggers, near) for spot in near],
                right[0] if right else None,
            )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def fitted(data: Sequence[Choice], steps: int = 1500) -> dict[str, float]:
    """Conditional logit over the places of a sentence and none of them; "bias" speaks for any place."""
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


def report(data: Iterable[Choice], found: Mapping[str, float], least: float) -> dict[str, float]:
    """How often the choice is right where a place is meant, and how often none is named where none is."""
    placed = right = named = empty = silent = 0
    for traits, meant in data:
        scores = [found["bias"] + sum(found.get(name, 0.0) * value for name, value in one.items()) for one in traits]
        best = int(np.argmax(scores))
        answer = best if scores[best] >= least else None
        placed += meant is not None
        empty += meant is None
        named += answer is not None
        right += answer is not None and answer == meant
        silent += meant is None and answer is None
    return {"precision": right / max(1, named), "recall": right / max(1, placed), "abstention": silent / max(1, empty)}


def main(argv: Sequence[str] | None = None) -> None:
    """Fits and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--keep", type=int, default=4, help="one of so many texts is left out")
    given = parser.parse_args(argv)
    reader, parts = load_reader(), {True: list[Choice](), False: list[Choice]()}
    records = list(iter_json(given.gold))
    for at in range(0, len(records), 16):
        part = records[at : at + 16]
        for gold, reading in zip(part, reader.read_many([document_of(r, given.gold.name) for r in part]), strict=True):
            held = zlib.crc32(gold["document"]["id"].encode()) % given.keep == 0
            parts[held].extend(choices(gold, resolve(reading)))
    found = fitted(parts[False])
    print(found)
    for least in (-1.0, -0.5, 0.0, 0.5, 1.0):
        print(least, report(parts[True], found, least))


if __name__ == "__main__":
    main()
