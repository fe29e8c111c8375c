"""Event mentions brought together to what happened."""

from __future__ import annotations

from collections import defaultdict

from onrecord.record.event import Event
from onrecord.record.incident import Incident
from onrecord.record.record import Record

__all__ = ["Told", "incidents_of"]

Told = tuple[Incident, tuple[Event, ...]]
"""An incident with its event mentions."""


def incidents_of(record: Record) -> tuple[Told, ...]:
    """The incidents of a report with their event mentions, both in the order of the text.

    Returns:
        Every event stands in it once. One that belongs to no incident, as what is only planned, has one of its own under its id.
    """
    homes = {event: incident.id for incident in reversed(record.incidents) for event in incident.events}
    known = {incident.id for incident in record.incidents}
    mentions: dict[str, list[Event]] = defaultdict(list)
    alone: list[Told] = []
    for event in sorted(record.events, key=_place):
        home = event.incident if event.incident in known else homes.get(event.id)
        if home is None:
            alone.append((Incident(event.id, event.type, place=event.place, time=event.time), (event,)))
        else:
            mentions[home].append(event)
    # Of two incidents with one id the first has the mentions.
    told = [(incident, tuple(mentions.pop(incident.id, ()))) for incident in record.incidents]
    return tuple(sorted([*told, *alone], key=lambda pair: min(map(_place, pair[1]), default=-1)))


def _place(event: Event) -> int:
    return event.trigger.start if event.trigger else -1
