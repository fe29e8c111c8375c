"""How firmly a report says that somebody did it."""

import pytest

from onrecord.resolve.incidents.blame import blame_of


@pytest.mark.parametrize(
    ("sentence", "blame"),
    [
        ("The River Front bombed the station.", "fact"),
        ("The River Front claimed responsibility for the bombing.", "claimed"),
        ("An attack claimed by the River Front killed two.", "claimed"),
        ("Police blamed the River Front for the bombing.", "suspected_by_authorities"),
        ("Villagers accused the River Front of the attack.", "suspected"),
        ("The attack was apparently carried out by the River Front.", "suspected"),
        ("The killers could have been of the River Front.", "possible"),
        ("The River Front denied that it had claimed responsibility for the bombing.", "fact"),
    ],
)
def test_blame_follows_the_words_beside_the_name(sentence: str, blame: str) -> None:
    assert blame_of(["River Front"], [sentence]) == blame


def test_an_army_that_is_accused_does_not_accuse_itself() -> None:
    assert blame_of(["army"], ["Villagers accused the army of the attack."]) == "suspected"
