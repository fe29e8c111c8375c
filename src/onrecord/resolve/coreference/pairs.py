"""Which mentions are held against one another. In: traits. Out: pairs.

Training and serving share this file: a change here needs new weights.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.resolve.coreference.traits import Traits

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

POINTS, SAYS = 30, 15
"""Mentions before its own among which a pronoun, and a name or description, may mean anything."""
REMEMBERED = 8
"""Mentions of one word, however far back, that a later one with that word may mean."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of mentions, int64 (pairs,) each: `one` looks for whom it means, `other` stands before it.

    Attributes:
        one: The later mention.
        other: The earlier one.
        shared: How many words that tell something they have in common.
    """

    one: Ints
    other: Ints
    shared: Ints


def find_pairs(traits: Sequence[Traits]) -> Pairs:
    """Each mention with those near before it, and with those farther back that share a word with it."""
    n = len(traits)
    reach = [POINTS if t.points is not None else SAYS for t in traits]
    near = [np.arange(max(0, k - far), k) for k, far in enumerate(reach)]
    one = np.repeat(np.arange(n), [len(row) for row in near])
    other = np.concatenate([*near, np.zeros(0, np.int64)]).astype(np.int64)
    common: dict[tuple[int, int], int] = defaultdict(int)
    last: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=REMEMBERED))
    for k, mention in enumerate(traits):
        for word in mention.content:
            for j in last[word]:
                common[k, j] += 1
            last[word].append(k)
    far = [(k, j) for k, j in common if k - j > reach[k]]
    one = np.append(one, np.array([k for k, _ in far], np.int64))
    other = np.append(other, np.array([j for _, j in far], np.int64))
    order = np.lexsort((-other, one))
    one, other = one[order], other[order]
    keys = one * n + other
    shared = np.zeros(len(one), np.int64)
    wanted = np.array([k * n + j for k, j in common], np.int64)
    by_key = np.argsort(keys)
    shared[by_key[np.searchsorted(keys[by_key], wanted)]] = np.array(list(common.values()), np.int64)
    return Pairs(one, other, shared)
