"""A sentence with marked words is the sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Span
from onrecord.serve.desk.text.marked import marked


@given(st.text(min_size=1, max_size=40), st.integers(0, 9), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9))))
def test_put_together_it_is_the_sentence_and_all_words_are_marked(
    words: str, start: int, places: list[tuple[int, int]]
) -> None:
    sentence = Span(start, start + len(words), words)
    spans = [Span(at, at + length, "x" * length) for at, length in places]
    stretches = marked(sentence, spans)
    assert "".join(stretch.text for stretch in stretches) == words
    at, lit = start, set()
    for stretch in stretches:
        lit |= {at + one for one in range(len(stretch.text)) if stretch.is_marked}
        at += len(stretch.text)
    assert lit == {one for span in spans for one in range(span.start, span.end)} & set(range(start, start + len(words)))
