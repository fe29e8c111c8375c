"""The toll of a happening, from the quantities that it is told with."""

from onrecord.read.quantities import find_quantities
from onrecord.record import Toll
from onrecord.resolve.tolls import count_toll


def toll(text: str) -> dict[str, tuple[float | None, float | None]]:
    found = count_toll(find_quantities(text, ())) or Toll()
    kinds = ("killed", "injured", "abducted", "displaced", "arrested")
    counts = {kind: getattr(found, kind) for kind in kinds}
    return {kind: (count.low, count.high) for kind, count in counts.items() if count is not None}


def test_nothing_told_is_no_toll() -> None:
    assert count_toll(()) is None
    assert count_toll(find_quantities("Dozens of gunmen attacked; the army fired 30 rockets.", ())) is None


def test_each_kind_has_its_count() -> None:
    text = "A bomb killed six people and wounded 32. Gunmen abducted nine. Some 400 villagers fled. Police arrested two men."
    assert toll(text) == {
        "killed": (6, 6),
        "injured": (32, 32),
        "abducted": (9, 9),
        "displaced": (380, 420),
        "arrested": (2, 2),
    }


def test_lowest_to_highest_figure_of_any_voice() -> None:
    assert toll("Twenty people were killed, police said. Doctors said 26 people were killed.")["killed"] == (20, 26)


def test_an_open_end_stays_open_unless_a_higher_figure_closes_it() -> None:
    assert toll("At least 20 people were killed.")["killed"] == (20, None)
    assert toll("At least 20 people were killed. A monitor said 26 people were killed.")["killed"] == (20, 26)


def test_a_part_is_not_added_to_its_total() -> None:
    assert toll("Twelve people, among them three children, were killed.")["killed"] == (12, 12)
    assert toll("Twelve civilians were killed. Three children were killed in the yard.")["killed"] == (12, 12)


def test_what_is_listed_or_told_as_further_is_added() -> None:
    assert toll("The raid killed 15 civilians and 27 fighters.")["killed"] == (42, 42)
    assert toll("The raid killed 15 civilians. Another 10 people were killed by fire.")["killed"] == (25, 25)


def test_both_sides_told_apart_are_added() -> None:
    assert toll("The army said 12 soldiers were killed. Thirty militants were killed.")["killed"] == (42, 42)


def test_vague_words_count_only_without_a_figure() -> None:
    assert toll("Hundreds of people were killed.")["killed"] == (200, 999)
    assert toll("Hundreds of people were killed. The opposition said 1,300 people were killed.")["killed"] == (
        1300,
        1300,
    )


def test_nobody_hurt_is_zero() -> None:
    assert toll("The rockets caused no casualties.") == {"killed": (0, 0), "injured": (0, 0)}


def test_the_count_names_its_quantity() -> None:
    quantities = find_quantities("A bomb killed six people.", ())
    found = count_toll(quantities)
    assert found is not None
    assert found.killed is not None
    assert found.killed.quantity == quantities[0].id
