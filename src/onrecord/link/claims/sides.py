"""Sides of a conflict, found in the words of a report: states, armies, armed groups, and those without a name ("the rebels")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from onrecord.link.claims.vocabulary import SIDE_WORDS
from onrecord.link.claims.words import Word
from onrecord.reference.registry import Registry, load_registry

_ACTS: Final = frozenset(
    {
        "state",
        "government",
        "armed_forces",
        "ministry",
        "agency",
        "armed_group",
        "party",
        "coalition",
        "office",
        "outlet",
        "person",
    }
)
_LONGEST_NAME: Final = 5
_LED: Final = re.compile(r"\b([A-Z][\w.]*)-led\b")
_AMBIGUOUS_IN: Final = 6
"""A name that more than so many bear is a description ("the army"), to be read by the country that is reported on."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side that is named in a text.

    Attributes:
        key: The same for the same side in any report: the id of the state or group, or "side:rebels".
        name: How to call it.
        start: Where it is named, in code points.
        end: Where the name ends.
    """

    key: str
    name: str
    start: int
    end: int


@cache
def registry() -> Registry:
    """The registry that is shipped, loaded once."""
    return load_registry()


@lru_cache(maxsize=1 << 14)
def root_of(actor: str) -> tuple[str, str] | None:
    """The id and name of the state or group that an entry of the registry belongs to; a coalition counts as the state that leads it."""
    known = registry()
    if actor not in known.rows:
        return None
    entry = known.get(actor)
    for _ in range(8):
        if entry.parent is None or entry.parent not in known.rows:
            break
        entry = known.get(entry.parent)
    if entry.kind == "person":
        offices = [known.get(h.office) for h in entry.holdings if h.office in known.rows]
        countries = [office.country for office in offices if office.country]
        if countries and (states := known.states(countries[-1])):
            entry = states[0]
    for name in (entry.name, *entry.aliases) if entry.kind == "coalition" else ():
        if (
            (led := _LED.search(name))
            and (country := known.state_of(led.group(1)))
            and (states := known.states(country))
        ):
            return states[0].id, entry.name
    return entry.id, entry.name


@lru_cache(maxsize=1 << 16)
def side_of(words: str, country: str | None = None) -> tuple[str, str] | None:
    """The key and name of the side that words name; None where they name none.

    Args:
        words: A name or a description, without article.
        country: ISO code of the country that is reported on: whose "regime" and whose "army" it is.
    """
    known = registry()
    for spelled in dict.fromkeys((words, words.removesuffix("s"))):
        found = [entry for entry in known.find(spelled) if entry.kind in _ACTS]
        if spelled.lower() == "coalition":
            found = [entry for entry in found if entry.kind == "coalition" and (entry.country or country) == country]
        if len(found) > 1 and country:
            found = [entry for entry in found if entry.country == country] or found
        if 0 < len(found) < _AMBIGUOUS_IN and len({root_of(entry.id) for entry in found}) == 1:
            return root_of(found[0].id)
        if (state := known.state_of(spelled)) and (states := known.states(state)):
            return states[0].id, states[0].name
    kind = SIDE_WORDS.get(words.lower())
    if kind == "government" and country and (states := known.states(country)):
        return states[0].id, f"{states[0].name} government"
    return (f"side:{kind}", kind) if kind else None


@lru_cache(maxsize=1 << 14)
def rivals(theme: str, other: str) -> bool:
    """Whether two of whom one place is said to be held cannot both hold it. A description ("rebels") is no rival of a group."""
    one, two = theme.rpartition(":")[2], other.rpartition(":")[2]
    if theme == other or (
        "side" in (theme.split(":")[-2], other.split(":")[-2]) and not {one, two} & _governments(one, two)
    ):
        return False
    known = registry()
    allied = {s.entry for key in (one, two) if key in known.rows for s in known.get(key).sides if s.stance == "with"}
    return not {one, two} & allied


def _governments(*keys: str) -> set[str]:
    known = registry()
    return {key for key in keys if key in known.rows and known.get(key).kind in ("state", "government")}


def sides_in(words: Sequence[Word], country: str | None) -> tuple[Side, ...]:
    """The sides that are named in the words of a sentence, in order, the longest names first."""
    found: list[Side] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            run = words[at : at + length]
            if not (run[0].text[0].isupper() or (length == 1 and run[0].low in SIDE_WORDS)):
                continue
            if length > 1 and not (run[-1].text[0].isupper() or run[-1].low in SIDE_WORDS or run[-1].low.endswith("s")):
                continue
            side = side_of(" ".join(word.text for word in run), country)
            if side:
                found.append(Side(*side, run[0].start, run[-1].end))
                at += length
                break
        else:
            at += 1
    return tuple(found)
