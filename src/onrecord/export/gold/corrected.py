"""Parts of a record with nothing but what people judged: the values that they saw, and those that they put in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any, Final, get_args

from onrecord.errors import RecordError
from onrecord.ontology import load_ontology
from onrecord.record import (
    Acled,
    Argument,
    ById,
    Content,
    Cue,
    Event,
    Mention,
    Place,
    Plover,
    Source,
    Span,
    Statement,
    TimeExpression,
    make_id,
)
from onrecord.record.vocabulary import (
    Certainty,
    EventStatus,
    PlacePrecision,
    PlaceRole,
    Polarity,
    SpeechAct,
    StatementForm,
)

__all__ = ["corrected_event", "corrected_place", "corrected_statement", "corrected_time"]

Value = Mapping[str, Any]
"""Fields that were corrected, with the values that are right."""

_VOCABULARIES: Final = {
    "statement": {"form": StatementForm, "speech_act": SpeechAct, "certainty": Certainty, "polarity": Polarity},
    "place": {"precision": PlacePrecision, "role": PlaceRole},
    "event": {"status": EventStatus, "polarity": Polarity},
}
_FIELDS: Final = {
    "statement": {"speaker", "name", "start", "end", "text"},
    "place": {"geonameid", "name", "latitude", "longitude", "country", "admin1"},
    "event": {"type", "place", "earliest", "latest"},
}


def corrected_statement(one: Statement, value: Value, parts: ById, text: str) -> Statement:
    """A statement as people judged it: who speaks, the words, the form, the act, how sure and whether so or not.

    Args:
        one: The machine's.
        value: What was corrected.
        parts: The parts of the record.
        text: The text of the report.

    Raises:
        RecordError: The correction cannot be put in; the message is the reason.
    """
    words = _words("statement", value, {"form": one.form, "speech_act": one.speech_act, "certainty": one.certainty, "polarity": one.polarity})  # fmt: skip
    source = _source(one, value, parts, text) if value.keys() & {"speaker", "name"} else one.source
    content = _moved(one.content.spans, value, text) if value.keys() & {"start", "end"} else one.content.spans
    return Statement(
        one.id, words["form"], Source(source.spans, source.chain, source.name, source.type) if source else None,
        Cue(one.cue.spans) if one.cue else None, Content(content), one.inside, words["speech_act"], words["certainty"],
        words["polarity"], tense=None, verification=None,
    )  # fmt: skip


def corrected_place(one: Place, value: Value, parts: ById) -> Place:
    """A place as people judged it: which one on earth is meant, how precise the words are, and what it is named for.

    Raises:
        RecordError: The correction cannot be put in; the message is the reason.
    """
    words = _words("place", value, {"precision": one.precision, "role": one.role})
    meant = replace(one, confidence=None, candidates=(), why=None, extra={}, **words)
    if "geonameid" not in value:
        return replace(meant, **{name: value[name] for name in _FIELDS["place"] & value.keys()})
    # Of another place nothing holds that was known of this one.
    id_, mention = value["geonameid"], parts.mentions.get(one.mention or "")
    found = next((place for place in one.candidates if id_ is not None and place.geonameid == id_), None)
    name = value.get("name") or (found.name if found else mention.span.text if mention else None)
    known = {
        field: value.get(field, getattr(found, field) if found else None)
        for field in ("latitude", "longitude", "country", "admin1")
    }
    return replace(meant, name=name, geonameid=id_, feature=None, **known)


def corrected_event(one: Event, value: Value, parts: ById) -> Event:
    """An event as people judged it: what, whether it happened, who takes part, where, when and according to whom.

    Raises:
        RecordError: The correction cannot be put in; the message is the reason.
    """
    words = _words("event", value, {"status": one.status, "polarity": one.polarity})
    place = value.get("place", one.place)
    if "place" in value and place is not None and place not in parts.places:
        raise RecordError("the corrected place is not in the reading")
    time = corrected_time(one, value, parts)
    made = Event(
        one.id, one.trigger, one.type, one.acled, one.plover, tuple(Argument(part.role, part.chain, part.spans) for part in one.arguments),
        place, time.id if time else None, (), one.certainty, words["polarity"], words["status"], one.asserted_by,
    )  # fmt: skip
    return _as_type(made, value["type"]) if "type" in value else made


def corrected_time(one: Event, value: Value, parts: ById) -> TimeExpression | None:
    """When an event was, as people judged it; corrected days stand beside the time that the machine read, since others may have that."""
    time = parts.times.get(one.time or "")
    if not value.keys() & {"earliest", "latest"}:
        return replace(time, extra={}) if time else None
    earliest = value.get("earliest", time.earliest if time else None)
    latest = value.get("latest", time.latest if time else None)
    if earliest is None and latest is None:
        return None
    _check_days(earliest, latest)
    return TimeExpression(
        make_id("t", one.id, earliest, latest), time.span if time else None, earliest=earliest, latest=latest
    )


def _check_days(earliest: object, latest: object) -> None:
    try:
        days = [date.fromisoformat(str(day)) for day in (earliest, latest) if day is not None]
    except ValueError:
        raise RecordError("a corrected value that the format does not have") from None
    if days[0] > days[-1]:
        raise RecordError("the corrected days end before they begin")


def _words(kind: str, value: Value, known: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that have a vocabulary, corrected."""
    vocabularies = _VOCABULARIES[kind]
    if value.keys() - vocabularies.keys() - _FIELDS[kind]:
        raise RecordError("a field was corrected that nobody is asked about")
    for name in vocabularies.keys() & value.keys():
        if value[name] is not None and value[name] not in get_args(vocabularies[name]):
            raise RecordError("a corrected value that the format does not have")
    return {name: value.get(name, said) for name, said in known.items()}


