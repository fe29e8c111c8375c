"""An entity of FollowTheMoney: an id, a schema and properties, each of which has any number of values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from onrecord.wording.visible import flat

__all__ = ["address", "cut", "days_of", "entity", "proofs", "web_address"]

Values = Iterable[str | None] | str | None

_LONGEST: Final = {"name": 384, "alias": 384, "full": 250, "location": 250, "summary": 65_000, "sourceUrl": 4_096}
_STRING: Final = 1_024
"""The most characters of a property without a longer or shorter limit."""
_MOST_PROOFS: Final = 100


def entity(id_: str, schema: str, properties: Mapping[str, Values]) -> dict[str, Any]:
    """An entity as its JSON; a property without a value is left out.

    Args:
        id_: Its id: letters, digits, hyphens and full stops.
        schema: Its schema.
        properties: Values by property; longer ones than the format takes are cut and end with an ellipsis.
    """
    kept: dict[str, list[str]] = {}
    for name, values in properties.items():
        many = [values] if isinstance(values, str) or values is None else values
        found = dict.fromkeys(cut(flat(one), _LONGEST.get(name, _STRING)) for one in many if one and one.strip())
        if found:
            kept[name] = list(found)
    return {"id": id_, "schema": schema, "properties": kept}


def cut(text: str, most: int) -> str:
    """A text of at most so many characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def proofs(documents: Iterable[str]) -> list[str]:
    """The documents that prove an entity: the first hundred, for one that a whole ledger names would be one unreadable line."""
    return list(dict.fromkeys(documents))[:_MOST_PROOFS]


def days_of(earliest: str | None, latest: str | None) -> str | None:
    """A date as exactly as it is known: a day, a month or a year.

    FollowTheMoney has no other way to say that a date is not known exactly: a start and an end would say that it went on all the time.
    """
    if not earliest or not latest:
        return None
    if earliest == latest:
        return earliest
    for length in (7, 4):
        if earliest[:length] == latest[:length]:
            return earliest[:length]
    return None


def address(*parts: str | None) -> str | None:
    """A place in one line."""
    return ", ".join(part for part in parts if part) or None


def web_address(url: str | None) -> str | None:
    """An address that leads to a page of the web; None for anything else."""
    if url is None or re.search(r"\s", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
