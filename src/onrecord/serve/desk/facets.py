"""Facets: what a list divides into, each value with how many there are and the address of just these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.ledger import Facets
from onrecord.serve.desk.asked import Asked
from onrecord.wording.visible import flat

__all__ = ["Facet", "Value", "facets_of", "month"]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet.

    Attributes:
        text: What it is called.
        count: How many there are.
        url: Where these are listed, or where all are if they are now; None for a value that is no limit.
        chosen: Whether the list is limited to it.
    """

    text: str
    count: int
    url: str | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """What a list is divided by.

    Attributes:
        label: What it is called.
        values: Its values.
    """

    label: str
    values: tuple[Value, ...]


Named = tuple[str, str, Callable[[str], str]]
"""Name and label of a facet, and how its values are put into words."""


def facets_of(asked: Asked, counts: Facets, named: tuple[Named, ...]) -> tuple[Facet, ...]:
    """The facets of a list.

    Args:
        asked: The request.
        counts: How many there are of each value.
        named: The facets in the order in which they are shown.
    """
    facets = (
        Facet(label, tuple(_value(asked, name, value, count, words) for value, count in _ordered(name, counts)))
        for name, label, words in named
    )
    return tuple(facet for facet in facets if facet.values)


def month(value: str) -> str:
    """A month in words: "December 2018"."""
    try:
        return f"{date.fromisoformat(f'{value}-01'):%B %Y}"
    except ValueError:
        return flat(value)


def _ordered(name: str, counts: Facets) -> Sequence[tuple[str, int]]:
    """The commonest values first, but months in their order, the newest first."""
    values = counts.get(name, ())
    return sorted(values, reverse=True) if name == "month" else values


def _value(asked: Asked, name: str, value: str, count: int, words: Callable[[str], str]) -> Value:
    limits = {**asked.options, **asked.filter.items()}
    if name == "month":
        chosen = limits.get("since") == limits.get("until") == value
        url = asked.url(since=None, until=None) if chosen else asked.url(since=value, until=value)
        return Value(words(value), count, url, chosen)
    if name == "country":
        return Value(words(value), count, None, False)
    chosen = limits.get(name) == value
    return Value(words(value), count, asked.url(**{name: None if chosen else value}), chosen)
