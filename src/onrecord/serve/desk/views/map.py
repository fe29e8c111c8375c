"""The map: happenings where their words put them, drawn as narrowly as that is known and never narrower."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from starlette.responses import Response, StreamingResponse

from onrecord.errors import FilterError
from onrecord.ledger.browsing.places import PRECISIONS, HappeningRow, PlaceCount, PlaceKey
from onrecord.ledger.browsing.placing import Placing
from onrecord.ledger.browsing.told import Resting
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.views.choices import HAPPENING_KINDS, STATUSES
from onrecord.serve.desk.views.geojson import AREAS, KIND_OF_PLACE, feature_of, geojson, noted_of

__all__ = ["MapPage", "PlaceGroup", "show_map"]

_LAYERS: Final = {"reporting": "where reports were written", "mentioned": "only named in reports"}
_LISTED: Final = 60
_AT_ONE_PLACE: Final = 20


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Places that are known equally well.

    Attributes:
        title: How well that is.
        note: What it means for the map.
        places: The places with the most happenings.
        more: How many places are left out of the list.
        happenings: How many happenings all of them have.
    """

    title: str
    note: str
    places: tuple[PlaceCount, ...]
    more: int
    happenings: int


@dataclass(frozen=True, slots=True)
class Here:
    """A happening at the place that is looked at.

    Attributes:
        row: The happening.
        placings: Who tells of it and how each puts it there.
        claims: The claims that rest on it.
    """

    row: HappeningRow
    placings: tuple[Placing, ...]
    claims: tuple[Resting, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the map shows.

    Attributes:
        groups: The places of what is within the filter, by how well they are known.
        within: How many happenings are within the filter.
        drawn: How many of these have a spot on the map.
        everywhere: How many there are where the map's box is no limit.
        place: The place that is looked at.
        here: The happenings at that place.
        rows: The happenings of this page of the table.
        total: How many the table has.
        layers: The other layers, each with the number of its places that can be drawn and whether it is shown.
        features: The address of what is drawn.
        kinds: The types of events to choose from.
        statuses: The statuses of claims to choose from.
    """

    groups: tuple[PlaceGroup, ...]
    within: int
    drawn: int
    everywhere: int
    place: PlaceCount | None
    here: tuple[Here, ...]
    rows: tuple[HappeningRow, ...]
    total: int
    layers: tuple[tuple[str, str, int, bool], ...]
    features: str
    kinds: tuple[tuple[str, str], ...] = HAPPENING_KINDS
    statuses: tuple[tuple[str, str], ...] = STATUSES

    @staticmethod
    def url_of(asked: Asked, place: PlaceCount) -> str:
        """The address of the map with one place looked at."""
        return _url_of(asked, place)

    @staticmethod
    def kind_of(precision: str) -> str:
        """What kind of place that is, in words."""
        return KIND_OF_PLACE[precision]

    @staticmethod
    def noted(place: PlaceCount) -> str:
        """What of its happenings is not simply told, in words."""
        return noted_of(place)


def show_map(desk: Desk, asked: Asked) -> Response:
    """Shows it, or for a program gives the places as GeoJSON."""
    if asked.json:
        return StreamingResponse(geojson(list(_drawn(desk, asked))), media_type="application/geo+json")
    places = desk.ledger.happenings_by_place(asked.filter)
    everywhere = (
        places if asked.filter.box is None else desk.ledger.happenings_by_place(replace(asked.filter, box=None))
    )
    key = _key_asked(asked)
    place = next((one for one in everywhere if one.key == key), None)
    # A place that was picked may lie outside the box: it is shown all the same.
    limits = replace(asked.filter, box=None) if place else asked.filter
    size = _AT_ONE_PLACE if place and "size" not in asked.options else asked.size
    rows, total = desk.ledger.happenings_at(limits, place.key if place else None, start=asked.start, size=size)
    page = MapPage(
        groups=tuple(_grouped(places)),
        within=sum(one.count for one in places),
        drawn=sum(one.count for one in places if one.drawn),
        everywhere=sum(one.count for one in everywhere),
        place=place,
        here=_here(desk, rows) if place else (),
        rows=tuple(rows),
        total=total,
        layers=tuple(_layers(desk, asked)),
        features=asked.url("/map.json", also=asked.options.get("also"), box=None),
    )
    return desk.page(replace(asked, size=size), "map.html", page)


def _here(desk: Desk, rows: list[HappeningRow]) -> tuple[Here, ...]:
    ids = [row.id for row in rows]
    placings, claims = desk.ledger.placings_of(ids), desk.ledger.claims_on(ids)
    return tuple(Here(row, placings.get(row.id, ()), claims.get(row.id, ())) for row in rows)


def _grouped(places: list[PlaceCount]) -> Iterator[PlaceGroup]:
    groups: dict[str, list[PlaceCount]] = {name: [] for name in _GROUPS}
    for one in places:
        groups[_group_of(one)].append(one)
    for name, found in groups.items():
        if found:
            title, note = _GROUPS[name]
            happenings = sum(one.count for one in found)
            yield PlaceGroup(title, note, tuple(found[:_LISTED]), max(len(found) - _LISTED, 0), happenings)


_GROUPS: Final = {
    "spot": ("On the map", "A filled mark is a known place; a broken ring is somewhere within about 25 km of one."),
    "area": (
        "Known to be in an area only",
        "The map has the name of the area and no mark: where within it is not known.",
    ),
    "wide": ("Known to be in a country or sea only", "Not on the map."),
    "lost": ("Named, but not found on earth", "The words name a place of which no coordinates are known."),
    "none": ("No place said", "The reports do not say where."),
}


def _group_of(place: PlaceCount) -> str:
    if place.drawn:
        return "spot"
    if place.key.precision in ("country", "sea"):
        return "wide"
    if place.key.precision in AREAS:
        return "area"
    return "lost" if place.name else "none"


def _layers(desk: Desk, asked: Asked) -> Iterator[tuple[str, str, int, bool]]:
    shown = _also(asked)
    for role, name in _LAYERS.items():
        found = desk.ledger.named_places(replace(asked.filter, box=None), role)
        yield role, name, sum(1 for one in found if one.drawn), role in shown


def _also(asked: Asked) -> tuple[str, ...]:
    """The layers that are shown besides what happened.

    Raises:
        FilterError: There is no such layer.
    """
    named = tuple(filter(None, asked.options.get("also", "").split(",")))
    for one in named:
        if one not in _LAYERS:
            raise FilterError(f"also: there is no layer {one!r}; there are {' and '.join(_LAYERS)}")
    return named


def _drawn(desk: Desk, asked: Asked) -> Iterable[dict[str, Any]]:
    """What is to be drawn, the largest at the bottom. What has no spot on earth is there without geometry."""
    for role in _also(asked):
        for one in desk.ledger.named_places(asked.filter, role):
            if one.drawn:
                yield feature_of(one, role, asked.url("/reports", at=one.name))
    for one in desk.ledger.happenings_by_place(asked.filter):
        yield feature_of(one, "event", _url_of(asked, one))


def _url_of(asked: Asked, place: PlaceCount) -> str:
    key = place.key
    named = {"geonameid": key.geonameid, "place": key.name, "precision": key.precision}
    return asked.url("/map", also=asked.options.get("also"), **named) + "#within"


def _key_asked(asked: Asked) -> PlaceKey | None:
    """The place that the address names; it is one by its id or its name, and by what kind of place it is taken for.

    Raises:
        FilterError: It is none.
    """
    options = asked.options
    precision, number = options.get("precision"), options.get("geonameid")
    if precision is None:
        return None
    if precision not in PRECISIONS:
        raise FilterError(f"precision: {precision!r} is none; there are {', '.join(PRECISIONS)}")
    if number is not None and not (number.isascii() and number.isdigit() and len(number) < 16):
        raise FilterError(f"geonameid: {number!r} is none; it is a whole number")
    return PlaceKey(int(number), None, precision) if number else PlaceKey(None, options.get("place"), precision)
