"""The views of the desk: each a function that answers one kind of address."""

from __future__ import annotations

from typing import Final

from onrecord.serve.desk.desk import View
from onrecord.serve.desk.views import (
    agreement,
    claim,
    claims,
    copies,
    export,
    happening,
    happenings,
    home,
    original,
    report,
    reports,
    review,
    search,
    speakers,
)  # fmt: skip
from onrecord.serve.desk.views.map import show_map
from onrecord.serve.desk.views.timeline import show_timeline

__all__ = ["VIEWS"]

_GET: Final = ("GET",)
_POST: Final = ("POST",)

VIEWS: Final[tuple[tuple[str, View, tuple[str, ...]], ...]] = (
    ("/", home.home, _GET),
    ("/claims", claims.claims, _GET),
    ("/claims.json", claims.claims, _GET),
    ("/claims/{id:str}.json", claim.claim, _GET),
    ("/claims/{id:str}", claim.claim, _GET),
    ("/happenings", happenings.happenings, _GET),
    ("/happenings.json", happenings.happenings, _GET),
    ("/happenings/{id:str}.json", happening.happening, _GET),
    ("/happenings/{id:str}", happening.happening, _GET),
    ("/copies/{id:str}.json", copies.copies, _GET),
    ("/copies/{id:str}", copies.copies, _GET),
    ("/reports", reports.reports, _GET),
    ("/reports.json", reports.reports, _GET),
    ("/reports/{id:str}/original", original.original, _GET),
    ("/reports/{id:str}.json", report.report, _GET),
    ("/reports/{id:str}", report.report, _GET),
    ("/search", search.search, _GET),
    ("/search.json", search.search, _GET),
    ("/speakers", speakers.speakers, _GET),
    ("/speakers.json", speakers.speakers, _GET),
    ("/speakers/{id:path}.json", speakers.speaker, _GET),
    ("/speakers/{id:path}", speakers.speaker, _GET),
    ("/export", export.export, (*_GET, *_POST)),
    ("/map", show_map, _GET),
    ("/map.json", show_map, _GET),
    ("/timeline", show_timeline, _GET),
    ("/timeline.json", show_timeline, _GET),
    ("/review", review.review, (*_GET, *_POST)),
    ("/review.json", review.review, _GET),
    ("/review/agreement", agreement.agreement, _GET),
    ("/review/agreement.json", agreement.agreement, _GET),
    ("/review/bulk", review.bulk, _POST),
    ("/review/undo", review.undo, _POST),
    ("/review/redo", review.redo, _POST),
)  # fmt: skip
"""Every address with what answers it; a list has its rows under the same address with .json behind it."""
