"""What a table is: columns with a type and a meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.export.cells import Cell

__all__ = ["Column", "Row", "Table", "columns"]

Kind = Literal["text", "integer", "number", "truth"]
Row = Mapping[str, Cell]
"""Cells by the names of their columns; a column without one is empty."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: Its name.
        kind: What its cells are. Dates are text, since many are a month or a year.
        meaning: What it says, in a sentence.
    """

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: Its name.
        row: What a row of it is; also what it is counted as.
        columns: Its columns in order.
    """

    name: str
    row: str
    columns: tuple[Column, ...]


def columns(lines: str) -> tuple[Column, ...]:
    """Columns of a list: on each line a name, for other things than text the kind after a colon, and the meaning."""
    made: list[Column] = []
    for line in lines.strip().splitlines():
        head, _, meaning = line.strip().partition(" ")
        name, _, kind = head.partition(":")
        kinds: dict[str, Kind] = {"": "text", "integer": "integer", "number": "number", "truth": "truth"}
        made.append(Column(name, kinds[kind], meaning.strip()))
    return tuple(made)
