"""Where the reports that linked objects name, and the parts of these, stand in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from onrecord.ledger.linking.asking import ask
from onrecord.record.claim import Claim
from onrecord.record.codec import Linked
from onrecord.record.copies import Copies

__all__ = ["Standing", "Standings", "documents_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where reports and their parts stand in a ledger.

    Attributes:
        reports: Ids of the reports by those of their documents.
        published: When each of these was published.
        parts: Ids of the rows of incidents and statements, by document and id within the record.
    """

    reports: Mapping[str, str]
    published: Mapping[str, str | None]
    parts: Mapping[tuple[str, str], str]


class Standings:
    """Looks up where reports stand, each once.

    Args:
        connection: A transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._reports: dict[str, str] = {}
        self._published: dict[str, str | None] = {}
        self._parts: dict[tuple[str, str], str] = {}

    def of(self, linked: Iterable[Linked]) -> Standing:
        """Where everything stands that some linked objects name; a report that is not linked is left out."""
        documents = {document for each in linked for document in documents_of(each)}
        self._look_up(sorted(documents - self._reports.keys()))
        return Standing(self._reports, self._published, self._parts)

    def _look_up(self, documents: list[str]) -> None:
        sql = (
            "SELECT linked_reports.document, reports.id, reports.published FROM linked_reports "
            "JOIN reports ON reports.id = linked_reports.report WHERE same_as IS NULL AND document IN ?"
        )
        for document, report, published in ask(self._connection, sql, documents):
            self._reports[document], self._published[document] = report, published
        # Of two parts with one id the first counts.
        for table in ("statements", "incidents"):
            sql = (
                f"SELECT linked_reports.document, {table}.record_id, {table}.id FROM linked_reports "  # noqa: S608
                f"JOIN {table} ON {table}.reading = linked_reports.reading WHERE same_as IS NULL AND document IN ?"
            )
            rows = ask(self._connection, sql, documents)
            for document, record_id, id_ in sorted(rows, key=lambda row: (len(row[2]), row[2])):
                self._parts.setdefault((document, record_id), id_)


def documents_of(linked: Linked) -> Iterator[str]:
    """Ids of the reports that a linked object names."""
    if isinstance(linked, Copies):
        yield from linked.reports
    elif isinstance(linked, Claim):
        yield from (stance.document for stance in linked.stances)
    else:
        yield from (document for document, _ in linked.incidents)
        yield from (told.document for told in linked.toll)
