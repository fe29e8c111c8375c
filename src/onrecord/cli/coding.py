"""`onrecord code`: rows in the manner of ACLED for people, as CSV or as JSON, and what is in no row and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Final, Literal

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.columns import Column, columns, is_narrow, joined
from onrecord.cli.output import Output
from onrecord.export.acled import AcledRow, Coded, CodedRow, LeftOut, code, csv_head, csv_line
from onrecord.record import Record
from onrecord.reference.registry import Registry
from onrecord.wording.rows import facts_of
from onrecord.wording.visible import flat

__all__ = ["Coding", "Form"]

Form = Literal["table", "csv", "json"]
_TIMES: Final = {1: "the day", 2: "the week", 3: "the month"}
_PLACES: Final = {1: "the town", 2: "near it", 3: "a region"}
_KINDS: Final = {
    1: "state forces", 2: "rebel group", 3: "political militia", 4: "identity militia", 5: "rioters", 6: "protesters",
    7: "civilians", 8: "external forces",
}  # fmt: skip


class Coding:
    """Codes one report after the other and prints it.

    Args:
        output: The streams of the run.
        form: How rows are printed.
        registry: Who the actors are.
    """

    def __init__(self, output: Output, form: Form, registry: Registry) -> None:
        self._output, self._form, self._registry = output, form, registry
        self._coded = 0
        self._reasons: Counter[str] = Counter()
        if form == "csv":
            output.line(csv_head())

    @property
    def for_people(self) -> bool:
        """Whether tables are printed."""
        return self._form == "table"

    def add(self, record: Record, name: str) -> None:
        """Codes a report and prints its rows."""
        coded = code(record, self._registry)
        self._coded += len(coded.rows)
        self._reasons.update(one.reason for one in coded.left_out)
        if self._form == "table":
            self._output.show(_table(coded, record, name, self._output.results))
        for row in coded.rows:
            if self._form == "csv":
                self._output.line(csv_line(row.row))
            elif self._form == "json":
                self._output.line(_as_json(row, record, name))
        for one in coded.left_out if self._form == "json" else ():
            told = {"report": record.document.id, "name": flat(name), "not_coded": asdict(one)}
            self._output.line(json.dumps(told, ensure_ascii=False))

    def account(self) -> Iterator[str]:
        """How much was coded, and what was not, counted by reason."""
        left = self._reasons.total()
        yield f"{self._coded + left:,} events told of: coded {self._coded:,}, not coded {left:,}"
        yield from (f"  {count:,} not coded: {reason}" for reason, count in self._reasons.most_common())

    def values(self) -> dict[str, object]:
        """The same for a program."""
        return {"coded": self._coded, "not_coded": dict(self._reasons.most_common())}


def _as_json(row: CodedRow, record: Record, name: str) -> str:
    told = asdict(row)
    return json.dumps({"report": record.document.id, "name": flat(name), **told}, ensure_ascii=False)


def _table(coded: Coded, record: Record, name: str, console: Console) -> RenderableType:
    heading = Text(flat(record.document.title or "") or "(no title)", style="bold")
    heading.append(f"\n{flat(name)}", style="not bold dim")
    if facts := facts_of(record):
        heading.append(f"\n{' · '.join(facts)}", style="not bold")
    count = len(coded.rows)
    heading.append(f"\n{count} row{'' if count == 1 else 's'}, {len(coded.left_out)} not coded", style="not bold")
    parts: list[RenderableType] = [heading]
    for number, row in enumerate(coded.rows, 1):
        parts += [Text(), _row(number, row, console)]
    if coded.left_out:
        parts += [Text(), Text("Not coded", style="bold"), _left_out(coded.left_out, console)]
    return Group(*parts, Text())


def _row(number: int, coded: CodedRow, console: Console) -> RenderableType:
    """A row as a block of lines: ACLED's columns are too many to stand side by side."""
    values = [(label, flat(text)) for label, text in _essentials(coded.row) if text]
    values.append(("told as", f"{flat(_sure(coded))}; by {flat(', '.join(coded.voices))}"))
    values.append(("notes", flat(coded.row.notes or "")))
    checks = [check for check in coded.checks if check.why or check.words]
    values += [
        ("check", f"{check.column}: {' · '.join(filter(None, (_words(check.words), flat(check.why))))}")
        for check in checks
    ]
    head = Text(f"{number}  ", style="dim").append(flat(_title(coded.row)), style="bold")
    if is_narrow(console):
        return Group(head, *(Padding(Text(f"{label}: {text}"), (0, 0, 0, 2)) for label, text in values))
    grid = columns(
        (Column("", width=15), Column("", 1)), [(Text(label, style="dim"), Text(text)) for label, text in values]
    )
    grid.show_header = False
    return Group(head, grid)


def _title(row: AcledRow) -> str:
    return f"{row.event_date} · {row.event_type} / {row.sub_event_type or '(sub-event type not told)'}"


def _essentials(row: AcledRow) -> Iterator[tuple[str, str]]:
    yield "date", f"{row.event_date} (time precision {row.time_precision}, {_TIMES.get(row.time_precision or 0, '?')})"
    for side, names in (("1", (row.actor1, row.assoc_actor_1)), ("2", (row.actor2, row.assoc_actor_2))):
        inter = row.inter1 if side == "1" else row.inter2
        kind = f" ({inter}, {_KINDS[inter]})" if inter in _KINDS else " (kind not known)" if names[0] else ""
        yield f"actor {side}", f"{names[0] or '—'}{kind}" + (f", with {names[1]}" if names[1] else "")
    yield "interaction", str(row.interaction or "")
    where = ", ".join(filter(None, (row.location, row.admin1, row.country)))
    precision = f"geo precision {row.geo_precision}, {_PLACES.get(row.geo_precision or 0, '?')}"
    yield "place", f"{where} ({precision}; {row.latitude}, {row.longitude})"
    yield "fatalities", str(row.fatalities)
    yield "targeting", row.civilian_targeting or ""
    yield "tags", row.tags or ""
    yield "source", row.source or "— (the report names no outlet)"


def _sure(coded: CodedRow) -> str:
    return ", ".join((*coded.statuses, *coded.certainties))


def _words(words: str) -> str:
    return flat(words) if not words or "“" in words else f"“{flat(words)}”"


def _left_out(left_out: tuple[LeftOut, ...], console: Console) -> RenderableType:
    """Everything that is in no row, by reason."""
    by_reason: dict[str, list[LeftOut]] = {}
    for one in left_out:
        by_reason.setdefault(one.reason, []).append(one)
    cells = [
        (Text(str(len(ones))), Text(flat(reason)), joined(*((_told(one), "") for one in ones)))
        for reason, ones in sorted(by_reason.items(), key=lambda item: -len(item[1]))
    ]
    if is_narrow(console):
        return Group(
            *(Padding(Group(Text.assemble(count, " ", reason), told), (0, 0, 1, 0)) for count, reason, told in cells)
        )
    return columns((Column("#", width=3), Column("why", 30), Column("what, and who tells of it", 70)), cells)


def _told(one: LeftOut) -> str:
    words = f" “{flat(one.words)}”" if one.words else ""
    return f"{flat(one.type)}{words} · {flat(', '.join(one.voices))}"
