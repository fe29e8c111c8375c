"""The Python interface, with a reader that needs no model; and with the shipped one where it is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import onrecord
from onrecord import Document, Failed, Settings, Skipped, Succeeded
from onrecord.errors import ModelError, RefusedInput, SettingsError, UnreadableInput
from tests.cli.fakes import FakeReader

REPORT = "Mayor Brun said it is so.\n"
SHIPPED = Path(onrecord.__file__).parent / "models" / "reader" / "manifest.json"


def test_a_file_a_text_and_a_document_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT)
    records = [
        onrecord.read_report(path, reader=FakeReader()),
        onrecord.read_report(str(path), reader=FakeReader()),
        onrecord.read_text(REPORT, reader=FakeReader()),
        onrecord.read_report(Document("own", REPORT), reader=FakeReader()),
    ]
    assert [record.statements[0].content.spans[0].text for record in records] == ["it is so"] * 4
    assert records[0] == records[1] == records[2]
    assert records[3].document.id == "own"


def test_a_record_goes_round(tmp_path: Path) -> None:
    record = onrecord.read_text(REPORT, reader=FakeReader())
    path = tmp_path / "one.jsonl"
    path.write_text(onrecord.dumps(record) + "\n")
    assert onrecord.read_report(path, reader=FakeReader()).document == record.document
    assert onrecord.loads(onrecord.dumps(record)) == record


def test_errors_are_raised_for_one_report_and_told_for_many(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    (tmp_path / "b.txt").write_text(REPORT)
    (tmp_path / "c.docx").touch()
    with pytest.raises(UnreadableInput, match="empty"):
        onrecord.read_report(empty, reader=FakeReader())
    with pytest.raises(RefusedInput, match="read_many"):
        onrecord.read_report(tmp_path, reader=FakeReader())
    with pytest.raises(UnreadableInput):
        onrecord.read_text("", reader=FakeReader())
    kinds = {Path(outcome.name).name: type(outcome) for outcome in onrecord.read_many([tmp_path], reader=FakeReader())}
    assert kinds == {"b.txt": Succeeded, "c.docx": Skipped, "empty.txt": Failed}


def test_several_records_are_not_one_report(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text((onrecord.dumps(onrecord.read_text(REPORT, reader=FakeReader())) + "\n") * 2)
    with pytest.raises(RefusedInput, match="holds 2 reports"):
        onrecord.read_report(path, reader=FakeReader())


def test_limits_are_those_of_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT)
    with pytest.raises(onrecord.InputError, match="10 are read at most"):
        onrecord.read_report(path, settings=Settings(max_characters=10), reader=FakeReader())
    with pytest.raises(onrecord.InputError, match="may have 10"):
        onrecord.read_report(path, settings=Settings(max_bytes=10), reader=FakeReader())


def test_a_model_that_is_none_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(ModelError, match=str(tmp_path)):
        onrecord.open_reader(Settings(model=tmp_path))
    monkeypatch.setenv("ONRECORD_SPEED", "1")
    with pytest.raises(SettingsError, match="ONRECORD_SPEED"):
        onrecord.read_text(REPORT, reader=FakeReader())


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="wonder"):
        onrecord.wonder  # noqa: B018


@pytest.mark.skipif(
    not SHIPPED.exists() and "ONRECORD_MODEL" not in os.environ, reason="the trained reader is not in this checkout"
)
def test_the_trained_reader_reads() -> None:
    record = onrecord.read_text("Harn, 3 May\n\nMayor Alda Brun said on Monday that the bridge was open.\n")
    (statement,) = record.statements
    assert statement.source
    assert [span.text for span in statement.source.spans] == ["Mayor Alda Brun"]
    assert statement.cue
    assert statement.cue.spans[0].text.startswith("said")
    assert "the bridge was open" in statement.content.spans[0].text
    assert record.reader
    assert record.reader.model_sha256


def test_a_ledger_is_opened_under_a_name(tmp_path: Path) -> None:
    with onrecord.open_ledger(tmp_path / "onrecord.db", create=True, who="Noor") as ledger:
        ledger.follow("https://post.example/feed")
        assert {step.who for step in ledger.iter_custody()} == {"Noor"}
