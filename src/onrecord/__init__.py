"""onrecord reads reporting on an armed conflict and keeps who said what."""

from typing import TYPE_CHECKING

from onrecord.errors import InputError, LedgerError, OnrecordError, RecordError
from onrecord.record import Document, Record, Span, Statement, dumps, loads
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.api import (
        add,
        export,
        link,
        link_records,
        open_ledger,
        open_reader,
        read_many,
        read_report,
        read_text,
        refresh,
    )
    from onrecord.pipeline import Failed, Skipped, Succeeded
    from onrecord.settings import Settings

__all__ = [
    "Document",
    "Failed",
    "InputError",
    "LedgerError",
    "OnrecordError",
    "Record",
    "RecordError",
    "Settings",
    "Skipped",
    "Span",
    "Statement",
    "Succeeded",
    "__version__",
    "add",
    "dumps",
    "export",
    "link",
    "link_records",
    "loads",
    "open_ledger",
    "open_reader",
    "read_many",
    "read_report",
    "read_text",
    "refresh",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load what needs numpy and the network only when it is first asked for, so that importing stays quick."""
        from importlib import import_module

        rooms = {"Settings": "settings", "Failed": "pipeline", "Skipped": "pipeline", "Succeeded": "pipeline"}
        if name not in __all__:
            raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
        return getattr(import_module(f"onrecord.{rooms.get(name, 'api')}"), name)
