"""Whether two propositions are set in one happening, as far as place, day, act and the reports as a whole tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Final

from onrecord.link.claims.proposition import Setting, Spot

_NEAR: Final = 25.0
"""Kilometres within which two places are one, for the purpose."""
FAR: Final = 60.0
"""Kilometres beyond which two narrow places are two happenings."""
_REGION: Final = 250.0
"""The same where one of them is a province."""
_RADIUS: Final = 6371.0
_GRACE: Final = 1
"""Days by which two days of one happening can differ: nights, and zones of time."""
_WEAK_GRACE: Final = 4
"""The same where a day is only guessed from the day of publication."""


def kilometres(a: Spot, b: Spot) -> float | None:
    """How far two places are apart; None if it is not known where one is."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north, east = radians(b.latitude - a.latitude) / 2, radians(b.longitude - a.longitude) / 2
    part = sin(north) ** 2 + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(part)))


def same_place(a: Sequence[Spot], b: Sequence[Spot]) -> int:
    """1 if a narrow place is shared, -1 if the nearest are far apart, 0 if it cannot be said."""
    answer = 0
    for one in a:
        for other in b:
            if one.bare == other.bare or (one.geonameid is not None and one.geonameid == other.geonameid):
                if not (one.coarse or other.coarse):
                    return 1
                continue
            far = kilometres(one, other)
            if far is None or one.coarse or other.coarse:
                continue
            if far <= _NEAR:
                return 1
    nearest = [far for one in a[:2] for other in b[:2] if (far := kilometres(one, other)) is not None]
    if nearest and min(nearest) > (_REGION if any(s.coarse for s in (*a[:2], *b[:2])) else FAR):
        answer = -1
    return answer


def far_apart(some: Sequence[Spot], others: Sequence[Spot]) -> bool:
    """Whether towns are surely not one, nor beside each other."""
    away = [far for one in some for other in others if (far := kilometres(one, other)) is not None]
    return bool(away) and min(away) > FAR


def days_between(a: Setting, b: Setting) -> int | None:
    """How many days lie between two times; 0 where they meet, None where one is not known."""
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return None
    gap = max(date.fromisoformat(a.earliest), date.fromisoformat(b.earliest)) - min(
        date.fromisoformat(a.latest), date.fromisoformat(b.latest)
    )
    return max(0, gap.days)


def same_time(a: Setting, b: Setting) -> bool:
    """Whether the times can be one."""
    gap = days_between(a, b)
    if gap is None:
        return True
    return gap <= (_GRACE if a.dated and b.dated else _WEAK_GRACE)


def shared(a: Sequence[str], b: Sequence[str]) -> float:
    """The share of the smaller of two sets of stems that is in the other."""
    if not a or not b:
        return 0.0
    return len(set(a) & set(b)) / min(len(set(a)), len(set(b)))


def alike(a: Setting, b: Setting) -> bool:
    """Whether two settings of one report can be one."""
    if a.scenes and b.scenes and not set(a.scenes) & set(b.scenes):
        return False
    return a.long == b.long and same_time(a, b) and same_place(a.spots, b.spots) >= 0
