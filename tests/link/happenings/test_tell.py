"""From a report to its tellings."""

from __future__ import annotations

import json
from dataclasses import replace

from onrecord.link.happenings import happening_of, telling_from_json, telling_to_json, tellings_of
from onrecord.link.likeness import Likeness
from onrecord.record import Chain, Document, Event, Incident, Mention, Place, Quantity, Record, Span, TimeExpression
from onrecord.record.incident import Count, Participant, Perpetrator, Toll
from onrecord.record.statement import Content, Cue, Source, Statement

TEXT = (
    "Warplanes struck the bakery of Hajin on Tuesday. Twelve people died, the governor said. "
    "The Karwan Brigade denied that it had been there."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def report(**changes: object) -> Record:
    """A report with one air strike, its place, day, actor, target and toll."""
    base = Record(
        Document("sha256:one", TEXT, published="2019-03-06"),
        mentions=(Mention("m-1", span("Hajin"), "location", "name", "c-3", 0.9),),
        chains=(
            Chain("c-1", "organisation", "Karwan Brigade", (), actor="karwan-brigade"),
            Chain("c-2", "facility", "the bakery", ()),
        ),
        times=(TimeExpression("t-1", span("Tuesday"), "DATE", "2019-03-05", "2019-03-05", "2019-03-05", "day"),),
        places=(
            Place("p-1", "m-1", "Hajin", 174112, 34.69, 40.83, None, "SY", "Deir ez-Zor", "settlement", "event", 0.95),
        ),
        statements=(
            Statement(
                "s-1",
                "indirect",
                Source((span("the governor"),), name="the governor"),
                Cue((span("said"),)),
                Content((span("Twelve people died"),)),
            ),
        ),
        quantities=(Quantity("q-1", span("Twelve people"), 12, 12, "exact", "persons", "killed", "s-1"),),
        events=(
            Event("e-1", span("struck"), "air_strike", place="p-1", time="t-1", status="happened", incident="i-1"),
            Event("e-2", span("died"), None, quantities=("q-1",), status="happened", incident="i-1"),
        ),
        incidents=(
            Incident(
                "i-1",
                "air_strike",
                "accomplished",
                ("e-1", "e-2"),
                "p-1",
                "t-1",
                (Perpetrator((span("Warplanes"),), "c-1"),),
                (Participant((span("the bakery"),), "c-2"),),
                toll=Toll(killed=Count(12, 12, "q-1")),
            ),
        ),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def test_a_telling_has_what_the_incident_has() -> None:
    (one,) = tellings_of(report())
    assert (one.document, one.incident, one.type, one.kind) == (
        "sha256:one",
        "i-1",
        "air_strike",
        "Explosions/Remote violence",
    )
    assert one.spot is not None
    assert (one.spot.geonameid, one.spot.country) == (174112, "SY")
    assert (one.earliest, one.latest, one.dated) == ("2019-03-05", "2019-03-05", "told")
    assert one.actors == ("actor:karwan-brigade",)
    assert "bakery" in one.hit
    assert [(r.loss, r.low, r.high) for r in one.toll] == [("killed", 12, 12)]
    assert (one.status, one.background) == ("occurring", False)


def test_figures_are_given_to_those_who_gave_them() -> None:
    (given,) = tellings_of(report())[0].tolls
    assert (given.source, given.statement, given.toll.killed) == ("the governor", "s-1", Count(12, 12, "q-1"))


def test_what_is_news_without_a_day_is_of_the_days_before_the_report() -> None:
    (incident,) = report().incidents
    (one,) = tellings_of(report(incidents=(replace(incident, time=None),)))
    assert (one.earliest, one.latest, one.dated) == ("2019-03-03", "2019-03-06", "report")


def test_a_look_back_without_a_day_is_open_towards_the_past() -> None:
    (incident,) = report().incidents
    events = tuple(replace(e, extra={"background": True}) for e in report().events)
    (one,) = tellings_of(report(incidents=(replace(incident, time=None),), events=events))
    assert (one.earliest, one.latest, one.dated, one.background) == (None, "2019-03-06", "open", True)


def test_without_any_date_nothing_is_guessed() -> None:
    (incident,) = report().incidents
    (one,) = tellings_of(
        report(document=Document("sha256:one", TEXT), incidents=(replace(incident, time=None, place=None),))
    )
    assert (one.earliest, one.latest, one.dated, one.spot) == (None, None, "open", None)


def test_what_is_only_planned_is_marked() -> None:
    events = tuple(replace(e, status="planned") for e in report().events)
    (one,) = tellings_of(report(events=events))
    assert one.status == "planned"


def test_a_name_that_the_gazetteer_has_far_from_all_else_is_known_by_name_only() -> None:
    (place,) = report().places
    stray = replace(place, id="p-2", name="Hass", geonameid=1, country="BT", confidence=0.6)
    others = (place, replace(place, id="p-3"), stray)
    (incident,) = report().incidents
    (one,) = tellings_of(report(places=others, incidents=(replace(incident, place="p-2"),)))
    assert one.spot is not None
    assert (one.spot.name, one.spot.geonameid, one.spot.country) == ("Hass", None, None)


def test_a_telling_survives_json() -> None:
    (one,) = tellings_of(report())
    assert telling_from_json(json.loads(json.dumps(telling_to_json(one)))) == one


def test_a_happening_has_the_narrowest_that_its_tellings_agree_on_and_every_toll() -> None:
    (one,) = tellings_of(report())
    (other,) = tellings_of(report(document=Document("sha256:two", TEXT, published="2019-03-06")))
    assert other.spot is not None
    vague = replace(other, spot=replace(other.spot, name="Syria", geonameid=163843, precision="country"), type="attack")
    found = happening_of([one, vague])
    assert found.incidents == (("sha256:one", "i-1"), ("sha256:two", "i-1"))
    assert found.type == "air_strike"
    assert found.place is not None
    assert found.place.name == "Hajin"
    assert found.time is not None
    assert (found.time.earliest, found.time.precision) == ("2019-03-05", "day")
    assert [(t.document, t.source) for t in found.toll] == [
        ("sha256:one", "the governor"),
        ("sha256:two", "the governor"),
    ]


def test_a_happening_keeps_its_id_when_tellings_are_given_in_another_order() -> None:
    (one,) = tellings_of(report())
    (other,) = tellings_of(report(document=Document("sha256:two", TEXT)))
    assert happening_of([one, other]).id == happening_of([other, one]).id


def test_a_happening_says_which_pair_of_tellings_joined_it() -> None:
    (one,) = tellings_of(report())
    (other,) = tellings_of(report(document=Document("sha256:two", TEXT)))
    pair = (min(one.id, other.id), max(one.id, other.id))
    joined = happening_of([one, other], {pair: Likeness("same", 0.9, ("same place, Hajin", "same day"))})
    assert joined.why == "same place, Hajin; same day (one pair of tellings)"
    assert happening_of([one, other]).why == "joined as a group"
    assert happening_of([one]).why is None
