"""Tables as CSV, one file a table."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import Final

from onrecord.export.cells import csv_line
from onrecord.export.material import Account, Format, Material, Sink
from onrecord.export.tables.all import COLUMNS, TABLES
from onrecord.export.tables.rows import iter_rows

__all__ = ["FORMAT"]

# Excel takes a file without it for one in the encoding of the country.
_MARK: Final = b"\xef\xbb\xbf"


def _write(material: Material, sink: Sink, account: Account) -> None:
    with ExitStack() as stack:
        files = {table.name: stack.enter_context(TemporaryFile()) for table in (*TABLES, COLUMNS)}
        for table in (*TABLES, COLUMNS):
            head = csv_line(column.name for column in table.columns)
            files[table.name].write(_MARK + head.encode() + b"\r\n")
        for table, row in iter_rows(material, account):
            line = csv_line(row.get(column.name) for column in table.columns)
            files[table.name].write(line.encode("utf-8", "replace") + b"\r\n")
        for name, kept in files.items():
            kept.seek(0)
            with sink.file(f"{name}.csv") as stream:
                shutil.copyfileobj(kept, stream)


FORMAT: Final = Format("csv", "flat tables with names beside ids, a file each", "", "text/csv", _write)
