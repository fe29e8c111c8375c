"""GeoJSON: of the shape of RFC 7946, and a point only where one is known."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from onrecord.export.geojson import FORMAT
from onrecord.export.material import Account
from onrecord.record import Happening, Where
from onrecord.record.vocabulary import PlacePrecision
from tests.export.materials import Kept, Made, claim, happening

_POSITION = {
    "type": "array", "minItems": 2, "maxItems": 3,
    "prefixItems": [{"type": "number", "minimum": -180, "maximum": 180}, {"type": "number", "minimum": -90, "maximum": 90}],
    "items": {"type": "number"},
}  # fmt: skip
_GEOMETRY = {
    "oneOf": [
        {"type": "null"},
        *(
            {
                "type": "object",
                "required": ["type", "coordinates"],
                "properties": {"type": {"const": name}, "coordinates": coordinates, "bbox": {"type": "array"}},
                "not": {"anyOf": [{"required": [wrong]} for wrong in ("geometry", "properties", "features")]},
            }
            for name, coordinates in (
                ("Point", _POSITION),
                ("MultiPoint", {"type": "array", "items": _POSITION}),
                ("LineString", {"type": "array", "minItems": 2, "items": _POSITION}),
                ("Polygon", {"type": "array", "items": {"type": "array", "minItems": 4, "items": _POSITION}}),
            )
        ),
    ]
}
_NO_CRS = {"not": {"required": ["crs"]}}
RFC_7946: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["type", "features"],
    **_NO_CRS,
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "properties", "geometry"],
                **_NO_CRS,
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "geometry": _GEOMETRY,
                    "properties": {"type": ["object", "null"]},
                },
                "not": {"anyOf": [{"required": [wrong]} for wrong in ("coordinates", "geometries", "features")]},
            },
        },
    },
}


def features(made: Made) -> list[dict[str, Any]]:
    sink, account = Kept(), Account()
    FORMAT.write(made, sink, account)
    value = json.loads(sink.files["happenings.geojson"])
    jsonschema.Draft202012Validator(RFC_7946).validate(value)
    assert account.written == {"happening": len(value["features"])} or not value["features"]
    return list(value["features"])


def placed(precision: PlacePrecision | None) -> Happening:
    return happening(place=Where("Somewhere", None, 34.53, -140.9, "SY", precision))


def test_the_schema_refuses_what_the_standard_does() -> None:
    wrong = {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": None, "geometry": {"type": "Point", "coordinates": [34.5, 140.9]}}]}  # fmt: skip
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(RFC_7946).validate(wrong)


def test_nothing_is_a_collection_too() -> None:
    assert features(Made(happenings=())) == []


@pytest.mark.parametrize("precision", ["site", "settlement", "near"])
def test_a_point_has_the_longitude_first(precision: PlacePrecision) -> None:
    (feature,) = features(Made(happenings=(placed(precision),)))
    assert feature["geometry"] == {"type": "Point", "coordinates": [-140.9, 34.53]}
    assert feature["properties"]["geo_radius_m"] == (25_000 if precision == "near" else None)


@pytest.mark.parametrize(
    "precision", ["district", "province", "natural_feature", "region", "country", "sea", "none", None]
)
def test_an_area_is_no_point_and_keeps_its_name(precision: PlacePrecision | None) -> None:
    (feature,) = features(Made(happenings=(placed(precision),)))
    assert feature["geometry"] is None
    assert feature["properties"]["place"] == "Somewhere"
    assert feature["properties"]["geo_precision"] == precision


def test_status_counts_and_figures_travel_along() -> None:
    (feature,) = features(Made())
    told = feature["properties"]
    assert (told["claim_status"], told["contested"], told["n_independent"], told["claims"]) == (
        ["contested"],
        True,
        1,
        ["c1"],
    )
    assert (told["killed_low"], told["killed_high"]) == (7, None)
    assert (told["earliest"], told["latest"], told["date_precision"]) == ("2018-12-18", "2018-12-18", "day")


def test_a_claim_of_others_does_not_make_a_happening_corroborated() -> None:
    (feature,) = features(Made(claims=(claim(status="corroborated"),)))
    assert feature["properties"]["claim_status"] == []
    assert feature["properties"]["n_independent"] is None
    assert feature["properties"]["claims"] == ["c1"]
