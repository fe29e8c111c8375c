"""Folding, sentences and terms, which are the same for both databases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.search.fold import fold, fold_with_offsets
from onrecord.ledger.search.sentences import LONGEST, sentences_of
from onrecord.ledger.search.terms import Term, terms_of
from tests.record.strategies import CHARACTERS

TEXTS = st.text(st.one_of(CHARACTERS, st.sampled_from(". !?。\n aéßİıﬁẞ한か゛ґ")), max_size=60)


@given(text=TEXTS)
def test_folding_is_done_once_and_for_all(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(text=TEXTS)
def test_every_folded_character_leads_to_the_one_it_came_from(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert offsets == sorted(offsets)
    assert all(folded[k] in fold(text[at]) for k, at in enumerate(offsets))


@given(one=TEXTS, other=TEXTS)
def test_folding_goes_character_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "CAFE\u0301"), ("Straße", "STRASSE"), ("İdlib", "idlib"), ("Şırnak", "sirnak"), ("ﬁre", "fire"),
        ("الرَّقَّة", "الرقة"), ("أحمد", "احمد"), ("مـحـمـد", "محمد"), ("ΠΌΛΗ", "πολη"), ("Ё", "е"), ("שָׁלוֹם", "שלום"), ("Łódź", "lodz"),
    ],
)  # fmt: skip
def test_what_is_the_same_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("เมือง", "เมอง"), ("कि", "क"), ("한", "하")])
def test_what_is_another_word(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(text=TEXTS)
def test_sentences_hold_all_that_is_not_blank_and_do_not_overlap(text: str) -> None:
    at = 0
    for start, end in sentences_of(text):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end].strip() == text[start:end]
        at = end
    assert not text[at:].strip()


@given(text=st.text(st.sampled_from("ab ."), min_size=LONGEST, max_size=3 * LONGEST))
def test_no_sentence_is_longer_than_a_screen(text: str) -> None:
    assert all(end - start <= LONGEST for start, end in sentences_of(text))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("“We left.” He said so.", ["“We left.”", "He said so."]),
        ("Gen. Smith met J. Doe of the U.S. Army. It was 3.5 km away.", ["Gen. Smith met J. Doe of the U.S. Army.", "It was 3.5 km away."]),
        ("Why? Because! he said", ["Why?", "Because! he said"]),
        ("A line\nanother\n\n\nand one", ["A line", "another", "and one"]),
        ("军方否认。发言人说。", ["军方否认。", "发言人说。"]),
        ("ماذا؟ لا شيء.", ["ماذا؟", "لا شيء."]),
        ("", []),
    ],
)  # fmt: skip
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentences_of(text)] == sentences


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("Hajin", [Term("hajin", left=True, right=True)]),
        ("shell*", [Term("shell", left=True, right=False, any_ending=True)]),
        ('"left  Hajin"', [Term("left hajin", left=True, right=True)]),
        ("«left Hajin»", [Term("left hajin", left=True, right=True)]),
        ("(town), town", [Term("town", left=True, right=True)]),
        ("الرقة", [Term("الرقة", left=False, right=False)]),
        ("撤退", [Term("撤退", left=False, right=False)]),
        ("AND - OR", [Term("and", left=True, right=True), Term("or", left=True, right=True)]),
        ("%", [Term("%", left=False, right=False)]),
        ("*", [Term("*", left=False, right=False)]),
        ('""', []),
    ],
)  # fmt: skip
def test_what_is_looked_for(words: str, terms: list[Term]) -> None:
    assert list(terms_of(words)) == terms


@given(words=st.text())
def test_anything_can_be_typed(words: str) -> None:
    for term in terms_of(words):
        assert term.folded
        list(term.places_in("some folded text"))
