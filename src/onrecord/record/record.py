"""The record: everything that reading one report returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from onrecord.record.chain import Chain
from onrecord.record.document import Document
from onrecord.record.event import Event
from onrecord.record.incident import Incident
from onrecord.record.mention import Mention
from onrecord.record.place import Place
from onrecord.record.provenance import Note, Reader
from onrecord.record.quantity import Quantity
from onrecord.record.relation import Relation
from onrecord.record.state import State
from onrecord.record.statement import Statement
from onrecord.record.time import TimeExpression

SCHEMA: Final = "onrecord/1"


@dataclass(frozen=True, slots=True)
class Record:
    """One report, read.

    Attributes:
        document: The report itself.
        mentions: Names, descriptions and pronouns.
        chains: Mentions of the same thing.
        times: Time expressions.
        places: Places.
        statements: Who said what.
        events: Events, as single sentences tell them.
        incidents: Events merged into happenings.
        quantities: Numbers.
        states: What holds.
        relations: What the report says of two actors: who fights, leads, backs or is part of whom.
        reader: What read the report.
        notes: What was given up on, each with a reason.
        extra: Fields that this version of the format does not know, kept as they came.
    """

    document: Document
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    incidents: tuple[Incident, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    states: tuple[State, ...] = ()
    relations: tuple[Relation, ...] = ()
    reader: Reader | None = None
    notes: tuple[Note, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
