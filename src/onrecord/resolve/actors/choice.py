"""What was chosen for a chain, and why."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reference.registry import Entry


@dataclass(frozen=True, slots=True)
class Choice:
    """The entry that a chain is linked to, or why to none.

    Attributes:
        entry: The entry; None if it is open.
        why: The reason.
        candidates: Ids of those that it could be, where it is open.
        stated: Whether the words themselves say whose it is: "the US president", not "the president".
    """

    entry: Entry | None
    why: str
    candidates: tuple[str, ...] = ()
    stated: bool = False
