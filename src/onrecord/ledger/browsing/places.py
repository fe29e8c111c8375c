"""Happenings by place, each place only as narrow as the words put it, and the places that reports merely name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, case, func, literal, select

from onrecord.ledger.browsing.limits import happening_limits, report_limits
from onrecord.ledger.browsing.told import ToldAs, told_as
from onrecord.ledger.linking.tables import HAPPENINGS
from onrecord.ledger.parts import PLACES
from onrecord.ledger.tables import REPORTS
from onrecord.record.filter import Filter

__all__ = [
    "DRAWN",
    "PRECISIONS",
    "HappeningRow",
    "PlaceCount",
    "PlaceKey",
    "happenings_at",
    "named_places",
    "places_of_happenings",
]

DRAWN: Final = ("site", "settlement", "near")
"""The precisions that one point may stand for; of all others it would say more than the words."""
PRECISIONS: Final = (
    "site", "settlement", "near", "district", "province", "natural_feature", "region", "country", "sea", "none",
)  # fmt: skip
"""What kinds of places there are, the narrowest first."""
# The place comes first in the JSON of a happening, and of the names of precisions it shares only "none" with times.
_PRECISION: Final = case(
    *((HAPPENINGS.c.json.contains(f'"precision":"{one}"'), one) for one in PRECISIONS[:-1]), else_=literal("none")
)
_UNPLACED: Final = "none"


@dataclass(frozen=True, slots=True)
class PlaceKey:
    """What one place is known by.

    Attributes:
        geonameid: Its GeoNames id.
        name: Its name, where it has no such id; None where not even that is known.
        precision: What kind of place the words make of it.
    """

    geonameid: int | None
    name: str | None
    precision: str


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place and how much is there.

    Attributes:
        key: What it is known by.
        name: The name that it is called most often.
        latitude: Degrees north; None where nobody knows.
        longitude: Degrees east.
        country: ISO 3166-1 alpha-2.
        count: How many happenings, or of a place that is only named how many reports.
        told_as: How many of the happenings are told how.
        earliest: ISO date of the first.
        latest: ISO date of the last.
    """

    key: PlaceKey
    name: str | None
    latitude: float | None
    longitude: float | None
    country: str | None
    count: int
    told_as: Mapping[ToldAs, int]
    earliest: str | None = None
    latest: str | None = None

    @property
    def drawn(self) -> bool:
        """Whether it has a spot on a map."""
        return self.key.precision in DRAWN and self.latitude is not None and self.longitude is not None


@dataclass(frozen=True, slots=True)
class HappeningRow:
    """A happening in a list of many.

    Attributes:
        id: Its id.
        type: Its type in the ontology.
        place: Where it was.
        precision: What kind of place that is.
        latitude: Degrees north.
        longitude: Degrees east.
        country: ISO 3166-1 alpha-2.
        earliest: ISO date: not before.
        latest: ISO date: not after.
        reports: How many reports tell of it.
        told_as: How it is told.
    """

    id: str
    type: str | None
    place: str | None
    precision: str
    latitude: float | None
    longitude: float | None
    country: str | None
    earliest: str | None
    latest: str | None
    reports: int
    told_as: ToldAs = "told"


def places_of_happenings(connection: Connection, filter: Filter) -> list[PlaceCount]:  # noqa: A002 (it is called so everywhere)
    """The places of the happenings within a filter, those with the most first. All happenings are counted, each once.

    Raises:
        FilterError: There is nothing to look for in the words of the filter.
    """
    table = HAPPENINGS.c
    query = select(
        table.id, table.place, _PRECISION, table.geonameid, table.latitude, table.longitude, table.country, table.earliest, table.latest
    ).where(*happening_limits(filter))  # fmt: skip
    told = told_as(connection)
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for row in connection.execute(query):
        groups.setdefault((row[3], row[1] if row[3] is None else None, row[2]), []).append(row)
    return _most_first(_place_of(PlaceKey(*key), rows, told) for key, rows in groups.items())


def happenings_at(
    connection: Connection,
    filter: Filter,  # noqa: A002
    place: PlaceKey | None,
    start: int,
    size: int,
) -> tuple[list[HappeningRow], int]:
    """Happenings within a filter by when they were, the undated last, and how many there are.

    Args:
        connection: A transaction that reads.
        filter: What is looked at.
        place: Only those at this place.
        start: How many to leave out at the beginning.
        size: How many at most.
    """
    table = HAPPENINGS.c
    within = happening_limits(filter)
    if place is not None:
        within += _is_at(place)
    query = (
        select(
            table.id, table.type, table.place, _PRECISION, table.latitude, table.longitude, table.country, table.earliest,
            table.latest, table.reports,
        )
        .where(*within)
        .order_by(table.earliest.is_(None), table.earliest, table.number)
        .offset(start)
        .limit(size)
    )  # fmt: skip
    total = connection.scalar(select(func.count()).select_from(HAPPENINGS).where(*within)) or 0
    rows = [HappeningRow(*row) for row in connection.execute(query)]
    told = told_as(connection, [row.id for row in rows])
    return [replace(row, told_as=told.get(row.id, "told")) for row in rows], int(total)


def named_places(connection: Connection, filter: Filter, role: str) -> list[PlaceCount]:  # noqa: A002
    """The places that the reports within a filter name in a role in which nothing need have happened there.

    Args:
        connection: A transaction that reads.
        filter: What is looked at; its box is that of these places.
        role: "reporting" or "mentioned".
    """
    place = PLACES.c
    query: Select[Any] = (
        select(place.name, place.precision, place.geonameid, place.latitude, place.longitude, place.country, func.count(place.report.distinct()))
        .join(REPORTS, REPORTS.c.latest_reading == place.reading)
        .where(place.role == role, *report_limits(filter))
        .group_by(place.name, place.precision, place.geonameid, place.latitude, place.longitude, place.country)
    )  # fmt: skip
    groups: dict[PlaceKey, list[Any]] = {}
    for row in connection.execute(query):
        groups.setdefault(_key(row[2], row[0], row[1]), []).append(row)
    return _most_first(_named(key, rows) for key, rows in groups.items())


def _is_at(place: PlaceKey) -> list[ColumnElement[bool]]:
    table = HAPPENINGS.c
    named = table.place.is_(None) if place.name is None else table.place == place.name
    known = [table.geonameid.is_(None), named] if place.geonameid is None else [table.geonameid == place.geonameid]
    return [_PRECISION.in_([place.precision]), *known]


def _key(geonameid: int | None, name: str | None, precision: str | None) -> PlaceKey:
    return PlaceKey(geonameid, None if geonameid is not None else name, precision or _UNPLACED)


def _place_of(key: PlaceKey, rows: list[Any], told: Mapping[str, ToldAs]) -> PlaceCount:
    ids, names, _, _, latitudes, longitudes, countries, earliest, latest = zip(*rows, strict=True)
    called = Counter(names).most_common(1)[0][0]
    how = Counter[ToldAs](told.get(id_, "told") for id_ in ids)
    ends = min(filter(None, earliest), default=None), max(filter(None, latest), default=None)
    return PlaceCount(key, called, latitudes[0], longitudes[0], countries[0], len(rows), how, *ends)


def _named(key: PlaceKey, rows: list[Any]) -> PlaceCount:
    most = max(rows, key=lambda row: row[6])
    return PlaceCount(key, most.name, most.latitude, most.longitude, most.country, sum(row[6] for row in rows), {})


def _most_first(places: Iterable[PlaceCount]) -> list[PlaceCount]:
    return sorted(places, key=lambda one: (-one.count, one.name or "", one.key.precision))
