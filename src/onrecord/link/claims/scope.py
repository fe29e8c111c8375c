"""Where and when the propositions of one claim are set: two days or two towns that cannot be one are two claims, however alike the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from onrecord.link.claims.proposition import Proposition, Spot
from onrecord.link.claims.settings import far_apart

_DAYS: Final = 3
"""Days by which reports that name the day can differ on one thing."""
_WIDEST: Final = 21
"""Days between the publication of reports that do not name it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Days and towns of one proposition or several.

    Attributes:
        first: The day of the earliest that names a day, as a number: not after.
        last: The day of the latest: not before.
        news: The days around which those that name none were news: the earliest and the latest.
        towns: For each proposition that surely was in a town, the towns; each once.
    """

    first: int | None = None
    last: int | None = None
    news: tuple[int, int] | None = None
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
        if setting.dated:
            return cls(latest, earliest, None, towns)
        return cls(None, None, (latest, latest), towns)

    def meets(self, other: Scope) -> bool:
        """Whether what has the one scope and what has the other can be one thing."""
        both = self.with_(other)
        if both.first is not None and both.last is not None and both.last - both.first > _DAYS:
            return False
        if both.news is not None and both.news[1] - both.news[0] > _WIDEST:
            return False
        return not any(far_apart(mine, theirs) for mine in self.towns for theirs in other.towns)

    def with_(self, other: Scope) -> Scope:
        """That of both together."""
        firsts = [first for first in (self.first, other.first) if first is not None]
        lasts = [last for last in (self.last, other.last) if last is not None]
        news = [days for days in (self.news, other.news) if days is not None]
        return Scope(
            min(firsts, default=None),
            max(lasts, default=None),
            (min(first for first, _ in news), max(last for _, last in news)) if news else None,
            self.towns | other.towns,
        )
