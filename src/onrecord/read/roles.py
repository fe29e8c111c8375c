"""Which words are a source, a cue, a content, and which of them belong together. In: the network's scores. Out: proposals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.read.decode import Found
from onrecord.read.encode import Units
from onrecord.read.pairs import Landmarks, PairScorer, features, landmarks

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Range = tuple[int, int]

NOBODY = (-1, -1)
OPENING, CLOSING = "“\"‘'«", "”\"’'»"
SOURCE_REACH, CONTENT_REACH = 60, 200
"""Words between a cue and its source or content, at most: 999 of 1,000 gold links are shorter than 44 and 180."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of characters, half-open in code points, with the probability of its tags (not calibrated)."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cue with what the model links to it; probabilities are the model's, not calibrated.

    Attributes:
        cue: The cue.
        source: Its source, or None where nobody is named.
        contents: What is said, in the order of the text.
        source_link: Probability that this source, or none, is the cue's.
        content_link: Least probability among the links of the contents to the cue.
    """

    cue: Piece
    source: Piece | None
    contents: tuple[Piece, ...]
    source_link: float
    content_link: float


@dataclass(frozen=True, slots=True)
class RoleHeads:
    """What links roles to proposals."""

    source_of_cue: PairScorer
    cue_of_content: PairScorer


def propose(text: str, units: Units, vectors: Floats, spans: Sequence[Found], heads: RoleHeads) -> list[Proposal]:
    """All cues that have a content, in the order of the text.

    Args:
        text: The text that was read.
        units: Its words.
        vectors: The network's output `links`, float32 (words, width).
        spans: Sources, cues and contents.
        heads: The scorers of links.
    """
    sources, cues, contents = ([s for s in spans if s.kind == kind] for kind in ("source", "cue", "content"))
    if not cues:
        return []
    linker = Linker(vectors, landmarks(units, text))
    to_source = linker.choose(heads.source_of_cue, cues, sources, SOURCE_REACH)
    to_cue = linker.choose(heads.cue_of_content, contents, cues, CONTENT_REACH)
    told: dict[int, list[tuple[Found, float]]] = {}
    for content, row in zip(contents, to_cue, strict=True):
        best = int(row[1:].argmax())
        told.setdefault(best, []).append((content, float(row[best + 1])))
    found = []
    for k, (cue, row) in enumerate(zip(cues, to_source, strict=True)):
        if k not in told:
            continue
        best = int(row.argmax())
        source = sources[best - 1] if best else None
        found.append(
            Proposal(
                _piece(cue, units),
                _without_mark(text, _piece(source, units)) if source else None,
                tuple(_piece(content, units) for content, _ in told[k]),
                float(row[best]),
                min(link for _, link in told[k]),
            )
        )
    return found


def _without_mark(text: str, source: Piece) -> Piece:
    """A source in a transcript (“MAYOR: We hold it.”) does not begin with the mark that opens what is said."""
    start, end = source.start, source.end
    if text[start] in OPENING and text[end - 1] not in CLOSING and start + 1 < end:
        return Piece(start + 1, end, source.confidence)
    return source


def _piece(found: Found, units: Units) -> Piece:
    return Piece(int(units.starts[found.start]), int(units.ends[found.end - 1]), found.confidence)


@dataclass(frozen=True, slots=True)
class Linker:
    """Links spans of one text: vectors float32 (words, width) and what lies between the words."""

    vectors: Floats
    marks: Landmarks

    def choose(self, scorer: PairScorer, asking: Sequence[Found], candidates: Sequence[Found], reach: int) -> Floats:
        """Probabilities float32 (asking, candidates + 1) of each partner within reach (words); the first is `nobody`."""
        wanted = [(s.start, s.end) for s in asking]
        options: list[Range] = [NOBODY, *((s.start, s.end) for s in candidates)]
        if not wanted:
            return np.zeros((0, len(options)), np.float32)
        one = np.repeat(np.array(wanted, np.int64), len(options), 0)
        other = np.tile(np.array(options, np.int64), (len(wanted), 1))
        near = (other[:, 0] < 0) | (np.abs(other[:, 0] - one[:, 0]) <= reach)
        scores = np.full(len(one), -1e4, np.float32)
        scores[near] = self.score(scorer, one[near], other[near], options[1:])
        table = scores.reshape(len(wanted), len(options))
        table = np.exp(table - table.max(1, keepdims=True))
        result: Floats = table / table.sum(1, keepdims=True)
        return result

    def score(self, scorer: PairScorer, one: Ints, other: Ints, candidates: Sequence[Range]) -> Floats:
        """Raw scores float32 (pairs,) of spans int64 (pairs, 2); `candidates` are those that stand as rivals between."""
        starts = np.array([start + 1 for start, _ in candidates], np.int64)
        begins = np.bincount(starts, minlength=len(self.vectors) + 1)
        told = features(one, other, np.cumsum(begins), self.marks)
        return scorer.score(self.vectors, one, other, told)
