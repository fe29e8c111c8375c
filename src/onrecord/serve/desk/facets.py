"""Facets: what a list divides into, with counts, each value an address that narrows the list to it or widens it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.voices import Voice

__all__ = ["Choice", "Facet", "chosen"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet.

    Attributes:
        value: The value.
        count: How many there are.
        url: Where only these are shown, or all again.
        is_on: Whether only these are shown.
    """

    value: str
    count: int | None
    url: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """What a list divides into.

    Attributes:
        title: What it divides by.
        choices: The values.
        of_others: Whether the values are words of the reports rather than of ours.
    """

    title: str
    choices: Sequence[Choice]
    of_others: bool = False

    @classmethod
    def of(
        cls, asked: Asked, title: str, name: str, counts: Iterable[tuple[str, int]], now: str | None, *, ours: bool = False
    ) -> Self:  # fmt: skip
        """A facet of which each value is one limit or option.

        Args:
            asked: The request.
            title: What it divides by.
            name: The name of the limit or option.
            counts: The values with how many there are.
            now: The value that the address has.
            ours: Whether the values are words of our vocabularies.
        """
        found = dict(counts)
        if now is not None and now not in found:
            found = {now: None, **found}  # type: ignore[dict-item]
        choices = (
            Choice(value, count, asked.url(**{name: None if value == now else value}), value == now)
            for value, count in found.items()
        )
        return cls(title, tuple(choices), not ours)

    @classmethod
    def of_voices(cls, asked: Asked, counts: Iterable[tuple[Voice, int]], now: str | None) -> Self:
        """A facet of those who speak, each by its id ("by")."""
        choices = (
            Choice(voice.name, count, asked.url(by=None if voice.id == now else voice.id), voice.id == now)
            for voice, count in counts
        )
        return cls("Said by", tuple(choices), of_others=True)

    @classmethod
    def of_months(cls, asked: Asked, counts: Iterable[tuple[str, int]]) -> Self:
        """A facet of the months of publication: each sets both dates."""
        now = asked.filter.since if asked.filter.since == asked.filter.until else None
        choices = (
            Choice(month, count, asked.url(since=None if month == now else month, until=None if month == now else month),
                   month == now)
            for month, count in counts
        )  # fmt: skip
        return cls("Month", tuple(choices))


def chosen(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """The facets that divide anything: of more than one value, or of one that is chosen."""
    return tuple(facet for facet in facets if len(facet.choices) > 1 or any(choice.is_on for choice in facet.choices))
