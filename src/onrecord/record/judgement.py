"""A judgement: what a person decided about something in a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

__all__ = ["UNDONE", "Answers", "Judgement", "answers_of", "in_force", "same_answer"]

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


Answers = Mapping[str, Judgement]
"""What each reviewer says of one thing, by their names."""


def answers_of(judgements: Iterable[Judgement]) -> dict[str, dict[str, Judgement]]:
    """What each reviewer says of each thing, as far as it counts.

    Of several judgements by one reviewer the newest holds; only corrections that follow each other add up, since each has the fields
    that it changes. A part of a report is the same thing in every reading that has it.

    Args:
        judgements: In the order in which they were made, with those that were undone.

    Returns:
        By thing, in the order in which somebody first judged it; in each the reviewers in the order in which they did.
    """
    found: dict[str, dict[str, Judgement]] = {}
    for one in in_force(judgements):
        thing = one.object_id if one.record_id is None else f"{one.report_id} {one.record_id}"
        answers = found.setdefault(thing, {})
        answers[one.who] = _after(answers.get(one.who), one)
    return found


def same_answer(one: Judgement, other: Judgement) -> bool:
    """Whether two reviewers found the same: the verdict, and the values where they corrected something."""
    return one.verdict == other.verdict and one.value == other.value


def _after(before: Judgement | None, one: Judgement) -> Judgement:
    """What holds when a reviewer says one thing after another of the same."""
    if before is None or not before.verdict == one.verdict == "corrected":
        return one
    if not (isinstance(before.value, Mapping) and isinstance(one.value, Mapping)):
        return one
    return replace(one, value={**before.value, **one.value})
