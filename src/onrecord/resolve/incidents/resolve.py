"""Merges event mentions of one happening into incidents, with who did it, to whom, and the toll."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.record import Event, Filler, Incident, Participant, Perpetrator, Record, make_id
from onrecord.record.vocabulary import PlacePrecision, Stage, TimePrecision
from onrecord.resolve.incidents.blame import blame_of
from onrecord.resolve.incidents.fillers import UNKNOWN, Chains, Entity, assign, from_arguments, is_violent, join
from onrecord.resolve.incidents.merging import Draft, merge
from onrecord.resolve.incidents.sameness import family, when
from onrecord.resolve.incidents.surroundings import Surroundings
from onrecord.resolve.incidents.vocabulary import VAGUENESS
from onrecord.resolve.layout import Layout, lay_out

NARROWEST_FIRST: Final[tuple[PlacePrecision, ...]] = (
    "site", "settlement", "near", "district", "natural_feature", "province", "region", "sea", "country", "none",
)  # fmt: skip
WIDEST_LAST: Final[tuple[TimePrecision, ...]] = ("day", "days", "week", "month", "season", "year", "longer", "none")
STAGES: Final[tuple[Stage, ...]] = ("accomplished", "attempted", "threatened")


def merge_incidents(record: Record, fillers: Sequence[Filler] = (), layout: Layout | None = None) -> Record:
    """Merges event mentions of one happening into incidents, with who did it, to whom, and the toll.

    Args:
        record: A record with chains, places, times, statements, and the events and quantities that were read.
        fillers: Who and what took part in acts of violence, as the reader marked it; each goes to the incident that is told of nearest.
        layout: The report's words, where they are known already.

    Returns:
        The same record with its incidents; its events say which they belong to.
    """
    layout = layout or lay_out(record.document.text)
    chains = Chains.of_record(record)
    drafts = merge(record, layout)
    marked = {(filler.span.start, filler.span.end) for filler in fillers}
    told = [f for draft in drafts for event in draft.events for f in from_arguments(event, chains)]
    entities = join([*fillers, *(f for f in told if (f.span.start, f.span.end) not in marked)], chains)
    if fillers and not any(is_violent(draft) for draft in drafts):
        drafts = [*drafts, Draft()]
    taking_part = assign(entities, drafts, layout)
    surroundings = Surroundings.of_record(record, layout)
    incidents = tuple(_incident(surroundings, *pair) for pair in zip(drafts, taking_part, strict=True))
    of_event = {event: incident.id for incident in incidents for event in incident.events}
    events = tuple(replace(event, incident=of_event.get(event.id)) for event in record.events)
    return replace(record, events=events, incidents=incidents)


def _incident(surroundings: Surroundings, draft: Draft, entities: Sequence[Entity]) -> Incident:
    by_role = {role: [e for e in entities if e.role == role] for role in ("victim", "target", "weapon")}
    perpetrators = [entity for entity in entities if entity.role.startswith("perpetrator")]
    return Incident(
        id=make_id("i", *(event.id for event in draft.events))
        if draft.events
        else make_id("i", *(f.span.start for e in entities for f in e.fillers)),
        type=_type(draft.events),
        stage=_stage(draft),
        events=tuple(event.id for event in draft.events),
        place=_place(draft, surroundings),
        time=_time(draft, surroundings),
        perpetrators=tuple(_perpetrator(entity, surroundings.layout) for entity in perpetrators),
        targets=tuple(map(_participant, by_role["target"])),
        victims=tuple(map(_participant, by_role["victim"])),
        instruments=tuple(map(_participant, by_role["weapon"])),
    )


def _type(events: Sequence[Event]) -> str | None:
    """The commonest type among the most telling mentions; of equals the first."""
    if not events:
        return "unspecified_violence"
    least = min(VAGUENESS.get(family(event) or "", 0) for event in events)
    telling = [event.type for event in events if VAGUENESS.get(family(event) or "", 0) == least]
    return Counter(telling).most_common(1)[0][0]


def _stage(draft: Draft) -> Stage:
    found = {telling.stage for telling in draft.tellings}
    return next((stage for stage in STAGES if stage in found), "accomplished")


def _place(draft: Draft, surroundings: Surroundings) -> str | None:
    """The narrowest place that a mention names; else the nearest one where something happened."""
    found = [telling.place for telling in draft.tellings if telling.place]
    best = min(found, key=lambda place: NARROWEST_FIRST.index(place.precision or "none"), default=None)
    return best.id if best else surroundings.place(draft)


def _time(draft: Draft, surroundings: Surroundings) -> str | None:
    """The time with the fewest days; of equals the first; else the nearest day that is told."""
    found = [surroundings.times[event.time] for event in draft.events if event.time in surroundings.times]
    dated = [time for time in found if when(time)]
    best = min(dated, key=lambda time: WIDEST_LAST.index(time.precision or "none"), default=None)
    return best.id if best else surroundings.time(draft)


def _perpetrator(entity: Entity, layout: Layout) -> Perpetrator:
    numbers = sorted({layout.sentence(filler.span.start) for filler in entity.fillers})
    ends = (*layout.sentences[1:], len(layout.text))
    sentences = [layout.text[layout.sentences[k - 1] : ends[k - 1]] for k in numbers]
    return Perpetrator(
        spans=entity.spans,
        chain=entity.chain.id if entity.chain else None,
        kind="organisation" if entity.role == "perpetrator_organisation" else "individual",
        blame=blame_of([span.text for span in entity.spans], sentences),
        extra=_extra(entity),
    )


def _participant(entity: Entity) -> Participant:
    return Participant(entity.spans, entity.chain.id if entity.chain else None, _extra(entity))


def _extra(entity: Entity) -> dict[str, object]:
    """The confidence, where a model and not a rule found it."""
    return {"confidence": round(entity.confidence, 4)} if entity.confidence > UNKNOWN else {}
