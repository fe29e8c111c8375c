"""Alpha on the worked examples of Krippendorff, and where it is not defined."""

from __future__ import annotations

import pytest

from onrecord.review.alpha import nominal_alpha, unitising_alpha

# Krippendorff (2011), section D: four observers, twelve units, "." where one did not look.
FOUR = ("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
# Krippendorff (2004), Content Analysis, section 11.6: the continuum from 150 to 450, here from 0; categories c and k.
ONE, OTHER = [(75, 145), (220, 250)], [(70, 150), (205, 225), (250, 270)]
BOTH = [(30, 90), (150, 200)]


def columns(*rows: str) -> list[list[str]]:
    return [[label for label in column if label != "."] for column in zip(*(row.split() for row in rows), strict=True)]


def test_four_observers_of_whom_not_all_looked_at_everything() -> None:
    assert nominal_alpha(columns(*FOUR)) == pytest.approx(0.743, abs=0.0005)


def test_two_observers_with_two_labels() -> None:
    # Section A.
    assert nominal_alpha(columns("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")) == pytest.approx(0.095, abs=0.0005)


def test_two_observers_with_many_labels() -> None:
    # Section B.
    found = nominal_alpha(columns("a a b b d c c c e d d a", "b a b b b c c c e d d d"))
    assert found == pytest.approx(0.692, abs=0.0005)


def test_what_one_looked_at_alone_changes_nothing() -> None:
    assert nominal_alpha([*columns(*FOUR), ["9"], []]) == nominal_alpha(columns(*FOUR))


@pytest.mark.parametrize("items", [[], [["right"]], [["right", "right"], ["right", "right"]]])
def test_nobody_could_have_disagreed(items: list[list[str]]) -> None:
    assert nominal_alpha(items) is None


def test_units_on_a_continuum() -> None:
    assert unitising_alpha([ONE, OTHER], 300) == pytest.approx(0.7286, abs=0.0001)
    assert unitising_alpha([OTHER, ONE], 300) == unitising_alpha([ONE, OTHER], 300)


def test_the_same_units_agree_wholly() -> None:
    assert unitising_alpha([BOTH, BOTH], 300) == 1.0


def test_units_that_overlap_count_as_one() -> None:
    assert unitising_alpha([[(30, 70), (60, 90), (150, 200)], BOTH], 300) == 1.0
    assert unitising_alpha([[(30, 60), (60, 90), (150, 200)], BOTH], 300) != 1.0


def test_edges_that_are_a_little_off_agree_more_than_units_elsewhere() -> None:
    near, far = unitising_alpha([[(10, 20)], [(11, 20)]], 100), unitising_alpha([[(10, 20)], [(60, 70)]], 100)
    assert near is not None
    assert far is not None
    assert far < 0 < near < 1


@pytest.mark.parametrize("reviewers", [[], [BOTH], [[], []]])
def test_there_is_nothing_to_compare(reviewers: list[list[tuple[int, int]]]) -> None:
    assert unitising_alpha(reviewers, 300) is None