def _moved(spans: tuple[Span, ...], value: Value, text: str) -> tuple[Span, ...]:
    """The words between corrected edges; what interrupted them still does."""
    start, end = value.get("start", spans[0].start), value.get("end", spans[-1].end)
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise RecordError("the corrected words do not stand in the text")
    if value.get("text", text[start:end]) != text[start:end]:
        raise RecordError("the corrected words do not stand in the text")
    edges = [start]
    for before, after in pairwise(spans):
        if start < before.end and after.start < end:
            edges += [before.end, after.start]
    edges.append(end)
    return tuple(Span.of(text, low, high) for low, high in zip(edges[::2], edges[1::2], strict=True))


def _source(one: Statement, value: Value, parts: ById, text: str) -> Source | None:
    """Who speaks. The words that name them stay where they only point to somebody; else they are looked for."""
    id_ = value.get("speaker", one.source.chain if one.source else None)
    if "speaker" in value and id_ is None:
        return None
    chain = parts.chains.get(id_ or "")
    if "speaker" in value and chain is None:
        raise RecordError("the corrected speaker is not in the reading")
    if "speaker" not in value or chain is None:
        # A name alone: whose chain that is was not said.
        return Source(one.source.spans if one.source else (), None, value["name"])
    mentions = [parts.mentions[key] for key in chain.mentions if key in parts.mentions]
    return Source(_naming(one, mentions, parts, text), chain.id, value.get("name") or chain.name)


def _naming(one: Statement, mentions: list[Mention], parts: ById, text: str) -> tuple[Span, ...]:
    """The words that name a corrected speaker at a statement; none where that is not certain."""
    spans = one.source.spans if one.source else ()
    pointing = [mention for mention in parts.mentions.values() if any(mention.span.overlaps(span) for span in spans)]
    if pointing and all(mention.form in ("pronoun", "nominal") for mention in pointing):
        return spans
    at = one.content.spans[0].start
    low, high = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    near = [
        mention.span
        for mention in mentions
        if low <= mention.span.start
        and (mention.span.end <= high or high < 0)
        and not any(mention.span.overlaps(span) for span in one.content.spans)
    ]
    return (near[0],) if len(near) == 1 else ()


def _as_type(event: Event, type_: object) -> Event:
    """The event with another type, and what other schemes call that."""
    if type_ is None:
        return replace(event, type=None, acled=None, plover=None)
    known = load_ontology().types.get(str(type_))
    if known is None:
        raise RecordError("a corrected value that the format does not have")
    acled, plover = Acled(*known.acled) if known.acled else None, Plover(*known.plover) if known.plover else None
    return replace(event, type=known.id, acled=acled, plover=plover)
