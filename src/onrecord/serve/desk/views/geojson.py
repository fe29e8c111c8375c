"""Places as GeoJSON, as the map draws them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from onrecord.ledger.browsing.places import PlaceCount
from onrecord.ledger.browsing.told import TOLD_AS, ToldAs
from onrecord.serve.desk.shown import days
from onrecord.wording.visible import flat

__all__ = ["AREAS", "KIND_OF_PLACE", "NEAR_METRES", "feature_of", "geojson", "noted_of"]

NEAR_METRES: Final = 25_000
"""How far from a place something "near" it is taken to be, which is how UCDP GED codes it."""
AREAS: Final = ("district", "province", "natural_feature", "region")
"""What is smaller than a country and wider than one point may stand for."""
KIND_OF_PLACE: Final = {
    "site": "a site", "settlement": "a town or village", "near": "within about 25 km", "district": "a district", "province": "a province",
    "natural_feature": "a landscape", "region": "a region", "country": "a country", "sea": "a sea", "none": "a name only",
}  # fmt: skip
"""The precisions in words."""
_AT_ONCE: Final = 200
_LONGEST: Final = 40


def feature_of(place: PlaceCount, layer: str, url: str) -> dict[str, Any]:
    """A place as GeoJSON: a point only where one point may stand for it, else no geometry.

    Args:
        place: The place.
        layer: "event", or the role in which it is only named.
        url: Where more of it is shown.
    """
    spot = None if place.latitude is None or place.longitude is None else [place.longitude, place.latitude]
    more: dict[str, Any] = {
        "layer": layer, "name": place.name, "shown": _shown(place.name), "precision": place.key.precision, "kind": KIND_OF_PLACE[place.key.precision],
        "country": place.country, "count": place.count, "url": url,
    }  # fmt: skip
    if layer == "event":
        more |= {one: place.told_as[one] for one in TOLD_AS if place.told_as.get(one)}
        more |= {
            "look": _look(place.told_as),
            "earliest": place.earliest,
            "latest": place.latest,
            "noted": noted_of(place),
        }
    if place.key.precision == "near":
        more["radius_m"] = NEAR_METRES
    if place.key.precision in AREAS and spot:
        more |= {"words_at": spot, "area": KIND_OF_PLACE[place.key.precision].removeprefix("a ")}
    geometry = {"type": "Point", "coordinates": spot} if place.drawn else None
    return {"type": "Feature", "geometry": geometry, "properties": more}


def _shown(name: str | None) -> str:
    """The name as a drawing writes it: on one line, and no longer than a name is."""
    written = flat(name or "no name")
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"


def _look(told_as: Mapping[ToldAs, int]) -> str:
    """How a mark looks: as all of its happenings are told, or "some" where they differ and some are contested."""
    kinds = [one for one in TOLD_AS if told_as.get(one)]
    if len(kinds) == 1:
        return kinds[0]
    return "some" if told_as.get("contested") else "told"


def noted_of(place: PlaceCount) -> str:
    """What of the happenings at a place is not simply told, and when they were, in words."""
    words = {"contested": "contested", "denied": "only denied", "threatened": "only threatened or planned"}
    parts = [f"{place.told_as[one]:,} {words[one]}" for one in TOLD_AS[:-1] if place.told_as.get(one)]
    return ", ".join([*parts, days(place.earliest, place.latest)] if place.earliest else parts)


def geojson(features: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Features as one collection, in pieces of some hundred."""
    yield '{"type":"FeatureCollection","features":[\n'
    for at in range(0, len(features), _AT_ONCE):
        piece = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features[at : at + _AT_ONCE])
        yield (",\n" if at else "") + ",\n".join(piece)
    yield "\n]}\n"
