"""The map as a page and as GeoJSON: nothing is put anywhere more narrowly than the words put it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import open_ledger
from onrecord.ledger.browsing.places import PlaceCount, PlaceKey
from onrecord.serve.app import make_app
from onrecord.serve.desk.views.geojson import NEAR_METRES, feature_of, geojson
from onrecord.serve.guard import Keys


@pytest.fixture
def client(samples: Path) -> Iterator[TestClient]:
    keys = Keys()
    with open_ledger(samples) as ledger:
        asking = TestClient(make_app(ledger, keys, 8484), base_url="http://127.0.0.1:8484")
        asking.get(f"/?token={keys.token}")
        yield asking


def place(precision: str, latitude: float | None = 34.5, **told_as: int) -> PlaceCount:
    told = told_as or {"told": 1}
    return PlaceCount(
        PlaceKey(1, None, precision), "Hajin", latitude, 40.8, "SY", sum(told.values()), told, "2018-12-14"
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("precision", ["site", "settlement", "near"])
def test_a_point_where_one_may_stand_for_it(precision: str) -> None:
    feature = feature_of(place(precision), "event", "/map")
    assert feature["geometry"] == {"type": "Point", "coordinates": [40.8, 34.5]}


@pytest.mark.parametrize("precision", ["district", "province", "natural_feature", "region", "country", "sea", "none"])
def test_no_point_for_what_is_wider(precision: str) -> None:
    assert feature_of(place(precision), "event", "/map")["geometry"] is None


def test_no_coordinates_are_made_up() -> None:
    feature = feature_of(place("settlement", None), "event", "/map")
    assert feature["geometry"] is None
    assert "words_at" not in feature["properties"]


def test_near_has_a_stated_radius() -> None:
    assert feature_of(place("near"), "event", "/map")["properties"]["radius_m"] == NEAR_METRES == 25_000
    assert "radius_m" not in feature_of(place("settlement"), "event", "/map")["properties"]


@pytest.mark.parametrize(
    ("told_as", "look"),
    [
        ({"told": 3}, "told"),
        ({"contested": 2}, "contested"),
        ({"contested": 1, "told": 5}, "some"),
        ({"denied": 1}, "denied"),
        ({"denied": 1, "told": 1}, "told"),
        ({"threatened": 2}, "threatened"),
    ],
)
def test_a_mark_looks_as_its_happenings_are_told(told_as: dict[str, int], look: str) -> None:
    assert feature_of(place("settlement", **told_as), "event", "/map")["properties"]["look"] == look


@pytest.mark.parametrize("many", [0, 1, 199, 200, 201, 450])
def test_a_collection_of_any_length_is_json(many: int) -> None:
    read = json.loads("".join(geojson([{"type": "Feature", "n": at} for at in range(many)])))
    assert [one["n"] for one in read["features"]] == list(range(many))


def test_all_happenings_are_in_the_geojson_drawn_or_not(client: TestClient) -> None:
    answer = client.get("/map.json")
    assert answer.headers["content-type"].startswith("application/geo+json")
    features = answer.json()["features"]
    assert sum(one["properties"]["count"] for one in features) == 16
    drawn = {(one["properties"]["name"], one["properties"]["precision"]) for one in features if one["geometry"]}
    assert drawn == {("Hajin", "near"), ("Hajin", "settlement"), ("Manbij", "settlement"), ("Susah", "settlement")}


def test_other_layers_come_only_when_asked_for(client: TestClient) -> None:
    def layers(path: str) -> set[str]:
        return {one["properties"]["layer"] for one in client.get(path).json()["features"]}

    assert layers("/map.json") == {"event"}
    assert layers("/map.json?also=reporting,mentioned") == {"event", "reporting", "mentioned"}


def test_a_page_without_script_has_each_place_with_its_precision(client: TestClient) -> None:
    page = client.get("/map").text
    assert "16 happenings" in page
    assert "Named, but not found on earth" in page
    assert "within about 25 km" in page
    assert "Natural Earth" in page
    assert page.count("<tr><td>") == 16


def test_a_place_shows_who_tells_of_it_and_the_candidates(client: TestClient) -> None:
    page = client.get("/map?geonameid=172415&precision=settlement").text
    assert 'href="/happenings/h1"' in page
    assert "What the words could mean" in page or "No other place of this name is known" in page
    assert "Why: " in page
    assert "contested" in page


def test_the_box_limits_the_list_and_not_what_is_drawn(client: TestClient) -> None:
    page = client.get("/map?box=40.7,34.4,41.1,34.6").text
    assert "1 happening<" in page
    assert "15 more lie elsewhere or have no place" in page
    assert 'data-features="/map.json"' in page
    assert len(client.get("/map.json?box=40.7,34.4,41.1,34.6").json()["features"]) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/map?also=tanks",
        "/map.json?also=tanks",
        "/map?box=1,2,3",
        "/map.json?box=1,2,3",
        "/map?precision=exact",
        "/map?precision=near&geonameid=Hajin",
        "/map?precision=near&geonameid=99999999999999999999",
    ],
)
def test_what_is_none_is_refused(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 400


def test_an_unknown_place_is_no_error(client: TestClient) -> None:
    assert client.get("/map?precision=near&geonameid=7").status_code == 200


def test_an_empty_ledger(tmp_path: Path) -> None:
    keys = Keys()
    with open_ledger(tmp_path / "empty.db", create=True) as ledger:
        asking = TestClient(make_app(ledger, keys, 8484), base_url="http://127.0.0.1:8484")
        asking.get(f"/?token={keys.token}")
        assert "No happenings" in asking.get("/map").text
        assert asking.get("/map.json").json()["features"] == []
        assert "No happenings" in asking.get("/timeline").text


HOSTILE = '</text><script>alert(1)</script>"\u202e' + "x" * 500


def test_a_hostile_name_stays_a_name() -> None:
    one = PlaceCount(PlaceKey(1, None, "settlement"), HOSTILE, 34.5, 40.8, "SY", 1, {"told": 1})
    shown = feature_of(one, "event", "/map")["properties"]["shown"]
    assert "\u202e" not in shown
    assert len(shown) < 60
