import pytest

from onrecord.link.pairs import PairComparer
from onrecord.link.pairs.scorer import signs_of
from tests.link.pairs.fakes import WordEncoder


def seen(a, b):
    return signs_of(PairComparer(WordEncoder(), None).alignment(a, b))


@pytest.mark.parametrize(
    ("a", "b", "sign", "reason"),
    [
        ("The army entered the town.", "The army did not enter the town.", "negation", "‘not enter’ on one side only"),
        ("The guns shelled Orsk.", "The army denied that its guns shelled Orsk.", "denial", "‘denied’ on one side only"),
        ("The rebels held the hill.", "The rebels lost the hill.", "opposites", "‘held’ and ‘lost’ are opposites"),
        ("Twelve people were killed.", "Forty people were killed.", "numbers_conflict", "Twelve and Forty killed cannot both hold"),
        ("Milan shot Zoran.", "Zoran shot Milan.", "swapped", "‘Milan’ and ‘Zoran’ change places around ‘shoot’"),
        ("The hill was lost on Monday.", "The hill was lost on Friday.", "exclusive", "‘Monday’ is not ‘Friday’"),
    ],
)  # fmt: skip
def test_what_speaks_for_a_contradiction(a, b, sign, reason):
    found = seen(a, b)[sign]
    assert found.strength > 0.9
    assert found.reason == reason


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("The army did not enter the town.", "The army has not entered the town.", "negation"),
        ("The army denied the raid.", "The army denied the raid on Monday.", "denial"),
        ("The garrison did not hold the fort.", "The garrison lost the fort.", "opposites"),
        ("Milan shot Zoran.", "Zoran was shot by Milan.", "swapped"),
        ("Twelve people were killed.", "At least ten people were killed.", "numbers_conflict"),
    ],
)
def test_what_does_not(a, b, sign):
    assert seen(a, b)[sign].strength == 0


def test_a_negated_opposite_is_the_same():
    assert (
        seen("The garrison did not hold the fort.", "The garrison lost the fort.")["opposites_cancelled"].strength > 0.4
    )


def test_a_narrower_word_tells_the_wider():
    assert seen("A helicopter fell.", "An aircraft fell.")["told_by_a"].strength > 0.9
    assert seen("An aircraft fell.", "A helicopter fell.")["told_by_a"].strength < 0.9


def test_empty_sentences_have_signs():
    assert all(sign.strength in (0, 1) for sign in seen("", "").values())
