"""Which reports a report is compared with. In: its sketch, and who has the same keys. Out: a bounded number of candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from onrecord.link.copies.sketch import Sketch

__all__ = ["CANDIDATES", "HOLDERS", "bands_of", "candidates", "find_standing"]

BAND: Final = 2
"""Rows of a band. With 16 bands, two reports that share .3 of their n-grams meet with a probability of .78, .5 with .99."""
HOLDERS: Final = 32
"""Reports that are looked at under one key, the first that had it: the 2,000th copy is compared with the first, not with all."""
CANDIDATES: Final = 24
"""Reports that one report is compared with."""
STANDING: Final = 3
"""Reports that have to have a fingerprint, and over more than `SPREAD` days, for it to be standing text."""
SPREAD: Final = 14


def bands_of(sketch: Sketch) -> frozenset[str]:
    """The keys under which a report is found: bands of its signature, its fingerprints, its credits with the day.

    At most 16 bands, 96 fingerprints and one key for each credit.
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

    A key that few have weighs more than one that many have.

    Args:
        sketch: Of the report.
        holders: For each of its keys the ids of those that have it, the first that had it first; of many `HOLDERS` are enough.
        most: How many are wanted.

    Returns:
        Ids, the best first, without the report's own.
    """
    weights: dict[str, float] = defaultdict(float)
    for key in sorted(bands_of(sketch)):
        having = holders.get(key, ())[:HOLDERS]
        for other in having:
            weights[other] += 1.0 / len(having)
    weights.pop(sketch.document, None)
    return tuple(sorted(weights, key=lambda other: (-weights[other], other))[:most])


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
        having = {*holders.get(_fingerprint_key(value), ())[:HOLDERS], sketch.document}
        dates = [
            day
            for other in having
            if (day := published.get(other, sketch.published if other == sketch.document else None))
        ]
        if len(dates) >= STANDING and _spread(dates) > SPREAD:
            found.add(value)
    return frozenset(found)


def _fingerprint_key(value: int) -> str:
    return f"f{value:x}"


def _spread(dates: Sequence[str]) -> int:
    try:
        return (date.fromisoformat(max(dates)) - date.fromisoformat(min(dates))).days
    except ValueError:
        return 0
