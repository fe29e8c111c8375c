from math import inf

import pytest

from onrecord.link.pairs.numbers import agreeing, amounts, conflicts


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "toll"),
    [
        ("At least 12 people were killed.", 12, inf, "person", "killed"),
        ("More than 40 soldiers were wounded.", 41, inf, "soldier", "hurt"),
        ("The blast killed 14.", 14, 14, "", "killed"),
        ("Two hundred and fifty families fled.", 250, 250, "family", None),
        ("Up to 30 rockets fell.", 0, 30, "rocket", None),
        ("Dozens of civilians died.", 24, 200, "civilian", "killed"),
        ("1,500 tents were burned.", 1500, 1500, "tent", None),
        ("Aid worth $3 million arrived.", 3e6, 3e6, "money", None),
        ("About 45 percent voted.", 45 * 0.85, 45 * 1.15, "%", None),
    ],
)
def test_a_number_has_its_range_and_what_it_counts(text, low, high, unit, toll):
    (found,) = amounts(text)
    assert (found.low, found.high, found.unit, found.toll) == (pytest.approx(low), pytest.approx(high), unit, toll)


@pytest.mark.parametrize("text", ["It began on 3 May.", "The one who spoke left.", "Nothing is counted here."])
def test_dates_and_pronouns_are_no_numbers(text):
    assert amounts(text) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 people were killed.", "Forty people were killed."),
        ("At least 70 soldiers died.", "Three soldiers died."),
        ("The siege lasted 18 days.", "The siege lasted 45 days."),
        ("The raid left 58 people dead.", "The death toll of the raid stands at 31."),
    ],
)
def test_numbers_that_cannot_both_hold(one, other):
    assert list(conflicts(amounts(one), amounts(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 people were killed.", "More than 10 people were killed."),
        ("12 people were killed.", "40 people were wounded."),
        ("12 people were killed.", "40 houses burned."),
        ("About 100 shells fell.", "95 shells fell."),
        ("Dozens of people died.", "45 people died."),
    ],
)
def test_numbers_that_can_both_hold(one, other):
    assert not list(conflicts(amounts(one), amounts(other)))


def test_numbers_in_words_and_figures_agree():
    assert agreeing(amounts("Twelve people died."), amounts("12 people were killed.")) == 1
