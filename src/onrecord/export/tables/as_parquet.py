"""Tables as Parquet, one file a table, with real types. It takes duckdb, which an extra brings."""

from __future__ import annotations

import json
import shutil
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from onrecord.errors import ExportError
from onrecord.export.material import Account, Format, Material, Sink
from onrecord.export.tables.all import COLUMNS, TABLES
from onrecord.export.tables.rows import iter_rows
from onrecord.export.tables.shape import Table

__all__ = ["FORMAT"]

_TYPES: Final = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "truth": "BOOLEAN"}
# Nothing is fetched: what is needed is in the package.
_ALONE: Final = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def _write(material: Material, sink: Sink, account: Account) -> None:
    duckdb = _duckdb()
    every = (*TABLES, COLUMNS)
    with TemporaryDirectory(prefix="onrecord-parquet-") as folder, duckdb.connect(config=_ALONE) as database:
        with ExitStack() as stack:
            paths = {table.name: Path(folder) / f"{table.name}.jsonl" for table in every}
            files = {name: stack.enter_context(path.open("w", encoding="utf-8")) for name, path in paths.items()}
            for table, row in iter_rows(material, account):
                line = {column.name: row.get(column.name) for column in table.columns}
                files[table.name].write(json.dumps(line) + "\n")
        for table in every:
            made = Path(folder) / f"{table.name}.parquet"
            _convert(database, table, paths[table.name], made)
            with sink.file(made.name) as stream, made.open("rb") as content:
                shutil.copyfileobj(content, stream)


def _convert(database: Any, table: Table, lines: Path, made: Path) -> None:
    shape = ", ".join(f"'{column.name}': '{_TYPES[column.kind]}'" for column in table.columns)
    # Names of columns are ours; paths are those of a folder that was made a moment ago.
    database.execute(
        f"COPY (SELECT * FROM read_json('{lines}', format = 'newline_delimited', columns = {{{shape}}})) "  # noqa: S608
        f"TO '{made}' (FORMAT parquet, COMPRESSION zstd)"
    )


def _duckdb() -> Any:
    try:
        import duckdb  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise ExportError(
            "parquet: needs the extra `parquet`; run: pip install 'onrecord[parquet]', or take csv, which needs nothing"
        ) from error
    return duckdb


FORMAT: Final = Format(
    "parquet", "the same tables with types, a file each", "", "application/vnd.apache.parquet", _write
)
