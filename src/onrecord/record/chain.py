"""A chain: all mentions of one person, group or thing within one report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.span import Span
from onrecord.record.vocabulary import MentionKind


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is said to be.

    Attributes:
        text: The title or description.
        span: Where it stands.
        from_: ISO date from which it holds (JSON key "from").
        until: ISO date until which it holds.
    """

    text: str
    span: Span | None = None
    from_: str | None = None
    until: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one thing.

    Attributes:
        id: Its id within the record.
        kind: What kind of thing it is.
        name: The fullest name that the report gives, or None if it gives none.
        mentions: Ids of the mentions, in the order of the text.
        actor: Id in the registry of actors.
        place: Id of the place, for a location.
        roles: Titles and descriptions, each with its words.
        member_of: Ids of chains that this one belongs to.
        allied_with: Ids of chains that it is said to be allied with.
        opposed_to: Ids of chains that it is said to be against.
    """

    id: str
    kind: MentionKind
    name: str | None
    mentions: tuple[str, ...]
    actor: str | None = None
    place: str | None = None
    roles: tuple[Role, ...] = ()
    member_of: tuple[str, ...] = ()
    allied_with: tuple[str, ...] = ()
    opposed_to: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
