"""Cuts samples into windows of word pieces and puts windows into batches of arrays."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from onrecord.read.encode import FEATURES, Units, encode
from onrecord.read.labels import LAYERS
from onrecord.read.pairs import Landmarks, landmarks
from onrecord.runtime.pieces import cut
from onrecord.runtime.wordpiece import WordPieces
from training.corpora import Sample
from training.network import CLOSE, OPEN

PIECES = 254
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Prepared:
    """A sample in words: tags of each layer, and spans as half-open ranges of words."""

    sample: Sample
    units: Units
    marks: Landmarks
    tags: dict[str, Ints]
    roles: list[tuple[int, int]]
    mentions: list[tuple[int, int]]


@dataclass(frozen=True)
class Window:
    """Words `begin` to `end` of a prepared sample."""

    of: Prepared
    begin: int
    end: int

    @property
    def pieces(self) -> int:
        """Number of word pieces."""
        first, ids = self.of.units.first, self.of.units.ids
        return int((first[self.end] if self.end < len(first) else len(ids)) - first[self.begin])


def prepare(sample: Sample, tokenizer: WordPieces) -> Prepared:
    """Words, features and tags of a sample; a word belongs to the span that its first character stands in."""
    units = encode(sample.text, cut(tokenizer, sample.text))
    tags = {}
    for name, spans in sample.layers.items():
        numbers = {tag: k for k, tag in enumerate(LAYERS[name])}
        row = np.zeros(len(units), np.int64)
        for a, b, label in spans:
            first, last = words(units, a, b)
            row[first:last] = numbers[f"I-{label}"]
            if last > first:
                row[first] = numbers[f"B-{label}"]
        tags[name] = _allowed(row, units)
    roles = [words(units, a, b) for a, b, _ in sample.layers.get("roles", [])]
    return Prepared(
        sample, units, landmarks(units, sample.text), tags, roles, [words(units, a, b) for a, b, *_ in sample.mentions]
    )


def _allowed(row: Ints, units: Units) -> Ints:
    """A span that goes on over a paragraph's end, or under another span, begins anew there: the CRF allows nothing else."""
    for k in range(len(row)):
        before = row[k - 1] if k else 0
        if row[k] and row[k] % 2 == 0 and (units.breaks[k] or before not in (row[k], row[k] - 1)):
            row[k] -= 1
    return row


def words(units: Units, start: int, end: int) -> tuple[int, int]:
    """Words that begin within a range of code points."""
    return int(np.searchsorted(units.starts, start)), int(np.searchsorted(units.starts, end))


def windows(of: Prepared, random: Random | None) -> list[Window]:
    """Windows side by side over a sample; with a random first length, so that each epoch cuts elsewhere."""
    found, begin, length = [], 0, len(of.units)
    first = np.append(of.units.first, len(of.units.ids))
    room = random.randint(PIECES // 3, PIECES) if random else PIECES
    while begin < length:
        end = int(np.searchsorted(first, first[begin] + room, side="right")) - 1
        end = min(max(end, begin + 1), length)
        if first[end] - first[begin] <= PIECES and end - begin > 4:
            found.append(Window(of, begin, end))
        begin, room = end, PIECES
    return found


@dataclass(frozen=True)
class Batch:
    """Arrays of several windows; `first` is the place of each word's first piece, counted with the opening mark."""

    windows: list[Window]
    ids: Tensor
    feature: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor
    breaks: Tensor
    tags: dict[str, Tensor]


def batch(group: list[Window]) -> Batch:
    """Puts windows of one corpus side by side, padded to the longest."""
    pieces, length = max(w.pieces for w in group) + 2, max(w.end - w.begin for w in group)
    n = len(group)
    ids, mask = torch.zeros(n, pieces, dtype=torch.long), torch.zeros(n, pieces, dtype=torch.long)
    feature = torch.full((n, pieces), FEATURES, dtype=torch.long)
    first, on = torch.zeros(n, length, dtype=torch.long), torch.zeros(n, length, dtype=torch.bool)
    breaks = torch.zeros(n, length, dtype=torch.bool)
    tags = {name: torch.zeros(n, length, dtype=torch.long) for name in group[0].of.tags}
    for k, w in enumerate(group):
        units, count, size = w.of.units, w.end - w.begin, w.pieces
        a = int(units.first[w.begin])
        ids[k, 0], ids[k, size + 1], mask[k, : size + 2] = OPEN, CLOSE, 1
        ids[k, 1 : size + 1] = torch.from_numpy(units.ids[a : a + size])
        feature[k, 1 : size + 1] = torch.from_numpy(units.feature[a : a + size])
        first[k, :count] = torch.from_numpy(units.first[w.begin : w.end] - a + 1)
        on[k, :count] = True
        breaks[k, :count] = torch.from_numpy(units.breaks[w.begin : w.end])
        for name, row in tags.items():
            row[k, :count] = torch.from_numpy(w.of.tags[name][w.begin : w.end])
            if row[k, 0] and row[k, 0] % 2 == 0:
                row[k, 0] -= 1
    return Batch(group, ids, feature, mask, first, on, breaks, tags)
