import numpy as np
import pytest

from onrecord.link.pairs import PairComparer, StanceScorer
from onrecord.link.pairs.stance import ABOUT, STANCE_SIGNS, STANCES
from onrecord.link.pairs.weights import FILE, Weights, read_weights
from tests.link.pairs.fakes import WordEncoder
from tests.link.pairs.test_scorer import AGAINST

NONE = Weights(
    np.zeros((len(STANCE_SIGNS), 1), np.float32), np.zeros(1, np.float32), np.zeros((1, 4), np.float32), np.zeros(4, np.float32)
)  # fmt: skip
HEADLINE = "Meteorite hits the capital of Norland"
TEXT = "It was a quiet week. A meteorite hit the capital of Norland at noon.\nOfficials denied that anybody was hurt."


@pytest.fixture
def scorer():
    return StanceScorer(PairComparer(WordEncoder(), AGAINST), NONE)


def test_the_nearest_sentence_decides(scorer):
    signs, nearest = scorer.signs(HEADLINE, TEXT)
    assert nearest == "A meteorite hit the capital of Norland at noon."
    assert signs[ABOUT.index("found_in_text")] == 1
    assert signs[ABOUT.index("denials_in_text")] == pytest.approx(1 / 3)


def test_a_text_about_something_else_is_not_compared(scorer):
    signs, _ = scorer.signs(HEADLINE, "The harvest was poor this year in the south.")
    assert not signs[len(ABOUT) :].any()


@pytest.mark.parametrize(("headline", "text"), [("", TEXT), (HEADLINE, ""), ("", "")])
def test_nothing_to_compare(scorer, headline, text):
    signs, nearest = scorer.signs(headline, text)
    assert nearest is None
    assert not signs.any()


def test_the_weights_that_ship_tell_texts_about_something_else():
    weights = read_weights(FILE, "stance", STANCE_SIGNS, STANCES)
    scorer = StanceScorer(PairComparer(WordEncoder(), AGAINST), weights)
    assert scorer.stance(HEADLINE, "The harvest was poor this year in the south.").label == "unrelated"
    assert scorer.stance(HEADLINE, TEXT).label != "unrelated"
