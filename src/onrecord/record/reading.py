"""What the reader hands on before it is settled who is who; it is never written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.record.document import Document
from onrecord.record.event import Event
from onrecord.record.mention import Mention
from onrecord.record.provenance import Note, Reader
from onrecord.record.quantity import Quantity
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.record.time_words import TimeWords


@dataclass(frozen=True, slots=True)
class Antecedent:
    """How well an earlier mention fits a pronoun or description.

    Attributes:
        mention: Id of the pronoun or description.
        antecedent: Id of the earlier mention.
        score: Log-odds against "no antecedent", as the model gives them.
    """

    mention: str
    antecedent: str
    score: float


FillerRole = Literal["perpetrator_individual", "perpetrator_organisation", "target", "victim", "weapon"]


@dataclass(frozen=True, slots=True)
class Filler:
    """Words for somebody or something that took part in an act of violence, whichever act that was.

    Attributes:
        span: The words.
        role: As what.
        confidence: Probability (0-1) of span and role, as the model gives it.
    """

    span: Span
    role: FillerRole
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Site:
    """How likely it is that an event happened at a place that is named near it.

    Attributes:
        event: Id of the event.
        mention: Id of the place's mention; None stands for none of them.
        score: Probability (0-1) as the model gives it; those of one event add up to 1.
    """

    event: str
    mention: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the text says and where, with nothing yet resolved.

    Attributes:
        document: The report.
        mentions: Names, descriptions and pronouns, in the order of the text.
        statements: Who said what; sources have spans and no chain.
        notes: What was given up on.
        reader: What read the report.
        links: Scores from pronouns and descriptions to earlier mentions.
        times: Expressions of time, in the order of the text, with nothing yet worked out.
        events: What happens, in the order of the text; arguments have spans and no chain.
        quantities: Numbers of people and things.
        fillers: Who and what took part in acts of violence, in the order of the text.
        sites: Where each event may have happened.
        cased: The text as it would usually be written, of the same length, where the report is in capitals.
    """

    document: Document
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[Note, ...] = ()
    reader: Reader | None = None
    links: tuple[Antecedent, ...] = ()
    times: tuple[TimeWords, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    fillers: tuple[Filler, ...] = ()
    sites: tuple[Site, ...] = ()
    cased: str | None = None
