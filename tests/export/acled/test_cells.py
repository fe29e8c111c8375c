"""CSV that a spreadsheet can be trusted with."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.acled import COLUMNS, AcledRow, csv_head, csv_line
from onrecord.export.cells import safe


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\t=1", " =1", "＝1", "\r=1"])
def test_a_formula_is_made_text(cell: str) -> None:
    assert safe(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-12.5", "+3", "0", "35.5", "“=1” said the mayor", "12-14", "-1e5"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell


def test_what_steers_a_terminal_or_the_direction_of_a_line_is_gone() -> None:
    assert safe("a\x1b[31mb\u202ec\nd\x00e") == "a [31mbc d e"


@given(st.text(), st.text())
def test_a_line_reads_back_as_its_cells(notes: str, actor: str) -> None:
    row = replace(AcledRow(year=2018, latitude=-12.5), notes=notes, actor1=actor)
    line = csv_line(row)
    assert "\n" not in line
    assert "\r" not in line
    (cells,) = csv.reader([line])
    assert dict(zip(COLUMNS, cells, strict=True)) == {
        **dict.fromkeys(COLUMNS, ""), "year": "2018", "latitude": "-12.5", "notes": safe(notes), "actor1": safe(actor),
    }  # fmt: skip


def test_the_head_names_the_columns() -> None:
    assert csv_head() == ",".join(COLUMNS)
