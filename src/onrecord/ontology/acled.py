"""ACLED's rules: which code an event has, who counts as an actor and who as dead. Tables: `crosswalk/acled.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from onrecord.ontology.load import load_ontology
from onrecord.ontology.not_coded import NotCoded, untold
from onrecord.record.vocabulary import EventStatus, Polarity

__all__ = ["AcledCode", "acled_of", "fatalities_in_words", "fatalities_of", "may_act", "targets_civilians"]

_CIVILIANS: Final = 7
_UNARMED: Final = (6, 7)


@dataclass(frozen=True, slots=True)
class AcledCode:
    """What ACLED calls an event.

    Attributes:
        event_type: ACLED's event type.
        sub_event_type: Its sub-event type; None where the type alone does not tell it and a coder has to.
        disorder_type: Its disorder type; two are joined by a semicolon. None where the sub-event type decides and is not told.
    """

    event_type: str
    sub_event_type: str | None
    disorder_type: str | None


def acled_of(
    event_type_id: str | None, status: EventStatus | None, polarity: Polarity | None = None
) -> AcledCode | NotCoded:
    """ACLED's code of an event, or the reason why it has none.

    What is planned, threatened, demanded, hypothetical or denied is not coded. An attempt is coded as what an attempt is to ACLED: an
    explosive that did no harm is disrupted weapons use, a place that was attacked and not taken is an armed clash.

    Args:
        event_type_id: Its type in the ontology.
        status: Whether it happened.
        polarity: Whether it is told as so.

    Raises:
        OntologyError: There is no such type.
    """
    ontology = load_ontology()
    rules = ontology.schemes["acled"]
    if event_type_id is None:
        return NotCoded("its type is not known")
    kind = ontology.get_type(event_type_id)
    held_back = untold(status, polarity)
    if held_back == "attempted" and event_type_id in rules["attempted"]:
        kind = ontology.get_type(rules["attempted"][event_type_id])
    elif held_back is not None:
        return NotCoded(rules["not_coded"][held_back])
    if kind.acled is None:
        return NotCoded(kind.unmapped["acled"])
    event_type, sub_event_type = kind.acled
    disorder = rules["disorder_types"]
    return AcledCode(event_type, sub_event_type, disorder.get(sub_event_type, disorder[event_type]))


def may_act(event_type_id: str, inter: int) -> bool:
    """Whether ACLED makes somebody an actor of an event: civilians killed in a battle are none, though their deaths count.

    Args:
        event_type_id: Its type in the ontology.
        inter: The kind of actor, 1 to 8.
    """
    return inter != _CIVILIANS or _event_type(event_type_id) != "Battles"


def targets_civilians(event_type_id: str, inter2: int | None) -> bool:
    """Whether civilians are the target, by the type and by the kind of actor that it is done to.

    Args:
        event_type_id: Its type in the ontology.
        inter2: The kind of the second actor, 1 to 8.
    """
    event_type = _event_type(event_type_id)
    if event_type == "Violence against civilians" or event_type_id == "excessive_force_against_protesters":
        return True
    return event_type in {"Explosions/Remote violence", "Riots"} and inter2 in _UNARMED


def fatalities_of(event_type_id: str, killed: Iterable[int], bomber_in_it: bool = False) -> int | None:
    """ACLED's one figure of the dead: the lowest that is told, with the suicide bomber; None if none is told.

    Args:
        event_type_id: Its type in the ontology.
        killed: The figures that are told of it, each a total.
        bomber_in_it: Whether the figures have the bomber in them.
    """
    figures = tuple(killed)
    if not figures:
        return None
    counted = load_ontology().schemes["acled"]["attacker_counted"]
    return min(figures) + (event_type_id in counted and not bomber_in_it)


def fatalities_in_words(word: str) -> int | None:
    """The figure that ACLED writes for deaths told in a word: 12 for "dozens"; None for a word that has none."""
    found: int | None = load_ontology().schemes["acled"]["fatalities_in_words"].get(word.casefold())
    return found


def _event_type(event_type_id: str) -> str | None:
    acled = load_ontology().get_type(event_type_id).acled
    return None if acled is None else acled[0]
