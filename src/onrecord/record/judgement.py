"""A judgement: what a person decided about a report or a part of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided.

    Attributes:
        id: Its id.
        object_id: What was judged.
        report_id: The report that it belongs to.
        record_id: The id that a part has within its record; the same part of a later reading may have it again.
        verdict: What was found.
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
