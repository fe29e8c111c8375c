"""PLOVER records of a ledger: one for each incident of each report that is no copy."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from onrecord.export.material import Account
from onrecord.export.plover import FORMAT
from onrecord.ontology import load_ontology
from onrecord.record import Copies, Evidence, Incident, Passage, Record
from tests.cli.records import span, statement
from tests.export.material import Files, Held
from tests.export.told import held, linked_samples, report

PLOVER = load_ontology().schemes["plover"]
SECTORS = set(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)
FIELDS = set(
    "id date actor event has_event time enddate endtime recipient event_loc event_text quad_code event_scale mode context link text"
    " text_info cite_info size coder coded_date coded_time comment".split()
)
LOCATION = set(
    "extracted_place resolved_place geonameid lat lon city district province country country_code feature_class feature_code"
    " resolution".split()
)
ENTITY = {"code", "sector", "entity_text", "identifier_id", "identifier_text"}


def given(material: Held) -> tuple[list[dict[str, Any]], Account]:
    files, account = Files(), Account()
    FORMAT.write(material, files, account)
    records = [json.loads(line) for line in files.text("plover.jsonl").splitlines()]
    assert len(records) == account.written["record"]
    for record in records:
        check(record)
    assert len({record["id"] for record in records}) == len(records)
    return records, account


def check(record: dict[str, Any]) -> None:
    """A record keeps to PLOVER's fields and codes."""
    assert FIELDS >= set(record) >= {"id", "date", "actor", "event"}
    rules = PLOVER["events"][record["event"]]
    assert record.get("mode") in {None, *rules["modes"]}
    assert (record["quad_code"], record["event_scale"]) == (rules["quad"], rules["scale"])
    contexts = {*PLOVER["contexts"].split(), "historical", "future", "hypothetical", "negation"}
    assert contexts.issuperset(record.get("context", ()))
    assert "recipient" in record or not rules.get("needs_recipient")
    for entity in (*record["actor"], *record.get("recipient", ())):
        assert set(entity) <= ENTITY
        assert len(entity["code"]) == 3
        assert entity.get("sector") in {None, *SECTORS}
    assert set(record.get("event_loc", {})) <= LOCATION
    assert record.get("enddate", "9999") > record["date"]


def only(record: Record) -> dict[str, Any]:
    records, _ = given(held(record))
    assert len(records) == 1
    return records[0]


def reason(record: Record) -> str:
    records, account = given(held(record))
    assert records == []
    return account.left_out[0].reason


def test_one_incident() -> None:
    record = only(report(1, whom="civilians"))
    assert (record["id"], record["date"], record["event"], record["mode"]) == (
        "r1.i1",
        "2018-12-23",
        "ASSAULT",
        "heavy-weapons",
    )
    assert record["actor"] == [
        {"code": "SYR", "sector": "MIL", "entity_text": "The army", "identifier_text": "Armed Forces of Syria"}
    ]
    assert [(one["code"], one["sector"]) for one in record["recipient"]] == [("SYR", "CVL")]
    assert record["context"] == ["military"]
    assert record["size"] == {"dead": 12}
    assert record["event_loc"]["resolution"] == 4
    assert record["event_loc"]["country_code"] == "SYR"
    assert record["text_info"] == {"sequence": 1, "start": 9, "end": 16}
    assert record["text"] == report(1, whom="civilians").document.text
    assert "Told as happened, certain by the report itself." in record["comment"]


def test_each_report_has_its_own_record() -> None:
    assert len(given(held(report(1), report(2)))[0]) == 2


def test_of_a_copied_text_one_report_stands_for_all() -> None:
    shared = report(2).document.text
    evidence = Evidence("shared text", (Passage("sha256:3", 0, len(shared), shared),))
    wholly = Copies("cf1", ("sha256:1", "sha256:2"), "sha256:2", {"sha256:1": "wholly"})
    partially = Copies("cf2", ("sha256:2", "sha256:3"), None, {"sha256:3": "partially"}, (evidence,))
    records, account = given(held(report(1), report(2), report(3), copies=(wholly, partially)))
    assert [record["id"] for record in records] == ["r2.i1"]
    assert account.reasons() == {("incident", "it is copied from another report, which stands for both"): 2}
    own = replace(partially, evidence=(Evidence("shared text", (Passage("sha256:3", 0, 5, shared[:5]),)),))
    assert len(given(held(report(2), report(3), copies=(own,)))[0]) == 2


