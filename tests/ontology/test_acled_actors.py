"""Actors as ACLED writes them."""

from __future__ import annotations

import pytest

from onrecord.ontology import NotCoded, actor_name, inter_of, inter_of_unnamed, interaction_of, territory_taken_by


def test_a_states_forces_are_state_forces_at_home_and_external_abroad() -> None:
    assert inter_of("armed_forces", "SY", "SY") == 1
    assert inter_of("armed_forces", "RU", "SY") == 8
    assert isinstance(inter_of("armed_forces", "RU", None), NotCoded)


def test_an_armed_group_is_rebel_or_militia_by_how_it_stands_to_the_state() -> None:
    assert inter_of("armed_group", "ML", "ML", "against") == 2
    assert inter_of("armed_group", "ML", "ML", "with") == 3
    assert isinstance(inter_of("armed_group", "ML", "ML"), NotCoded)


@pytest.mark.parametrize("kind", ["party", "coalition", "organisation", "people", "person"])
def test_kinds_that_do_not_tell_it_say_why(kind: str) -> None:
    assert isinstance(inter_of(kind, "ML", "ML"), NotCoded)


def test_reporters_and_monitors_are_civilians() -> None:
    assert {inter_of("outlet", "SY", "SY"), inter_of("monitor", None, "SY")} == {7}


def test_people_without_a_name_have_the_kind_that_they_are_called() -> None:
    called = ("protesters", "rioters", "civilians", "armed_group", "communal_militia")
    assert [inter_of_unnamed(people) for people in called] == [6, 5, 7, 3, 4]
    assert isinstance(inter_of_unnamed("people"), NotCoded)


def test_names() -> None:
    assert actor_name("armed_forces", "Sudan", "Sudanese Armed Forces") == "Military Forces of Sudan"
    assert actor_name("civilians", "Mali") == "Civilians (Mali)"
    assert actor_name("protesters", "Mali") == "Protesters (Mali)"
    assert actor_name("armed_group", "Mali") == "Unidentified Armed Group (Mali)"
    assert actor_name("armed_group", "Mali", "Katiba Macina") == "Katiba Macina"
    assert isinstance(actor_name("civilians", None), NotCoded)


def test_the_lower_kind_stands_first_in_an_interaction() -> None:
    assert [interaction_of(7, 1), interaction_of(2, 2), interaction_of(6)] == [17, 22, 60]


def test_who_takes_a_place_decides_the_type() -> None:
    assert territory_taken_by(1) == "government_regains_territory"
    assert {territory_taken_by(inter) for inter in (2, 3, 4, 8)} == {"non_state_actor_overtakes_territory"}
    assert territory_taken_by(None) == "territory_changes_hands"
