"""The formats by name. Each is loaded when it is asked for, so that a list of them costs nothing."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from onrecord.errors import ExportError

if TYPE_CHECKING:
    from onrecord.export.material import Format

__all__ = ["FORMATS", "open_format"]

FORMATS: Final = {
    "jsonl": "onrecord.export.jsonl",
    "csv": "onrecord.export.tables.as_csv",
    "xlsx": "onrecord.export.tables.as_xlsx",
    "parquet": "onrecord.export.tables.as_parquet",
    "geojson": "onrecord.export.geojson",
    "acled": "onrecord.export.acled.write",
    "ucdp": "onrecord.export.ucdp.write",
    "plover": "onrecord.export.plover.write",
    "ftm": "onrecord.export.ftm",
    "schema-org": "onrecord.export.schema_org",
    "web-annotation": "onrecord.export.web_annotation",
    "dossier": "onrecord.export.dossier",
    "gold": "onrecord.export.gold",
}
"""The module of each format; it has a `FORMAT`."""


def open_format(name: str) -> Format:
    """A format by its name.

    Raises:
        ExportError: There is none of this name.
    """
    if name not in FORMATS:
        raise ExportError(f"{name}: there is no such format; there are {', '.join(FORMATS)}")
    found: Format = import_module(FORMATS[name]).FORMAT
    return found
