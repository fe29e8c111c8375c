"""The confidence of a statement: between 0 and 1, and surer where the model is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.calibration import WEIGHTS, confidence_of, features
from onrecord.read.drafts import Draft
from onrecord.read.roles import Piece

sure = st.floats(0, 1)


def draft(cue: float, content: float, source: float | None, links: tuple[float, float]) -> Draft:
    return Draft(Piece(6, 10, cue), None if source is None else Piece(0, 5, source), (Piece(11, 20, content),), links)


@given(sure, sure, st.none() | sure, st.tuples(sure, sure))
def test_a_confidence_is_a_probability(
    cue: float, content: float, source: float | None, links: tuple[float, float]
) -> None:
    one = draft(cue, content, source, links)
    told = features(one)
    assert told is not None
    assert len(told) == len(WEIGHTS) - 1
    assert 0 <= confidence_of(one) <= 1


@pytest.mark.parametrize("source", [None, 0.9])
def test_a_surer_model_makes_a_surer_statement(source: float | None) -> None:
    weak, strong = draft(0.6, 0.6, source, (0.6, 0.6)), draft(0.95, 0.95, source, (0.95, 0.95))
    assert confidence_of(weak) < confidence_of(strong)


def test_the_weakest_content_counts() -> None:
    one = Draft(Piece(6, 10, 0.9), None, (Piece(11, 20, 0.9), Piece(25, 30, 0.3)))
    assert features(one) == features(Draft(Piece(6, 10, 0.9), None, (Piece(11, 20, 0.3),)))


def test_what_no_gold_can_tell_has_no_confidence() -> None:
    alone = Draft(None, None, (Piece(11, 20, 1.0),))
    assert features(alone) is None
    assert confidence_of(alone) is None
    assert confidence_of(replace(draft(0.9, 0.9, 0.9, (0.9, 0.9)), learnt=False)) is None
