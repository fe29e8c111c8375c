"""Tables as one workbook, a sheet each: cells are what they are, and none is a formula or a link."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import xlsxwriter

from onrecord.export.cells import Cell, safe
from onrecord.export.material import Account, Format, Material, Sink
from onrecord.export.tables.all import COLUMNS, TABLES
from onrecord.export.tables.rows import iter_rows
from onrecord.export.tables.shape import Row, Table

__all__ = ["FORMAT"]

_MOST_ROWS: Final = 1_048_576
_LONGEST: Final = 32_767
# A workbook has no way to write a larger whole number exactly.
_LARGEST: Final = 10**15


def _write(material: Material, sink: Sink, account: Account) -> None:
    with TemporaryDirectory(prefix="onrecord-xlsx-") as folder:
        path = Path(folder) / "tables.xlsx"
        options = {
            "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
            "tmpdir": folder,
        }  # fmt: skip
        book = xlsxwriter.Workbook(str(path), options)
        # The same tables give the same bytes, whenever they are written.
        book.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC)})
        sheets = {table.name: _Sheet(book, table, account) for table in (*TABLES, COLUMNS)}
        for table, row in iter_rows(material, account):
            sheets[table.name].add(row)
        book.close()
        with sink.file("tables.xlsx") as stream, path.open("rb") as made:
            shutil.copyfileobj(made, stream)


class _Sheet:
    """One sheet, written row after row."""

    def __init__(self, book: Any, table: Table, account: Account) -> None:
        self._table, self._account, self._rows = table, account, 0
        self._sheet = book.add_worksheet(table.name)
        self._sheet.freeze_panes(1, 0)
        self._put([column.name for column in table.columns])

    def add(self, row: Row) -> None:
        """Writes a row, if there is room for it."""
        cells = [row.get(column.name) for column in self._table.columns]
        if self._rows == _MOST_ROWS:
            self._account.wrote(self._table.row, -1)
            self._account.leave_out(self._table.row, _name(cells), f"a sheet holds {_MOST_ROWS:,} rows")
        else:
            self._put(cells)

    def _put(self, cells: list[Cell] | list[str]) -> None:
        for at, cell in enumerate(cells):
            match cell:
                case None:
                    continue
                case bool():
                    self._sheet.write_boolean(self._rows, at, cell)
                case int() | float() if abs(cell) < _LARGEST:
                    self._sheet.write_number(self._rows, at, cell)
                case _:
                    self._sheet.write_string(self._rows, at, self._cut(safe(str(cell)), cells))
        self._rows += 1

    def _cut(self, words: str, cells: list[Cell] | list[str]) -> str:
        if _length(words) <= _LONGEST:
            return words
        reason = f"a cell of a sheet holds {_LONGEST:,} characters; the rest is cut off"
        self._account.leave_out("rest of a cell", f"{self._table.name} {_name(cells)}", reason)
        half = words.encode("utf-16-le")[: 2 * (_LONGEST - 1)]
        return half.decode("utf-16-le", "ignore") + "…"


def _length(words: str) -> int:
    """How many characters a spreadsheet counts."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


def _name(cells: list[Cell] | list[str]) -> str:
    return " ".join(str(cell) for cell in cells[:5:4] if cell)


FORMAT: Final = Format(
    "xlsx", "the same tables as sheets of one workbook", ".xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _write,
)  # fmt: skip
