"""Every verb with its place, as event_location marks them. In: records as the product gives them. Out: an event for every word for one, and for every other verb.

That corpus marks verbs of any kind ("hosting", "walked"), several for one happening. What the product takes for an event has the product's
place; of any other verb the network alone says where it happened.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.read.events.sentences import cut
from onrecord.read.reader import Reader
from onrecord.record.event import Event
from onrecord.record.ids import make_id
from onrecord.record.reading import Site
from onrecord.record.record import Record
from onrecord.record.span import Span
from onrecord.resolve.events.resolve import words_of


def with_every_verb(record: Record, reader: Reader) -> Record:
    """The record with an event for every word for one, and for every other verb."""
    verbs = [Event(make_id("v", span.start, span.end), span) for span in other_verbs(record)]
    placed = {place.mention: place.id for place in record.places}
    best: dict[str, Site] = {}
    for site in reader.sites(record.document, verbs, record.mentions):
        if site.event not in best or site.score > best[site.event].score:
            best[site.event] = site
    where = {event: placed.get(site.mention) for event, site in best.items() if site.mention is not None}
    others = [replace(verb, place=where.get(verb.id)) for verb in verbs]
    return replace(record, events=(*_every_trigger(record), *others))


def other_verbs(record: Record) -> list[Span]:
    """Words that can be verbs by their looks, and that the record takes for no event."""
    text, taken = record.document.text, [span for event in record.events for span in words_of(event)]
    s = cut(text, record.mentions)
    found = [Span.of(text, w.start, w.end) for i, w in enumerate(s.words) if s.verb_form(i) and i not in s.names]
    return [span for span in found if not any(t.start < span.end and span.start < t.end for t in taken)]


def _every_trigger(record: Record) -> list[Event]:
    return [
        replace(event, id=f"{event.id}-{k}", trigger=span)
        for event in record.events
        for k, span in enumerate(words_of(event))
    ]
