"""How far an event happened: which words are looked at, and on whose scale it is answered."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.read.encode import Units
from onrecord.read.events.scores import Weighing
from onrecord.read.labels import SCALES
from onrecord.read.pairs import NEAR, SingleScorer, around
from onrecord.read.reader import load_reader
from onrecord.record.span import Span

TEXT = "Rebels did not shell the town."


@pytest.fixture(scope="module")
def units() -> Units:
    return load_reader().encode(TEXT)


def test_two_words_to_either_side_are_looked_at_and_nothing_beyond_the_text() -> None:
    vectors = np.arange(1, 6, dtype=np.float32)[:, None]
    found = around(vectors, np.array([[2, 4], [0, 1], [4, 5]]))
    assert found.tolist() == [[1, 2, 3, 4, 5, 0], [0, 0, 1, 1, 2, 3], [3, 4, 5, 5, 0, 0]]


@pytest.mark.parametrize(
    ("scale", "answer"), [*zip(SCALES, (-2.0, 1.0, 2.0, 3.0), strict=True), (None, -0.5), ("unknown", -0.5)]
)
def test_each_corpus_has_its_own_scale_and_reports_the_mean_of_those_rated_most(
    units: Units, scale: str | None, answer: float
) -> None:
    width = 3
    scorer = SingleScorer(
        np.zeros((len(NEAR) * width, 2), np.float32), np.ones(2, np.float32),
        np.zeros((2, len(SCALES)), np.float32), np.array([-2, 1, 2, 3], np.float32),
    )  # fmt: skip
    weighing = Weighing(TEXT, units, np.zeros((len(units), width), np.float32))
    assert weighing.factuality([Span.of(TEXT, 15, 20)], scorer, scale).tolist() == [answer]


def test_a_score_stays_within_the_scale(units: Units) -> None:
    scorer = SingleScorer(
        np.zeros((len(NEAR), 1), np.float32), np.ones(1, np.float32),
        np.full((1, len(SCALES)), 9, np.float32), np.zeros(len(SCALES), np.float32),
    )  # fmt: skip
    weighing = Weighing(TEXT, units, np.zeros((len(units), 1), np.float32))
    assert weighing.factuality([Span.of(TEXT, 15, 20)], scorer).tolist() == [3.0]
