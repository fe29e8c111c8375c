"""Where the ids within a record lead, and who speaks where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol, Self, TypeVar

from onrecord.record.chain import Chain
from onrecord.record.event import Event
from onrecord.record.mention import Mention
from onrecord.record.place import Place
from onrecord.record.quantity import Quantity
from onrecord.record.record import Record
from onrecord.record.statement import Statement
from onrecord.record.time import TimeExpression

__all__ = ["NARRATOR", "ById"]

NARRATOR: Final = "narrator"
"""What stands in the place of a statement's id where the report itself tells something."""


class _Part(Protocol):
    @property
    def id(self) -> str: ...


_Kind = TypeVar("_Kind", bound=_Part)


@dataclass(frozen=True, slots=True)
class ById:
    """The parts of a record by their ids. Of two with one id the first counts.

    Attributes:
        chains: Chains.
        mentions: Mentions.
        times: Time expressions.
        places: Places.
        statements: Statements.
        events: Events.
        quantities: Quantities.
    """

    chains: Mapping[str, Chain]
    mentions: Mapping[str, Mention]
    times: Mapping[str, TimeExpression]
    places: Mapping[str, Place]
    statements: Mapping[str, Statement]
    events: Mapping[str, Event]
    quantities: Mapping[str, Quantity]

    @classmethod
    def of(cls, record: Record) -> Self:
        """Those of a record."""
        return cls(
            _by_id(record.chains),
            _by_id(record.mentions),
            _by_id(record.times),
            _by_id(record.places),
            _by_id(record.statements),
            _by_id(record.events),
            _by_id(record.quantities),
        )

    def speaker(self, statement: Statement) -> str | None:
        """Who speaks: the fullest name that the report has, or its words for the source; None where nobody is named."""
        source = statement.source
        if source is None:
            return None
        chain = self.chains.get(source.chain or "")
        words = " … ".join(span.text for span in source.spans)
        return source.name or (chain.name if chain else None) or words or None


def _by_id(parts: Iterable[_Kind]) -> dict[str, _Kind]:
    found: dict[str, _Kind] = {}
    for part in parts:
        found.setdefault(part.id, part)
    return found
