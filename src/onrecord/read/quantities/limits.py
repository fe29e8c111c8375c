"""Words that limit a number: "at least", "or so". In: a number. Out: the amount that all the words together give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from onrecord.read.quantities.numbers import number_at
from onrecord.read.words import Word
from onrecord.record.vocabulary import Modifier

ABOUT_PERCENT: Final = 5
"""How far from a number "about" may be, in hundredths of it."""
BEFORE: Final[dict[Modifier, str]] = {
    "at_least": "at least|at the least|no fewer than|no less than|not fewer than|not less than|a minimum of",
    "at_most": "up to|as many as|at most|no more than|not more than|a maximum of",
    "more_than": "many more than|far more than|well over|well above|slightly more than|slightly over|much more than|more than|better than"
    "|over|above|upwards of|upward of|in excess of|exceeds|exceeded|exceeding|surpasses|surpassed|surpassing|beyond",
    "fewer_than": "fewer than|less than|under|below",
    "about": "about|around|some|approximately|approx|roughly|nearly|almost|close to|an estimated|estimated|circa"
    "|an average of|as few as|reportedly",
    "exact": "between|a total of|an additional|another|only|just|exactly|all",
}
"""What may stand before a number, by what it makes of it."""
_GROUPS: Final = "|".join(f"(?P<{name}>{words})" for name, words in BEFORE.items()).replace(" ", r"\s+")
LIMIT: Final = re.compile(rf"(?<![\w-])(?:{_GROUPS})\s+$", re.IGNORECASE)
LOOK_BACK: Final = 40
"""Characters before a number in which such words are looked for."""
BEHIND: Final[dict[tuple[str, ...], Modifier]] = {
    ("or", "so"): "about",
    ("or", "more"): "at_least",
    ("or", "fewer"): "at_most",
    ("or", "less"): "at_most",
    ("+",): "at_least",
}
"""What may stand behind a number."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How many.

    Attributes:
        start: Index of the first word of the number itself.
        end: Index after the last word.
        low: At least so many.
        high: At most so many.
        modifier: How the words limit the number.
        first: Offset of the first character, the words that limit it included.
        bare: Whether the words are an article or "no" rather than a number.
    """

    start: int
    end: int
    low: int | None
    high: int | None
    modifier: Modifier
    first: int
    bare: bool = False


def amount_at(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> Amount | None:
    """The amount whose number begins at a word.

    Args:
        text: The whole text.
        words: The words of the sentence.
        low: The same in lower case.
        i: Index of the first word of the number itself.
    """
    number = number_at(text, words, low, i)
    if number is None:
        return None
    first, said = _before(text, words[i].start)
    end, behind = _behind(low, number.end, plain=number.modifier == "exact" and said is None)
    amount = Amount(i, end, number.low, number.high, number.modifier, first)
    limit = behind or said
    if limit is None:
        return amount
    return _vaguely(amount, limit) if amount.modifier == "vague" else _limited(amount, limit)


def _before(text: str, start: int) -> tuple[int, Modifier | None]:
    """Where the words before a number begin that limit it, and what they make of it; the outermost counts."""
    said: Modifier | None = None
    while (limit := LIMIT.search(text, max(0, start - LOOK_BACK), start)) is not None:
        start = limit.start()
        name = cast(Modifier, limit.lastgroup)
        said = name if name != "exact" and said in (None, "about") else said
    return start, said


def _behind(low: Sequence[str], end: int, plain: bool) -> tuple[int, Modifier | None]:
    for length in (2, 1):
        found = BEHIND.get(tuple(low[end : end + length]))
        if found is not None:
            return end + length, found
    if plain and low[end : end + 1] == ["so"]:  # "the 2,000 so troops"
        return end + 1, "about"
    return end, None


def _vaguely(amount: Amount, limit: Modifier) -> Amount:
    """Up to several hundred, more than a few: still vague, with an end open."""
    if limit == "at_most":
        return replace(amount, low=None)
    return replace(amount, high=None) if limit in ("at_least", "more_than") else amount


def _limited(amount: Amount, limit: Modifier) -> Amount:
    low, high = amount.low or 0, amount.high or 0
    if limit == "about":
        if low == high:
            low, high = low * (100 - ABOUT_PERCENT) // 100, -(-high * (100 + ABOUT_PERCENT) // 100)
        return replace(amount, low=low, high=high, modifier=limit)
    if limit == "at_least":
        return replace(amount, high=None, modifier=limit)
    if limit == "more_than":
        return replace(amount, low=low + 1, high=None, modifier=limit)
    return replace(amount, low=None, high=high if limit == "at_most" else high - 1, modifier=limit)
