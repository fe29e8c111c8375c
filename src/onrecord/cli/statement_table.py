"""The statements of a report for a terminal: who · said · what · how sure · inside whom."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.columns import Column, columns
from onrecord.wording.rows import Row

__all__ = ["statement_columns", "statement_lines"]


def statement_columns(rows: tuple[Row, ...]) -> Table:
    """The statements in columns."""
    shape = (
        Column("#", width=len(str(len(rows)))), Column("who", 22), Column("said", 13), Column("what", 42),
        Column("how sure", 18),
    )  # fmt: skip
    return columns(
        shape,
        [
            (
                Text(str(row.number), style="dim"),
                _nested(_who(row), row.depth),
                _said(row),
                Text(row.what),
                Text("\n".join(row.how)),
            )
            for row in rows
        ],
    )


def statement_lines(rows: tuple[Row, ...]) -> Group:
    """The statements one below the other, where there is no room for columns."""
    parts: list[RenderableType] = []
    for row in rows:
        head = Text(f"{row.number} ", style="dim").append_text(_who(row, " · "))
        if row.cue or row.act:
            head.append(" · ").append_text(_said(row, " "))
        body = Group(head, Text(row.what), Text(" · ".join(row.how), style="dim"))
        parts.append(Padding(body, (0, 0, 1, min(2 * row.depth, 8))))
    return Group(*parts)


def _who(row: Row, between: str = "\n") -> Text:
    who = Text(row.who, style="bold" if row.statement.source else "italic")
    if row.words:
        who.append(f"{between}“{row.words}”", style="not bold dim")
    if row.inside is not None:
        who.append(f"{between}inside {row.inside}", style="not bold dim")
    return who


def _said(row: Row, between: str = "\n") -> Text:
    said = Text(row.cue)
    if row.act:
        said.append(f"{between if row.cue else ''}({row.act})", style="dim")
    return said


def _nested(who: Text, depth: int) -> RenderableType:
    if depth == 0:
        return who
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(overflow="fold")
    grid.add_row("└", who)
    return Padding(grid, (0, 0, 0, min(2 * (depth - 1), 6)))
