"""Which numbers are found, how large they are, and what is told of those counted."""

import pytest

from onrecord.read.quantities import find_quantities
from onrecord.record import Content, Quantity, Span, Statement


def found(text: str) -> list[Quantity]:
    quantities = find_quantities(text, ())
    for quantity in quantities:
        assert quantity.span.text == text[quantity.span.start : quantity.span.end]
    return list(quantities)


def only(text: str) -> Quantity:
    quantities = found(text)
    assert len(quantities) == 1, [q.span.text for q in quantities]
    return quantities[0]


def told(text: str) -> list[tuple[str, float | None, float | None, str | None]]:
    return [(q.span.text, q.low, q.high, q.of) for q in found(text)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1,200", 1200),
        ("1 200", 1200),
        ("1.200", 1200),
        ("1.2 million", 1_200_000),
        ("20k", 20_000),
        ("٢٥", 25),
        ("۱۲", 12),
        ("١٬٢٠٠", 1200),
        ("twenty-one", 21),
        ("Two dozen", 24),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("a hundred and fifty", 150),
        ("three hundred and twelve", 312),
        ("two thousand five hundred", 2500),
    ],
)
def test_a_number_is_read_however_it_is_written(words: str, number: int) -> None:
    quantity = only(f"Officials said {words} people were killed.")
    assert (quantity.low, quantity.high, quantity.modifier) == (number, number, "exact")
    assert (quantity.unit, quantity.of) == ("persons", "killed")


@pytest.mark.parametrize(
    ("words", "low", "high", "modifier"),
    [
        ("at least 40", 40, None, "at_least"),
        ("no fewer than 40", 40, None, "at_least"),
        ("40 or more", 40, None, "at_least"),
        ("40+", 40, None, "at_least"),
        ("more than 40", 41, None, "more_than"),
        ("over 40", 41, None, "more_than"),
        ("up to 40", None, 40, "at_most"),
        ("as many as 40", None, 40, "at_most"),
        ("fewer than 40", None, 39, "fewer_than"),
        ("about 40", 38, 42, "about"),
        ("some 2,000", 1900, 2100, "about"),
        ("2,000 or so", 1900, 2100, "about"),
        ("nearly 100", 95, 105, "about"),
        ("an estimated 100", 95, 105, "about"),
        ("10 to 15", 10, 15, "about"),
        ("between 30 and 40", 30, 40, "about"),
        ("10-15", 10, 15, "about"),
        ("two to three thousand", 2000, 3000, "about"),
        ("several", 3, None, "vague"),
        ("dozens of", 24, 99, "vague"),
        ("scores of", 40, 199, "vague"),
        ("hundreds of", 200, 999, "vague"),
        ("several hundred", 300, 999, "vague"),
        ("thousands of", 2000, 9999, "vague"),
        ("tens of thousands of", 20_000, 99_999, "vague"),
        ("hundreds of thousands of", 200_000, 999_999, "vague"),
        ("a large number of", None, None, "vague"),
    ],
)
def test_words_that_limit_a_number_make_its_range(words: str, low: int | None, high: int | None, modifier: str) -> None:
    quantity = only(f"The monitor said {words} civilians were wounded there.")
    assert (quantity.low, quantity.high, quantity.modifier) == (low, high, modifier)
    assert quantity.extra["who"] == "civilians"
    assert quantity.span.text == f"{words} civilians"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels drove a T-72 and two M4s past the 17th Division on 5 May 2014.",
        "Under Article 5, the 45-year-old paid $20 million, or 12 percent, for 30 hectares.",
        "The striker scored 12 goals in 3 matches before 40,000 spectators and won 2,000 votes.",
        "In 2014 militants overran the base 20 km from the city at 10:30.",
        "On May 5 rebels attacked; on Aug. 7, fighting went on for 12 hours.",
        "There were no immediate reports of casualties.",
        "A soldier said that the town was quiet.",
        "Call 555 1234 for page 12.",
        "The driver, 26, died at the wheel.",
        "All but one of the villages were quiet.",
        "Ten civilians asked two doctors for help.",
    ],
)
def test_what_counts_nobody_is_passed_over(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 12 people and wounded 40.", [("12 people", 12, 12, "killed"), ("40", 40, 40, "injured")]),
        ("12 killed, 30 wounded in raid", [("12", 12, 12, "killed"), ("30 wounded", 30, 30, "injured")]),
        (
            "The strike left three civilians dead and six others injured.",
            [("three civilians", 3, 3, "killed"), ("six others", 6, 6, "injured")],
        ),
        (
            "It said 45 opposition fighters and 43 government soldiers had been killed.",
            [("45 opposition fighters", 45, 45, "killed"), ("43 government soldiers", 43, 43, "killed")],
        ),
        (
            "Shelling killed 15 villagers and 27 militiamen with another 10 bodies not yet named.",
            [("15 villagers", 15, 15, "killed"), ("27 militiamen", 27, 27, "killed"), ("another 10 bodies", 10, 10, "killed")],
        ),
        ("Twelve gunmen killed five villagers.", [("Twelve gunmen", 12, 12, "strength"), ("five villagers", 5, 5, "killed")]),
        ("A general was killed along with three of his guards.", [("A general", 1, 1, "killed"), ("three of his guards", 3, 3, "killed")]),
        ("The death toll rose from 20 to 25.", [("25", 25, 25, "killed")]),
        ("That brings the number of wounded to at least 31.", [("at least 31", 31, None, "injured")]),
        ("It led to the deaths of eight people and the injury of 89.", [("eight people", 8, 8, "killed"), ("89", 89, 89, "injured")]),
        ("Gunmen abducted 17 students and shot dead two guards.", [("17 students", 17, 17, "abducted"), ("two guards", 2, 2, "killed")]),
        ("Two men were beaten to death.", [("Two men", 2, 2, "killed")]),
        ("Police detained over 100 protesters.", [("over 100 protesters", 101, None, "arrested")]),
        ("Some 5,000 demonstrators marched.", [("Some 5,000 demonstrators", 4750, 5250, "protesting")]),
        ("About 3,000 families have fled.", [("About 3,000 families", 2850, 3150, "displaced")]),
        ("Clashes killed and wounded 20 troops.", [("20 troops", 20, 20, "killed or injured")]),
        ("They left scores of the dead and wounded behind.", [("scores of the dead and wounded", 40, 199, "killed or injured")]),
        ("They lost 40 men and three tanks.", [("40 men", 40, 40, "killed")]),
        ("The army destroyed four vehicles and fired 30 rockets.", [("four vehicles", 4, 4, "destroyed"), ("30 rockets", 30, 30, "fired")]),
        ("Two soldiers who had guarded the bridge were captured.", [("Two soldiers", 2, 2, "captured")]),
        ("The group has hundreds of fighters there.", [("hundreds of fighters", 200, 999, "strength")]),
        ("The 800-strong force left.", [("800-strong", 800, 800, "strength")]),
        ("The 2,000 so Americans stationed there may leave.", [("2,000 so Americans", 1900, 2100, "strength")]),
        ("There were 230 dead bodies.", [("230 dead bodies", 230, 230, "killed")]),
        ("Among the dead were 22 children.", [("22 children", 22, 22, "killed")]),
        ("Five children were among those killed.", [("Five children", 5, 5, "killed")]),
        ("Six more people lost their lives there.", [("Six more people", 6, 6, "killed")]),
        ("Two others sustained severe injuries.", [("Two others", 2, 2, "injured")]),
        ("Two other men are being held by the police.", [("Two other men", 2, 2, "arrested")]),
        ("Nine soldiers were killed as well as 41 civilians.", [("Nine soldiers", 9, 9, "killed"), ("41 civilians", 41, 41, "killed")]),
        ("Some 40,000 people are living under siege.", [("Some 40,000 people", 38000, 42000, "besieged")]),
        ("AN ARMY PATROL KILLED SEVEN SUBVERSIVES.", [("SEVEN SUBVERSIVES", 7, 7, "killed")]),
    ],
)  # fmt: skip
def test_what_is_told_of_those_counted(text: str, expected: list[tuple[str, float, float, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Nobody was hurt.", "casualties"),
        ("No one was injured in the attack.", "injured"),
        ("The shelling caused no civilian casualties.", "casualties"),
        ("The blast did not cause any casualties.", "casualties"),
        ("No soldiers were killed.", "killed"),
    ],
)
def test_none_is_a_number(text: str, of: str) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.of) == (0, 0, of)


