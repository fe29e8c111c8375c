"""The published JSON Schema is the one that the types make, and it agrees with the codec."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from onrecord.record import Record, from_json, to_json
from onrecord.record.schema import json_schema, schema_text
from tests.record.strategies import records
from tests.record.test_codec import written

PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "record.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def test_the_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), "run `make schema` and commit the file"


def test_it_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(records())
def test_any_record_fits_the_schema(record: Record) -> None:
    VALIDATOR.validate(json.loads(json.dumps(to_json(record))))


def test_a_newer_record_with_more_fields_fits_the_schema() -> None:
    value = written()
    value["statements"][0]["tone"] = "sharp"
    VALIDATOR.validate(value)
    assert from_json(value).statements[0].extra == {"tone": "sharp"}


@pytest.mark.parametrize(
    ("key", "value"),
    [("id", 1), ("speech_act", "sing"), ("content", None), ("hedges", None), ("hedges", [{"start": 0}])],
)
def test_what_the_codec_refuses_the_schema_refuses(key: str, value: object) -> None:
    record = written()
    record["statements"][0][key] = value
    assert not VALIDATOR.is_valid(record)


def test_every_field_is_described() -> None:
    schema = json_schema()
    for kind in (schema, *schema["$defs"].values()):
        assert all(slot["description"] for slot in kind["properties"].values())
