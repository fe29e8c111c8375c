"""How each report tells a happening: its words, what, where, when, who and whom, as what, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.ledger.browsing.limits import TELLS
from onrecord.ledger.browsing.telling import InReport, reports_by_document
from onrecord.ledger.linking.explaining import Member
from onrecord.ledger.linking.tables import TELLINGS
from onrecord.ledger.parts import (
    ARGUMENTS,
    ASSERTIONS,
    CHAINS,
    EVENTS,
    INCIDENTS,
    PARTICIPANTS,
    PLACES,
    STATEMENTS,
    TIMES,
)
from onrecord.ledger.search.index import SENTENCES
from onrecord.record.happening import Happening

__all__ = ["TakingPart", "Telling", "Words", "tellings_of"]

_ROLES = {"perpetrator": "actor", "beneficiary": "recipient"}


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report that tell of it.

    Attributes:
        start: Offset of the first character, in code points.
        end: Offset after the last character.
        text: The words.
        sentence: The sentence that they stand in, None where that is not known.
        offset: Where that begins.
        status: What they tell it as.
        voices: Who says so; None is the report itself.
    """

    start: int
    end: int
    text: str
    sentence: str | None
    offset: int | None
    status: str | None
    voices: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class TakingPart:
    """Somebody or something that takes part.

    Attributes:
        role: actor, target, victim, recipient or instrument.
        name: The fullest name that the report gives.
        blame: How firmly the report says that it was they.
    """

    role: str
    name: str
    blame: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """How one report tells a happening.

    Attributes:
        report: The report.
        incident: Id of the incident in the report's record.
        type: Its type in the ontology.
        place: Name of the place.
        precision: What kind of place it is.
        geonameid: Its GeoNames id.
        country: ISO 3166-1 alpha-2.
        earliest: ISO date: not before.
        latest: ISO date: not after.
        time_words: The words for the time.
        words: The words for the event.
        taking_part: Who and what takes part.
        background: Whether the report tells it as something older than its news.
    """

    report: InReport
    incident: str
    type: str | None
    place: str | None = None
    precision: str | None = None
    geonameid: int | None = None
    country: str | None = None
    earliest: str | None = None
    latest: str | None = None
    time_words: str | None = None
    words: tuple[Words, ...] = ()
    taking_part: tuple[TakingPart, ...] = ()
    background: bool = False


def tellings_of(connection: Connection, happening: Happening, members: Iterable[Member]) -> Iterator[Telling]:
    """How each report tells a happening, the earliest published first."""
    reports = reports_by_document(connection, (document for document, _ in happening.incidents))
    background = {
        (str(member.item.get("document")), str(member.item.get("incident")))
        for member in members
        if member.item.get("background")
    }
    rows = {(row.report, row.record_id): row for row in _incidents(connection, happening.id)}
    words = _words(connection, happening.id)
    taking_part = _taking_part(connection, happening.id)
    told = []
    for document, incident in happening.incidents:
        report = reports.get(document)
        row = rows.get((report.id, incident)) if report else None
        if report is None:
            continue
        telling = Telling(report, incident, happening.type, background=(document, incident) in background)
        if row is not None:
            telling = replace(
                telling, type=row.type, place=row.place, precision=row.precision, geonameid=row.geonameid, country=row.country,
                earliest=row.earliest, latest=row.latest, time_words=row.time_words,
                words=tuple(words[row.id]), taking_part=tuple(dict.fromkeys(taking_part[row.id])),
            )  # fmt: skip
        told.append(telling)
    yield from sorted(
        told, key=lambda one: (one.report.published is None, one.report.published, int(one.report.id[1:]))
    )


