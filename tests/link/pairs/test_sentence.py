import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.pairs.sentence import parse


def negated(text):
    return [(cue.text, head and head.text) for cue, head in parse(text).negations]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The army did not enter the town.", [("not", "enter")]),
        ("Nobody was killed.", [("Nobody", "killed")]),
        ("There is no boy outside.", [("no", "boy")]),
        ("The convoy never reached the camp.", [("never", "reached")]),
        ("The drone wasn't ours.", [("wasn't", None)]),
        ("Not only soldiers died.", []),
    ],
)
def test_what_a_negation_is_said_of(text, found):
    assert negated(text) == found


def test_a_negation_ends_with_its_clause():
    words = {
        word.text: word.negated for word in parse("They did not take the hill, but they shelled the village.").content
    }
    assert words["take"]
    assert not words["shelled"]


def test_what_is_denied_stands_behind_the_denial():
    words = {word.text: word.denied for word in parse("The army denied that its guns shelled the market.").content}
    assert words["shelled"]
    assert not words["army"]


def test_talks_that_failed_deny_nothing():
    assert not parse("The talks failed.").denials
    assert parse("The rebels failed to take the hill.").denials


def test_what_is_false_stands_before_it_too():
    assert all(w.denied for w in parse("Reports that the mayor was abducted are false.").content if w.text != "false")


def test_may_leaves_open_and_a_plane_plans_nothing():
    assert parse("The army may enter the town.").content[0].hedged
    assert not parse("Planes bombed the town.").content[0].hedged


def test_names_by_their_case():
    assert [w.text for w in parse("On Friday Milan shot the guard in Orsk.").content if w.name] == [
        "Friday",
        "Milan",
        "Orsk",
    ]


@given(st.text(max_size=80))
def test_any_text_can_be_taken_apart(text):
    assert all(text[w.start : w.end] == w.text for w in parse(text).words)
