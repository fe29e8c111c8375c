"""A text cut into pieces is the text, and each mark's words stand under it and nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.serve.desk.text.marks import Mark
from onrecord.serve.desk.text.pieces import Piece, Tag, pieces_of

LAYERS = ("statements", "mentions", "events", "removed")


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(st.sampled_from("ab \n“”.é\U0001f600\U00010330\u202e"), min_size=1, max_size=60))
    edges = st.integers(0, len(text))
    marks = []
    for at in range(draw(st.integers(0, 12))):
        start, end = sorted((draw(edges), draw(edges)))
        if start < end:
            layer = draw(st.sampled_from(LAYERS))
            marks.append(Mark(start, end, layer, f"{layer[0]}{at}", layer, draw(st.sampled_from(["", "x"]))))
    return text, sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.key))


@given(marked_texts())
def test_the_words_of_the_pieces_are_the_text_and_lie_where_they_say(given: tuple[str, list[Mark]]) -> None:
    text, marks = given
    pieces = [item for item in pieces_of(text, 0, len(text), marks, set()) if isinstance(item, Piece)]
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        assert text[piece.start : piece.start + len(piece.text)] == piece.text


@given(marked_texts())
def test_a_mark_has_exactly_its_words(given: tuple[str, list[Mark]]) -> None:
    text, marks = given
    pieces = [item for item in pieces_of(text, 0, len(text), marks, set()) if isinstance(item, Piece)]
    for mark in marks:
        words = "".join(piece.text for piece in pieces if mark.key in piece.of.split())
        assert words == text[mark.start : mark.end]


@given(marked_texts(), st.data())
def test_two_stretches_are_cut_as_one_text(given: tuple[str, list[Mark]], data: st.DataObject) -> None:
    text, marks = given
    cut = data.draw(st.integers(1, max(len(text) - 1, 1)))
    met: set[str] = set()
    items = (
        [*pieces_of(text, 0, cut, marks, met), *pieces_of(text, cut, len(text), marks, met)] if len(text) > 1 else []
    )
    assert "".join(item.text for item in items if isinstance(item, Piece)) == (text if items else "")
    begun = [item.key for item in items if isinstance(item, Tag) and item.begins]
    opened = [item.opens for item in items if isinstance(item, Piece) and item.begins]
    assert len(begun) == len(set(begun))
    assert len(opened) == len(set(opened))


def test_a_statement_has_its_number_at_each_part_once() -> None:
    text = "“No,” said Ali Tamo, “and never.” He left."
    parts = [(0, 5, "content"), (6, 10, "cue"), (11, 19, "source"), (21, 33, "content")]
    marks = [Mark(start, end, "statements", "s1", look, "1") for start, end, look in parts]
    items = list(pieces_of(text, 0, len(text), marks, set()))
    # Cue and source follow upon the words without another word between them.
    assert [item.begins for item in items if isinstance(item, Tag)] == [True]
    assert [item.look for item in items if isinstance(item, Piece)] == [
        "content", "", "cue", "", "source", "", "content", "",
    ]  # fmt: skip


def test_a_click_opens_the_narrowest_value_and_statements_by_their_number_only() -> None:
    marks = [
        Mark(0, 20, "statements", "s1", "content", "1"),
        Mark(4, 15, "quantities", "q1", "quantity", "24 to 99"),
        Mark(4, 10, "mentions", "m1", "mention", "3", "c3"),
    ]
    pieces = [item for item in pieces_of("The dozens of shells fell", 0, 25, marks, set()) if isinstance(item, Piece)]
    assert [piece.opens for piece in pieces] == ["", "m1", "q1", "", ""]
    assert pieces[1].of == "s1 q1 c3 m1"


def test_numbers_that_reach_somebody_are_not_shown() -> None:
    marks = [Mark(5, 12, "mentions", "m1", "mention is-comms_identifier")]
    pieces = [item for item in pieces_of("call 0999123 now", 0, 16, marks, set()) if isinstance(item, Piece)]
    assert [piece.hides for piece in pieces] == [False, True, False]
