"""Spans over what is removed hold the words that stand there, not the blanks that rules read instead."""

from __future__ import annotations

from onrecord.record import Content, Cue, Decision, Source, Span, Statement
from onrecord.record.written import as_written

TEXT = "HAJIN — The mayor (photo) said so."


def blanked(start: int, end: int) -> Span:
    read = TEXT.replace("(photo)", "       ")
    return Span.of(read, start, end)


def test_a_span_over_something_removed_holds_the_words_of_the_text() -> None:
    statement = Statement(
        "s-1", "indirect", Source((blanked(8, 25),)), Cue((blanked(26, 30),)), Content((blanked(31, 33),)),
        decided_by=(Decision("form", "quotation marks", blanked(12, 30)),),
    )  # fmt: skip
    written = as_written(statement, TEXT)
    assert written.source is not None
    assert written.source.spans[0].text == "The mayor (photo)"
    assert written.decided_by[0].span is not None
    assert written.decided_by[0].span.text == "mayor (photo) said"
    assert written.cue is statement.cue


def test_nothing_is_made_anew_where_nothing_differs() -> None:
    parts = (Statement("s-1", "indirect", None, None, Content((Span.of(TEXT, 12, 17),))),)
    assert as_written(parts, TEXT) is parts
