"""The views of the desk: each a function that answers one kind of address."""

from __future__ import annotations

from typing import Final

from onrecord.serve.desk.desk import View
from onrecord.serve.desk.views import agreement, export, home, review

__all__ = ["VIEWS"]

_GET: Final = ("GET",)
_POST: Final = ("POST",)

VIEWS: Final[tuple[tuple[str, View, tuple[str, ...]], ...]] = (
    ("/", home.home, _GET),
    ("/export", export.export, (*_GET, *_POST)),
    ("/review", review.review, (*_GET, *_POST)),
    ("/review.json", review.review, _GET),
    ("/review/agreement", agreement.agreement, _GET),
    ("/review/agreement.json", agreement.agreement, _GET),
    ("/review/bulk", review.bulk, _POST),
    ("/review/undo", review.undo, _POST),
    ("/review/redo", review.redo, _POST),
)  # fmt: skip
"""Every address with what answers it; a list has its rows under the same address with .json behind it."""
