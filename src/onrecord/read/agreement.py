"""One name, one kind: what a report calls by the same words is of the same kind. In: names of a text. Out: the same, agreed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.read.decode import Found
from onrecord.read.encode import Units

FAMILY = "person"


def agreed(text: str, units: Units, names: Sequence[Found]) -> list[Found]:
    """Names, each of the kind that its words have throughout the text: the one with the greatest sum of confidence.

    A name of one word that ends a person's longer name is that person's, unless its words speak more strongly for another kind.

    Args:
        text: The text that was read.
        units: Its words.
        names: Spans of the layer `names`.
    """
    words = [text[units.starts[n.start] : units.ends[n.end - 1]] for n in names]
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name, found in zip(words, names, strict=True):
        votes[name][found.kind] += found.confidence
    for name, found in zip(words, names, strict=True):
        last = name.rpartition(" ")[2]
        if last != name and last in votes and _kind(votes[name]) == FAMILY:
            votes[last][FAMILY] += found.confidence
    return [
        found if found.kind == (kind := _kind(votes[name])) else found._replace(kind=kind)
        for name, found in zip(words, names, strict=True)
    ]


def _kind(votes: Mapping[str, float]) -> str:
    return max(votes, key=lambda kind: (votes[kind], kind))
