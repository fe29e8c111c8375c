"""Statements, places and events of a report, as a reviewer sees them."""

from __future__ import annotations

from typing import Final, TypeVar, get_args

from onrecord.errors import NotInLedger
from onrecord.ledger import Ledger, Report, Waiting
from onrecord.ontology import load_ontology
from onrecord.record import ById, Chain, Event, Place, Record, Span, Statement
from onrecord.record.vocabulary import (
    Certainty,
    EventStatus,
    PlacePrecision,
    PlaceRole,
    Polarity,
    SpeechAct,
    StatementForm,
)
from onrecord.serve.desk.reviewing.item import Choice, Field, Item, Quoted, quoted
from onrecord.wording.circumstances import ITSELF, when_of, where_of

__all__ = ["event_item", "place_item", "statement_item"]

T = TypeVar("T")
_CHOICES: Final = 9
_SPEAKS: Final = ("person", "organisation")


def statement_item(ledger: Ledger, waiting: Waiting) -> Item:
    """A statement: who says what, and how."""
    found = ledger.get_statement(waiting.id)
    one, record = found.statement, found.record
    content = one.content.spans
    marks = [
        *((span, "content") for span in content),
        *((span, "source") for span in (one.source.spans if one.source else ())),
        *((span, "cue") for span in (one.cue.spans if one.cue else ())),
    ]
    speakers = [chain for chain in _speakers(record) if not one.source or chain.id != one.source.chain]
    choices = [
        Choice(f"{chain.name or chain.id} says it", {"speaker": chain.id, "name": chain.name}) for chain in speakers
    ]
    span = (content[0].start, content[-1].end) if content else None
    return Item(
        waiting, "Is this who says it, and what is said?", "Yes, all of it", "No statement", tuple(_said(one)),
        tuple(filter(None, [quoted(record.document.text, marks, _about(found.report))])), tuple(choices[: _CHOICES]),
        (
            Field("speaker", "Who says it", (one.source.chain if one.source else None) or "", _named(record)),
            Field("speech_act", "Act", one.speech_act or "", _options(SpeechAct)),
            Field("form", "Form", one.form or "", _options(StatementForm)),
            Field("certainty", "How sure", one.certainty or "", _options(Certainty)),
            Field("polarity", "Polarity", one.polarity or "", _options(Polarity)),
            Field("start", "First character", str(span[0]) if span else "", hint="[ and ] move it"),
            Field("end", "After the last", str(span[1]) if span else "", hint="{ and } move it"),
        ),
        span, url=f"/reports/{found.report.id}?part={waiting.id.rpartition('.')[2]}",
    )  # fmt: skip


def place_item(ledger: Ledger, waiting: Waiting) -> Item:
    """A place: which one on earth is meant."""
    report, record, number = _part(ledger, waiting.id)
    place: Place = _nth(record.places, number, waiting.id)
    mention = ById.of(record).mentions.get(place.mention or "")
    marks = [(mention.span, "content")] if mention else []
    found = [one for one in place.candidates if one.geonameid != place.geonameid]
    choices = [
        Choice(
            ", ".join(filter(None, (one.name, one.admin1, one.country))),
            {"geonameid": one.geonameid, "name": one.name, "latitude": one.latitude, "longitude": one.longitude, "country": one.country},
        )
        for one in found
    ]  # fmt: skip
    facts = [
        ("Place", ", ".join(filter(None, (place.name, place.admin1, place.country)))), ("GeoNames", str(place.geonameid or "none")),
        ("Precision", place.precision or ""), ("Role", place.role or ""), ("Why", place.why or ""),
    ]  # fmt: skip
    return Item(
        waiting, "Is this the place that is meant?", "Yes, this place", "Not a place", tuple(facts),
        _quotation(report, record, marks), tuple(choices[:_CHOICES]),
        (
            Field("geonameid", "GeoNames id", str(place.geonameid or ""), hint="173480; empty for none that is known"),
            Field("precision", "Precision", place.precision or "", _options(PlacePrecision)),
            Field("role", "Role", place.role or "", _options(PlaceRole)),
        ),
        url=f"/reports/{report.id}?part={waiting.id.rpartition('.')[2]}",
    )  # fmt: skip


