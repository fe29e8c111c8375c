"""Which reports a report is compared with. In: its sketch, and who has the same keys. Out: a bounded number of candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from onrecord.link.copies.sketch import Sketch

__all__ = ["APART", "CANDIDATES", "HOLDERS", "bands_of", "candidates", "find_standing"]

BAND: Final = 2
"""Rows of a band. With 16 bands, two reports that share .3 of their n-grams meet with a probability of .78, .5 with .99."""
HOLDERS: Final = 32
"""Reports that are looked at under one key, the first that had it: the 2,000th copy is compared with the first, not with all."""
CANDIDATES: Final = 16
"""Reports that one report is compared with."""
SHARED: Final = 2
"""Keys that two reports have to share. A run of 20 words in common gives two."""
OCCASIONS: Final = 3
"""Times that reports have to have a fingerprint, each more than `APART` days after the one before, for it to be standing text."""
APART: Final = 5
"""Days after which a report is no longer news that others take over."""


def bands_of(sketch: Sketch) -> frozenset[str]:
    """The keys under which a report is found: bands of its signature, its fingerprints, its credits with the day.

    At most 16 bands, 256 fingerprints (66 in a report of 300 words) and one key for each credit.
    """
    signature = sketch.signature
    bands = {f"m{k}:{'.'.join(map(str, signature[k : k + BAND]))}" for k in range(0, len(signature), BAND)}
    return frozenset(
        bands
        | {_fingerprint_key(value) for value in sketch.fingerprints}
        | {f"c{name}:{sketch.published}" for name in sketch.credits if sketch.published}
    )


def candidates(sketch: Sketch, holders: Mapping[str, Sequence[str]], most: int = CANDIDATES) -> tuple[str, ...]:
    """The reports that share the most with a report, by its keys.

    A key that few have weighs more than one that many have. One key alone is a turn of phrase and makes no candidate.

    Args:
        sketch: Of the report.
        holders: For each of its keys the ids of those that have it, the first that had it first; of many `HOLDERS` are enough.
        most: How many are wanted.

    Returns:
        Ids, the best first, without the report's own.
    """
    weights: dict[str, float] = defaultdict(float)
    shared: dict[str, int] = defaultdict(int)
    for key in sorted(bands_of(sketch)):
        having = holders.get(key, ())[:HOLDERS]
        for other in having:
            weights[other] += 1.0 / len(having)
            shared[other] += 1
    found = (other for other, keys in shared.items() if keys >= SHARED and other != sketch.document)
    return tuple(sorted(found, key=lambda other: (-weights[other], other))[:most])


def find_standing(
    sketch: Sketch, holders: Mapping[str, Sequence[str]], published: Mapping[str, str | None]
) -> frozenset[int]:
    """Those fingerprints of a report that are standing text: what outlets repeat week after week ("the war began in …").

    Args:
        sketch: Of the report.
        holders: For each of its keys the ids of those that have it.
        published: ISO date of publication of each of these.
    """
    found = set()
    for value in sketch.fingerprints:
        having = holders.get(_fingerprint_key(value), ())[:HOLDERS]
        if len(having) >= OCCASIONS - 1:
            days = {sketch.published, *(published.get(other) for other in having)}
            if _occasions(day for day in days if day) >= OCCASIONS:
                found.add(value)
    return frozenset(found)


def _fingerprint_key(value: int) -> str:
    return f"f{value:x}"


def _occasions(days: Iterable[str]) -> int:
    """How often something was printed, what lies within `APART` days of the time before counted once."""
    known = sorted(date.fromisoformat(day) for day in days)
    return bool(known) + sum((later - earlier).days > APART for earlier, later in pairwise(known))
