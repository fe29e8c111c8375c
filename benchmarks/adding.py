"""How much keeping costs: reports read, and the same reports read and kept in a ledger, in one run."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.machine import peak_megabytes
from benchmarks.reading import alternate
from evaluation.gold import iter_json
from evaluation.predict import document_of
from onrecord import api
from onrecord.ledger import open_ledger
from onrecord.pipeline import Kept, Succeeded
from onrecord.read.reader import load_reader

LEAST_RATE_OF_READING = 0.8
SIDES = ("reading", "adding")


def measure(gold: Path, model: Path, repeats: int) -> dict[str, Any]:
    """Reads reports from files, and adds them from the same files to a new ledger, in turn, several times.

    Args:
        gold: JSON Lines with documents, whose texts become files; or a folder of reports.
        model: The reader's folder.
        repeats: How often.
    """
    reader = load_reader(model)

    def read(folder: Path) -> int:
        return sum(isinstance(one, Succeeded) for one in api.read_many([folder], reader=reader))

    def add(folder: Path) -> int:
        with tempfile.TemporaryDirectory() as place, open_ledger(Path(place) / "onrecord.db", create=True) as ledger:
            return sum(isinstance(one, Kept) for one in api.add([folder], ledger, reader=reader))

    with _as_files(gold) as folder:
        count = read(folder)
        runs: dict[str, Callable[[], object]] = {"reading": lambda: read(folder), "adding": lambda: add(folder)}
        seconds, processor = alternate(runs, repeats)
    best = {name: min(values) for name, values in seconds.items()}
    return {
        "input": gold.name,
        "reports": count,
        "seconds": {name: [round(s, 3) for s in values] for name, values in seconds.items()},
        "processor_seconds": {name: [round(s, 3) for s in values] for name, values in processor.items()},
        "reports_per_second": {name: round(count / value, 2) for name, value in best.items()},
        "rate_of_adding_to_reading": round(best["reading"] / best["adding"], 3),
        "reading_to_adding": round(best["adding"] / best["reading"], 3),
        "peak_megabytes": peak_megabytes(),
        "limits": {"reading_to_adding": round(1 / LEAST_RATE_OF_READING, 3)},
    }


@contextmanager
def _as_files(gold: Path) -> Iterator[Path]:
    """Reports as a user has them; texts out of gold files are written anew, each to a file of its own."""
    if gold.is_dir():
        yield gold
        return
    with tempfile.TemporaryDirectory() as place:
        for number, record in enumerate(iter_json(gold), 1):
            document = document_of(record, f"{gold.name} record {number}")
            (Path(place) / f"{number:05}.txt").write_text(document.text, encoding="utf-8")
        yield Path(place)
