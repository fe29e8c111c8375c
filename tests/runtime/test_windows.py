"""Windows cover every word, overlap, and merge into one result."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.runtime.windows import merge, plan

LENGTHS = st.lists(st.integers(1, 6), min_size=1, max_size=300)


@given(LENGTHS, st.integers(8, 60), st.integers(0, 7))
def test_windows_cover_all_words_within_their_size(lengths: list[int], size: int, overlap: int) -> None:
    first = np.append(0, np.cumsum(lengths))[:-1]
    breaks = np.arange(len(lengths)) % 7 == 0
    found = plan(first, sum(lengths), breaks, size, overlap)
    assert {k for w in found for k in range(w.begin, w.end)} == set(range(len(lengths)))
    assert all(0 < w.pieces <= size for w in found)
    assert all(a.begin < b.begin for a, b in itertools.pairwise(found))


def test_a_word_longer_than_a_window_is_cut() -> None:
    (window,) = plan(np.array([0]), 1000, np.array([True]), 100, 10)
    assert (window.begin, window.end, window.pieces) == (0, 1, 100)


@given(LENGTHS, st.integers(8, 60), st.integers(0, 7))
def test_merging_equal_results_changes_nothing(lengths: list[int], size: int, overlap: int) -> None:
    first = np.append(0, np.cumsum(lengths))[:-1]
    truth = np.arange(len(lengths) * 2, dtype=np.float32).reshape(-1, 2)
    parts = [(w, truth[w.begin : w.end]) for w in plan(first, sum(lengths), np.zeros(len(first), bool), size, overlap)]
    np.testing.assert_allclose(merge(parts, len(lengths)), truth, rtol=1e-5)


def test_the_middle_of_a_window_outweighs_its_edge() -> None:
    first = np.arange(30)
    a, b = plan(first, 30, np.zeros(30, bool), 20, 10)
    merged = merge([(a, np.zeros((20, 1), np.float32)), (b, np.ones((b.end - b.begin, 1), np.float32))], 30)
    assert merged[b.begin, 0] < 0.2
    assert merged[19, 0] > 0.8


def test_a_window_ends_with_a_paragraph_that_ends_late_in_it() -> None:
    breaks = np.zeros(30, bool)
    breaks[[5, 16]] = True
    a, b = plan(np.arange(30), 30, breaks, 20, 10)
    assert (a.end, b.begin) == (16, 16)
