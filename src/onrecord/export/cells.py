"""Cells of a spreadsheet: none of them is taken for a formula, and no number is touched."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

__all__ = ["Cell", "csv_line", "safe", "written"]

Cell = str | int | float | bool | None
"""What stands in a cell; None is an empty one."""

# What a spreadsheet takes for the beginning of a formula.
_FORMULA: Final = re.compile(r"[\s\u00a0\ufeff]*[=+\-@＝＋－＠]|\s*[\t\r]")
_NUMBER: Final = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE)
# These join letters of Persian and of Hindi; without them words are spelt wrong.
_JOINERS: Final = "\u200c\u200d"


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, on one line, without characters that show nothing of themselves."""
    starts = _FORMULA.match(cell) is not None
    plain = cell if cell.isprintable() else _plain(cell)
    # What is taken out may have stood before a sign that begins a formula.
    if (starts or _FORMULA.match(plain)) and not _NUMBER.fullmatch(plain.strip()):
        return f"'{plain}"
    return plain


def written(cell: Cell) -> str:
    """Any cell as CSV has it."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return str(cell)
    return safe(cell)


def csv_line(cells: Iterable[Cell]) -> str:
    """A row as one line of CSV, without the line's end."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([written(cell) for cell in cells])
    return line.getvalue()


def _plain(cell: str) -> str:
    spaced = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in cell)
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in ("Cf", "Cs") or sign in _JOINERS)
