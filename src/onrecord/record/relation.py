"""A relation between two actors, as the report says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.span import Span
from onrecord.record.vocabulary import RelationKind


@dataclass(frozen=True, slots=True)
class Relation:
    """What the report says of two actors: that one fights, leads, backs or is part of the other.

    Attributes:
        id: Its id within the record.
        kind: What is said. member_of: the source is part of the target; leads: the source leads it; allied_with; backs: the source
            supports it; fights: the source is against it; same_as: two names of one.
        source: Id of the mention that it is said of.
        target: Id of the mention of the other one.
        source_chain: Id of the source's chain, if it has one.
        target_chain: Id of the target's chain, if it has one.
        span: The words that say it.
    """

    id: str
    kind: RelationKind | None
    source: str
    target: str
    source_chain: str | None = None
    target_chain: str | None = None
    span: Span | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
