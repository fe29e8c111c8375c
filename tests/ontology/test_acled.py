"""ACLED's rules of coding."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord.ontology import (
    AcledCode,
    NotCoded,
    acled_of,
    fatalities_in_words,
    fatalities_of,
    load_ontology,
    may_act,
    targets_civilians,
)
from onrecord.record.vocabulary import EventStatus

DISRUPTED = AcledCode("Strategic developments", "Disrupted weapons use", "Strategic developments")
CLASH = AcledCode("Battles", "Armed clash", "Political violence")


def test_what_happened_goes_on_or_is_claimed_is_coded() -> None:
    assert {acled_of("armed_clash", status) for status in ("happened", "ongoing", "claimed")} == {CLASH}


@pytest.mark.parametrize("status", ["planned", "threatened", "demanded", "hypothetical", "denied", None])
def test_what_has_not_happened_is_not_coded(status: EventStatus | None) -> None:
    assert all(isinstance(acled_of(own, status), NotCoded) for own in load_ontology().types)


@pytest.mark.parametrize("status", get_args(EventStatus))
def test_what_is_told_as_not_so_is_not_coded(status: EventStatus) -> None:
    assert isinstance(acled_of("shelling", status, "negative"), NotCoded)


def test_an_intercepted_missile_and_a_defused_device_are_disrupted_weapons_use() -> None:
    assert acled_of("foiled_attack", "happened") == DISRUPTED
    assert acled_of("shelling", "attempted") == DISRUPTED
    assert acled_of("remote_explosive", "attempted") == DISRUPTED


def test_a_place_that_was_attacked_and_not_taken_is_an_armed_clash() -> None:
    assert acled_of("government_regains_territory", "attempted") == CLASH
    assert acled_of("territory_changes_hands", "attempted") == CLASH


def test_an_attempt_on_civilians_is_coded_and_an_attempt_at_talks_is_not() -> None:
    assert acled_of("abduction", "attempted") == acled_of("abduction", "happened")
    assert isinstance(acled_of("agreement", "attempted"), NotCoded)


def test_the_discovery_of_a_mass_grave_is_no_battle() -> None:
    assert acled_of("mass_grave_found", "happened") == AcledCode(
        "Strategic developments", "Other", "Strategic developments"
    )


@pytest.mark.parametrize("own", ["base_established", "non_violent_transfer_of_territory", "arrests", "agreement"])
def test_bases_transfers_arrests_and_agreements_are_never_violence(own: str) -> None:
    code = acled_of(own, "happened")
    assert isinstance(code, AcledCode)
    assert code.event_type == "Strategic developments"
    assert not load_ontology().types[own].violent


def test_where_acled_has_no_type_the_reason_is_given() -> None:
    assert acled_of("condemnation", "happened") == NotCoded("ACLED records acts on the ground, not politics or words")
    assert acled_of(None, "happened") == NotCoded("its type is not known")


def test_the_sub_type_stays_open_where_the_type_does_not_tell_it() -> None:
    assert acled_of("territory_changes_hands", "happened") == AcledCode("Battles", None, "Political violence")


@pytest.mark.parametrize(
    ("own", "disorder"),
    [
        ("excessive_force_against_protesters", "Political violence; Demonstrations"),
        ("protest_unspecified", "Demonstrations"),
        ("mob_violence", "Political violence"),
        ("violent_demonstration", "Demonstrations"),
        ("attack", "Political violence"),
    ],
)
def test_disorder_types(own: str, disorder: str) -> None:
    code = acled_of(own, "happened")
    assert isinstance(code, AcledCode)
    assert code.disorder_type == disorder


def test_civilians_killed_in_a_battle_are_no_actor_of_it() -> None:
    assert not may_act("armed_clash", 7)
    assert may_act("armed_clash", 2)
    assert may_act("shelling", 7)


def test_civilians_are_the_target_by_type_or_by_who_is_struck() -> None:
    assert targets_civilians("attack", None)
    assert targets_civilians("excessive_force_against_protesters", 6)
    assert targets_civilians("air_strike", 7)
    assert not targets_civilians("air_strike", 2)
    assert not targets_civilians("armed_clash", 7)


def test_a_suicide_bomber_counts_among_the_dead_once() -> None:
    assert fatalities_of("suicide_bomb", [3]) == 4
    assert fatalities_of("suicide_bomb", [4], bomber_in_it=True) == 4
    assert fatalities_of("remote_explosive", [3]) == 3


def test_of_figures_that_differ_the_lowest_counts() -> None:
    assert fatalities_of("air_strike", [30, 12, 18]) == 12
    assert fatalities_of("suicide_bomb", []) is None


def test_figures_in_words() -> None:
    assert [fatalities_in_words(word) for word in ("Tens", "dozens", "hundreds", "many")] == [10, 12, 100, None]
