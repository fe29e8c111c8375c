"""The dead of a row: as reported, of figures that differ the lowest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.ontology import fatalities_in_words, fatalities_of
from onrecord.record import ById, Event, Incident, Quantity

__all__ = ["Dead", "dead_of"]

_BOMBER_TOO: Final = re.compile(
    r"\b(?:includ\w+|plus|as well as|among them) (?:the |its? |an? )?(?:\w+ )?(?:bomber|attacker|assailant)s?\b",
    re.IGNORECASE,
)
_AROUND: Final = 120


@dataclass(frozen=True, slots=True)
class Dead:
    """ACLED's one figure.

    Attributes:
        fatalities: The figure.
        words: The words of all figures, each with who gives it.
        why: How the one figure was made of them.
    """

    fatalities: int
    words: str
    why: str


def dead_of(type_: str, incident: Incident, events: Sequence[Event], parts: ById, text: str) -> Dead:
    """The dead of an incident.

    Args:
        type_: Its type in the ontology.
        incident: The incident.
        events: Its mentions.
        parts: The record's parts.
        text: The report's text.
    """
    given = _figures(incident, events, parts)
    # Where somebody counts all the dead, a figure of soldiers or children alone is a part of them.
    whole = [one for one in given if not one.extra.get("who") and not one.extra.get("added_to")]
    counted = whole or given
    exact = [one for one in counted if one.modifier != "vague"]
    # "Dozens" beside a figure that is among dozens says nothing else.
    others = [one for one in counted if one not in exact and not any(_agree(one, other) for other in exact)]
    toll = incident.toll.killed if incident.toll else None
    lows = [low for quantity in (*exact, *others) if (low := _lowest(quantity)) is not None]
    if (
        toll is not None
        and toll.low is not None
        and not others
        and not (whole and any(one.extra.get("who") for one in given))
    ):
        # The toll has what belongs together added up, and knows only sides.
        lows = [int(toll.low)]
    words = "; ".join(f"“{' '.join(q.span.text.split())}” ({_voice(q, parts)})" for q in given)
    bomber_in_it = any(_BOMBER_TOO.search(text[q.span.start : q.span.end + _AROUND]) for q in given)
    fatalities = fatalities_of(type_, lows or [0], bomber_in_it)
    assert fatalities is not None
    return Dead(fatalities, words, "; ".join(_why(given, lows, fatalities, bomber_in_it)))


def _why(given: Sequence[Quantity], lows: Sequence[int], fatalities: int, bomber_in_it: bool) -> list[str]:
    why = (
        [] if lows else ["no figure of the dead is told" if not given else "the dead are told without a lowest figure"]
    )
    if len({(quantity.low, quantity.high) for quantity in given}) > 1:
        why.append("figures differ or add up; the lowest account counts")
    if fatalities > min(lows, default=0):
        why.append("with the bomber")
    elif bomber_in_it:
        why.append("the bomber is in the figure")
    if any(quantity.modifier == "vague" for quantity in given):
        why.append("words for many are counted as ACLED does")
    return why


def _figures(incident: Incident, events: Sequence[Event], parts: ById) -> list[Quantity]:
    """The figures of the dead, without those that are parts of others."""
    ids = dict.fromkeys(key for event in events for key in event.quantities)
    if incident.toll and incident.toll.killed and incident.toll.killed.quantity:
        ids[incident.toll.killed.quantity] = None
    found = [parts.quantities[key] for key in ids if key in parts.quantities]
    dead = [quantity for quantity in found if quantity.of == "killed" and quantity.unit in (None, "persons")]
    known = {quantity.id for quantity in dead}
    return [quantity for quantity in dead if quantity.extra.get("part_of") not in known]


def _lowest(quantity: Quantity) -> int | None:
    if quantity.modifier == "vague":
        in_words = (fatalities_in_words(word) for word in re.findall(r"\w+", quantity.span.text))
        told = next((number for number in in_words if number is not None), None)
        if told is not None:
            return told
    return int(quantity.low) if quantity.low is not None else None


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether one figure can be the other."""
    infinite = float("inf")
    high, other_high = (infinite if q.high is None else q.high for q in (one, other))
    return (one.low or 0) <= other_high and (other.low or 0) <= high


def _voice(quantity: Quantity, parts: ById) -> str:
    statement = parts.statements.get(quantity.statement or "")
    if statement is None:
        return "the report itself"
    return " ".join((parts.speaker(statement) or "nobody named").split())
