"""Claims as schema.org has them: who says it where, and a rating only by a person."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from onrecord.export.schema_org import FORMAT
from tests.export.linked_material import Memory, given_out, material, reported, telling


def graph(of: Memory) -> list[dict[str, Any]]:
    files, _ = given_out(FORMAT, of)
    value = json.loads(files["claims.jsonld"])
    assert value["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = value["@graph"]
    return found


def test_a_claim_has_its_appearances_with_the_exact_words_and_what_each_does_with_it() -> None:
    claim = graph(material())[0]
    assert (claim["@type"], claim["text"]) == (
        "Claim",
        "Syrian army carried out the shelling at Elmstead on 23 December 2018.",
    )
    assert "machine output" in claim["keywords"]
    assert "status: contested" in claim["keywords"]
    asserting, denying = claim["appearance"]
    assert (asserting["text"], asserting["keywords"]) == ("The Syrian army shelled", ["stance: asserts"])
    assert (denying["text"], denying["keywords"]) == ("denied that it had shelled", ["stance: denies"])
    assert denying["spokenByCharacter"] == {"@type": "Organization", "name": "Syrian army"}
    assert asserting["isPartOf"]["identifier"] == f"sha256:{'a1' * 32}"
    assert {one["interpretedAsClaim"]["@id"] for one in claim["appearance"]} == {claim["@id"]}


def test_it_first_appears_where_it_is_first_asserted_and_nowhere_if_a_date_is_not_known() -> None:
    assert graph(material())[0]["firstAppearance"] == {"@id": f"urn:sha256:{'a1' * 32}"}
    undated = replace(telling(), document=replace(telling().document, published=None))
    claim = graph(material(reports=(reported(1, undated), *material().reports[1:])))[0]
    assert "firstAppearance" not in claim


def test_who_only_denies_is_no_author_and_a_private_person_is_not_named() -> None:
    who, _, killed, _ = graph(material())
    # Only a private person asserts it, and the army denies it.
    assert "author" not in who
    assert "spokenByCharacter" not in who["appearance"][0]
    assert [author["name"] for author in killed["author"]] == ["Elmstead clinic"]
    assert killed["appearance"][1]["creditText"] == "monitor"
    files, _ = given_out(FORMAT, material())
    assert "Selma Ornby" not in files["claims.jsonld"].decode()


def test_a_review_is_what_a_person_said_of_the_claim_and_nothing_else_is_one() -> None:
    found = graph(material())
    (review,) = [one for one in found if one["@type"] == "ClaimReview"]
    assert review["itemReviewed"] == {"@id": found[0]["@id"]}
    assert review["author"] == {"@type": "Person", "name": "Ada Quill"}
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "wrong", "ratingExplanation": "the crater points elsewhere",
    }  # fmt: skip
    _, account = given_out(FORMAT, material())
    assert account.written == {"claim": 3, "review": 1}
    assert account.reasons() == {
        ("judgement", "it gives no reason"): 1,
        ("judgement", "it says neither right nor wrong"): 1,
    }


def test_right_of_a_statement_rates_no_claim() -> None:
    read = replace(material().judgements[1], why="it is read rightly")
    files, account = given_out(FORMAT, material(judgements=(read,)))
    assert b"ClaimReview" not in files["claims.jsonld"]
    assert account.reasons() == {("judgement", "it rates no claim that is given out"): 1}


def test_a_claim_whose_reports_are_gone_is_left_out_and_an_empty_ledger_is_an_empty_graph() -> None:
    files, account = given_out(FORMAT, material(reports=(), judgements=()))
    assert json.loads(files["claims.jsonld"])["@graph"] == []
    assert account.reasons() == {("claim", "the reports in which it stands are not at hand"): 3}
    assert graph(Memory()) == []
