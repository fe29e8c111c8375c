"""A record's rows: a pure function of the record and the reading's id, so that tables can be made anew and compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, Final

from onrecord.ledger.parts import PARTS
from onrecord.record.event import Event
from onrecord.record.incident import Incident, Participant, Perpetrator
from onrecord.record.record import Record
from onrecord.record.span import Span
from onrecord.record.statement import Statement

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]

_LARGEST: Final = 2**63 - 1
_LABEL: Final = 100
_NARRATOR: Final = "narrator"
_PLURALS: Final = {"perpetrator": "perpetrators", "target": "targets", "victim": "victims", "instrument": "instruments"}
_HARMS: Final = ("killed", "injured", "abducted", "displaced", "arrested")
_LINKS: Final = ("member_of", "allied_with", "opposed_to")


def shown(text: str | None) -> str | None:
    """A string as a table holds it: PostgreSQL takes no zero character, so the sign for it stands there."""
    return text.replace("\0", "␀") if text and "\0" in text else text


def rows_of(record: Record, reading: str) -> Rows:
    """Makes the rows of all tables of parts.

    Args:
        record: The record.
        reading: Id of its reading, "r12.2".

    Returns:
        For each letter of `PARTS` its rows, with values in the order of the table's columns.
    """
    made = _Rows(record, reading)
    for part in (
        _chains,
        _mentions,
        _times,
        _places,
        _statements,
        _events,
        _incidents,
        _quantities,
        _states,
        _relations,
        _rest,
    ):
        part(record, made)
    return made.rows


@cache
def columns_of(letter: str) -> tuple[str, ...]:
    """The names of a table's columns in order."""
    return tuple(column.name for column in PARTS[letter].columns)


class _Rows:
    """The rows made so far, and where the ids of the record lead."""

    def __init__(self, record: Record, reading: str) -> None:
        self.rows: Rows = {letter: [] for letter in PARTS}
        self._start = (reading, reading.partition(".")[0])
        self._reading = reading
        kinds: Mapping[str, Sequence[Any]] = {
            "c": record.chains, "m": record.mentions, "t": record.times, "p": record.places, "s": record.statements,
            "e": record.events, "i": record.incidents, "q": record.quantities, "st": record.states,
        }  # fmt: skip
        self._ids: dict[str, dict[str, str]] = {}
        for letter, objects in kinds.items():
            ids = self._ids[letter] = {}
            for at, item in enumerate(objects, 1):
                ids.setdefault(item.id, f"{reading}.{letter}{at}")

    def add(self, letter: str, *values: Any) -> str:
        """Adds a row and gives its id."""
        rows = self.rows[letter]
        key = f"{self._reading}.{letter}{len(rows) + 1}"
        rows.append((key, *self._start, *values))
        return key

    def find(self, letter: str, record_id: str | None) -> str | None:
        """The id of the row that a record's id leads to, if it leads anywhere."""
        return None if record_id is None else self._ids[letter].get(record_id)


def _span(span: Span | None) -> tuple[int | None, int | None, str | None]:
    return (None, None, None) if span is None else (span.start, span.end, shown(span.text))


def _spans(spans: Sequence[Span]) -> Sequence[Span | None]:
    """A row for each span, and one where there is none."""
    return spans or (None,)


def _words(spans: Iterable[Span]) -> str | None:
    return shown(" … ".join(span.text for span in spans)) or None


def _whole(value: int | None) -> int | None:
    """A whole number, or None where it is larger than a database keeps."""
    return value if value is not None and -_LARGEST <= value <= _LARGEST else None


def _real(value: float | None) -> float | None:
    """A number as a database keeps it."""
    try:
        # SQLite keeps no sign of a zero.
        return None if value is None else float(value) + 0.0
    except OverflowError:
        return None


def _chains(record: Record, made: _Rows) -> None:
    for chain in record.chains:
        key = made.add(
            "c", shown(chain.id), shown(chain.name), chain.kind, shown(chain.actor), made.find("p", chain.place),
            len(chain.mentions),
        )  # fmt: skip
        for role in chain.roles:
            made.add("cr", key, shown(role.text), shown(role.from_), shown(role.until), *_span(role.span))
        for relation in _LINKS:
            for other in getattr(chain, relation):
                made.add("cl", key, relation, made.find("c", other))


def _mentions(record: Record, made: _Rows) -> None:
    within = {mention: chain.id for chain in reversed(record.chains) for mention in chain.mentions}
    for mention in record.mentions:
        chain = made.find("c", mention.chain or within.get(mention.id))
        made.add(
            "m", shown(mention.id), chain, mention.kind, mention.form, *_span(mention.span), _real(mention.confidence)
        )  # fmt: skip


def _times(record: Record, made: _Rows) -> None:
    for time in record.times:
        made.add(
            "t", shown(time.id), time.type, shown(time.value), shown(time.earliest), shown(time.latest), time.precision,
            time.derivation, _span(time.anchor)[2], *_span(time.span),
        )  # fmt: skip


def _places(record: Record, made: _Rows) -> None:
    for place in record.places:
        key = made.add(
            "p", shown(place.id), shown(place.name), made.find("m", place.mention), _whole(place.geonameid),
            _real(place.latitude), _real(place.longitude), shown(place.feature), shown(place.country),
            shown(place.admin1), place.precision, place.role, _real(place.confidence), shown(place.why),
        )  # fmt: skip
        for each in place.candidates:
            made.add(
                "pc", key, shown(each.name), _whole(each.geonameid), _real(each.latitude), _real(each.longitude),
                shown(each.country), shown(each.admin1), _real(each.score),
            )  # fmt: skip


