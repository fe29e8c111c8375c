"""The rooms as the linker takes them: what a report's items are, and how items of each kind are linked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from onrecord.link.relinking import Room
from onrecord.link.shelf import Kind, Shelf
from onrecord.record.record import Record

__all__ = ["ROOMS", "Rooms"]


@dataclass(frozen=True, slots=True)
class Rooms:
    """How reports are linked.

    Attributes:
        items: For each kind, what makes the items of a report, by their ids.
        open: For each kind, what makes the room over a shelf.
    """

    items: Mapping[Kind, Callable[[Record], Mapping[str, Any]]]
    open: Mapping[Kind, Callable[[Shelf], Room[Any]]]


ROOMS: Final = Rooms({}, {})
