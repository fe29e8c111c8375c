"""Where and of what a benchmark was run: goes into every result."""

from __future__ import annotations

import json
import os
import platform
import resource
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a figure depends on besides the code that is measured.

    Attributes:
        date: When, ISO, in UTC.
        commit: The commit, with "+" where something was not committed.
        processor: Its name.
        cores: Processor cores that this process may use.
        load: Average load of the minute before; above the number of cores the machine was shared.
        niceness: How far this process steps back before others; 0 is usual.
        python: Version of Python.
        onnxruntime: Version of onnxruntime.
    """

    date: str
    commit: str
    processor: str
    cores: int
    load: float
    niceness: int
    python: str
    onnxruntime: str


def circumstances() -> Circumstances:
    """Those of now."""
    return Circumstances(
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        commit=_commit(),
        processor=_processor(),
        cores=len(os.sched_getaffinity(0)),
        load=round(os.getloadavg()[0], 2),
        niceness=os.nice(0),
        python=platform.python_version(),
        onnxruntime=version("onnxruntime"),
    )


def peak_megabytes(children: bool = False) -> float:
    """The most memory that this process, or any of its children that ended, has had at once, in MB."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF)
    return round(usage.ru_maxrss * 1024 / 1e6, 1)


def keep(name: str, result: Mapping[str, Any], where: Circumstances) -> Path:
    """Writes a result to a file of its own."""
    RESULTS.mkdir(exist_ok=True)
    moment = where.date[:19].replace(":", "").replace("-", "")
    path = RESULTS / f"{name}-{moment}.json"
    path.write_text(
        json.dumps({"benchmark": name, **result, "circumstances": asdict(where)}, indent=1) + "\n", encoding="utf-8"
    )
    return path


def _commit() -> str:
    git = shutil.which("git")
    if git is None:
        return "unknown"
    found = [subprocess.run([git, *words], cwd=REPOSITORY, capture_output=True, text=True, check=False) for words in
             (("rev-parse", "--short=12", "HEAD"), ("status", "--porcelain", "--", "src"))]  # fmt: skip
    if found[0].returncode:
        return "unknown"
    return found[0].stdout.strip() + ("+" if found[1].stdout.strip() else "")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
