"""A time expression, and the days that it can mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.span import Span
from onrecord.record.vocabulary import Derivation, TimePrecision, TimeType


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words for a time.

    Attributes:
        id: Its id within the record.
        span: The words; None for a time that is known from beside the text.
        type: TIMEX3 type.
        value: TIMEX3 value.
        earliest: ISO date of the first day that it can mean.
        latest: ISO date of the last day that it can mean.
        precision: How precise the words are.
        derivation: Whether the value is written out, was worked out from an anchor, or has none.
        anchor: The words that an anchored time was worked out from; None if that was the publication date.
    """

    id: str
    span: Span | None
    type: TimeType | None = None
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: TimePrecision | None = None
    derivation: Derivation | None = None
    anchor: Span | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
