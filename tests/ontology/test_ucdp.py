"""UCDP's types of violence."""

from __future__ import annotations

import pytest

from onrecord.ontology import NotCoded, ucdp_of


@pytest.mark.parametrize(
    ("own", "sides", "violence"),
    [
        ("armed_clash", ("state", "group"), 1),
        ("armed_clash", ("group", "state"), 1),
        ("armed_clash", ("group", "group"), 2),
        ("shelling", ("group", "civilians"), 3),
        ("attack", ("civilians", "state"), 3),
    ],
)
def test_who_fought_whom_decides(own: str, sides: tuple[str, str], violence: int) -> None:
    assert ucdp_of(own, "happened", "positive", sides, deaths=2) == violence  # type: ignore[arg-type]


def test_it_cannot_be_told_from_the_type_alone() -> None:
    assert isinstance(ucdp_of("armed_clash", "happened", None, ("state", None), deaths=2), NotCoded)


def test_a_type_rules_some_out() -> None:
    assert isinstance(ucdp_of("armed_clash", "happened", None, ("state", "civilians"), deaths=2), NotCoded)
    assert isinstance(ucdp_of("talks", "happened", None, ("state", "group"), deaths=2), NotCoded)


@pytest.mark.parametrize("deaths", [None, 0])
def test_an_event_without_deaths_is_not_ucdps(deaths: int | None) -> None:
    assert isinstance(ucdp_of("armed_clash", "happened", None, ("state", "group"), deaths), NotCoded)


@pytest.mark.parametrize("status", ["planned", "threatened", "denied", None])
def test_what_has_not_happened_is_not_coded(status: str | None) -> None:
    assert isinstance(ucdp_of("armed_clash", status, None, ("state", "group"), 2), NotCoded)  # type: ignore[arg-type]


def test_an_attack_that_failed_is_coded_if_somebody_died_of_it() -> None:
    assert ucdp_of("armed_clash", "attempted", "positive", ("state", "group"), deaths=2) == 1
    assert isinstance(ucdp_of("armed_clash", "attempted", "positive", ("state", "group"), deaths=0), NotCoded)
    assert isinstance(ucdp_of("armed_clash", "attempted", "negative", ("state", "group"), deaths=2), NotCoded)
