"""Who speaks, as the reports name them: how often, what, and how that stands to claims.

Nobody is joined to anybody here: a name, what kind of source the report takes it for, and whom the registry knows it as stand
side by side, and who looks decides whose statements may be shown together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from onrecord.ledger.browsing.limits import statement_limits
from onrecord.ledger.linking.tables import CLAIMS, STANCES
from onrecord.ledger.parts import CHAINS, STATEMENTS
from onrecord.ledger.tables import REPORTS
from onrecord.record.filter import Filter

__all__ = [
    "Said", "SaidOnce", "StanceTaken", "StatementListed", "count_said", "iter_said", "iter_stances", "people_among", "reports_with",
    "said_in", "show_statements",
]  # fmt: skip

# A statement takes no more values than a few ten thousand.
_AT_ONCE: Final = 5_000


@dataclass(frozen=True, slots=True)
class Said:
    """How a report names one who speaks.

    Attributes:
        speaker: The fullest name that the report gives, or its words; None where nobody is named.
        type: What kind of source the report takes it for.
        kind: What kind of thing the chain of the source is.
        actor: Id in the registry of actors.
        organisation: Who stands behind the source, where linking found that.
        day: ISO date of the report, for an actor whose offices depend on it.
    """

    speaker: str | None
    type: str | None = None
    kind: str | None = None
    actor: str | None = None
    organisation: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class SaidOnce:
    """A statement, in short.

    Attributes:
        id: Its id.
        report: The report.
        said: Who speaks.
    """

    id: str
    report: str
    said: Said


@dataclass(frozen=True, slots=True)
class StanceTaken:
    """How a statement stands to a claim.

    Attributes:
        statement: The statement.
        said: Who speaks.
        claim: The claim.
        proposition: What is claimed.
        status: What all stances on it come to.
        stance: How this one stands to it; a hedge counts as the side that it leans to.
        superseded: Whether the same source gave another figure later.
    """

    statement: str
    said: Said
    claim: str
    proposition: str | None
    status: str | None
    stance: str | None
    superseded: bool


@dataclass(frozen=True, slots=True)
class StatementListed:
    """A statement with the report that it stands in.

    Attributes:
        id: Its id.
        report: The report.
        title: Its headline.
        publisher: The outlet.
        published: ISO date of publication.
        speaker: Who speaks, as the report names them.
        cue: The words that tell that something is said.
        content: What is said.
        form: Whether it is quoted word for word.
        speech_act: What is done by saying it.
        certainty: How sure the speaker is.
        polarity: Whether it is said to be so, or not to be so.
    """

    id: str
    report: str
    title: str | None
    publisher: str | None
    published: str | None
    speaker: str | None
    cue: str | None
    content: str | None
    form: str | None
    speech_act: str | None
    certainty: str | None
    polarity: str | None


def count_said(connection: Connection, within: Filter, dated: Collection[str]) -> list[tuple[Said, int]]:
    """How many statements within a filter each speaker has, as the reports name them.

    Args:
        connection: A transaction.
        within: The filter.
        dated: Actors for which each day counts apart.
    """
    said = _said(dated)
    query = _statements(*said, func.count()).where(*statement_limits(within)).group_by(*said)
    return [(Said(*row[:-1]), row[-1]) for row in connection.execute(query)]


def iter_said(
    connection: Connection, within: Filter, dated: Collection[str], names: Sequence[str | None]
) -> Iterator[SaidOnce]:
    """The statements of those who are named so, the newest first.

    Args:
        connection: A transaction.
        within: The filter.
        dated: See `count_said`.
        names: Names of speakers, as the reports have them.
    """
    for row in connection.execute(
        _statements(STATEMENTS.c.id, STATEMENTS.c.report, *_said(dated))
        .where(*statement_limits(within), _named(names))
        .order_by(REPORTS.c.published.desc().nulls_last(), REPORTS.c.number.desc(), STATEMENTS.c.id)
    ):
        yield SaidOnce(row[0], row[1], Said(*row[2:]))


def iter_stances(
    connection: Connection, within: Filter, dated: Collection[str], names: Sequence[str | None]
) -> Iterator[StanceTaken]:
    """How the statements of those who are named so stand to claims; see `iter_said`."""
    side = case((STANCES.c.stance == "hedges", func.coalesce(STANCES.c.leans, "asserts")), else_=STANCES.c.stance)
    claim = CLAIMS.c
    query = (
        _statements(
            STATEMENTS.c.id, claim.id, claim.proposition, claim.status, side, STANCES.c.superseded, *_said(dated)
        )
        .join(STANCES, STANCES.c.statement == STATEMENTS.c.id)
        .join(CLAIMS, claim.id == STANCES.c.claim)
        .where(*statement_limits(within), _named(names))
        .order_by(claim.number, STATEMENTS.c.id)
    )
    for row in connection.execute(query):
        yield StanceTaken(row[0], Said(*row[6:]), row[1], row[2], row[3], row[4], bool(row[5]))


def said_in(connection: Connection, statements: Sequence[str], dated: Collection[str]) -> dict[str, Said]:
    """Who speaks in some statements, by the statement's id."""
    found: dict[str, Said] = {}
    for start in range(0, len(statements), _AT_ONCE):
        some = STATEMENTS.c.id.in_(statements[start : start + _AT_ONCE])
        query = _statements(STATEMENTS.c.id, *_said(dated)).where(some)
        found |= {row[0]: Said(*row[1:]) for row in connection.execute(query)}
    return found


