"""Whether two tellings are of one event. In: two tellings. Out: a likeness with its reasons."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path
from typing import Final

from onrecord.link.happenings.kinds import can_be_one
from onrecord.link.happenings.signs import Sign, distance, gap, is_narrow, signs_of
from onrecord.link.happenings.telling import Spot, Telling
from onrecord.link.likeness import Likeness

WEIGHTS: Final = Path(__file__).parents[2] / "models" / "happenings" / "weights.json"
SAME, DIFFERENT = 0.5, 0.1
"""Probabilities from which, and up to which, the machine decides."""
DAYS: Final = 3
"""Days that lie between two told days from which they are not one: reports take the day of an event, of news of it, and of print for each other."""
KILOMETRES: Final = 80.0
REASONS: Final = 4
STRONG: Final = {
    "same killed": 0.6,
    "same injured": 0.9,
    "same target": 1.0,
    "same hit": 1.2,
    "same means": 1.2,
    "names": 1.6,
    "words": 0.5,
}
"""Evidence, from the value named on, that stands in for a day or a place that is told too widely."""


@cache
def load_weights(path: Path = WEIGHTS) -> Mapping[str, float]:
    """The weight of each sign, and of "any pair"."""
    told: dict[str, float] = json.loads(path.read_text("utf-8"))["weights"]
    return told


def compare(a: Telling, b: Telling) -> Likeness:
    """Compares two tellings.

    Args:
        a: The one.
        b: The other.

    Returns:
        A likeness. Where a rule decided its score is None; else the score is the calibrated probability that they are of one event.
    """
    if reason := ruled_out(a, b):
        return Likeness("different", None, (reason,))
    signs = signs_of(a, b)
    return judge(a, b, signs, load_weights())


def judge(a: Telling, b: Telling, signs: tuple[Sign, ...], weights: Mapping[str, float]) -> Likeness:
    """The likeness that signs come to."""
    parts = [(weights.get(sign.name, 0.0) * sign.value, sign) for sign in signs]
    score = 1 / (1 + exp(-weights["any pair"] - sum(part for part, _ in parts)))
    why = tuple(sign.words for part, sign in sorted(parts, key=lambda p: -abs(p[0]))[:REASONS] if part)
    strong = any(sign.value >= STRONG.get(sign.name, 99.0) for sign in signs)
    lack = None if strong else _lacks(a, b, signs)
    if score >= SAME and lack is None:
        return Likeness("same", round(score, 4), why)
    if score <= DIFFERENT:
        return Likeness("different", round(score, 4), why)
    return Likeness("unsure", round(score, 4), (*why, lack) if score >= SAME and lack else why)


def ruled_out(a: Telling, b: Telling) -> str | None:
    """Why two tellings cannot be of one event; None if they can."""
    if a.document == b.document and a.background == b.background:
        return "two incidents of one report"
    days = gap(a, b)
    if days is not None and days >= DAYS and "told" in (a.dated, b.dated):
        return f"{days} days between them"
    for one, other in ((a, b), (b, a)):
        if one.latest and other.earliest and one.latest < other.earliest and days is None:
            return f"told of in a report of {one.latest}, the other was on {other.earliest} or later"
    if (away := [_parted(one, other) for one in a.spots for other in b.spots]) and all(away):
        return away[0]
    if not can_be_one((a.kind, a.type), (b.kind, b.type)):
        return f"{(a.type or 'untyped').replace('_', ' ')} is not {(b.type or 'untyped').replace('_', ' ')}"
    return None


def _parted(one: Spot, other: Spot) -> str | None:
    """Why two places cannot be one; None if they can, or if one is not surely known."""
    if not one.geonameid or not other.geonameid:
        return None
    if one.country and other.country and one.country != other.country:
        return f"{one.name} is in {one.country}, {other.name} in {other.country}"
    away = distance(one, other)
    return f"{one.name} and {other.name} are {away:.0f} km apart" if away is not None and away > KILOMETRES else None


def _lacks(a: Telling, b: Telling, signs: tuple[Sign, ...]) -> str | None:
    """What two tellings lack to be called one without strong evidence."""
    if not (is_narrow(a) and is_narrow(b)):
        return "the day of one is told too widely"
    told = {sign.name for sign in signs}
    return None if told & {"same place", "near", "names alike"} else "the place of one is told too widely"
