"""Rows as CSV: every cell safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from onrecord.export.acled.row import COLUMNS, AcledRow

__all__ = ["csv_head", "csv_line", "safe"]

# What a spreadsheet takes for the beginning of a formula.
_FORMULA: Final = re.compile(r"[\s\u00a0\ufeff]*[=+\-@＝＋－＠\t\r]")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)


def csv_head() -> str:
    """The names of the columns."""
    return _line(COLUMNS)


def csv_line(row: AcledRow) -> str:
    """A row as one line of CSV, without the line's end."""
    return _line(["" if cell is None else safe(str(cell)) for cell in row.cells()])


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, on one line, without characters that show nothing of themselves."""
    if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        cell = "'" + cell
    if cell.isprintable():
        return cell
    plain = "".join(" " if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character for character in cell)
    return "".join(
        character
        for character in plain
        if unicodedata.category(character) not in ("Cf", "Cs") or character in "\u200c\u200d"
    )


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()
