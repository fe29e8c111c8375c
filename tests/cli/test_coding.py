"""`onrecord code`: tables for people, CSV and JSON for programs, and everything that is in no row counted."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from onrecord.cli.coding import Coding, Form
from onrecord.cli.output import Output, open_output
from onrecord.export.acled import COLUMNS
from onrecord.record import Record, loads
from onrecord.reference.registry import load_registry
from tests.cli.happenings import shelling
from tests.cli.records import HOSTILE, bridge
from tests.cli.test_run import onrecord


def printed(form: Form, *records: Record, capsys: pytest.CaptureFixture[str]) -> tuple[str, Coding]:
    coding = Coding(open_output(), form, load_registry())
    for record in records:
        coding.add(record, "post.txt")
    return capsys.readouterr().out, coding


def table(record: Record, width: int) -> str:
    raw = io.TextIOWrapper(io.BytesIO())
    console = Console(file=io.StringIO(), width=width, height=50, markup=False, highlight=False, emoji=False)
    Coding(Output(console, console, raw), "table", load_registry()).add(record, "post.txt")
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert isinstance(text, str)
    return text


def test_csv_has_the_columns_of_acled(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed("csv", shelling(), bridge(), capsys=capsys)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert tuple(rows[0]) == COLUMNS
    assert [row["sub_event_type"] for row in rows] == ["Shelling/artillery/missile attack"]
    assert rows[0]["fatalities"] == "12"
    assert rows[0]["event_id_cnty"] == ""


def test_json_has_rows_with_checks_and_what_is_not_coded_with_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed("json", shelling(), capsys=capsys)
    told = [json.loads(line) for line in out.splitlines()]
    assert tuple(told[0]["row"]) == COLUMNS
    assert {check["column"] for check in told[0]["checks"]} >= {
        "event_date",
        "event_type",
        "actor1",
        "location",
        "fatalities",
    }
    assert told[0]["statuses"] == ["happened"]
    assert told[0]["voices"] == ["Mayor Alda Brun", "A monitor"]
    assert [one["not_coded"]["reason"] for one in told[1:]] == [
        "it is denied",
        "it is announced or planned and has not happened",
    ]


def test_in_is_coded_and_not_coded(capsys: pytest.CaptureFixture[str]) -> None:
    _, coding = printed("csv", shelling(), shelling(), capsys=capsys)
    assert list(coding.account()) == [
        "6 events told of: coded 2, not coded 4",
        "  2 not coded: it is denied",
        "  2 not coded: it is announced or planned and has not happened",
    ]
    assert coding.values() == {
        "coded": 2,
        "not_coded": {"it is denied": 2, "it is announced or planned and has not happened": 2},
    }


@pytest.mark.parametrize("width", [40, 71, 72, 100, 160])
def test_the_table_has_what_a_coder_checks_at_any_width(width: int) -> None:
    text = table(shelling(), width)
    assert max(map(len, text.split("\n"))) <= width
    plain = " ".join(text.split())
    for words in ("Military Forces of Syria", "Elmstead", "it is denied", "Shelling", "“on Sunday”"):
        assert words in plain
    letters = "".join(text.split())
    assert "told byMayorAldaBrun".replace(" ", "") in letters


def test_hostile_text_neither_steers_the_terminal_nor_is_a_formula(capsys: pytest.CaptureFixture[str]) -> None:
    record = shelling()
    chains = (
        replace(record.chains[0], name=f"=1+1{HOSTILE}", actor=None, kind="organisation", mentions=("m1",)),
        *record.chains[1:],
    )
    bad = replace(record, chains=chains, document=replace(record.document, publisher=f"@cmd\n{HOSTILE}", title=HOSTILE))
    text = table(bad, 100)
    assert "\x1b" not in text
    assert "\u202e" not in text
    out, _ = printed("csv", bad, capsys=capsys)
    (row,) = csv.DictReader(io.StringIO(out))
    assert row["actor1"].startswith("'=1+1")
    assert row["source"].startswith("'@cmd ")
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_the_command_ends_with_its_account(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("Mayor Brun said “the bridge is ours”.\n", encoding="utf-8")
    done = onrecord("code", report, tmp_path / "gone.txt", "--csv")
    assert done.returncode == 1
    assert done.stdout.decode() == ",".join(COLUMNS) + "\n"
    lines = done.stderr.decode().splitlines()
    assert lines[0] == "2 found: read 1, skipped 0, failed 1"
    assert lines[-1] == "0 events told of: coded 0, not coded 0"
    told = json.loads(onrecord("code", report, "--json", "--quiet").stderr)
    assert (told["read"], told["coded"], told["not_coded"]) == (1, 0, {})
    assert onrecord("code", report, "--json", "--csv").returncode == 2


def test_reading_still_prints_records(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("Mayor Brun said “the bridge is ours”.\n", encoding="utf-8")
    (line,) = onrecord("read", report, "--json").stdout.decode().splitlines()
    assert len(loads(line).statements) == 1
