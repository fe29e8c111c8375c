"""Figures in words: which range they stand for, whom they count, how far their words run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.link.claims.vocabulary import DEAD, GROUPS, VAGUE
from onrecord.link.claims.words import Word
from onrecord.link.stems import stem
from onrecord.record.claim import Value
from onrecord.record.span import Span

_ABOUT: Final = 0.1
"""About, some, around: a tenth more or less."""
LIMITS: Final = {
    "at least": "at_least",
    "more than": "more_than",
    "over": "more_than",
    "about": "about",
    "around": "about",
    "some": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "up to": "at_most",
    "as many as": "at_most",
}
LOOSE: Final = frozenset({"members", "staff"})
"""Groups whose nouns say little of whom: "medical staff" are medics."""
_VERBS: Final = frozenset(stem(word) for word in DEAD) | frozenset(
    stem(word)
    for word in "wounded injured hurt left destroyed damaged launched fired abducted kidnapped displaced struck claimed leaving captured".split()
)


def value_of(low: float | None, high: float | None, modifier: str | None, words: str) -> Value | None:
    """The range that a figure stands for, after the guidelines: about is a tenth more or less, dozens keeps its words."""
    if modifier == "vague" or (low is None and high is None):
        vague = next((w for w in words.lower().split() if w in VAGUE), None)
        return Value(words=vague) if vague else None
    if modifier == "about":
        middle = (low + high) / 2 if low is not None and high is not None else (low if low is not None else high)
        if middle is None:
            return None
        if words.lower().startswith(("nearly", "almost", "close to", '"nearly')):
            return Value(-(-round(middle) * 9 // 10), round(middle))
        return Value(-(-round(middle * 10 * (1 - _ABOUT)) // 10), round(middle * 10 * (1 + _ABOUT)) // 10)
    return Value(low, high)


def limited(figure: int, limit: str) -> tuple[float | None, float | None]:
    """The range of a figure with "at least", "about" or the like before it."""
    if limit == "at_least":
        return figure, None
    if limit == "more_than":
        return figure + 1, None
    if limit == "at_most":
        return None, figure
    if limit == "about":
        return -(-figure * 9 // 10), figure * 11 // 10
    if limit == "nearly":
        return -(-figure * 9 // 10), figure
    return figure, figure


def group_of(words: str) -> str | None:
    """Whom a figure counts, by the last noun that says so; None for people without more."""
    found = None
    for word in re.findall(r"[a-z][a-z-]*", words.lower()):
        for group, nouns in GROUPS.items():
            if word in nouns and not (found and group in LOOSE):
                found = group
    return found


def with_verb(text: str, span: Span, after: Sequence[Word], words: Sequence[Word]) -> Span:
    """The figure with the verb that says what became of them, where it stands beside it."""
    start, end = span.start, span.end
    for k, word in enumerate(after):
        if stem(word.low) in _VERBS:
            end = word.end
            break
        if word.low not in (
            "were",
            "was",
            "had",
            "been",
            "have",
            "of",
            "them",
            "people",
            "civilians",
            "in",
            "total",
            "are",
            "died",
            "or",
            "be",
        ):
            break
        if k == len(after) - 1:
            break
    before = [w for w in words if w.end <= span.start][-1:]
    if end == span.end and before and stem(before[0].low) in _VERBS:
        start = before[0].start
    return Span.of(text, start, end)
