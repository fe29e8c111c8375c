"""How many died, by each independent source."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.export.material import Account
from onrecord.export.merged import Families, Figures, figures_of, iter_merged
from onrecord.record import Quantity, Record
from onrecord.reference.registry import load_registry
from tests.cli.records import span
from tests.export.told import held, report


def figures(*records: Record, **linked: Any) -> Figures:
    material = held(*records, **linked)
    (event,) = iter_merged(material, Account())
    return figures_of(event.tellings, Families.of(material), load_registry())


def test_low_best_and_high() -> None:
    told = figures(*(report(number, dead=str(dead)) for number, dead in enumerate((12, 30, 14, 14), 1)))
    assert (told.low, told.best, told.high) == (12, 14, 30)
    assert told.differ


def test_best_is_the_lower_one_of_those_in_the_middle_where_no_two_agree() -> None:
    assert figures(report(1, dead="10"), report(2, dead="20"), report(3, dead="30")).best == 20
    assert figures(report(1, dead="10"), report(2, dead="20"), report(3, dead="30"), report(4, dead="40")).best == 20


def test_a_source_that_several_reports_quote_is_one() -> None:
    many = [report(number, dead="10", source="SOHR", source_actor="sohr") for number in (1, 2, 3)]
    told = figures(*many, report(4, dead="20"), report(5, dead="20"))
    assert len(told.groups) == 3
    assert told.best == 20


def test_who_holds_an_office_speaks_for_its_body() -> None:
    told = figures(
        report(1, source="Rami Abdel Rahman", source_actor="rami-abdel-rahman"), report(2, source="SOHR", source_actor="sohr")
    )  # fmt: skip
    assert len(told.groups) == 1


def test_no_event_has_the_toll_of_a_war() -> None:
    assert figures(report(1, dead="146000"), report(2, dead="12")).high == 12


def test_children_alone_are_counted_among_the_others() -> None:
    told = figures(report(1, dead="3", whom="children", counted="children"), report(2, dead="12"))
    assert (told.low, told.high) == (12, 12)
    assert figures(report(1, dead="3", whom="children", counted="children")).best == 3


def both_sides(words: tuple[str, str], who: tuple[str, str]) -> Record:
    """A report that counts two kinds of dead."""
    text = f"killing {words[0]} and {words[1]}."
    record = report(1, dead="7", whom=f"{words[0]} and {words[1]}")
    text = record.document.text
    first = Quantity("q1", span(text, words[0]), 5, 5, "exact", "persons", "killed", "narrator", {"who": who[0]})
    second = Quantity(
        "q2", span(text, words[1]), 9, 9, "exact", "persons", "killed", "narrator", {"who": who[1], "added_to": "q1"}
    )
    event = replace(record.events[0], quantities=("q1", "q2"))
    return replace(record, quantities=(first, second), events=(event,))


@pytest.mark.parametrize(
    ("words", "who", "sides"),
    [
        (("five soldiers", "nine rebels"), ("soldiers", "fighters"), {"soldiers": 5, "fighters": 9}),
        (("five regime fighters", "nine fighters"), ("fighters", "fighters"), {"soldiers": 5, "fighters": 9}),
        (("five fighters", "nine fighters"), ("fighters", "fighters"), {}),
    ],
)
def test_the_dead_of_both_sides_add_up(words: tuple[str, str], who: tuple[str, str], sides: dict[str, int]) -> None:
    told = figures(both_sides(words, who))
    assert told.best == 14
    assert told.sides == sides
