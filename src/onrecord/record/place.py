"""A place that a report names, and where on earth it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.vocabulary import PlacePrecision, PlaceRole


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name could mean.

    Attributes:
        name: Its name in the gazetteer.
        geonameid: Its GeoNames id.
        latitude: Degrees north, WGS 84.
        longitude: Degrees east, WGS 84.
        country: ISO 3166-1 alpha-2.
        admin1: First-order division.
        score: How well it fits; only comparable within one list.
    """

    name: str
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    score: float | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the report names.

    Attributes:
        id: Its id within the record.
        mention: Id of the mention; None for a place that is known from beside the text.
        name: Its name.
        geonameid: Its GeoNames id.
        latitude: Degrees north, WGS 84.
        longitude: Degrees east, WGS 84.
        feature: GeoNames feature code.
        country: ISO 3166-1 alpha-2.
        admin1: First-order division.
        precision: How precise the words are.
        role: Whether something happened there, it was written there, or it is only named.
        confidence: Calibrated probability (0-1) that this is the place meant.
        candidates: What else the name could mean, best first.
        why: Why this one was taken, or none.
    """

    id: str
    mention: str | None
    name: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    feature: str | None = None
    country: str | None = None
    admin1: str | None = None
    precision: PlacePrecision | None = None
    role: PlaceRole | None = None
    confidence: float | None = None
    candidates: tuple[Candidate, ...] = ()
    why: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
