from random import Random

import pytest

from evaluation.made_changes import RULES, antonym, denied, negation, number, passive, swapped
from evaluation.made_pairs import made_from, sentences, written_pairs
from evaluation.pair_stances import area
from evaluation.pairs import labelled, table
from onrecord.errors import SettingsError
from onrecord.link.pairs import PairScore

SENTENCE = "The rebels attacked the army near Orsk on Monday with 40 rockets."


class Always:
    def __init__(self, label):
        self.label = label

    def compare_sentences(self, a, b):
        return PairScore(self.label, {"agrees": 0.2, "contradicts": 0.3, "unrelated": 0.5})

    def compare_many(self, pairs):
        return [self.compare_sentences(a, b) for a, b in pairs]

    def stance(self, a, b):
        return PairScore("discuss", {})


@pytest.mark.parametrize(
    ("name", "label", "wanted"),
    [
        ("sick/4", "agrees", "entails"),
        ("sick/4", "unrelated", "neutral"),
        ("rte2-dev/9", "contradicts", "not_entails"),
        ("rte3-dev/9", "agrees", "entails"),
        ("fnc1-train/7", "agrees", "discuss"),
    ],
)
def test_each_set_has_its_own_labels(name, label, wanted):
    assert list(labelled([(name, "a", "b")], Always(label), Always(label))) == [{"id": name, "label": wanted}]


def test_a_set_that_is_not_known_is_refused():
    with pytest.raises(SettingsError, match="begins with none of"):
        list(labelled([("other/1", "a", "b")], Always("agrees"), Always("agrees")))


@pytest.mark.parametrize(
    ("rule", "one", "other"),
    [
        (negation, SENTENCE, "The rebels did not attack the army near Orsk on Monday with 40 rockets."),
        (swapped, SENTENCE, "the army attacked The rebels near Orsk on Monday with 40 rockets."),
        (passive, SENTENCE, "the army was attacked by The rebels near Orsk on Monday with 40 rockets."),
    ],
)
def test_rules_change_what_they_say(rule, one, other):
    pair = rule(one, Random(1))
    assert {pair.a.lower(), pair.b.lower()} == {one.lower(), other.lower()}


def test_numbers_differ_and_denials_deny():
    assert number(SENTENCE, Random(1)).label == "contradicts"
    assert denied(SENTENCE, Random(1)).label == "contradicts"
    assert antonym("They opened the gate to all.", Random(1)).b == "They closed the gate to all."


def test_the_same_seed_makes_the_same_pairs():
    texts = [
        f"{SENTENCE} They killed {k} people in the town of Kuma. Nothing was heard of the others since then."
        for k in range(3, 9)
    ]
    once, again = (made_from(texts, Random(5), 2) for _ in range(2))
    assert once == again
    assert {pair.label for pair in once} == {"agrees", "contradicts", "unrelated"}
    assert len(RULES) >= len({pair.phenomenon for pair in once}) - 4


def test_only_whole_sentences_are_taken():
    assert list(sentences("A headline without an end\nThe army took the old town of Orsk. Yes.")) == [
        "The army took the old town of Orsk."
    ]


def test_own_pairs_have_all_labels_and_no_pair_twice():
    own = written_pairs()
    assert {pair.label for pair in own} == {"agrees", "contradicts", "unrelated"}
    assert len({(pair.a, pair.b) for pair in own}) == len(own) >= 150


def test_the_table_counts_what_is_right():
    lines = table([pair for pair in written_pairs() if pair.phenomenon == "written: roles"], Always("contradicts"))
    assert any(line.startswith("| contradicts | written: roles |") and "100%" in line for line in lines)
    assert any(line.startswith("| agrees | written: roles |") and " 0% " in line for line in lines)


def test_area_under_the_curve():
    assert area([0.9, 0.2, 0.5], [True, False, False]) == 1
    assert area([0.5, 0.5], [True, False]) == 0.5
