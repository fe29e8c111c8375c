"""Figures are drawn from what the scorers say, each with the weight of one decision."""

from __future__ import annotations

from evaluation import figures
from evaluation.speakers import Answer

ROW = {"f1": 0.5, "predicted": 4, "gold": 6}


def test_places_are_measured_by_what_is_found_answered_and_near() -> None:
    result = {
        "detection": ROW,
        "resolution": {"wrong_answers": 0.25, "answers": 8, "coverage": 0.8, "detected_with_position": 10},
    }
    found = {f.name: (f.value, f.one) for f in figures.of_places("own", result)}
    assert found == {
        "own place F1": (0.5, 0.2),
        "own place within 161 km": (0.75, 0.125),
        "own place coverage": (0.8, 0.1),
    }


def test_times_are_measured_by_span_and_value() -> None:
    found = figures.of_times("own", {"relaxed span": ROW, "value": {**ROW, "f1": 0.25}})
    assert [(f.name, f.value) for f in found] == [("own time span F1", 0.5), ("own time value F1", 0.25)]


def test_two_types_of_relations_have_a_floor() -> None:
    row = {"precision": 1.0, "recall": 0.5, "f1": 0.6, "gold": 4}
    found = figures.of_relations("own", {"FightingAgainst": row, "Likes": row})
    assert [(f.name, f.value, f.one, f.held) for f in found] == [
        ("own FightingAgainst F1", 0.6, 0.25, True),
        ("own Likes F1", 0.6, 0.25, False),
    ]


def test_speakers_are_measured_over_what_was_found() -> None:
    (figure,) = figures.of_speakers("own", [Answer({}, v, None) for v in ("right", "wrong", "not found")])
    assert (figure.value, figure.one) == (0.5, 0.5)
