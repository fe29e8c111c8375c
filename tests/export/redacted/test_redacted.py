"""What leaves the team: no private person, no exact place, no reviewer, no number to call; and every offset stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.formats import FORMATS, open_format
from onrecord.export.material import Account
from onrecord.export.redacted import Redacted
from onrecord.export.redacted.mask import SQUARE, Mask
from onrecord.record import Judgement, Place, Role, Span, Where, dumps, loads
from tests.export.materials import DOCUMENT, Kept, Made, copies, happening, record_of

JUDGEMENTS = (
    Judgement("j1", "r1.1.s1", "r1", "s1", "wrong", {"name": "Umm Nadir", "latitude": 34.5}, "Noor Aziz", "Umm Nadir told me", "2019-01-02T00:00:00Z"),
    Judgement("j2", "r1.1.s2", "r1", "s2", "right", None, "Lina Said", None, "2019-01-02T00:00:00Z"),
    Judgement("j3", "r1.1.s1", "r1", "s1", "right", None, "Noor Aziz", None, "2019-01-03T00:00:00Z"),
)  # fmt: skip
MADE = Made(judgements=JUDGEMENTS, happenings=(happening(), happening("h2", Where("Deir ez-Zor", 9, 35.3, 40.1, "SY", "province"))))  # fmt: skip
SECRETS = ("Umm Nadir", "UMM NADIR", "Susah", "Hajin", "555 0100", "Dalia Marwan", "Noor Aziz", "Lina Said", "34.53", "-40.9", "34.7")  # fmt: skip
PUBLIC = ("Rafiq Haddad", "Syrian army", "Deir ez-Zor")


def redacted(made: Made = MADE) -> tuple[Redacted, Account]:
    account = Account()
    return Redacted(made, account), account


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"xlsx", "parquet"}])
def test_no_secret_is_in_any_file(name: str) -> None:
    # What is told as having happened is a row of most formats.
    record = record_of()
    happened = replace(record, events=tuple(replace(event, status="happened") for event in record.events))
    made = replace(MADE, records=(happened,))
    material, account = redacted(made)
    sink, whole = Kept(), Kept()
    chosen = open_format(name)
    chosen.write(material, sink, account)
    chosen.write(made, whole, Account())
    everything, before = b"".join(sink.files.values()).decode(), b"".join(whole.files.values()).decode()
    # UCDP and PLOVER have no row of this report; all others have, and name somebody or some place.
    assert any(secret in before for secret in SECRETS) is (name not in {"ucdp", "plover"})
    assert [secret for secret in SECRETS if secret in everything] == []
    assert account.redacted.total() > 0


def test_public_persons_bodies_and_provinces_stay() -> None:
    material, _ = redacted()
    (report,) = material.iter_reports()
    line = dumps(report.record)
    assert all(name in line for name in PUBLIC)


def test_the_record_is_still_one_and_every_offset_stays() -> None:
    material, _ = redacted()
    (report,) = material.iter_reports()
    record, before = report.record, record_of()
    assert loads(dumps(record)) == record
    assert len(record.document.text) == len(before.document.text)
    assert [mention.span.start for mention in record.mentions] == [mention.span.start for mention in before.mentions]
    assert record.document.text.startswith(f"The army shelled {SQUARE * 5} on Tuesday")
    assert record.document.byline is None


def test_places_are_no_finer_than_a_province_and_have_no_coordinates() -> None:
    material, _ = redacted()
    (report,) = material.iter_reports()
    told = [(place.name, place.precision, place.latitude, place.geonameid) for place in report.record.places]
    assert told == [
        ("Deir ez-Zor", "province", None, None), ("Deir ez-Zor", "province", None, None), ("Deir ez-Zor", "province", 35.3, 9),
    ]  # fmt: skip
    first, second = material.iter_happenings()
    assert first.place == Where("Deir ez-Zor", None, None, None, "SY", "province")
    assert second.place == MADE.happenings[1].place


def test_a_place_of_unknown_width_is_taken_out_too() -> None:
    place = Place("p1", "m4", "Susah", precision="none", country="SY")
    material, _ = redacted(Made(records=(replace(record_of(), places=(place,)),)))
    (report,) = material.iter_reports()
    assert report.record.places[0].name is None
    assert "Susah" not in report.record.document.text


def test_claims_copies_and_judgements_go_with_their_reports() -> None:
    material, _ = redacted()
    (told,) = material.iter_claims()
    assert told.proposition == f"{SQUARE * 5} was shelled, {SQUARE * 9} said."
    assert told.stances[0].source == SQUARE * 9
    assert told.stances[0].spans[0].text == f"The army shelled {SQUARE * 5} on Tuesday"
    (family,) = material.iter_copies()
    assert family.evidence[0].spans[0].text == f"shelled {SQUARE * 5}"
    assert copies().evidence[0].spans[0].text == "shelled Susah"
    judged = list(material.iter_judgements())
    assert [(one.who, one.why) for one in judged] == [("reviewer 1", None), ("reviewer 2", None), ("reviewer 1", None)]
    assert judged[0].value == {"name": SQUARE * 9, "latitude": None}


def test_each_thing_is_counted_once_however_often_it_is_written() -> None:
    material, account = redacted()
    for _ in range(2):
        list(material.iter_reports())
        list(material.iter_claims())
        list(material.iter_happenings())
        list(material.iter_judgements())
    assert account.redacted == {
        "person": 1, "place": 2, "coordinates": 3, "comms identifier": 1, "byline": 1, "reviewer": 2, "reviewer's reason": 1,
    }  # fmt: skip


def test_a_report_outside_the_filter_is_masked_as_well() -> None:
    material, _ = redacted()
    report = material.find_report(DOCUMENT)
    assert report is not None
    assert "Umm Nadir" not in dumps(report.record)
    assert material.find_report("sha256:gone") is None


@pytest.mark.parametrize(("role", "stays"), [("mayor", True), ("army commander", True), ("Syrian president", True), ("doctor", False), ("activist", False)])  # fmt: skip
def test_an_office_makes_a_person_public_and_an_occupation_does_not(role: str, stays: bool) -> None:
    record = record_of()
    umm = replace(record.chains[0], roles=(Role(role),))
    material, _ = redacted(Made(records=(replace(record, chains=(umm, *record.chains[1:])),)))
    (report,) = material.iter_reports()
    assert ("Umm Nadir" in report.record.document.text) is stays


def test_a_person_of_the_registry_is_public() -> None:
    record = record_of()
    umm = replace(record.chains[0], actor="umm-nadir")
    material, _ = redacted(Made(records=(replace(record, chains=(umm, *record.chains[1:])),)))
    (report,) = material.iter_reports()
    assert report.record.chains[0].name == "Umm Nadir"


@given(st.text(max_size=40), st.sets(st.text(min_size=1, max_size=6), max_size=3), st.data())
def test_a_mask_keeps_the_length_and_cuts_spans_as_it_cuts_the_text(
    text: str, strings: set[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    mask = Mask.of(text, [(start, end)] if start < end else [], strings)
    masked = mask.text(text)
    assert len(masked) == len(text)
    assert set(masked[start:end]) <= {SQUARE}
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    assert mask.over(Span.of(text, low, high)) == Span.of(masked, low, high)
    assert len(mask.words(text)) == len(text)


def test_only_whole_words_are_taken_out() -> None:
    mask = Mask((), frozenset({"Ali"}))
    assert mask.words("Ali and Alia, ALI and alibi") == f"{SQUARE * 3} and Alia, {SQUARE * 3} and alibi"
