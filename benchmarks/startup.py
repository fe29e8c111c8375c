"""How long the command line takes: to say what it can do, and to read the sample reports. In processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.machine import REPOSITORY, peak_megabytes

SAMPLES = REPOSITORY / "examples" / "reports"
MOST_HELP_SECONDS = 0.5
MOST_MEGABYTES = 1000.0


def measure(samples: Path, repeats: int, model: Path | None = None) -> dict[str, Any]:
    """Seconds of `onrecord --help` and of `onrecord read` over a folder, and the memory of the latter."""
    extra = {} if model is None else {"ONRECORD_MODEL": str(model.resolve())}
    helped = [timed(["--help"], extra) for _ in range(repeats)]
    read = [timed(["read", str(samples)], extra) for _ in range(repeats)]
    return {
        "input": samples.name,
        "help_seconds": [round(s, 3) for s in helped],
        "help_median_seconds": round(median(helped), 3),
        "read_seconds": [round(s, 3) for s in read],
        "read_median_seconds": round(median(read), 3),
        "peak_megabytes": peak_megabytes(children=True),
        "limits": {"help_median_seconds": MOST_HELP_SECONDS, "peak_megabytes": MOST_MEGABYTES},
    }


def timed(words: list[str], extra: dict[str, str]) -> float:
    """Seconds that a command takes from start to end.

    Raises:
        ValueError: it failed, so its time means nothing.
    """
    # EVALUATION_SHARED is the evaluation's; the product refuses a setting that it does not know.
    environment = {name: value for name, value in os.environ.items() if name != "EVALUATION_SHARED"}
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *words],
        cwd=REPOSITORY,
        env=environment | extra,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - began
    if done.returncode:
        raise ValueError(f"onrecord {' '.join(words)}: exit status {done.returncode}: {done.stderr.strip()[-300:]}")
    return seconds