def _incidents(connection: Connection, happening: str) -> Sequence[Any]:
    """The incidents; where one has no place or time of its own, those of its first event that has count."""
    event = EVENTS.alias()

    def first(column: Any) -> Any:
        return (
            select(column)
            .where(event.c.report == INCIDENTS.c.report, event.c.incident == INCIDENTS.c.id, column.is_not(None))
            .order_by(event.c.start_offset)
            .limit(1)
            .scalar_subquery()
        )

    place, time = (
        func.coalesce(INCIDENTS.c[name], first(event.c[name])) for name in ("place", "time")
    )  # fmt: skip
    query = (
        select(
            INCIDENTS.c.id, INCIDENTS.c.report, INCIDENTS.c.record_id, INCIDENTS.c.type, PLACES.c.name.label("place"),
            PLACES.c.precision, PLACES.c.geonameid, PLACES.c.country, TIMES.c.earliest, TIMES.c.latest, TIMES.c.text.label("time_words"),
        )
        .join_from(TELLINGS, INCIDENTS, INCIDENTS.c.id == TELLINGS.c.incident)
        .outerjoin(PLACES, PLACES.c.id == place)
        .outerjoin(TIMES, TIMES.c.id == time)
        .where(TELLINGS.c.happening == happening)
    )  # fmt: skip
    return connection.execute(query).all()


def _words(connection: Connection, happening: str) -> dict[str, list[Words]]:
    """The words for the event, by incident, in the order of the text."""
    said = (
        select(ASSERTIONS.c.event, ASSERTIONS.c.narrator, STATEMENTS.c.speaker)
        .join_from(TELLINGS, EVENTS, TELLS)
        .join(ASSERTIONS, ASSERTIONS.c.event == EVENTS.c.id)
        .outerjoin(STATEMENTS, STATEMENTS.c.id == ASSERTIONS.c.statement)
        .where(TELLINGS.c.happening == happening)
    )
    voices: dict[str, dict[str | None, None]] = defaultdict(dict)
    for row in connection.execute(said):
        voices[row.event][None if row.narrator else row.speaker or "nobody named"] = None
    sentence = SENTENCES.c
    query = (
        select(
            EVENTS.c.id, EVENTS.c.incident, EVENTS.c.start_offset, EVENTS.c.end_offset, EVENTS.c.trigger_words,
            EVENTS.c.status, sentence.text, sentence.start_offset.label("offset"),
        )
        .join_from(TELLINGS, EVENTS, TELLS)
        .outerjoin(
            SENTENCES,
            (sentence.report == EVENTS.c.report)
            & (sentence.start_offset <= EVENTS.c.start_offset)
            & (sentence.end_offset > EVENTS.c.start_offset),
        )
        .where(TELLINGS.c.happening == happening, EVENTS.c.start_offset.is_not(None))
        .order_by(EVENTS.c.start_offset)
    )  # fmt: skip
    found: dict[str, list[Words]] = defaultdict(list)
    for told in connection.execute(query):
        start, end, words = told.start_offset, told.end_offset, told.trigger_words
        found[told.incident].append(
            Words(start, end, words, told.text, told.offset, told.status, tuple(voices[told.id]))
        )
    return found


def _taking_part(connection: Connection, happening: str) -> dict[str, list[TakingPart]]:
    """Who and what takes part, by incident; who is blamed for it comes before who only does it in a sentence."""
    part, argument = PARTICIPANTS.c, ARGUMENTS.c
    blamed = (
        select(part.incident, part.role, part.blame, CHAINS.c.name, part.text)
        .join_from(TELLINGS, PARTICIPANTS, part.incident == TELLINGS.c.incident)
        .outerjoin(CHAINS, CHAINS.c.id == part.chain)
        .where(TELLINGS.c.happening == happening)
    )
    doing = (
        select(EVENTS.c.incident, argument.role, CHAINS.c.name, argument.text)
        .join_from(TELLINGS, EVENTS, TELLS)
        .join(ARGUMENTS, argument.event == EVENTS.c.id)
        .outerjoin(CHAINS, CHAINS.c.id == argument.chain)
        .where(TELLINGS.c.happening == happening)
    )
    found: dict[str, list[TakingPart]] = defaultdict(list)
    known: set[tuple[str, str, str]] = set()
    for row in [*connection.execute(blamed), *connection.execute(doing)]:
        role, name = _ROLES.get(row.role, row.role), row.name or row.text
        if name and (key := (row.incident, role, name.casefold())) not in known:
            known.add(key)
            found[row.incident].append(TakingPart(role, name, getattr(row, "blame", None)))
    return found
