"""Numbers that stand together: parts of a total, others than those before, lists. In: the counts of a sentence. Out: how two of them stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.read.quantities.counts import Count
from onrecord.read.quantities.phrases import UNKNOWN
from onrecord.read.quantities.vocabulary import COUNTED_AS
from onrecord.read.verb_groups import PREPOSITIONS, RELATIVES, Sentence

JOINS: Final = frozenset(
    (
        ",", "and", "or", ", and", "as well as", ", as well as", "with", "plus", "along with", "together with", "&", "while",
        "including", ", including",
    )
)  # fmt: skip
"""Words between two numbers of one list."""
OWNERS: Final = frozenset("her his their its the also".split())
PARTS: Final = frozenset("including among incl. them whom included".split())
"""Words before a number of those who are among others."""
OTHERS: Final = frozenset("other others more additional further".split())
ANOTHER: Final = frozenset("another additional further also".split())
"""Words before a number, and `OTHERS` behind it, of those who are none of those counted before."""
LONGEST_LINK: Final = 7
"""Words between two numbers of a list, where one without a number stands between them."""


def is_part(sentence: Sentence, count: Count, floor: int) -> bool:
    """Whether the words make it a part of a number before: "including 3 children", "four of them", "were among the dead".

    Args:
        sentence: The sentence.
        count: The number.
        floor: Index after the phrase of the number before.
    """
    low = sentence.low
    if not PARTS.isdisjoint(low[max(floor, count.start - 4) : count.start]) and not is_whole(sentence, count):
        return True
    behind = low[count.amount.end : count.amount.end + 3]
    if behind[:2] in (["of", "them"], ["of", "whom"], ["of", "these"], ["of", "which"]):
        return True
    if behind[:2] == ["of", "the"] and behind[2:] and behind[2] in COUNTED_AS:
        return True
    among = low[count.end : count.end + 6]
    return "among" in among and among[among.index("among") + 1 :][:1] == ["the"]


def is_whole(sentence: Sentence, count: Count) -> bool:
    """Whether it is the total of those before: "six civilians were among at least 22 killed"."""
    low, k = sentence.low, count.begin - 1
    k -= k > 0 and low[k] == "the"
    return k >= 0 and low[k] == "among"


def is_added(sentence: Sentence, count: Count, floor: int) -> bool:
    """Whether these are others than those counted before: "another 10", "three more", "were also killed".

    Args:
        sentence: The sentence.
        count: The number.
        floor: Index after the phrase of the number before.
    """
    low = sentence.low
    said = low[max(floor, count.begin - 3) : count.start]
    return (
        not ANOTHER.isdisjoint(said)
        or not OTHERS.isdisjoint(low[count.amount.end : count.end])
        or "also" in low[count.end : count.end + 3]
    )


def are_listed(sentence: Sentence, one: Count, other: Count) -> bool:
    """Whether two numbers stand in one list: "45 fighters and 43 soldiers"."""
    gap = [word for word in sentence.low[one.end : other.begin] if word not in OWNERS]
    if " ".join(gap) in JOINS:
        return True
    if not 2 < len(gap) < LONGEST_LINK or gap[0] not in ("and", ",") or gap[-1] not in ("and", ","):
        return False
    # "120 soldiers and allied militiamen and several dozen fighters"
    between = range(one.end, other.begin)
    return not any(
        sentence.low[k] in PREPOSITIONS or sentence.low[k] in RELATIVES or sentence.group_at(k) is not None
        for k in between
    )


def are_alike(one: Count, other: Count) -> bool:
    """Whether two numbers count the same sort of thing."""
    return (one.counted or UNKNOWN).unit == (other.counted or UNKNOWN).unit


def broken_up(sentence: Sentence, counts: Sequence[Count]) -> list[Count]:
    """The counts, those marked as parts that a total is broken up into: "12 people, seven women and five men"."""
    marked = list(counts)
    for k, whole in enumerate(counts):
        left, j = whole.amount.low or 0, k + 1
        while (
            j < len(counts)
            and left > 0
            and are_listed(sentence, counts[j - 1], counts[j])
            and are_alike(whole, counts[j])
        ):
            left, j = left - (counts[j].amount.low or 0), j + 1
        if left == 0 and j > k + 2:
            marked[k + 1 : j] = [replace(part, part="before") for part in counts[k + 1 : j]]
        if is_whole(sentence, whole):
            marked[:k] = [part if part.part else replace(part, part="behind") for part in marked[:k]]
    return marked
