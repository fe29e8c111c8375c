"""Floors rise, and fall only with a reason; a change of model or gold is noticed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.figures import Figure
from evaluation.floors import Floors, WouldLower, changes, judge, lost, pinned, raised, read_floors, write_floors

DATE = "2030-01-01"
BEFORE = Floors(1, "m" * 64, {"set.jsonl.gz": "g" * 64}, {"linked": 0.7, "error": 0.05})


def figures(linked: float, error: float = 0.05) -> list[Figure]:
    return [Figure("linked", linked, one=0.001), Figure("error", error, one=0.001, falls=True)]


@pytest.mark.parametrize(
    ("linked", "error", "outcomes"),
    [
        (0.7, 0.05, ["kept", "kept"]),
        (0.7004, 0.0496, ["risen", "risen"]),
        (0.6991, 0.0509, ["within tolerance", "within tolerance"]),
        (0.6989, 0.0511, ["BELOW", "BELOW"]),
    ],
)
def test_a_figure_is_judged_by_its_floor_and_one_decision(linked: float, error: float, outcomes: list[str]) -> None:
    assert [v.outcome for v in judge(figures(linked, error), BEFORE)] == outcomes


def test_a_figure_without_a_floor_does_not_pass() -> None:
    assert [v.outcome for v in judge(figures(0.9), Floors())] == ["NO FLOOR", "NO FLOOR"]


def test_slices_are_not_held() -> None:
    assert not judge([replace(figure, held=False) for figure in figures(0.1)], BEFORE)


def test_raising_raises_and_never_lowers() -> None:
    after = raised(figures(0.75678, 0.0505), BEFORE, DATE)
    assert after.bounds == {"linked": 0.7567, "error": 0.05}
    assert not after.regressions


def test_lowering_is_refused_without_a_reason() -> None:
    with pytest.raises(WouldLower, match="linked"):
        raised(figures(0.5), BEFORE, DATE)


def test_a_figure_that_is_no_longer_measured_counts_as_lower() -> None:
    assert lost(figures(0.7)[:1], BEFORE) == ["error"]
    with pytest.raises(WouldLower, match="error"):
        raised(figures(0.7)[:1], BEFORE, DATE)
    after = raised(figures(0.7)[:1], BEFORE, DATE, "the set was withdrawn")
    assert after.bounds == {"linked": 0.7}
    assert [(r.figure, r.before, r.after) for r in after.regressions] == [("error", 0.05, None)]


def test_lowering_with_a_reason_is_recorded() -> None:
    after = raised(figures(0.65), BEFORE, DATE, "half the size")
    assert after.bounds["linked"] == 0.65
    (row,) = after.regressions
    assert (row.figure, row.before, row.after, row.reason, row.date) == ("linked", 0.7, 0.65, "half the size", DATE)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_without_a_reason_a_floor_only_rises(values: list[float]) -> None:
    floors, highest = BEFORE, BEFORE.bounds["linked"]
    for value in values:
        try:
            floors = raised(figures(value), floors, DATE)
        except WouldLower:
            continue
        assert floors.bounds["linked"] >= highest
        highest = floors.bounds["linked"]


@pytest.mark.parametrize(
    ("model", "gold", "said"),
    [
        ("n" * 64, {"set.jsonl.gz": "g" * 64}, "network"),
        ("m" * 64, {"set.jsonl.gz": "h" * 64}, "set.jsonl.gz"),
        ("m" * 64, {"set.jsonl.gz": "g" * 64, "new.jsonl.gz": "n" * 64}, "new.jsonl.gz"),
        ("m" * 64, {}, "set.jsonl.gz"),
    ],
)
def test_another_model_or_gold_file_is_said(model: str, gold: dict[str, str], said: str) -> None:
    (change,) = changes(BEFORE, model, gold)
    assert said in change
    assert not changes(pinned(BEFORE, model, gold), model, gold)


def test_the_file_holds_everything(tmp_path: Path) -> None:
    floors = raised(figures(0.65), BEFORE, DATE, "half the size")
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "none.json") == Floors()
