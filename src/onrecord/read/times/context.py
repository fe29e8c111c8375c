"""How what is told lies to a time: the tense beside it, how often, from when to when. In: matches. Out: what their neighbours add."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.read.times.grammar import Match
from onrecord.read.times.letters import Row, Token
from onrecord.read.times.lexicon import NUMERIC
from onrecord.read.verbs import regular_past, verbs
from onrecord.record.time_words import Bound
from onrecord.record.vocabulary import Tense

FUTURE: Final = frozenset(
    "will shall would may might should scheduled expected planned plans plan expects must going".split()
)
PAST: Final = frozenset("was were had did".split())
FAR: Final = 25
"""Words beyond which a verb is another clause's."""
JOINS: Final = frozenset({"hyphen", "dash", "slash", "to"})
UNBOUND: Final = frozenset("length lengths bare_units long every per daily weekdays span_of first_units".split())
"""Rules for what neither begins nor ends a range."""


def repeats(match: Match, row: Row) -> bool:
    """Whether "a day" says how often: "$5 a day", "three times a week"."""
    tokens = row.tokens[match.start : match.end]
    if match.rule != "length" or tokens[0].kind != "a" or len(tokens) != 2:
        return False
    near = row.tokens[max(0, match.start - 2) : match.start]
    counted = (*NUMERIC, "money", "percent", "hundreds")
    return any(token.kind in counted or token.means in ("times", "once", "twice") for token in near)


def tense_near(match: Match, row: Row) -> Tense:
    """The tense of the nearest verb of the sentence: first looking back, then ahead."""
    before = [str(token.means) for token in row.tokens[max(0, match.start - 3) : match.start]]
    if (len(before) > 1 and before[-1] == "until" and before[-2].isalpha()) or before in (
        ["as", "early", "as"],
        ["as", "soon", "as"],
    ):
        return "future"
    back = row.tokens[max(0, match.start - FAR) : match.start][::-1]
    return _first_tense(back) or _first_tense(row.tokens[match.end : match.end + FAR]) or "none"


def _first_tense(tokens: Sequence[Token]) -> Tense | None:
    for at, token in enumerate(tokens):
        if token.kind in ("break", "dot"):
            return None
        if token.kind == "cap":
            continue
        word = str(token.means)
        if word in FUTURE or (word in ("is", "are") and _beside_to(tokens, at)):
            return "future"
        if word in PAST or (_may_be_past(word) and not _after_be(tokens, at)):
            return "past"
    return None


def _may_be_past(word: str) -> bool:
    form = verbs().forms.get(word)
    return (word.endswith("ed") and regular_past(word)) or (
        form is not None and form.kind in ("past", "past participle")
    )


def _after_be(tokens: Sequence[Token], at: int) -> bool:
    """Whether, read backwards, a participle is that of "will be held": what stands before "be" tells the tense."""
    return any(token.means == "be" for token in tokens[at + 1 : at + 3])


def _beside_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether "is" looks ahead: "is to meet", read forwards or backwards."""
    return any(token.means == "to" for token in tokens[max(0, at - 1) : at + 2])


SHAPES: Final = {"month": "month", "short_month": "month", "weekday": "weekday", "year4": "year", "season": "season"}


def _alike(one: Match, other: Match, row: Row) -> bool:
    """Whether two dates are written alike; "a cut on Friday to December's price" is no range."""
    first, second = (
        {SHAPES[token.kind] for token in row.tokens[match.start : match.end] if token.kind in SHAPES}
        for match in (one, other)
    )
    return first <= second or second <= first


def bounds_of(matches: Sequence[Match], row: Row) -> dict[int, Bound]:
    """Which expressions begin or end a range, by their first words: "from 3 to 5 March", "between 2011 and 2014", "1915-16"."""
    bounds: dict[int, Bound] = {}
    for one, other in pairwise(matches):
        between = row.tokens[one.end : other.start]
        if one.start in bounds or not between or {one.rule, other.rule} & UNBOUND:
            continue
        kinds = [token.kind for token in between if token.kind not in ("the", "in", "on")]
        before = row.tokens[one.start - 1].kind if one.start else ""
        joined = (kinds[:1] == ["and"] and before == "between") or (kinds[:1] and kinds[0] in JOINS)
        if len(kinds) == 1 and joined and (before in ("from", "between") or _alike(one, other, row)):
            bounds[one.start], bounds[other.start] = "begin", "end"
        elif len(kinds) == 1 and kinds[0] in ("and", "or") and _alike(one, other, row):
            bounds[one.start] = "list"
    return bounds
