"""Actors as ACLED writes them: the kind of each, their names, their interaction. Tables: `crosswalk/acled_actors.yaml`."""

from __future__ import annotations

from typing import Literal

from onrecord.ontology.load import load_ontology
from onrecord.ontology.not_coded import NotCoded

__all__ = ["actor_name", "inter_of", "inter_of_unnamed", "interaction_of", "territory_taken_by"]


def inter_of(
    kind: str, country: str | None, event_country: str | None, stance: Literal["with", "against"] | None = None
) -> int | NotCoded:
    """ACLED's kind of actor (1 to 8) for one that the registry knows, as far as it can be said.

    Args:
        kind: The kind of its entry in the registry.
        country: The country of its entry.
        event_country: The country where the event is.
        stance: Whether it stood with the state of that country or against it, on that day.
    """
    rules = load_ontology().schemes["acled_actors"]
    found: int | None = rules["others"].get(kind)
    if found is not None:
        return found
    if kind in rules["of_a_state"]:
        if country is None or event_country is None:
            return NotCoded("whether it acts in its own country is not known")
        return 1 if country == event_country else 8
    if kind == "armed_group":
        found = rules["armed_group"].get(stance)
        return NotCoded("whether it fights the state or for it is not known") if found is None else found
    return NotCoded(rules["open"].get(kind, "its kind is not known"))


def inter_of_unnamed(called: str) -> int | NotCoded:
    """ACLED's kind of actor for people without a name.

    Args:
        called: What they are: protesters, rioters, civilians, armed_group, communal_militia, police, armed_forces.
    """
    found: int | None = load_ontology().schemes["acled_actors"]["unnamed"].get(called)
    return NotCoded("what kind of people they are is not known") if found is None else found


def actor_name(kind: str, country: str | None, name: str | None = None) -> str | NotCoded:
    """What ACLED calls an actor: "Military Forces of Syria", "Civilians (Mali)"; a group goes by its own name.

    ACLED also writes the years of a government behind its forces; those are not known here.

    Args:
        kind: The kind of its entry in the registry, or what people without a name are.
        country: The English name of its country; for people without a name, that of the event.
        name: Its own name, if it has one.
    """
    if name is not None and kind not in {"armed_forces", "government"}:
        return name
    pattern: str | None = load_ontology().schemes["acled_actors"]["names"].get(kind)
    if pattern is not None and country is not None:
        return pattern.format(country=country)
    return name if name is not None else NotCoded("neither a name nor a kind and a country is known")


def interaction_of(inter1: int, inter2: int | None = None) -> int:
    """ACLED's interaction: both kinds of actor as one number, the lower first; an actor alone has a 0 behind."""
    if inter2 is None:
        return inter1 * 10
    low, high = sorted((inter1, inter2))
    return low * 10 + high


def territory_taken_by(inter: int | None) -> str:
    """The type of a change of hands by fighting, by the kind of actor that takes the place."""
    if inter is None:
        return "territory_changes_hands"
    return "government_regains_territory" if inter == 1 else "non_state_actor_overtakes_territory"
