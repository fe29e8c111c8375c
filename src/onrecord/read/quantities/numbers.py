"""Numbers as reports write them. In: the words of a sentence. Out: from how many to how many, and where the words end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.read.times.lexicon import SMALL, TENS
from onrecord.read.words import Word
from onrecord.record.vocabulary import Modifier

Range = tuple[int | None, int | None]

SCALES: Final[Mapping[str, int]] = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6}
LETTERS: Final[Mapping[str, int]] = {"k": 1000, "m": 10**6}
"""A letter directly behind the digits: "20k"."""
PLAIN: Final[Mapping[str, int]] = {word: k for k, word in enumerate(SMALL)} | {
    word: 10 * k for k, word in enumerate(TENS, 2)
}
MANY: Final[Mapping[str, Range]] = {
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "millions": (2 * 10**6, None),
    "several": (3, None),
    "few": (2, None),
    "handful": (3, 9),
    "multiple": (2, None),
    "many": (None, None),
    "numerous": (None, None),
    "countless": (None, None),
}
"""Words that give no number, with the range that codebooks read them as."""
BEFORE_SCALE: Final[Mapping[str, int]] = {"several": 3, "few": 2, "many": 2}
"""Before a scale, and how many of it they are at least: "several hundred"."""
NUMBER_OF: Final = frozenset("large great huge small growing unknown undisclosed unspecified untold vast".split())
"""Such a number of people is any number."""
RISEN: Final = frozenset(
    """toll rose risen rise rises rising increased increase increases climbed climbs grew grown grow up jumped fell fallen dropped number
    revised raised""".split()
)
"""Words that make "from 20 to 25" a change and no range."""
HYPHENS: Final = frozenset("-–")
DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*")
GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+")
BLANKS: Final = frozenset(" \u00a0\u2009\u202f")
"""What separates thousands where neither a comma nor a dot does."""
ARABIC_COMMA: Final = "٬"


@dataclass(frozen=True, slots=True)
class Number:
    """A number without the words that limit it.

    Attributes:
        end: Index after its last word.
        low: At least so many.
        high: At most so many.
        modifier: exact, about for a range, or vague.
    """

    end: int
    low: int | None
    high: int | None
    modifier: Modifier = "exact"


def number_at(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> Number | None:
    """The number that begins at a word.

    Args:
        text: The whole text.
        words: The words of the sentence.
        low: The same in lower case.
        i: Index of the first word.
    """
    return _vague(low, i) or _range(text, words, low, i)


def _range(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> Number | None:
    """A number, or two that are the ends of a range: "10 to 15", "between 30 and 40", "10-15"."""
    first = _single(text, words, low, i)
    if first is None:
        return None
    value, end = first
    before, joint = (low[i - 1] if i else ""), (low[end] if end < len(low) else "")
    joins = joint in ("to", "or") or joint in HYPHENS or (joint == "and" and before == "between")
    changes = joint == "to" and before == "from" and not RISEN.isdisjoint(low[:i])
    last = _single(text, words, low, end + 1) if joins and not changes and end + 1 < len(low) else None
    if last is None or last[0] <= value or (last[1] < len(low) and low[last[1]] in HYPHENS):
        return Number(end, value, value)
    top, stop = last
    scale = SCALES.get(low[stop - 1], 1)  # in "two to three thousand" the scale is of both
    if value < 100 <= top and low[stop - 1] not in low[i:end]:
        value *= scale
    return Number(stop, value, top, "about")


def _single(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> tuple[int, int] | None:
    """One number and the index behind it."""
    return _digits(text, words, low, i) or _part_of_scale(low, i) or _spelt(low, i)


def _digits(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> tuple[int, int] | None:
    raw = words[i].raw
    if not raw[0].isdigit() or not DIGITS.fullmatch(raw):
        return None
    end = i + 1
    while _continues(text, words, end):
        end += 2 if words[end].raw == ARABIC_COMMA else 1
    scaled = end < len(low) and low[end] in SCALES
    joined = "".join(word.raw for word in words[i:end] if word.raw != ARABIC_COMMA)
    if end > i + 1 or (GROUPED.fullmatch(raw) and ("," in raw or not scaled)):
        value = float(joined.replace(",", "").replace(".", ""))
    elif "," in raw or raw.count(".") > 1:
        return None
    else:
        value = float(raw)
    if end < len(words) and words[end].start == words[end - 1].end and words[end].is_word:
        letter = LETTERS.get(low[end])
        return (round(value * letter), end + 1) if letter else None
    while end < len(low) and (scale := SCALES.get(low[end])):
        value, end = round(value * scale, 3), end + 1
    return (int(value), end) if value % 1 == 0 else None


def _continues(text: str, words: Sequence[Word], end: int) -> bool:
    """Whether the next word is three more digits of the number: "1 200"."""
    if end >= len(words):
        return False
    last, following = words[end - 1], words[end]
    if following.raw == ARABIC_COMMA:
        return following.start == last.end and end + 1 < len(words) and words[end + 1].start == following.end
    gap = text[last.end : following.start]
    if len(gap) != 1 or gap not in BLANKS:
        return False
    return len(following.raw) == 3 and following.raw.isdecimal() and len(last.raw) <= 3


def _part_of_scale(low: Sequence[str], i: int) -> tuple[int, int] | None:
    """Half a million, half a dozen, a quarter of a million."""
    if low[i] == "half":
        part, end = 2, i + 1 + (low[i + 1 : i + 2] in (["a"], ["an"]))
    elif low[i : i + 4] == ["a", "quarter", "of", "a"]:
        part, end = 4, i + 4
    else:
        return None
    scale = SCALES.get(low[end]) if end < len(low) else None
    return (scale // part, end + 1) if scale else None


def _spelt(low: Sequence[str], i: int) -> tuple[int, int] | None:
    """A number in words: "twenty-one", "a hundred and fifty", "two dozen"."""
    total, current, end, seen = 0, 0, i, False
    while end < len(low):
        word = low[end]
        parts = [PLAIN.get(part) for part in word.split("-")]
        if None not in parts and not (seen and 0 < current % 100 < 20):
            current, seen = current + sum(part or 0 for part in parts), True
        elif word in SCALES and (seen or (end > i and low[i] in ("a", "an"))):
            current, seen = max(current, 1) * SCALES[word], True
            if SCALES[word] >= 1000:
                total, current = total + current, 0
        elif not (word in ("a", "an") and end == i) and not (word == "and" and seen and _goes_on(low, end)):
            break
        end += 1
    return (total + current, end) if seen else None


def _goes_on(low: Sequence[str], end: int) -> bool:
    """Whether "and" stands within a number: "a hundred and fifty"."""
    behind = low[end + 1].split("-")[0] if end + 1 < len(low) else ""
    return low[end - 1] in ("hundred", "thousand", "million") and behind in PLAIN


def _vague(low: Sequence[str], i: int) -> Number | None:
    """Words for many: "dozens", "tens of thousands", "several hundred", "a large number of"."""
    word, rest = low[i], list(low[i + 1 : i + 4])
    if word in ("tens", "hundreds") and rest[:2] == ["of", "thousands"]:
        scale = 10_000 if word == "tens" else 100_000
        return Number(i + 3, 2 * scale, 10 * scale - 1, "vague")
    if word in ("a", "an"):
        if rest[:2] == ["couple", "of"]:
            return Number(i + 3, 2, 2, "about")
        if rest[:2] == ["number", "of"]:
            return Number(i + 3, 2, None, "vague")
        if rest[1:3] == ["number", "of"] and rest[0] in NUMBER_OF:
            return Number(i + 4, None, None, "vague")
        return _vague(low, i + 1) if rest[:1] in (["few"], ["handful"]) else None
    if word in BEFORE_SCALE and rest and rest[0].removesuffix("s") in ("dozen", "hundred", "thousand", "million"):
        scale = SCALES[rest[0].removesuffix("s")]
        low_high = MANY["dozens"] if scale == 12 else (BEFORE_SCALE[word] * scale, 10 * scale - 1)
        return Number(i + 2, *low_high, "vague")
    return Number(i + 1, *MANY[word], "vague") if word in MANY else None
