"""Where exports go: whole or not at all."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from onrecord.errors import ExportError
from onrecord.export.sinks import MANIFEST, FileSink, FolderSink, NowhereSink, StreamSink, Target, ZipSink


def fill(sink: Target, *names: str) -> None:
    for name in names:
        with sink.file(name) as stream:
            stream.write(name.encode())
            stream.write(b"\n")
    files = [{"name": one.name} for one in sink.files]
    sink.keep_manifest(json.dumps({"onrecord": "1", "files": files}).encode())


def stop(sink: Target) -> None:
    with sink.file("a") as stream:
        stream.write(b"half")
        raise RuntimeError


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_stands_there_when_it_is_whole(tmp_path: Path) -> None:
    sink = FolderSink(tmp_path / "war")
    fill(sink, "a.csv", "side/b.csv")
    assert not (tmp_path / "war").exists()
    sink.finish()
    assert set(content(tmp_path)) == {"war/a.csv", "war/side/b.csv", f"war/{MANIFEST}"}
    assert [(one.name, one.sha256, one.length) for one in sink.files] == [
        (name, hashlib.sha256(f"{name}\n".encode()).hexdigest(), len(name) + 1) for name in ("a.csv", "side/b.csv")
    ]


@pytest.mark.parametrize("kind", [FolderSink, FileSink, ZipSink])
def test_one_that_is_given_up_leaves_nothing(tmp_path: Path, kind: type[Target]) -> None:
    sink = kind(tmp_path / "war")  # type: ignore[call-arg]
    with pytest.raises(RuntimeError):
        stop(sink)
    sink.give_up()
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_export_is_replaced_and_anything_else_is_not(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        sink = FolderSink(tmp_path / "war")
        fill(sink, name)
        sink.finish()
    assert set(content(tmp_path / "war")) == {"b.csv", MANIFEST}
    (tmp_path / "war" / "notes.txt").write_text("mine")
    with pytest.raises(ExportError, match="holds something else"):
        FolderSink(tmp_path / "war")
    assert (tmp_path / "war" / "notes.txt").read_text() == "mine"


def test_a_file_has_its_manifest_beside_it_and_replaces_an_earlier_one(tmp_path: Path) -> None:
    (tmp_path / "x.geojson").write_text("old")
    sink = FileSink(tmp_path / "x.geojson")
    fill(sink, "happenings.geojson")
    assert (tmp_path / "x.geojson").read_text() == "old"
    sink.finish()
    assert set(content(tmp_path)) == {"x.geojson", f"x.geojson.{MANIFEST}"}
    assert [one.name for one in sink.files] == ["x.geojson"]


def test_a_zip_is_the_same_whenever_it_is_made(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        sink = ZipSink(tmp_path / name)
        fill(sink, "a.csv", "b.csv")
        sink.finish()
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert packed.namelist() == ["a.csv", "b.csv", MANIFEST]
        assert packed.read("b.csv") == b"b.csv\n"


def test_one_place_takes_one_file(tmp_path: Path) -> None:
    for sink in (FileSink(tmp_path / "x"), StreamSink(io.BytesIO())):
        with sink.file("a"):
            pass
        with pytest.raises(ExportError, match="takes one file"), sink.file("b"):
            pass


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x", MANIFEST])
def test_no_file_of_an_export_leaves_its_folder(tmp_path: Path, name: str) -> None:
    sink = FolderSink(tmp_path / "war")
    with pytest.raises(ExportError, match="cannot be the name"), sink.file(name):
        pass


def test_a_place_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for kind in (FolderSink, FileSink, ZipSink):
        with pytest.raises(ExportError, match="make it first"):
            kind(tmp_path / "no" / "war")
    with pytest.raises(ExportError, match="is a folder"):
        FileSink(tmp_path)


def test_a_try_writes_nothing_and_knows_what_it_would_have_written() -> None:
    sink = NowhereSink()
    fill(sink, "a.csv", "b.csv")
    sink.finish()
    assert [(one.name, one.length) for one in sink.files] == [("a.csv", 6), ("b.csv", 6)]
