"""The flat tables: the same rows as CSV, as sheets and as Parquet, with names beside ids and every column explained."""

from __future__ import annotations

import builtins
import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from onrecord.errors import ExportError
from onrecord.export.material import Account
from onrecord.export.tables import as_csv, as_parquet, as_xlsx
from onrecord.export.tables.all import COLUMNS, TABLES
from onrecord.record import Judgement
from tests.export.materials import DOCUMENT, Kept, Made, happening

JUDGED = Made(judgements=(Judgement("j1", "r1.1.s1", "r1", "s1", "wrong", {"form": "direct"}, "Noor", "=she speaks", "2019-01-02T00:00:00Z"),))  # fmt: skip


def in_csv(made: Made, account: Account) -> dict[str, list[dict[str, str]]]:
    sink = Kept()
    as_csv.FORMAT.write(made, sink, account)
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        for name, content in sink.files.items()
    }


def test_there_is_a_file_for_each_table_and_one_that_explains_them() -> None:
    tables = in_csv(JUDGED, Account())
    assert list(tables) == [table.name for table in (*TABLES, COLUMNS)]
    assert all(rows for rows in tables.values())
    told = [(row["table"], row["column"]) for row in tables["columns"]]
    assert told == [(table.name, column.name) for table in TABLES for column in table.columns]
    assert all(row["meaning"].endswith(".") for row in tables["columns"])
    assert all(
        list(rows[0]) == [column.name for column in table.columns] for table in TABLES for rows in [tables[table.name]]
    )


def test_names_stand_beside_ids_in_every_table_about_a_report() -> None:
    tables = in_csv(JUDGED, Account())
    of_reports = {table.name for table in TABLES if any(column.name == "report" for column in table.columns)}
    assert {table.name for table in TABLES} - of_reports == {"claims", "happenings"}
    for name in of_reports:
        (first, *_) = tables[name]
        assert (first["report"], first["title"], first["publisher"]) == ("r1", "Umm Nadir tells of Susah", "Euphrates Post"), name  # fmt: skip


def test_an_event_row_carries_precision_status_voices_and_independent_sources() -> None:
    (row,) = in_csv(JUDGED, Account())["events_flat"]
    expected = {
        "happening": "h1", "type": "shelling", "status": "claimed", "certainty": "certain", "asserted_by": "s1", "voices": "Umm Nadir",
        "claim_status": "contested", "contested": "true", "n_independent": "1", "claims": "c1", "perpetrators": "Syrian army",
        "blame": "claimed", "place": "Susah", "latitude": "34.53", "longitude": "-40.9", "geo_precision": "settlement",
        "earliest": "2018-12-18", "date_precision": "day", "killed_low": "7", "killed_high": "7", "injured_low": "",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_a_province_has_no_point_and_what_is_near_has_a_radius() -> None:
    places = {row["place"]: row for row in in_csv(JUDGED, Account())["places"]}
    assert (places["Deir ez-Zor"]["latitude"], places["Deir ez-Zor"]["geo_precision"]) == ("", "province")
    assert (places["Hajin"]["latitude"], places["Hajin"]["geo_radius_m"]) == ("34.7", "25000")


def test_everything_written_is_counted_by_what_it_is() -> None:
    account = Account()
    tables = in_csv(JUDGED, account)
    assert account.written == {table.row: len(tables[table.name]) for table in TABLES}
    assert account.left_out == []


def test_a_report_that_is_gone_leaves_its_cells_empty() -> None:
    tables = in_csv(Made(records=(), happenings=(happening(documents=(DOCUMENT, "sha256:gone")),)), Account())
    assert [row["report"] for row in tables["tellings"]] == ["", ""]
    assert [row["document"] for row in tables["tellings"]] == [DOCUMENT, "sha256:gone"]


def test_sheets_hold_what_csv_holds_and_numbers_are_numbers() -> None:
    sink = Kept()
    as_xlsx.FORMAT.write(JUDGED, sink, Account())
    book = openpyxl.load_workbook(io.BytesIO(sink.files["tables.xlsx"]))
    assert book.sheetnames == [table.name for table in (*TABLES, COLUMNS)]
    tables = in_csv(JUDGED, Account())
    for name in book.sheetnames:
        head, *rows = book[name].iter_rows(values_only=True)
        shown = [dict(zip(head, map(_shown, row), strict=True)) for row in rows]
        assert shown == tables[name], name
    flat: Any = book["events_flat"]
    cells = {cell.value: flat.cell(2, cell.column) for cell in flat[1]}
    assert (cells["longitude"].value, cells["longitude"].data_type) == (-40.9, "n")
    assert cells["contested"].value is True


def _shown(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_named() -> None:
    long = Judgement("j1", "r1", "r1", None, "wrong", None, "Noor", "a" * 32_766 + "😀b", "2019-01-02T00:00:00Z")
    sink, account = Kept(), Account()
    as_xlsx.FORMAT.write(Made(judgements=(long,)), sink, account)
    sheet: Any = openpyxl.load_workbook(io.BytesIO(sink.files["tables.xlsx"]))["judgements"]
    assert "a" * 32_766 + "…" in [cell.value for cell in sheet[2]]
    assert [(one.kind, one.id) for one in account.left_out] == [
        ("rest of a cell", "judgements j1 Umm Nadir tells of Susah")
    ]


def test_rows_that_a_sheet_has_no_room_for_are_left_out_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_xlsx, "_MOST_ROWS", 3)
    account = Account()
    as_xlsx.FORMAT.write(Made(), Kept(), account)
    assert account.written["place"] == 2
    assert {one.reason for one in account.left_out if one.kind == "place"} == {"a sheet holds 3 rows"}


def test_a_workbook_is_the_same_whenever_it_is_made() -> None:
    made = []
    for _ in range(2):
        sink = Kept()
        as_xlsx.FORMAT.write(JUDGED, sink, Account())
        made.append(sink.files)
    assert made[0] == made[1]


def test_parquet_has_types_and_untouched_words(tmp_path: Path) -> None:
    sink = Kept()
    as_parquet.FORMAT.write(JUDGED, sink, Account())
    assert list(sink.files) == [f"{table.name}.parquet" for table in (*TABLES, COLUMNS)]
    for name, content in sink.files.items():
        (tmp_path / name).write_bytes(content)
    with duckdb.connect() as database:
        found = database.execute(
            f"SELECT longitude, n_independent, contested, killed_low FROM '{tmp_path}/events_flat.parquet'"
        )
        assert found.fetchall() == [(-40.9, 1, True, 7.0)]
        assert database.execute(f"SELECT why FROM '{tmp_path}/judgements.parquet'").fetchall() == [("=she speaks",)]


def test_parquet_names_its_extra_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[..., Any] = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "duckdb":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExportError, match=r"onrecord\[parquet\]"):
        as_parquet.FORMAT.write(JUDGED, Kept(), Account())
