"""Which passages two reports have in common. In: the words of both. Out: passages of either that answer each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from onrecord.link.copies.words import Bools, Hashes, Ints, Words, hash_runs

__all__ = ["Aligned", "align"]

SEED: Final = 4
"""Words in a row that both have, from which a passage grows."""
GAP: Final = 5
"""Words that either may have put in, left out or changed between two stretches of one passage."""
SHORTEST: Final = 8
"""Words in common that make a passage; shorter ones are turns of phrase ("were killed and others injured in")."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage that two reports have in common; all numbers count words, half-open.

    Attributes:
        a: First word and the word after the last in the one.
        b: Likewise in the other.
        blocks: The stretches that agree word for word: first word in the one, in the other, and how many.
    """

    a: tuple[int, int]
    b: tuple[int, int]
    blocks: tuple[tuple[int, int, int], ...]

    @property
    def shared(self) -> int:
        """How many words agree."""
        return sum(length for _, _, length in self.blocks)


def align(a: Words, b: Words) -> tuple[Aligned, ...]:
    """Passages in common, the longest first; no word of either stands in two of them."""
    taken_a, taken_b = np.zeros(len(a), dtype=np.bool_), np.zeros(len(b), dtype=np.bool_)
    blocks: list[tuple[int, int, int]] = []
    for i, j, length in sorted(_blocks(a, b), key=lambda block: (-block[2], block)):
        free = ~(taken_a[i : i + length] | taken_b[j : j + length])
        for first, last in _stretches(free):
            if last - first >= SEED:
                taken_a[i + first : i + last] = taken_b[j + first : j + last] = True
                blocks.append((i + first, j + first, last - first))
    passages = (_passage(chain) for chain in _chains(sorted(blocks)))
    return tuple(sorted((p for p in passages if p.shared >= SHORTEST), key=lambda p: (-p.shared, p.a)))


def _blocks(a: Words, b: Words) -> list[tuple[int, int, int]]:
    """Runs of words that agree. Of what one report says twice, only the first is looked for in the other."""
    runs_a, runs_b = hash_runs(a.hashes, SEED), hash_runs(b.hashes, SEED)
    kinds, first = np.unique(runs_b, return_index=True)
    if not len(runs_a) or not len(kinds):
        return []
    slot = np.minimum(np.searchsorted(kinds, runs_a), len(kinds) - 1)
    at_a = np.flatnonzero(kinds[slot] == runs_a)
    if not len(at_a):
        return []
    at_b: Ints = first[slot[at_a]]
    breaks = np.flatnonzero((np.diff(at_a) != 1) | (np.diff(at_b) != 1)) + 1
    heads = np.concatenate(([0], breaks))
    tails = np.concatenate((breaks, [len(at_a)])) - 1
    lengths = at_a[tails] - at_a[heads] + SEED
    found = zip(at_a[heads].tolist(), at_b[heads].tolist(), lengths.tolist(), strict=True)
    return list(dict.fromkeys(_extended(a, b, *block) for block in found))


def _extended(a: Words, b: Words, i: int, j: int, length: int) -> tuple[int, int, int]:
    """A run as far as it goes: where it has words that stand elsewhere too, the seeds alone break off."""
    back = _agreeing(a.hashes[:i][::-1], b.hashes[:j][::-1])
    ahead = _agreeing(a.hashes[i + length :], b.hashes[j + length :])
    return i - back, j - back, length + back + ahead


def _agreeing(one: Hashes, other: Hashes) -> int:
    """How many words agree before the first that does not."""
    shorter = min(len(one), len(other))
    differing = np.flatnonzero(one[:shorter] != other[:shorter])
    return int(differing[0]) if len(differing) else shorter


def _stretches(free: Bools) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], free.view(np.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _chains(blocks: Sequence[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """Blocks that follow each other closely in both reports, joined."""
    chains: list[list[tuple[int, int, int]]] = []
    for block in blocks:
        if chains:
            i, j, length = chains[-1][-1]
            if 0 <= block[0] - i - length <= GAP and 0 <= block[1] - j - length <= GAP:
                chains[-1].append(block)
                continue
        chains.append([block])
    return chains


def _passage(chain: Sequence[tuple[int, int, int]]) -> Aligned:
    (i, j, _), (last_i, last_j, length) = chain[0], chain[-1]
    return Aligned((i, last_i + length), (j, last_j + length), tuple(chain))
