"""Holds the reader to the floors reached before, on the open development sets. Out: a table, and whether anything fell."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from evaluation import figures as draw
from evaluation.figures import Figure
from evaluation.floors import FAILS, FILE, Verdict, changes, judge, lost, pinned, raised, read_floors, write_floors
from evaluation.gold import Shared, digest, iter_json
from evaluation.predict import document_of, predict
from evaluation.reliability import bins_of_mass, expected_error
from evaluation.scoring import Scorers
from onrecord.errors import OnrecordError
from onrecord.pipeline import Succeeded, iter_inputs, open_jail, read_reports, steps_of
from onrecord.read.reader import MODEL, Reader, load_reader
from onrecord.record.codec import to_json

Json = dict[str, Any]
SETS = ("polnear-dev", "war-reports-open", "worldwide-dev", "re3d-open", "gum-dev")
SEED_FILES = ("expected-ledger.json", "hajin-report.txt")
SEEN = "the shipped reader learnt from these texts"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the one who runs the gate wants besides a verdict."""

    model: Path = MODEL
    raise_floors: bool = False
    repin: bool = False
    regression: str | None = None
    floors: Path = FILE
    slices: bool = True


def run(shared: Shared, wishes: Wishes) -> int:
    """Measures, prints, and returns the exit status: 0 if every figure is kept, 1 if not."""
    missing = [path for path in (*map(shared.file, SETS), shared.scorers, shared.seed) if not path.exists()]
    if missing and not shared.chosen and not shared.gold.parent.exists():
        print(f"gate skipped: {shared.gold.parent} is absent, and the gold files are not part of this repository.")
        return 0
    if missing:
        print(
            f"gate: {missing[0]} is absent; name the folders with --gold and --scorers, or with EVALUATION_SHARED",
            file=sys.stderr,
        )
        return 2
    began = time.monotonic()
    reader = load_reader(wishes.model)
    measured = measure(reader, shared)
    status = decide(measured, reader.bundle.sha256, pins(shared), wishes)
    print(f"\n{time.monotonic() - began:.0f} s")
    return status


def pins(shared: Shared) -> dict[str, str]:
    """sha256 of everything that is measured on."""
    files = [*map(shared.file, SETS), *(shared.seed / name for name in SEED_FILES)]
    return {path.name: digest(path) for path in files}


def measure(reader: Reader, shared: Shared) -> list[Figure]:
    """Every figure of the gate."""
    scorers = Scorers(shared.scorers)
    found: list[Figure] = []
    gold, answers = predicted(reader, shared.file("polnear-dev"), "attribution")
    found += draw.of_attribution("polnear", scorers.score("attribution", gold, answers))
    found.append(calibration(scorers, gold, answers))
    gold, answers = predicted(reader, shared.file("war-reports-open"), "modality")
    found += draw.of_modality("war reports", scorers.score("modality", gold, answers))
    found += draw.of_attribution("war reports", scorers.score("attribution", gold, answers), brief=True)
    gold, answers = predicted(reader, shared.file("worldwide-dev"), "entities")
    found += draw.of_entities("newswire", scorers.score("entities", gold, answers))
    gold, answers = predicted(reader, shared.file("re3d-open"), "entities")
    found += draw.of_entities("re3d", scorers.score("entities", gold, answers), SEEN)
    gold, answers = predicted(reader, shared.file("gum-dev"), "coref")
    found += draw.of_coref("gum", scorers.score("coref", gold, answers), gold)
    return found + draw.of_seed(scorers.seed(shared.seed, read_seed(shared.seed / SEED_FILES[1], reader)))


def predicted(reader: Reader, path: Path, task: str) -> tuple[list[Json], list[Json]]:
    """Gold records of a file, and what is predicted for their documents."""
    gold = list(iter_json(path))
    documents = (document_of(record, f"{path.name} record {k}") for k, record in enumerate(gold, 1))
    return gold, [to_json(record) for record in predict(task, documents, reader)]


def calibration(scorers: Scorers, gold: Iterable[Json], answers: Iterable[Json]) -> Figure:
    """Expected calibration error of statements, right being linked as the scorer has it."""
    stated, right = [], []
    for record, answer in zip(gold, answers, strict=True):
        linked = scorers.linked(record, answer)
        stated += [statement["confidence"] for statement in answer["statements"]]
        right += [k in linked for k in range(len(answer["statements"]))]
    error = expected_error(bins_of_mass(np.array(stated, float), np.array(right, bool)))
    return Figure(
        "polnear calibration error", error, 1 / max(1, len(stated)), falls=True, remark="fitted on these texts"
    )


def read_seed(report: Path, reader: Reader) -> Json:
    """The record of the seed report, read the whole way from its bytes, as `onrecord read --json` does."""
    with open_jail() as jail:
        (outcome,) = read_reports(iter_inputs([str(report)]), steps_of(jail, reader))
    if not isinstance(outcome, Succeeded):
        raise OnrecordError(f"{report.name}: could not be read: {outcome.reason}")
    return to_json(outcome.record)


def decide(measured: list[Figure], model: str, gold: Mapping[str, str], wishes: Wishes) -> int:
    """Compares with the floors, renews them where asked, and says so; returns the exit status."""
    floors = read_floors(wishes.floors)
    verdicts, gone, changed = judge(measured, floors), lost(measured, floors), changes(floors, model, gold)
    print(show(verdicts))
    if wishes.slices:
        print(show_slices(measured))
    print(f"tolerance: {floors.decisions} decision(s) of the reader, by figure in the last column")
    for name in gone:
        print(f"NOT MEASURED: {name} has a floor and was not measured")
    for change in changed:
        print(f"CHANGED: {change}" + ("" if wishes.repin else "; run with --repin once that is meant"))
    renewed = floors
    if wishes.repin:
        renewed = pinned(renewed, model, gold)
    if wishes.raise_floors and not (changed and not wishes.repin):
        renewed = raised(measured, renewed, datetime.now(UTC).date().isoformat(), wishes.regression)
    if renewed != floors:
        write_floors(renewed, wishes.floors)
        print(f"written: {wishes.floors.name}")
    after = judge(measured, renewed)
    failed = [v for v in after if v.outcome in FAILS] or lost(measured, renewed) or changes(renewed, model, gold)
    print("gate: FAILED" if failed else "gate: kept")
    return 1 if failed else 0


def show(verdicts: list[Verdict]) -> str:
    """The table of figures that have a floor."""
    lines = [f"{'figure':<34}{'value':>9}{'floor':>9}  {'verdict':<17}{'one decision':>12}"]
    for v in verdicts:
        bound = "none" if v.bound is None else _number(v.bound)
        limit = f"≤{bound}" if v.figure.falls and v.bound is not None else bound
        one = f"{v.figure.one:.5f}" if v.figure.one else "-"
        lines.append(
            f"{v.figure.name:<34}{_number(v.figure.value):>9}{limit:>9}  {v.outcome:<17}{one:>12}  {v.figure.remark}".rstrip()
        )
    return "\n".join(lines)


def show_slices(measured: list[Figure]) -> str:
    """Figures that are shown only."""
    lines = ["", "slices, without a floor"]
    lines += [f"  {f.name:<40}{_number(f.value):>9}  {f.remark}".rstrip() for f in measured if not f.held]
    return "\n".join([*lines, ""])


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) or value >= 2 else f"{value:.4f}"
