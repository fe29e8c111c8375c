"""Spans count code points, and cannot disagree with their own length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SpanError
from onrecord.record import Span
from tests.record.strategies import TEXTS


@given(TEXTS, st.data())
def test_a_span_holds_the_words_that_stand_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert Span.of(text, start, end).text == text[start:end]


def test_offsets_are_code_points() -> None:
    assert Span.of("😀 fell", 2, 6).text == "fell"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 7), (7, 9)])
def test_offsets_outside_the_text_are_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="which has 6 characters"):
        Span.of("bridge", start, end)


def test_words_of_another_length_are_refused() -> None:
    with pytest.raises(SpanError, match=r"span 0-3 cannot hold 'bridge' \(6 characters\)"):
        Span(0, 3, "bridge")


@pytest.mark.parametrize(
    ("other", "covered", "overlapping"),
    [((2, 4), True, True), ((1, 5), True, True), ((0, 2), False, True), ((5, 6), False, False), ((4, 6), False, True)],
)
def test_covers_and_overlaps(other: tuple[int, int], covered: bool, overlapping: bool) -> None:
    span, second = Span.of("bridge", 1, 5), Span.of("bridge", *other)
    assert span.covers(second) is covered
    assert span.overlaps(second) is overlapping
    assert second.overlaps(span) is overlapping
