"""Happenings by place and by time, on either database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.ledger import Ledger
from onrecord.ledger.browsing.places import PlaceKey
from onrecord.link.rooms import Room, Rooms
from onrecord.link.shelf import Pair
from onrecord.pipeline.linking import link_ledger
from onrecord.record import (
    Candidate,
    Chain,
    Content,
    Event,
    Filter,
    Happening,
    Incident,
    Mention,
    Perpetrator,
    Place,
    Record,
    Source,
    Span,
    Statement,
    When,
    Where,
    dumps,
)
from onrecord.record.original import Original
from tests.link import fake_rooms
from tests.link.fake_rooms import FAKES, record_of

EVERYTHING = Filter()
PLACES = {
    "Susah": Where("Susah", 172415, 34.5, 40.9, "SY", "settlement"),
    "Hajin": Where("Hajin", 174506, 34.7, 40.8, "SY", "near"),
    "Deir": Where("Deir", 170793, 35.3, 40.1, "SY", "province"),
    "Kishkiyah": Where("Kishkiyah", None, None, None, None, "settlement"),
}
TIMES = {
    "Susah": When("2018-12-18", "2018-12-18", "day"),
    "Hajin": When("2018-11", "2018-12-02", "days"),
    "Deir": When("2017", "2017", "year"),
}


def read(document: str, text: str, *, stage: str = "accomplished") -> Record:
    """A report in the manner of the fake rooms that names where it was, where it was written, and a place that only comes up."""
    hit = fake_rooms.LINE.search(text)
    assert hit is not None
    record = record_of(document, text)
    whole, who, where = (
        Span.of(text, hit.start(), hit.end()),
        Span.of(text, *hit.span("who")),
        Span.of(text, *hit.span("place")),
    )
    there = PLACES[hit["place"]]
    could = (
        Candidate(there.name or "", there.geonameid, there.latitude, there.longitude, "SY", score=0.8),
        Candidate("Another", 1, 1.0, 2.0, "LY", score=0.2),
    )
    return replace(
        record,
        document=replace(record.document, publisher="Euphrates Wire", published="2018-12-20"),
        mentions=(Mention("m1", who, "person", "name", "k1"), Mention("m2", where, "location", "name", None)),
        chains=(Chain("k1", "organisation", f"The {hit['who']}", ("m1",)),),
        places=(
            Place(
                "p1", "m2", there.name, there.geonameid, there.latitude, there.longitude, country="SY",
                precision=there.precision, role="event", confidence=0.8, candidates=could, why="it lies near the others",
            ),
            Place("p2", None, "Beirut", 276781, 33.9, 35.5, precision="settlement", role="reporting"),
            Place("p3", None, "Syria", 163843, 35.0, 38.0, precision="country", role="mentioned"),
        ),
        statements=(Statement("s1", "indirect", Source((who,), "k1", hit["who"]), None, Content((whole,))),),
        events=(Event("e1", whole, hit["type"].lower(), asserted_by=("s1",), incident=f"i-{hit.start()}"),),
        incidents=(
            Incident(
                f"i-{hit.start()}", hit["type"].lower(), stage, ("e1",), place="p1", perpetrators=(Perpetrator((who,), "k1"),)
            ),
        ),
    )  # fmt: skip


def placed(shelf: Any) -> Room[Any]:
    """Happenings of the fake rooms with the place and the time of these tests."""
    room = fake_rooms.happenings(shelf)

    def build(items: Any, pairs: dict[Pair, Any], judged: Any) -> Any:
        for group in room.build(items, pairs, judged):
            happening: Happening = group.linked
            name = items[group.members[0]].place
            told = replace(happening, type=(happening.type or "").lower(), place=PLACES[name], time=TIMES.get(name))
            yield replace(group, linked=told)

    return replace(room, build=build)


ROOMS = Rooms(FAKES.items, {**FAKES.open, "happenings": placed})


@pytest.fixture
def war(ledger: Ledger) -> Ledger:
    """At Susah one contested shelling told by r1 and r2, near Hajin r3, in the province of Deir r4, and r5 where nobody knows."""
    for record in (
        read("d1", "Shelling in Susah: Observatory says it."),
        read("d2", "Shelling in Susah: Army denies it."),
        read("d3", "Raid in Hajin: Mayor says it."),
        read("d4", "Raid in Deir: Mayor says it."),
        read("d5", "Raid in Kishkiyah: Mayor says it.", stage="threatened"),
    ):
        ledger.add(Original.of(dumps(record).encode(), "application/json", record.document.id), record)
    assert len(list(link_ledger(ledger, ROOMS))) == 5
    return ledger


def id_at(ledger: Ledger, name: str) -> str:
    (row,) = (row for row in ledger.happenings_at(EVERYTHING)[0] if row.place == name)
    return row.id


def test_each_happening_is_counted_at_one_place(war: Ledger) -> None:
    found = {place.name: place for place in war.happenings_by_place(EVERYTHING)}
    assert {name: place.count for name, place in found.items()} == {"Susah": 1, "Hajin": 1, "Deir": 1, "Kishkiyah": 1}
    assert found["Susah"].key == PlaceKey(172415, None, "settlement")
    assert found["Kishkiyah"].key == PlaceKey(None, "Kishkiyah", "settlement")
    assert (found["Hajin"].earliest, found["Hajin"].latest) == ("2018-11", "2018-12-02")


def test_only_what_a_point_may_stand_for_is_drawn(war: Ledger) -> None:
    drawn = {place.name: place.drawn for place in war.happenings_by_place(EVERYTHING)}
    assert drawn == {"Susah": True, "Hajin": True, "Deir": False, "Kishkiyah": False}


def test_it_is_told_how_things_are_told(war: Ledger) -> None:
    rows, total = war.happenings_at(EVERYTHING)
    assert total == 4
    assert [(row.place, row.told_as) for row in rows] == [
        ("Deir", "told"), ("Hajin", "told"), ("Susah", "contested"), ("Kishkiyah", "threatened"),
    ]  # fmt: skip
    counted = {place.name: dict(place.told_as) for place in war.happenings_by_place(EVERYTHING)}
    assert counted["Susah"] == {"contested": 1}
    assert counted["Kishkiyah"] == {"threatened": 1}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (PlaceKey(172415, None, "settlement"), "Susah"),
        (PlaceKey(None, "Kishkiyah", "settlement"), "Kishkiyah"),
        (PlaceKey(172415, None, "near"), None),
        (PlaceKey(None, None, "none"), None),
    ],
)
def test_the_happenings_at_one_place(war: Ledger, key: PlaceKey, name: str | None) -> None:
    rows, total = war.happenings_at(EVERYTHING, key)
    assert [row.place for row in rows] == ([name] if name else [])
    assert total == len(rows)


def test_a_page_of_happenings(war: Ledger) -> None:
    rows, total = war.happenings_at(EVERYTHING, start=1, size=2)
    assert ([row.place for row in rows], total) == (["Hajin", "Susah"], 4)


def test_the_filter_holds_for_places_and_times(war: Ledger) -> None:
    box = Filter.of({"box": "40.85,34.4,41,34.6"})
    assert [place.name for place in war.happenings_by_place(box)] == ["Susah"]
    assert [span.place for span in war.happening_times(box)] == ["Susah"]
    assert war.happenings_at(Filter.of({"about": "mayor"}))[1] == 3


def test_who_tells_of_it_and_why_it_is_put_there(war: Ledger) -> None:
    susah = id_at(war, "Susah")
    first, second = war.placings_of([susah])[susah]
    assert (first.report, second.report) == ("r1", "r2")
    assert (first.publisher, first.sources, first.words, first.name) == (
        "Euphrates Wire",
        ("Observatory",),
        "Susah",
        "Susah",
    )
    assert (first.confidence, first.why) == (0.8, "it lies near the others")
    assert [could.name for could in first.candidates] == ["Susah", "Another"]


def test_the_claims_that_rest_on_it(war: Ledger) -> None:
    susah = id_at(war, "Susah")
    assert {claim.status for claim in war.claims_on([susah])[susah]} == {"contested"}


def test_places_that_are_only_named(war: Ledger) -> None:
    (beirut,) = war.named_places(EVERYTHING, "reporting")
    assert (beirut.name, beirut.count, beirut.drawn) == ("Beirut", 5, True)
    (syria,) = war.named_places(EVERYTHING, "mentioned")
    assert (syria.name, syria.count, syria.drawn) == ("Syria", 5, False)


def test_times_as_far_as_they_are_known(war: Ledger) -> None:
    spans = {span.place: span for span in war.happening_times(EVERYTHING)}
    assert list(spans) == ["Deir", "Hajin", "Susah", "Kishkiyah"]
    assert (spans["Deir"].first, spans["Deir"].last) == (date(2017, 1, 1), date(2017, 12, 31))
    assert (spans["Hajin"].first, spans["Hajin"].last) == (date(2018, 11, 1), date(2018, 12, 2))
    assert [span.exact for span in spans.values()] == [False, False, True, False]
    assert spans["Kishkiyah"].first is None


def test_who_did_it_and_when_claims_and_reports_date_from(war: Ledger) -> None:
    assert war.happening_actors(EVERYTHING)[id_at(war, "Hajin")] == "The Mayor"
    published = date(2018, 12, 20)
    assert war.report_days(EVERYTHING) == {(published, published): 5}
    assert war.claim_days(EVERYTHING).total() == 4
