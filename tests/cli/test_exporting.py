"""`onrecord export` as a process: data where they are wanted, the account on standard error, and how it ends."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from onrecord.export.formats import FORMATS
from onrecord.ledger import open_ledger
from onrecord.pipeline.linking import link_ledger
from onrecord.record import dumps
from onrecord.record.original import Original
from tests.cli.test_run import onrecord
from tests.link.fake_rooms import FAKES, record_of

TEXTS = (
    "Shelling in Susah: Observatory says it.",
    "Shelling in Susah: Army denies it.",
    "Raid in Hajin: Mayor says it.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_ledger(tmp_path / "onrecord.db", create=True) as ledger:
        for at, text in enumerate(TEXTS):
            some = record_of(f"d{at}", text)
            ledger.add(Original.of(dumps(some).encode(), "application/json", f"{at}"), some)
        list(link_ledger(ledger, FAKES))
    return tmp_path


def test_one_file_goes_to_standard_output_and_the_account_does_not(folder: Path) -> None:
    done = onrecord("export", "geojson", cwd=folder)
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["features"]) == 2
    assert done.stderr.decode().splitlines()[:2] == ["geojson: wrote 2, left out 0", "          2  happening"]


def test_several_files_go_to_a_folder_or_a_zip_and_a_filter_narrows_them(folder: Path) -> None:
    done = onrecord("export", "csv", "--out", "war/", "--report", "r3", cwd=folder)
    assert done.returncode == 0
    assert (folder / "war" / "claims.csv").read_text().count("\n") == 2
    assert onrecord("export", "jsonl", "--status", "contested", "--out", "war.zip", cwd=folder).returncode == 0
    with zipfile.ZipFile(folder / "war.zip") as packed:
        assert packed.read("claims.jsonl").count(b"\n") == 1
        assert packed.read("reports.jsonl").count(b"\n") == 2


def test_a_dry_run_tells_a_program_what_would_be_and_writes_nothing(folder: Path) -> None:
    done = onrecord("export", "jsonl", "--out", "war/", "--dry-run", "--json", "--redact", cwd=folder)
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert (told["written"], told["files"], told["manifest"]) == ({"report": 3, "claim": 2, "happening": 2}, [], None)
    assert not (folder / "war").exists()
    with open_ledger(folder / "onrecord.db", read_only=True) as ledger:
        assert "export" not in {step.action for step in ledger.iter_custody()}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["word"], "there is no such format"),
        (["csv"], "give a folder (name/) or a zip with --out"),
        (["csv", "--out", "x/", "--box", "1,2"], "box: '1,2' is none"),
        (["csv", "--out", "x/", "--from", "soon"], "since: 'soon' is no date"),
        (["csv", "--out", "no/x/"], "make it first"),
        (["csv", "--out", "x/", "--ledger", "none.db"], "there is no ledger"),
    ],
)
def test_what_cannot_be_ends_with_2_and_a_sentence(folder: Path, words: list[str], said: str) -> None:
    done = onrecord("export", *words, cwd=folder, COLUMNS="200")
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert not (folder / "x").exists()


def test_nothing_within_the_filter_ends_with_3(folder: Path) -> None:
    assert onrecord("export", "geojson", "--at", "Nowhere", cwd=folder).returncode == 3


def test_help_lists_the_formats(folder: Path) -> None:
    shown = " ".join(onrecord("export", "--help", cwd=folder).stdout.decode().split())
    assert f"FORMAT is one of: {', '.join(FORMATS)}." in shown
