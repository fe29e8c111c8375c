"""Codes an incident of a report in the manner of PLOVER. In: its telling. Out: a record, or why there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from onrecord.export.acled.notes import sentence_at, voices_of
from onrecord.export.merged import Days, Telling, days_of, is_stray
from onrecord.export.plover.entities import entities_of, iso3
from onrecord.ontology import (
    NotCoded,
    PloverCode,
    PrecisionCode,
    load_ontology,
    place_precision,
    plover_contexts,
    plover_of,
)
from onrecord.record import Event, Place, Span
from onrecord.reference.registry import Registry

__all__ = ["code"]

_MONTH: Final = 31
_UNSURE: Final = frozenset({"possible", "unspecified"})
_HAPPENED: Final = frozenset({"happened", "ongoing", "claimed", "attempted"})
_STAGES: Final = {"accomplished": "happened", "attempted": "attempted", "threatened": "threatened"}
_LOSSES: Final = {"dead": "killed", "injured": "injured", "arrested": "arrested"}
_BY_FORCE: Final = frozenset({"ASSAULT", "COERCE"})
_DONE_BY: Final = ("actor",)
_DONE_TO: Final = ("target", "recipient", "victim", "beneficiary")

Json = dict[str, Any]
_Named = tuple[str | None, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class _Coded:
    """What PLOVER calls it, by which mention, and all mentions that say the same."""

    plover: PloverCode
    type: str
    main: Event
    mentions: tuple[Event, ...]


def code(telling: Telling, sequence: int, registry: Registry) -> Json | NotCoded:
    """One incident of one report.

    Args:
        telling: The incident.
        sequence: Which of the report's incidents it is, from 1.
        registry: Who the actors are.
    """
    place = _place(telling)
    country = place.country if place else None
    recipients = entities_of(_done_to(telling), country, telling.parts, registry)
    coded = _coded(telling, bool(recipients))
    if isinstance(coded, NotCoded):
        return coded
    days = _days(telling, coded)
    if isinstance(days, NotCoded):
        return days
    does = entities_of(_done_by(telling), country, telling.parts, registry, does=True)
    if coded.plover.actor == "speaker":
        # Who threatens or demands acts; the one who is to do it, or to suffer it, is the other side.
        said = entities_of(_speakers(telling, coded.mentions), country, telling.parts, registry)
        does, recipients = said, [one for one in (recipients or does) if one not in said]
    if coded.plover.event in _BY_FORCE:
        # Civilians suffer violence and monitors and outlets tell of it; where they stand among those who did it, that was misread.
        does = [one for one in does if one.get("sector") not in ("CVL", "JRN") and one["code"] != "NGO"]
    if not does:
        return NotCoded("who did it is not told as a fact, or not in words that PLOVER has a code for")
    recipients = [one for one in recipients if one not in does]
    return _record(telling, sequence, coded, days, place, does, recipients, registry)


def _record(  # noqa: PLR0913, PLR0917 (each is a group of fields)
    telling: Telling, sequence: int, coded: _Coded, days: Days, place: Place | None, does: list[Json], recipients: list[Json],
    registry: Registry,
) -> Json:  # fmt: skip
    plover, document, reader = coded.plover, telling.reported.record.document, telling.reported.record.reader
    span = coded.main.trigger
    contexts = (*plover_contexts(coded.type), *plover.contexts) if plover.event != "THREATEN" else plover.contexts
    found: Json = {
        "id": f"{telling.reported.id}.{telling.incident.id}",
        "date": days.first.isoformat(),
        "enddate": days.last.isoformat() if days.many > 1 else None,
        "actor": does,
        "event": plover.event,
        "mode": plover.mode,
        "recipient": recipients,
        "quad_code": plover.quad,
        "event_scale": plover.scale,
        "context": list(dict.fromkeys(contexts)),
        "event_text": " ".join(span.text.split()) if span else None,
        "event_loc": _location(telling, place, registry) if place else None,
        "size": _size(telling) if plover.event not in ("THREATEN", "REQUEST", "AGREE", "CONCEDE") else None,
        "text": sentence_at(document.text, span) if span else None,
        "text_info": {"sequence": sequence, "start": span.start, "end": span.end} if span else None,
        "cite_info": _filled(
            {
                "corpus": "onrecord",
                "citation": f"sha256:{telling.reported.sha256}",
                "url": document.url,
                "title": document.title,
                "language": document.language,
                "publication": document.publisher or document.credit,
                "codebook": "PLOVER",
            }
        ),
        "coder": " ".join(filter(None, (reader.name, reader.version))) if reader else None,
        "coded_date": telling.reported.added[:10],
        "coded_time": telling.reported.added[11:19],
        "comment": _comment(telling, coded, days),
    }
    return _filled(found)


def _coded(telling: Telling, has_recipient: bool) -> _Coded | NotCoded:
    """The code of the mention that has the incident's own type, of those that have one; else the commonest reason."""
    known = load_ontology().types
    incident = telling.incident
    status = _STAGES.get(incident.stage or "")
    mentions = telling.events or (Event(incident.id, None, incident.type, status=status),)  # type: ignore[arg-type]
    background = all(event.extra.get("background") is True for event in mentions)
    found: list[tuple[PloverCode, str, Event]] = []
    reasons: Counter[str] = Counter()
    for event in mentions:
        type_ = next((one for one in (event.type, incident.type) if one in known), None)
        plover = plover_of(type_, event.status, event.polarity, has_recipient, background)
        if isinstance(plover, NotCoded):
            reasons[plover.reason] += 1
        elif event.certainty in _UNSURE and event.status in _HAPPENED:
            reasons["it is told as no more than possible"] += 1
        else:
            found.append((plover, str(type_), event))
    if not found:
        return NotCoded(reasons.most_common(1)[0][0])
    # What is told as having happened outweighs a threat or a plan of the same.
    found.sort(key=lambda one: (one[2].status not in _HAPPENED, one[1] != incident.type))
    plover, type_, main = found[0]
    return _Coded(plover, type_, main, tuple(event for one, _, event in found if one.event == plover.event))


