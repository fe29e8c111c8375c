"""ACLED rows of a ledger: one row for each event in the world, no surer than its reports."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from onrecord.export.acled import COLUMNS, FORMAT
from onrecord.export.material import Account
from onrecord.export.merged import Provenance
from onrecord.ontology import interaction_of, load_ontology
from onrecord.record import Claim, Copies, Filter, Slots, Span, Stance
from tests.export.material import Files, Held
from tests.export.told import happening, held, linked_samples, report

ACLED = load_ontology().schemes["acled"]
FAR = {"name": "Orford", "latitude": 33.5, "longitude": 36.3, "admin1": "Damascus", "geonameid": 8}
NEAR = {"name": "Elm Mill", "latitude": 35.55, "longitude": 40.3, "geonameid": 9, "precision": "site"}
PROVINCE = {"name": "Deir ez-Zor", "latitude": 35.3, "longitude": 40.1, "geonameid": 10, "precision": "province"}


def given(material: Held) -> tuple[list[dict[str, str]], list[dict[str, str]], Account]:
    """Rows, lines beside them, and the account."""
    files, account = Files(), Account()
    FORMAT.write(material, files, account)
    rows, beside = (
        list(csv.DictReader(io.StringIO(files.text(name)))) for name in ("acled.csv", "acled_provenance.csv")
    )
    assert len(rows) == len(beside) == account.written["row"]
    for row in rows:
        check(row)
    return rows, beside, account


def check(row: dict[str, str]) -> None:
    """A row keeps to ACLED's columns and lists."""
    assert tuple(row) == COLUMNS
    kinds = ACLED["event_types"]
    assert row["sub_event_type"] in ["", *kinds[row["event_type"]]]
    disorders = ACLED["disorder_types"]
    assert row["disorder_type"] == (disorders.get(row["sub_event_type"], disorders[row["event_type"]]) or "")
    assert row["time_precision"] in ("1", "2", "3")
    assert row["geo_precision"] in ("1", "2", "3")
    assert row["event_date"][:4] == row["year"]
    inters = [row[name] for name in ("inter1", "inter2")]
    assert set(inters) <= {"", *"12345678"}
    if row["interaction"]:
        assert int(row["interaction"]) == interaction_of(int(inters[0]), int(inters[1]) if inters[1] else None)
    assert int(row["fatalities"]) >= 0
    assert row["civilian_targeting"] in ("", "Civilian targeting")
    assert -90 <= float(row["latitude"]) <= 90
    assert -180 <= float(row["longitude"]) <= 180
    assert row["notes"]
    assert not any(row[name] for name in ("event_id_cnty", "source_scale", "timestamp"))


def only(*records: Any, **linked: Any) -> dict[str, str]:
    rows, _, _ = given(held(*records, **linked))
    assert len(rows) == 1
    return rows[0]


def reasons(*records: Any, **linked: Any) -> dict[tuple[str, str], int]:
    rows, _, account = given(held(*records, **linked))
    assert rows == []
    return dict(account.reasons())


def test_what_three_reports_tell_is_one_row() -> None:
    row = only(report(1), report(2), report(3))
    assert row["source"] == "Post 1; Post 2; Post 3"
    assert (row["actor1"], row["location"], row["event_date"]) == ("Military Forces of Syria", "Elmstead", "2018-12-23")
    assert all(f"[Post {number}, r{number}]" in row["notes"] for number in (1, 2, 3))


def test_fatalities_are_the_lowest_of_the_sources_and_the_notes_say_who_says_how_many() -> None:
    row = only(report(1, dead="12", source="the mayor"), report(2, dead="30", source="a monitor"))
    assert row["fatalities"] == "12"
    assert (
        "12 (“12 people”, the mayor, r1); 30 (“30 people”, a monitor, r2); figures differ, the lowest counts"
        in row["notes"]
    )


def test_a_figure_that_its_own_source_replaced_later_does_not_count() -> None:
    first = report(1, dead="12", source="Observatory", source_actor="sohr", published="2018-12-24")
    later = report(2, dead="30", source="SOHR", source_actor="sohr", published="2018-12-26")
    row = only(first, later)
    assert row["fatalities"] == "30"
    assert "Replaced by the same source later: 12" in row["notes"]


