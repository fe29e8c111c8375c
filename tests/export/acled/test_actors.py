"""Who stands in which column."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.export.acled.actors import parties_of
from onrecord.export.acled.people import called
from onrecord.record import Argument, ById, Chain, Document, Event, Incident, Mention, Record, Span
from onrecord.reference.registry import load_registry


def parties(event_type: tuple[str, str], *taking_part: tuple[str, str, str | None], country: str | None = "SY") -> Any:
    """The sides of an event by role, words and id in the registry of each."""
    chains, arguments = [], []
    for at, (role, words, actor) in enumerate(taking_part):
        chains.append(Chain(f"c{at}", "organisation", words, (f"m{at}",), actor))
        arguments.append(Argument(role, f"c{at}", (Span(0, len(words), words),)))  # type: ignore[arg-type]
    mentions = tuple(
        Mention(f"m{at}", Span(0, 1, "x"), "organisation", "name" if words[0].isupper() else "nominal")
        for at, (_, words, _) in enumerate(taking_part)
    )
    event = Event("e", None, event_type[0], arguments=tuple(arguments), status="happened")
    parts = ById.of(Record(Document("x", "x"), mentions=mentions, chains=tuple(chains), events=(event,)))
    return parties_of(event_type, (Incident("i"), (event,)), country, parts, load_registry())


def columns(found: Any) -> tuple[list[tuple[str, int | None]], list[tuple[str, int | None]]]:
    return [(a.name, a.inter) for a in found.first], [(a.name, a.inter) for a in found.second]


STRIKE, CLASH, ATTACK = (
    ("air_strike", "Explosions/Remote violence"),
    ("armed_clash", "Battles"),
    ("attack", "Violence against civilians"),
)


def test_an_army_is_state_forces_at_home_and_external_abroad() -> None:
    army = ("actor", "Turkish army", "turkey-armed-forces")
    assert columns(parties(CLASH, army, country="TR"))[0] == [("Military Forces of Turkey", 1)]
    assert columns(parties(CLASH, army))[0] == [("Military Forces of Turkey", 8)]


def test_both_sides_of_a_clash_are_actors() -> None:
    found = parties(CLASH, ("actor", "The army", "syria-armed-forces"), ("actor", "Islamic State", "islamic-state"))
    assert columns(found) == ([("Military Forces of Syria", 1)], [("Islamic State", 2)])


def test_more_on_one_side_stand_beside_the_first() -> None:
    found = parties(
        CLASH, ("actor", "SDF", "syrian-democratic-forces"), ("actor", "The army", "syria-armed-forces"),
        ("target", "Islamic State", "islamic-state"),
    )  # fmt: skip
    assert [actor.name for actor in found.first] == ["Syrian Democratic Forces", "Military Forces of Syria"]
    assert [check.column for check in found.checks()] == ["actor1", "assoc_actor_1", "actor2"]


def test_civilians_killed_in_a_battle_are_no_actor() -> None:
    found = parties(CLASH, ("actor", "The army", "syria-armed-forces"), ("victim", "12 villagers", None))
    assert columns(found)[1] == []
    assert columns(parties(ATTACK, ("victim", "12 villagers", None)))[1] == [("Civilians (Syria)", 7)]


def test_where_nobody_is_named_an_unidentified_group_stands_there() -> None:
    assert columns(parties(ATTACK))[0] == [("Unidentified Armed Group (Syria)", 3)]
    assert columns(parties(STRIKE))[0] == [("Unidentified Military Forces", None)]
    assert columns(parties(("peaceful_protest", "Protests")))[0] == [("Protesters (Syria)", 6)]
    assert columns(parties(("agreement", "Strategic developments"))) == ([], [])
    assert columns(parties(ATTACK, country=None)) == ([], [])


def test_a_name_that_is_in_no_registry_stays_as_it_is() -> None:
    assert columns(parties(CLASH, ("actor", "Mill Street Brigade", None)))[0] == [("Mill Street Brigade", None)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("masked gunmen", "armed_group"), ("two policemen", "police"), ("women and children", "civilians"),
        ("soldiers and civilians", None), ("the bridge", None), ("12 people", None), ("Protesters", "protesters"),
    ],
)  # fmt: skip
def test_words_tell_what_kind_of_people_they_are(words: str, kind: str | None) -> None:
    assert called(words) == kind


def test_a_state_that_uses_force_goes_by_its_military() -> None:
    assert columns(parties(STRIKE, ("actor", "Russia", "russia")))[0] == [("Military Forces of Russia", 8)]
    assert columns(parties(("agreement", "Strategic developments"), ("actor", "Russia", "russia")))[0] == [
        ("Russia", 8)
    ]


def test_a_person_is_no_actor_but_is_told() -> None:
    found = parties(ATTACK, ("actor", "Bashar al-Assad", "bashar-al-assad"))
    assert columns(found)[0] == [("Unidentified Armed Group (Syria)", 3)]
    assert [check.words for check in found.checks() if "a person takes part" in check.why] == ["Bashar al-Assad"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Russian jets", ["Military Forces of Russia"]),
        ("Russian", ["Military Forces of Russia"]),
        ("Syrian and Russian warplanes", ["Military Forces of Syria", "Military Forces of Russia"]),
        ("Turkish soldiers", ["Military Forces of Turkey"]),
        ("Russian and regime warplanes", ["Military Forces of Russia", "Military Forces of Syria"]),
        ("government troops", ["Military Forces of Syria"]),
        ("pro-government forces", ["Unidentified Military Forces"]),
        ("US-backed Syrian forces", ["Unidentified Military Forces"]),
        ("Russian tourists", ["Unidentified Military Forces"]),
        ("12 villagers", ["Unidentified Military Forces"]),
    ],
)
def test_forces_without_a_name_are_those_of_the_states_that_are_told(words: str, names: list[str]) -> None:
    span = Span(0, len(words), words)
    event = Event("e", None, "air_strike", arguments=(Argument("actor", None, (span,)),), status="happened")
    parts = ById.of(Record(Document("x", words), events=(event,)))
    found = parties_of(STRIKE, (Incident("i"), (event,)), "SY", parts, load_registry())
    assert [actor.name for actor in found.first] == names


def test_allies_are_on_one_side_of_a_clash() -> None:
    army, militia = ("actor", "The army", "syria-armed-forces"), ("actor", "Hezbollah", "hezbollah")
    assert columns(parties(CLASH, army, militia))[1] == []


def test_the_country_and_its_people_are_no_army_that_is_attacked() -> None:
    chain = Chain("c1", "location", "Syria", ("m1",), "syria")
    event = Event(
        "e", None, "air_strike", arguments=(Argument("target", "c1", (Span(0, 5, "Syria"),)),), status="happened"
    )
    for kind in ("location", "nationality"):
        told = Record(Document("x", "Syria"), chains=(replace(chain, kind=kind),), events=(event,))  # type: ignore[arg-type]
        found = parties_of(STRIKE, (Incident("i"), (event,)), "SY", ById.of(told), load_registry())
        assert found.second == ()
        abroad = parties_of(STRIKE, (Incident("i"), (event,)), "LB", ById.of(told), load_registry())
        assert [actor.name for actor in abroad.second] == ["Military Forces of Syria"]
