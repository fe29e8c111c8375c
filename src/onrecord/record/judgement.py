"""A judgement: what a person decided about something in a ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

__all__ = ["UNDONE", "Judgement", "in_force"]

UNDONE: Final = "undone"
"""The verdict that takes an earlier judgement back; its value is the id of that one."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided.

    Attributes:
        id: Its id.
        object_id: What was judged: a report, a reading, a part of one, or the item that a claim or a happening was made from.
        report_id: The report that it belongs to.
        record_id: The id that a part has within its record; the same part of a later reading may have it again.
        verdict: What was found: right, wrong, corrected, unsure, or undone.
        value: The value that is right.
        who: Who judged.
        why: The reason.
        at: When, ISO 8601 in UTC.
    """

    id: str
    object_id: str
    report_id: str
    record_id: str | None
    verdict: str
    value: Any
    who: str
    why: str | None
    at: str


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that count: neither undone nor an undoing. An undoing that is itself undone undoes nothing.

    Args:
        judgements: In the order in which they were made.
    """
    undone: set[str] = set()
    found: list[Judgement] = []
    for one in reversed(list(judgements)):
        if one.id in undone:
            continue
        if one.verdict == UNDONE:
            undone.add(str(one.value))
        else:
            found.append(one)
    return tuple(reversed(found))
