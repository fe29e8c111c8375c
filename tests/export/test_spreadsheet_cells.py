"""The guard of cells: what would be a formula is text, what is a number or words stays; read back from CSV and from a workbook."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest

from onrecord.export.cells import csv_line, safe
from onrecord.export.material import Account
from onrecord.export.tables.as_xlsx import FORMAT
from onrecord.record import Judgement
from tests.export.materials import Kept, Made

_BODIES = (
    "1+1", "SUM(A1:A9)", "cmd|' /C calc'!A0", 'HYPERLINK("http://x.example","see")', "@SUM(1)", "IMPORTXML(1,2)", "A1", "-1+2",
)  # fmt: skip
_STARTS = ("=", "+", "-", "@", "\t=", "\r=", " =", "＝", "＋", "－")
DANGEROUS = [f"{start}{body}" for start in _STARTS for body in _BODIES]
HARMLESS = [
    *(f"{sign}{number}" for sign in ("-", "+", "") for number in ("36.5", "0", "40.9125", "1e5", "180", "7.", ".5", "1000000")),
    *(f"-{degrees}.{minutes}" for degrees in (1, 36, 73, 99, 122, 179) for minutes in (0, 25, 5001, 99999)),
    "2018-12-18", "2018-12", "2018", "1999-01-01T00:00:00Z", "12-14", "7–9", "12/14", "0031 20 555 0100", "00963 11 555 0100",
    "“=1+1” said the mayor", "a=b", "C = D", "Deir ez-Zor", "al-Bukamal", "x@example.org", "e-mail: a@b.example", "50%", "1,000",
    "العربية", "Сусах", "苏萨", "−36.5", "—", "– said the mayor", "'quoted'", '"quoted"', "r12", "sha256:ab", "c1; c2", "true",
    "#REF", "N/A",
]  # fmt: skip


def test_there_are_enough_of_both() -> None:
    assert len(set(DANGEROUS)) >= 80
    assert len(set(HARMLESS)) >= 80


@pytest.mark.parametrize("cell", DANGEROUS)
def test_what_would_be_a_formula_is_text(cell: str) -> None:
    assert safe(cell).startswith("'")
    ((read,),) = csv.reader([csv_line([cell])])
    assert read == safe(cell)


@pytest.mark.parametrize("cell", HARMLESS)
def test_what_is_no_formula_stays(cell: str) -> None:
    assert safe(cell) == cell
    ((read,),) = csv.reader([csv_line([cell])])
    assert read == cell


@pytest.mark.parametrize("cell", ["\u200e=1+1", "\u202e@SUM(1)", "\ufeff=1", "\x00=1", "\u00ad+cmd"])
def test_a_sign_that_shows_nothing_hides_no_formula(cell: str) -> None:
    assert safe(cell).startswith("'")


def test_numbers_and_truths_are_written_as_what_they_are() -> None:
    (read,) = csv.reader(io.StringIO(csv_line([-36.5, 7, None, True, False, 1.5e-7])))
    assert read == ["-36.5", "7", "", "true", "false", "1.5e-07"]


def test_a_workbook_has_no_formula_and_no_link() -> None:
    cells = [*DANGEROUS, *HARMLESS, "https://post.example/1", "mailto:a@b.example"]
    judgements = tuple(
        Judgement(f"j{at}", "r1", "r1", None, "right", None, "tester", cell, "2019-01-01T00:00:00Z")
        for at, cell in enumerate(cells)
    )
    sink = Kept()
    FORMAT.write(Made(judgements=judgements), sink, Account())
    book = openpyxl.load_workbook(io.BytesIO(sink.files["tables.xlsx"]))
    sheet: Any = book["judgements"]
    names = [cell.value for cell in sheet[1]]
    read = [row[names.index("why")] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in read] == [safe(cell) for cell in cells]
    assert {cell.data_type for cell in read} == {"s"}
    assert all(cell.hyperlink is None for cell in read)
