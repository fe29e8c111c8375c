"""Where places lie: over the whole report, with a reason, or not at all."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Chain, Document, Record
from onrecord.record.codec import dumps, loads
from onrecord.reference.gazetteer import open_gazetteer
from onrecord.resolve.locating import locate
from tests.resolve.locating.reports import located, marked, place

FRONT = "[n:Syrian] fighters left [Hajin] for [Susah] on Monday. Shells fell on [Raqqa] and [Kobani], and [Manbij] was quiet."


@pytest.mark.parametrize(
    ("name", "geonameid"), [("Hajin", 174506), ("Susah", 172415), ("Raqqa", 172955), ("Kobani", 172256)]
)
def test_towns_of_one_front_are_found_together(name: str, geonameid: int) -> None:
    found = place(FRONT, name)
    assert (found.geonameid, found.country, found.precision) == (geonameid, "SY", "settlement")
    assert found.why


def test_the_same_name_elsewhere_is_another_place() -> None:
    here = place(
        "The ferry left [Sousse] for [Tunis]. Hotels in [Susah] and [Sfax] were full, [n:Tunisian] officials said.",
        "Susah",
    )
    assert here.country == "TN"


def test_what_is_said_to_lie_in_something_does() -> None:
    texas = place("The fair opened in [Paris, Texas] on Friday.", "Paris")
    assert (texas.country, texas.admin1) == ("US", "Texas")
    assert place("The fair opened in [Paris] on Friday.", "Paris").country == "FR"


def test_two_places_of_one_name_are_kept_apart_where_the_report_does_so() -> None:
    found = [
        p
        for p in located("They flew from [Tripoli], [Libya], to [Tripoli], [Lebanon], by way of Malta.")
        if p.name == "Tripoli"
    ]
    assert [p.country for p in found] == ["LY", "LB"]


def test_what_is_called_a_province_is_one() -> None:
    report = (
        "The road from [Deir-ez-Zor Province] to [Hasakah] was cut. In [Deir-ez-Zor] city, [Syria], bakeries closed."
    )
    province = place(report, "Deir-ez-Zor Province")
    assert (province.geonameid, province.feature, province.precision) == (170792, "A.ADM1", "province")
    assert place(report, "Deir-ez-Zor").precision == "settlement"


def test_a_river_is_no_town_and_has_no_point() -> None:
    river = place(f"{FRONT} Boats crossed the [Euphrates].", "Euphrates")
    assert (river.precision, river.feature, river.latitude) == ("natural_feature", "H.STM", None)


def test_people_lead_to_their_country_and_are_only_named() -> None:
    people = place("Two [n:Iraqi] drivers were held at the crossing.", "Iraqi")
    assert (people.country, people.precision, people.role) == ("IQ", "country", "mentioned")


@pytest.mark.parametrize(
    ("report", "name"),
    [
        ("The [o:SDF] said so. The [o:SDF] said it again near [Hajin].", "SDF"),
        ("[p:Paris Brun] spoke. [p:Paris] said no more.", "Paris"),
        ("[p:Anna Welch] hid. They took money from [Welch] and ran.", "Welch"),
        ("[p:Welch] hid, and [p:Welch] was found. They took money from [Welch] and ran.", "Welch"),
        ("[p:Omar Jackson Jr.] left. The [o:Jackson] plan stayed.", "Jackson"),
        ("[p:George Washington] had teeth of wood. [Washington] slept here.", "Washington"),
        ("Shells hit [Jabhat Al-Shimal] in the hills near [Hajin].", "Jabhat Al-Shimal"),
        ("A man of the [Free Hajin Army] left [Raqqa].", "Free Hajin Army"),
        ("[Hamas] said in [Gaza] that it had not fired.", "Hamas"),
        ("The [o:Media Board] met, and the [o:Union Council] did not.", "Media"),
    ],
)
def test_who_looks_like_a_place_is_none(report: str, name: str) -> None:
    assert name not in {found.name for found in located(report)}


@pytest.mark.parametrize(
    "report",
    [
        "[p:Paris Brun] flew home. Rain fell in [Paris] all day.",
        "[p:Anna Paris] flew home. A [Paris] man was held.",
        "[p:Anna Paris] flew home. The train left from [Paris], 40 minutes late, and nobody in [Paris] knew.",
        "[p:Paris] was said to be full. Omar Holt, 17, from [Paris], left.",
    ],
)
def test_a_town_that_somebody_is_called_like_is_one_where_the_report_goes_there(report: str) -> None:
    assert "Paris" in {found.name for found in located(report)}


def test_a_unit_that_the_reader_once_took_for_a_place_is_none() -> None:
    report = "[o:Liwa Zahran] moved north. [o:Liwa Zahran] said it would stay. A man of [Liwa Zahran] fell."
    assert located(report) == []


def test_a_town_within_the_name_of_something_else_is_only_named() -> None:
    found = place("The [o:Raqqa Civil Council] met. Later, rain fell in [Raqqa], [Syria].", "Raqqa")
    assert (found.country, found.role) == ("SY", "mentioned")


def test_what_nothing_speaks_for_gets_no_answer_but_keeps_its_candidates() -> None:
    open_ = place("A letter came from [Springfield].", "Springfield")
    assert (open_.geonameid, open_.latitude) == (None, None)
    assert open_.confidence is not None
    assert len(open_.candidates) > 1
    assert "not certain enough" in (open_.why or "")


@pytest.mark.parametrize(
    ("words", "geonameid"),
    [
        ("[Syrian city of Raqqa]", 172955),
        ("[Syrian capital Damascus]", 170654),
        ("[Deir Azzour]", 170794),
    ],
)
def test_words_about_a_place_and_other_spellings_do_not_hide_it(words: str, geonameid: int) -> None:
    assert geonameid in {
        p.geonameid for p in located(f"Shells fell in {words} on Monday, [n:Syrian] officials in [Syria] said.")
    }


@pytest.mark.parametrize("word", ["West", "Western", "Gulf"])
def test_a_direction_alone_is_no_province(word: str) -> None:
    assert place(f"The [{word}] waited, [n:Syrian] officials said.", word).geonameid is None


def test_what_only_sounds_like_a_place_has_to_lie_in_a_country_of_the_report() -> None:
    assert place("Strikes hit the village of [al-Buqan] in [Syria].", "al-Buqan").candidates == ()


def test_a_name_that_the_gazetteer_lacks_says_so() -> None:
    unknown = place("Shots were heard in [Qalat Brunvesh].", "Qalat Brunvesh")
    assert (unknown.precision, unknown.why, unknown.candidates) == (
        "none",
        "no place of this name in the gazetteer",
        (),
    )


def test_the_country_of_an_outlet_speaks_for_its_own_places() -> None:
    report = "Police closed the bridge in [Lincoln] after a crash."
    ours = [p.candidates[0].country for p in located(report, url="https://www.example.co.uk/news/1")]
    others = [p.candidates[0].country for p in located(report)]
    assert (ours, others) == (["GB"], ["US"])


def test_a_chain_of_a_place_gets_it() -> None:
    record = marked(FRONT)
    chained = Record(record.document, record.mentions, (Chain("c1", "location", "Hajin", ("m1",)),))
    (chain,) = locate(chained, open_gazetteer()).chains
    assert chain.place == next(p.id for p in locate(chained, open_gazetteer()).places if p.name == "Hajin")


def test_every_place_has_a_mention_that_holds_its_words() -> None:
    record = locate(marked(f"{FRONT} The [o:Raqqa Civil Council] met in [Idlib, Syria]."), open_gazetteer())
    mentions = {m.id: m for m in record.mentions}
    assert len({p.mention for p in record.places}) == len(record.places)
    assert all(p.name in mentions[p.mention or ""].span.text for p in record.places)
    assert json.loads(dumps(loads(dumps(record)))) == json.loads(dumps(record))


def test_three_thousand_names_are_one_report_like_any_other() -> None:
    towns = ["Hajin", "Raqqa", "Springfield", "Qalat Brunvesh", "San Jose", "Kobani"]
    report = " ".join(f"Shells fell in [{towns[k % 6]}{'' if k % 2 else f' {k}th'}]." for k in range(3000))
    found = located(report)
    assert len([p for p in found if p.name == "Raqqa"]) == 500


@given(st.text(alphabet="HRSajinqusé ,.-'’()[]\n", max_size=120))
def test_any_text_can_be_located(text: str) -> None:
    record = locate(marked(text), open_gazetteer())
    for found in record.places:
        assert (found.latitude is None) == (found.longitude is None)
        assert found.confidence is None or 0 <= found.confidence <= 1


def test_a_report_without_places_stays_as_it_is() -> None:
    record = Record(Document("sha256:0", "Nobody said where."))
    assert locate(record, open_gazetteer()) == record
