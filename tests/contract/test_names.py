"""The public names, and the names that modules may not have."""

from __future__ import annotations

import importlib
from pathlib import Path

import onrecord

ROOT = Path(__file__).parents[2]
NO_NAMES = {"utils", "util", "helpers", "common", "misc", "manager", "handler", "processor", "engine", "data", "info"}


def test_public_names_are_few_sorted_and_there() -> None:
    assert list(onrecord.__all__) == sorted(onrecord.__all__)
    assert len(onrecord.__all__) <= 25
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)


def test_the_record_names_what_it_exports() -> None:
    record = importlib.import_module("onrecord.record")
    assert len(set(record.__all__)) == len(record.__all__)
    assert all(hasattr(record, name) for name in record.__all__)


def test_modules_are_called_after_what_they_do() -> None:
    modules = {path.stem for path in (ROOT / "src").rglob("*.py")} | {
        path.name for path in (ROOT / "src").rglob("*") if path.is_dir()
    }
    assert "record" in modules
    assert not modules & NO_NAMES
