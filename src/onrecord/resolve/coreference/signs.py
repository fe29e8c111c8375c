"""What speaks for and against two mentions being one, as numbers. In: traits and pairs. Out: signs of each mention and of each pair.

Training and serving share this file: a change here needs new weights.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from onrecord.resolve.coreference.pairs import Bools, Floats, Ints, Pairs
from onrecord.resolve.coreference.table import Table
from onrecord.resolve.coreference.traits import OPENINGS, Traits
from onrecord.resolve.names import stands_for

HOPELESS = -4.0
"""Log-odds of an antecedent that the reader does not tell of."""

KINDS = ("person", "organisation", "location", "nationality", "facility", "temporal", "other")
FORMS = ("name", "nominal", "pronoun")
POINTS = ("I", "we", "you", "he", "she", "it", "they", "this", "who", "other")
_APPOSED = re.compile(r"[\s,(–—:-]*")
_COPULA = re.compile(
    r"[\s,)]*\b(?:is|was|are|were|be|became|remains|called|named)\b[\s,]*(?:(?:not|also|still|now|as)\s*)?"
)
_BREAK = re.compile(r"[,;:.!?\n“”\"—–]|\b(?:and|but|because|when|while|if|that|which|who|as|after|before|since)\b")
_OPENING = tuple(",(–—:")
_GAP = 3
_NEAR = 24
"""Characters between two mentions within which one may be said of the other."""
_BORDERS = np.array([1, 2, 3, 6, 11])
"""Sentences between two mentions at which a new bucket begins."""
_LONG = 4
_SEEN = ("head is new", "head once before", "head often before")


PAIR_SIGNS = (
    "same sentence", "next sentence", "2 sentences", "3 to 5 sentences", "6 to 10 sentences", "farther", "mentions between",
    "same paragraph", "next paragraph", "2 paragraphs", "one of a kind", "sort of organisation", "same words", "same head", "head and all it adds", "head and all the other adds", "each adds to the head",
    "nothing shared", "share of one", "share of other", "head of one in other", "head of other in one", "acronym",
    "gender differs", "same gender", "number differs", "same number", "kind differs", "same pronoun", "same person",
    "within, said of it", "within", "side by side", "said to be", "same clause", "same voice", "other voice", "spoken by the other",
    "speaks of the other", "nearest that fits", "second that fits", "nearest of that head",
    "score", "likely", "likeliest",
)  # fmt: skip
"""What is told of each pair."""


MENTION_SIGNS = (
    *(f"is {name}" for name in FORMS), *(f"points: {name}" for name in POINTS), *(f"opens with: {name}" for name in OPENINGS),
    *(f"kind: {name}" for name in KINDS), "one", "several", "male", "female", "opens its sentence", "quoted", "one word", "long",
    "head is new", "head once before", "head often before", "head never again",
)  # fmt: skip
"""What is told of each mention by itself."""
_PLACE = {name: k for k, name in enumerate(MENTION_SIGNS)}


def signs_of_mentions(traits: Sequence[Traits]) -> Floats:
    """Signs of each mention, float32 (mentions, MENTION_SIGNS)."""
    rows: list[int] = []
    columns: list[int] = []
    heads = Counter(t.head for t in traits if t.points is None)
    before: Counter[str] = Counter()
    for row, t in enumerate(traits):
        seen = _SEEN[min(before[t.head], 2)] if t.points is None else ""
        before[t.head] += 1
        told = (
            f"is {t.form}", f"points: {t.points}", *(() if t.points else (f"opens with: {t.opening}", f"kind: {t.kind}")),
            {True: "several", False: "one", None: ""}[t.several], t.gender or "", "opens its sentence" if t.opens else "",
            "quoted" if t.voice else "", "one word" if len(t.words) == 1 else "long" if len(t.words) > _LONG else "",
            seen, "head never again" if before[t.head] == heads[t.head] else "",
        )  # fmt: skip
        holds = [_PLACE[name] for name in told if name in _PLACE]
        rows += [row] * len(holds)
        columns += holds
    table = np.zeros((len(traits), len(MENTION_SIGNS)), np.float32)
    table[rows, columns] = 1
    return table


def signs_of_pairs(table: Table, pairs: Pairs, links: Mapping[tuple[int, int], float], text: str) -> Floats:
    """Signs of each pair, float32 (pairs, PAIR_SIGNS).

    Args:
        table: The traits.
        pairs: The pairs, those of one mention side by side, the nearest first.
        links: The reader's log-odds for pairs (later, earlier).
        text: The report.
    """
    both = {name: table.both(name, pairs) for name in table.columns}
    signs: dict[str, Floats | Bools] = {}
    signs |= _distances(both, pairs)
    signs |= _words(both, pairs, table)
    signs |= _agreement(both)
    signs |= _places(both, text)
    fits = ~(signs["gender differs"].astype(bool) | signs["number differs"].astype(bool) | signs["kind differs"].astype(bool)
             | signs["within"].astype(bool))  # fmt: skip
    rank = _rank(pairs, fits)
    signs |= _linked(pairs, links)
    signs |= {
        "nearest that fits": fits & (rank == 1),
        "second that fits": fits & (rank == 2),
        "nearest of that head": (same := signs["same head"].astype(bool)) & (_rank(pairs, same) == 1),
    }
    found = np.empty((len(pairs.one), len(PAIR_SIGNS)), np.float32)
    for k, name in enumerate(PAIR_SIGNS):
        found[:, k] = signs[name]
    return found


Both = Mapping[str, tuple[Ints, Ints]]


def _distances(both: Both, pairs: Pairs) -> dict[str, Floats | Bools]:
    one, other = both["sentence"]
    bucket = np.searchsorted(_BORDERS, one - other, side="right")
    found: dict[str, Floats | Bools] = {name: bucket == k for k, name in enumerate(PAIR_SIGNS[: len(_BORDERS) + 1])}
    paragraphs = both["paragraph"]
    return found | {
        "mentions between": np.log1p(pairs.one - pairs.other) / 4,
        "same paragraph": paragraphs[0] == paragraphs[1],
        "next paragraph": paragraphs[0] == paragraphs[1] + 1,
        "2 paragraphs": paragraphs[0] == paragraphs[1] + 2,
    }


def _words(both: Both, pairs: Pairs, table: Table) -> dict[str, Floats | Bools]:
    mine, theirs = both["size"]
    heads, words = both["head"], both["words"]
    points = both["points"]
    described = (points[0] < 0) & (points[1] < 0)
    same_head = described & (heads[0] == heads[1])
    all_mine, all_theirs = described & (pairs.shared == mine), described & (pairs.shared == theirs)
    sharing = np.flatnonzero((pairs.shared > 0) & ~same_head)
    traits = table.traits
    near = [
        (traits[a], traits[b]) for a, b in zip(pairs.one[sharing].tolist(), pairs.other[sharing].tolist(), strict=True)
    ]
    mine_in, theirs_in = np.zeros(len(mine), bool), np.zeros(len(mine), bool)
    mine_in[sharing] = [a.head in b.content for a, b in near]
    theirs_in[sharing] = [b.head in a.content for a, b in near]
    return {
        "same words": described & (words[0] == words[1]),
        "same head": same_head,
        "head and all it adds": same_head & all_mine,
        "head and all the other adds": same_head & all_theirs,
        "each adds to the head": same_head & ~all_mine & ~all_theirs,
        "nothing shared": described & (pairs.shared == 0),
        "share of one": pairs.shared / np.maximum(mine, 1),
        "share of other": pairs.shared / np.maximum(theirs, 1),
        "head of one in other": mine_in,
        "head of other in one": theirs_in,
        "acronym": _acronyms(pairs, traits),
        "one of a kind": _meet(table.families, pairs),
        "sort of organisation": _meet(table.sorts, pairs),
    }


def _acronyms(pairs: Pairs, traits: Sequence[Traits]) -> Bools:
    """Whether one of a pair is the acronym of the other."""
    short = np.array([t.acronym is not None for t in traits], bool)
    found = np.zeros(len(pairs.one), bool)
    for row in np.flatnonzero(short[pairs.one] ^ short[pairs.other]).tolist():
        one, other = traits[pairs.one[row]], traits[pairs.other[row]]
        full, letters = (other, one.acronym) if one.acronym else (one, other.acronym)
        found[row] = stands_for(letters or "", full.words)
    return found


def _meet(columns: Bools, pairs: Pairs) -> Bools:
    """Whether two mentions have a mark in a column, bool (mentions, columns), in common."""
    both: Bools = np.logical_or.reduce(columns[pairs.one] & columns[pairs.other], axis=1)
    return both


def _agreement(both: Both) -> dict[str, Floats | Bools]:
    def differ(name: str) -> Bools:
        one, other = both[name]
        result: Bools = (one >= 0) & (other >= 0) & (one != other)
        return result

    def same(name: str) -> Bools:
        one, other = both[name]
        result: Bools = (one >= 0) & (one == other)
        return result

    return {
        "gender differs": differ("gender"),
        "same gender": same("gender"),
        "number differs": differ("several"),
        "same number": same("several"),
        "kind differs": differ("kind") | differ("person"),
        "same pronoun": same("points"),
        "same person": same("person"),
        "same voice": both["voice"][0] == both["voice"][1],
        "other voice": differ("voice"),
        "spoken by the other": (both["voice"][0] >= 0) & (both["voice"][0] == both["says"][1]),
        "speaks of the other": (both["voice"][1] >= 0) & (both["says"][0] == both["voice"][1]),
    }


def _places(both: Both, text: str) -> dict[str, Floats | Bools]:
    """How two mentions stand in one sentence."""
    start, (end, stop) = both["start"][0], both["end"]
    within = start < stop
    found = {name: np.zeros(len(start), bool) for name in ("side by side", "said to be", "same clause")}
    near = (~within) & (both["sentence"][0] == both["sentence"][1])
    breaks = np.zeros(len(text) + 1, np.int64)
    breaks[[m.start() + 1 for m in _BREAK.finditer(text)]] = 1
    breaks = np.cumsum(breaks, dtype=np.int64)
    found["same clause"] = near & (breaks[start] == breaks[stop])
    for row in np.flatnonzero(near & (start - stop <= _NEAR)).tolist():
        gap = text[stop[row] : start[row]]
        found["side by side"][row] = _APPOSED.fullmatch(gap) is not None
        found["said to be"][row] = _COPULA.fullmatch(gap) is not None
    apposed = np.zeros(len(start), bool)
    for row in np.flatnonzero(within & (end == stop)).tolist():
        apposed[row] = text[max(0, start[row] - _GAP) : start[row]].rstrip()[-1:] in _OPENING
    return {"within, said of it": apposed, "within": within & ~apposed, **found}


def _linked(pairs: Pairs, links: Mapping[tuple[int, int], float]) -> dict[str, Floats | Bools]:
    """What the reader makes of pairs that it was asked about: nothing of the rest."""
    asked = np.zeros(int(pairs.one.max(initial=0)) + 1, bool)
    asked[[k for k, _ in links]] = True
    scores = np.where(asked[pairs.one], np.float32(HOPELESS), np.float32(0))
    rows = np.flatnonzero(asked[pairs.one])
    scores[rows] = [
        links.get(pair, HOPELESS) for pair in zip(pairs.one[rows].tolist(), pairs.other[rows].tolist(), strict=True)
    ]
    best = np.zeros(len(asked), np.float32)
    np.maximum.at(best, pairs.one, scores)
    return {
        "score": np.clip(scores, HOPELESS, -HOPELESS) / 4,
        "likely": scores > 0,
        "likeliest": (scores > 0) & (scores == best[pairs.one]),
    }


def _rank(pairs: Pairs, fits: Bools) -> Ints:
    """How many candidates of the same mention, from the nearest on, fit up to each pair."""
    total = np.cumsum(fits)
    first = np.searchsorted(pairs.one, pairs.one, side="left")
    return total - np.where(first > 0, total[first - 1], 0)
