"""An event, as one sentence tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.span import Span
from onrecord.record.vocabulary import ArgumentRole, Certainty, EventStatus, Polarity


@dataclass(frozen=True, slots=True)
class Acled:
    """The event in ACLED's types.

    Attributes:
        event_type: ACLED event type.
        sub_event_type: ACLED sub-event type.
    """

    event_type: str | None = None
    sub_event_type: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Plover:
    """The event in PLOVER's types.

    Attributes:
        event: PLOVER event.
        mode: PLOVER mode.
    """

    event: str | None = None
    mode: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what takes part in an event, and as what.

    Attributes:
        role: Its part in the event.
        chain: Id of its chain.
        spans: The words.
    """

    role: ArgumentRole | None
    chain: str | None = None
    spans: tuple[Span, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens, as one sentence tells it.

    Attributes:
        id: Its id within the record.
        trigger: The words that tell of it; None where only the whole text is typed.
        type: Its type in the ontology.
        acled: Its type in ACLED.
        plover: Its type in PLOVER.
        arguments: Who and what takes part.
        place: Id of the place.
        time: Id of the time expression.
        quantities: Ids of the quantities.
        certainty: How sure it is, by the words of the report.
        polarity: Whether it is told as so, or as not so.
        status: Whether it happened, goes on, is planned, …
        asserted_by: Ids of the statements that tell of it, or "narrator".
        incident: Id of the incident that it belongs to.
        confidence: Calibrated probability (0-1) of trigger and type.
    """

    id: str
    trigger: Span | None
    type: str | None = None
    acled: Acled | None = None
    plover: Plover | None = None
    arguments: tuple[Argument, ...] = ()
    place: str | None = None
    time: str | None = None
    quantities: tuple[str, ...] = ()
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    status: EventStatus | None = None
    asserted_by: tuple[str, ...] = ()
    incident: str | None = None
    confidence: float | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
