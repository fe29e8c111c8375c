"""A page of a list, and what the whole list divides into."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, func, select

from onrecord.ledger.linking.explaining import TYPES
from onrecord.ledger.linking.tables import OBJECTS
from onrecord.record.codec import linked_from_json
from onrecord.record.filter import Filter

__all__ = ["MOST_VALUES", "Facets", "Listed", "count_by", "linked_by_ids", "page_of"]

Row = TypeVar("Row")
Facets = Mapping[str, Sequence[tuple[str, int]]]
"""The values of each facet with how many there are, the commonest first."""
MOST_VALUES: Final = 12


@dataclass(frozen=True, slots=True)
class Listed(Generic[Row]):
    """Some rows of a list.

    Attributes:
        rows: The rows that were asked for.
        total: How many the list has.
    """

    rows: tuple[Row, ...]
    total: int


def page_of(connection: Connection, query: Select[Any], start: int, size: int) -> Listed[Any]:
    """The rows of a query from one on, and how many it has in all."""
    total = int(connection.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0)
    rows = connection.execute(query.offset(start).limit(size)).all() if start < total else ()
    return Listed(tuple(rows), total)


def linked_by_ids(connection: Connection, kind: str, ids: Sequence[str]) -> tuple[Any, ...]:
    """Copy families, happenings or claims, in the order of their ids; what is not there is left out."""
    table = OBJECTS[kind]
    lines = connection.execute(select(table.c.id, table.c.json).where(table.c.id.in_(ids))).all()
    found = {row.id: linked_from_json(TYPES[kind], json.loads(row.json), name=row.id) for row in lines}
    return tuple(found[id_] for id_ in ids if id_ in found)


def count_by(
    connection: Connection,
    value: ColumnElement[Any],
    counted: Column[Any],
    limits: Callable[[Filter], list[ColumnElement[bool]]],
    within: Filter,
    *own: str,
    through: ColumnElement[bool] | None = None,
) -> list[tuple[str, int]]:
    """How many rows have each value, as far as they are within a filter.

    Args:
        connection: A transaction.
        value: What they are counted by.
        counted: The id of what is counted.
        limits: What the filter means for it.
        within: The filter.
        *own: The limits that the facet itself sets; they are left out, so that the other values can still be chosen.
        through: What joins the table of the value to that of the rows, where these are two.
    """
    number = func.count(counted.distinct()) if through is not None else func.count()
    query = select(value, number).where(value.is_not(None), *limits(replace(within, **dict.fromkeys(own))))
    if through is not None:
        query = query.where(through)
    grouped = query.group_by(value).order_by(number.desc(), value).limit(MOST_VALUES)
    return [(str(row[0]), int(row[1])) for row in connection.execute(grouped)]
