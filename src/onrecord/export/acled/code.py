"""Codes a report as ACLED would: from a record to rows, and to what is in no row and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.export.acled.actors import Parties, parties_of
from onrecord.export.acled.countries import NUMBERS, REGIONS
from onrecord.export.acled.dates import Dated, dated
from onrecord.export.acled.deaths import Dead, dead_of
from onrecord.export.acled.notes import notes_of, voices_of
from onrecord.export.acled.row import AcledRow, Check, Coded, CodedRow, LeftOut
from onrecord.export.acled.types import Typed, typed_as
from onrecord.ontology import (
    AcledCode,
    NotCoded,
    acled_of,
    interaction_of,
    load_ontology,
    place_precision,
    targets_civilians,
    territory_taken_by,
)
from onrecord.record import ById, Event, Incident, Place, Record, Told, incidents_of
from onrecord.reference.registry import Registry, load_registry

__all__ = ["code"]

_TAKEN: Final = "territory_changes_hands"
_CROWDS: Final = frozenset({"Protests", "Riots"})


def code(record: Record, registry: Registry | None = None) -> Coded:
    """Codes a report.

    Args:
        record: The report, read.
        registry: Who the actors are; the registry that ships if none is given.

    Returns:
        A row for each incident that ACLED would code and that has a place and a date; all others with the reason why they have none.
        No row is surer than the report: what is denied, planned or only possible is none, whoever is only accused is in the notes.
    """
    frame = _Frame(record, ById.of(record), registry or load_registry())
    rows: list[CodedRow] = []
    left_out: list[LeftOut] = []
    for told in incidents_of(record):
        outcome = frame.code(told)
        (rows if isinstance(outcome, CodedRow) else left_out).append(outcome)  # type: ignore[arg-type]
    return Coded(tuple(_with_doubles(rows)), tuple(left_out))


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where, in ACLED's terms."""

    place: Place
    precision: int
    note: str | None


