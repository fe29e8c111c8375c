"""Who tells of a happening, and which place each report's words were taken for: out of which candidates, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.ledger.linking.tables import TELLINGS
from onrecord.ledger.parts import ASSERTIONS, EVENTS, INCIDENTS, MENTIONS, PLACE_CANDIDATES, PLACES, STATEMENTS
from onrecord.ledger.tables import REPORTS
from onrecord.record.place import Candidate

__all__ = ["Placing", "placings_of"]


@dataclass(frozen=True, slots=True)
class Placing:
    """A happening as one report tells it.

    Attributes:
        report: Id of the report.
        publisher: Its outlet.
        published: When it was published.
        stage: accomplished, attempted or threatened.
        sources: Who is said to say so; the report itself is not among them.
        narrated: Whether the report says so itself.
        words: The words of the place.
        name: The name of the place that was taken for it.
        precision: What kind of place it is.
        confidence: Calibrated probability (0-1) that this is the place meant.
        why: Why this place was taken, or none.
        candidates: What else the words could mean, best first; the place that was taken is among them.
    """

    report: str
    publisher: str | None
    published: str | None
    stage: str | None
    sources: tuple[str, ...]
    narrated: bool
    words: str | None = None
    name: str | None = None
    precision: str | None = None
    confidence: float | None = None
    why: str | None = None
    candidates: tuple[Candidate, ...] = ()


def placings_of(connection: Connection, happenings: Sequence[str]) -> dict[str, tuple[Placing, ...]]:
    """Who tells of happenings, by their ids, each in the order of publication."""
    place = PLACES.c
    query = (
        select(
            TELLINGS.c.happening, TELLINGS.c.report, TELLINGS.c.incident, REPORTS.c.publisher, REPORTS.c.published,
            INCIDENTS.c.stage, MENTIONS.c.text, place.id, place.reading, place.name, place.precision, place.confidence, place.why,
        )
        .join(REPORTS, REPORTS.c.id == TELLINGS.c.report)
        .outerjoin(INCIDENTS, INCIDENTS.c.id == TELLINGS.c.incident)
        .outerjoin(PLACES, place.id == INCIDENTS.c.place)
        .outerjoin(MENTIONS, MENTIONS.c.id == place.mention)
        .where(TELLINGS.c.happening.in_(happenings))
        .order_by(REPORTS.c.published, REPORTS.c.number)
    )  # fmt: skip
    rows = connection.execute(query).all()
    named = _candidates(connection, [(row.reading, row.id) for row in rows if row.id])
    said = _speakers(connection, [(row.report, row.incident) for row in rows if row.incident])
    return _gathered(
        (
            row.happening,
            Placing(
                row.report, row.publisher, row.published, row.stage, *said.get(row.incident, ((), False)),
                row.text, row.name, row.precision, row.confidence, row.why, named.get(row.id, ()),
            ),
        )
        for row in rows
    )  # fmt: skip


def _candidates(connection: Connection, places: Sequence[tuple[str, str]]) -> dict[str, tuple[Candidate, ...]]:
    could = PLACE_CANDIDATES.c
    query = (
        select(
            could.place, could.name, could.geonameid, could.latitude, could.longitude, could.country, could.admin1, could.score
        )
        .where(could.reading.in_({reading for reading, _ in places}), could.place.in_({id_ for _, id_ in places}))
        .order_by(could.place, could.score.desc(), could.id)
    )  # fmt: skip
    return _gathered((row[0], Candidate(*row[1:])) for row in connection.execute(query))


def _speakers(connection: Connection, tellings: Sequence[tuple[str, str]]) -> dict[str, tuple[tuple[str, ...], bool]]:
    """Who says so in each incident, and whether the report itself does."""
    query = (
        select(EVENTS.c.incident, STATEMENTS.c.speaker, func.max(ASSERTIONS.c.narrator))
        .join(ASSERTIONS, ASSERTIONS.c.event == EVENTS.c.id)
        .outerjoin(STATEMENTS, STATEMENTS.c.id == ASSERTIONS.c.statement)
        .where(EVENTS.c.report.in_({report for report, _ in tellings}))
        .where(EVENTS.c.incident.in_({incident for _, incident in tellings}))
        .group_by(EVENTS.c.incident, STATEMENTS.c.speaker)
        .order_by(EVENTS.c.incident, STATEMENTS.c.speaker)
    )
    found: dict[str, tuple[tuple[str, ...], bool]] = {}
    for incident, speaker, narrated in connection.execute(query):
        before, told = found.get(incident, ((), False))
        found[incident] = ((*before, speaker) if speaker else before, told or bool(narrated))
    return found


def _gathered(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, list[Any]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
