"""A report as a table for a terminal: who · said · what · how sure · inside whom."""

from __future__ import annotations

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.rows import Row, facts_of, notes_of, rows_of, set_aside
from onrecord.cli.visible import flat
from onrecord.record import Record

__all__ = ["render"]

# Below this, columns hold two or three words each, so every statement gets lines of its own instead.
_NARROWEST_TABLE = 72


def render(record: Record, name: str, console: Console) -> RenderableType:
    """Lays out one report.

    Args:
        record: The report, read.
        name: What it was called when it was given.
        console: Where it will be shown; its width decides between columns and lines.

    Returns:
        What rich prints. No markup is interpreted in any text of the report.
    """
    rows = rows_of(record)
    parts: list[RenderableType] = [_heading(record, name, len(rows))]
    notes = notes_of(record, rows)
    if rows:
        parts += [Text(), _columns(rows) if console.width >= _NARROWEST_TABLE else _lines(rows)]
    if notes:
        parts += [Text(), *(Padding(Text(f"note: {note}"), (0, 0, 0, 1)) for note in notes)]
    return Group(*parts, Text())


def _heading(record: Record, name: str, count: int) -> Text:
    title = flat(record.document.title or "") or "(no title)"
    heading = Text(title, style="bold")
    heading.append(f"\n{flat(name)}", style="not bold dim")
    if facts := facts_of(record):
        heading.append(f"\n{' · '.join(facts)}", style="not bold")
    heading.append(f"\n{_counted(count)}", style="not bold")
    if aside := set_aside(record):
        heading.append(f" · set aside: {aside}", style="not bold")
    return heading


def _counted(count: int) -> str:
    if count == 0:
        return "no statement was found in it"
    return f"{count} statement{'' if count == 1 else 's'}"


def _columns(rows: tuple[Row, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), show_edge=False)
    table.add_column("#", justify="right", width=len(str(len(rows))))
    table.add_column("who", ratio=22, overflow="fold")
    table.add_column("said", ratio=13, overflow="fold")
    table.add_column("what", ratio=42, overflow="fold")
    table.add_column("how sure", ratio=18, overflow="fold")
    for row in rows:
        table.add_row(
            Text(str(row.number), style="dim"),
            _nested(_who(row), row.depth),
            _said(row),
            Text(row.what),
            Text("\n".join(row.how)),
            end_section=False,
        )
    return table


def _lines(rows: tuple[Row, ...]) -> Group:
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
