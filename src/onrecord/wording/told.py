"""A record as rows for people: what happened or is said to, and what holds, each according to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.ontology import load_ontology
from onrecord.record import ById, Event, Incident, Perpetrator, Quantity, Record, State, incidents_of
from onrecord.wording.circumstances import figure, named, voices_of, when_of, where_of, words_of
from onrecord.wording.rows import Row
from onrecord.wording.visible import flat

__all__ = ["IncidentRow", "StateRow", "incident_rows", "state_rows"]

_HARMS: Final = ("killed", "injured", "abducted", "displaced", "arrested")
_BLAMES: Final = {
    "claimed": "so it is claimed",
    "suspected": "suspected",
    "suspected_by_authorities": "suspected by authorities",
    "possible": "possibly",
}
_DOES: Final = frozenset({"actor"})
_SUFFERS: Final = ("target", "victim", "recipient", "beneficiary")
_HOLDS: Final = {
    "controls_territory": "controls",
    "strength": "has a strength of",
    "presence": "is present",
    "capability": "is able to",
    "alliance": "is allied",
    "support": "has support",
}


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident, or an event that belongs to none, put for people. Every text is on one line and safe to show.

    Attributes:
        name: What it is called on a page: "e" and its number.
        what: Its type.
        words: The words that tell of it, in quotation marks.
        who: Who did it or is said to have done it, each with how firmly.
        whom: To whom or to what.
        means: With what.
        where: Where.
        when: When.
        toll: What it did to people, each harm followed by the figures that the report gives, and who gives them.
        voices: What it is told as, and by whom.
        events: Its event mentions, in the order of the text.
    """

    name: str
    what: str
    words: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    means: tuple[str, ...]
    where: str
    when: str
    toll: tuple[str, ...]
    voices: tuple[str, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class StateRow:
    """A state, put for people.

    Attributes:
        name: What it is called on a page: "h" and its number.
        who: Who it holds of.
        what: What holds.
        words: The words that tell of it, in quotation marks.
        where: Where.
        when: When.
        many: How many, for a strength.
        voices: Who says so, and how sure that is.
        state: The state itself.
    """

    name: str
    who: str
    what: str
    words: str
    where: str
    when: str
    many: str
    voices: tuple[str, ...]
    state: State


def incident_rows(record: Record, rows: Sequence[Row]) -> tuple[IncidentRow, ...]:
    """Puts incidents, and the events that belong to none, into words, in the order of the text.

    Args:
        record: The report, read.
        rows: The rows of its statements.
    """
    parts, by_statement = ById.of(record), {row.statement.id: row for row in rows}
    return tuple(
        _incident_row(f"e{number}", incident, events, parts, by_statement)
        for number, (incident, events) in enumerate(incidents_of(record), 1)
    )


def state_rows(record: Record, rows: Sequence[Row]) -> tuple[StateRow, ...]:
    """Puts states into words, in the order of the text."""
    parts, by_statement = ById.of(record), {row.statement.id: row for row in rows}
    states = sorted(record.states, key=lambda state: state.span.start if state.span else -1)
    return tuple(_holding(f"h{number}", state, parts, by_statement) for number, state in enumerate(states, 1))


def _incident_row(
    name: str, incident: Incident, events: tuple[Event, ...], parts: ById, rows: Mapping[str, Row]
) -> IncidentRow:  # fmt: skip
    words = words_of(event.trigger for event in events if event.trigger)
    place = incident.place or next((event.place for event in events if event.place), None)
    time = incident.time or next((event.time for event in events if event.time), None)
    return IncidentRow(
        name=name,
        what=_plain(incident.type or next((event.type for event in events if event.type), None) or "something"),
        words=f"“{words}”" if words else "",
        who=_once([*_blamed(incident.perpetrators, parts), *_taking_part(events, _DOES, parts)]),
        whom=_once(
            [
                *(named(each.chain, each.spans, parts) for each in (*incident.targets, *incident.victims)),
                *_taking_part(events, _SUFFERS, parts),
            ]
        ),
        means=_once(
            [
                *(named(each.chain, each.spans, parts) for each in incident.instruments),
                *_taking_part(events, ("instrument",), parts),
            ]
        ),
        where=where_of(place, parts),
        when=when_of(time, parts),
        toll=tuple(_toll(incident, events, parts, rows)),
        voices=voices_of(events, parts, rows),
        events=events,
    )


def _plain(type_: str) -> str:
    known = load_ontology().types.get(type_)
    return known.name[0].lower() + known.name[1:] if known else flat(type_.replace("_", " "))


def _blamed(perpetrators: Sequence[Perpetrator], parts: ById) -> Iterator[str]:
    for each in perpetrators:
        blame = _BLAMES.get(each.blame or "")
        yield named(each.chain, each.spans, parts) + (f" ({blame})" if blame else "")


def _taking_part(events: Sequence[Event], roles: Sequence[str] | frozenset[str], parts: ById) -> Iterator[str]:
    for event in events:
        for argument in event.arguments:
            if argument.role in roles:
                yield named(argument.chain, argument.spans, parts)


def _once(names: Sequence[str]) -> tuple[str, ...]:
    """Each name once; one that stands there with a doubt does not come again without it."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name.partition(" (")[0].casefold(), name)
    return tuple(kept.values())


def _toll(incident: Incident, events: Sequence[Event], parts: ById, rows: Mapping[str, Row]) -> Iterator[str]:
    """Each harm with its range, then the figures that it was taken from, each with who gives it."""
    given = [parts.quantities[key] for event in events for key in event.quantities if key in parts.quantities]
    for harm in _HARMS:
        count = getattr(incident.toll, harm) if incident.toll else None
        of = dict.fromkeys(quantity for quantity in given if quantity.of == harm)
        if count is not None and count.quantity in parts.quantities:
            of = dict.fromkeys([parts.quantities[count.quantity], *of])
        total = figure(count.low, count.high) if count is not None else ""
        if count is None and not of:
            continue
        yield f"{harm} {total}" if total else harm
        yield from (_figure(quantity, rows) for quantity in of)


def _figure(quantity: Quantity, rows: Mapping[str, Row]) -> str:
    by = rows.get(quantity.statement or "")
    return f"“{flat(quantity.span.text)}”" + (f": {by.who} ({by.number})" if by else "")


def _holder(state: State, parts: ById) -> str:
    if state.holder:
        return named(state.holder, (), parts)
    words = state.extra.get("holder_words")
    return f"“{flat(str(words))}”" if words else ""


def _holding(name: str, state: State, parts: ById, rows: Mapping[str, Row]) -> StateRow:
    return StateRow(
        name=name,
        who=_holder(state, parts),
        what=_HOLDS.get(state.kind, flat(state.kind)),
        words=f"“{flat(state.span.text)}”" if state.span else "",
        where=where_of(state.place, parts),
        when=when_of(state.time, parts),
        many=figure(state.low, state.high),
        voices=voices_of((state,), parts, rows),
        state=state,
    )
