"""On what several tellings agree: the narrowest value that more than half of them can mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Final, TypeVar

from onrecord.ontology import NotCoded
from onrecord.record import Document, Place, Record, TimeExpression
from onrecord.record.vocabulary import TimePrecision

__all__ = ["Days", "days_of", "is_stray", "meet", "most_agreed", "narrowness", "places_meet"]

_Value = TypeVar("_Value")
_NARROWEST: Final = (
    "site",
    "settlement",
    "near",
    "district",
    "natural_feature",
    "province",
    "region",
    "sea",
    "country",
)
"""Precisions of places, the narrowest first."""
_WIDE: Final = frozenset({"province", "region", "sea", "country"})
_ONE_PLACE: Final = 25.0
"""Kilometres within which the places of two tellings are taken for one."""
_EARTH: Final = 6371.0
_SURE: Final = 0.9
_A_DAY: Final = timedelta(days=1)
_WIDTHS: Final[tuple[tuple[int, TimePrecision], ...]] = (
    (1, "day"),
    (6, "days"),
    (7, "week"),
    (31, "month"),
    (92, "season"),
    (366, "year"),
)
_ORDER: Final[tuple[TimePrecision, ...]] = ("day", "days", "week", "month", "season", "year", "longer", "none")


@dataclass(frozen=True, slots=True)
class Days:
    """The days that words for a time can mean.

    Attributes:
        first: The first.
        last: The last.
        time: The words.
    """

    first: date
    last: date
    time: TimeExpression

    @property
    def many(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    @property
    def precision(self) -> TimePrecision:
        """How narrow they are, in the words of the record: at least as wide as the days are many."""
        told: TimePrecision = self.time.precision or "none"
        wide: TimePrecision = next((name for most, name in _WIDTHS if self.many <= most), "longer")
        return max(told, wide, key=_ORDER.index)


def most_agreed(
    values: Sequence[_Value], width: Callable[[_Value], float], meets: Callable[[_Value, _Value], bool]
) -> tuple[_Value, tuple[_Value, ...]] | None:
    """The narrowest of the values that most others can mean, and those that cannot; None unless more than half can.

    Args:
        values: What the tellings say, one each.
        width: How wide a value is.
        meets: Whether two can be the same.
    """
    ordered = sorted(values, key=width)
    support = [sum(meets(one, other) for other in values) for one in ordered]
    best = max(support, default=0)
    if best * 2 <= len(values):
        return None
    chosen = ordered[support.index(best)]
    return chosen, tuple(other for other in values if not meets(chosen, other))


def days_of(time: TimeExpression | None, document: Document) -> Days | NotCoded:
    """The days that a time means, or why it means none: a report does not tell what happens after it as having happened.

    Args:
        time: The words.
        document: The report that they stand in.
    """
    if time is None:
        return NotCoded("when it happened is not told")
    if time.type == "SET":
        return NotCoded("it is told as something that comes again")
    first, last = _day(time.earliest), _day(time.latest)
    if first is None or last is None or last < first:
        return NotCoded("when it happened is not known")
    published = _day((document.published or "")[:10])
    if published is not None and first > published + _A_DAY:
        return NotCoded("the day that is told lies after the report")
    return Days(first, last, time)


def meet(one: Days, other: Days) -> bool:
    """Whether two can be the same days."""
    return one.first <= other.last and other.first <= one.last


def narrowness(place: Place) -> int:
    """How wide a place is, 0 the narrowest."""
    return _NARROWEST.index(place.precision) if place.precision in _NARROWEST else len(_NARROWEST)


def places_meet(one: Place, other: Place) -> bool:
    """Whether two places can be the same: near each other, or the one within the other as far as that is known."""
    if one.country and other.country and one.country != other.country:
        return False
    if one.precision in _WIDE or other.precision in _WIDE:
        return one.admin1 is None or other.admin1 is None or one.admin1 == other.admin1
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return one.name is not None and one.name == other.name
    return distance(one, other) <= _ONE_PLACE


def is_stray(place: Place, record: Record) -> bool:
    """Whether a place lies in another country than most of the report's and is not certain: mostly a name found elsewhere."""
    countries = Counter(one.country for one in record.places if one.role == "event" and one.country)
    home = countries.most_common(1)[0][0] if countries else None
    unsure = place.confidence is not None and place.confidence < _SURE
    return place.country not in (None, home) and unsure and place.precision != "country"


def distance(one: Place, other: Place) -> float:
    """Kilometres between two places that are on the map."""
    north, east = one.latitude or 0.0, one.longitude or 0.0
    other_north, other_east = other.latitude or 0.0, other.longitude or 0.0
    up, along = radians(other_north - north) / 2, radians(other_east - east) / 2
    arc = sin(up) ** 2 + cos(radians(north)) * cos(radians(other_north)) * sin(along) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(arc)))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
