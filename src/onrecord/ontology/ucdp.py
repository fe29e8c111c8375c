"""UCDP's rules: which type of violence an event is. The type alone never tells it; who fought whom does. Table: `crosswalk/ucdp.yaml`."""

from __future__ import annotations

from typing import Literal

from onrecord.ontology.load import load_ontology
from onrecord.ontology.not_coded import NotCoded, untold
from onrecord.record.vocabulary import EventStatus, Polarity

__all__ = ["Side", "ucdp_of"]

Side = Literal["state", "group", "civilians"]


def ucdp_of(
    event_type_id: str | None,
    status: EventStatus | None,
    polarity: Polarity | None,
    sides: tuple[Side | None, Side | None],
    deaths: int | None,
) -> int | NotCoded:
    """UCDP's type of violence (1 state-based, 2 non-state, 3 one-sided), or the reason why there is none.

    UCDP counts the use of force that somebody died of: an attack that failed is one if it cost lives.

    Args:
        event_type_id: Its type in the ontology.
        status: Whether it happened.
        polarity: Whether it is told as so.
        sides: Of what kind the two sides are; None where that is not known. A state is its government and forces.
        deaths: The highest figure of deaths; an event without any is not UCDP's.

    Raises:
        OntologyError: There is no such type.
    """
    ontology = load_ontology()
    rules = ontology.schemes["ucdp"]
    if event_type_id is None:
        return NotCoded("its type is not known")
    kind = ontology.get_type(event_type_id)
    held_back = untold(status, polarity)
    if held_back is not None and not (held_back == "attempted" and deaths):
        return NotCoded(rules["not_coded"][held_back])
    if not kind.ucdp:
        return NotCoded(kind.unmapped["ucdp"])
    if None in sides:
        return NotCoded(rules["not_coded"]["sides"])
    found: int | None = rules["sides"].get(f"{sides[0]}, {sides[1]}", rules["sides"].get(f"{sides[1]}, {sides[0]}"))
    if found is None or found not in kind.ucdp:
        return NotCoded(rules["not_coded"]["not_of_these"])
    return found if deaths else NotCoded(rules["not_coded"]["no_deaths"])
