"""A place on earth, as the gazetteer has it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Location"]


@dataclass(frozen=True, slots=True)
class Location:
    """A place on earth.

    Attributes:
        number: Its number within the open gazetteers.
        geonameid: Its GeoNames id; None for what is not from GeoNames.
        name: What it is mainly called.
        latitude: Degrees north, WGS 84; of a country, province or district the approximate middle.
        longitude: Degrees east.
        feature: GeoNames class and code ("P.PPL", "A.ADM1", "H.STM").
        country: ISO 3166-1 alpha-2; None for what lies in several, or in none.
        admin1: Number of the province it is in.
        admin2: Number of the district it is in.
        population: How many people live there; 0 if that is not known.
        province: Name of the province it is in.
        code: GeoNames code of a province, or P-code.
    """

    number: int
    geonameid: int | None
    name: str
    latitude: float
    longitude: float
    feature: str
    country: str | None
    admin1: int | None
    admin2: int | None
    population: int
    province: str | None = None
    code: str | None = None
