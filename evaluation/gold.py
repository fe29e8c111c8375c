"""JSON Lines in and out, gzipped by name; and where the gold files and their scorers lie."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from onrecord.errors import InputError, RecordError

REPOSITORY = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Shared:
    """Where things lie that are not part of this repository.

    Attributes:
        gold: The folder of the gold files.
        scorers: The scorers' package.
        chosen: Whether somebody named the place, so that its absence is an error.
    """

    gold: Path
    scorers: Path
    chosen: bool

    @property
    def seed(self) -> Path:
        """The folder of the seed report and the ledger expected of it."""
        return self.gold.parent / "seed"

    def file(self, name: str) -> Path:
        """The gold file of a set."""
        return self.gold / f"{name}.jsonl.gz"


def find_shared(gold: Path | None = None, scorers: Path | None = None) -> Shared:
    """Where the gold files and scorers lie: as named, else where EVALUATION_SHARED says, else beside the repository."""
    named = os.environ.get("EVALUATION_SHARED")
    folder = Path(named) if named else REPOSITORY.parent / "shared"
    return Shared(gold or folder / "gold", scorers or folder / "scorers", bool(named or gold or scorers))


def open_text(path: Path, mode: str, packed: bool | None = None) -> IO[str]:
    """Opens a text file, gzipped if its name ends in .gz (or if `packed` says so)."""
    if path.name.endswith(".gz") if packed is None else packed:
        return cast(IO[str], gzip.open(path, f"{mode}t", encoding="utf-8"))
    return path.open(mode, encoding="utf-8")


def iter_json(path: Path) -> Iterator[dict[str, Any]]:
    """Each object of a JSON Lines file, in order.

    Raises:
        InputError: the file cannot be read.
        RecordError: a line is not a JSON object.
    """
    try:
        with open_text(path, "r") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _object(line, f"{path.name} line {number}")
    except (OSError, EOFError, UnicodeDecodeError) as e:
        raise InputError(
            f"{path}: cannot be read ({e}); give a JSON Lines file, gzipped if its name ends in .gz"
        ) from e


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError as e:
        raise RecordError(f"{where}: is not JSON ({e}); write one record a line") from e
    if not isinstance(value, dict):
        raise RecordError(f"{where}: is no object; write one record a line")
    return value


def write_lines(path: Path, lines: Iterable[str]) -> int:
    """Writes lines to a file that gets its name only when it is complete.

    Returns:
        How many lines were written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    count = 0
    try:
        with open_text(part, "w", packed=path.name.endswith(".gz")) as out:
            for line in lines:
                out.write(f"{line}\n")
                count += 1
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def digest(path: Path) -> str:
    """sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
