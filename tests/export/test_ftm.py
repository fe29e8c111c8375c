"""Entities of FollowTheMoney: valid by its own package, no private person among them, nothing surer than the reports."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from onrecord.export.ftm import FORMAT
from onrecord.export.ftm.entity import cut, days_of, web_address
from onrecord.record import Perpetrator, Where
from tests.export.linked_material import (
    FIRST,
    OTHER,
    SECOND,
    Memory,
    at,
    given_out,
    happenings,
    material,
    reported,
    telling,
)

Entity = dict[str, Any]


def entities(of: Memory) -> list[Entity]:
    files, _ = given_out(FORMAT, of)
    return [json.loads(line) for line in files["entities.ftm.json"].decode().splitlines()]


def those(found: list[Entity], schema: str) -> list[dict[str, list[str]]]:
    return [one["properties"] for one in found if one["schema"] == schema]


def test_every_entity_is_valid_for_the_package_that_reads_them() -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed; install it to run this")
    hostile = replace(
        telling().document, title="a\u202e\x00" * 400, url="javascript:alert(1)", language="xx", byline="B" * 2_000
    )
    found = entities(material()) + entities(material(reports=(reported(3, replace(telling(), document=hostile)),)))
    assert len(found) > 20
    for one in found:
        schema = ftm.model.get(one["schema"])
        schema.validate(one)
        assert all(one["properties"].get(name) for name in schema.required)
        # Its own cleaning takes nothing out: every property is known and every value is one. Relations have a proof from version 4 on.
        known = {
            name: values for name, values in one["properties"].items() if name in schema.properties or name != "proof"
        }
        kept = ftm.model.get_proxy(one, cleaned=False).to_dict()["properties"]
        assert {name: sorted(values) for name, values in kept.items()} == {
            name: sorted(values) for name, values in known.items()
        }


def test_ids_stand_once_and_every_entity_that_is_pointed_to_is_there() -> None:
    found = entities(material())
    ids = [one["id"] for one in found]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", id_) for id_ in ids)
    pointing = ("proof", "document", "entity", "subject", "object", "involved", "addressEntity")
    pointed = {value for one in found for name in pointing for value in one["properties"].get(name, ())}
    assert pointed
    assert pointed <= set(ids)
    assert all(one["properties"].get("proof") for one in found if one["schema"] not in ("Article", "Document"))


def test_a_report_is_an_article_with_both_hashes_and_one_outside_the_filter_is_there_if_it_is_named() -> None:
    first, second = those(entities(material()), "Article")
    assert first["contentHash"] == ["c3" * 20]
    assert f"sha256:{'a1' * 32}" in first["keywords"]
    assert (first["publishedAt"], first["sourceUrl"], first["language"]) == (
        ["2018-12-24"],
        ["https://ferry.example/shells"],
        ["eng"],
    )
    # SHA-256 is none to this format, and where no other hash is known there is none.
    assert "contentHash" not in second
    inside, outside = material().reports
    found = entities(material(reports=(inside,), outside=(outside,)))
    assert [one["id"] for one in found if one["schema"] == "Article"] == [f"sha256-{'a1' * 32}", f"sha256-{'b2' * 32}"]


def test_a_private_person_is_nobody_here_and_is_counted() -> None:
    files, account = given_out(FORMAT, material())
    assert [one["properties"]["name"] for one in entities(material()) if one["schema"] == "Person"] == [
        ["Donald Trump"]
    ]
    assert "Selma Ornby" not in files["entities.ftm.json"].decode()
    assert account.reasons()["actor", "a person without a known public office"] == 1
    # She speaks for a clinic in one claim, and for nobody in the other.
    roles = [role for one in those(entities(material()), "Documentation") for role in one["role"]]
    assert "asserts: Elmstead clinic; asserts: monitor" in roles
    assert any("a person without a known public office" in role for role in roles)


def test_a_claim_is_an_edge_with_what_each_report_says_and_never_a_fact() -> None:
    found = entities(material())
    edges = [one for one in those(found, "Documentation") if one["recordId"] == ["c1"]]
    assert {one["document"][0]: one["role"][0] for one in edges} == {
        f"sha256-{'a1' * 32}": "asserts: a person without a known public office",
        f"sha256-{'b2' * 32}": "denies: Syrian army",
    }
    assert {one["status"][0] for one in edges} == {"contested (counted by a machine)"}
    assert {one["schema"] for one in found} <= {
        "Article", "Document", "Organization", "PublicBody", "Person", "Position", "Event", "Address", "Documentation", "UnknownLink",
    }  # fmt: skip
    _, account = given_out(FORMAT, material())
    assert ("claim", "it is about nobody and nothing that is an entity here") in account.reasons()


def test_who_is_said_to_have_done_it_is_linked_and_not_involved_and_people_never_are() -> None:
    found = entities(material())
    (event,) = those(found, "Event")
    assert event["involved"] == ["actor-hezbollah"]
    links = {
        (one["subject"][0], one["status"][0])
        for one in those(found, "UnknownLink")
        if one["role"] == ["said to have done it"]
    }
    assert links == {
        ("actor-syria-armed-forces", "claimed, by itself or by others"),
        ("actor-syria-armed-forces", "contested (counted by a machine)"),
    }
    _, account = given_out(FORMAT, material())
    assert account.reasons()["allegation", "people and those who report are not tied to acts on a machine's word"] == 1


def test_a_report_that_tells_it_as_not_done_blames_nobody() -> None:
    first, second = material().reports
    army = Perpetrator((at(OTHER, "The Syrian army"),), "c1", "organisation", None)
    incident = replace(second.record.incidents[0], perpetrators=(army,))
    denying = replace(second, record=replace(second.record, incidents=(incident,)))
    links = [
        one
        for one in those(entities(material(reports=(first, denying), claims=())), "UnknownLink")
        if "done" in one["role"][0]
    ]
    assert [one["proof"] for one in links] == [[f"sha256-{'a1' * 32}"]]
    unsure = replace(second.record.events[0], status="happened", polarity="positive", certainty="possible")
    possible = replace(second, record=replace(second.record, incidents=(incident,), events=(unsure,)))
    links = those(entities(material(reports=(first, possible), claims=())), "UnknownLink")
    assert ["as the report tells it; not told as certain"] in [one["status"] for one in links]


def test_an_act_that_nobody_asserts_of_anybody_is_no_link() -> None:
    (who, *_) = material().claims
    denied = replace(who, stances=who.stances[1:], status="denied_only")
    quiet = replace(happenings()[0], incidents=((SECOND, "i1"),))
    found, account = given_out(FORMAT, material(claims=(denied,), happenings=(quiet,)))
    assert b"said to have done it" not in found["entities.ftm.json"]
    assert ("allegation", "nobody on record asserts it") in account.reasons()


def test_what_two_are_said_to_be_to_each_other_is_a_link_and_never_a_membership() -> None:
    links = [one for one in those(entities(material()), "UnknownLink") if "as one report words it" in one["role"][0]]
    assert [(one["subject"], one["object"], one["role"]) for one in links] == [
        (["actor-hezbollah"], ["actor-syria-armed-forces"], ["member of, as one report words it"])
    ]
    _, account = given_out(FORMAT, material())
    assert account.reasons()["relation", "one of the two is not in the registry"] == 1


def test_only_a_settlement_has_degrees_and_a_date_is_as_exact_as_it_is_known() -> None:
    (place,) = those(entities(material()), "Address")
    assert (place["latitude"], place["longitude"]) == (["35.5"], ["40.25"])
    (shelling, *_) = happenings()
    wide = replace(shelling, place=Where("Deir ez-Zor", 9, 35.1, 40.2, "SY", "province"))
    (place,) = those(entities(material(happenings=(wide,))), "Address")
    assert "latitude" not in place
    assert place["remarks"] == ["precision: province"]
    assert days_of("2018-12-23", "2018-12-23") == "2018-12-23"
    assert days_of("2018-12-01", "2018-12-31") == "2018-12"
    assert days_of("2018-11-30", "2018-12-01") == "2018"
    assert days_of("2018-12-30", "2019-01-01") is None
    assert days_of(None, "2019-01-01") is None


def test_what_is_only_planned_is_no_event() -> None:
    _, account = given_out(FORMAT, material())
    assert account.written["happening"] == 1
    assert ("happening", "told only as planned") in account.reasons()


def test_ids_are_the_same_whatever_else_is_in_the_ledger() -> None:
    first = {one["id"] for one in entities(material())}
    again = {one["id"] for one in entities(material(reports=tuple(reversed(material().reports))))}
    assert first == again
    assert FIRST.replace(":", "-") in first


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://", "http://[", "https://a b.example", None]
)
def test_what_leads_to_no_page_is_no_address(url: str | None) -> None:
    assert web_address(url) is None


def test_a_text_that_is_too_long_ends_with_an_ellipsis() -> None:
    assert cut("abcdef", 4) == "abc…"
    assert cut("abcd", 4) == "abcd"
