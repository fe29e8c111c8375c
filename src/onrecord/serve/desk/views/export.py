"""What is on the screen, given out: the filter is the filter of the export, and each one is in the custody log."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from onrecord.errors import ExportError
from onrecord.export.formats import FORMATS, open_format
from onrecord.export.material import Format
from onrecord.pipeline.exporting import Exported, export_ledger, try_export
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk

__all__ = ["ExportPage", "export"]


@dataclass(frozen=True, slots=True)
class ExportPage:
    """What the page shows.

    Attributes:
        formats: What can be chosen, by name.
        chosen: The name of the format that is chosen.
        redact: Whether it is for people outside.
        tried: What an export would hold and leave out, where that was asked.
        missing: What has to be installed for the format that is chosen; None where nothing is missing.
    """

    formats: Mapping[str, Format]
    chosen: str
    redact: bool
    tried: Exported | None
    missing: str | None = None


def export(desk: Desk, asked: Asked) -> Response:
    """Shows the choice; says what would be given out; gives it out."""
    name = asked.value("format") or asked.options.get("format") or "csv"
    redact = (asked.value("for") or asked.options.get("for", "others")) != "team"
    if asked.posted:
        return _give(desk, asked, open_format(name), redact=redact)
    tried, missing = None, None
    if "try" in asked.options:
        try:
            tried = try_export(desk.ledger, name, asked.filter, redact=redact)
        except ExportError as error:
            missing = str(error)
    formats = {known: open_format(known) for known in FORMATS}
    return desk.page(asked, "export.html", ExportPage(formats, open_format(name).name, redact, tried, missing))


def _give(desk: Desk, asked: Asked, chosen: Format, *, redact: bool) -> Response:
    # What has several files, or is for others, goes with its manifest, and so into one zip.
    name = f"onrecord-{chosen.name}.zip"
    folder = tempfile.TemporaryDirectory(prefix="onrecord-export-")
    path = Path(folder.name) / name
    try:
        export_ledger(desk.ledger, chosen.name, path, asked.filter, redact=redact)
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(path, filename=name, media_type="application/zip", background=BackgroundTask(folder.cleanup))
