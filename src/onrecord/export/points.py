"""Where a place may be drawn or written as a point, and how wide that point is."""

from __future__ import annotations

from typing import Final, Protocol

from onrecord.record.vocabulary import PlacePrecision

__all__ = ["NEAR_METRES", "Placed", "point_of", "radius_of"]

NEAR_METRES: Final = 25_000
"""How far from a settlement something "near" it may have been, as UCDP has it (where_prec 2)."""
_POINTS: Final = ("site", "settlement", "near")


class Placed(Protocol):
    """A place of a report or of a happening."""

    @property
    def latitude(self) -> float | None:
        """Degrees north."""

    @property
    def longitude(self) -> float | None:
        """Degrees east."""

    @property
    def precision(self) -> PlacePrecision | None:
        """What kind of place it is."""


def point_of(place: Placed | None) -> tuple[float, float] | None:
    """Latitude and longitude; None where the place is an area, which no point stands for."""
    if place is None or place.precision not in _POINTS or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def radius_of(place: Placed | None) -> int | None:
    """Metres around the point, for what was near it."""
    return NEAR_METRES if place is not None and place.precision == "near" and point_of(place) else None