def test_words_for_many_do_not_count_beside_a_figure() -> None:
    assert only(report(1, dead="Dozens of"), report(2, dead="40"))["fatalities"] == "40"
    assert only(report(1, dead="dozens of"))["fatalities"] == "12"


def test_the_narrowest_place_on_which_the_reports_agree() -> None:
    row = only(report(1, place=PROVINCE), report(2), report(3, place=NEAR))
    assert (row["location"], row["geo_precision"]) == ("Elm Mill", "1")


def test_without_agreement_on_the_place_there_is_no_row_and_the_happening_counts_once() -> None:
    told = reasons(report(1), report(2, place=FAR))
    assert told == {("happening", "the reports do not agree where it happened"): 1}


def test_a_report_that_tells_another_place_than_most_is_named_and_gives_no_figure() -> None:
    row = only(report(1), report(2), report(3, place=FAR, dead="2"))
    assert (row["location"], row["fatalities"]) == ("Elmstead", "12")
    assert "Told of another place or day by Post 3, r3." in row["notes"]


def test_the_narrowest_days_on_which_the_reports_agree() -> None:
    wide = report(1, day="2018-12-22", last="2018-12-25")
    assert only(wide, report(2))["event_date"] == "2018-12-23"
    assert reasons(report(1), report(2, day="2018-12-21")) == {
        ("happening", "the reports do not agree when it happened"): 1
    }


def test_a_date_that_only_one_report_tells_and_a_place_that_only_the_other_tells_make_a_row() -> None:
    row = only(report(1, day=None), report(2, place={"latitude": None, "longitude": None}))
    assert (row["event_date"], row["location"]) == ("2018-12-23", "Elmstead")


def test_fighting_over_days_is_one_row_that_says_so() -> None:
    row = only(report(1, day="2018-12-20", last="2018-12-23"))
    assert row["time_precision"] == "2"
    assert "Fighting over several days is one event a day to ACLED" in row["notes"]


def test_a_day_after_the_report_is_none() -> None:
    assert reasons(report(1, day="2019-03-01", published="2018-12-24")) == {
        ("happening", "the day that is told lies after the report"): 1
    }


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": "denied"}, "it is denied"),
        ({"status": "planned"}, "it is announced or planned and has not happened"),
        ({"status": "hypothetical"}, "it is hypothetical"),
        ({"day": None}, "when it happened is not told"),
        ({"place": {"precision": "country"}}, "only the country is known"),
        ({"place": {"precision": "region", "feature": "A.PCLI"}}, "only a part of the country is known, and no capital of it"),
        ({"day": "2018-01-01", "last": "2018-12-31"}, "the month is not known"),
    ],
)  # fmt: skip
def test_what_the_codebook_forbids_is_left_out_with_the_reason_once(changes: dict[str, Any], reason: str) -> None:
    assert reasons(report(1, **changes), report(2, **changes)) == {("happening", reason): 1}


def test_a_denial_beside_a_telling_stands_in_the_notes() -> None:
    row = only(report(1), report(2, status="denied", source="The air command"))
    assert "Told as denied: “shelled” (The air command, r2)." in row["notes"]
    assert row["source"] == "Post 1"


def test_whoever_is_only_suspected_is_in_no_column() -> None:
    row = only(report(1, who="The rebels", actor="hts", blame="suspected"))
    assert row["actor1"] == "Unidentified Armed Group (Syria)"
    assert "Said to have done it: The rebels (it is suspected)." in row["notes"]


def test_where_reports_name_others_as_a_fact_no_one_is_named() -> None:
    row = only(report(1), report(2, who="Russian jets", actor="russia-armed-forces"))
    assert row["actor1"] != "Military Forces of Syria"
    assert "Reports differ on who did it: Military Forces of Syria (Post 1, r1); Military Forces of Russia (Post 2, r2)." in row["notes"]  # fmt: skip
    agreed = only(report(1), report(2), report(3, who="Russian jets", actor="russia-armed-forces"))
    assert agreed["actor1"] == "Military Forces of Syria"