@pytest.mark.parametrize(
    ("type_", "status", "event", "mode"),
    [
        ("cooperation", "planned", "AGREE", None),
        ("support", "planned", "AGREE", None),
        ("withdrawal", "planned", "CONCEDE", None),
        ("shelling", "threatened", "THREATEN", "violence"),
        ("shelling", "hypothetical", "THREATEN", "violence"),
        ("shelling", "happened", "ASSAULT", "heavy-weapons"),
        ("withdrawal", "happened", "RETREAT", "withdraw"),
    ],
)
def test_what_has_not_happened_is_what_plover_makes_of_it(
    type_: str, status: str, event: str, mode: str | None
) -> None:
    spoken = {"source": "Colonel Vesh", "source_actor": "syria-armed-forces"} if status == "threatened" else {}
    record = only(report(1, type_=type_, status=status, **spoken))  # type: ignore[arg-type]
    assert (record["event"], record.get("mode")) == (event, mode)
    assert "dead" not in record.get("size", {}) or status == "happened"


def test_the_day_of_a_plan_is_not_that_of_the_deed() -> None:
    planned = report(1, type_="talks", status="planned", day="2018-12-26", published="2018-12-25")
    assert reason(planned) == "the time that is told is that of the deed, not of the plan, the threat or the demand"


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (report(1, status="denied"), "it is denied; the statement stays in the record"),
        (report(1, type_="aid_delivered", whom="tons"), "AID: it needs a recipient, and none is told"),
        (report(1, day=None), "when it happened is not told"),
        (report(1, blame="suspected"), "who did it is not told as a fact, or not in words that PLOVER has a code for"),
        (report(1, who="Civilians", actor=None), "who did it is not told as a fact, or not in words that PLOVER has a code for"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_left_out_with_the_reason(record: Record, why: str) -> None:
    assert reason(record) == why


def test_whoever_is_accused_is_in_the_comment_and_whoever_claims_it_is_the_actor() -> None:
    told = report(1, who="The group", actor="islamic-state", blame="claimed", source="a monitor")
    claim = statement(told.document.text, "s2", "The group", None, chain="c1", speech_act="claim_responsibility")
    record = only(replace(told, statements=(*told.statements, claim)))
    assert [(one["code"], one["sector"]) for one in record["actor"]] == [("IMG", "REB")]
    assert "Said to have done it: The group (claimed)." in record["comment"]


def test_what_a_report_tells_twice_counts_once() -> None:
    told = report(1)
    twice = replace(
        told,
        events=(
            *told.events,
            replace(told.events[0], id="e2", trigger=span(told.document.text, "killing"), incident="i2"),
        ),
        incidents=(*told.incidents, replace(told.incidents[0], id="i2", events=("e2",))),
    )
    records, account = given(held(twice))
    assert len(records) == 1
    assert account.reasons() == {("incident", "the report tells it twice"): 1}
    other = replace(twice.incidents[1], toll=None)
    assert isinstance(other, Incident)
    assert len(given(held(replace(twice, incidents=(twice.incidents[0], other))))[0]) == 2


def test_several_days_are_a_range_that_is_said_to_be_one() -> None:
    record = only(report(1, day="2018-12-20", last="2018-12-23"))
    assert (record["date"], record["enddate"]) == ("2018-12-20", "2018-12-23")
    assert "On one of 4 days, or on all of them." in record["comment"]


def test_the_sample_reports() -> None:
    material = linked_samples()
    records, account = given(material)
    assert records
    incidents = sum(len(one.record.incidents) for one in material.reports)
    written = {record["id"] for record in records}
    considered = written | {one.id.replace(" ", ".") for one in account.left_out}
    ids = {f"{one.id}.{incident.id}" for one in material.reports for incident in one.record.incidents}
    assert len(ids) == incidents
    assert ids <= considered
