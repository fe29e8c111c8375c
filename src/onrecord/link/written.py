"""Items as JSON and back: small frozen dataclasses, so that what was worked out from a report once can be kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from onrecord.record.shape import is_object, without_none

__all__ = ["read_item", "read_values", "write_item"]

Item = TypeVar("Item")
# Items that are looked at again and again while many reports are linked: reading their JSON would take most of the time.
_REMEMBERED = 50_000


def write_item(item: Any) -> str:
    """Writes an item as one line of JSON.

    Args:
        item: A dataclass of strings, numbers, truth values, None, tuples, frozen sets, mappings from strings, and dataclasses.
    """
    return json.dumps(_values(item), ensure_ascii=False, separators=(",", ":"))


def read_item(kind: type[Item], line: str) -> Item:
    """Reads an item that `write_item` wrote.

    Args:
        kind: Its type.
        line: The JSON.
    """
    item: Item = _read(cast(Hashable, kind), line)
    return item


def read_values(kind: type[Item], values: object) -> Item:
    """Makes an item of JSON values; see `read_item`."""
    item: Item = _reader(cast(Any, kind))(values)
    return item


@lru_cache(maxsize=_REMEMBERED)
def _read(kind: Hashable, line: str) -> Any:
    return _reader(kind)(json.loads(line))


def _values(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _values(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, frozenset | set):
        return sorted(map(_values, value))
    if isinstance(value, tuple | list):
        return [_values(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _values(each) for key, each in value.items()}
    return value


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """What turns JSON values into a value of a type."""
    hint, nullable = without_none(hint) if type(None) in get_args(hint) and len(get_args(hint)) == 2 else (hint, False)
    if nullable:
        read = _reader(hint)
        return lambda value: None if value is None else read(value)
    origin, arguments = get_origin(hint), get_args(hint)
    if is_object(hint):
        return _object(hint)
    if origin is tuple and arguments[-1] is Ellipsis:
        each = _reader(arguments[0])
        return lambda value: tuple(map(each, value))
    if origin is tuple:
        several = tuple(map(_reader, arguments))
        return lambda value: tuple(read(one) for read, one in zip(several, value, strict=True))
    if origin is frozenset or hint is frozenset:
        return frozenset
    if origin is Mapping and arguments[1] is not object:
        of = _reader(arguments[1])
        return lambda value: {key: of(one) for key, one in value.items()}
    return lambda value: value


def _object(kind: type) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}

    def read(value: Any) -> Any:
        return kind(**{name: reader(value[name]) for name, reader in readers.items() if name in value})

    return read
