"""Exports of a ledger: whole or not at all, each in the custody log, and the records come back as they went."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from onrecord import api
from onrecord.errors import ExportError, FilterError, LedgerReadOnly
from onrecord.export import formats
from onrecord.export.material import Account, Format, Material, Sink
from onrecord.ledger import Ledger, open_ledger
from onrecord.pipeline.exporting import LedgerMaterial, export_ledger, try_export
from onrecord.pipeline.linking import link_ledger
from onrecord.record import Filter, Reader, dumps
from onrecord.record.original import Original
from tests.cli.fakes import FakeReader
from tests.export.materials import record_of
from tests.link.fake_rooms import FAKES
from tests.link.fake_rooms import record_of as told

AT = datetime(2019, 2, 1, 12, 0, 0, tzinfo=UTC)
TEXTS = (
    "Shelling in Susah: Observatory says it.",
    "Shelling in Susah: Army denies it.",
    "Raid in Hajin: Mayor says it.",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "onrecord.db", create=True, who="tester") as opened:
        for at, text in enumerate(TEXTS):
            some = told(f"d{at}", text)
            opened.add(Original.of(dumps(some).encode(), "application/json", f"{at}"), some)
        list(link_ledger(opened, FAKES))
        opened.judge("r1", "right", who="Noor", why="seen")
        yield opened


def manifest_of(folder: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    return value


def test_a_manifest_names_files_filter_head_and_everything_written(ledger: Ledger, tmp_path: Path) -> None:
    head = ledger.head()
    exported = export_ledger(ledger, "jsonl", f"{tmp_path}/out/", Filter(at="Susah", words="Susah"), at=AT)
    folder = tmp_path / "out"
    manifest = manifest_of(folder)
    assert manifest == exported.manifest
    assert (manifest["format"], manifest["made"], manifest["who"]) == ("jsonl", "2019-02-01T12:00:00Z", "tester")
    assert manifest["filter"] == {"at": "Susah", "words": "Susah"}
    assert (manifest["custody_head"]["sequence"], manifest["custody_head"]["hash"]) == head
    for one in manifest["files"]:
        content = (folder / one["name"]).read_bytes()
        assert (one["sha256"], one["length"]) == (hashlib.sha256(content).hexdigest(), len(content))
    assert {path.name for path in folder.iterdir()} == {*(one["name"] for one in manifest["files"]), "manifest.json"}


def test_each_export_is_in_the_custody_log_with_its_filter(ledger: Ledger, tmp_path: Path) -> None:
    export_ledger(ledger, "geojson", tmp_path / "x.geojson", Filter(report="r1"))
    step = list(ledger.iter_custody())[-1]
    details = json.loads(step.details)
    assert (step.action, step.object, step.who) == ("export", "geojson", "tester")
    assert details["filter"] == {"report": "r1"}
    assert details["sha256"] == hashlib.sha256((tmp_path / "x.geojson.manifest.json").read_bytes()).hexdigest()
    assert not list(ledger.verify())


def test_the_filter_of_the_screen_is_the_filter_of_the_export(ledger: Ledger) -> None:
    material = LedgerMaterial(ledger, Filter(status="contested"))
    assert [report.id for report in material.iter_reports()] == ["r1", "r2"]
    assert [claim.proposition for claim in material.iter_claims()] == ["Shelling in Susah"]
    assert [one.verdict for one in material.iter_judgements()] == ["right"]
    assert list(LedgerMaterial(ledger, Filter(report="r3")).iter_judgements()) == []
    found = material.find_report("d2")
    assert found is not None
    assert (found.id, found.reading) == ("r3", "r3.1")
    assert material.find_report("d2") is found
    assert material.find_report("d9") is None


def test_a_zip_and_a_stream_hold_the_same_as_a_folder(ledger: Ledger, tmp_path: Path) -> None:
    export_ledger(ledger, "jsonl", tmp_path / "folder", at=AT)
    export_ledger(ledger, "jsonl", tmp_path / "all.zip", at=AT)
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        assert packed.read("claims.jsonl") == (tmp_path / "folder" / "claims.jsonl").read_bytes()
    stream = io.BytesIO()
    export_ledger(ledger, "geojson", stream)
    export_ledger(ledger, "geojson", tmp_path / "x.geojson")
    assert stream.getvalue() == (tmp_path / "x.geojson").read_bytes()


def test_a_judgement_names_the_document_that_it_is_about(ledger: Ledger, tmp_path: Path) -> None:
    export_ledger(ledger, "jsonl", tmp_path / "out")
    (judged,) = map(json.loads, (tmp_path / "out" / "judgements.jsonl").read_text().splitlines())
    assert (judged["document"], judged["who"], judged["why"]) == ("d0", "Noor", "seen")


def test_a_redacted_export_names_nobody_who_judged_or_exported(ledger: Ledger, tmp_path: Path) -> None:
    export_ledger(ledger, "jsonl", tmp_path / "out", redact=True)
    everything = b"".join(path.read_bytes() for path in (tmp_path / "out").iterdir()).decode()
    assert [name for name in ("Noor", "seen", "tester") if name in everything] == []
    assert manifest_of(tmp_path / "out")["redacted"] == {"reviewer": 1, "reviewer's reason": 1}


def failing(material: Material, sink: Sink, account: Account) -> None:
    with sink.file("half") as stream:
        stream.write(b"half")
        raise KeyboardInterrupt


@pytest.mark.parametrize("where", ["out/", "out.zip", "out"])
def test_a_stopped_export_leaves_no_file_and_is_not_in_the_log(
    ledger: Ledger, tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = Format("half", "half", ".half", "text/plain", failing)
    monkeypatch.setattr("onrecord.pipeline.exporting.open_format", lambda name: half)
    before, head = sorted(tmp_path.iterdir()), ledger.head()
    with pytest.raises(KeyboardInterrupt):
        export_ledger(ledger, "half", f"{tmp_path}/{where}")
    assert sorted(tmp_path.iterdir()) == before
    assert ledger.head() == head


@pytest.mark.parametrize(
    ("error", "raised"), [(BrokenPipeError(), BrokenPipeError), (OSError(28, "No space left on device"), ExportError)]
)
def test_a_stream_that_takes_no_more_ends_the_export(ledger: Ledger, error: OSError, raised: type[Exception]) -> None:
    class Closed(io.BytesIO):
        def write(self, content: object) -> int:
            raise error

    head = ledger.head()
    with pytest.raises(raised):
        export_ledger(ledger, "geojson", Closed())
    assert ledger.head() == head


def test_what_is_left_out_is_in_the_manifest_by_reason_and_id(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(material: Material, sink: Sink, account: Account) -> None:
        for happening in material.iter_happenings():
            account.leave_out("happening", happening.id, "no place is known")

    monkeypatch.setattr("onrecord.pipeline.exporting.open_format", lambda name: Format("f", "f", "", "", write))
    export_ledger(ledger, "f", tmp_path / "out")
    assert manifest_of(tmp_path / "out")["left_out"] == [
        {"kind": "happening", "reason": "no place is known", "count": 2, "ids": ["h1", "h2"]}
    ]


def test_a_try_says_what_would_be_and_does_nothing(ledger: Ledger, tmp_path: Path) -> None:
    before, head = sorted(tmp_path.rglob("*")), ledger.head()
    tried = try_export(ledger, "jsonl")
    assert tried.account.written == {"report": 3, "claim": 2, "happening": 2, "judgement": 1}
    assert tried.manifest is None
    assert (sorted(tmp_path.rglob("*")), ledger.head()) == (before, head)


def test_what_cannot_be_is_refused_before_anything_is_written(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="there is no such format; there are jsonl"):
        export_ledger(ledger, "word", tmp_path / "x")
    with pytest.raises(ExportError, match="several files"):
        export_ledger(ledger, "csv", io.BytesIO())
    with pytest.raises(FilterError, match="nothing to look for"):
        export_ledger(ledger, "csv", tmp_path / "x", Filter(words='""'))
    assert not (tmp_path / "x").exists()
    with open_ledger(tmp_path / "onrecord.db", read_only=True) as reading, pytest.raises(LedgerReadOnly):
        api.export(reading, "csv", tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_every_format_is_called_as_it_is_listed() -> None:
    assert [formats.open_format(name).name for name in formats.FORMATS] == list(formats.FORMATS)


def test_500_records_come_back_byte_for_byte(tmp_path: Path) -> None:
    records = [
        replace(record_of(f"sha256:{number:064x}"), reader=Reader("tester", str(number % 3), seconds=number / 7))
        for number in range(500)
    ]
    with open_ledger(tmp_path / "one.db", create=True) as first:
        first.add_many([(Original.of(f"{at}".encode(), "text/plain", f"{at}"), one) for at, one in enumerate(records)])
        api.export(first, "jsonl", tmp_path / "out")
    with open_ledger(tmp_path / "two.db", create=True) as second:
        came = list(api.add([tmp_path / "out" / "reports.jsonl"], second, reader=FakeReader()))
        assert len(came) == 500
        assert [dumps(second.get_record(f"r{at}")) for at in range(1, 501)] == [dumps(one) for one in records]
        api.export(second, "jsonl", tmp_path / "again")
    assert (tmp_path / "again" / "reports.jsonl").read_bytes() == (tmp_path / "out" / "reports.jsonl").read_bytes()
