"""The reports that tell of a claim or a happening, in short: outlet, date, headline, and whose text they carry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.ledger.linking.tables import COPIES, COPY_MEMBERS, LINKED
from onrecord.ledger.tables import REPORTS

__all__ = ["InReport", "independent_tellers", "reports_by_document"]

# More than any page shows; a statement takes no more values than a few ten thousand.
_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class InReport:
    """A report in which something is told.

    Attributes:
        id: Its id.
        document: The id by which linked objects call it.
        title: Its headline, or its name where it has none.
        publisher: The outlet.
        published: ISO date of publication.
        family: The copy family that it is in.
        root: The report that this family comes from, if it is one of them.
        derivation: How much of it is taken from elsewhere: wholly, partially, or not.
    """

    id: str
    document: str
    title: str | None
    publisher: str | None
    published: str | None
    family: str | None = None
    root: str | None = None
    derivation: str | None = None


def reports_by_document(connection: Connection, documents: Iterable[str]) -> dict[str, InReport]:
    """The reports of some documents, by the document's id."""
    asked = list(dict.fromkeys(documents))
    found: dict[str, InReport] = {}
    for start in range(0, len(asked), _AT_ONCE):
        rows = connection.execute(
            select(
                REPORTS.c.id, LINKED.c.document, REPORTS.c.title, REPORTS.c.publisher, REPORTS.c.published,
                COPY_MEMBERS.c.family, COPIES.c.root, COPY_MEMBERS.c.derivation,
            )
            .join(LINKED, LINKED.c.report == REPORTS.c.id)
            .outerjoin(COPY_MEMBERS, COPY_MEMBERS.c.report == REPORTS.c.id)
            .outerjoin(COPIES, COPIES.c.id == COPY_MEMBERS.c.family)
            .where(LINKED.c.document.in_(asked[start : start + _AT_ONCE]), LINKED.c.same_as.is_(None))
        )  # fmt: skip
        # Of a report in two families the first counts: it is shown under one root.
        for row in rows:
            found.setdefault(row.document, InReport(*row))
    return found


def independent_tellers(reports: Iterable[InReport]) -> int:
    """How many tell of it independently: reports of one outlet, and those that share a text, count once."""
    home: dict[object, object] = {}

    def top(one: object) -> object:
        while (above := home.setdefault(one, one)) != one:
            one = above
        return one

    told = {report.id: report for report in reports}
    for report in told.values():
        outlet = ("outlet", report.publisher.casefold()) if report.publisher else None
        for shared in (outlet, ("text", report.family) if report.family else None):
            if shared is not None:
                home[top(shared)] = top(report.id)
    return len({top(id_) for id_ in told})
