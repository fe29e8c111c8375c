"""Mentions put into groups, each with the best of those before it that nothing speaks against. In: scored pairs. Out: groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from onrecord.resolve.coreference.compare import Compared
from onrecord.resolve.coreference.constraints import Group, may_be_one, told_apart
from onrecord.resolve.coreference.pairs import Bools, Floats
from onrecord.resolve.coreference.signs import PAIR_SIGNS

INDEFINITE = ("a", "some")
SAID_OF = ("side by side", "said to be", "within, said of it")


@dataclass(frozen=True, slots=True)
class Care:
    """How sure a joining has to be.

    Attributes:
        least: What a pair has to score (log-odds against something new).
        lead: By how much it has to beat the best that means somebody else.
        new: Whether "a commander" is taken for somebody new unless it is said of the one before: "Smith, a commander".
    """

    least: float
    lead: float
    new: bool


CAREFUL = Care(0.5, 0.5, True)
"""For the product, where a wrong joining is worse than a missing one."""
EVEN = Care(-0.7, 0.0, False)
"""For corpora, where both count the same."""


def group(
    compared: Compared, scores: Floats, settled: Sequence[Group], care: Care
) -> tuple[list[Group], dict[int, int]]:
    """Puts mentions into groups, in the order of the text.

    Args:
        compared: The mentions and their pairs.
        scores: Log-odds of each pair, float32 (pairs,).
        settled: Groups that stand; they are added to, and never joined to one another.
        care: How sure a joining has to be.

    Returns:
        All groups, and for each mention that was joined the number of its pair.
    """
    traits, pairs = compared.traits, compared.pairs
    home = {k: found for found in settled for k in found.members}
    for k in range(len(traits)):
        home.setdefault(k, Group([k]))
    excluded = _excluded(compared)
    because: dict[int, int] = {}
    floor = care.least - care.lead
    promising = np.flatnonzero((scores > floor) & ~_new(compared, care))
    order = promising[np.lexsort((-scores[promising], pairs.one[promising]))]
    for k, rows in groupby(order.tolist(), key=lambda row: int(pairs.one[row])):
        mine = home[k]
        if mine.members[0] != k:
            continue
        never = {id(mine), *(id(home[j]) for j in excluded.get(k, ()))}
        best: int | None = None
        for row in rows:
            j = int(pairs.other[row])
            theirs = home[j]
            if id(theirs) in never or told_apart(traits[k], traits[j]) or not may_be_one(mine, theirs, traits):
                continue
            if best is None:
                best = row
                if care.lead == 0:
                    break
            elif theirs is not home[int(pairs.other[best])]:
                best = best if scores[best] - scores[row] >= care.lead else None
                break
        if best is not None and scores[best] > care.least:
            _join(mine, home[int(pairs.other[best])], home)
            because[k] = best
    return list({id(found): found for found in home.values()}.values()), because


def _excluded(compared: Compared) -> dict[int, list[int]]:
    """For each pronoun that is an object what stands before it in its clause: "ISIS denied it" is not of itself."""
    objects = np.array([t.object for t in compared.traits], bool)
    barred = objects[compared.pairs.one] & (compared.signs[:, PAIR_SIGNS.index("same clause")] > 0)
    found: dict[int, list[int]] = {}
    for row in np.flatnonzero(barred).tolist():
        found.setdefault(int(compared.pairs.one[row]), []).append(int(compared.pairs.other[row]))
    return found


def _new(compared: Compared, care: Care) -> Bools:
    """Pairs whose later mention is of something new, bool (pairs,)."""
    indefinite = np.array([care.new and t.form == "nominal" and t.opening in INDEFINITE for t in compared.traits], bool)
    said: Bools = compared.signs[:, [PAIR_SIGNS.index(name) for name in SAID_OF]].max(1) > 0
    result: Bools = indefinite[compared.pairs.one] & ~said
    return result


def _join(mine: Group, theirs: Group, home: dict[int, Group]) -> None:
    theirs.members = sorted((*theirs.members, *mine.members))
    theirs.chain = theirs.chain or mine.chain
    theirs.speaks |= mine.speaks
    for k in mine.members:
        home[k] = theirs
