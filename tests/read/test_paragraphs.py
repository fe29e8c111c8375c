"""Paragraphs and sentences."""

import pytest

from onrecord.read.paragraphs import is_wrapped, paragraphs, sentences

WRAPPED = """The commander said that his men had held the bridge for three
days and that nobody had come to their help in all that time, not
even those who had promised it most loudly before the fighting
began, and that he would say so to anybody who cared to ask him
about it, whether they liked the answer or not in the end.

A second paragraph follows."""


def test_each_line_is_a_paragraph() -> None:
    text = "One.\n\nTwo.\nThree."
    assert [text[a:b] for a, b in paragraphs(text)] == ["One.", "Two.", "Three."]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    assert is_wrapped(WRAPPED)
    assert [WRAPPED[a:b][:3] for a, b in paragraphs(WRAPPED)] == ["The", "A s"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Gen. Brown spoke. Mr. J. Smith did not.", ["Gen. Brown spoke.", "Mr. J. Smith did not."]),
        ("It fell at 6 p.m. on Monday. They fled.", ["It fell at 6 p.m. on Monday.", "They fled."]),
        ("“We left.” He nodded.", ["“We left.”", "He nodded."]),
        ("No end", ["No end"]),
        ("Why? Nobody knows!", ["Why?", "Nobody knows!"]),
        ("They waited... and left.", ["They waited... and left."]),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == wanted
