"""The original of a report: for the frame beside its text, or to be saved."""

from __future__ import annotations

from starlette.responses import Response

from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.originals import saved, shown
from onrecord.serve.desk.views.report import find_reading

__all__ = ["original"]


def original(desk: Desk, asked: Asked) -> Response:
    """Gives it: as something to look at, or with "save" in the address byte by byte as it came."""
    reading = find_reading(desk.ledger, asked.parts["id"])
    kept = desk.ledger.get_original(reading.report.id)
    if "save" in asked.options:
        return saved(kept)
    origin = reading.record.document.origin
    return shown(kept, origin.encoding if origin else None)
