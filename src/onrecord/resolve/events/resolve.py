"""Ties events to chains, places, times and quantities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.record import Event, Place, Quantity, Record, Span
from onrecord.reference.registry import Registry, load_registry
from onrecord.resolve.events.parties import with_chains, with_type
from onrecord.resolve.events.places import Spot, place_of, time_of
from onrecord.resolve.layout import Layout, lay_out


def tie_events(record: Record, registry: Registry | None = None, layout: Layout | None = None) -> Record:
    """Ties events to chains, places, times and quantities.

    Args:
        record: A record with chains, places, times, statements, and the events and quantities that were read.
        registry: Who the actors are; the registry that ships if none is given.
        layout: The report's words, where they are known already.

    Returns:
        The same record, its events tied. A place where something happened has the role "event".
    """
    if not record.events:
        return record
    layout = layout or lay_out(record.document.text)
    registry = registry or load_registry()
    chains = {chain.id: chain for chain in record.chains}
    mentions = [m for m in record.mentions if m.chain]
    spots = _spots(record, layout)
    by_sentence: dict[int, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_sentence[spot.sentence].append(spot)
    said_by = [span for s in record.statements for part in (s.source, s.cue) if part for span in part.spans]
    counted = _counted(record.events, record.quantities, layout)
    tied: list[Event] = []
    before: tuple[int, Spot] | None = None
    for event in record.events:
        own = with_chains(event, mentions)
        spot = None
        if event.trigger is not None:
            spot = place_of(event, by_sentence.get(layout.sentence(event.trigger.start), ()), layout, said_by)
            paragraph = layout.paragraph(event.trigger.start)
            if spot is None and before is not None and before[0] == paragraph and not event.extra.get("background"):
                spot = before[1]
            elif spot is not None:
                before = (paragraph, spot)
        time = time_of(event, record.times, layout)
        own = with_type(own, chains, registry, spot.place.country if spot else None)
        tied.append(
            replace(
                own,
                place=spot.place.id if spot else None,
                time=time.id if time else None,
                quantities=counted.get(event.id, ()),
            )
        )
    happened = {event.place for event in tied}
    places = tuple(_with_role(place, happened) for place in record.places)
    return replace(record, events=tuple(tied), places=places)


def _spots(record: Record, layout: Layout) -> list[Spot]:
    """The places at which something can have happened: not those that only name a people, or part of another name."""
    mentions = {m.id: m for m in record.mentions}
    found = []
    for place in record.places:
        mention = mentions.get(place.mention or "")
        if mention is None or place.role == "reporting" or mention.kind in ("nationality", "person", "organisation"):
            continue
        found.append(Spot(place, mention.span, layout.sentence(mention.span.start)))
    return found


def _counted(events: Sequence[Event], quantities: Sequence[Quantity], layout: Layout) -> Mapping[str, tuple[str, ...]]:
    """For each event the casualties that are counted nearest to its words, in its sentence."""
    words: dict[int, list[tuple[Span, str]]] = defaultdict(list)
    for event in events:
        for span in _words(event):
            words[layout.sentence(span.start)].append((span, event.id))
    found: dict[str, list[str]] = defaultdict(list)
    for quantity in quantities:
        near = words.get(layout.sentence(quantity.span.start)) if quantity.of else None
        if near:
            _, event_id = min(near, key=lambda pair: abs(pair[0].start - quantity.span.start))
            found[event_id].append(quantity.id)
    return {event_id: tuple(ids) for event_id, ids in found.items()}


def _words(event: Event) -> list[Span]:
    others = event.extra.get("other_triggers") or ()
    spans = [Span(o["start"], o["end"], o["text"]) for o in others if isinstance(o, dict)]  # type: ignore[attr-defined]
    return [event.trigger, *spans] if event.trigger else spans


def _with_role(place: Place, happened: set[str | None]) -> Place:
    return replace(place, role="event") if place.id in happened and place.role == "mentioned" else place
