"""What a panel tells of each kind of value."""

from __future__ import annotations

import pytest

from onrecord.record import (
    Candidate,
    Chain,
    Content,
    Cue,
    Decision,
    Document,
    Event,
    Mention,
    Place,
    Record,
    Source,
    Span,
    Statement,
    TimeExpression,
)  # fmt: skip
from onrecord.serve.desk.text.making import Panel
from onrecord.serve.desk.text.marks import LAYERS, Keys, marks_of
from onrecord.serve.desk.text.panel import panel_of
from onrecord.serve.desk.text.reading import lay_out, numbered_rows

TEXT = "On Monday Ali Tamo denied that his men shelled Susah. Call 0999123."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


RECORD = Record(
    Document("sha256:0", TEXT),
    mentions=(
        Mention("a", span("Ali Tamo"), "person", "name", "x", 0.9),
        Mention("b", span("his"), "person", "pronoun", "x"),
        Mention("c", span("Susah"), "location", "name"),
        Mention("d", span("0999123"), "comms_identifier"),
    ),
    chains=(Chain("x", "person", "Ali Tamo", ("a", "b")),),
    times=(TimeExpression("t", span("Monday"), "DATE", None, "2018-11-05", "2018-11-05", "day", "anchored", None),),
    places=(
        Place("p", "c", "Susah", 172415, 34.5, 40.9, country="SY", precision="settlement", role="event",
              candidates=(Candidate("As Sūsah", 172415, score=0.9), Candidate("Sousse", 2464915, score=0.1)),
              why="others lie near"),
    ),
    statements=(
        Statement("z", "indirect", Source((span("Ali Tamo"),), "x"), Cue((span("denied"),)),
                  Content((span("that his men shelled Susah"),)), speech_act="deny", polarity="negative",
                  decided_by=(Decision("speech_act", "cue deny", span("denied")),), confidence=0.94),
    ),
    events=(Event("e", span("shelled"), "shelling", place="p", time="t", polarity="negative", status="denied",
                  asserted_by=("z", "narrator")),),
)  # fmt: skip


def panel(key: str) -> Panel:
    found = panel_of(RECORD, numbered_rows(RECORD), Keys.of(RECORD), key)
    assert found is not None
    return found


def facts(key: str) -> dict[str, list[str]]:
    return {fact.name: [one.text for one in fact.values] for fact in panel(key).facts}


def test_a_statement_says_who_what_and_by_which_words_that_was_decided() -> None:
    told = panel("s1")
    assert told.title == "that his men shelled Susah"
    assert told.confidence == 0.94
    act = next(fact for fact in told.facts if fact.name == "Does")
    assert (act.values[0].text, act.why) == ("deny", "cue deny “denied”")
    who = next(fact for fact in told.facts if fact.name == "Who")
    assert (who.values[0].text, who.values[0].key) == ("Ali Tamo", "c1")
    assert facts("s1")["Tells of"] == ["Shelling, artillery or missile attack “shelled”"]


def test_a_chain_has_all_its_mentions_and_what_it_says() -> None:
    assert facts("c1")["All mentions"] == ["Ali Tamo", "his"]
    assert facts("c1")["Says"] == ["1: that his men shelled Susah"]


def test_a_place_keeps_its_candidates_and_why_one_was_taken() -> None:
    told = panel("p1")
    assert [one.name for one in told.candidates] == ["As Sūsah", "Sousse"]
    assert (told.chosen, told.why) == (172415, "others lie near")


def test_a_time_says_what_it_was_worked_out_from() -> None:
    assert facts("t1")["Days that it can mean"] == ["2018-11-05"]
    assert facts("t1")["Worked out"] == ["worked out from the day of publication"]


def test_an_event_says_as_what_it_is_told_and_by_whom() -> None:
    assert facts("e1")["Told as"] == ["denied"]
    assert facts("e1")["According to"] == ["Ali Tamo (1)", "the report itself"]
    assert facts("e1")["Where"] == ["Susah"]


def test_what_reaches_somebody_is_not_told() -> None:
    told = panel("m4")
    assert told.masked
    assert "0999123" not in told.title


@pytest.mark.parametrize("key", ["s2", "s0", "q1", "zz9", "", "s", "1", "s-1"])
def test_there_is_no_panel_of_what_is_not_there(key: str) -> None:
    assert panel_of(RECORD, numbered_rows(RECORD), Keys.of(RECORD), key) is None


def test_what_is_told_as_not_having_happened_looks_otherwise_and_says_so() -> None:
    marks = marks_of(RECORD, numbered_rows(RECORD), ("events",))
    assert [(mark.look, mark.tag) for mark in marks] == [("event is-denied", "denied")]


def test_every_layer_can_be_laid_out_and_the_text_stays_whole() -> None:
    rows = numbered_rows(RECORD)
    blocks = lay_out(RECORD, rows, marks_of(RECORD, rows, LAYERS))
    words = "".join(
        item.text
        for block in blocks
        for paragraph in block.paragraphs
        for item in paragraph.pieces
        if hasattr(item, "opens")
    )
    assert words == TEXT
    assert [row.who for block in blocks for row in block.rows] == ["Ali Tamo"]
