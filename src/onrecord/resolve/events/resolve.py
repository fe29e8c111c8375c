"""Ties events to chains, places, times and quantities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from onrecord.record import Chain, Event, Place, Quantity, Record, Span, TimeExpression
from onrecord.record.reading import Site
from onrecord.reference.registry import Registry, load_registry
from onrecord.resolve.events.parties import with_chains, with_type
from onrecord.resolve.events.places import NOTHING, Spot, place_of, time_of, traits_of
from onrecord.resolve.layout import Layout, lay_out

SETTLED: Final = frozenset(("settlement", "near", "site", "district", "province"))
"""Precisions of places that give no people its name."""
NARROW: Final = frozenset(("settlement", "near", "site", "district"))
"""Precisions beside which what is taken need not be asked for."""
TAKING: Final = frozenset(
    """government_regains_territory non_state_actor_overtakes_territory territory_changes_hands non_violent_transfer_of_territory
    siege""".split()
)
"""Types of events whose target is the place: "the town was captured"."""
LONG_BEFORE: Final = timedelta(days=45)
"""An event that lies so long before its report is background."""


def tie_events(
    record: Record, registry: Registry | None = None, layout: Layout | None = None, sites: Sequence[Site] = ()
) -> Record:
    """Ties events to chains, places, times and quantities.

    Args:
        record: A record with chains, places, times, statements, and the events and quantities that were read.
        registry: Who the actors are; the registry that ships if none is given.
        layout: The report's words, where they are known already.
        sites: Where each event may have happened, as the network has it.

    Returns:
        The same record, its events tied. A place where something happened has the role "event".
    """
    if not record.events:
        return record
    layout = layout or lay_out(record.document.text)
    registry = registry or load_registry()
    chains = {chain.id: chain for chain in record.chains}
    mentions = [m for m in record.mentions if m.chain]
    places = {place.id: place for place in record.places}
    spots = spots_of(record, layout)
    dates: dict[int, list[TimeExpression]] = defaultdict(list)
    for time in record.times:
        if time.span is not None and time.type in ("DATE", "TIME"):
            dates[layout.sentence(time.span.start)].append(time)
    triggers: dict[int, list[Span]] = defaultdict(list)
    for event in record.events:
        for span in words_of(event):
            triggers[layout.sentence(span.start)].append(span)
    chances: dict[str, dict[str | None, float]] = defaultdict(dict)
    for site in sites:
        chances[site.event][site.mention] = site.score
    today = _day(record.document.published)
    counted = _counted(record.events, record.quantities, layout)
    tied: list[Event] = []
    before: tuple[int, Spot] | None = None
    for event in record.events:
        own = with_chains(event, mentions)
        if event.trigger is None:
            tied.append(own)
            continue
        sentence, paragraph = layout.sentence(event.trigger.start), layout.paragraph(event.trigger.start)
        near = spots.get(sentence, ())
        spot = place_of(event, near, layout, triggers[sentence], chances.get(event.id, NOTHING))
        if spot is not None and "an organisation" not in spot.traits:
            before = (paragraph, spot)
        elif not near and before is not None and before[0] == paragraph and not event.extra.get("background"):
            spot = before[1]
        when = time_of(event, dates.get(sentence, ()), layout)
        taken = _taken(own, chains, places)
        where = spot.place if spot is not None else None
        if taken is not None and (where is None or where.precision not in NARROW):
            where = taken
        own = with_type(own, chains, registry, where.country if where else None)
        own = _in_time(own, when, today)
        tied.append(
            replace(
                own,
                place=where.id if where else None,
                time=when.id if when else None,
                quantities=counted.get(event.id, ()),
            )
        )
    happened = {event.place for event in tied}
    return replace(record, events=tuple(tied), places=tuple(_with_role(place, happened) for place in record.places))


def spots_of(record: Record, layout: Layout) -> dict[int, list[Spot]]:
    """By sentence, the places at which something can have happened: not those that only name a people or somebody."""
    mentions = {m.id: m for m in record.mentions}
    said_by = sorted(
        (s.start, s.end) for st in record.statements for part in (st.source, st.cue) if part for s in part.spans
    )
    found: dict[int, list[Spot]] = defaultdict(list)
    for place in record.places:
        mention = mentions.get(place.mention or "")
        if mention is None or place.role == "reporting" or mention.kind == "person":
            continue
        if mention.kind == "nationality" and place.precision not in SETTLED:  # "Syrian"
            continue
        if layout.text[mention.span.end : mention.span.end + 1] == "-":  # "the London-based group"
            continue
        sentence = layout.sentence(mention.span.start)
        own = found[sentence]
        traits = traits_of(layout.text, mention.span, place, layout, own[-1].span if own else None)
        if mention.kind == "organisation":
            traits["an organisation"] = 1.0
        if "contains" in traits and own:
            own[-1] = replace(own[-1], traits={**own[-1].traits, "in a wider one": 1.0})
        if any(start <= mention.span.start < end for start, end in said_by):
            traits["of who speaks"] = 1.0
        own.append(Spot(place, mention.span, sentence, traits))
    return found


def _counted(events: Sequence[Event], quantities: Sequence[Quantity], layout: Layout) -> Mapping[str, tuple[str, ...]]:
    """For each event the casualties that are counted nearest to its words, in its sentence."""
    words: dict[int, list[tuple[Span, str]]] = defaultdict(list)
    for event in events:
        for span in words_of(event):
            words[layout.sentence(span.start)].append((span, event.id))
    found: dict[str, list[str]] = defaultdict(list)
    for quantity in quantities:
        near = words.get(layout.sentence(quantity.span.start)) if quantity.of else None
        if near:
            _, event_id = min(near, key=lambda pair: abs(pair[0].start - quantity.span.start))
            found[event_id].append(quantity.id)
    return {event_id: tuple(ids) for event_id, ids in found.items()}


def words_of(event: Event) -> list[Span]:
    """The trigger of an event, and its other triggers."""
    others = event.extra.get("other_triggers") or ()
    spans = [Span(o["start"], o["end"], o["text"]) for o in others if isinstance(o, dict)]  # type: ignore[attr-defined]
    return [event.trigger, *spans] if event.trigger else spans


def _taken(event: Event, chains: Mapping[str, Chain], places: Mapping[str, Place]) -> Place | None:
    """The place that is taken, where a description stands for it: "the town was captured"."""
    if event.type not in TAKING:
        return None
    targets = [chains.get(a.chain or "") for a in event.arguments if a.role == "target"]
    found = [place for chain in targets if chain and (place := places.get(chain.place or ""))]
    return found[0] if found and found[0].precision in SETTLED else None


def _in_time(event: Event, when: TimeExpression | None, today: date | None) -> Event:
    """The event, marked as background where its own date lies long before the report, and only there."""
    latest = _day(when.latest) if when is not None else None
    if latest is None or today is None:
        return event
    extra = {name: value for name, value in event.extra.items() if name != "background"}
    return replace(event, extra={**extra, "background": True} if today - latest > LONG_BEFORE else extra)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _with_role(place: Place, happened: set[str | None]) -> Place:
    return replace(place, role="event") if place.id in happened and place.role == "mentioned" else place
