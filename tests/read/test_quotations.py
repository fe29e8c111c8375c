"""Quotations are found where marks stand, and where one of them was lost."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.quotations import find_quotations


def stretches(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We hold the bridge," the mayor said.', ['"We hold the bridge,"']),
        ("“We hold it,” he said. “All of it.”", ["“We hold it,”", "“All of it.”"]),
        ('"We hold it, " he said.', ['"We hold it, "']),
        ("‘We hold it,’ the farmer’s son said.", ["‘We hold it,’"]),
        ("He said 'we hold it' and left.", ["'we hold it'"]),
        ("The soldiers' families don't know; the '90s were calmer.", []),
        ("``We hold it,'' she said.", ["``We hold it,''"]),
        ("«Nous tenons le pont», dit le maire.", ["«Nous tenons le pont»"]),
        ('Mixed marks: "we hold the bridge” he said.', ['"we hold the bridge”']),
        ("“He told me ‘stay’ and I stayed,” she said.", ["“He told me ‘stay’ and I stayed,”"]),
    ],
)
def test_marks(text: str, wanted: list[str]) -> None:
    assert stretches(text) == wanted


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = "“The road is closed.\n“The bridge is closed too,” he said."
    first, second = find_quotations(text)
    assert (text[first.start : first.end], first.closed) == ("“The road is closed.", False)
    assert (text[second.start : second.end], second.closed) == ("“The bridge is closed too,”", True)


def test_a_mark_that_opens_again_ends_what_was_never_closed() -> None:
    text = '"The road is closed. "The bridge too," he said.'
    assert stretches(text) == ['"The road is closed.', '"The bridge too,"']


def test_a_closing_mark_alone_reaches_back_to_its_sentence() -> None:
    text = "He left. The road is closed.” Nobody came."
    (quotation,) = find_quotations(text)
    assert text[quotation.start : quotation.end] == "The road is closed.”"
    assert not quotation.opened


@given(st.text(alphabet="ab .,\n\"'“”‘’`«»", max_size=80))
def test_quotations_are_ordered_and_part(text: str) -> None:
    found = find_quotations(text)
    for q in found:
        assert 0 <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text)
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
