"""The views of the desk: each a function that answers one kind of address."""

from __future__ import annotations

from typing import Final

from onrecord.serve.desk.desk import View
from onrecord.serve.desk.views import home, original, report, reports, search, speakers

__all__ = ["VIEWS"]

_GET: Final = ("GET",)
_POST: Final = ("POST",)

VIEWS: Final[tuple[tuple[str, View, tuple[str, ...]], ...]] = (
    ("/", home.home, _GET),
    ("/reports", reports.reports, _GET),
    ("/reports/{id}/original", original.original, _GET),
    ("/reports/{id}", report.report, _GET),
    ("/search", search.search, _GET),
    ("/speakers", speakers.speakers, _GET),
    ("/speakers/{id:path}", speakers.speaker, _GET),
)  # fmt: skip
"""Every address with what answers it; a list has its rows under the same address with .json behind it."""
