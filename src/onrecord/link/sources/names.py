"""Names brought to a key that is the same in another report's spelling."""

from __future__ import annotations

import re
from typing import Final

from onrecord.reference.registry import fold

__all__ = ["name_key", "only_part_of_a_name", "organisation_key"]

_SPELLINGS: Final = (
    (re.compile(r"\babd(?:[aeou]l|[aeou]r(?=r))? ?(?:[aeu][lr] )?"), "abd "),
    (re.compile(r"ou|oo|w(?=[aeiou]?\b)"), "u"),
    (re.compile(r"[ae]y|[ae]i|ee|ie|y(?![aeiou])"), "i"),
    (re.compile(r"kh|q|c(?![ieyh])"), "k"),
    (re.compile(r"o"), "u"),
    (re.compile(r"e"), "i"),
    (re.compile(r"(\w)\1"), r"\1"),
)
"""What one writes so and another so, above all in names from Arabic, Kurdish, Russian and Ukrainian."""
_SURNAMED: Final = frozenset({"abu", "umm", "um", "abou", "oum"})
"""A name after a child is borne by many."""


def name_key(name: str, document: str) -> str:
    """The key of somebody who is known by name.

    Args:
        name: The name, without titles.
        document: Id of the report: part of a name is a key within that only.
    """
    key = fold(name)
    for pattern, replacement in _SPELLINGS:
        key = pattern.sub(replacement, key)
    return f"name:{key}@{document}" if only_part_of_a_name(name) else f"name:{key}"


def organisation_key(name: str) -> str:
    """The key of an organisation that the registry does not have."""
    return f"name:{fold(name)}"


def only_part_of_a_name(name: str) -> bool:
    """Whether others may well bear it: a surname or a first name alone, "Abu Omar"."""
    words = _SPELLINGS[0][0].sub("abd", fold(name)).split()
    return len(words) < 2 or (len(words) == 2 and words[0] in _SURNAMED)
