"""Decoding finds the best allowed path, and its probabilities are those of all paths together."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.decode import NEVER, Chain, abreast, best_spans, is_inside, marginals, may_follow
from onrecord.read.labels import bio

TAGS = bio(("source", "cue"))


def chain(seed: int) -> Chain:
    random = np.random.default_rng(seed)
    return Chain(TAGS, random.normal(size=(5, 5)).astype(np.float32), random.normal(size=5).astype(np.float32))


def allowed(path: tuple[int, ...], breaks: np.ndarray) -> bool:
    follows, inside = may_follow(TAGS), is_inside(TAGS)
    return (
        not any(inside[tag] and breaks[k] for k, tag in enumerate(path))
        and not inside[path[0]]
        and all(follows[a, b] for a, b in pairwise(path))
    )


def total(path: tuple[int, ...], scores: np.ndarray, crf: Chain) -> float:
    steps = sum(crf.step[a, b] for a, b in pairwise(path))
    return float(crf.start[path[0]] + steps + sum(scores[k, tag] for k, tag in enumerate(path)))


@given(st.integers(0, 1000), st.integers(1, 5))
def test_best_path_is_the_best_of_all_allowed(seed: int, length: int) -> None:
    random = np.random.default_rng(seed)
    scores, breaks = random.normal(size=(length, 5)).astype(np.float32), np.zeros(length, bool)
    crf = chain(seed + 1)
    paths = [p for p in product(range(5), repeat=length) if allowed(p, breaks)]
    best = max(paths, key=lambda p: total(p, scores, crf))
    wanted, begin = [], None
    for k, tag in enumerate([*best, 0]):
        if begin is not None and TAGS[tag][0] != "I":
            wanted.append((TAGS[best[begin]][2:], begin, k))
            begin = None
        if TAGS[tag][0] == "B":
            begin = k
    assert [(s.kind, s.start, s.end) for s in best_spans([scores], [breaks], crf)[0]] == wanted


def test_marginals_are_shares_of_all_paths() -> None:
    random = np.random.default_rng(7)
    scores, crf = random.normal(size=(4, 5)).astype(np.float32), chain(8)
    step = np.where(may_follow(TAGS), crf.step, np.float32(NEVER))
    start = np.where(is_inside(TAGS), np.float32(NEVER), crf.start)
    paths = [p for p in product(range(5), repeat=4) if allowed(p, np.zeros(4, bool))]
    weight = np.exp([total(p, scores, crf) for p in paths])
    wanted = np.zeros((4, 5))
    for path, share in zip(paths, weight / weight.sum(), strict=True):
        wanted[range(4), path] += share
    rows = abreast(np.array([0, 4]), [np.zeros(4, bool)])
    assert marginals(scores, rows, step, start) == pytest.approx(wanted, abs=1e-5)


def test_paragraphs_stand_abreast_the_longest_first() -> None:
    rows = abreast(np.array([0, 3, 3, 4]), [np.array([True, False, True]), np.zeros(0, bool), np.array([True])])
    assert rows.words.tolist() == [0, 2, 3, 1]
    assert list(rows.places()) == [(0, 3, 1), (3, 4, 0)]


def test_no_words_no_spans() -> None:
    assert best_spans([np.zeros((0, 5), np.float32)], [np.zeros(0, bool)], chain(1)) == [[]]


def test_no_span_goes_over_a_paragraph() -> None:
    scores = np.full((4, 5), -5, np.float32)
    scores[:, TAGS.index("I-cue")] = 5
    scores[0, TAGS.index("B-cue")] = 9
    flat = Chain(TAGS, np.zeros((5, 5), np.float32), np.zeros(5, np.float32))
    (spans,) = best_spans([scores], [np.array([True, False, True, False])], flat)
    assert all(not (s.start < 2 < s.end) for s in spans)
    assert spans[0].kind == "cue"


def test_texts_side_by_side_are_read_as_each_alone() -> None:
    random = np.random.default_rng(3)
    scores = [random.normal(size=(n, 5)).astype(np.float32) for n in (3, 0, 9, 1, 6)]
    breaks = [np.zeros(len(s), bool) for s in scores]
    together = best_spans(scores, breaks, chain(4))
    for own, s, b in zip(together, scores, breaks, strict=True):
        (alone,) = best_spans([s], [b], chain(4))
        assert [(f.kind, f.start, f.end) for f in own] == [(f.kind, f.start, f.end) for f in alone]
        assert [f.confidence for f in own] == pytest.approx([f.confidence for f in alone])


def test_what_speaks_for_a_span_beforehand_finds_more_and_says_no_more() -> None:
    nothing = Chain(TAGS, np.zeros((5, 5), np.float32), np.zeros(5, np.float32))
    scores = np.zeros((1, 5), np.float32)
    scores[0, 1] = -0.5
    breaks = [np.zeros(1, bool)]
    assert best_spans([scores], breaks, nothing)[0] == []
    (span,) = best_spans([scores], breaks, nothing, lean={TAGS[1][2:]: 1.0})[0]
    assert span.kind == TAGS[1][2:]
    assert span.confidence == pytest.approx(np.exp(-0.5) / (2 + np.exp(-0.5)), abs=0.01)
