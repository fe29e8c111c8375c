"""What kind of source a chain is. In: statements with chains. Out: the same, every source of a chain of one type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.record import Decision, Source, Statement
from onrecord.record.vocabulary import SourceType


def settle_types(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Gives pronouns the type of their chain, and a person who is called by an office once that office throughout.

    A chain whose words tell different types otherwise is left as each statement has it.
    """
    told: dict[str, set[SourceType]] = defaultdict(set)
    for statement in statements:
        source = statement.source
        if source is not None and source.chain is not None and source.type is not None:
            told[source.chain].add(source.type)
    return tuple(_settled(statement, told) for statement in statements)


def _settled(statement: Statement, told: dict[str, set[SourceType]]) -> Statement:
    source = statement.source
    if source is None or source.chain is None:
        return statement
    kind = _of_chain(source, told[source.chain])
    if kind == source.type:
        return statement
    decided = (*statement.decided_by, Decision("source.type", "as the others of the chain"))
    return replace(statement, source=replace(source, type=kind), decided_by=decided)


def _of_chain(source: Source, types: set[SourceType]) -> SourceType | None:
    if types == {"person", "official"}:
        return "official"
    return source.type or (next(iter(types)) if len(types) == 1 else None)
