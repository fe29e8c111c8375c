"""Fits the numbers of `onrecord.resolve.locating.weights` to gold places. In: gold files. Out: that module, written anew.

    python -m training.places [--gold FOLDER]

A third of the reports, by the hash of their text, is left out of everything here; `evaluation.places` reports on it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.gold import find_shared, iter_json
from evaluation.places import FILES, is_held, is_near
from evaluation.predict import document_of
from onrecord.read.reader import load_reader
from onrecord.record.record import Record
from onrecord.reference.gazetteer import Gazetteer, Location, open_gazetteer
from onrecord.resolve.locating import weights
from onrecord.resolve.locating.locate import asked_of, home_of, is_somewhere
from onrecord.resolve.locating.spots import find_spots
from onrecord.resolve.locating.surroundings import writes_from
from onrecord.resolve.locating.table import FEATURES, Asked
from onrecord.resolve.locating.weighing import SIGNS, share_out, signs_of

WORTH = {"lgl": 1.0, "geowebnews": 1.6}
"""What a report of a corpus counts for: the local newspapers are many and nearly all of one country."""
SAID = {"contained": 2.5, "not contained": -2.5}
"""What is not fitted: the corpora have too few reports that say of two places of one name what each lies in."""
ROUNDS = 6

Labelled = tuple[str, list[Asked], list[list[Mapping[str, Any]]], str | None]


def labelled(gold: Path) -> Iterator[Labelled]:
    """For each report that is learnt from: corpus, names, the gold places of each name, country of the outlet."""
    gazetteer, reader = open_gazetteer(), load_reader()
    for name in FILES:
        records = [r for r in iter_json(gold / f"{name}.jsonl.gz") if not is_held(r)]
        for at in range(0, len(records), 16):
            part = records[at : at + 16]
            readings = reader.read_many([document_of(r, name) for r in part])
            for record, reading in zip(part, readings, strict=True):
                yield name, *_names(record, Record(reading.document, reading.mentions), gazetteer)


def _names(
    gold: Mapping[str, Any], record: Record, gazetteer: Gazetteer
) -> tuple[list[Asked], list[list[Mapping[str, Any]]], str | None]:
    text = record.document.text
    spots = find_spots(record, gazetteer)
    names, asked = asked_of(record, spots, {s.start for s in spots if writes_from(text, s, None)})
    spans = {m["id"]: m["span"] for m in gold["mentions"]}
    located = [(spans[p["mention"]], p) for p in gold["places"] if p["latitude"] is not None]
    labels: dict[Any, list[Mapping[str, Any]]] = {name: [] for name in asked}
    for spot in spots:
        meant = next((p for span, p in located if spot.start < span["end"] and span["start"] < spot.end), None)
        if meant is not None and names[spot.start] in labels:
            labels[names[spot.start]].append(meant)
    return list(asked.values()), list(labels.values()), home_of(record)


def fit_weights(data: Sequence[Labelled]) -> dict[str, float]:
    """Conditional logit over the candidates of a name, fitted anew as what the names lend each other changes."""
    found = dict(weights.WEIGHTS)
    fixed = {FEATURES.index(name): value for name, value in SAID.items()}
    for _ in range(ROUNDS):
        x, y, of, worth = _rows(data, found)
        edges = np.searchsorted(of, np.arange(len(worth)))

        def slope(v: Any, x: Any = x, y: Any = y, of: Any = of, worth: Any = worth, edges: Any = edges) -> Any:
            scores = x @ v
            grown = np.exp(scores - np.maximum.reduceat(scores, edges)[of])
            return x.T @ ((grown / np.bincount(of, grown)[of] - y) * worth[of]) / worth.sum() + 0.002 * v

        v = _descend(np.array([found[name] for name in FEATURES]), slope, 1500, fixed)
        found = dict(zip(FEATURES, np.round(v, 2).tolist(), strict=True))
    return found


def _rows(data: Sequence[Labelled], found: Mapping[str, float]) -> tuple[Any, Any, Any, Any]:
    x, y, of, worth = [], [], [], []
    for corpus, asked, labels, home in data:
        if not asked:
            continue
        table, _ = share_out(asked, home, found)
        for k, gold in enumerate(labels):
            rows = np.where(table.of == k)[0]
            right = _right([table.rows[row] for row in rows], gold)
            if len(rows) > 1 and right.any():
                x.append(table.x[rows])
                y.append(right / right.sum())
                of += [len(worth)] * len(rows)
                worth.append(WORTH[corpus] * len(gold) ** 0.5)
    return np.vstack(x), np.concatenate(y), np.array(of), np.array(worth)


def _right(candidates: Sequence[Location], gold: Sequence[Mapping[str, Any]]) -> Any:
    """Which candidates are right: the one of the gold id if there is one, else all that are near."""
    if not gold:
        return np.zeros(len(candidates))
    meant = max(gold, key=list(gold).count)
    same = np.array([c.geonameid is not None and c.geonameid == meant["geonameid"] for c in candidates], float)
    return same if same.any() else np.array([is_near(c, meant) for c in candidates], float)


def fit_calibration(data: Sequence[Labelled], found: Mapping[str, float]) -> dict[str, float]:
    """Logistic regression: whether the first candidate is within 161 km; what has no point cannot be judged."""
    x, y, worth = [], [], []
    for corpus, asked, labels, home in data:
        if not asked:
            continue
        table, shares = share_out(asked, home, found)
        signs = signs_of(asked, table, shares)
        for k, gold in enumerate(labels):
            rows = np.where(table.of == k)[0]
            first = table.rows[rows[np.argmax(shares[rows])]]
            if gold and is_somewhere(first):
                meant = max(gold, key=list(gold).count)
                x.append(signs[k])
                y.append(float(is_near(first, meant) or first.geonameid == meant["geonameid"] is not None))
                worth.append(WORTH[corpus] * len(gold))
    rows_, right, weight = np.array(x), np.array(y), np.array(worth)

    def slope(v: Any) -> Any:
        return rows_.T @ ((1 / (1 + np.exp(-rows_ @ v)) - right) * weight) / weight.sum() + 0.001 * v

    v = _descend(np.zeros(len(SIGNS)), slope, 4000, {})
    return dict(zip(SIGNS, np.round(v, 2).tolist(), strict=True))


def _descend(v: Any, slope: Any, steps: int, fixed: Mapping[int, float]) -> Any:
    """Adam."""
    mean, square = np.zeros_like(v), np.zeros_like(v)
    for step in range(1, steps):
        g = slope(v)
        mean, square = 0.9 * mean + 0.1 * g, 0.999 * square + 0.001 * g * g
        v = v - 0.03 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
        for at, value in fixed.items():
            v[at] = value
    return v


def write(found: Mapping[str, float], calibration: Mapping[str, float]) -> None:
    """Puts the numbers into the module; what stands around them stays."""
    path = Path(weights.__file__)
    text = path.read_text("utf-8")
    for name, values in (("WEIGHTS", found), ("CALIBRATION", calibration)):
        start = text.index(f"{name}: Final = {{")
        end = text.index("}\n", start)
        lines = "".join(f'    "{key}": {value},\n' for key, value in values.items())
        text = f"{text[:start]}{name}: Final = {{\n{lines}{text[end:]}"
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, help="folder of the gold files")
    reports = list(labelled(find_shared(parser.parse_args().gold).gold))
    fitted = fit_weights(reports)
    write(fitted, fit_calibration(reports, fitted))
