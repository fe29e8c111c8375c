"""What the registry knows of one actor."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

__all__ = ["KINDS", "SIDES", "Entry", "Holding", "Period", "Side"]

KINDS: Final = (
    "state",
    "government",
    "armed_forces",
    "ministry",
    "agency",
    "office",
    "armed_group",
    "party",
    "coalition",
    "organisation",
    "monitor",
    "outlet",
    "people",
    "person",
)
"""What an entry can be. `person` is only ever made from the holders of an office; nobody writes one."""
SIDES: Final = ("with", "against")


@dataclass(frozen=True, slots=True)
class Period:
    """From when until when, as exactly as it is known: a year, a month or a day; None where it is open.

    Attributes:
        since: The first year, month or day.
        until: The last one.
    """

    since: str | None = None
    until: str | None = None

    def may_hold(self, day: str) -> bool:
        """Whether it can have been so on a day, or within a month or year: dates are compared as far as both go."""
        starts = self.since is None or day[: len(self.since)] >= self.since[: len(day)]
        return starts and (self.until is None or day[: len(self.until)] <= self.until[: len(day)])

    def __str__(self) -> str:
        return f"{self.since or ''} to {self.until or ''}".strip()


@dataclass(frozen=True, slots=True)
class Side:
    """With whom or against whom somebody stood.

    Attributes:
        stance: "with" or "against".
        entry: Id of the other one.
        period: When.
    """

    stance: str
    entry: str
    period: Period = Period()


@dataclass(frozen=True, slots=True)
class Holding:
    """That somebody held an office.

    Attributes:
        office: Id of the office.
        person: Id of the holder.
        period: When.
    """

    office: str
    person: str
    period: Period = Period()


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor.

    Attributes:
        id: Its id, which a chain's `actor` names.
        name: Its usual English name.
        kind: One of `KINDS`.
        country: ISO 3166-1 alpha-2 code of the state that it belongs to, or where it acts; None for several.
        aliases: Other names that are its alone, in any script.
        ambiguous: Names that others bear, too: "the coalition".
        described: How reports speak of it without its name: "jihadist group".
        people: For a state or a people, the adjective and the nouns for its people: "Syrian", "Syrians".
        capital: For a state, its capital.
        title: For an office, what its holder is called: "president".
        parent: Id of what it is part of.
        sides: Whom it stood with and against.
        holdings: For an office its holders, for a person the offices.
        wikidata: Its Wikidata id.
        code: A code after the manner of CAMEO: "SYRREB".
        domains: For one that publishes, the domains of its site.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    title: str | None = None
    parent: str | None = None
    sides: tuple[Side, ...] = ()
    holdings: tuple[Holding, ...] = field(default=(), repr=False)
    wikidata: str | None = None
    code: str | None = None
    domains: tuple[str, ...] = ()