def event_item(ledger: Ledger, waiting: Waiting) -> Item:
    """An event: what kind, and whether it happened."""
    report, record, number = _part(ledger, waiting.id)
    event: Event = _nth(record.events, number, waiting.id)
    parts, types = ById.of(record), load_ontology().types
    time = parts.times.get(event.time or "")
    known = types.get(event.type or "")
    facts = [
        ("What", known.name if known else event.type or ""), ("Status", event.status or "not known"), ("How sure", event.certainty or ""),
        ("Where", where_of(event.place, parts)), ("When", when_of(event.time, parts)), ("Told by", ", ".join(_voices(event, parts))),
    ]  # fmt: skip
    others = [status for status in get_args(EventStatus) if status != event.status]
    return Item(
        waiting, "Is this what is told, and did it happen as this says?", "Yes, so it is told", "No event",
        tuple((name, value) for name, value in facts if value), _quotation(report, record, _marks_of(event, parts)),
        tuple(Choice(f"it {_TOLD.get(status, 'is ' + status)}", {"status": status}) for status in others[:_CHOICES]),
        (
            Field("type", "Type", event.type or "", tuple(sorted(((key, one.name) for key, one in types.items()), key=lambda pair: pair[1]))),
            Field("status", "Status", event.status or "", _options(EventStatus)),
            Field("polarity", "Polarity", event.polarity or "", _options(Polarity)),
            Field("place", "Where", event.place or "", _places(record)),
            Field("earliest", "Not before", (time.earliest if time else None) or "", hint="2018-12-18"),
            Field("latest", "Not after", (time.latest if time else None) or "", hint="2018-12-18"),
        ),
        url=f"/reports/{report.id}?part={waiting.id.rpartition('.')[2]}",
    )  # fmt: skip


_TOLD: Final = {"happened": "happened", "ongoing": "goes on", "hypothetical": "is only thought of"}


def _said(one: Statement) -> list[tuple[str, str]]:
    facts = [
        ("Who", (one.source.name or " … ".join(span.text for span in one.source.spans)) if one.source else "nobody is named"),
        ("Act", one.speech_act or ""), ("Form", one.form or ""), ("How sure", one.certainty or ""), ("Polarity", one.polarity or ""),
    ]  # fmt: skip
    for decision in one.decided_by[:4]:
        by = decision.span.text if decision.span else decision.words
        facts.append((f"Why this {decision.field.replace('_', ' ')}", f"{decision.by}{f': “{by}”' if by else ''}"))
    return [(name, " ".join(value.split())) for name, value in facts if value]


def _marks_of(event: Event, parts: ById) -> list[tuple[Span, str]]:
    marks = [(event.trigger, "content")] if event.trigger else []
    marks += [(span, "source") for argument in event.arguments for span in argument.spans[:1]]
    place, time = parts.places.get(event.place or ""), parts.times.get(event.time or "")
    mention = parts.mentions.get(place.mention or "") if place else None
    near = [mention.span] if mention else []
    near += [time.span] if time and time.span else []
    # What stands far off would make a quotation of the whole report.
    return marks + [(span, "cue") for span in near if event.trigger and abs(span.start - event.trigger.start) < 400]


def _voices(event: Event, parts: ById) -> list[str]:
    said = [parts.statements.get(key) for key in event.asserted_by]
    return list(dict.fromkeys((parts.speaker(one) or "somebody") if one else ITSELF for one in said))


def _speakers(record: Record) -> list[Chain]:
    return sorted((one for one in record.chains if one.kind in _SPEAKS), key=lambda one: -len(one.mentions))


def _named(record: Record) -> tuple[tuple[str, str], ...]:
    """Who may have spoken, by name, or by the words of the report for somebody without one."""
    words = {mention.id: mention.span.text for mention in record.mentions}
    found = (
        (one.id, one.name or next((words[key] for key in one.mentions if key in words), ""))
        for one in _speakers(record)
    )
    return ("", "nobody is named"), *((id_, " ".join(name.split())) for id_, name in found if name)


def _places(record: Record) -> tuple[tuple[str, str], ...]:
    return ("", "not told"), *((one.id, ", ".join(filter(None, (one.name, one.country)))) for one in record.places)


def _options(vocabulary: object) -> tuple[tuple[str, str], ...]:
    return ("", "not known"), *((value, value.replace("_", " ")) for value in get_args(vocabulary))


def _about(report: Report) -> tuple[str, str | None, str | None, str | None]:
    return report.id, report.title, report.publisher, report.published


def _quotation(report: Report, record: Record, marks: list[tuple[Span, str]]) -> tuple[Quoted, ...]:
    return tuple(filter(None, [quoted(record.document.text, marks, _about(report))]))


def _part(ledger: Ledger, id_: str) -> tuple[Report, Record, int]:
    reading, _, part = id_.rpartition(".")
    number = "".join(filter(str.isdigit, part))
    if not reading or not number:
        raise NotInLedger(f"{id_}: is no id of a part of a report; they are like r12.1.p3")
    return ledger.get_report(reading.partition(".")[0]), ledger.get_record(reading), int(number)


def _nth(parts: tuple[T, ...], number: int, id_: str) -> T:
    if not 1 <= number <= len(parts):
        raise NotInLedger(f"{id_}: there are {len(parts)} of these in the report")
    return parts[number - 1]
