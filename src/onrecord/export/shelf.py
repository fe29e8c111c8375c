"""Reports that claims and happenings name, each read once while it is asked for again and again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.export.material import Material, Reported
from onrecord.export.recent import Recent
from onrecord.record import ById, Event, Incident, Span, Told, incidents_of

__all__ = ["Shelf", "Taken"]

_AT_HAND: Final = 32
"""Reports that are kept: what follows upon each other rests on the same few, and a report takes about a megabyte."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A report from the shelf.

    Attributes:
        report: The report.
        parts: Its parts by their ids.
        incidents: Its incidents with their event mentions, by id.
    """

    report: Reported
    parts: ById
    incidents: Mapping[str, Told]

    @property
    def outlet(self) -> str | None:
        """The outlet."""
        return self.report.record.document.publisher

    def incidents_at(self, spans: Iterable[Span]) -> list[Incident]:
        """The incidents of which some words tell: what happens, or how many it did something to, is among them."""
        places = list(spans)
        return [
            incident
            for incident, events in self.incidents.values()
            if any(own.overlaps(span) for event in events for own in self._words_of(event) for span in places)
        ]

    def _words_of(self, event: Event) -> Iterator[Span]:
        if event.trigger:
            yield event.trigger
        for key in event.quantities:
            if key in self.parts.quantities:
                yield self.parts.quantities[key].span


class Shelf:
    """Looks reports up by the ids of their documents.

    Args:
        material: Where they are.
    """

    def __init__(self, material: Material) -> None:
        self.take = Recent(lambda document: _taken(material.find_report(document)), _AT_HAND).get
        """Gives the report of a document; None where there is none."""


def _taken(report: Reported | None) -> Taken | None:
    if report is None:
        return None
    told = incidents_of(report.record)
    return Taken(report, ById.of(report.record), {incident.id: (incident, events) for incident, events in told})
