"""Plain SQL with lists of values, in the way of either database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection

__all__ = ["ask", "tell"]

# One statement takes any number in SQLite, as JSON, and in PostgreSQL, as an array; memory is what this is kept for.
_AT_ONCE: Final = 20_000


def ask(connection: Connection, sql: str, *values: Any) -> list[Any]:
    """Asks for rows.

    Args:
        connection: A transaction.
        sql: The query; `?` stands for a value, `IN ?` for one list, which may be of any length.
        values: Its values.
    """
    at = next((at for at, value in enumerate(values) if isinstance(value, list)), None)
    if at is None:
        return list(connection.exec_driver_sql(*_for(connection, sql, values)))
    rows: list[Any] = []
    for start in range(0, len(values[at]), _AT_ONCE):
        some = (*values[:at], values[at][start : start + _AT_ONCE], *values[at + 1 :])
        rows += connection.exec_driver_sql(*_for(connection, sql, some))
    return rows


def tell(connection: Connection, sql: str, *values: Any) -> None:
    """Changes rows; see `ask`."""
    if [] not in values:
        connection.exec_driver_sql(*_for(connection, sql, values))


def _for(connection: Connection, sql: str, values: Sequence[Any]) -> tuple[str, tuple[Any, ...]]:
    if connection.dialect.name != "sqlite":
        return sql.replace("IN ?", "= ANY(%s)").replace("?", "%s"), tuple(values)
    written = tuple(json.dumps(value) if isinstance(value, list) else value for value in values)
    return sql.replace("IN ?", "IN (SELECT value FROM json_each(?))"), written
