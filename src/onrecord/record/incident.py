"""An incident: one happening in the world, as one report tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.span import Span
from onrecord.record.vocabulary import Blame, PerpetratorKind, Stage


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as a range.

    Attributes:
        low: At least so many.
        high: At most so many.
        quantity: Id of the quantity that says so.
    """

    low: float | None = None
    high: float | None = None
    quantity: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Toll:
    """What an incident did to people; None where the report does not say.

    Attributes:
        killed: How many died.
        injured: How many were injured.
        abducted: How many were taken.
        displaced: How many had to leave.
        arrested: How many were arrested.
    """

    killed: Count | None = None
    injured: Count | None = None
    abducted: Count | None = None
    displaced: Count | None = None
    arrested: Count | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Perpetrator:
    """Who did it, or is said to have done it.

    Attributes:
        spans: The words.
        chain: Id of the chain.
        kind: Whether these are people or an organisation.
        blame: How firmly the report says so.
    """

    spans: tuple[Span, ...]
    chain: str | None = None
    kind: PerpetratorKind | None = None
    blame: Blame | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Participant:
    """A target, a victim or an instrument.

    Attributes:
        spans: The words.
        chain: Id of the chain.
    """

    spans: tuple[Span, ...]
    chain: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening in the world, its event mentions merged.

    Attributes:
        id: Its id within the record.
        type: Its type in the ontology.
        stage: Whether it was carried out.
        events: Ids of its event mentions.
        place: Id of the place.
        time: Id of the time expression.
        perpetrators: Who did it, or is said to have done it.
        targets: What it was aimed at.
        victims: Who suffered it.
        instruments: What it was done with.
        toll: What it did to people.
    """

    id: str
    type: str | None = None
    stage: Stage | None = None
    events: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None
    perpetrators: tuple[Perpetrator, ...] = ()
    targets: tuple[Participant, ...] = ()
    victims: tuple[Participant, ...] = ()
    instruments: tuple[Participant, ...] = ()
    toll: Toll | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
