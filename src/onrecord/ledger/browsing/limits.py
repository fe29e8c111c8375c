"""A filter as conditions of queries: the one place where it is decided what a limit means for what it is asked of.

The conditions go into `.where(*…)` of a select from REPORTS, CLAIMS, HAPPENINGS or STATEMENTS. Parts are looked for in newest
readings only. What is looked for by name goes through the index of names first, so that a ledger of many reports is not read whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, CompoundSelect, Select, Table, and_, exists, not_, or_, select, union

from onrecord.errors import FilterError
from onrecord.ledger.linking.tables import CLAIMS, HAPPENINGS, LINKED, SOURCE_TOLLS, STANCES, TELLINGS
from onrecord.ledger.parts import ASSERTIONS, CHAINS, EVENTS, PARTICIPANTS, PLACES, QUANTITIES, STATEMENTS
from onrecord.ledger.search import reports_holding, terms_of
from onrecord.ledger.tables import REPORTS
from onrecord.record.filter import Box, Filter

__all__ = ["TELLS", "claim_limits", "happening_limits", "report_limits", "statement_limits", "told_and_claimed"]

TELLS: Final = and_(EVENTS.c.report == TELLINGS.c.report, EVENTS.c.incident == TELLINGS.c.incident)
"""That an event is what a report tells of a happening; events are indexed by report, not by incident."""
Limits = Iterator[ColumnElement[bool]]

# Places and things are named too, but nobody asks what is said about them by name of a speaker.
_ACTORS: Final = ("person", "organisation", "nationality", "other")
# Too wide to lie within a box by the one point that stands for it.
_WIDE: Final = ("country", "sea")


def report_limits(filter: Filter) -> list[ColumnElement[bool]]:  # noqa: A002 (it is called so everywhere)
    """Which reports are within a filter, for a select from REPORTS.

    Raises:
        FilterError: There is nothing to look for in its words.
    """
    return [*_of_report(filter, REPORTS.c.id, REPORTS.c.latest_reading), *_published(filter)]


def claim_limits(filter: Filter) -> list[ColumnElement[bool]]:  # noqa: A002
    """Which claims are within a filter, for a select from CLAIMS; see `report_limits`."""
    return [*_of_claim(filter)]


def happening_limits(filter: Filter) -> list[ColumnElement[bool]]:  # noqa: A002
    """Which happenings are within a filter, for a select from HAPPENINGS; see `report_limits`."""
    return [*_of_happening(filter)]


def statement_limits(filter: Filter) -> list[ColumnElement[bool]]:  # noqa: A002
    """Which statements are within a filter, for a select from STATEMENTS; see `report_limits`.

    A statement is within where its report is, but `about` is who speaks, `kind` what the statement itself tells of, and
    `status` that of a claim that it is a stance on.
    """
    return [*_of_statement(filter)]


def _of_report(filter: Filter, report: ColumnElement[Any], reading: ColumnElement[Any]) -> Limits:  # noqa: A002
    """The limits that a report meets by its text and its parts, whatever it is asked for."""
    yield from _worded(filter, report)
    if filter.about is not None:
        named = select(CHAINS.c.reading).where(_called(CHAINS, CHAINS.c.name, filter.about), CHAINS.c.kind.in_(_ACTORS))
        speaks = select(STATEMENTS.c.reading).where(_called(STATEMENTS, STATEMENTS.c.speaker, filter.about))
        yield reading.in_(union(named, speaks))
    if filter.at is not None:
        yield reading.in_(select(PLACES.c.reading).where(_has(PLACES.c.name, filter.at)))
    if filter.box is not None:
        wide = PLACES.c.precision.in_(_WIDE)
        yield reading.in_(select(PLACES.c.reading).where(_inside(PLACES, filter.box), not_(wide)))
    if filter.publisher is not None:
        yield report.in_(_of_outlet(filter.publisher))
    if filter.kind is not None:
        yield reading.in_(select(EVENTS.c.reading).where(EVENTS.c.type == filter.kind))
    if filter.status is not None:
        yield report.in_(_stances_on(filter.status, STANCES.c.report))
    if filter.report is not None:
        yield report == filter.report
    if filter.item is not None:
        claimed = select(STANCES.c.report).where(STANCES.c.claim == filter.item)
        yield report.in_(claimed.union(select(TELLINGS.c.report).where(TELLINGS.c.happening == filter.item)))


def _published(filter: Filter) -> Limits:  # noqa: A002
    return _between(filter, REPORTS.c.published, REPORTS.c.published)


def _of_claim(filter: Filter) -> Limits:  # noqa: A002
    claim = CLAIMS.c
    if filter.item is not None:
        yield claim.id == filter.item
    for told in _by_report(filter, STANCES.c.report):
        yield claim.id.in_(select(STANCES.c.claim).where(told))
    if filter.about is not None:
        speaks = select(STANCES.c.claim).where(
            or_(_called(STANCES, STANCES.c.source, filter.about), _has(STANCES.c.organisation, filter.about))
        )
        yield or_(_has(claim.actor, filter.about), _has(claim.target, filter.about), claim.id.in_(speaks))
    if filter.at is not None:
        yield _has(claim.place, filter.at)
    yield from _between(filter, claim.earliest, claim.latest)
    if filter.kind is not None:
        yield claim.kind == filter.kind
    if filter.status is not None:
        yield claim.status == filter.status
    if filter.box is not None:
        # A claim has the name of its place only; the reports that it rests on know where that is.
        place = PLACES.alias()
        yield (
            exists()
            .where(STANCES.c.claim == claim.id, REPORTS.c.id == STANCES.c.report)
            .where(place.c.reading == REPORTS.c.latest_reading, place.c.name == claim.place)
            .where(_inside(place, filter.box), not_(place.c.precision.in_(_WIDE)))
        )


def _of_happening(filter: Filter) -> Limits:  # noqa: A002
    happening = HAPPENINGS.c
    if filter.item is not None:
        yield happening.id == filter.item
    for told in _by_report(filter, TELLINGS.c.report):
        yield happening.id.in_(select(TELLINGS.c.happening).where(told))
    if filter.about is not None:
        yield happening.id.in_(_happenings_about(filter.about))
    if filter.at is not None:
        yield _has(happening.place, filter.at)
    if filter.since is not None or filter.until is not None:
        then = select(TELLINGS.c.happening).join(REPORTS, REPORTS.c.id == TELLINGS.c.report).where(*_published(filter))
        undated = and_(happening.earliest.is_(None), happening.latest.is_(None), happening.id.in_(then))
        yield or_(and_(*_between(filter, happening.earliest, happening.latest)), undated)
    if filter.kind is not None:
        yield happening.type == filter.kind
    if filter.status is not None:
        yield happening.id.in_(_happenings_under(filter.status))
    if filter.box is not None:
        yield _inside(HAPPENINGS, filter.box)
        yield from (not_(happening.json.contains(f'"precision":"{kind}"')) for kind in _WIDE)


def _of_statement(filter: Filter) -> Limits:  # noqa: A002
    said = STATEMENTS.c
    of_report = Filter(
        words=filter.words,
        at=filter.at,
        box=filter.box,
        publisher=filter.publisher,
        report=filter.report,
        item=filter.item,
    )
    yield said.reading.in_(
        select(REPORTS.c.latest_reading).where(
            *_of_report(of_report, REPORTS.c.id, REPORTS.c.latest_reading), *_published(filter)
        )
    )
    if filter.about is not None:
        yield _called(STATEMENTS, said.speaker, filter.about)
    if filter.kind is not None:
        tells = select(ASSERTIONS.c.statement).join(EVENTS, EVENTS.c.id == ASSERTIONS.c.event)
        yield said.id.in_(tells.where(EVENTS.c.type == filter.kind))
    if filter.status is not None:
        yield said.id.in_(_stances_on(filter.status, STANCES.c.statement))


def _by_report(filter: Filter, report: Column[Any]) -> Limits:  # noqa: A002
    """The limits that a claim or a happening meets by a report that tells of it."""
    yield from _worded(filter, report)
    if filter.publisher is not None:
        yield report.in_(_of_outlet(filter.publisher))
    if filter.report is not None:
        # Of two reports with one document only the first is linked.
        first = select(LINKED.c.same_as).where(LINKED.c.report == filter.report)
        yield or_(report == filter.report, report.in_(first))


def _worded(filter: Filter, report: ColumnElement[Any]) -> Limits:  # noqa: A002
    if filter.words is None:
        return
    terms = terms_of(filter.words)
    if not terms:
        raise FilterError(f"words: {filter.words!r} holds nothing to look for; give at least one word")
    # A claim or a happening has to have one report with all of the words.
    yield and_(*(report.in_(reports_holding(term)) for term in terms))


def _of_outlet(part: str) -> Select[Any]:
    return select(REPORTS.c.id).where(_called(REPORTS, REPORTS.c.publisher, part))


def _stances_on(status: str, column: Column[Any]) -> Select[Any]:
    return select(column).join(CLAIMS, CLAIMS.c.id == STANCES.c.claim).where(CLAIMS.c.status == status)


def _happenings_about(who: str) -> Any:
    """Who did it or whom it was done to, who gives a toll, and who tells of it."""
    known = _called(CHAINS, CHAINS.c.name, who)
    taking_part = (
        select(TELLINGS.c.happening)
        .join(PARTICIPANTS, PARTICIPANTS.c.incident == TELLINGS.c.incident)
        .join(CHAINS, CHAINS.c.id == PARTICIPANTS.c.chain)
        .where(known)
    )
    counting = select(SOURCE_TOLLS.c.happening).where(_has(SOURCE_TOLLS.c.source, who))
    telling = (
        select(TELLINGS.c.happening)
        .join(EVENTS, TELLS)
        .join(ASSERTIONS, ASSERTIONS.c.event == EVENTS.c.id)
        .join(STATEMENTS, STATEMENTS.c.id == ASSERTIONS.c.statement)
        .where(_called(STATEMENTS, STATEMENTS.c.speaker, who))
    )
    return union(taking_part, counting, telling)


def _happenings_under(status: str) -> Select[Any]:
    """Happenings that a claim of some status is about."""
    of_status = select(CLAIMS.c.id).where(CLAIMS.c.status == status)
    return select(told_and_claimed(STANCES.c.claim.in_(of_status)).subquery().c.happening)


def told_and_claimed(*conditions: ColumnElement[bool]) -> CompoundSelect[Any]:
    """Happenings with the claims about them: the words of a stance hold the words for the event, or a figure of it.

    Args:
        *conditions: Limits of the stances or the tellings.

    Returns:
        Rows of happening, claim and report, each once.
    """
    rows = select(TELLINGS.c.happening, STANCES.c.claim, STANCES.c.report).where(*conditions)
    within = (STANCES.c.start_offset, STANCES.c.end_offset - 1)
    # Asked by the report, for which everything has an index.
    worded = rows.join_from(
        STANCES, EVENTS, and_(EVENTS.c.report == STANCES.c.report, EVENTS.c.start_offset.between(*within))
    )
    counted = rows.join_from(
        STANCES, QUANTITIES, and_(QUANTITIES.c.report == STANCES.c.report, QUANTITIES.c.start_offset.between(*within))
    ).join(EVENTS, EVENTS.c.id == QUANTITIES.c.event)
    return union(worded.join(TELLINGS, TELLS), counted.join(TELLINGS, TELLS))


def _between(filter: Filter, earliest: ColumnElement[Any], latest: ColumnElement[Any]) -> Limits:  # noqa: A002
    """That something was, or may have been, within the dates; both ends may be less precise than a day."""
    if filter.since is not None:
        yield or_(latest >= filter.since, latest.in_([filter.since[:4], filter.since[:7]]))
    if filter.until is not None:
        # A letter comes after every digit and hyphen, so that all of the day, month or year is before it.
        yield earliest <= f"{filter.until}z"


def _inside(table: Any, box: Box) -> ColumnElement[bool]:
    west, south, east, north = box
    longitude, latitude = table.c.longitude, table.c.latitude
    across = or_(longitude >= west, longitude <= east) if west > east else longitude.between(west, east)
    return and_(latitude.between(south, north), across)


def _called(table: Table, column: Column[Any], part: str) -> ColumnElement[bool]:
    """That a column that is indexed holds a part of a name: each name is looked at once."""
    names = table.alias().c[column.name]
    return column.in_(select(names).distinct().where(_has(names, part)))


def _has(column: ColumnElement[Any], part: str) -> ColumnElement[bool]:
    return column.icontains(part, autoescape=True)
