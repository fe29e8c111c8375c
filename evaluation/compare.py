"""What a change gains and loses, report by report. In: two predictions, models or git revisions. Out: a listing by name."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.gold import REPOSITORY, Shared, iter_json
from evaluation.scoring import Scorers
from onrecord.errors import SettingsError

Json = dict[str, Any]
Counts = tuple[int, int, int]
"""Statements right, put forward, in the gold file."""
WIDTH = 70


@dataclass(frozen=True, slots=True)
class Difference:
    """One report under two readers.

    Attributes:
        name: The document's name.
        before: Statements right, put forward, in the gold file.
        after: The same with the second reader.
        gained: Gold statements that only the second one finds.
        lost: Gold statements that only the first one finds.
        added: Wrong statements that only the second one puts forward.
        dropped: Wrong statements that only the first one puts forward.
    """

    name: str
    before: Counts
    after: Counts
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]

    @property
    def change(self) -> float:
        """Gain in F1."""
        return f1(self.after) - f1(self.before)


def f1(counts: Counts) -> float:
    """F1 from right, put forward and gold."""
    right, have, want = counts
    return 2 * right / (have + want) if have + want else 0.0


def run(before: str, after: str, gold: Path, shared: Shared, task: str) -> int:
    """Prints the comparison."""
    one, other = (predictions(name, gold, task) for name in (before, after))
    print(report(differences(list(iter_json(gold)), one, other, Scorers(shared.scorers), task)))
    return 0


def predictions(name: str, gold: Path, task: str) -> dict[str, Json]:
    """Predicted records by document id, from a file, a model or a revision."""
    path = Path(name)
    if path.is_file():
        return {record["document"]["id"]: record for record in iter_json(path)}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "predictions.jsonl"
        extra: list[str] = []
        source = REPOSITORY / "src"
        if (path / "manifest.json").is_file():
            extra = ["--model", str(path.resolve())]
        else:
            source = unpacked(name, Path(folder))
        command = [
            sys.executable,
            "-m",
            "evaluation",
            "predict",
            task,
            "--gold",
            str(gold.resolve()),
            "--out",
            str(out),
            *extra,
        ]
        # The evaluation of now measures the package of then, so that both are asked the same.
        done = subprocess.run(command, cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": str(source)}, check=False)
        if done.returncode:
            raise SettingsError(f"{name}: could not be asked for predictions; the reason stands above")
        return {record["document"]["id"]: record for record in iter_json(out)}


def unpacked(revision: str, folder: Path) -> Path:
    """The package as it was at a git revision."""
    git = shutil.which("git") or "git"
    done = subprocess.run([git, "archive", revision, "src"], cwd=REPOSITORY, capture_output=True, check=False)
    if done.returncode:
        raise SettingsError(
            f"{revision}: is no file, no model folder and no git revision ({done.stderr.decode().strip()})"
        )
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder / "src"


def differences(
    gold: list[Json],
    before: Mapping[str, Json],
    after: Mapping[str, Json],
    scorers: Scorers,
    task: str = "attribution",
) -> list[Difference]:
    """Each document under both, the greatest loss first."""
    found = []
    for record in gold:
        identifier = record["document"]["id"]
        sides = [_side(record, answers.get(identifier, {}), scorers, task) for answers in (before, after)]
        found.append(_difference(record, *sides))
    return sorted(found, key=lambda d: (d.change, d.name))


@dataclass(frozen=True, slots=True)
class _Side:
    """One reader on one report: which gold statements it finds, what else it puts forward, how much in all."""

    hits: frozenset[int]
    wrong: frozenset[str]
    count: int


def _side(record: Json, answer: Json, scorers: Scorers, task: str) -> _Side:
    statements = answer.get("statements", [])
    pairs = _pairs(record, answer, scorers, task)
    wrong = frozenset(words(s) for k, s in enumerate(statements) if k not in pairs)
    return _Side(frozenset(pairs.values()), wrong, len(statements))


def _difference(record: Json, one: _Side, other: _Side) -> Difference:
    theirs = record.get("statements", [])
    return Difference(
        name=record["document"].get("name") or record["document"]["id"],
        before=(len(one.hits), one.count, len(theirs)),
        after=(len(other.hits), other.count, len(theirs)),
        gained=tuple(words(theirs[k]) for k in sorted(other.hits - one.hits)),
        lost=tuple(words(theirs[k]) for k in sorted(one.hits - other.hits)),
        added=tuple(sorted(other.wrong - one.wrong)),
        dropped=tuple(sorted(one.wrong - other.wrong)),
    )


def _pairs(record: Json, side: Json, scorers: Scorers, task: str) -> dict[int, int]:
    if task == "attribution":
        return scorers.linked(record, side)
    text = record["document"]["text"]
    pairs: dict[int, int] = scorers.module("modality").match(
        record.get("statements", []), side.get("statements", []), text
    )
    return {p: g for g, p in pairs.items()}


def words(statement: Json) -> str:
    """A statement in one line: source, cue, content."""
    parts = [
        " … ".join(s["text"] for s in (statement.get(role) or {}).get("spans", []))
        for role in ("source", "cue", "content")
    ]
    return " · ".join(" ".join(part.split())[:WIDTH] or "-" for part in parts)


def report(found: list[Difference]) -> str:
    """The listing: totals, then every report that changed."""
    old, new = _total([d.before for d in found]), _total([d.after for d in found])
    better, worse = sum(d.change > 0 for d in found), sum(d.change < 0 for d in found)
    lines = [
        f"{len(found)} reports   F1 {f1(old):.4f} -> {f1(new):.4f}",
        f"right {old[0]} -> {new[0]}, put forward {old[1]} -> {new[1]}, in the gold file {old[2]}",
        f"{better} better, {worse} worse, {len(found) - better - worse} equal",
    ]
    for d in found:
        sorts = {"lost   ": d.lost, "gained ": d.gained, "wrong +": d.added, "wrong -": d.dropped}
        listed = [f"  {mark} {text}" for mark, texts in sorts.items() for text in texts]
        if listed:
            lines += [f"\n{d.name}   F1 {f1(d.before):.3f} -> {f1(d.after):.3f}", *listed]
    return "\n".join(lines)


def _total(counts: list[Counts]) -> Counts:
    return sum(c[0] for c in counts), sum(c[1] for c in counts), sum(c[2] for c in counts)
