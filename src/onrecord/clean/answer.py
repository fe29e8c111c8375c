"""A cleaned report as plain JSON values, to be handed from a child process to its parent, and checked there."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from onrecord.clean.report import Cleaned, clean
from onrecord.errors import RecordError, TooLarge
from onrecord.record import Document, Origin, Record, Run, from_json, to_json
from onrecord.record.original import Original

__all__ = ["FUNCTION", "MOST_RUNS", "from_answer", "to_answer"]

# What the jail is told to call.
FUNCTION = "onrecord.clean.answer:to_answer"
# A map this long takes 200 MB in the parent; a text of 9 MB in a script of two bytes a letter needs as many.
MOST_RUNS = 1_500_000


def to_answer(content: bytes, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Cleans a report, in the child.

    Args:
        content: The bytes as they came.
        arguments: "media_type" and "name" of the original.

    Raises:
        InputError: The report cannot be read.
    """
    original = Original(
        hashlib.sha256(content).hexdigest(), content, str(arguments["media_type"]), str(arguments["name"])
    )
    cleaned = clean(original)
    origin = cleaned.document.origin or Origin("", 0)
    if len(origin.runs) > MOST_RUNS:
        raise TooLarge(
            f"{original.name}: its map to the bytes has {len(origin.runs):,} entries, {MOST_RUNS:,} are allowed; "
            "cut the file in two"
        )
    record = to_json(Record(replace(cleaned.document, origin=None), notes=cleaned.notes))
    numbers = {field: [getattr(run, field) for run in origin.runs] for field in ("text", "count", "byte", "width")}
    return {"record": record, "encoding": origin.encoding, "length": origin.length, **numbers}


def from_answer(answer: Mapping[str, Any], original: Original) -> Cleaned:
    """Checks a child's answer and makes a cleaned report of it, in the parent.

    Args:
        answer: What the child returned.
        original: What it was given.

    Raises:
        RecordError: The answer is not what a child should return.
    """
    record = from_json(answer.get("record"), name=original.name)
    document = record.document
    if document.id != f"sha256:{original.sha256}":
        raise RecordError(f"{original.name}: the parser's answer is about another document; report this as a fault")
    if answer.get("length") != len(original.content) or not isinstance(answer.get("encoding"), str):
        raise RecordError(f"{original.name}: the parser's answer has no map to the bytes; report this as a fault")
    origin = Origin(answer["encoding"], len(original.content), _runs(answer, document, original))
    return Cleaned(replace(document, origin=origin), record.notes)


def _runs(answer: Mapping[str, Any], document: Document, original: Original) -> tuple[Run, ...]:
    columns = [answer.get(field) for field in ("text", "count", "byte", "width")]
    length = len(original.content)
    runs = []
    at = 0
    if all(isinstance(column, list) for column in columns) and len({len(column or ()) for column in columns}) == 1:
        for text, count, byte, width in zip(*(column or () for column in columns), strict=True):
            if not type(text) is type(count) is type(byte) is type(width) is int:
                break
            if text != at or count < 1 or width < 0 or byte < 0 or byte + count * width > length:
                break
            runs.append(Run(text, count, byte, width))
            at += count
    if at != len(document.text):
        raise RecordError(f"{original.name}: the parser's map to the bytes does not fit the text; report this as a fault")
    return tuple(runs)
