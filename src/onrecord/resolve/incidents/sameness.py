"""Whether two mentions of events can be of one happening. In: what each says. Out: a score, or None where they cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from onrecord.record import Event, Place, TimeExpression
from onrecord.resolve.incidents.vocabulary import COMPATIBLE, FAMILIES, UNTYPED, VAGUENESS

WIDE: Final = frozenset(("country", "region", "natural_feature", "sea"))
"""Places of these precisions contain others without its being looked up."""
SAME_TYPE, SAME_FAMILY, COMPATIBLE_TYPE, OTHER_TYPE = 1.5, 1.0, 0.5, 0.0
"""For types that are the same, of one family, one of them vague ("the attack" on which bombs fell), and both telling: these are one only where the same suffered."""


@dataclass(frozen=True, slots=True)
class When:
    """The days that a mention can mean, as ISO dates."""

    earliest: str
    latest: str

    def meets(self, other: When) -> bool:
        """Whether the two have a day in common."""
        return self.earliest <= other.latest and other.earliest <= self.latest


def family(event: Event) -> str | None:
    """The family of an event's type; None for what makes no incident. What has no type is of the vaguest family."""
    return UNTYPED if event.type is None else FAMILIES.get(event.type)


def by_type(one: Event, other: Event) -> float | None:
    """How well the types of two mentions fit."""
    if one.type == other.type:
        return SAME_TYPE
    families = family(one), family(other)
    if families[0] == families[1]:
        return SAME_FAMILY
    if frozenset(families) not in COMPATIBLE:
        return None
    return COMPATIBLE_TYPE if any(name in VAGUENESS for name in families) else OTHER_TYPE


def when(time: TimeExpression | None) -> When | None:
    """The days of a time expression, where they are few enough to tell happenings apart."""
    if (
        time is None
        or time.earliest is None
        or time.latest is None
        or time.precision in ("year", "longer", "none", "season")
    ):
        return None
    return When(time.earliest, time.latest)


def same_place(one: Place, other: Place) -> bool | None:
    """Whether two places are the same or one holds the other; None where that is not known."""
    if one.id == other.id or (one.geonameid and one.geonameid == other.geonameid):
        return True
    names = {(place.name or "").lower() for place in (one, other)}
    if len(names) == 1:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if "country" in (one.precision, other.precision):
        return True
    if one.admin1 and other.admin1 and one.admin1 != other.admin1:
        return False
    for narrow, wide in ((one, other), (other, one)):
        if wide.precision == "province" and narrow.admin1 and wide.admin1 in (narrow.admin1, None):
            return True
        if (wide.name or "").lower() == (narrow.admin1 or "-").lower():
            return None if wide.precision == narrow.precision else True  # "Aleppo" may be the city or its province
    if one.precision == other.precision and one.precision not in WIDE:
        return False
    if {one.precision, other.precision} & (WIDE | {"none", None}) or one.geonameid is None or other.geonameid is None:
        return None
    return False


def shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many participants two mentions have in common."""
    return len(set(one) & set(other))
