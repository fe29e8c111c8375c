"""Annotations: every selector leads back to the words, in code points."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from onrecord.export.web_annotation import FORMAT
from tests.export.linked_material import OTHER, TEXT, Memory, given_out, material, reported, telling


def pages(of: Memory) -> list[dict[str, Any]]:
    files, _ = given_out(FORMAT, of)
    return [json.loads(line) for line in files["annotations.jsonl"].decode().splitlines()]


def test_positions_and_quotations_lead_to_the_words_also_behind_a_letter_of_two_units() -> None:
    first, second = pages(material())
    seen = 0
    for page, text in ((first, TEXT), (second, OTHER)):
        for item in page["items"]:
            quote, position = item["target"]["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            seen += start > TEXT.index("🜂")
    assert seen


def test_a_page_has_an_annotation_for_each_part_with_its_tag_and_value() -> None:
    page = pages(material())[0]
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    tagged = {(item["body"][0]["value"], item["target"]["selector"][0]["exact"]) for item in page["items"]}
    assert {
        ("statement: source", "Selma Ornby"), ("statement: cue", "said"), ("statement: content", "dozens had died"),
        ("event", "shelled"), ("place", "Elmstead"), ("time", "Sunday, 23 December"),
    } <= tagged  # fmt: skip
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    assert all("machine output" in item["body"][1]["value"] for item in page["items"])
    denied = next(item for item in pages(material())[1]["items"] if item["body"][0]["value"] == "event")
    assert "denied" in denied["body"][1]["value"]


def test_the_target_is_the_address_of_the_report_or_the_hash_of_its_bytes() -> None:
    first, second = pages(material())
    assert first["items"][0]["target"]["source"] == "https://ferry.example/shells"
    assert second["items"][0]["target"]["source"] == f"urn:sha256:{'b2' * 32}"
    assert first["items"][0]["target"]["state"]["cached"] == f"urn:sha256:{'a1' * 32}"


def test_what_has_no_words_is_counted() -> None:
    told = telling()
    silent = replace(told, events=(replace(told.events[0], trigger=None),), times=(replace(told.times[0], span=None),))
    _, account = given_out(FORMAT, material(reports=(reported(1, silent),)))
    assert account.reasons() == {
        ("event", "no words of the text tell of it"): 1,
        ("place", "no words of the text name it"): 1,
        ("time", "no words of the text tell of it"): 1,
    }
    assert account.written == {"report": 1, "statement part": 9, "place": 1}


def test_half_a_letter_is_kept_as_an_escape() -> None:
    broken = "\ud83c Elm" + TEXT[5:]
    record = replace(telling(), document=replace(telling().document, text=broken), statements=(), events=(), times=())
    (page,) = pages(material(reports=(reported(1, record),)))
    assert page["items"][0]["target"]["selector"][0]["prefix"].startswith("\ud83c")