@dataclass(frozen=True, slots=True)
class _Frame:
    """The report that is coded."""

    record: Record
    parts: ById
    registry: Registry

    def code(self, told: Told) -> CodedRow | LeftOut:
        """One incident."""
        incident, events = told
        typed = typed_as(incident, events)
        if isinstance(typed, NotCoded):
            return self._left_out(typed, incident, events)
        placed = self._placed(incident.place or next((e.place for e in typed.coded if e.place), None))
        if isinstance(placed, NotCoded):
            return self._left_out(placed, incident, events)
        time = incident.time or next((event.time for event in typed.coded if event.time), None)
        day = dated(self.parts.times.get(time or ""))
        if isinstance(day, NotCoded):
            return self._left_out(day, incident, events)
        return self._row(incident, typed, placed, day)

    def _placed(self, place_id: str | None) -> _Placed | NotCoded:
        place = self.parts.places.get(place_id or "")
        if place is None:
            return NotCoded("where it happened is not told")
        if place.role == "reporting":
            return NotCoded("only where the report was written is told")
        found = place_precision(place.precision, "acled")
        if isinstance(found, NotCoded):
            return found
        if place.latitude is None or place.longitude is None or found.value is None:
            return NotCoded("its place was not found on the map")
        return _Placed(place, found.value, found.note)

    def _row(self, incident: Incident, typed: Typed, placed: _Placed, day: Dated) -> CodedRow:
        place = placed.place
        parties = parties_of(
            (typed.type, typed.acled.event_type), (incident, typed.coded), place.country, self.parts, self.registry,
            self._claimants(),
        )  # fmt: skip
        first, second = (side[0] if side else None for side in (parties.first, parties.second))
        inter1, inter2 = first.inter if first else None, second.inter if second else None
        type_, acled = typed.type, typed.acled
        if type_ == _TAKEN and inter1 is not None and "territory" not in (acled.sub_event_type or ""):
            type_ = territory_taken_by(inter1)
            told_of = acled_of(type_, "happened")
            acled = told_of if isinstance(told_of, AcledCode) else acled
        dead = dead_of(type_, incident, typed.coded, self.parts, self.record.document.text)
        document, country = self.record.document, place.country or ""
        row = AcledRow(
            event_date=day.day.isoformat(), year=day.day.year, time_precision=day.precision,
            disorder_type=acled.disorder_type, event_type=acled.event_type, sub_event_type=acled.sub_event_type,
            actor1=first.name if first else None,
            assoc_actor_1="; ".join(actor.name for actor in parties.first[1:]) or None, inter1=inter1,
            actor2=second.name if second else None,
            assoc_actor_2="; ".join(actor.name for actor in parties.second[1:]) or None, inter2=inter2,
            interaction=_interaction(inter1, inter2, second is not None),
            civilian_targeting="Civilian targeting" if targets_civilians(type_, inter2) else None,
            iso=NUMBERS.get(country), region=REGIONS.get(country), country=self._country(country), admin1=place.admin1,
            location=self._location(place), latitude=place.latitude, longitude=place.longitude,
            geo_precision=placed.precision, source=document.publisher or document.credit,
            notes=self._notes(typed, placed, day, dead, parties), fatalities=dead.fatalities,
            tags=self._crowd(typed) if acled.event_type in _CROWDS else None,
        )  # fmt: skip
        return CodedRow(
            row, tuple(self._checks(typed, acled, placed, day, dead, parties)), _each(event.status for event in typed.coded), _each(event.certainty for event in typed.coded), voices_of(typed.coded, self.parts), incident.id,
            tuple(event.id for event in typed.coded if event.trigger),
        )  # fmt: skip

    def _notes(self, typed: Typed, placed: _Placed, day: Dated, dead: Dead, parties: Parties) -> str:
        more = [f"Said to have done it: {one}." for one in parties.not_named]
        more += [f"Denied in the report: {one}." for one in self._denials(typed)]
        more += [f"Dead: {dead.words}; {dead.why}."] if dead.words and dead.why else []
        more += [f"Date: “{day.words}”, {day.why}."] if day.precision > 1 else []
        more += [f"Place: {placed.note}."] if placed.note else []
        more += ["[size=no report]"] if typed.acled.event_type == "Protests" and not self._crowd_words(typed) else []
        return notes_of(self.record.document.text, typed.coded, typed.others, self.parts, more)

    def _checks(
        self, typed: Typed, acled: AcledCode, placed: _Placed, day: Dated, dead: Dead, parties: Parties
    ) -> Iterator[Check]:  # fmt: skip
        yield Check("event_date", day.words, day.why)
        for event in typed.coded:
            by = ", ".join(voices_of([event], self.parts))
            sure = ", ".join(filter(None, (event.status, event.certainty)))
            yield Check("event_type", _words(event), f"{sure}; told by {by}")
        for event in typed.others:
            by = ", ".join(voices_of([event], self.parts))
            yield Check("event_type", _words(event), f"{event.status or 'status not known'}, against it; told by {by}")
        if acled.sub_event_type is None:
            yield Check("sub_event_type", "", "the report does not tell it; a coder has to decide")
        yield from parties.checks()
        for one in parties.not_named:
            yield Check("actor1", one, "not put into the column: the report does not tell it as a fact")
        mention = self.parts.mentions.get(placed.place.mention or "")
        yield Check("location", mention.span.text if mention else "", placed.place.why or placed.place.precision or "")
        yield Check("fatalities", dead.words, dead.why)

    def _denials(self, typed: Typed) -> Iterator[str]:
        """What the report tells as denied of an event of the same kind, in other words than those of the row."""
        known = load_ontology().types
        for event in self.record.events:
            kind = known.get(event.type or "")
            acled = kind.acled if kind else None
            if event.status == "denied" and acled and acled[0] == typed.acled.event_type and event not in typed.others:
                yield f"“{_words(event)}” ({', '.join(voices_of([event], self.parts))})"

    def _left_out(self, why: NotCoded, incident: Incident, events: Sequence[Event]) -> LeftOut:
        type_ = incident.type or next((event.type for event in events if event.type), None)
        known = load_ontology().types.get(type_ or "")
        words = " … ".join(dict.fromkeys(filter(None, map(_words, events))))
        name = known.name if known else (type_ or "of unknown type").replace("_", " ")
        return LeftOut(why.reason, name, words, voices_of(events, self.parts), incident.id)

    def _claimants(self) -> frozenset[str]:
        """The chains of those who claim something for themselves."""
        claims = (one for one in self.record.statements if one.speech_act == "claim_responsibility" and one.source)
        return frozenset(one.source.chain for one in claims if one.source and one.source.chain)

    def _country(self, country: str) -> str | None:
        states = self.registry.states(country)
        return states[0].name if states else None

    def _location(self, place: Place) -> str | None:
        mention = self.parts.mentions.get(place.mention or "")
        return place.name or (mention.span.text if mention else None)

    def _crowd(self, typed: Typed) -> str:
        return f"crowd size={self._crowd_words(typed) or 'no report'}"

    def _crowd_words(self, typed: Typed) -> str:
        keys = dict.fromkeys(key for event in typed.coded for key in event.quantities)
        found = (self.parts.quantities[key] for key in keys if key in self.parts.quantities)
        crowds = (one for one in found if one.unit == "persons" and one.extra.get("who") == "protesters" and not one.of)
        return " ".join(next((one.span.text for one in crowds), "").split())


def _with_doubles(rows: Sequence[CodedRow]) -> Iterator[CodedRow]:
    """Notes where two rows may be one event: to ACLED one is one place, one day, one type and one pair of actors."""
    first: dict[object, int] = {}
    for number, coded in enumerate(rows, 1):
        row = coded.row
        key = (row.event_date, row.location, row.latitude, row.sub_event_type, row.event_type, row.actor1, row.actor2)
        earlier = first.setdefault(key, number)
        if earlier != number:
            why = f"row {earlier} has the same place, day, type and actors: two happenings, or one that is told twice"
            yield replace(coded, checks=(*coded.checks, Check("event_date", "", why)))
        else:
            yield coded


def _each(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value is not None))


def _interaction(inter1: int | None, inter2: int | None, two: bool) -> int | None:
    """Both kinds as one number; None where there is an actor whose kind is not known."""
    if inter1 is None or (two and inter2 is None):
        return None
    return interaction_of(inter1, inter2)


def _words(event: Event) -> str:
    return " ".join(event.trigger.text.split()) if event.trigger else ""
