"""UCDP GED rows of a ledger: a row for each event with deaths between sides that are known."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pytest

from onrecord.export.material import Account
from onrecord.export.ucdp import COLUMNS, FORMAT
from onrecord.export.ucdp.grid import priogrid_gid
from onrecord.export.ucdp.states import NUMBERS, region_of
from onrecord.record import Chain, Participant, Record
from onrecord.reference.registry import load_registry
from tests.cli.records import span
from tests.export.material import Files, Held
from tests.export.told import held, linked_samples, report


def given(material: Held) -> tuple[list[dict[str, str]], list[dict[str, str]], Account]:
    """Rows, lines beside them, and the account."""
    files, account = Files(), Account()
    FORMAT.write(material, files, account)
    rows, beside = (list(csv.DictReader(io.StringIO(files.text(name)))) for name in ("ucdp.csv", "ucdp_provenance.csv"))
    assert len(rows) == len(beside) == account.written["row"]
    for row in rows:
        check(row)
    return rows, beside, account


def check(row: dict[str, str]) -> None:
    """A row keeps to UCDP's columns and codes."""
    assert tuple(row) == COLUMNS
    assert row["type_of_violence"] in ("1", "2", "3")
    assert row["where_prec"] in tuple("1234567")
    assert row["date_prec"] in tuple("12345")
    assert row["event_clarity"] in ("1", "2")
    parts = [int(row[f"deaths_{name}"]) for name in ("a", "b", "civilians", "unknown")]
    assert min(parts) >= 0
    assert sum(parts) == int(row["best"])
    assert int(row["low"]) <= int(row["best"]) <= int(row["high"])
    assert int(row["high"]) > 0
    assert row["date_start"] <= row["date_end"]
    assert row["year"] == row["date_start"][:4]
    assert row["geom_wkt"] == f"POINT ({row['longitude']} {row['latitude']})"
    assert int(row["priogrid_gid"]) == priogrid_gid(float(row["latitude"]), float(row["longitude"]))
    assert int(row["number_of_sources"]) >= 1
    assert not any(row[name] for name in row if name.endswith("_id") and name != "country_id")
    assert not any(row[name] for name in ("id", "relid", "active_year", "code_status", "conflict_name", "adm_2"))


def against(whom: str, entry: str | None, **values: Any) -> Record:
    """A report that tells whom it was done to, by their id in the registry if they have one."""
    record = report(1, whom=whom, **values)
    target = Participant((span(record.document.text, whom),), "c9" if entry else None)
    chains = (Chain("c9", "organisation", whom, (), entry),) if entry else ()
    incident = replace(record.incidents[0], victims=(), targets=(target,))
    return replace(record, chains=(*record.chains, *chains), incidents=(incident,))


def only(*records: Record, **linked: Any) -> dict[str, str]:
    rows, _, _ = given(held(*records, **linked))
    assert len(rows) == 1
    return rows[0]


def test_the_columns_are_ucdps_in_their_order() -> None:
    assert (
        tuple(
            "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id"
            " dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources"
            " source_article source_office source_date source_headline source_original where_prec where_coordinates"
            " where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity"
            " date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob".split()
        )
        == COLUMNS
    )
    assert len(COLUMNS) == 49


def test_a_state_against_civilians() -> None:
    row = only(report(1, whom="civilians", counted="civilians"))
    assert (row["type_of_violence"], row["dyad_name"]) == ("3", "Government of Syria - Civilians")
    assert (row["gwnoa"], row["gwnob"], row["country_id"], row["region"]) == ("652", "", "652", "Middle East")
    assert (row["deaths_civilians"], row["deaths_unknown"], row["best"]) == ("12", "0", "12")
    assert (row["where_prec"], row["date_prec"], row["event_clarity"]) == ("1", "1", "1")


def test_a_state_comes_first_whoever_attacked() -> None:
    row = only(
        against("Syrian troops", "syria-armed-forces", who="The group", actor="islamic-state", counted="soldiers")
    )
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "Government of Syria", "Islamic State")
    assert (row["deaths_a"], row["deaths_b"]) == ("12", "0")


