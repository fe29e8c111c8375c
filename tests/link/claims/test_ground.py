"""Who has taken, kept or lost a place, and who gained ground there, in sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.link.claims import propositions_of
from tests.link.claims.reports import Report


def told(sentence: str, *places: str) -> list[tuple[str, str, str]]:
    """What a sentence says of ground: whether held or gained, by whom, and with what stance."""
    report = Report(sentence)
    for place in places:
        report.lies(place)
    found = [p for p in propositions_of(report.record()) if p.kind == "control"]
    return sorted({(p.theme.split(":")[0], p.slots.actor or "", p.stance) for p in found})


@pytest.mark.parametrize(
    ("sentence", "place", "expected"),
    [
        ("Russian forces captured the village of Stepnove on Monday.", "Stepnove", [("holds", "Russia", "asserts")]),
        ("The rebels took full control of Barsalogo overnight.", "Barsalogo", [("holds", "rebels", "asserts")]),
        ("The rebels managed to control Wad Amir after clashes.", "Wad Amir", [("holds", "rebels", "asserts")]),
        ("Wad Amir was seized by the rebels.", "Wad Amir", [("holds", "rebels", "asserts")]),
        ("The rebels withdrew from Kutkai on Sunday.", "Kutkai", [("holds", "rebels", "denies")]),
        ("The rebels left Kutkai before dawn.", "Kutkai", [("holds", "rebels", "denies")]),
        ("The rebels fled the town of Wad Amir.", "Wad Amir", [("holds", "rebels", "denies")]),
        ("Russian troops were driven out of Stepnove.", "Stepnove", [("holds", "Russia", "denies")]),
        ("The rebels advanced into Kutkai from the north.", "Kutkai", [("gains", "rebels", "asserts")]),
        ("The rebels made gains in Kutkai.", "Kutkai", [("gains", "rebels", "asserts")]),
        (
            "Ukraine repelled a Russian assault on Stepnove.",
            "Stepnove",
            [("gains", "Russia", "denies"), ("holds", "Ukraine", "asserts")],
        ),
    ],
)
def test_battles_are_told_in_many_words(sentence: str, place: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(sentence, place) == expected


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The rebels lost nine fighters near Kutkai.", "Kutkai"),
        ("Six people lost their lives in a village near Kutkai after rebel shelling.", "Kutkai"),
        ("The rebels breached the ceasefire agreement in Kutkai.", "Kutkai"),
        ("The rebels left nine people dead in Kutkai.", "Kutkai"),
        ("The rebels seized a neighbourhood in the north of Kutkai.", "Kutkai"),
    ],
)
def test_what_only_sounds_like_a_place_taken_is_none(sentence: str, place: str) -> None:
    assert told(sentence, place) == []


def test_what_somebody_wants_to_take_is_not_taken() -> None:
    assert told("The rebels are trying to capture Kutkai.", "Kutkai") == [("holds", "rebels", "predicts")]


def test_who_helps_is_not_who_holds() -> None:
    assert told("The rebels backed by Russia captured Kutkai.", "Kutkai") == [("holds", "rebels", "asserts")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The rebels have no links with Al-Qaeda.", [("identity", "denies")]),
        ("The rebels broke ties with Al-Qaeda.", [("identity", "denies")]),
        ("The rebels took orders from Russia.", [("identity", "asserts")]),
        ("The rebels affiliated with Al-Qaeda fled.", []),
    ],
)
def test_ties_are_said_and_denied(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = propositions_of(Report(sentence).record())
    assert [(p.kind, p.stance) for p in found if p.kind == "identity"] == expected
