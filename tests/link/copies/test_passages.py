"""Passages that two reports have in common."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.copies.passages import align
from onrecord.link.copies.words import Words


def _words(hashes: list[int]) -> Words:
    at, off = np.arange(len(hashes)), np.zeros(len(hashes), dtype=np.bool_)
    return Words(at, at + 1, np.array(hashes, dtype=np.uint64), off, off)


@given(st.lists(st.integers(0, 4), max_size=80), st.lists(st.integers(0, 4), max_size=80))
def test_blocks_agree_and_no_word_stands_in_two(a: list[int], b: list[int]) -> None:
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for passage in align(_words(a), _words(b)):
        for i, j, length in passage.blocks:
            assert a[i : i + length] == b[j : j + length]
            assert taken_a.isdisjoint(range(i, i + length))
            assert taken_b.isdisjoint(range(j, j + length))
            taken_a.update(range(i, i + length))
            taken_b.update(range(j, j + length))


@given(st.lists(st.integers(), min_size=8, max_size=60))
def test_a_text_is_wholly_in_itself(text: list[int]) -> None:
    hashes = [abs(value) % 2**63 for value in text]
    assert sum(passage.shared for passage in align(_words(hashes), _words(hashes))) == len(hashes)


def test_words_that_were_changed_do_not_break_a_passage() -> None:
    a = list(range(100, 130))
    b = [*a[:10], 1, 2, *a[12:]]
    (passage,) = align(_words(a), _words(b))
    assert (passage.a, passage.shared) == ((0, 30), 28)
