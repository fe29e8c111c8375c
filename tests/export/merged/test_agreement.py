"""On what several tellings agree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.merged import is_stray, most_agreed, places_meet
from onrecord.record import Document, Place, Record


def place(latitude: float, longitude: float, **values: object) -> Place:
    return Place(
        "p1",
        None,
        "X",
        latitude=latitude,
        longitude=longitude,
        **{"country": "SY", "precision": "settlement", **values},
    )  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 5)))
def test_what_is_agreed_on_meets_more_than_half(values: list[int]) -> None:
    agreed = most_agreed(values, float, lambda one, other: one == other)
    counted = max((values.count(one) for one in values), default=0)
    assert (agreed is not None) == (counted * 2 > len(values))
    if agreed is not None:
        assert values.count(agreed[0]) == counted
        assert len(agreed[1]) == len(values) - counted


def test_places_near_each_other_meet_and_a_province_holds_its_towns() -> None:
    here = place(35.5, 40.25, admin1="A")
    assert places_meet(here, place(35.6, 40.25, admin1="A"))
    assert not places_meet(here, place(36.5, 40.25, admin1="A"))
    assert places_meet(here, place(37.0, 41.0, admin1="A", precision="province"))
    assert not places_meet(here, place(37.0, 41.0, admin1="B", precision="province"))
    assert not places_meet(here, place(35.5, 40.25, country="IQ"))


def test_a_name_found_in_another_country_than_all_else_is_not_sure() -> None:
    home = place(35.5, 40.25, role="event")
    record = Record(Document("sha256:1", ""), places=(home, home))
    assert is_stray(place(6.9, 79.8, country="LK", confidence=0.6), record)
    assert not is_stray(place(6.9, 79.8, country="LK", confidence=0.97), record)
    assert not is_stray(place(35.5, 40.25, confidence=0.2), record)