def _statements(record: Record, made: _Rows) -> None:
    for statement in record.statements:
        source = statement.source
        words = _words(source.spans) if source else None
        speaker = (shown(source.name) or words) if source else None
        content = _words(statement.content.spans)
        key = made.add(
            "s", shown(statement.id), _label(speaker, content), speaker, source.type if source else None,
            made.find("c", source.chain if source else None), words,
            _words(statement.cue.spans) if statement.cue else None, content, statement.form, statement.speech_act,
            statement.certainty, statement.polarity, statement.tense, _span(statement.condition)[2],
            statement.verification, made.find("s", statement.inside), _real(statement.confidence),
        )  # fmt: skip
        for part, spans in _parts_of(statement):
            for span in spans:
                made.add("ss", key, part, *_span(span))
        for decision in statement.decided_by:
            made.add(
                "d", key, shown(decision.field), shown(decision.by), shown(decision.words), *_span(decision.span)
            )  # fmt: skip


def _label(speaker: str | None, content: str | None) -> str:
    said = " ".join((content or "").split())
    return f"{speaker or 'somebody'}: {said[:_LABEL]}{'…' if len(said) > _LABEL else ''}"


def _parts_of(statement: Statement) -> Iterable[tuple[str, Sequence[Span]]]:
    yield "source", statement.source.spans if statement.source else ()
    yield "cue", statement.cue.spans if statement.cue else ()
    yield "content", statement.content.spans
    yield "condition", (statement.condition,) if statement.condition else ()
    yield "hedge", statement.hedges
    yield "negation", statement.negation
    yield "verification", (statement.verification_span,) if statement.verification_span else ()


def _events(record: Record, made: _Rows) -> None:
    incidents = {event: incident.id for incident in reversed(record.incidents) for event in incident.events}
    for event in record.events:
        acled, plover = event.acled, event.plover
        key = made.add(
            "e", shown(event.id), shown(event.type), shown(acled.event_type) if acled else None,
            shown(acled.sub_event_type) if acled else None, shown(plover.event) if plover else None,
            shown(plover.mode) if plover else None, *_span(event.trigger), made.find("p", event.place),
            made.find("t", event.time), event.certainty, event.polarity, event.status,
            made.find("i", event.incident or incidents.get(event.id)), _real(event.confidence),
        )  # fmt: skip
        _taking_part(event, key, made)
        _asserted(event.asserted_by, made, event=key)


def _taking_part(event: Event, key: str, made: _Rows) -> None:
    for argument in event.arguments:
        for span in _spans(argument.spans):
            made.add("a", key, argument.role, made.find("c", argument.chain), *_span(span))


def _asserted(by: Iterable[str], made: _Rows, *, event: str | None = None, state: str | None = None) -> None:
    for statement in by:
        made.add("as", event, state, made.find("s", statement), int(statement == _NARRATOR))


def _incidents(record: Record, made: _Rows) -> None:
    for incident in record.incidents:
        key = made.add(
            "i", shown(incident.id), shown(incident.type), incident.stage, made.find("p", incident.place),
            made.find("t", incident.time),
        )  # fmt: skip
        for role, plural in _PLURALS.items():
            for each in getattr(incident, plural):
                _participant(each, role, key, made)
        _toll(incident, key, made)


def _participant(each: Perpetrator | Participant, role: str, incident: str, made: _Rows) -> None:
    kind, blame = (each.kind, each.blame) if isinstance(each, Perpetrator) else (None, None)
    for span in _spans(each.spans):
        made.add("ip", incident, role, made.find("c", each.chain), kind, blame, *_span(span))


def _toll(incident: Incident, key: str, made: _Rows) -> None:
    for harm in _HARMS if incident.toll else ():
        if (count := attrgetter(harm)(incident.toll)) is not None:
            made.add("it", key, harm, _real(count.low), _real(count.high), made.find("q", count.quantity))


def _quantities(record: Record, made: _Rows) -> None:
    events = {quantity: event.id for event in reversed(record.events) for quantity in event.quantities}
    for quantity in record.quantities:
        made.add(
            "q", shown(quantity.id), *_span(quantity.span), _real(quantity.low), _real(quantity.high),
            quantity.modifier, shown(quantity.unit), shown(quantity.of), made.find("e", events.get(quantity.id)),
            made.find("s", quantity.statement), int(quantity.statement == _NARRATOR),
        )  # fmt: skip


def _states(record: Record, made: _Rows) -> None:
    for state in record.states:
        key = made.add(
            "st", shown(state.id), state.kind, made.find("c", state.holder), made.find("p", state.place),
            made.find("t", state.time), _real(state.low), _real(state.high), state.certainty, state.polarity,
            *_span(state.span),
        )  # fmt: skip
        _asserted(state.asserted_by, made, state=key)


def _relations(record: Record, made: _Rows) -> None:
    for relation in record.relations:
        made.add(
            "rl", shown(relation.id), relation.kind, made.find("m", relation.source), made.find("m", relation.target),
            made.find("c", relation.source_chain), made.find("c", relation.target_chain), *_span(relation.span),
        )  # fmt: skip


def _rest(record: Record, made: _Rows) -> None:
    for removed in record.document.removed:
        made.add("x", shown(removed.why), *_span(removed.span))
    for note in record.notes:
        made.add("n", shown(note.where), shown(note.what))
    for decision in record.document.decisions:
        made.add("d", None, shown(decision.field), shown(decision.by), shown(decision.words), *_span(decision.span))
