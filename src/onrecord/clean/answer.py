"""What a child process answers when it has cleaned a report: JSON values, which are checked before they are believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import RecordError
from onrecord.record import Document, Note, Origin, Run, from_json
from onrecord.record.original import Original

__all__ = ["FUNCTION", "Cleaned", "from_answer"]

# What the jail is told to call. This module is all that the parent imports: no parser comes with it.
FUNCTION = "onrecord.clean.report:to_answer"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning returns.

    Attributes:
        document: The report.
        notes: What was odd or was given up on.
    """

    document: Document
    notes: tuple[Note, ...] = ()


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
        raise RecordError(
            f"{original.name}: the parser's map to the bytes does not fit the text; report this as a fault"
        )
    return tuple(runs)
