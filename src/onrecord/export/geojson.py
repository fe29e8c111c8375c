"""Happenings on a map: GeoJSON by RFC 7946, with a point only where a settlement or less is known."""

from __future__ import annotations

import json
from typing import Any, Final

from onrecord.export.material import Account, Format, Material, Sink
from onrecord.export.points import point_of, radius_of
from onrecord.export.standing import standing_of
from onrecord.record import Happening

__all__ = ["FORMAT"]

_HARMS: Final = ("killed", "injured", "abducted", "displaced", "arrested")


def _write(material: Material, sink: Sink, account: Account) -> None:
    with sink.file("happenings.geojson") as stream:
        stream.write(b'{"type":"FeatureCollection","features":[')
        for at, happening in enumerate(material.iter_happenings()):
            line = json.dumps(_feature(happening, material), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
            stream.write(b",\n" if at else b"\n")
            stream.write(line.encode())
            account.wrote("happening")
        stream.write(b"\n]}\n")


def _feature(happening: Happening, material: Material) -> dict[str, Any]:
    place, time = happening.place, happening.time
    point, standing = point_of(place), standing_of(happening, material)
    geometry = None if point is None else {"type": "Point", "coordinates": [point[1], point[0]]}
    properties = {
        "type": happening.type,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "geonameid": place.geonameid if place else None,
        "geo_precision": place.precision if place else None,
        "geo_radius_m": radius_of(place),
        "earliest": time.earliest if time else None,
        "latest": time.latest if time else None,
        "date_precision": time.precision if time else None,
        "claim_status": list(standing.statuses),
        "n_independent": standing.independent,
        "contested": standing.contested,
        "claims": list(standing.claims),
        "n_reports": len({document for document, _ in happening.incidents}),
        **{f"{harm}_{end}": value for harm in _HARMS for end, value in _range(happening, harm).items()},
        "why": happening.why,
    }
    return {"type": "Feature", "id": happening.id, "geometry": geometry, "properties": properties}


def _range(happening: Happening, harm: str) -> dict[str, float | None]:
    """The lowest and the highest figure of any source; a source that sets no upper limit sets none for all."""
    counts = [count for told in happening.toll if (count := getattr(told.toll, harm)) is not None]
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts]
    open_ended = not highs or any(high is None for high in highs)
    return {"low": min(lows, default=None), "high": None if open_ended else max(filter(None.__ne__, highs))}


FORMAT: Final = Format(
    "geojson", "happenings as points and null geometries for maps", ".geojson", "application/geo+json", _write
)
