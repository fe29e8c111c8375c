"""What a report tells of an incident, column by column: the steps that coding one report and merging several share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

from onrecord.export.acled.actors import Parties, parties_of
from onrecord.export.acled.countries import NUMBERS, REGIONS
from onrecord.export.acled.dates import Dated, dated
from onrecord.export.acled.deaths import Dead, dead_of
from onrecord.export.acled.notes import voices_of
from onrecord.export.acled.row import AcledRow
from onrecord.export.acled.types import Typed
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
from onrecord.record import ById, Event, Incident, Place, Record, TimeExpression
from onrecord.reference.registry import Registry

__all__ = ["Facts", "Frame", "Placed", "taken_by", "words_of"]

_CROWDS: Final = frozenset({"Protests", "Riots"})
_TAKEN: Final = "territory_changes_hands"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where, in ACLED's terms.

    Attributes:
        place: The place.
        precision: ACLED's precision, 1 to 3.
        note: What is to be said of it.
    """

    place: Place
    precision: int
    note: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """The report that is coded.

    Attributes:
        record: What was read in it.
        parts: The record's parts.
        registry: Who the actors are.
    """

    record: Record
    parts: ById
    registry: Registry

    @classmethod
    def of(cls, record: Record, registry: Registry) -> Self:
        """That of a record."""
        return cls(record, ById.of(record), registry)

    def place(self, incident: Incident, coded: Sequence[Event]) -> Place | None:
        """The place that is told of it."""
        id_ = incident.place or next((event.place for event in coded if event.place), None)
        return self.parts.places.get(id_ or "")

    def placed(self, incident: Incident, coded: Sequence[Event]) -> Placed | NotCoded:
        """Where it was, or why that cannot be written."""
        place = self.place(incident, coded)
        if place is None:
            return NotCoded("where it happened is not told")
        if place.role == "reporting":
            return NotCoded("only where the report was written is told")
        found = place_precision(place.precision, "acled")
        if isinstance(found, NotCoded):
            return found
        if place.precision == "region" and (place.feature or "").endswith("PCLI"):
            # "Northern Syria": the coordinates are those of the country.
            return NotCoded("only a part of the country is known, and no capital of it")
        if place.latitude is None or place.longitude is None or found.value is None:
            return NotCoded("its place was not found on the map")
        return Placed(place, found.value, found.note)

    def time(self, incident: Incident, coded: Sequence[Event]) -> TimeExpression | None:
        """The words for when it was."""
        id_ = incident.time or next((event.time for event in coded if event.time), None)
        return self.parts.times.get(id_ or "")

    def day(self, incident: Incident, coded: Sequence[Event]) -> Dated | NotCoded:
        """When it was, or why that cannot be written."""
        return dated(self.time(incident, coded))

    def parties(
        self, type_: tuple[str, str], incident: Incident, coded: Sequence[Event], country: str | None
    ) -> Parties:
        """Both sides, in an event of this type in a country."""
        told = (incident, coded)
        return parties_of(type_, told, country, self.parts, self.registry, self._claimants())

    def dead(self, type_: str, incident: Incident, typed: Typed) -> Dead:
        """The dead."""
        return dead_of(type_, incident, typed.coded, self.parts, self.record.document.text)

    def denials(self, typed: Typed) -> Iterator[str]:
        """What the report tells as denied of an event of the same kind, in other words than those that are coded."""
        known = load_ontology().types
        for event in self.record.events:
            kind = known.get(event.type or "")
            acled = kind.acled if kind else None
            if event.status == "denied" and acled and acled[0] == typed.acled.event_type and event not in typed.others:
                yield f"“{words_of(event)}” ({', '.join(voices_of([event], self.parts))})"

    def location(self, place: Place) -> str | None:
        """The name of a place."""
        mention = self.parts.mentions.get(place.mention or "")
        return place.name or (mention.span.text if mention else None)

    def crowd(self, typed: Typed) -> str:
        """How large a crowd was, in the report's words; "" where it does not say."""
        keys = dict.fromkeys(key for event in typed.coded for key in event.quantities)
        found = (self.parts.quantities[key] for key in keys if key in self.parts.quantities)
        crowds = (one for one in found if one.unit == "persons" and one.extra.get("who") == "protesters" and not one.of)
        return " ".join(next((one.span.text for one in crowds), "").split())

    def _claimants(self) -> frozenset[str]:
        """The chains of those who claim something for themselves."""
        claims = (one for one in self.record.statements if one.speech_act == "claim_responsibility" and one.source)
        return frozenset(one.source.chain for one in claims if one.source and one.source.chain)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row says.

    Attributes:
        type: The event's type in the ontology.
        acled: What ACLED calls it.
        placed: Where it was.
        location: What the place is called.
        day: When it was.
        parties: Both sides.
        source: The outlets.
        fatalities: The dead.
        crowd: How large a crowd was.
    """

    type: str
    acled: AcledCode
    placed: Placed
    location: str | None
    day: Dated
    parties: Parties
    source: str | None
    fatalities: int
    crowd: str

    def row(self, notes: str, registry: Registry) -> AcledRow:
        """The row.

        Args:
            notes: Its notes.
            registry: Names of countries.
        """
        first, second = (side[0] if side else None for side in (self.parties.first, self.parties.second))
        inter1, inter2 = first.inter if first else None, second.inter if second else None
        acled, place, day = self.acled, self.placed.place, self.day
        country = place.country or ""
        states = registry.states(country)
        return AcledRow(
            event_date=day.day.isoformat(), year=day.day.year, time_precision=day.precision,
            disorder_type=acled.disorder_type, event_type=acled.event_type, sub_event_type=acled.sub_event_type,
            actor1=first.name if first else None,
            assoc_actor_1="; ".join(actor.name for actor in self.parties.first[1:]) or None, inter1=inter1,
            actor2=second.name if second else None,
            assoc_actor_2="; ".join(actor.name for actor in self.parties.second[1:]) or None, inter2=inter2,
            interaction=_interaction(inter1, inter2, second is not None),
            civilian_targeting="Civilian targeting" if targets_civilians(self.type, inter2) else None,
            iso=NUMBERS.get(country), region=REGIONS.get(country), country=states[0].name if states else None,
            admin1=place.admin1, location=self.location, latitude=place.latitude, longitude=place.longitude,
            geo_precision=self.placed.precision, source=self.source, notes=notes, fatalities=self.fatalities,
            tags=f"crowd size={self.crowd or 'no report'}" if acled.event_type in _CROWDS else None,
        )  # fmt: skip


def taken_by(type_: str, acled: AcledCode, parties: Parties) -> tuple[str, AcledCode]:
    """The type and its code, of a change of hands by who took the place."""
    inter = parties.first[0].inter if parties.first else None
    if type_ == _TAKEN and inter is not None and "territory" not in (acled.sub_event_type or ""):
        type_ = territory_taken_by(inter)
        told_of = acled_of(type_, "happened")
        acled = told_of if isinstance(told_of, AcledCode) else acled
    return type_, acled


def words_of(event: Event) -> str:
    """The words that tell of an event."""
    return " ".join(event.trigger.text.split()) if event.trigger else ""


def _interaction(inter1: int | None, inter2: int | None, two: bool) -> int | None:
    """Both kinds as one number; None where there is an actor whose kind is not known."""
    if inter1 is None or (two and inter2 is None):
        return None
    return interaction_of(inter1, inter2)
