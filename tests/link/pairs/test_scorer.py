import json

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.link.pairs import PairComparer, PairScore, load_pairs
from onrecord.link.pairs.scorer import LABELS
from onrecord.link.pairs.signs import SIGNS
from onrecord.link.pairs.weights import FILE, Weights, read_weights
from tests.link.pairs.fakes import WordEncoder

AGAINST = Weights(
    np.zeros((len(SIGNS), 2), np.float32), np.zeros(2, np.float32), np.zeros((2, 3), np.float32), np.array([0, 1, 0], np.float32)
)  # fmt: skip
"""Weights that take every pair for a contradiction."""


def test_without_a_sign_there_is_no_contradiction():
    found = PairComparer(WordEncoder(), AGAINST).compare_sentences("The army took Orsk.", "The army took Orsk on foot.")
    assert found.probabilities["contradicts"] == 0


def test_with_a_sign_there_may_be_one_and_it_is_told():
    found = PairComparer(WordEncoder(), AGAINST).compare_sentences("The army took Orsk.", "The army did not take Orsk.")
    assert found.label == "contradicts"
    assert found.reasons[0] == "‘not take’ on one side only"


def test_probabilities_add_up():
    found = PairComparer(WordEncoder(), AGAINST).compare_sentences("Milan fled.", "Milan did not flee.")
    assert sum(found.probabilities.values()) == pytest.approx(1, abs=1e-3)
    assert set(found.probabilities) == set(LABELS)


def test_a_sentence_is_encoded_once():
    encoder = WordEncoder()
    comparer = PairComparer(encoder, AGAINST)
    many = comparer.compare_many(
        [("It rained.", "It snowed."), ("It rained.", "It hailed."), ("It rained.", "It rained.")]
    )
    assert len(many) == 3
    assert sorted(encoder.asked) == ["It hailed.", "It rained.", "It snowed."]


def test_many_are_as_one_by_one():
    comparer = PairComparer(WordEncoder(), read_weights(FILE, "sentences", tuple(SIGNS), LABELS))
    pairs = [("The hill was held.", "The hill was lost."), ("", ""), ("Twelve died.", "Forty died.")]
    assert comparer.compare_many(pairs) == [comparer.compare_sentences(*pair) for pair in pairs]
    assert comparer.compare_many([]) == []


def test_opposed_looks_at_agreement_and_contradiction_alone():
    assert PairScore("unrelated", {"agrees": 0.1, "contradicts": 0.3, "unrelated": 0.6}).opposed == pytest.approx(0.75)
    assert PairScore("unrelated", {"agrees": 0.0, "contradicts": 0.0, "unrelated": 1.0}).opposed == 0


def test_weights_of_other_signs_are_refused(tmp_path):
    path = tmp_path / "pairs.json"
    path.write_text(json.dumps({"sentences": {"signs": ["other"], "labels": list(LABELS)}}))
    with pytest.raises(ModelError, match="other signs"):
        load_pairs(WordEncoder(), path)


def test_missing_weights_say_so(tmp_path):
    with pytest.raises(ModelError, match="cannot be read"):
        load_pairs(WordEncoder(), tmp_path / "none.json")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The army did not enter the town of Orsk.", "The army entered the town of Orsk."),
        ("Twelve soldiers were killed in the ambush.", "Forty soldiers were killed in the ambush."),
        ("The rebels held the hill on Monday.", "The rebels lost the hill on Monday."),
    ],
)
def test_the_weights_that_ship_know_a_contradiction_by_words_alone(a, b):
    assert load_pairs(WordEncoder()).compare_sentences(a, b).label == "contradicts"
