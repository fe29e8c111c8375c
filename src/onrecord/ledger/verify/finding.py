"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be.

    Attributes:
        object: What it is about: an id, a hash, a table.
        what: What is wrong.
        where: Where it lies: a table, a file, a place in a record.
        damage: False for what an interrupted program left and the next one tidies up.
    """

    object: str
    what: str
    where: str
    damage: bool = True
