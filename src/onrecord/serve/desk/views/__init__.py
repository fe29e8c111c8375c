"""The views of the desk: each a function that answers one kind of address."""

from __future__ import annotations

from typing import Final

from onrecord.serve.desk.desk import View
from onrecord.serve.desk.views import claim, claims, copies, happening, happenings, home

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
)  # fmt: skip
"""Every address with what answers it; a list has its rows under the same address with .json behind it."""
