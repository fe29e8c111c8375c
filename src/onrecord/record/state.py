"""A state: what holds, in contrast to what happens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.span import Span
from onrecord.record.vocabulary import Certainty, Polarity, StateKind


@dataclass(frozen=True, slots=True)
class State:
    """Something that holds: who controls a town, how many fighters a group has.

    Attributes:
        id: Its id within the record.
        kind: What kind of state.
        holder: Id of the chain that it holds of.
        place: Id of the place.
        time: Id of the time expression.
        span: The words.
        low: At least so many, for a strength.
        high: At most so many.
        certainty: How sure it is, by the words of the report.
        polarity: Whether it is told as so, or as not so.
        asserted_by: Ids of the statements that tell of it, or "narrator".
    """

    id: str
    kind: StateKind
    holder: str | None = None
    place: str | None = None
    time: str | None = None
    span: Span | None = None
    low: float | None = None
    high: float | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    asserted_by: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
