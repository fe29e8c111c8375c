"""Where a report is set: the places that its sentences name, and the towns where what they tell surely happened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

from onrecord.link.claims.proposition import Spot
from onrecord.link.claims.settings import FAR, kilometres
from onrecord.link.claims.words import Sentences, skeleton
from onrecord.record.place import Place
from onrecord.record.record import Record
from onrecord.record.span import Span

__all__ = ["Whereabouts", "once_each", "spots_of"]

_COARSE: Final = frozenset({"province", "region", "country", "sea", "natural_feature", "none", None})
_TOWN_OF: Final = re.compile(
    r"\b(?:towns?|villages?|city|cities|hamlet|suburb) of ([A-Z][\w'’-]+(?: (?:al-)?[A-Z][\w'’-]+)?)"
)


@dataclass(frozen=True)
class Whereabouts:
    """The places of a report, by the sentences that name them.

    Attributes:
        record: The report as it was read.
        sentences: Its sentences.
        country: ISO code of the country that is reported on.
    """

    record: Record
    sentences: Sentences
    country: str | None

    @cached_property
    def _spans(self) -> Mapping[str, Span]:
        return {mention.id: mention.span for mention in self.record.mentions}

    @cached_property
    def named(self) -> dict[int, list[Spot]]:
        """The places that each sentence names."""
        found: dict[int, list[Spot]] = {}
        for place in self.record.places:
            span = self._spans.get(place.mention or "")
            if span is not None and place.role != "reporting":
                found.setdefault(self.sentences.at(span.start), []).extend(spots_of(place))
        for number, start in enumerate(self.sentences.starts):
            for match in _TOWN_OF.finditer(self.sentences.text, start, self.sentences.ends[number]):
                bare = skeleton(match.group(1))
                if all(spot.bare != bare for spot in found.get(number, ())):
                    found.setdefault(number, []).insert(0, Spot(match.group(1), bare))
        return found

    @cached_property
    def _towns(self) -> dict[int, list[Spot]]:
        """The towns that each sentence names as where something happened, in the country that is reported on."""
        found: dict[int, list[Spot]] = {}
        for place in self.record.places:
            span = self._spans.get(place.mention or "")
            if span is not None and self._is_town(place):
                found.setdefault(self.sentences.at(span.start), []).extend(spots_of(place))
        return found

    def _is_town(self, place: Place) -> bool:
        located = place.latitude is not None and place.precision not in _COARSE
        return located and place.role == "event" and place.country in (None, self.country)

    @cached_property
    def _only_town(self) -> tuple[Spot, ...]:
        """The town of a report that is set in one alone: what is told without a place of its own was there."""
        spots = once_each(spot for some in self._towns.values() for spot in some)
        apart = [kilometres(one, other) or 0.0 for one, other in combinations(spots, 2)]
        return spots if max(apart, default=0.0) <= FAR else ()

    def towns_at(self, number: int) -> tuple[Spot, ...]:
        """Where the things of a sentence surely happened: in the towns that it names, else in the only one of the report."""
        return once_each(self._towns[number]) if number in self._towns else self._only_town


def spots_of(place: Place) -> list[Spot]:
    """The spot that a place is; none for a whole country."""
    name = place.name or ""
    if not name or place.precision == "country":
        return []
    return [Spot(name, skeleton(name), place.latitude, place.longitude, place.precision in _COARSE, place.geonameid)]


def once_each(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Spots, each once, the first of each name."""
    return tuple({spot.bare: spot for spot in reversed(list(spots))}.values())[::-1]
