"""A copy family: which reports carry one text, where it comes from, and the passages side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from starlette.responses import JSONResponse, Response

from onrecord.errors import NotInLedger
from onrecord.ledger import InReport, PairJudged
from onrecord.record import Copies, Passage
from onrecord.record.codec import linked_to_json
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk

__all__ = ["CopiesPage", "Shared", "copies"]

_PASSAGES: Final = 30
_TAKEN: Final = {
    "wholly": "wholly taken from elsewhere",
    "partially": "partially taken from elsewhere",
    "not": "not taken from elsewhere",
}


@dataclass(frozen=True, slots=True)
class Member:
    """A report of the family.

    Attributes:
        document: The id by which the family calls it.
        report: The report; None where it is not in the ledger any more.
        taken: How much of it is taken from elsewhere, in words.
        root: Whether the others come from it.
    """

    document: str
    report: InReport | None
    taken: str
    root: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that reports share.

    Attributes:
        kind: What kind of evidence it is.
        passages: The words in each report, with the report.
    """

    kind: str
    passages: tuple[tuple[Passage, InReport | None], ...]


@dataclass(frozen=True, slots=True)
class CopiesPage:
    """What the page of a family shows.

    Attributes:
        id: Its id.
        members: Its reports, the origin first, then by date.
        shared: What they share.
        more: How many further passages there are.
        judged: What people decided about pairs of them.
    """

    id: str
    members: tuple[Member, ...]
    shared: tuple[Shared, ...]
    more: int
    judged: tuple[PairJudged, ...]


def copies(desk: Desk, asked: Asked) -> Response:
    """Shows it."""
    explained = desk.ledger.explain(asked.parts["id"])
    family = explained.linked
    if not isinstance(family, Copies):
        raise NotInLedger(f"{asked.parts['id']}: is no copy family; they are called cf1, cf2, …")
    if asked.json:
        return JSONResponse({"ok": True, "copies": linked_to_json(family)})
    reports = desk.ledger.reports_by_document(family.reports)
    members = [
        Member(
            document,
            reports.get(document),
            _TAKEN.get(family.derivation.get(document, ""), "how much is taken from elsewhere is not known"),
            document == family.root,
        )
        for document in family.reports
    ]
    members.sort(key=lambda one: (not one.root, (one.report.published if one.report else None) or "9999", one.document))
    shared = [
        Shared(one.kind, tuple((span, reports.get(span.document)) for span in one.spans))
        for one in family.evidence
        if one.spans
    ]
    page = CopiesPage(
        asked.parts["id"], tuple(members), tuple(shared[:_PASSAGES]), max(len(shared) - _PASSAGES, 0), explained.judged
    )  # fmt: skip
    return desk.page(asked, "copies.html", page)
