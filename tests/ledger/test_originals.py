"""Originals under their hash."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from onrecord.errors import LedgerDamaged
from onrecord.ledger.originals import Originals
from onrecord.record.original import Original

ORIGINAL = Original.of(b"The army denied it.\r\n", "text/plain", "../../etc/passwd")


def test_an_original_is_kept_under_its_hash_and_read_back(tmp_path: Path) -> None:
    store = Originals(tmp_path / "originals")
    path = store.keep(ORIGINAL)
    digest = ORIGINAL.sha256
    assert path == tmp_path / "originals" / digest[:2] / digest[2:4] / digest
    assert store.get(digest) == ORIGINAL.content
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert [entry.name for entry in path.parent.iterdir()] == [digest]


def test_keeping_it_again_changes_nothing(tmp_path: Path) -> None:
    store = Originals(tmp_path)
    before = store.keep(ORIGINAL).stat()
    assert store.keep(ORIGINAL).stat() == before


def test_a_changed_original_is_found(tmp_path: Path) -> None:
    store = Originals(tmp_path)
    path = store.keep(ORIGINAL)
    path.chmod(0o644)
    path.write_bytes(b"The army admitted it.")
    with pytest.raises(LedgerDamaged, match=r"was changed.*restore it"):
        store.get(ORIGINAL.sha256)


def test_a_missing_original_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerDamaged, match="cannot be read"):
        Originals(tmp_path).get(ORIGINAL.sha256)


@pytest.mark.parametrize("digest", ["", "../../../etc/passwd", "A" * 64, "0" * 63])
def test_only_a_hash_is_a_name(tmp_path: Path, digest: str) -> None:
    with pytest.raises(ValueError, match="no SHA-256"):
        Originals(tmp_path).path_of(digest)


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        Originals(tmp_path).keep(ORIGINAL)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
