"""Whether everything that a record points to is there, and every span leads back to bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from onrecord.record.incident import Participant, Perpetrator
from onrecord.record.provenance import Origin
from onrecord.record.record import Record

_NARRATOR: Final = "narrator"
_KINDS: Final = (
    "mentions", "chains", "times", "places", "statements", "events", "incidents", "quantities", "states",
)  # fmt: skip


def problems_of(record: Record) -> Iterator[tuple[str, str]]:
    """What is wrong within a record.

    Yields:
        Where, and what.
    """
    ids = {kind: Counter(item.id for item in getattr(record, kind)) for kind in _KINDS}
    for kind, counted in ids.items():
        for id_, times in counted.items():
            if times > 1:
                yield f"{kind} {id_}", f"{times} {kind} have this id"
    for where, kind, pointed in _pointers(record):
        if pointed is not None and pointed not in ids[kind]:
            yield where, f"points to {pointed} in {kind}, which is not there"
    yield from _circles(record)
    if record.document.origin is not None:
        yield from _gaps(record.document.origin, len(record.document.text))


def _pointers(record: Record) -> Iterator[tuple[str, str, str | None]]:
    """Everything in a record that points elsewhere: from where, to which kind, to which id."""
    for mention in record.mentions:
        yield f"mentions {mention.id}", "chains", mention.chain
    for chain in record.chains:
        at = f"chains {chain.id}"
        yield at, "places", chain.place
        yield from _all(at, "mentions", chain.mentions)
        yield from _all(at, "chains", (*chain.member_of, *chain.allied_with, *chain.opposed_to))
    for place in record.places:
        yield f"places {place.id}", "mentions", place.mention
    for statement in record.statements:
        yield f"statements {statement.id}", "statements", statement.inside
        yield f"statements {statement.id}", "chains", statement.source.chain if statement.source else None
    for quantity in record.quantities:
        yield from _said(f"quantities {quantity.id}", (quantity.statement,))
    for event in record.events:
        at = f"events {event.id}"
        yield from _placed(at, event)
        yield at, "incidents", event.incident
        yield from _all(at, "quantities", event.quantities)
        yield from _all(at, "chains", (argument.chain for argument in event.arguments))
        yield from _said(at, event.asserted_by)
    for state in record.states:
        at = f"states {state.id}"
        yield at, "chains", state.holder
        yield from _placed(at, state)
        yield from _said(at, state.asserted_by)
    yield from _of_incidents(record)


def _of_incidents(record: Record) -> Iterator[tuple[str, str, str | None]]:
    for incident in record.incidents:
        at = f"incidents {incident.id}"
        yield from _placed(at, incident)
        yield from _all(at, "events", incident.events)
        people: tuple[Perpetrator | Participant, ...] = (
            *incident.perpetrators,
            *incident.targets,
            *incident.victims,
            *incident.instruments,
        )
        yield from _all(at, "chains", (each.chain for each in people))
        toll = incident.toll
        counts = (toll.killed, toll.injured, toll.abducted, toll.displaced, toll.arrested) if toll else ()
        yield from _all(at, "quantities", (count.quantity for count in counts if count))


def _placed(at: str, item: Any) -> Iterator[tuple[str, str, str | None]]:
    yield at, "places", item.place
    yield at, "times", item.time


def _all(at: str, kind: str, ids: Iterable[str | None]) -> Iterator[tuple[str, str, str | None]]:
    for id_ in ids:
        yield at, kind, id_


def _said(at: str, ids: Sequence[str | None]) -> Iterator[tuple[str, str, str | None]]:
    yield from _all(at, "statements", (id_ for id_ in ids if id_ != _NARRATOR))


def _circles(record: Record) -> Iterator[tuple[str, str]]:
    """Statements that stand within themselves."""
    outer = {statement.id: statement.inside for statement in record.statements}
    for start, inside in outer.items():
        seen, at = {start}, inside
        while at is not None and at not in seen:
            seen.add(at)
            at = outer.get(at)
        if at == start:
            yield f"statements {start}", "stands within itself"


def _gaps(origin: Origin, characters: int) -> Iterator[tuple[str, str]]:
    """Characters that lead nowhere, and bytes that are not there."""
    at = 0
    for run in origin.runs:
        if run.text != at or run.count < 0 or run.width < 0:
            yield "document.origin", f"the map has a gap at character {at}"
            return
        at = run.text + run.count
        if run.width and (run.byte < 0 or run.byte + run.count * run.width > origin.length):
            yield (
                "document.origin",
                f"character {run.text} leads to byte {run.byte}, beyond the original's {origin.length}",
            )
            return
    if origin.runs and at != characters:
        yield "document.origin", f"the map ends at character {at}, the text has {characters}"
