"""Incidents as MUC-3 and MUC-4 fill templates for them. In: a record. Out: the record with the incidents that MUC asks for.

MUC's types; attacks on people and property, not fighting between forces; nothing whose participants are all unknown; for each
participant the surest wording alone; the day of the report where no day is told ("by that day"), its country where no place is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeVar

from onrecord.ontology import load_ontology
from onrecord.record import Event, Incident, Participant, Perpetrator, Place, Record, Span, TimeExpression
from onrecord.reference.registry import load_registry

Part = TypeVar("Part", Participant, Perpetrator)

ARSON: Final = re.compile(r"\b(?:burn|set\w* (?:fire|ablaze)|set on fire|torch|arson|incinerat|fire to)", re.IGNORECASE)
BOMBING: Final = re.compile(
    r"bomb|explo|dynamit|detonat|blast|blew up|blown up|blow up|\bmines?\b|grenade", re.IGNORECASE
)
ABDUCTION: Final = re.compile(r"kidnap|abduct|hostage", re.IGNORECASE)
ROBBERY: Final = re.compile(r"\b(?:rob|robbed|robbery|stole|stolen|loot|steal|hold-up|held up)", re.IGNORECASE)
KINDS: Final = re.compile(
    r"\s+(?:department|city|municipality|province|neighborhood|township|region|town|village|district|zone|canton|airport|jurisdiction)$",
    re.IGNORECASE,
)
PROPERTY: Final = frozenset(("looting_or_property_destruction", "property_damage"))
FIGHTING: Final = frozenset(
    ("armed_clash", "government_regains_territory", "non_state_actor_overtakes_territory", "territory_changes_hands", "offensive_begins")
)  # fmt: skip
LEAST: Final = 0.25
"""The confidence below which participants are left out: half of the F1 that is reached, where it is highest."""


def as_muc(record: Record, marked: bool) -> Record:
    """The incidents of a record as MUC has them.

    Args:
        record: What was read.
        marked: Whether the reader marks who and what took part; then what rules alone found is left out.
    """
    least = LEAST if marked else 0.0
    events = {event.id: event for event in record.events}
    names = {(m.span.start, m.span.end) for m in record.mentions if m.form == "name"}
    places = {place.id: replace(place, name=KINDS.sub("", place.name or "") or None) for place in record.places}
    by_that_day = TimeExpression("t-report", None, "DATE", latest=record.document.published, precision="none")
    country = _country(record.places)
    where = _whole(country)
    found = []
    for incident in record.incidents:
        slim = _slim(incident, names, least)
        told = [events[i] for i in incident.events if i in events]
        kind = muc_type(slim, told)
        if kind is None or not (slim.perpetrators or slim.targets or slim.victims or slim.instruments):
            continue
        place = places.get(incident.place or "")
        if place is None or (place.precision == "country" and place.country != country):
            place = where
        elif place.country is None:
            place = places[place.id] = replace(place, country=country)
        found.append(replace(slim, type=kind, place=place.id, time=incident.time or by_that_day.id))
    return replace(record, incidents=tuple(found), places=(*places.values(), where), times=(*record.times, by_that_day))


def muc_type(incident: Incident, events: Sequence[Event]) -> str | None:
    """MUC's type of an incident, from its own type and the words of its mentions; None for what MUC does not ask for."""
    words = " ".join(event.trigger.text for event in events if event.trigger)
    arms = " ".join(span.text for part in incident.instruments for span in part.spans)
    if incident.type in PROPERTY:
        if ROBBERY.search(words):
            return "robbery"
        return "arson" if ARSON.search(words) else "bombing" if BOMBING.search(words + " " + arms) else "attack"
    if incident.type in FIGHTING:
        return "attack" if incident.victims or incident.targets else None
    if incident.type == "unspecified_violence" and (ABDUCTION.search(words) or ARSON.search(words)):
        return "kidnapping" if ABDUCTION.search(words) else "arson"
    known = load_ontology().types.get(incident.type or "")
    kind = known.muc if known else None
    if kind == "attack" and (BOMBING.search(words) or BOMBING.search(arms)):
        return "bombing"
    return kind


def _slim(incident: Incident, names: set[tuple[int, int]], least: float) -> Incident:
    def sure(parts: Sequence[Part]) -> tuple[Part, ...]:
        return tuple(_best(part, names) for part in parts if _confidence(part) >= least)

    return replace(
        incident,
        perpetrators=tuple(
            part if part.kind == "organisation" else replace(part, blame=None) for part in sure(incident.perpetrators)
        ),
        targets=sure(incident.targets),
        victims=sure(incident.victims),
        instruments=sure(incident.instruments),
    )


def _confidence(part: Participant | Perpetrator) -> float:
    return float(str(part.extra.get("confidence", 0)))


def _best(part: Part, names: set[tuple[int, int]]) -> Part:
    """A participant by its best words alone: a name before a description."""
    named = [span for span in part.spans if _is_name(span, names)]
    best = (named or part.spans)[0]
    extra = {**part.extra, "form": "name" if named else "nominal"}
    return replace(part, spans=(best,), extra=extra)


def _is_name(span: Span, names: set[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end and end == span.end for start, end in names)


def _country(places: Sequence[Place]) -> str | None:
    """The country that most places of the report lie in."""
    found = Counter(place.country for place in places if place.country)
    return found.most_common(1)[0][0] if found else None


def _whole(country: str | None) -> Place:
    """A country as a place."""
    states = load_registry().states(country) if country else ()
    return Place("p-report", None, states[0].name if states else None, country=country)
