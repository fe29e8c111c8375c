"""Records survive being written and read, and what is wrong with one is said with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from onrecord.errors import RecordError, SchemaVersionError, SpanError
from onrecord.record import (
    SCHEMA,
    Content,
    Cue,
    Document,
    Record,
    Role,
    Source,
    Span,
    Statement,
    dumps,
    from_json,
    loads,
    to_json,
)
from onrecord.record.chain import Chain
from tests.record.strategies import records

TEXT = "The mayor, Havel Ronnie, said the bridge was closed."


def written(text: str = TEXT) -> dict[str, Any]:
    """A record with one statement, as JSON values."""
    said = Statement(
        id="s-1",
        form="indirect",
        source=Source((Span.of(TEXT, 11, 23),)),
        cue=Cue((Span.of(TEXT, 25, 29),)),
        content=Content((Span.of(TEXT, 30, 51),)),
    )
    value = to_json(Record(Document("sha256:0", TEXT), statements=(said,)))
    value["document"]["text"] = text
    return value


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(records())
def test_any_record_survives_a_line_of_json(record: Record) -> None:
    line = dumps(record)
    assert len(line.splitlines()) == 1
    assert loads(line) == record
    assert dumps(loads(line)) == line


def test_every_field_is_written_and_unknown_values_are_null() -> None:
    value = to_json(Record(Document("sha256:0", "")))
    assert value["schema"] == SCHEMA
    assert value["document"]["publisher"] is None
    assert value["statements"] == []
    assert value["reader"] is None


def test_a_missing_axis_is_unknown_and_not_the_commonest_value() -> None:
    value = written()
    del value["statements"][0]["certainty"]
    assert from_json(value).statements[0].certainty is None


def test_unknown_fields_are_kept_where_they_stood() -> None:
    value = written()
    value["gold"] = ["statements"]
    value["statements"][0]["source"]["also_named"] = ["Havel"]
    record = from_json(value)
    assert record.extra == {"gold": ["statements"]}
    assert to_json(record) == value


def test_from_is_the_key_of_from_() -> None:
    chain = Chain("c-1", "person", "Havel Ronnie", (), roles=(Role("mayor", from_="2018-11-02"),))
    value = to_json(Record(Document("sha256:0", ""), chains=(chain,)))
    assert value["chains"][0]["roles"][0]["from"] == "2018-11-02"
    assert from_json(value).chains == (chain,)


def test_a_field_cannot_be_set_twice() -> None:
    with pytest.raises(RecordError, match=r"Document.extra holds 'title'"):
        to_json(Record(Document("sha256:0", "", title="A", extra={"title": "B"})))


def test_changed_text_is_found_and_shown() -> None:
    with pytest.raises(SpanError) as caught:
        from_json(written(TEXT.replace("Ronnie", "Ronald")))
    assert str(caught.value) == (
        "record: statements[0].source.spans[0]: span 11-23 reads 'Havel Ronnie', the text there is 'Havel Ronald'; "
        "was the text changed after reading?"
    )


def test_a_span_beyond_the_text_is_found() -> None:
    with pytest.raises(SpanError, match=r"statements\[0\]\.source.*span 11-23 lies outside the text, which has 5"):
        from_json(written("short"))


@pytest.mark.parametrize(
    ("version", "said"),
    [("onrecord/2", "is written in version 'onrecord/2' of the format"), (None, "names no version of the format")],
)
def test_other_versions_are_refused(version: str | None, said: str) -> None:
    with pytest.raises(SchemaVersionError, match=said):
        from_json({**written(), "schema": version})


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("document",), None, "record: document: is null, an object is needed"),
        (("document", "text"), 3, "document.text: is 3, a string is needed"),
        (("document", "text"), "\ud83d", "document.text: holds half a surrogate pair at character 0"),
        (("document", "title"), ["a"], "document.title: is a list, a string is needed"),
        (("statements",), None, "record: statements: is null, a list is needed"),
        (("statements", 0), [], r"statements\[0\]: is a list, an object is needed"),
        (("statements", 0, "id"), None, r"statements\[0\].id: is null, a string is needed"),
        (("statements", 0, "tense"), "perfect", r"statements\[0\].tense: is 'perfect', which is none of past, present"),
        (("statements", 0, "confidence"), True, r"statements\[0\].confidence: is a truth value, a number is needed"),
        (("statements", 0, "confidence"), float("nan"), r"confidence: is nan, a number is needed"),
        (("statements", 0, "cue", "spans", 0), {"start": 1}, r"cue.spans\[0\]: is not a span"),
        (("statements", 0, "cue", "spans", 0, "start"), 1.5, r"cue.spans\[0\].start: is 1.5, a whole number is needed"),
        (("document", "removed"), [{"span": None, "why": "caption", "bytes": [1]}], "bytes: is not a pair"),
        (("document", "origin"), "joined from tokens", "document.origin: is a string, an object is needed"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(path: tuple[str | int, ...], value: object, said: str) -> None:
    record: Any = written()
    at = record
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    with pytest.raises(RecordError, match=said):
        from_json(record)


def test_a_missing_field_is_asked_for() -> None:
    value = written()
    del value["statements"][0]["content"]
    with pytest.raises(RecordError, match=r"^record: statements\[0\]: has no 'content'; add it$"):
        from_json(value)


@pytest.mark.parametrize("line", ["", "[1]", "{", "[" * 100_000, '{"schema": NaN}'])
def test_a_line_that_is_no_record_is_refused_by_name(line: str) -> None:
    with pytest.raises(RecordError, match=r"^old\.jsonl line 7: "):
        loads(line, name="old.jsonl line 7")


def test_lenient_reading_keeps_what_the_format_has_no_word_for() -> None:
    value = written()
    del value["schema"]
    value["statements"][0]["tense"] = "perfect"
    value["document"]["origin"] = "joined from tokens"
    record = from_json(value, lenient=True)
    assert record.statements[0].tense is None
    assert record.document.origin is None
    assert to_json(record) == {"schema": SCHEMA, **value}


def test_lenient_reading_still_checks_spans() -> None:
    with pytest.raises(SpanError):
        from_json(written("short"), lenient=True)


def test_half_a_surrogate_pair_cannot_be_written() -> None:
    with pytest.raises(RecordError, match="cannot be written as JSON"):
        dumps(Record(Document("sha256:0", "\ud83d")))


def test_numbers_keep_their_type() -> None:
    value = written()
    value["statements"][0]["confidence"] = 1
    assert json.dumps(to_json(from_json(value))["statements"][0]["confidence"]) == "1"