def test_groups_and_groups_without_a_name() -> None:
    row = only(against("Nusra fighters", "nusra-front", who="The group", actor="islamic-state", counted="fighters"))
    assert (row["type_of_violence"], row["dyad_name"]) == ("2", "Islamic State - Nusra Front")
    assert (row["deaths_a"], row["deaths_b"], row["deaths_unknown"]) == ("0", "0", "12")
    unnamed = only(against("rebels", None, counted="fighters"))
    assert (unnamed["type_of_violence"], unnamed["side_b"], unnamed["dyad_name"]) == ("1", "", "")


def test_low_best_high_and_who_said_it() -> None:
    told = {"whom": "civilians", "counted": "civilians"}
    row = only(
        report(1, dead="10", source="the mayor", **told), report(2, dead="20", source="a monitor", **told),
        report(3, dead="20", **told),
    )  # fmt: skip
    assert (row["low"], row["best"], row["high"]) == ("10", "20", "20")
    assert row["source_original"] == "a monitor"
    assert (
        row["source_article"] == '"Post 1,2018-12-25,Title 1";"Post 2,2018-12-25,Title 2";"Post 3,2018-12-25,Title 3"'
    )
    assert row["number_of_sources"] == "3"


def test_a_country_and_a_year_are_enough() -> None:
    row = only(
        report(1, whom="civilians", place={"precision": "country"}, day="2018-01-01", last="2018-12-31", published="2019-01-02")
    )  # fmt: skip
    assert (row["where_prec"], row["date_prec"], row["event_clarity"]) == ("6", "5", "2")


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (report(1, whom="people"), "who fought whom is not known, and that decides the type of violence"),
        (report(1, dead="no", whom="goats", counted=None), "UCDP counts deaths, and none is told"),
        (report(1, whom="civilians", status="denied"), "it is denied"),
        (report(1, whom="civilians", status="planned"), "it has not happened"),
        (report(1, whom="civilians", day=None), "when it happened is not told"),
        (report(1, whom="civilians", place={"precision": "none"}), "where it happened is not known"),
    ],
)  # fmt: skip
def test_what_is_no_row_is_left_out_with_the_reason(record: Record, reason: str) -> None:
    if reason.endswith("none is told"):
        record = replace(record, quantities=(), incidents=(replace(record.incidents[0], toll=None),))
    rows, _, account = given(held(record))
    assert rows == []
    assert account.reasons() == {("happening", reason): 1}


@pytest.mark.parametrize(
    ("latitude", "longitude", "gid"),
    [(-90, -180, 1), (10.51, 2.29, 145085), (33.51, 36.29, 178273), (34.53, 69.17, 179779), (90, 180, 259200)],
)
def test_cells_of_prio_grid(latitude: float, longitude: float, gid: int) -> None:
    assert priogrid_gid(latitude, longitude) == gid


def test_numbers_of_states_are_of_states_each_once() -> None:
    registry = load_registry()
    assert all(registry.states(country) for country in NUMBERS)
    assert len(set(NUMBERS.values())) == len(NUMBERS)
    assert {country: NUMBERS[country] for country in ("US", "DE", "RU", "YE", "SY", "EG", "AF", "VN", "NG")} == {
        "US": 2, "DE": 260, "RU": 365, "YE": 678, "SY": 652, "EG": 651, "AF": 700, "VN": 816, "NG": 475,
    }  # fmt: skip
    assert [region_of(NUMBERS[country]) for country in ("CO", "UA", "ML", "EG", "MM")] == [
        "Americas", "Europe", "Africa", "Middle East", "Asia",
    ]  # fmt: skip


def test_the_sample_reports() -> None:
    rows, beside, account = given(linked_samples())
    considered = {line["happening"] for line in beside} | {one.id for one in account.left_out}
    assert {one.id for one in linked_samples().happenings} <= considered
    assert all(row["country"] == "Syria" for row in rows)
