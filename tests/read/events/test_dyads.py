"""Which of PLOVER's events stands between two parties, by the words around them."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.read.events.dyads import features, load_dyad_scorer, stem
from onrecord.read.labels import ROOTS
from onrecord.record.event import Event, Plover
from onrecord.record.span import Span


def told(text: str, actor: str, recipient: str) -> dict[str, float]:
    one, other = (Span.of(text, text.index(words), text.index(words) + len(words)) for words in (actor, recipient))
    return features(text, one, other, ())


def test_forms_of_a_word_are_one() -> None:
    assert {stem(word) for word in ("Withdraw", "withdraws", "withdrawing")} == {"withdraw"}


def test_words_are_told_apart_by_where_they_stand_and_the_parties_own_words_are_left_out() -> None:
    found = told("On Sunday Norland blamed Sudaria for the raid.", "Norland", "Sudaria")
    assert {"blam", "between: blam", "soon: blam", "raid"} <= found.keys()
    assert not {"norland", "sudaria", "between: sunday", "between: raid"} & found.keys()


def test_what_the_words_were_read_as_counts_more_than_a_word() -> None:
    text = "Norland shelled Sudaria."
    event = Event("e", Span.of(text, 8, 15), type="shelling", plover=Plover("ASSAULT"), status="happened")
    found = features(text, Span.of(text, 0, 7), Span.of(text, 16, 23), [event])
    assert found["root ASSAULT"] == found["type shelling"] > found["shell"]


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Norland imposed new sanctions on Sudaria over the dam.", "SANCTION"),
        ("Norland accused Sudaria of arming the rebels.", "ACCUSE"),
        ("Norland rejected a proposal by Sudaria for a truce.", "REJECT"),
    ],
)
def test_plain_sentences_are_told_right(text: str, root: str) -> None:
    chances = load_dyad_scorer().chances(told(text, "Norland", "Sudaria"))
    assert ROOTS[int(chances.argmax())] == root
    assert np.isclose(chances.sum(), 1)
