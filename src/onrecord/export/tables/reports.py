"""The rows of one report: itself, its statements, events, incidents and places, and one flat row for all that it tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from onrecord.export.cells import Cell
from onrecord.export.material import Reported
from onrecord.export.points import point_of, radius_of
from onrecord.export.standing import Standing
from onrecord.export.tables.all import EVENTS, FLAT, HARMS, INCIDENTS, PLACES, REPORTS, STATEMENTS
from onrecord.export.tables.shape import Row, Table
from onrecord.record import (
    NARRATOR,
    ById,
    Event,
    Incident,
    Participant,
    Perpetrator,
    Place,
    Span,
    Statement,
    TimeExpression,
    Where,
    incidents_of,
)

__all__ = ["Homes", "joined", "named", "placed", "rows_of_report", "standing_cells"]

Homes = Mapping[tuple[str, str], tuple[str, Standing]]
"""The happening that an incident of a document is a telling of, and how that stands."""


def rows_of_report(report: Reported, homes: Homes) -> Iterator[tuple[Table, Row]]:
    """Makes all rows of a report."""
    record, parts = report.record, ById.of(report.record)
    name = named(report)
    document = record.document
    yield REPORTS, {
        **name, "document": document.id, "reading": report.reading, "byline": document.byline, "credit": document.credit,
        "language": document.language, "url": document.url, "added": report.added,
        "reader": f"{record.reader.name} {record.reader.version}" if record.reader else None,
        "statements": len(record.statements), "events": len(record.events),
        "notes": joined(f"{note.where}: {note.what}" for note in record.notes),
    }  # fmt: skip
    for statement in record.statements:
        yield STATEMENTS, {**name, **_statement(statement, parts)}
    for event in record.events:
        yield EVENTS, {**name, **_event(event, parts)}
    for incident in record.incidents:
        yield INCIDENTS, {**name, **_incident(incident, parts)}
    for place in record.places:
        yield PLACES, {**name, **_place(place, parts)}
    for incident, events in incidents_of(record):
        home = homes.get((document.id, incident.id))
        yield FLAT, {
            **name, "document": document.id, "url": document.url, **_flat(incident, events, parts),
            "happening": home[0] if home else None, **standing_cells(home[1] if home else None),
        }  # fmt: skip


def named(report: Reported) -> Row:
    """What a report is called in every table."""
    document = report.record.document
    return {
        "report": report.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
    }


def standing_cells(standing: Standing | None) -> Row:
    """How a happening stands, as cells."""
    if standing is None or not standing.claims:
        return {}
    return {
        "claim_status": joined(standing.statuses), "contested": standing.contested,
        "n_independent": standing.independent, "claims": joined(standing.claims),
    }  # fmt: skip


def placed(place: Place | Where | None) -> Row:
    """Where something is, as cells: coordinates only where a point can stand for it."""
    if place is None:
        return {}
    latitude, longitude = point_of(place) or (None, None)
    return {
        "place": place.name, "country": place.country, "geonameid": place.geonameid, "latitude": latitude,
        "longitude": longitude, "geo_precision": place.precision, "geo_radius_m": radius_of(place),
    }  # fmt: skip


def joined(words: Iterable[str | None]) -> str | None:
    """Several values in one cell, each once."""
    return "; ".join(dict.fromkeys(word for word in words if word)) or None


def _statement(statement: Statement, parts: ById) -> Row:
    source = statement.source
    chain = parts.chains.get(source.chain or "") if source else None
    inside = parts.statements.get(statement.inside or "")
    return {
        "statement": statement.id, "speaker": parts.speaker(statement), "speaker_type": source.type if source else None,
        "speaker_actor": chain.actor if chain else None, "cue": _words(statement.cue.spans if statement.cue else ()),
        "content": _words(statement.content.spans), "form": statement.form, "speech_act": statement.speech_act,
        "certainty": statement.certainty, "polarity": statement.polarity, "tense": statement.tense,
        "condition": statement.condition.text if statement.condition else None, "verification": statement.verification,
        "inside": statement.inside, "inside_speaker": parts.speaker(inside) if inside else None,
        "confidence": statement.confidence, **_offsets(statement.content.spans),
    }  # fmt: skip


def _event(event: Event, parts: ById) -> Row:
    return {
        "event": event.id, "incident": event.incident, "type": event.type, "words": event.trigger.text if event.trigger else None,
        **_codes([event]), "status": event.status, "certainty": event.certainty, "polarity": event.polarity,
        **_told_by([event], parts), **placed(parts.places.get(event.place or "")), **_dated(parts.times.get(event.time or "")),
        "confidence": event.confidence, **_offsets([event.trigger] if event.trigger else []),
    }  # fmt: skip


def _incident(incident: Incident, parts: ById) -> Row:
    return {
        "incident": incident.id, "type": incident.type, "stage": incident.stage, "events": joined(incident.events),
        **_around(incident, parts),
    }  # fmt: skip


def _place(place: Place, parts: ById) -> Row:
    mention = parts.mentions.get(place.mention or "")
    return {
        "place_id": place.id, "words": mention.span.text if mention else None, **placed(place), "admin1": place.admin1,
        "role": place.role, "confidence": place.confidence, "why": place.why,
    }  # fmt: skip


def _flat(incident: Incident, events: Sequence[Event], parts: ById) -> Row:
    return {
        "incident": incident.id, "type": incident.type or joined(event.type for event in events), **_codes(events),
        "words": joined(event.trigger.text for event in events if event.trigger),
        "status": joined(event.status for event in events), "certainty": joined(event.certainty for event in events),
        **_told_by(events, parts), **_around(incident, parts),
    }  # fmt: skip


def _around(incident: Incident, parts: ById) -> Row:
    """Who took part, where and when, and what it did to people."""
    toll: dict[str, Cell] = {}
    for harm in HARMS if incident.toll else ():
        if (count := getattr(incident.toll, harm)) is not None:
            toll |= {f"{harm}_low": count.low, f"{harm}_high": count.high}
    return {
        "perpetrators": _called(incident.perpetrators, parts),
        "blame": "; ".join(one.blame or "not said" for one in incident.perpetrators) or None,
        "targets": _called(incident.targets, parts), "victims": _called(incident.victims, parts),
        "instruments": _called(incident.instruments, parts), **placed(parts.places.get(incident.place or "")),
        **_dated(parts.times.get(incident.time or "")), **toll,
    }  # fmt: skip


def _called(some: Sequence[Perpetrator | Participant], parts: ById) -> str | None:
    # Not each once: the blame of each stands at its place beside it.
    return "; ".join(_name(one, parts) for one in some) or None


def _name(one: Perpetrator | Participant, parts: ById) -> str:
    chain = parts.chains.get(one.chain or "")
    return (chain.name if chain else None) or _words(one.spans) or "not named"


def _codes(events: Iterable[Event]) -> Row:
    some = list(events)
    return {
        "acled_event_type": joined(event.acled.event_type for event in some if event.acled),
        "acled_sub_event_type": joined(event.acled.sub_event_type for event in some if event.acled),
        "plover_event": joined(event.plover.event for event in some if event.plover),
        "plover_mode": joined(event.plover.mode for event in some if event.plover),
    }


def _told_by(events: Iterable[Event], parts: ById) -> Row:
    ids = [*dict.fromkeys(id_ for event in events for id_ in event.asserted_by)]
    voices = (NARRATOR if id_ == NARRATOR else _voice(parts.statements.get(id_), parts) for id_ in ids)
    return {"asserted_by": joined(ids), "voices": joined(voices)}


def _voice(statement: Statement | None, parts: ById) -> str | None:
    return parts.speaker(statement) or "somebody" if statement else None


def _dated(time: TimeExpression | None) -> Row:
    if time is None:
        return {}
    return {"earliest": time.earliest, "latest": time.latest, "date_precision": time.precision}


def _offsets(spans: Sequence[Span]) -> dict[str, Any]:
    return {"start_offset": spans[0].start, "end_offset": spans[-1].end} if spans else {}


def _words(spans: Sequence[Span]) -> str | None:
    return " … ".join(span.text for span in spans) or None
