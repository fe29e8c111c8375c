"""Holds the reader to the floors reached before, on the open development sets. Out: a table, and whether anything fell."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evaluation import figures as draw
from evaluation.figures import Figure
from evaluation.floors import (
    FAILS,
    FILE,
    Verdict,
    changes,
    judge,
    lost,
    pinned,
    raised,
    read_floors,
    without,
    write_floors,
)
from evaluation.gold import Shared, digest
from evaluation.judgements import FOLDER
from evaluation.measures import MEASURES, Bench, Measure
from evaluation.scoring import Scorers
from onrecord.errors import OnrecordError
from onrecord.pipeline import Succeeded, iter_inputs, open_jail, read_reports, steps_of
from onrecord.read.reader import MODEL, Reader, load_reader
from onrecord.record.codec import to_json

Json = dict[str, Any]
SEED_FILES = ("expected-ledger.json", "hajin-report.txt")
JUDGED = "speakers.jsonl"


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
    missing = [path for path in (shared.gold, shared.scorers, shared.seed) if not path.exists()]
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
    skipped = [measure for measure in MEASURES if not shared.file(measure.file).exists()]
    for measure in skipped:
        print(f"skipped: {measure.prefix}, for {shared.file(measure.file)} is absent")
    if skipped and (wishes.raise_floors or wishes.repin):
        print("gate: floors are renewed only where every gold file is there", file=sys.stderr)
        return 2
    measured = measure_all(
        [m for m in MEASURES if m not in skipped], Bench(reader, shared, Scorers(shared.scorers)), reader
    )
    status = decide(measured, reader.bundle.sha256, pins(shared), wishes, skipped)
    print(f"\n{time.monotonic() - began:.0f} s")
    return status


def pins(shared: Shared) -> dict[str, str]:
    """sha256 of everything that is measured on."""
    files = {shared.file(measure.file) for measure in MEASURES} | {FOLDER / JUDGED}
    paths = [*sorted(files), *(shared.seed / name for name in SEED_FILES)]
    return {path.name: digest(path) for path in paths if path.exists()}


def measure_all(measures: Iterable[Measure], bench: Bench, reader: Reader) -> list[Figure]:
    """Every figure of the gate."""
    found = [figure for measure in measures for figure in measure.draw(bench)]
    seed = read_seed(bench.shared.seed / SEED_FILES[1], reader)
    return found + draw.of_seed(bench.scorers.seed(bench.shared.seed, seed))


def read_seed(report: Path, reader: Reader) -> Json:
    """The record of the seed report, read the whole way from its bytes, as `onrecord read --json` does."""
    with open_jail() as jail:
        (outcome,) = read_reports(iter_inputs([str(report)]), steps_of(jail, reader))
    if not isinstance(outcome, Succeeded):
        raise OnrecordError(f"{report.name}: could not be read: {outcome.reason}")
    return to_json(outcome.record)


def decide(
    measured: list[Figure], model: str, gold: Mapping[str, str], wishes: Wishes, skipped: Sequence[Measure] = ()
) -> int:
    """Compares with the floors, renews them where asked, and says so; returns the exit status."""
    floors = without(read_floors(wishes.floors), [m.prefix for m in skipped], [f"{m.file}.jsonl.gz" for m in skipped])
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
