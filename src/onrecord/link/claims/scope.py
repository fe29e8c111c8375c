"""Where and when the propositions of one claim are set: two days or two towns that cannot be one are two claims, however alike the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from onrecord.link.claims.proposition import Proposition, Spot
from onrecord.link.claims.settings import far_apart

_DAYS: Final = 3
"""Days by which reports that name the day can differ on one thing."""
_WIDEST: Final = 5
"""The same where some name no day, so that the days before their publication are taken."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Days and towns of one proposition or several.

    Attributes:
        told: Of those that name a day, as numbers: the first last day, and the last first day. All meet where these are in order.
        days: The same of all of them.
        towns: For each that surely was in a town, the towns; each once.
    """

    told: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    towns: frozenset[tuple[Spot, ...]] = frozenset()

    @classmethod
    def of(cls, proposition: Proposition) -> Self:
        """That of one proposition; what holds of a side or of who has a place is told for long, and has none."""
        if proposition.kind in ("control", "status"):
            return cls()
        setting = proposition.setting
        towns = frozenset({setting.towns} if setting.towns else ())
        if not (setting.earliest and setting.latest):
            return cls(towns=towns)
        earliest, latest = (date.fromisoformat(day).toordinal() for day in (setting.earliest, setting.latest))
        days = (latest, earliest)
        return cls(days if setting.dated else None, days, towns)

    def meets(self, other: Scope) -> bool:
        """Whether what has the one scope and what has the other can be one thing."""
        both = self.with_(other)
        for days, most in ((both.told, _DAYS), (both.days, _WIDEST)):
            if days is not None and days[1] - days[0] > most:
                return False
        return not any(far_apart(mine, theirs) for mine in self.towns for theirs in other.towns)

    def with_(self, other: Scope) -> Scope:
        """That of both together."""
        return Scope(_both(self.told, other.told), _both(self.days, other.days), self.towns | other.towns)


def _both(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])
