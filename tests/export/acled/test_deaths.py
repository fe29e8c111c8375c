"""The dead: as reported, of several figures the lowest."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.export.acled.deaths import dead_of
from onrecord.record import ById, Count, Document, Event, Incident, Quantity, Record, Span, Toll


def dead(*given: tuple[str, float | None, float | None, str], type_: str = "shelling", text: str = "", toll: Toll | None = None) -> Any:  # fmt: skip
    """The dead by words, low, high and modifier of each figure."""
    quantities = tuple(
        Quantity(f"q{at}", Span(0, len(words), words), low, high, modifier, "persons", "killed")  # type: ignore[arg-type]
        for at, (words, low, high, modifier) in enumerate(given)
    )
    event = Event("e", None, type_, quantities=tuple(quantity.id for quantity in quantities))
    parts = ById.of(Record(Document("x", text), events=(event,), quantities=quantities))
    return dead_of(type_, Incident("i", toll=toll), (event,), parts, text)


def test_of_figures_that_differ_the_lowest_counts() -> None:
    found = dead(("43 people", 43, 43, "exact"), ("at least 30", 30, None, "at_least"))
    assert found.fatalities == 30
    assert "figures differ or add up" in found.why
    assert found.words == "“43 people” (the report itself); “at least 30” (the report itself)"


@pytest.mark.parametrize(("words", "low", "number"), [("dozens", 24, 12), ("hundreds of people", 200, 100), ("tens", 20, 10), ("scores", 40, 40)])  # fmt: skip
def test_words_for_many_are_counted_as_acled_does(words: str, low: int, number: int) -> None:
    assert dead((words, low, None, "vague")).fatalities == number


def test_a_word_for_many_says_nothing_against_a_figure_among_them() -> None:
    assert dead(("dozens", 24, 99, "vague"), ("43", 43, 43, "exact")).fatalities == 43
    assert dead(("dozens", 24, 99, "vague"), ("300", 300, 300, "exact")).fatalities == 12


def test_the_toll_has_what_belongs_together_added_up() -> None:
    toll = Toll(killed=Count(15, 15, "q0"))
    assert dead(("12 soldiers", 12, 12, "exact"), ("three rebels", 3, 3, "exact"), toll=toll).fatalities == 15


def test_a_suicide_bomber_counts() -> None:
    assert dead(("12 people", 12, 12, "exact"), type_="suicide_bomb").fatalities == 13
    assert dead(type_="suicide_bomb").fatalities == 1
    text = "12 people including the bomber died."
    assert dead(("12 people", 12, 12, "exact"), type_="suicide_bomb", text=text).fatalities == 12


def test_where_no_figure_is_told_it_is_none() -> None:
    assert dead().fatalities == 0
    assert dead().why == "no figure of the dead is told"
    assert dead(("no one", 0, 0, "exact")).fatalities == 0


def test_a_figure_of_some_of_the_dead_is_not_all_of_them() -> None:
    figures = (
        Quantity("q1", Span(0, 2, "16"), 16, None, "at_least", "persons", "killed"),
        Quantity("q2", Span(0, 12, "two soldiers"), 2, 2, "exact", "persons", "killed", extra={"who": "soldiers"}),
        Quantity("q3", Span(0, 1, "3"), 3, 3, "exact", "persons", "killed", extra={"part_of": "q1"}),
    )
    event = Event("e", None, "shelling", quantities=("q1", "q2", "q3"))
    parts = ById.of(Record(Document("x", "x"), events=(event,), quantities=figures))
    found = dead_of("shelling", Incident("i", toll=Toll(killed=Count(2, None, "q2"))), (event,), parts, "x")
    assert found.fatalities == 16
