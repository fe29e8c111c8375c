"""A report for a terminal: who said what, what happened according to whom, and what holds."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.columns import Column, columns, is_narrow, joined
from onrecord.cli.statement_table import statement_columns, statement_lines
from onrecord.record import Record
from onrecord.wording.rows import facts_of, notes_of, rows_of, set_aside
from onrecord.wording.told import IncidentRow, StateRow, incident_rows, state_rows
from onrecord.wording.visible import flat

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
    incidents, states = incident_rows(record, rows), state_rows(record, rows)
    narrow = is_narrow(console)
    parts: list[RenderableType] = [_heading(record, name, counted(len(rows), len(incidents), len(states)))]
    notes = notes_of(record, rows)
    if rows:
        parts += [Text(), statement_lines(rows) if narrow else statement_columns(rows)]
    if incidents:
        parts += [Text(), _incident_lines(incidents) if narrow else _incident_columns(incidents)]
    if states:
        parts += [Text(), _state_lines(states) if narrow else _state_columns(states)]
    if notes:
        parts += [Text(), *(Padding(Text(f"note: {note}"), (0, 0, 0, 1)) for note in notes)]
    return Group(*parts, Text())


def counted(statements: int, incidents: int, states: int) -> str:
    """How much was found: "17 statements · 5 events · 1 state"; a report in which nothing was found says so."""
    if not statements + incidents + states:
        return "no statement was found in it"
    told = [f"{statements} statement{'' if statements == 1 else 's'}"]
    told += [f"{incidents} event{'' if incidents == 1 else 's'}"] if incidents else []
    told += [f"{states} state{'' if states == 1 else 's'}"] if states else []
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


def _incident_columns(incidents: Sequence[IncidentRow]) -> RenderableType:
    shape = (
        Column("#", width=max(len(one.name) for one in incidents)), Column("what", 20), Column("who did it to whom", 24),
        Column("where and when", 22), Column("toll", 18), Column("according to whom", 24),
    )  # fmt: skip
    return columns(shape, [_incident_cells(one) for one in incidents])


def _incident_cells(one: IncidentRow) -> tuple[Text, ...]:
    return (
        Text(one.name, style="dim"),
        joined((one.what, "bold"), (one.words, "dim"), *(("with " + means, "") for means in one.means)),
        joined(*((who, "") for who in one.who), *(("→ " + whom, "") for whom in one.whom)),
        joined((one.where, ""), (one.when, "")),
        joined(*((harm, "") for harm in one.toll)),
        joined(*((voice, "") for voice in one.voices)),
    )


def _incident_lines(incidents: Sequence[IncidentRow]) -> RenderableType:
    return Group(*(_paragraph(_incident_cells(one)) for one in incidents))


def _state_columns(states: Sequence[StateRow]) -> RenderableType:
    shape = (
        Column("#", width=max(len(one.name) for one in states)), Column("who", 22), Column("what holds", 36),
        Column("where and when", 22), Column("according to whom", 24),
    )  # fmt: skip
    return columns(shape, [_state_cells(one) for one in states])


def _state_cells(one: StateRow) -> tuple[Text, ...]:
    return (
        Text(one.name, style="dim"),
        Text(one.who or "—", style="bold"),
        joined((" ".join(filter(None, (one.what, one.many))), ""), (one.words, "dim")),
        joined((one.where, ""), (one.when, "")),
        joined(*((voice, "") for voice in one.voices)),
    )


def _state_lines(states: Sequence[StateRow]) -> RenderableType:
    return Group(*(_paragraph(_state_cells(one)) for one in states))


def _paragraph(cells: Sequence[Text]) -> RenderableType:
    """The cells of a row below each other, the number before the first."""
    number, first, *rest = cells
    head = Text.assemble(number, " ", *_on_one_line(first))
    return Padding(Group(head, *(Text.assemble(*_on_one_line(cell)) for cell in rest if cell)), (0, 0, 1, 0))


def _on_one_line(cell: Text) -> list[Text | str]:
    parts: list[Text | str] = []
    for line in cell.split("\n"):
        parts += [" · ", line] if parts else [line]
    return parts