def test_one_is_counted_where_it_came_to_harm() -> None:
    assert told("A civilian was killed and another soldier wounded.") == [
        ("A civilian", 1, 1, "killed"),
        ("another soldier", 1, 1, "injured"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people, among them 3 children and two women, were killed.",
        "The raid killed twelve people, including 3 children and two women.",
        "Twelve people were killed. Three of them were children, and five of the dead were women.",
    ],
)
def test_parts_know_their_total(text: str) -> None:
    total, *parts = found(text)
    assert total.low == 12
    assert {part.extra.get("part_of") for part in parts if part.of == "killed"} == {total.id}


def test_a_total_that_is_broken_up_has_its_parts() -> None:
    total, women, men = found("Police arrested 12 people, seven women and five men.")
    assert [women.extra["part_of"], men.extra["part_of"]] == [total.id, total.id]


def test_a_total_may_stand_behind_its_part() -> None:
    part, total = found("Six civilians were among at least 22 people killed in the raid.")
    assert (part.of, part.extra["part_of"]) == ("killed", total.id)
    assert "part_of" not in total.extra


def test_others_are_added_to_those_before() -> None:
    first, second = found("The bomb killed 15 civilians. Another 10 people were also killed in the fire.")
    assert second.extra["added_to"] == first.id


def test_who_is_counted() -> None:
    text = "2 nurses, 3 reporters, 4 police officers, 5 army conscripts, 6 children and 7 rebel forces were killed."
    assert [q.extra["who"] for q in found(text)] == [
        "medics",
        "journalists",
        "police",
        "soldiers",
        "children",
        "fighters",
    ]


def test_a_number_is_given_by_the_innermost_statement() -> None:
    text = "Nine died. She said he had said 12 people were killed."
    outer = Statement("s1", "indirect", None, None, Content((Span.of(text, 20, len(text)),)))
    inner = Statement("s2", "indirect", None, None, Content((Span.of(text, 32, len(text)),)), inside="s1")
    assert [q.statement for q in find_quantities(text, (outer, inner))] == ["narrator", "s2"]
