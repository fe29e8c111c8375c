"""A record put for people."""

from __future__ import annotations

from dataclasses import replace

from onrecord.record import Source
from onrecord.wording.rows import NOBODY, OPEN, facts_of, notes_of, rows_of, set_aside
from tests.cli.records import bridge


def test_rows_follow_the_text_and_nested_ones_their_parent() -> None:
    rows = rows_of(bridge())
    assert [(row.number, row.depth, row.inside, row.statement.id) for row in rows] == [
        (1, 0, None, "a"),
        (2, 0, None, "b"),
        (3, 1, 2, "c"),
        (4, 0, None, "d"),
    ]


def test_the_speaker_goes_by_the_fullest_name_with_the_words_beside_it() -> None:
    rows = rows_of(bridge())
    assert [(row.who, row.words) for row in rows] == [
        ("Mayor Alda Brun", "the mayor"),
        ("Mayor Alda Brun", "He"),
        ("the colonel", ""),
        (NOBODY, ""),
    ]


def test_a_source_without_words_or_name_is_not_certain() -> None:
    record = bridge()
    open_one = replace(record.statements[3], source=Source(()))
    assert rows_of(replace(record, statements=(open_one,)))[0].who == OPEN


def test_quoted_words_have_quotation_marks_once() -> None:
    rows = rows_of(bridge())
    assert rows[0].what == "“The bridge is ours,” … “and so is the mill.”"
    bare = replace(bridge().statements[3], form="direct")
    assert rows_of(replace(bridge(), statements=(bare,)))[0].what == "“the road is cut”"
    assert rows[1].what == "the colonel denied that the guns had fired"


def test_how_sure_gives_the_words_that_decided_it() -> None:
    rows = rows_of(bridge())
    assert rows[2].how == ("certain", "not so (“denied”)", "past", "weak reading (30%)")
    assert rows[2].act == "denies"
    assert rows[3].how == ("possible (“Reportedly”)", "not verified, says the report")


def test_statements_that_stand_inside_each_other_or_inside_nothing_are_all_shown_once() -> None:
    record = bridge()
    a, b, c, d = record.statements
    circle = (replace(a, inside=b.id), replace(b, inside=a.id), replace(c, inside="gone"), replace(d, inside=d.id))
    rows = rows_of(replace(record, statements=circle))
    assert sorted(row.statement.id for row in rows) == ["a", "b", "c", "d"]
    assert [row.number for row in rows] == [1, 2, 3, 4]


def test_facts_counts_and_notes() -> None:
    record = bridge()
    assert facts_of(record) == ("The Ferry Post", "2031-05-02", "from ELMSTEAD, 2 May", "by Orla Finn")
    assert set_aside(record) == "1 boilerplate, 1 byline"
    assert notes_of(record, rows_of(record)) == ("statement 3: who speaks stays open", "document.text: one odd byte")
