"""How two mentions stand to each other, as numbers. In: traits. Out: pairs of mentions and their signs.

Training and serving share this file: a change here needs new weights.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.resolve.coreference.traits import OPENINGS, Traits
from onrecord.resolve.drafts import FAMILIES_OF, NONE
from onrecord.resolve.names import stands_for
from onrecord.resolve.vocabulary import ORGANISATION_WORDS

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

FARTHEST = 40
"""Mentions before its own among which anything may be meant."""
REMEMBERED = 8
"""Mentions of one word, however far back, that a later one with that word may mean."""

HOPELESS = -4.0
"""Log-odds of an antecedent that the reader does not tell of."""

KINDS = ("person", "organisation", "location", "nationality", "facility", "temporal", "other")
FORMS = ("name", "nominal", "pronoun")
SORTS = frozenset().union(*ORGANISATION_WORDS.values())
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
    near = [np.arange(max(0, k - FARTHEST), k) for k in range(n)]
    one = np.repeat(np.arange(n), [len(row) for row in near])
    other = np.concatenate([*near, np.zeros(0, np.int64)]).astype(np.int64)
    common: dict[tuple[int, int], int] = defaultdict(int)
    last: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=REMEMBERED))
    for k, mention in enumerate(traits):
        for word in mention.content:
            for j in last[word]:
                common[k, j] += 1
            last[word].append(k)
    far = [(k, j) for k, j in common if k - j > FARTHEST]
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


MENTION_SIGNS = (
    *(f"is {name}" for name in FORMS), *(f"points: {name}" for name in POINTS), *(f"opens with: {name}" for name in OPENINGS),
    *(f"kind: {name}" for name in KINDS), "one", "several", "male", "female", "opens its sentence", "quoted", "one word", "long",
    "head is new", "head once before", "head often before", "head never again",
)  # fmt: skip
"""What is told of each mention by itself."""


def signs_of_mentions(traits: Sequence[Traits]) -> Floats:
    """Signs of each mention, float32 (mentions, MENTION_SIGNS)."""
    table = np.zeros((len(traits), len(MENTION_SIGNS)), np.float32)
    place = {name: k for k, name in enumerate(MENTION_SIGNS)}
    heads = Counter(t.head for t in traits if t.points is None)
    before: Counter[str] = Counter()
    for row, t in zip(table, traits, strict=True):
        seen = _SEEN[min(before[t.head], 2)] if t.points is None else ""
        before[t.head] += 1
        told = (
            f"is {t.form}", f"points: {t.points}", *(() if t.points else (f"opens with: {t.opening}", f"kind: {t.kind}")),
            {True: "several", False: "one", None: ""}[t.several], t.gender or "", "opens its sentence" if t.opens else "",
            "quoted" if t.voice else "", "one word" if len(t.words) == 1 else "long" if len(t.words) > _LONG else "",
            seen, "head never again" if before[t.head] == heads[t.head] else "",
        )  # fmt: skip
        row[[place[name] for name in told if name in place]] = 1
    return table


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


@dataclass(frozen=True, slots=True)
class Table:
    """Traits in columns, int64 or bool (mentions,), so that pairs are compared all at once."""

    traits: Sequence[Traits]
    columns: Mapping[str, Ints]
    families: Bools
    sorts: Bools

    def both(self, name: str, pairs: Pairs) -> tuple[Ints, Ints]:
        """A column for both sides of each pair."""
        column = self.columns[name]
        return column[pairs.one], column[pairs.other]


def tabulate(traits: Sequence[Traits], speakers: Mapping[str, Sequence[tuple[int, int]]]) -> Table:
    """Puts traits into columns; what cannot be told is -1.

    Args:
        traits: Traits of all mentions.
        speakers: Where the source of each quotation stands, by the quotation's id.
    """
    numbers: dict[object, int] = {}

    def number(of: Callable[[Traits], object]) -> Ints:
        told = [of(t) for t in traits]
        return np.array([-1 if x is None else numbers.setdefault(x, len(numbers)) for x in told], np.int64)

    starts = sorted((start, end, sid) for sid, spans in speakers.items() for start, end in spans)
    says: list[str | None] = [None] * len(traits)
    at = [t.start for t in traits]
    for start, end, sid in starts:
        for k in range(bisect_left(at, start), bisect_left(at, end)):
            if traits[k].end <= end:
                says[k] = says[k] or sid
    columns = {
        "start": np.array(at, np.int64),
        "end": np.array([t.end for t in traits], np.int64),
        "sentence": np.array([t.sentence for t in traits], np.int64),
        "paragraph": np.array([t.paragraph for t in traits], np.int64),
        "size": np.array([len(t.content) for t in traits], np.int64),
        "head": number(lambda t: ("head", t.head) if t.points is None else None),
        "words": number(lambda t: ("words", t.words)),
        "gender": number(lambda t: t.gender),
        "several": number(lambda t: t.several),
        "kind": number(lambda t: None if t.form == "pronoun" else _KIND.get(t.kind, t.kind)),
        "points": number(lambda t: t.points),
        "voice": number(lambda t: t.voice),
        "says": np.array([-1 if sid is None else numbers.setdefault(sid, len(numbers)) for sid in says], np.int64),
        "person": np.array([_person(t) for t in traits], np.int64),
    }
    families = [FAMILIES_OF.get(t.head, NONE) if t.form == "nominal" else NONE for t in traits]
    return Table(traits, columns, _marks(families), _marks([_sorts(t) for t in traits]))


def _marks(sets: Sequence[frozenset[object]]) -> Bools:
    """Bool (mentions, columns): which of all that the sets hold each of them holds."""
    place = {x: k for k, x in enumerate(dict.fromkeys(x for own in sets for x in own))}
    table = np.zeros((len(sets), max(1, len(place))), bool)
    for row, own in zip(table, sets, strict=True):
        row[[place[x] for x in own]] = True
    return table


def _sorts(traits: Traits) -> frozenset[object]:
    """What an organisation may be called later: for a name the nouns that its words allow, for a description its own noun."""
    if traits.form == "nominal":
        return frozenset((traits.head,)) if traits.head in SORTS else frozenset()
    return (
        frozenset(sort for word in traits.content for sort in ORGANISATION_WORDS.get(word, ()))
        if traits.form == "name"
        else frozenset()
    )


_KIND = {"facility": "location"}
_ALIVE = frozenset(("I", "you", "he", "she"))


def _person(traits: Traits) -> int:
    """1 for one who is a person, 0 for what is none, -1 where it may be either."""
    if traits.points is not None:
        return 1 if traits.points in _ALIVE else 0 if traits.points == "it" else -1
    if traits.kind == "person":
        return 1
    return -1 if traits.kind in ("organisation", "nationality") else 0


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
    return np.stack([signs[name] for name in PAIR_SIGNS], 1).astype(np.float32)


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
