"""Words within their sentence."""

from __future__ import annotations

from onrecord.record import Span
from onrecord.serve.desk.quoting import quoted

SENTENCE = "The mayor said that nine people were killed in the market."


def told(*spans: Span, sentence: str | None = SENTENCE, offset: int | None = 100) -> list[tuple[str, bool]]:
    return [(piece.text, piece.meant) for piece in quoted(spans, sentence, offset)]


def span(words: str, text: str = SENTENCE, offset: int = 100) -> Span:
    start = text.index(words)
    return Span(offset + start, offset + start + len(words), words)


def test_the_words_stand_marked_in_their_sentence() -> None:
    assert told(span("nine people were killed")) == [
        ("The mayor said that ", False), ("nine people were killed", True), (" in the market.", False),
    ]  # fmt: skip


def test_words_of_another_sentence_follow() -> None:
    assert told(span("nine people"), Span(900, 904, "nine"))[-2:] == [(" … ", False), ("nine", True)]


def test_without_a_sentence_the_words_stand_alone() -> None:
    assert told(span("nine people"), sentence=None, offset=None) == [("nine people", True)]


def test_words_that_do_not_stand_where_they_should_are_not_marked_elsewhere() -> None:
    assert told(Span(100, 104, "nine")) == [("nine", True)]


def test_a_long_sentence_is_cut_around_the_words() -> None:
    long = f"{'before ' * 60}nine people were killed{' after' * 60}."
    pieces = told(span("nine people were killed", long), sentence=long)
    assert pieces[0] == ("… ", False)
    assert ("nine people were killed", True) in pieces
    assert pieces[-1][0].endswith(" …")
    assert sum(len(text) for text, _ in pieces) < 400


def test_spans_that_overlap_are_shown_once() -> None:
    assert "".join(text for text, _ in told(span("nine people were"), span("people were killed"))) == SENTENCE
