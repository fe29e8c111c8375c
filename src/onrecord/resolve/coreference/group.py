"""Mentions put into groups, each with the best of those before it that nothing speaks against. In: scored pairs. Out: groups."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from onrecord.resolve.coreference.compare import Bools, Floats, Pairs
from onrecord.resolve.coreference.constraints import Group, may_be_one, told_apart
from onrecord.resolve.coreference.traits import Traits


def group(
    traits: Sequence[Traits],
    pairs: Pairs,
    scores: Floats,
    settled: Sequence[Group],
    barred: Bools,
    bar: float,
) -> tuple[list[Group], dict[int, int]]:
    """Puts mentions into groups.

    Args:
        traits: The mentions.
        pairs: Pairs of them, those of one mention side by side.
        scores: Log-odds of each pair.
        settled: Groups that stand; they are added to, and never joined to one another.
        barred: bool (pairs,), what cannot be one: "ISIS denied it" is not of itself.
        bar: What a pair has to score.

    Returns:
        All groups, and for each mention that was joined the number of its pair.
    """
    home = {k: found for found in settled for k in found.members}
    for k in range(len(traits)):
        home.setdefault(k, Group([k]))
    because: dict[int, int] = {}
    excluded: dict[int, list[int]] = {}
    for row in np.flatnonzero(barred).tolist():
        excluded.setdefault(int(pairs.one[row]), []).append(int(pairs.other[row]))
    promising = np.flatnonzero(scores > bar)
    order = promising[np.lexsort((-scores[promising], pairs.one[promising]))]
    for k, rows in groupby(order.tolist(), key=lambda row: int(pairs.one[row])):
        mine = home[k]
        if mine.members[0] != k:
            continue
        never = {id(mine), *(id(home[j]) for j in excluded.get(k, ()))}
        for row in rows:
            j = int(pairs.other[row])
            theirs = home[j]
            if id(theirs) not in never and not told_apart(traits[k], traits[j]) and may_be_one(mine, theirs, traits):
                _join(mine, theirs, home)
                because[k] = row
                break
    return list({id(found): found for found in home.values()}.values()), because


def _join(mine: Group, theirs: Group, home: dict[int, Group]) -> None:
    theirs.members = sorted((*theirs.members, *mine.members))
    theirs.chain = theirs.chain or mine.chain
    theirs.speaks |= mine.speaks
    for k in mine.members:
        home[k] = theirs
