"""From whom a report says that it has its text."""

from __future__ import annotations

import pytest

from onrecord.link.copies.credits import find_credits
from onrecord.record import Document


@pytest.mark.parametrize(
    ("text", "outlet", "whole"),
    [
        ("Two bridges were closed. (Reuters)", "reuters", True),
        ("Two bridges were closed. -AFP", "afp", True),
        ("Two bridges were closed. Source: Xinhua", "xinhua", True),
        ("KYIV (AFP) — Two bridges were closed.", "afp", True),
        ("Moscow AFP Saturday 7 Oct Two bridges were closed.", "afp", True),
        ("AFP Two bridges were closed.", "afp", True),
        ("Two bridges were closed, an engineer told Reuters on Monday.", "reuters", False),
        ("Speaking to nobody else, a guard speaking to AFP denied it.", "afp", False),
        ("Two bridges were closed, TASS reported.", "tass", False),
    ],
)
def test_a_credit_is_found(text: str, outlet: str, whole: bool) -> None:
    assert [(credit.outlet, credit.whole) for credit in find_credits(Document("d", text))] == [(outlet, whole)]


@pytest.mark.parametrize(
    "text",
    ["", "A reporter of Reuters was wounded.", "The Syrian agency SANA has its office there.", "He told the agency."],
)
def test_a_name_alone_is_no_credit(text: str) -> None:
    assert find_credits(Document("d", text)) == ()


def test_the_credit_that_cleaning_found_counts_also_where_nobody_knows_the_agency() -> None:
    (credit,) = find_credits(Document("d", "Two bridges were closed.", credit="TRPS"))
    assert (credit.outlet, credit.whole, credit.start) == ("trps", True, None)


def test_a_byline_counts_if_it_names_no_person() -> None:
    assert find_credits(Document("d", "", byline="Two Rivers Press Service"))[0].outlet == "two rivers press service"
    assert find_credits(Document("d", "", byline="Ines Valcourt")) == ()
