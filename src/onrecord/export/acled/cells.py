"""Rows as CSV: every cell safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from onrecord.export.acled.row import COLUMNS, AcledRow

__all__ = ["csv_head", "csv_line", "line", "safe"]

# What a spreadsheet takes for the beginning of a formula.
_FORMULA: Final = re.compile(r"[\s\u00a0\ufeff]*[=+\-@＝＋－＠\t\r]")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)


def csv_head() -> str:
    """The names of the columns."""
    return line(COLUMNS)


def csv_line(row: AcledRow) -> str:
    """A row as one line of CSV, without the line's end."""
    return line(row.cells())


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


def line(cells: Iterable[str | int | float | None]) -> str:
    """Cells as one line of CSV, each safe, without the line's end; one without a value is empty."""
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(["" if cell is None else safe(str(cell)) for cell in cells])
    return written.getvalue()
