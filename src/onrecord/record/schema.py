"""The JSON Schema of the format, made from the types, so that the two cannot drift apart."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from typing import Any

from onrecord.record.record import SCHEMA, Record
from onrecord.record.shape import Slot, choices_of, is_object, item_of, keeps_extra, slots_of

_SIMPLE = {str: {"type": "string"}, int: {"type": "integer"}, float: {"type": "number"}}
_ATTRIBUTE = re.compile(r"^    (\w+): (.+(?:\n        .+)*)", re.MULTILINE)


def json_schema() -> dict[str, Any]:
    """Make the JSON Schema (draft 2020-12) of one record."""
    root = _object(Record)
    root["properties"] = {"schema": {"const": SCHEMA, "description": "Version of the format."}, **root["properties"]}
    root["required"] = ["schema", *root["required"]]
    kinds = sorted(set(_kinds_below(Record)), key=lambda kind: kind.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "onrecord record",
        **root,
        "$defs": {kind.__name__: _object(kind) for kind in kinds},
    }


def schema_text() -> str:
    """Write the JSON Schema as it is published in docs/reference/record.schema.json."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _kinds_below(kind: type) -> Iterator[type]:
    for slot in slots_of(kind).values():
        hint = item_of(slot.hint) or slot.hint
        if is_object(hint):
            yield hint
            yield from _kinds_below(hint)


def _object(kind: type) -> dict[str, Any]:
    slots, told = slots_of(kind), inspect.getdoc(kind) or ""
    about = {name: " ".join(words.split()) for name, words in _ATTRIBUTE.findall(told)}
    return {
        "type": "object",
        "description": told.split("\n", 1)[0],
        "properties": {key: {**_slot(slot), "description": about[slot.name]} for key, slot in slots.items()},
        "required": [key for key, slot in slots.items() if slot.required],
        "additionalProperties": keeps_extra(kind),
    }


def _slot(slot: Slot) -> dict[str, Any]:
    schema = _value(slot.hint)
    return {"anyOf": [schema, {"type": "null"}]} if slot.nullable else schema


def _value(hint: object) -> dict[str, Any]:
    if is_object(hint):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if choices := choices_of(hint):
        return {"enum": list(choices)}
    if (item := item_of(hint)) is not None:
        return {"type": "array", "items": _value(item)}
    if isinstance(hint, type) and hint in _SIMPLE:
        return dict(_SIMPLE[hint])
    return {"type": "array", "prefixItems": [{"type": "integer"}] * 2, "items": False, "minItems": 2}
