"""Which reports tell of which event. In: what is given out. Out: its events one after the other, each with its tellings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, Self

from onrecord.export.material import Account, Material, Reported
from onrecord.export.recent import Recent
from onrecord.record import ById, Event, Happening, Incident, Told, incidents_of

__all__ = ["MergedEvent", "Telling", "iter_merged"]

_AT_HAND: Final = 200
"""Reports that are kept at hand, since one tells of several happenings."""
_OF_REPORTS: Final = frozenset({"words", "publisher", "report"})
"""Limits that are on reports: with these alone every happening of a report is within the filter if the report is."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one report tells it.

    Attributes:
        reported: The report.
        parts: The parts of its record.
        incident: The event within its record.
        events: Its mentions there.
    """

    reported: Reported
    parts: ById
    incident: Incident
    events: tuple[Event, ...]

    @property
    def id(self) -> str:
        """Report and incident: "r12 i3"."""
        return f"{self.reported.id} {self.incident.id}"


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """One event in the world.

    Attributes:
        kind: A happening of the ledger, or an incident or an event mention that is in none.
        id: The happening's id, or report and incident.
        tellings: Each report that tells of it.
        type: Its type in the ontology.
    """

    kind: Literal["happening", "incident", "event"]
    id: str
    tellings: tuple[Telling, ...]
    type: str | None = None


@dataclass(frozen=True, slots=True)
class _Report:
    """A report with what it tells, by the ids of the incidents."""

    reported: Reported
    parts: ById
    told: Mapping[str, Told]

    @classmethod
    def of(cls, reported: Reported) -> Self:
        told: dict[str, Told] = {}
        for one in incidents_of(reported.record):
            # Of two incidents with one id the first counts.
            told.setdefault(one[0].id, one)
        return cls(reported, ById.of(reported.record), told)

    def telling(self, incident: str) -> Telling:
        return Telling(self.reported, self.parts, *self.told[incident])


def iter_merged(material: Material, account: Account) -> Iterator[MergedEvent]:
    """The happenings, and then what reports tell that is in no happening: reports that are not linked yet, plans, wishes.

    Args:
        material: What is given out.
        account: Where is noted what cannot be looked at.
    """

    def find(document: str) -> _Report | None:
        found = material.find_report(document)
        return None if found is None else _Report.of(found)

    reports = Recent(find, _AT_HAND)
    seen: set[tuple[str, str]] = set()
    for happening in material.iter_happenings():
        seen.update(happening.incidents)
        if tellings := tuple(_tellings(reports, happening)):
            yield MergedEvent("happening", happening.id, tellings, happening.type)
        else:
            account.leave_out("happening", happening.id, "the reports that tell of it are no longer there")
    documents: set[str] = set()
    narrowed = bool(material.filter.items().keys() - _OF_REPORTS)
    for reported in material.iter_reports():
        document = reported.record.document.id
        if document in documents:
            account.leave_out("report", reported.id, "an earlier report is the same document")
            continue
        documents.add(document)
        report = _Report.of(reported)
        incidents = {incident.id for incident in reported.record.incidents}
        for id_, (incident, _) in report.told.items():
            if (document, id_) in seen:
                continue
            telling = report.telling(id_)
            if narrowed:
                account.leave_out("event", telling.id, "no happening within the filter has it")
            else:
                kind: Literal["incident", "event"] = "incident" if id_ in incidents else "event"
                yield MergedEvent(kind, telling.id, (telling,), incident.type)


def _tellings(reports: Recent[_Report | None], happening: Happening) -> Iterator[Telling]:
    for document, incident in happening.incidents:
        known = reports.get(document)
        if known is not None and incident in known.told:
            yield known.telling(incident)