def _days(telling: Telling, coded: _Coded) -> Days | NotCoded:
    """When it was. Of what is only planned or threatened the time is that of the deed, and of its telling none is known."""
    id_ = telling.incident.time or next((event.time for event in coded.mentions if event.time), None)
    document = telling.reported.record.document
    days = days_of(telling.parts.times.get(id_ or ""), document)
    if isinstance(days, NotCoded):
        return days
    if days.many > _MONTH:
        return NotCoded("the month is not known")
    if coded.main.status not in _HAPPENED and days.last.isoformat() > (document.published or "")[:10]:
        return NotCoded("the time that is told is that of the deed, not of the plan, the threat or the demand")
    return days


def _done_by(telling: Telling) -> list[_Named]:
    """Who did it as a fact, or claims it; whoever is only accused is in the comment."""
    firm = [(one.chain, one.spans) for one in telling.incident.perpetrators if one.blame in (None, "fact")]
    if telling.incident.perpetrators:
        claims = {
            one.source.chain
            for one in telling.reported.record.statements
            if one.speech_act == "claim_responsibility" and one.source
        }
        own = [(one.chain, one.spans) for one in telling.incident.perpetrators if one.chain and one.chain in claims]
        return list(dict.fromkeys([*firm, *own]))
    return _arguments(telling.events, _DONE_BY)


def _done_to(telling: Telling) -> list[_Named]:
    suffers = [(one.chain, one.spans) for one in (*telling.incident.targets, *telling.incident.victims)]
    named = list(dict.fromkeys([*suffers, *_arguments(telling.events, _DONE_TO)]))
    # A country that something is done in is no recipient.
    chains = telling.parts.chains
    return [one for one in named if not ((chain := chains.get(one[0] or "")) and chain.kind == "location")]


def _arguments(events: Sequence[Event], roles: Sequence[str]) -> list[_Named]:
    return [
        (one.chain, one.spans)
        for event in events
        if event.status != "claimed" or roles != _DONE_BY
        for one in event.arguments
        if one.role in roles
    ]


def _speakers(telling: Telling, mentions: Sequence[Event]) -> list[_Named]:
    statements = [telling.parts.statements.get(key) for event in mentions for key in event.asserted_by]
    return [(one.source.chain, one.source.spans) for one in statements if one and one.source]


def _place(telling: Telling) -> Place | None:
    """Where it was, as far as that is sure."""
    id_ = telling.incident.place or next((event.place for event in telling.events if event.place), None)
    place = telling.parts.places.get(id_ or "")
    if place is None or place.role == "reporting" or is_stray(place, telling.reported.record):
        return None
    return place


def _location(telling: Telling, place: Place, registry: Registry) -> Json:
    mention = telling.parts.mentions.get(place.mention or "")
    code = place_precision(place.precision, "plover")
    classes = (place.feature or "").split(".")
    states = registry.states(place.country or "")
    narrow = place.precision in ("site", "settlement", "near")
    return _filled(
        {
            "extracted_place": " ".join(mention.span.text.split()) if mention else None,
            "resolved_place": place.name if place.geonameid is not None else None,
            "geonameid": place.geonameid,
            "lat": place.latitude if place.precision != "country" else None,
            "lon": place.longitude if place.precision != "country" else None,
            "city": place.name if narrow and classes[0] == "P" else None,
            "district": place.name if place.precision == "district" else None,
            "province": place.admin1,
            "country": states[0].name if states else None,
            "country_code": iso3(place.country, registry),
            "feature_class": classes[0] or None,
            "feature_code": classes[1] if len(classes) > 1 else None,
            "resolution": code.value if isinstance(code, PrecisionCode) else None,
        }
    )


def _size(telling: Telling) -> Json | None:
    """The dead, the injured and the arrested, each the lowest figure."""
    toll = telling.incident.toll
    counts = {name: getattr(toll, loss) for name, loss in _LOSSES.items()} if toll else {}
    return {name: int(count.low) for name, count in counts.items() if count is not None and count.low} or None


def _comment(telling: Telling, coded: _Coded, days: Days) -> str:
    """How it is told and by whom, who is accused, and how well the date is known."""
    statuses = ", ".join(dict.fromkeys(event.status for event in coded.mentions if event.status))
    sure = ", ".join(dict.fromkeys(event.certainty for event in coded.mentions if event.certainty))
    told = [
        f"Told as {', '.join(filter(None, (statuses, sure)))} by {', '.join(voices_of(coded.mentions, telling.parts))}."
    ]
    weak = [one for one in telling.incident.perpetrators if one.blame not in (None, "fact")]
    if weak:
        words = dict.fromkeys(f"{' '.join(span.text.split())} ({one.blame})" for one in weak for span in one.spans[:1])
        told.append(f"Said to have done it: {'; '.join(words)}.")
    told += [
        f"Told as {event.status}: “{' '.join(event.trigger.text.split())}”."
        for event in telling.events
        if event not in coded.mentions and event.status not in _HAPPENED and event.trigger
    ]
    if days.many > 1:
        told.append(f"On one of {days.many} days, or on all of them.")
    return " ".join(told)


def _filled(values: Json) -> Json:
    """Without what is empty."""
    return {key: value for key, value in values.items() if value not in (None, [], {}, "")}
