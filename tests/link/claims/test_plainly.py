"""What is said as a sentence of its own: affirmative, complete, or not put forward."""

from __future__ import annotations

import pytest

from onrecord.link.claims.plainly import plain


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("that the group had left the valley", "the group had left the valley"),
        ("No convoy has crossed the river so far", "a convoy has crossed the river"),
        ("that any prisoner had been shot", "a prisoner had been shot"),
        ("The army was not in the village on Friday.", "The army was in the village on Friday"),
        ("neither the police nor the guards were at the gate", "the police or the guards were at the gate"),
    ],
)
def test_a_remark_becomes_a_plain_affirmative_sentence(said: str, sentence: str) -> None:
    assert plain(said) == sentence


@pytest.mark.parametrize(
    "said",
    [
        "talk of a ceasefire “an invention of the enemy",
        "more guns and more men now that the pass was open",
        "I did not see any of them again",
        "it could not confirm the figures",
        "had been promised help and never saw it",
        "the raid will slow the march but not stop it",
        "this is not only our war but theirs",
    ],
)
def test_a_fragment_or_what_leans_on_other_words_is_none(said: str) -> None:
    assert plain(said) is None
