"""A happening: one event in the world, as several reports tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.incident import Toll
from onrecord.record.vocabulary import PlacePrecision, TimePrecision


@dataclass(frozen=True, slots=True)
class Where:
    """Where a happening was, as narrowly as the reports that tell of it agree.

    Attributes:
        name: The name.
        geonameid: Its GeoNames id.
        latitude: Degrees north.
        longitude: Degrees east.
        country: ISO 3166-1 alpha-2.
        precision: What kind of place it is.
    """

    name: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    precision: PlacePrecision | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class When:
    """When a happening was.

    Attributes:
        earliest: ISO date: not before.
        latest: ISO date: not after.
        precision: How narrow that is.
    """

    earliest: str | None = None
    latest: str | None = None
    precision: TimePrecision | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class SourceToll:
    """The toll as one source in one report gives it.

    Attributes:
        document: Id of the report.
        incident: Id of the incident in it.
        source: Who gives it, or "narrator".
        statement: Id of the statement that gives it, if one does.
        toll: The figures.
    """

    document: str
    incident: str
    source: str
    toll: Toll
    statement: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event in the world, told by one or more reports.

    Attributes:
        id: Its id.
        type: Its type in the ontology.
        incidents: Report and incident, for each telling.
        place: Where it was.
        time: When it was.
        toll: What it did to people, by each source.
        why: Why the tellings are taken for one event.
    """

    id: str
    type: str | None
    incidents: tuple[tuple[str, str], ...]
    place: Where | None = None
    time: When | None = None
    toll: tuple[SourceToll, ...] = ()
    why: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
