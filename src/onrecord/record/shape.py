"""What the types of the record say about their JSON: keys, and what each may hold. Codec and schema both follow it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Literal, TypeGuard, get_args, get_origin, get_type_hints

EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a type.

    Attributes:
        name: The field.
        key: Its key in JSON.
        hint: Its type, without None.
        nullable: Whether it may be null.
        required: Whether the key must be there.
    """

    name: str
    key: str
    hint: object
    nullable: bool
    required: bool


@cache
def slots_of(kind: type) -> Mapping[str, Slot]:
    """List the fields of a type by their JSON keys, leaving out `extra`."""
    hints = get_type_hints(kind)
    slots = {}
    for field in fields(kind):
        if field.name == EXTRA:
            continue
        hint, nullable = without_none(hints[field.name])
        # "from" is a word of Python, so its field is from_.
        key = field.name.rstrip("_")
        slots[key] = Slot(field.name, key, hint, nullable, required=not nullable and item_of(hint) is None)
    return slots


@cache
def keeps_extra(kind: type) -> bool:
    """Tell whether a type keeps fields that it does not know."""
    return EXTRA in get_type_hints(kind)


def is_object(hint: object) -> TypeGuard[type]:
    """Tell whether a hint is one of the record's types."""
    return isinstance(hint, type) and is_dataclass(hint)


def item_of(hint: object) -> object | None:
    """Give the item type of a list of any length, or None for anything else."""
    arguments = get_args(hint)
    return arguments[0] if get_origin(hint) is tuple and arguments[1:] == (Ellipsis,) else None


def values_of(hint: object) -> object | None:
    """Give the type of the values of a mapping from strings, or None for anything else."""
    return get_args(hint)[1] if get_origin(hint) is Mapping else None


def choices_of(hint: object) -> tuple[str, ...] | None:
    """Give the values of a closed vocabulary, or None for anything else."""
    return get_args(hint) if get_origin(hint) is Literal else None


def without_none(hint: object) -> tuple[object, bool]:
    """Split `X | None` into X and True; anything else into itself and False."""
    if get_origin(hint) is not UnionType and NoneType not in get_args(hint):
        return hint, False
    (only,) = (part for part in get_args(hint) if part is not NoneType)
    return only, True
