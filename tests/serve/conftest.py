"""The linked sample reports, made once for all tests of the desk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from onrecord import api

SAMPLES = Path(__file__).parents[2] / "examples/reports"


@pytest.fixture(scope="session")
def linked_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the six sample reports, linked. It is shared: copy it before anything is written into it."""
    where = tmp_path_factory.mktemp("linked") / "samples.db"
    with api.open_ledger(where, create=True) as ledger:
        kept = list(api.add([SAMPLES], ledger))
        linked = list(api.link(ledger))
    assert len(kept) == len(linked) == 6
    return where


@pytest.fixture
def samples(linked_samples: Path, tmp_path: Path) -> Path:
    """A copy of that ledger that a test may write into."""
    where = tmp_path / "samples.db"
    shutil.copy(linked_samples, where)
    shutil.copytree(linked_samples.with_name("samples.originals"), tmp_path / "samples.originals")
    return where
