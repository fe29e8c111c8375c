"""The table of a report at every width."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from onrecord.cli.table import render
from onrecord.record import Document, Note, Record
from tests.cli.happenings import shelling
from tests.cli.records import HOSTILE, bridge, hostile, span, without_title


def shown(record: Record, width: int) -> str:
    console = Console(file=io.StringIO(), width=width, height=50, markup=False, highlight=False, emoji=False)
    console.print(render(record, "post.txt", console))
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("width", [24, 40, 71, 72, 80, 100, 160])
def test_nothing_is_cut_at_any_width(width: int) -> None:
    table = shown(bridge(), width)
    assert max(map(len, table.split("\n"))) <= width
    assert "…" not in table.replace("” …", "")
    letters = re.sub(r"\W", "", table)
    for words in ("thecolonel", "denied", "nobodynamed", "Reportedly", "certain"):
        assert words in letters


def test_a_table_has_who_said_what_how_sure_and_inside_whom() -> None:
    table = shown(bridge(), 140)
    assert re.search(r"# +who +said +what +how sure", table)
    assert re.search(r"3 +└ the colonel +denied +that the guns had fired +certain", table)
    assert "inside 2" in table
    assert "“The bridge is ours,” … “and so is the mill.”" in table
    assert "4 statements · set aside: 1 boilerplate, 1 byline" in table
    assert "note: statement 3: who speaks stays open" in table


def test_a_narrow_terminal_gets_lines_instead_of_columns() -> None:
    lines = shown(bridge(), 60)
    assert "how sure" not in lines
    assert re.search(r"^  3 the colonel · inside 2 · denied \(denies\) *$", lines, re.MULTILINE)


def test_a_report_without_statements_says_so() -> None:
    record = Record(Document("x", "Hm."), notes=(Note("document.language", "the text is in fr"),))
    table = shown(record, 80)
    assert "(no title)" in table
    assert "no statement was found in it" in table
    assert "note: document.language: the text is in fr" in table
    assert "who" not in table


@pytest.mark.parametrize("width", [50, 120])
def test_hostile_text_neither_steers_the_terminal_nor_is_markup(width: int) -> None:
    table = shown(hostile(), width)
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert "⟨U+202E⟩" in table
    record = without_title(Record(Document("x", "[bold red]y[/] :smile:", publisher="[bold]P[/bold] :smile:")))
    assert "[bold]P[/bold] :smile:" in shown(record, 80)


@pytest.mark.parametrize("width", [24, 40, 71, 72, 80, 100, 160])
def test_events_and_states_stand_beside_statements_at_any_width(width: int) -> None:
    table = shown(shelling(), width)
    assert max(map(len, table.split("\n"))) <= width
    assert "…" not in table.replace("” …", "").replace(" … ", " ")
    for word in ("shelled", "Elmstead", "killed", "99", "denied", "planned", "controls", "999", "2018-12-23"):
        assert word in table


def test_events_are_told_by_whom_as_what_where_and_when() -> None:
    table = shown(shelling(), 150)
    assert "4 statements · 3 events · 2 states" in table
    assert re.search(r"# +what +who did it to whom +where and when +toll +according to whom", table)
    assert re.search(r"e1 .*Syrian army +Elmstead \(SY\) +killed 12 to 99 +happened: Mayor Alda Brun", table)
    assert re.search(r"e2 .*air or drone strike +Syrian army +denied: Syrian army \(3\)", table)
    assert re.search(r"h1 .*rebels +controls +Orford \(SY, not found on the +the report itself", table)
    assert "no date (“spring”)" in table


def test_hostile_events_do_not_steer_the_terminal() -> None:
    record = shelling()
    bad = span(hostile().document.text, HOSTILE)
    event = replace(record.events[0], trigger=bad, type=HOSTILE, incident=None, asserted_by=(HOSTILE,))
    state = replace(record.states[0], span=bad, holder=None)
    table = shown(replace(record, document=hostile().document, events=(event,), incidents=(), states=(state,)), 100)
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert "⟨U+202E⟩" in table
