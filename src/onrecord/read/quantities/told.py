"""What is told of those counted. In: the counts of a sentence. Out: the same, each with "killed", "displaced" and the like."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final, Literal

from onrecord.read.quantities.before import before, directly_before, toll_before
from onrecord.read.quantities.behind import behind, directly_behind
from onrecord.read.quantities.counts import Count, Part
from onrecord.read.quantities.listed import are_alike, are_listed, broken_up, is_added, is_part
from onrecord.read.quantities.vocabulary import HARMS
from onrecord.read.verb_groups import PREPOSITIONS, Sentence

TAKEN: Final = frozenset(
    "claim claims claimed claiming cost costs costing took take takes taking taken loss lost toll".split()
)
"""Before "lives": they were lost."""
Side = Literal["before", "behind", "noun", ""]


def tell(sentence: Sentence, counts: Sequence[Count]) -> list[Count]:
    """The counts of a sentence with what is told of them, and whether they are parts of or others than those before.

    What is told of one is told of those listed with it, too: "45 fighters and 43 soldiers had been killed".
    """
    told: list[Count] = []
    sides: list[Side] = []
    for k, count in enumerate(counts):
        floor = counts[k - 1].end if k else 0
        of, side = _alone(sentence, count, floor, _next(sentence, counts[k + 1 :]))
        part: Part = "before" if is_part(sentence, count, floor) else ""
        told.append(replace(count, of=of, part=part, added=is_added(sentence, count, floor)))
        sides.append(side)
    told = broken_up(sentence, told)
    _share_forward(sentence, told, sides)
    _share_backward(sentence, told, sides)
    _share_with_parts(sentence, told)
    return _beside(sentence, told)


def _alone(sentence: Sentence, count: Count, floor: int, stop: int) -> tuple[str | None, Side]:
    """What is told of a count by itself, and where that stands: the nearest first."""
    if (of := directly_before(sentence, count, floor)) is not None:
        return of, "before"
    if (of := directly_behind(sentence, count)) is not None:
        return of, "behind"
    if (of := toll_before(sentence, count) or before(sentence, count, floor)) is not None:
        return of, "before"
    if (of := _noun(sentence, count, HARMS)) is not None:
        return of, "noun"
    if (of := behind(sentence, count, stop)) is not None:
        return of, "behind"
    return (of, "noun") if (of := _noun(sentence, count)) is not None else (None, "")


def _noun(sentence: Sentence, count: Count, among: Collection[str] | None = None) -> str | None:
    """What the phrase itself tells: "12 dead" are killed."""
    of = count.phrase.of or (count.counted.of if count.counted is not None else None)
    if count.phrase.noun == "lives" and TAKEN.isdisjoint(sentence.low[max(0, count.begin - 4) : count.begin]):
        return None
    return of if among is None or of in among else None


def _next(sentence: Sentence, counts: Sequence[Count]) -> int:
    """Where the next number begins that is no aside: "13 rebels from the two villages, including three leaders, were killed"."""
    for count in counts:
        k = count.begin - 1
        k -= k > 0 and sentence.low[k] == "the"
        if sentence.low[k] not in PREPOSITIONS or sentence.low[k] == "with":
            return count.start
    return len(sentence.low)


def _share_forward(sentence: Sentence, counts: list[Count], sides: list[Side]) -> None:
    """What is done to one is done to those listed behind it: "killed 12 soldiers and three guards"."""
    for k in range(1, len(counts)):
        one, other = counts[k - 1], counts[k]
        open_ = other.of is None and other.counted is not None and one.of is not None
        if open_ and sides[k - 1] in ("before", "noun") and are_alike(one, other) and are_listed(sentence, one, other):
            counts[k], sides[k] = replace(other, of=one.of), "before"


def _share_backward(sentence: Sentence, counts: list[Count], sides: list[Side]) -> None:
    """What becomes of one becomes of those listed before it: "45 fighters and 43 soldiers were killed"."""
    for k in range(len(counts) - 2, -1, -1):
        one, other = counts[k], counts[k + 1]
        open_ = one.of is None and other.of is not None and sides[k + 1] == "behind" and are_alike(one, other)
        if open_ and (other.part or one.part == "behind" or are_listed(sentence, one, other)):
            counts[k], sides[k] = replace(one, of=other.of), "behind"


def _share_with_parts(sentence: Sentence, counts: list[Count]) -> None:
    """What is told of a total is told of its parts."""
    for k in range(1, len(counts)):
        one, other = counts[k - 1], counts[k]
        if other.of is not None or one.of is None or other.counted is None:
            continue
        if (other.part and are_alike(one, other)) or (one.part and are_listed(sentence, one, other)):
            counts[k] = replace(other, of=one.of, part="before")


def _beside(sentence: Sentence, counts: Sequence[Count]) -> list[Count]:
    """Those listed with a part are parts as well; those listed with another number are added to it."""
    marked = list(counts)
    for k in range(1, len(marked)):
        one, other = marked[k - 1], marked[k]
        if one.of == other.of and not other.part and are_listed(sentence, one, other):
            marked[k] = replace(other, part=one.part, added=not one.part)
    return marked
