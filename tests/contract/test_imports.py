"""Who may import whom, as pyproject.toml has it; and the contracts there would notice a breach."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = Path(sys.executable).with_name("lint-imports")


def lint(folder: Path) -> str:
    """Check the contracts of a folder that holds pyproject.toml and src, and give what the check prints."""
    result = subprocess.run(
        [LINT, "--no-logo", "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout + result.stderr


def test_every_contract_is_kept() -> None:
    assert "0 broken" in lint(ROOT)


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("record/span.py", "import numpy", "The nouns need the standard library only"),
        ("record/span.py", "import onrecord.read", "Rooms import downwards only"),
        ("read/labels.py", "import onrecord.resolve", "Rooms import downwards only"),
        ("read/labels.py", "import onnxruntime", "onnxruntime is imported in runtime only, tokenizers nowhere"),
        ("read/labels.py", "import torch", "The product never imports what it was trained with"),
        ("read/labels.py", "import sqlite3", "Steps reach no database"),
        ("fetch/feeds.py", "import socket", "Only fetch.web and fetch.connection ask"),
        ("fetch/archives.py", "import fastwarc", "Parsers of foreign bytes are imported by clean"),
    ],
)
def test_a_breach_is_noticed(tmp_path: Path, module: str, line: str, contract: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("*.onnx", "__pycache__"))
    breached = tmp_path / "src" / "onrecord" / module
    breached.write_text(f"{breached.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    report = lint(tmp_path)
    broken = [row for row in report.splitlines() if "BROKEN" in row]
    assert [row for row in broken if row.startswith(contract)], report
