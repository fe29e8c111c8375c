"""The timeline as a page: known days as marks, unknown ones as stretches, and nothing left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import open_ledger
from onrecord.serve.app import make_app
from onrecord.serve.guard import Keys


@pytest.fixture
def client(samples: Path) -> Iterator[TestClient]:
    keys = Keys()
    with open_ledger(samples) as ledger:
        asking = TestClient(make_app(ledger, keys, 8484), base_url="http://127.0.0.1:8484")
        asking.get(f"/?token={keys.token}")
        yield asking


def test_each_dated_happening_is_drawn_once(client: TestClient) -> None:
    page = client.get("/timeline").text
    assert "16 happenings: 7 on a known day, 9 within some days, none without a date" in page
    drawn = re.findall(r'<a href="/happenings/(h\d+)" aria-label', page)
    assert sorted(drawn) == sorted(f"h{number}" for number in range(1, 17))


def test_an_unknown_day_is_a_stretch_and_a_known_one_a_mark(client: TestClient) -> None:
    page = client.get("/timeline").text
    # Stretches in the drawing; two more are in the legend.
    assert page.count('class="span is-') - 2 == 9
    assert "some time from 2018-11-15 to 2018-11-18" in page
    assert ", 2018-11-16, 1 report" in page


def test_claims_and_reports_have_marks_of_their_own(client: TestClient) -> None:
    page = client.get("/timeline").text
    assert 'aria-label="Reports, by publication: 6"' in page
    assert "Claims, by their dates" in page


@pytest.mark.parametrize(
    ("lanes", "name"), [("type", "Armed clash: "), ("place", "Hajin: "), ("actor", "Islamic State: ")]
)
def test_lanes(client: TestClient, lanes: str, name: str) -> None:
    assert f'aria-label="{name}' in client.get(f"/timeline?lanes={lanes}").text


def test_time_is_zoomed_by_the_filter(client: TestClient) -> None:
    page = client.get("/timeline?since=2018-10&until=2018-10").text
    assert "2018-10-01 to 2018-10-31" in page
    assert "/timeline?since=2018-08-31&amp;until=2018-09-30" in page
    assert 'aria-label="Air or drone strike' not in page


@pytest.mark.parametrize(
    "query",
    [
        "since=0001",
        "until=9999",
        "since=0001&until=9999",
        "since=2020&until=2010",
        "since=9999-12-31",
        "until=0001-01-01",
    ],
)
def test_any_stretch_of_time_can_be_asked_for(client: TestClient, query: str) -> None:
    assert client.get(f"/timeline?{query}").status_code == 200


def test_lanes_that_there_are_not(client: TestClient) -> None:
    answer = client.get("/timeline?lanes=mood")
    assert answer.status_code == 400
    assert "type, place, actor" in answer.text


def test_rows_for_a_program(client: TestClient) -> None:
    answer = client.get("/timeline.json?size=3&at=hajin").json()
    assert (answer["total"], len(answer["rows"])) == (3, 3)
    assert answer["rows"][0]["earliest"] == "2018-11-15"


def test_claims_are_not_counted_under_a_type_of_event(client: TestClient) -> None:
    page = client.get("/timeline?kind=armed_clash").text
    assert "3 happenings" in page
    assert "Claims, by their dates" not in page