def people_among(connection: Connection, names: Collection[str]) -> set[str]:
    """Which of these names are names of a person in any report."""
    wanted = sorted(names)
    found: set[str] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        some = CHAINS.c.name.in_(wanted[start : start + _AT_ONCE])
        found.update(connection.scalars(select(CHAINS.c.name).distinct().where(some, CHAINS.c.kind == "person")))
    return found


def reports_with(connection: Connection, names: Collection[str]) -> dict[str, int]:
    """In how many reports somebody of each of these names speaks."""
    wanted = sorted(names)
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = STATEMENTS.c.speaker.in_(wanted[start : start + _AT_ONCE])
        number = func.count(STATEMENTS.c.report.distinct())
        query = select(STATEMENTS.c.speaker, number).where(some).group_by(STATEMENTS.c.speaker)
        found |= {row[0]: row[1] for row in connection.execute(query)}
    return found


def show_statements(connection: Connection, ids: Sequence[str]) -> tuple[StatementListed, ...]:
    """Some statements with their reports, in the order of the ids."""
    said, report = STATEMENTS.c, REPORTS.c
    query = (
        select(
            said.id, report.id, report.title, report.publisher, report.published, said.speaker, said.cue, said.content, said.form,
            said.speech_act, said.certainty, said.polarity,
        )
        .join(REPORTS, report.id == said.report)
        .where(said.id.in_(ids))
    )  # fmt: skip
    rows: Iterable[Any] = connection.execute(query)
    found = {row.id: StatementListed(*row) for row in rows}
    return tuple(found[id_] for id_ in ids if id_ in found)


def _said(dated: Collection[str]) -> tuple[ColumnElement[Any], ...]:
    day = case((CHAINS.c.actor.in_(dated), func.substr(REPORTS.c.published, 1, 10)))
    said = STATEMENTS.c
    return said.speaker, said.speaker_type, CHAINS.c.kind, CHAINS.c.actor, _BEHIND.c.organisation, day


def _statements(*columns: ColumnElement[Any]) -> Select[Any]:
    return (
        select(*columns)
        .select_from(STATEMENTS)
        .join(REPORTS, REPORTS.c.latest_reading == STATEMENTS.c.reading)
        .outerjoin(CHAINS, CHAINS.c.id == STATEMENTS.c.speaker_chain)
        .outerjoin(_BEHIND, _BEHIND.c.statement == STATEMENTS.c.id)
    )


def _named(names: Sequence[str | None]) -> ColumnElement[bool]:
    known = STATEMENTS.c.speaker.in_([name for name in names if name is not None])
    return known if None not in names else known | STATEMENTS.c.speaker.is_(None)


_BEHIND: Final = (
    select(STANCES.c.statement, func.min(STANCES.c.organisation).label("organisation"))
    .where(STANCES.c.organisation.is_not(None), STANCES.c.statement.is_not(None))
    .group_by(STANCES.c.statement)
    .subquery("behind")
)
