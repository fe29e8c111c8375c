"""What waits for a person: what is contested, what the machine was not sure of, and what is new; a few of each, the most worth first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, Literal

from sqlalchemy import Connection, Select, func, or_, select

from onrecord.ledger.browsing.limits import claim_limits, happening_limits, report_limits, statement_limits
from onrecord.ledger.judging.rows import judgements_by
from onrecord.ledger.linking.asking import ask
from onrecord.ledger.linking.tables import CLAIMS, HAPPENINGS, ITEMS, MEMBERS, PAIR_JUDGEMENTS
from onrecord.ledger.parts import EVENTS, PLACES, STATEMENTS
from onrecord.ledger.tables import REPORTS
from onrecord.record.filter import Filter
from onrecord.record.judgement import in_force

__all__ = ["KINDS", "Waiting", "iter_waiting", "worth"]

Kind = Literal["claim", "join", "statement", "place", "event", "new"]
KINDS: Final[tuple[Kind, ...]] = ("claim", "join", "statement", "place", "event", "new")
"""What may wait: contested claims, pairs and values that the machine was not sure of, and statements that nobody has looked at."""

# Between these the machine might as well have decided otherwise.
_UNSURE: Final = (0.25, 0.65)
_PAIRS_AT_ONCE: Final = 400


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that a person should look at.

    Attributes:
        kind: What is asked of them.
        id: What is judged; of a join, the ids of both items with a blank between.
        words: It in a few words.
        confidence: How sure the machine is (0-1); None where that is not asked.
        independent: How many independent sources a claim has.
        report: The report that it belongs to.
        number: That report's number: a larger one is newer.
        objects: Of a join, the two claims or happenings that would become one.
    """

    kind: Kind
    id: str
    words: str
    confidence: float | None = None
    independent: int = 0
    report: str | None = None
    number: int = 0
    objects: tuple[str, ...] = ()


def worth(one: Waiting) -> tuple[int, float, int]:
    """What comes first in a queue: contested claims by their sources, then what is least sure, then the newest."""
    if one.kind == "claim":
        return 0, -float(one.independent), 0
    if one.kind == "new" or one.confidence is None:
        return 2, float(-one.number), 0
    return 1, abs(one.confidence - 0.5), -one.number


def iter_waiting(connection: Connection, kind: Kind, within: Filter, who: str, most: int) -> Iterator[Waiting]:
    """What waits of one kind, without what this person judged.

    Args:
        connection: A transaction.
        kind: The kind.
        within: What is looked at.
        who: Who reviews.
        most: The most that are given.
    """
    judged = {one.object_id for one in in_force(judgements_by(connection, who))}
    found = {
        "claim": _claims, "join": _joins, "statement": _statements, "place": _places, "event": _events, "new": _new,
    }[kind](connection, within, who)  # fmt: skip
    waiting = (one for one in found if not judged.intersection(_objects(connection, one)))
    yield from islice(waiting, most)


def _objects(connection: Connection, one: Waiting) -> list[str]:
    """By what ids it may have been judged."""
    if one.kind != "claim":
        return [one.id]
    query = select(ITEMS.c.id).join(MEMBERS, MEMBERS.c.item == ITEMS.c.number).where(MEMBERS.c.object == one.id)
    return list(connection.scalars(query))


