"""Rows as CSV: every cell safe to open in a spreadsheet."""

from __future__ import annotations

from onrecord.export import cells
from onrecord.export.acled.row import COLUMNS, AcledRow

__all__ = ["csv_head", "csv_line"]


def csv_head() -> str:
    """The names of the columns."""
    return cells.csv_line(COLUMNS)


def csv_line(row: AcledRow) -> str:
    """A row as one line of CSV, without the line's end."""
    return cells.csv_line(row.cells())
