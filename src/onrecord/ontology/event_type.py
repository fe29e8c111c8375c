"""What the ontology knows of one type of event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

__all__ = ["SCHEMES", "EventType"]

SCHEMES: Final = ("acled", "plover", "ucdp", "muc", "case2021")
"""The schemes that a type can be mapped to."""


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event, with what other schemes call it. Where a scheme has no place for it, `unmapped` has the reason.

    Attributes:
        id: Its id, which an event's `type` names.
        name: Its usual English name.
        family: The family that it is listed under, which is the name of its file.
        definition: What belongs to it.
        example: A sentence that tells of such an event.
        counter_example: A sentence that sounds alike and does not.
        instead: What that one is, mostly the id of another type, and why where it does not speak for itself.
        violent: Whether somebody uses force against people or things in it.
        acled: ACLED's event and sub-event type; the latter is None where it cannot be told from the type alone.
        plover: PLOVER's event and mode; the latter is None where no mode fits all of it.
        ucdp: UCDP's types of violence that it can be; who fought whom decides which.
        muc: The incident type of MUC-3 and MUC-4.
        case2021: The snippet label of CASE-2021, task 2.
        unmapped: For each scheme that has no place for it, the reason.
    """

    id: str
    name: str
    family: str
    definition: str
    example: str
    counter_example: str
    instead: str
    violent: bool = False
    acled: tuple[str, str | None] | None = None
    plover: tuple[str, str | None] | None = None
    ucdp: tuple[int, ...] = ()
    muc: str | None = None
    case2021: str | None = None
    unmapped: Mapping[str, str] = field(default_factory=dict, hash=False)