def test_forces_of_two_states_that_are_told_by_their_adjectives() -> None:
    row = only(report(1, who="Syrian and Russian warplanes", actor=None, verb="bombed", type_="air_strike"))
    assert {row["actor1"], row["assoc_actor_1"]} == {"Military Forces of Syria", "Military Forces of Russia"}
    backed = only(report(1, who="Turkish-backed Syrian forces", actor=None))
    assert "Military Forces" not in backed["actor1"]


def test_copies_count_once_in_what_is_agreed_on() -> None:
    copies = Copies("cf1", ("sha256:2", "sha256:3"), "sha256:2", {"sha256:3": "wholly"})
    row = only(report(1, dead="10"), report(2, dead="20"), report(3, dead="20"), copies=(copies,))
    assert "Copied by Post 3, r3." in row["notes"]
    _, beside, _ = given(held(report(1), report(2), report(3), copies=(copies,)))
    assert beside[0]["independent_sources"] == "2"


def test_a_contested_claim_about_it_is_named() -> None:
    told = report(1)
    verb = told.events[0].trigger
    assert verb is not None
    stances = (
        Stance("sha256:1", "narrator", (verb,), "asserts", "Post 1"),
        Stance("sha256:9", "s1", (Span(0, 1, "x"),), "denies", "The army"),
    )
    claim = Claim("c7", "Elmstead was shelled.", "occurrence", Slots(place="Elmstead", time="2018-12-23"), stances, None, "contested", "asserted by Post 1, denied by The army; 2 independent sources")  # fmt: skip
    rows, beside, _ = given(held(told, claims=(claim,)))
    assert "Contested (c7): Elmstead was shelled. asserted by Post 1, denied by The army." in rows[0]["notes"]
    assert (beside[0]["claim_status"], beside[0]["claims"]) == ("contested", "c7")
    elsewhere = Claim("c8", "Orford was shelled.", "occurrence", Slots(place="Orford"), stances, None, "contested")
    assert "Contested" not in given(held(told, claims=(elsewhere,)))[0][0]["notes"]


def test_what_the_columns_cannot_hold_is_beside_them() -> None:
    _, beside, _ = given(held(report(1), report(2, source="the mayor")))
    assert tuple(beside[0]) == Provenance.columns()
    line = beside[0]
    assert (line["row"], line["happening"], line["reports"]) == ("1", "h1", "r1; r2")
    assert line["sha256"] == f"{1:064x}; {2:064x}"
    assert (line["place_precision"], line["date_precision"]) == ("settlement", "day")
    assert (line["status"], line["certainty"], line["asserted_by"]) == ("happened", "certain", "Post 1; the mayor")
    assert line["spans"] == "r1#char=9,16; r2#char=9,16"


def test_an_incident_in_no_happening_is_a_row_of_its_own() -> None:
    rows, beside, _ = given(held(report(1), report(2), happenings=()))
    assert [line["happening"] for line in beside] == ["r1 i1", "r2 i1"]
    assert len(rows) == 2


def test_under_a_filter_on_events_only_happenings_within_it_are_rows() -> None:
    material = held(report(1), report(2), happenings=(happening(report(1)),), filter=Filter(at="Elmstead"))
    rows, _, account = given(material)
    assert len(rows) == 1
    assert account.reasons() == {("event", "no happening within the filter has it"): 1}
    of_reports = held(report(1), report(2), happenings=(happening(report(1)),), filter=Filter(publisher="Post"))
    assert len(given(of_reports)[0]) == 2


def test_the_sample_reports() -> None:
    rows, beside, account = given(linked_samples())
    assert rows
    considered = {line["happening"] for line in beside} | {one.id for one in account.left_out}
    assert {one.id for one in linked_samples().happenings} <= considered
    susah = next(
        row for row, line in zip(rows, beside, strict=True) if "Susah" in row["location"] and ";" in line["reports"]
    )
    assert "Copied by" in susah["notes"]
