"""A number of people or things that a report gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.span import Span
from onrecord.record.vocabulary import Modifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, as a range.

    Attributes:
        id: Its id within the record.
        span: The words.
        low: At least so many.
        high: At most so many.
        modifier: How the words limit the number.
        unit: What is counted or measured ("persons").
        of: What about them ("killed").
        statement: Id of the statement that gives it, or "narrator".
    """

    id: str
    span: Span
    low: float | None = None
    high: float | None = None
    modifier: Modifier | None = None
    unit: str | None = None
    of: str | None = None
    statement: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
