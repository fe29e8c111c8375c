"""A stretch of text that may name a place, and what a name can mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from onrecord.reference.gazetteer import Gazetteer, Location

__all__ = ["ACRONYM", "FEW", "LONGEST", "WORD", "Kind", "Spot", "is_notable", "is_wide", "named"]

Kind = Literal["place", "people", "inside", "elsewhere", "site"]
"""How a place is named.

place: by itself. people: by what its people are called. inside: within the name of something else. elsewhere: where the reader saw a
person or nothing, by a name that is a place in this report or by its form. site: something built, or a street.
"""

WORD: Final = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?")
FEW: Final = 100_000
"""People that a town has whose name is taken for the town's within any other name."""
ACRONYM: Final = 4
"""Letters of an acronym that is no town's."""
LONGEST: Final = 4
"""Words of a name that is looked for within another."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch that may name a place.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        kind: How the place is named.
        found: What it can mean, most people first.
        mention: The mention that it is, or that it is the chief part of.
        within: What it is said to lie in: the spot behind the comma, by its start.
        direction: Whether a part of the place is meant ("northern").
        sort: What kind of place the words call it, as the start of a feature; "" if they do not.
        heard: Whether what it can mean was only found by its sound.
    """

    start: int
    end: int
    kind: Kind
    found: tuple[Location, ...] = field(repr=False)
    mention: str | None = None
    within: int | None = None
    direction: bool = False
    sort: str = ""
    heard: bool = False


def named(name: str, gazetteer: Gazetteer, acronym: int = ACRONYM - 1) -> tuple[Location, ...]:
    """The places of a name; capitals of no more letters than this are an acronym, which no town has for a name."""
    found = gazetteer.find(name)
    letters = name.replace(".", "")
    if letters.isupper() and len(letters) <= acronym:
        return tuple(place for place in found if place.feature == "A.PCLI" or place.feature[0] == "L")
    return found


def is_wide(place: Location, sort: str) -> bool:
    """Whether a place can be what a town is said to lie in: "Cleveland, Columbus" is a list, though there is a Columbus County."""
    return place.feature in ("A.PCLI", "A.ADM1", "L.RGN") or sort.startswith("A.")


def is_notable(found: Sequence[Location], least: int, within: bool = False) -> bool:
    """Whether one of the places has so many people, or is no town; within other names provinces are not enough."""
    return any(place.population >= least if place.feature[0] == "P" else not within for place in found)
