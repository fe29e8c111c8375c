"""Codes a report as ACLED would: from a record to rows, and to what is in no row and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.export.acled.dates import Dated
from onrecord.export.acled.deaths import Dead
from onrecord.export.acled.frame import Facts, Frame, Placed, taken_by, words_of
from onrecord.export.acled.notes import notes_of, voices_of
from onrecord.export.acled.row import Check, Coded, CodedRow, LeftOut
from onrecord.export.acled.types import Typed, typed_as
from onrecord.ontology import NotCoded, load_ontology
from onrecord.record import Event, Incident, Record, Told, incidents_of
from onrecord.reference.registry import Registry, load_registry

__all__ = ["code"]


def code(record: Record, registry: Registry | None = None) -> Coded:
    """Codes a report.

    Args:
        record: The report, read.
        registry: Who the actors are; the registry that ships if none is given.

    Returns:
        A row for each incident that ACLED would code and that has a place and a date; all others with the reason why they have none.
        No row is surer than the report: what is denied, planned or only possible is none, whoever is only accused is in the notes.
    """
    frame = Frame.of(record, registry or load_registry())
    rows: list[CodedRow] = []
    left_out: list[LeftOut] = []
    for told in incidents_of(record):
        outcome = _coded(frame, told)
        (rows if isinstance(outcome, CodedRow) else left_out).append(outcome)  # type: ignore[arg-type]
    return Coded(tuple(_with_doubles(rows)), tuple(left_out))


def _coded(frame: Frame, told: Told) -> CodedRow | LeftOut:
    """One incident."""
    incident, events = told
    typed = typed_as(incident, events)
    if isinstance(typed, NotCoded):
        return _left_out(frame, typed, incident, events)
    placed = frame.placed(incident, typed.coded)
    if isinstance(placed, NotCoded):
        return _left_out(frame, placed, incident, events)
    day = frame.day(incident, typed.coded)
    if isinstance(day, NotCoded):
        return _left_out(frame, day, incident, events)
    return _Draft.of(frame, incident, typed, placed, day).row()


@dataclass(frozen=True, slots=True)
class _Draft:
    """An incident of which everything is known that a row needs."""

    frame: Frame
    incident: Incident
    typed: Typed
    dead: Dead
    facts: Facts

    @classmethod
    def of(cls, frame: Frame, incident: Incident, typed: Typed, placed: Placed, day: Dated) -> _Draft:
        document = frame.record.document
        parties = frame.parties((typed.type, typed.acled.event_type), incident, typed.coded, placed.place.country)
        type_, acled = taken_by(typed.type, typed.acled, parties)
        dead = frame.dead(type_, incident, typed)
        facts = Facts(
            type_, acled, placed, frame.location(placed.place), day, parties, document.publisher or document.credit,
            dead.fatalities, frame.crowd(typed),
        )  # fmt: skip
        return cls(frame, incident, typed, dead, facts)

    def row(self) -> CodedRow:
        frame, typed = self.frame, self.typed
        return CodedRow(
            self.facts.row(self._notes(), frame.registry), tuple(self._checks()), _each(event.status for event in typed.coded), _each(event.certainty for event in typed.coded), voices_of(typed.coded, frame.parts), self.incident.id,
            tuple(event.id for event in typed.coded if event.trigger),
        )  # fmt: skip

    def _notes(self) -> str:
        frame, typed, day, dead = self.frame, self.typed, self.facts.day, self.dead
        more = [f"Said to have done it: {one}." for one in self.facts.parties.not_named]
        more += [f"Denied in the report: {one}." for one in frame.denials(typed)]
        more += [f"Dead: {dead.words}; {dead.why}."] if dead.words and dead.why else []
        more += [f"Date: “{day.words}”, {day.why}."] if day.precision > 1 else []
        more += [f"Place: {self.facts.placed.note}."] if self.facts.placed.note else []
        more += ["[size=no report]"] if typed.acled.event_type == "Protests" and not self.facts.crowd else []
        return notes_of(frame.record.document.text, typed.coded, typed.others, frame.parts, more)

    def _checks(self) -> Iterator[Check]:
        frame, place, day = self.frame, self.facts.placed.place, self.facts.day
        yield Check("event_date", day.words, day.why)
        for event in self.typed.coded:
            by = ", ".join(voices_of([event], frame.parts))
            sure = ", ".join(filter(None, (event.status, event.certainty)))
            yield Check("event_type", words_of(event), f"{sure}; told by {by}")
        for event in self.typed.others:
            by = ", ".join(voices_of([event], frame.parts))
            yield Check(
                "event_type", words_of(event), f"{event.status or 'status not known'}, against it; told by {by}"
            )
        if self.facts.acled.sub_event_type is None:
            yield Check("sub_event_type", "", "the report does not tell it; a coder has to decide")
        yield from self.facts.parties.checks()
        for one in self.facts.parties.not_named:
            yield Check("actor1", one, "not put into the column: the report does not tell it as a fact")
        mention = frame.parts.mentions.get(place.mention or "")
        yield Check("location", mention.span.text if mention else "", place.why or place.precision or "")
        yield Check("fatalities", self.dead.words, self.dead.why)


def _name(type_: str | None) -> str:
    """The name of a type of event."""
    known = load_ontology().types.get(type_ or "")
    return known.name if known else (type_ or "of unknown type").replace("_", " ")


def _left_out(frame: Frame, why: NotCoded, incident: Incident, events: Sequence[Event]) -> LeftOut:
    type_ = incident.type or next((event.type for event in events if event.type), None)
    words = " … ".join(dict.fromkeys(filter(None, map(words_of, events))))
    return LeftOut(why.reason, _name(type_), words, voices_of(events, frame.parts), incident.id)


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
