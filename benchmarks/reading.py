"""How fast reports are read, beside the bare pass of the network over the same tokens, and how much memory that takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.machine import peak_megabytes
from evaluation.gold import iter_json
from evaluation.predict import document_of
from onrecord.clean import Cleaned
from onrecord.fetch import Given
from onrecord.pipeline import BATCH_REPORTS, Steps, Succeeded, iter_inputs, open_jail, read_reports, steps_of
from onrecord.read.encode import Units
from onrecord.read.reader import Reader, load_reader
from onrecord.record.document import Document
from onrecord.record.original import Original
from onrecord.record.record import Record
from onrecord.runtime.windows import PIECES

Ints = NDArray[np.int64]

MOST_TIMES_BARE = 1.5
MOST_MEGABYTES = 1000.0
SIDES = ("reading", "bare")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Word pieces that go through the network as one window, and of which nothing is asked but that.

    Attributes:
        ids: int64 (pieces,), at most 254.
        feature: int64 (pieces,).
        first: int64 (1,): one word, so that nothing has to be drawn from the outputs.
        breaks: bool (1,): no paragraph begins in it.
    """

    ids: Ints
    feature: Ints
    first: Ints
    breaks: NDArray[np.bool_]


def measure(gold: Path, model: Path, repeats: int, threads: int = 0) -> dict[str, Any]:
    """Reads all reports and runs the bare network over them, in turn, several times.

    Args:
        gold: JSON Lines with documents, or a folder of reports.
        model: The reader's folder.
        repeats: How often.
        threads: Threads of the network; 0 lets onnxruntime choose.
    """
    reader = load_reader(model, threads)
    documents = documents_of(gold, reader)
    units = [reader.encode(document.reading_text()) for document in documents]
    batches = [stretches(units[k : k + BATCH_REPORTS]) for k in range(0, len(units), BATCH_REPORTS)]
    runs: dict[str, Callable[[], object]] = {
        "reading": lambda: read_all(documents, reader),
        "bare": lambda: [reader.bundle.session.run(batch) for batch in batches],
    }
    read_all(documents[:2], reader)
    seconds, processor = alternate(runs, repeats)
    return result(documents, units, seconds, processor) | {
        "model_sha256": reader.bundle.sha256,
        "input": gold.name,
        "threads": threads,
    }


def alternate(
    runs: dict[str, Callable[[], object]], repeats: int
) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Seconds of each, by the clock and of processor time, every second time in the other order.

    So a machine that slows down slows both, and what other programs take shows as the difference of clock and processor.
    """
    clock: dict[str, list[float]] = {name: [] for name in runs}
    processor: dict[str, list[float]] = {name: [] for name in runs}
    for k in range(repeats):
        for name in list(runs)[:: 1 if k % 2 == 0 else -1]:
            began, busy = time.perf_counter(), time.process_time()
            runs[name]()
            clock[name].append(time.perf_counter() - began)
            processor[name].append(time.process_time() - busy)
    return clock, processor


def result(
    documents: Sequence[Document],
    units: Sequence[Units],
    seconds: dict[str, list[float]],
    processor: dict[str, list[float]],
) -> dict[str, Any]:
    """Medians, their ratio, rates and memory, with the limits."""
    busy = {name: median(values) for name, values in processor.items()}
    middle = {name: median(values) for name, values in seconds.items()}
    pieces, words = sum(len(u.ids) for u in units), sum(len(document.text.split()) for document in documents)
    return {
        "reports": len(documents),
        "words": words,
        "pieces": pieces,
        "seconds": {name: [round(s, 3) for s in values] for name, values in seconds.items()},
        "median_seconds": {name: round(value, 3) for name, value in middle.items()},
        "median_processor_seconds": {name: round(value, 3) for name, value in busy.items()},
        "times_bare_in_processor_seconds": round(busy["reading"] / busy["bare"], 3),
        "times_bare": round(middle["reading"] / middle["bare"], 3),
        "reports_per_second": round(len(documents) / middle["reading"], 2),
        "words_per_second": round(words / middle["reading"]),
        "pieces_per_second": {name: round(pieces / value) for name, value in middle.items()},
        "peak_megabytes": peak_megabytes(),
        "limits": {"times_bare": MOST_TIMES_BARE, "peak_megabytes": MOST_MEGABYTES},
    }


def documents_of(path: Path, reader: Reader) -> list[Document]:
    """The documents of a gold file, or of a folder of reports, cleaned beforehand."""
    if path.is_file():
        return [document_of(record, f"{path.name} record {k}") for k, record in enumerate(iter_json(path), 1)]
    with open_jail() as jail:
        outcomes = list(read_reports(iter_inputs([str(path)]), steps_of(jail, reader)))
    return [outcome.record.document for outcome in outcomes if isinstance(outcome, Succeeded)]


def read_all(documents: Sequence[Document], reader: Reader) -> list[Record]:
    """Documents to records, the way the product goes."""
    steps = Steps(_no_bytes, reader.read_many)
    outcomes = list(read_reports((Given(document, document.id) for document in documents), steps))
    failed = [outcome for outcome in outcomes if not isinstance(outcome, Succeeded)]
    if failed:
        raise ValueError(f"{failed[0].name}: {failed[0].reason}; a benchmark in which something fails measures nothing")
    return [outcome.record for outcome in outcomes if isinstance(outcome, Succeeded)]


def stretches(units: Sequence[Units]) -> list[Stretch]:
    """Windows side by side over each text, full but for its last."""
    one, none = np.zeros(1, np.int64), np.zeros(1, bool)
    return [
        Stretch(u.ids[k : k + PIECES], u.feature[k : k + PIECES], one, none)
        for u in units
        for k in range(0, len(u.ids), PIECES)
    ]


def _no_bytes(original: Original) -> Cleaned:
    raise ValueError(f"{original.name}: documents are given here, no bytes")