def _streamed(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    with connection.execute(query, execution_options={"yield_per": 100}) as rows:
        yield from rows


def _claims(connection: Connection, within: Filter, who: str) -> Iterator[Waiting]:  # noqa: ARG001 (as the others)
    table = CLAIMS.c
    query = select(table.id, table.proposition, table.independent).where(
        table.status == "contested", *claim_limits(within)
    )
    order = (func.coalesce(table.independent, 0).desc(), table.number)
    for row in _streamed(connection, query.order_by(*order)):
        yield Waiting("claim", row.id, row.proposition or "", None, row.independent or 0)


def _statements(connection: Connection, within: Filter, who: str) -> Iterator[Waiting]:  # noqa: ARG001
    yield from _parts(connection, "statement", STATEMENTS, STATEMENTS.c.label, [*statement_limits(within)])


def _places(connection: Connection, within: Filter, who: str) -> Iterator[Waiting]:  # noqa: ARG001
    where = [PLACES.c.role == "event", PLACES.c.geonameid.is_not(None), *report_limits(within)]
    yield from _parts(connection, "place", PLACES, PLACES.c.name, where)


def _events(connection: Connection, within: Filter, who: str) -> Iterator[Waiting]:  # noqa: ARG001
    where = [EVENTS.c.type.is_not(None), *report_limits(within)]
    yield from _parts(connection, "event", EVENTS, EVENTS.c.trigger_words, where, unknown=True)


def _parts(
    connection: Connection, kind: Kind, table: Any, words: Any, where: list[Any], *, unknown: bool = False
) -> Iterator[Waiting]:
    """Parts of newest readings that the machine was not sure of, the least sure first; at the end those of which that is not known."""
    sure = table.c.confidence
    unsure = sure.between(*_UNSURE)
    query = (
        select(table.c.id, words.label("words"), sure.label("sure"), table.c.report, REPORTS.c.number)
        .join(REPORTS, REPORTS.c.latest_reading == table.c.reading)
        .where(or_(unsure, sure.is_(None)) if unknown else unsure, *where)
        .order_by(func.coalesce(func.abs(sure - 0.5), 1.0), REPORTS.c.number.desc(), table.c.id)
    )
    for row in _streamed(connection, query):
        yield Waiting(kind, row.id, row.words or "", row.sure, 0, row.report, row.number)


def _new(connection: Connection, within: Filter, who: str) -> Iterator[Waiting]:  # noqa: ARG001
    """Statements that are sure enough, of the newest reports."""
    table = STATEMENTS.c
    query = (
        select(table.id, table.label, table.confidence, table.report, REPORTS.c.number)
        .join(REPORTS, REPORTS.c.latest_reading == table.reading)
        .where(*statement_limits(within))
        .order_by(REPORTS.c.number.desc(), table.id)
    )
    for row in _streamed(connection, query):
        if row.confidence is None or not _UNSURE[0] <= row.confidence <= _UNSURE[1]:
            yield Waiting("new", row.id, row.label or "", row.confidence, 0, row.report, row.number)


def _joins(connection: Connection, within: Filter, who: str) -> Iterator[Waiting]:
    """Pairs of tellings or propositions of which the machine could not tell whether they are one."""
    judged = {
        (row.a, row.b)
        for row in connection.execute(
            select(PAIR_JUDGEMENTS.c.a, PAIR_JUDGEMENTS.c.b).where(PAIR_JUDGEMENTS.c.who == who)
        )
    }
    kept = {
        "happenings": set(connection.scalars(select(HAPPENINGS.c.id).where(*happening_limits(within))))
        if within
        else None,
        "claims": set(connection.scalars(select(CLAIMS.c.id).where(*claim_limits(within)))) if within else None,
    }
    sql = (
        "SELECT one.id AS a, two.id AS b, one.kind AS kind, link_pairs.score AS score, of_one.object AS object_a, of_two.object AS object_b, "
        "(SELECT proposition FROM claims WHERE id = of_one.object) AS words_a, (SELECT proposition FROM claims WHERE id = of_two.object) AS words_b, "
        "(SELECT place FROM happenings WHERE id = of_one.object) AS place_a, (SELECT place FROM happenings WHERE id = of_two.object) AS place_b "
        "FROM link_pairs JOIN link_items one ON one.number = link_pairs.a JOIN link_items two ON two.number = link_pairs.b "
        "JOIN link_members of_one ON of_one.item = link_pairs.a JOIN link_members of_two ON of_two.item = link_pairs.b "
        "WHERE link_pairs.verdict = 'unsure' AND link_pairs.score IS NOT NULL AND of_one.object <> of_two.object "
        "ORDER BY abs(link_pairs.score - 0.5), link_pairs.a, link_pairs.b LIMIT ?"
    )
    for row in ask(connection, sql, _PAIRS_AT_ONCE + len(judged)):
        inside = kept.get(row.kind)
        if tuple(sorted((row.a, row.b))) in judged or (
            inside is not None and not inside & {row.object_a, row.object_b}
        ):
            continue
        yield Waiting(
            "join",
            f"{row.a} {row.b}",
            f"{row.object_a} and {row.object_b}",
            row.score,
            objects=(row.object_a, row.object_b),
        )
