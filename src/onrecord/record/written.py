"""Spans with the words that stand in the text.

Rules read a text in which what is removed is blanked out, and one in capitals in its usual case; records show it as it is.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from onrecord.record.span import Span

Part = TypeVar("Part")


def as_written(part: Part, text: str) -> Part:
    """A part of a reading whose every span holds the words at its place.

    Args:
        part: A statement, a mention, a whole record, or a tuple of such; spans in `extra` are rewritten as well.
        text: The text as it stands in the document.

    Returns:
        The same object where nothing differs.
    """
    result: Part = _rewritten(part, text)
    return result


def _rewritten(part: Any, text: str) -> Any:
    if isinstance(part, Span):
        words = text[part.start : part.end]
        return part if part.text == words else Span(part.start, part.end, words)
    if isinstance(part, tuple):
        items = tuple(_rewritten(item, text) for item in part)
        return part if all(one is other for one, other in zip(part, items, strict=True)) else items
    if isinstance(part, list):
        return [_rewritten(item, text) for item in part]
    if isinstance(part, dict):
        if part.keys() >= {"start", "end", "text"}:
            return part | {"text": text[part["start"] : part["end"]]}
        new = {key: _rewritten(value, text) for key, value in part.items()}
        return new if new != part else part
    if not is_dataclass(part) or isinstance(part, type):
        return part
    values = {field.name: getattr(part, field.name) for field in fields(part)}
    changed = {name: new for name, value in values.items() if (new := _rewritten(value, text)) is not value}
    return replace(part, **changed) if changed else part
