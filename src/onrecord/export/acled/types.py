"""The type of a row, and the mentions that it rests on: those that are told as having happened, for certain enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.ontology import AcledCode, NotCoded, acled_of, load_ontology
from onrecord.record import Event, Incident
from onrecord.record.vocabulary import EventStatus, Stage

__all__ = ["Typed", "typed_as"]

_OPEN: Final = ("possible", "unspecified")
_OF_STAGES: Final[dict[Stage, EventStatus]] = {
    "accomplished": "happened",
    "attempted": "attempted",
    "threatened": "threatened",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What an incident is to ACLED.

    Attributes:
        type: Its type in the ontology.
        acled: What ACLED calls that.
        coded: The mentions that a row rests on.
        others: Its other mentions: denials, what is only possible.
    """

    type: str
    acled: AcledCode
    coded: tuple[Event, ...]
    others: tuple[Event, ...]


def typed_as(incident: Incident, events: Sequence[Event]) -> Typed | NotCoded:
    """What an incident is to ACLED, or why it is nothing; of several reasons that of most mentions."""
    # An incident that is told without a mention is as its stage says.
    stage = _OF_STAGES[incident.stage] if incident.stage else None
    told = events or (Event(incident.id, None, incident.type, status=stage),)
    codes = [(event, _type(event, incident), _code(event, incident)) for event in told]
    coded = [(event, type_, found) for event, type_, found in codes if isinstance(found, AcledCode) and type_]
    if not coded:
        reasons = Counter(found.reason for _, _, found in codes if isinstance(found, NotCoded))
        return NotCoded(reasons.most_common(1)[0][0])
    # The incident's own type, if a mention that is coded has it.
    _, type_, acled = next((one for one in coded if one[1] == incident.type), coded[0])
    others = tuple(event for event, _, found in codes if isinstance(found, NotCoded))
    return Typed(type_, acled, tuple(event for event, _, _ in coded), others)


def _type(event: Event, incident: Incident) -> str | None:
    known = load_ontology().types
    return next((type_ for type_ in (event.type, incident.type) if type_ in known), None)


def _code(event: Event, incident: Incident) -> AcledCode | NotCoded:
    found = acled_of(_type(event, incident), event.status, event.polarity)
    if isinstance(found, AcledCode) and event.certainty in _OPEN:
        return NotCoded("it is told as no more than possible")
    return found
