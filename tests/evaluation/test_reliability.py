"""Calibration: the error is what it is defined to be, and a fit finds back what made the outcomes."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.calibrate import apply, fit
from evaluation.reliability import bins_of_mass, bins_of_width, brier, by_chance, expected_error, table


def test_a_worked_example() -> None:
    stated = np.array([0.1, 0.1, 0.9, 0.9])
    right = np.array([False, False, True, False])
    for bins in (bins_of_mass(stated, right, 2), bins_of_width(stated, right, 2)):
        assert [b.count for b in bins] == [2, 2]
        assert expected_error(bins) == pytest.approx((0.1 + 0.4) / 2)
    assert brier(stated, right) == pytest.approx((0.01 + 0.01 + 0.01 + 0.81) / 4)


def test_certainty_falls_into_the_last_bin_and_nothing_has_no_error() -> None:
    assert [b.count for b in bins_of_width(np.array([1.0, 0.0]), np.array([True, False]))] == [1, 1]
    assert expected_error([]) == 0


def test_every_statement_is_in_one_bin_of_like_size() -> None:
    stated = np.linspace(0, 1, 103)
    counts = [b.count for b in bins_of_mass(stated, stated > 0.5)]
    assert sum(counts) == 103
    assert max(counts) - min(counts) <= 1


def test_the_fit_finds_back_what_made_the_outcomes() -> None:
    random = np.random.default_rng(7)
    told = random.normal(size=(20_000, 2))
    wanted = np.array([-0.5, 1.5, -1.0])
    right = random.random(20_000) < apply(wanted, told)
    found = fit(told, right)
    assert found == pytest.approx(wanted, abs=0.1)
    assert expected_error(bins_of_mass(apply(found, told), right)) < 0.02


def test_features_that_tell_nothing_apart_do_not_break_the_fit() -> None:
    told = np.ones((50, 2))
    right = np.arange(50) % 5 == 0
    assert apply(fit(told, right), told) == pytest.approx(np.full(50, 0.2), abs=0.01)


def test_a_faultless_one_shows_less_error_the_more_there_is() -> None:
    random = np.random.default_rng(7)
    assert by_chance(random.random(4000)) < by_chance(random.random(200)) < 0.12


def test_the_table_has_a_line_for_each_bin() -> None:
    stated = np.array([0.0, 1.0, 1.0])
    lines = table(bins_of_width(stated, stated > 0.5, 2)).splitlines()
    assert len(lines) == 3
    assert lines[2].split()[1] == "2"
