"""What may come of something that was given: bytes, a document, or why there is neither."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.fetch.records import Given
from onrecord.record.original import Original

__all__ = ["MOST_BYTES", "Failed", "Found", "Skipped", "named", "shown"]

MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was passed over on purpose.

    Attributes:
        name: What it is called.
        reason: Why.
    """

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that should have been read and could not be.

    Attributes:
        name: What it is called.
        error: The reason, with what to do.
    """

    name: str
    error: InputError


Found = Original | Given | Skipped | Failed


def named(found: Iterator[Original | Given | InputError], name: str) -> Iterator[Found]:
    """Gives each error the name of what it was found in."""
    for one in found:
        yield Failed(name, one) if isinstance(one, InputError) else one


def shown(path: str) -> str:
    """A path as it may be printed: names of files are foreign text too."""
    text = os.fsencode(path).decode("utf-8", "replace") if "\x00" not in path else path
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)
