"""A report coded: what becomes a row, what does not and why, and that no row is surer than the report."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.export.acled import COLUMNS, AcledRow, Coded, code
from onrecord.record import Event, Incident, Perpetrator, Record, TimeExpression
from tests.cli.happenings import TEXT, place, shelling
from tests.cli.records import span, statement


def changed(record: Record, kind: str, key: str, **values: Any) -> Record:
    """The record with one of its parts changed."""
    parts = tuple(replace(part, **values) if part.id == key else part for part in getattr(record, kind))
    return replace(record, **{kind: parts})


def only(record: Record) -> AcledRow:
    """The only row of a report."""
    rows = code(record).rows
    assert len(rows) == 1
    return rows[0].row


def reasons(coded: Coded) -> dict[str, str]:
    return {one.words: one.reason for one in coded.left_out}


def test_a_row_has_the_columns_of_acled_in_their_order() -> None:
    assert (
        tuple(
            "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2"
            " assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude"
            " geo_precision source source_scale notes fatalities tags timestamp".split()
        )
        == COLUMNS
    )
    assert len(only(shelling()).cells()) == 31


def test_what_is_told_as_happened_is_a_row_with_its_exact_words() -> None:
    row = only(shelling())
    assert (row.event_date, row.year, row.time_precision) == ("2018-12-23", 2018, 1)
    assert (row.disorder_type, row.event_type) == ("Political violence", "Explosions/Remote violence")
    assert row.sub_event_type == "Shelling/artillery/missile attack"
    assert (row.actor1, row.inter1, row.actor2, row.interaction) == ("Military Forces of Syria", 1, None, 10)
    assert (row.country, row.iso, row.region) == ("Syria", 760, "Middle East")
    assert (row.location, row.latitude, row.longitude, row.geo_precision) == ("Elmstead", 35.5, 40.25, 1)
    assert row.source == "The Ferry Post"
    assert row.notes
    assert "“The army shelled Elmstead on Sunday, the mayor said, killing 12 people.” (Mayor Alda Brun)" in row.notes
    assert "“A monitor said dozens had died.” (A monitor)" in row.notes
    assert row.event_id_cnty is None
    assert row.timestamp is None


def test_what_is_denied_or_planned_is_left_out_with_the_reason() -> None:
    coded = code(shelling())
    assert reasons(coded) == {
        "bombed": "it is denied",
        "attack": "it is announced or planned and has not happened",
    }
    assert {one.voices for one in coded.left_out} == {("Syrian army",), ("Colonel Vesh",)}


@pytest.mark.parametrize("status", ["planned", "threatened", "demanded", "hypothetical", "denied"])
def test_an_event_that_has_not_happened_is_no_row(status: str) -> None:
    record = shelling()
    for event in ("ev1", "ev2"):
        record = changed(record, "events", event, status=status)
    coded = code(record)
    assert not coded.rows
    assert len(coded.left_out) == 3


@pytest.mark.parametrize("certainty", ["possible", "unspecified"])
def test_what_is_only_possible_is_no_row(certainty: str) -> None:
    record = shelling()
    for event in ("ev1", "ev2"):
        record = changed(record, "events", event, certainty=certainty)
    assert reasons(code(record))["shelled … died"] == "it is told as no more than possible"


def test_what_one_tells_and_another_denies_is_a_row_that_says_so() -> None:
    record = changed(shelling(), "events", "ev2", status="denied", polarity="negative")
    row = only(record)
    assert row.notes
    assert "Also denied: “died” (A monitor)." in row.notes
    assert "Denied in the report: “bombed” (Syrian army)." in row.notes
    assert row.fatalities == 12
    checks = code(record).rows[0].checks
    assert any(check.words == "died" and "against it" in check.why for check in checks)


def test_a_claim_is_told_as_one() -> None:
    record = shelling()
    for event in ("ev1", "ev2"):
        record = changed(record, "events", event, status="claimed", certainty="probable")
    coded = code(record).rows[0]
    assert coded.row.notes
    assert "“shelled” is told at a distance, as a claim." in coded.row.notes
    assert "“shelled” is told as probable." in coded.row.notes
    assert (coded.statuses, coded.certainties) == (("claimed",), ("probable",))


@pytest.mark.parametrize("blame", ["claimed", "suspected", "suspected_by_authorities", "possible"])
def test_whoever_is_only_accused_stands_in_the_notes(blame: Any) -> None:
    record = shelling()
    accused = Perpetrator((span(TEXT, "The army"),), "c1", "organisation", blame)
    row = only(changed(record, "incidents", "i1", perpetrators=(accused,)))
    assert (row.actor1, row.inter1) == ("Unidentified Armed Group (Syria)", 3)
    assert row.notes
    assert "Said to have done it: Syrian army" in row.notes


def test_whoever_claims_it_for_himself_is_the_actor() -> None:
    record = shelling()
    claims = statement(TEXT, "s9", "The army", None, "shelled", chain="c1", speech_act="claim_responsibility")
    claimed = Perpetrator((span(TEXT, "The army"),), "c1", "organisation", "claimed")
    record = changed(
        replace(record, statements=(*record.statements, claims)), "incidents", "i1", perpetrators=(claimed,)
    )
    assert only(record).actor1 == "Military Forces of Syria"


def test_the_day_of_publication_never_stands_in_for_a_date() -> None:
    record = shelling()
    assert record.document.published
    undated = changed(record, "incidents", "i1", time=None)
    undated = changed(undated, "events", "ev1", time=None)
    assert reasons(code(undated))["shelled … died"] == "when it happened is not told"
    vague = changed(record, "times", "t1", earliest="2018-09-01", latest="2018-11-30", precision="season")
    assert reasons(code(vague))["shelled … died"] == "the month is not known"


def test_without_a_place_on_the_map_there_is_no_row() -> None:
    record = shelling()
    lost = changed(record, "places", "p1", latitude=None, longitude=None)
    assert reasons(code(lost))["shelled … died"] == "its place was not found on the map"
    country = changed(record, "places", "p1", precision="country")
    assert reasons(code(country))["shelled … died"] == "only the country is known"
    written = changed(record, "places", "p1", role="reporting")
    assert reasons(code(written))["shelled … died"] == "only where the report was written is told"
    nowhere = changed(changed(record, "incidents", "i1", place=None), "events", "ev1", place=None)
    assert reasons(code(nowhere))["shelled … died"] == "where it happened is not told"


@pytest.mark.parametrize(
    ("precision", "number"), [("site", 1), ("near", 2), ("district", 2), ("province", 3), ("region", 3)]
)
def test_places_have_the_precision_of_acled(precision: Any, number: int) -> None:
    assert only(changed(shelling(), "places", "p1", precision=precision)).geo_precision == number


def test_what_acled_has_no_type_for_is_left_out_with_its_reason() -> None:
    talks = Event("ev9", span(TEXT, "hold"), "talks", place="p1", time="t1", status="happened", polarity="positive")
    untyped = replace(talks, id="ev8", type="a_type_of_tomorrow")
    coded = code(replace(shelling(), events=(talks, untyped), incidents=()))
    assert not coded.rows
    assert [one.reason for one in coded.left_out] == [
        "ACLED records talks only with a deal, which is an agreement",
        "its type is not known",
    ]


def test_two_attacks_on_one_day_stay_two_and_the_second_says_so() -> None:
    record = shelling()
    other = Event(
        "ev9", span(TEXT, "hit"), "shelling", record.events[0].acled, None, record.events[0].arguments, "p1", "t1",
        status="happened", polarity="positive", certainty="certain",
    )  # fmt: skip
    coded = code(replace(record, events=(*record.events, other)))
    assert len(coded.rows) == 2
    assert any("row 1 has the same place, day, type and actors" in check.why for check in coded.rows[1].checks)


def test_a_place_that_changes_hands_goes_to_the_kind_of_actor_that_takes_it() -> None:
    record = shelling()
    for event in ("ev1", "ev2"):
        record = changed(record, "events", event, type="territory_changes_hands")
    record = changed(record, "incidents", "i1", type="territory_changes_hands")
    assert only(record).sub_event_type == "Government regains territory"
    unknown = changed(record, "incidents", "i1", perpetrators=())
    unknown = changed(unknown, "events", "ev1", arguments=())
    assert only(unknown).sub_event_type == "Non-state actor overtakes territory"


def test_every_event_is_in_a_row_or_left_out() -> None:
    record = replace(shelling(), incidents=(*shelling().incidents, Incident("i2", "shelling", "threatened")))
    coded = code(record)
    assert len(coded.rows) + len(coded.left_out) == 4
    assert code(Record(record.document)) == Coded((), ())


def test_a_report_in_one_place_over_a_month_is_dated_to_its_middle() -> None:
    month = TimeExpression("t1", None, "DATE", "2018-12", "2018-12-01", "2018-12-31", "month", "written")
    row = only(replace(shelling(), times=(month,)))
    assert (row.event_date, row.time_precision) == ("2018-12-16", 3)


def test_a_place_keeps_what_is_known_of_it() -> None:
    row = only(replace(shelling(), places=(place("p1", "m1", "Elmstead", country=None, admin1=None),)))
    assert (row.country, row.iso, row.region, row.admin1) == (None, None, None, None)
    assert row.inter1 is None
    assert row.interaction is None
