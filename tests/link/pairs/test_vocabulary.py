import pytest

from onrecord.link.pairs.stems import stem
from onrecord.link.pairs.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("held", "lost", "opposite"),
        ("captured", "repelled", "opposite"),
        ("confirmed", "denied", "opposite"),
        ("Monday", "Tuesday", "exclusive"),
        ("boy", "people", "narrower"),
        ("people", "boy", "wider"),
        ("seized", "capturing", "same"),
        ("bread", "war", None),
    ],
)
def test_relations(one, other, relation):
    assert load_vocabulary().relation(stem(one), stem(other)) == relation


def test_opposites_are_opposite_both_ways():
    vocabulary = load_vocabulary()
    assert all(one in vocabulary.opposites[other] for one, others in vocabulary.opposites.items() for other in others)
