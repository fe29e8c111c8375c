"""Which judgements count: undoings, undone undoings, and what one reviewer says after another thing."""

from __future__ import annotations

from typing import Any

from onrecord.record import Judgement
from onrecord.record.judgement import UNDONE, answers_of, in_force


def made(number: int, verdict: str, value: Any = None, who: str = "Ada", object_id: str = "r1.1.s1") -> Judgement:
    return Judgement(f"j{number}", object_id, "r1", "s-1", verdict, value, who, None, "2026-01-01T00:00:00Z")


def test_an_undoing_that_is_undone_undoes_nothing() -> None:
    first, undoing = made(1, "right"), made(2, UNDONE, "j1")
    assert in_force([first, undoing]) == ()
    assert in_force([first, undoing, made(3, UNDONE, "j2")]) == (first,)


def test_the_newest_of_a_reviewer_holds() -> None:
    (answers,) = answers_of([made(1, "right"), made(2, "wrong"), made(3, "unsure", who="Bo")]).values()
    assert {who: one.verdict for who, one in answers.items()} == {"Ada": "wrong", "Bo": "unsure"}


def test_what_was_undone_gives_way_to_what_was_said_before() -> None:
    (answers,) = answers_of([made(1, "right"), made(2, "wrong"), made(3, UNDONE, "j2")]).values()
    assert answers["Ada"].id == "j1"


def test_corrections_add_up() -> None:
    (answers,) = answers_of(
        [made(1, "corrected", {"form": "direct", "polarity": "negative"}), made(2, "corrected", {"form": "mixed"})]
    ).values()
    assert answers["Ada"].value == {"form": "mixed", "polarity": "negative"}
    (answers,) = answers_of([made(1, "corrected", {"form": "direct"}), made(2, "right")]).values()
    assert (answers["Ada"].verdict, answers["Ada"].value) == ("right", None)


def test_a_part_is_the_same_in_every_reading() -> None:
    found = answers_of([made(1, "right"), made(2, "right", who="Bo", object_id="r1.2.s4")])
    assert [list(answers) for answers in found.values()] == [["Ada", "Bo"]]
