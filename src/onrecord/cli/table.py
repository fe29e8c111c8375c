"""A report for a terminal: who said what, what happened according to whom, and what holds."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.columns import Column, columns, is_narrow, joined
from onrecord.cli.happenings import Happening, Holding, happenings_of, holdings_of
from onrecord.cli.rows import facts_of, notes_of, rows_of, set_aside
from onrecord.cli.statement_table import statement_columns, statement_lines
from onrecord.cli.visible import flat
from onrecord.record import Record

__all__ = ["counted", "render"]


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
    happenings, holdings = happenings_of(record, rows), holdings_of(record, rows)
    narrow = is_narrow(console)
    parts: list[RenderableType] = [_heading(record, name, counted(len(rows), len(happenings), len(holdings)))]
    notes = notes_of(record, rows)
    if rows:
        parts += [Text(), statement_lines(rows) if narrow else statement_columns(rows)]
    if happenings:
        parts += [Text(), _happening_lines(happenings) if narrow else _happening_columns(happenings)]
    if holdings:
        parts += [Text(), _holding_lines(holdings) if narrow else _holding_columns(holdings)]
    if notes:
        parts += [Text(), *(Padding(Text(f"note: {note}"), (0, 0, 0, 1)) for note in notes)]
    return Group(*parts, Text())


def counted(statements: int, happenings: int, holdings: int) -> str:
    """How much was found: "17 statements · 5 events · 1 state"; a report in which nothing was found says so."""
    if not statements + happenings + holdings:
        return "no statement was found in it"
    told = [f"{statements} statement{'' if statements == 1 else 's'}"]
    told += [f"{happenings} event{'' if happenings == 1 else 's'}"] if happenings else []
    told += [f"{holdings} state{'' if holdings == 1 else 's'}"] if holdings else []
    return " · ".join(told)


def _heading(record: Record, name: str, found: str) -> Text:
    title = flat(record.document.title or "") or "(no title)"
    heading = Text(title, style="bold")
    heading.append(f"\n{flat(name)}", style="not bold dim")
    if facts := facts_of(record):
        heading.append(f"\n{' · '.join(facts)}", style="not bold")
    heading.append(f"\n{found}", style="not bold")
    if aside := set_aside(record):
        heading.append(f" · set aside: {aside}", style="not bold")
    return heading


def _happening_columns(happenings: Sequence[Happening]) -> RenderableType:
    shape = (
        Column("#", width=max(len(one.name) for one in happenings)), Column("what", 20), Column("who did it to whom", 24),
        Column("where and when", 22), Column("toll", 18), Column("according to whom", 24),
    )  # fmt: skip
    return columns(shape, [_happening_cells(one) for one in happenings])


def _happening_cells(one: Happening) -> tuple[Text, ...]:
    return (
        Text(one.name, style="dim"),
        joined((one.what, "bold"), (one.words, "dim"), *(("with " + means, "") for means in one.means)),
        joined(*((who, "") for who in one.who), *(("→ " + whom, "") for whom in one.whom)),
        joined((one.where, ""), (one.when, "")),
        joined(*((harm, "") for harm in one.toll)),
        joined(*((voice, "") for voice in one.voices)),
    )


def _happening_lines(happenings: Sequence[Happening]) -> RenderableType:
    return Group(*(_paragraph(_happening_cells(one)) for one in happenings))


def _holding_columns(holdings: Sequence[Holding]) -> RenderableType:
    shape = (
        Column("#", width=max(len(one.name) for one in holdings)), Column("who", 22), Column("what holds", 36),
        Column("where and when", 22), Column("according to whom", 24),
    )  # fmt: skip
    return columns(shape, [_holding_cells(one) for one in holdings])


def _holding_cells(one: Holding) -> tuple[Text, ...]:
    return (
        Text(one.name, style="dim"),
        Text(one.who or "—", style="bold"),
        joined((" ".join(filter(None, (one.what, one.many))), ""), (one.words, "dim")),
        joined((one.where, ""), (one.when, "")),
        joined(*((voice, "") for voice in one.voices)),
    )


def _holding_lines(holdings: Sequence[Holding]) -> RenderableType:
    return Group(*(_paragraph(_holding_cells(one)) for one in holdings))


def _paragraph(cells: Sequence[Text]) -> RenderableType:
    """The cells of a row below each other, the number before the first."""
    number, first, *rest = cells
    head = Text.assemble(number, " ", *_on_one_line(first))
    return Padding(Group(head, *(Text.assemble(*_on_one_line(cell)) for cell in rest if cell)), (0, 0, 1, 0))


def _on_one_line(cell: Text) -> list[Text | str]:
    lines = list(cell.split("\n"))
    return [part for at, line in enumerate(lines) for part in ([" · ", line] if at else [line])]
