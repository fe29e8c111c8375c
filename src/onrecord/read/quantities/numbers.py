"""Numbers as reports write them. In: the words of a sentence. Out: from how many to how many, and how the words limit it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.read.times.lexicon import SMALL, TENS
from onrecord.read.words import Word
from onrecord.record.vocabulary import Modifier

SCALES: Final[Mapping[str, int]] = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6}
LETTERS: Final[Mapping[str, int]] = {"k": 1000, "m": 10**6}
"""A letter directly behind the digits: "20k"."""
PLAIN: Final[Mapping[str, int]] = {word: k for k, word in enumerate(SMALL)} | {
    word: 10 * k for k, word in enumerate(TENS, 2)
}
MANY: Final[Mapping[str, tuple[float, float | None]]] = {
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "millions": (2 * 10**6, None),
    "several": (3, None),
    "few": (2, None),
    "handful": (3, 9),
    "numerous": (None, None),
    "countless": (None, None),
    "multiple": (2, None),
    "many": (None, None),
}  # type: ignore[dict-item]
"""Words that give no number, with the range that codebooks read them as."""
FEW_OF: Final = frozenset("several few many some".split())
"""Before a scale: "several hundred"."""
NUMBER_OF: Final = re.compile(r"(?:large|great|huge|small|growing|unknown|undisclosed|unspecified|untold|vast)")
ABOUT_PERCENT: Final = 5

BEFORE: Final[tuple[tuple[Modifier, str], ...]] = (
    ("at_least", r"at\s+least|at\s+the\s+least|no\s+(?:fewer|less)\s+than|not\s+(?:fewer|less)\s+than|a\s+minimum\s+of"),
    ("at_most", r"up\s+to|as\s+many\s+as|at\s+most|no\s+more\s+than|not\s+more\s+than|a\s+maximum\s+of"),
    (
        "more_than",
        r"(?:(?:many|far|well|slightly|much)\s+)?(?:more\s+than|over|above|upwards?\s+of|in\s+excess\s+of|exceed(?:s|ed|ing)"
        r"|surpass(?:es|ed|ing)|beyond)|better\s+than",
    ),
    ("fewer_than", r"(?:fewer|less)\s+than|under|below"),
    (
        "about",
        r"about|around|some|approximately|approx\.?|roughly|nearly|almost|close\s+to|an?\s+estimated|estimated|circa|an?\s+average\s+of"
        r"|as\s+few\s+as|reportedly",
    ),
    ("exact", r"between|a\s+total\s+of|an?\s+additional|another|only|just|exactly|all"),
)
"""What may stand before a number, by what it makes of it."""
LIMIT: Final = re.compile(
    r"(?<![\w-])(?:" + "|".join(rf"(?P<{name}>{words})" for name, words in BEFORE) + r")\s+$", re.IGNORECASE
)
LOOK_BACK: Final = 40
"""Characters before a number in which such words are looked for."""
RISEN: Final = frozenset(
    """toll rose risen rise rises rising increased increase increases climbed climbs grew grown grow up jumped fell fallen dropped number
    revised raised""".split()
)
"""Words that make "from 20 to 25" a change and no range."""
DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*")
GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+")
BLANKS: Final = frozenset(" \u00a0\u2009\u202f")
"""What separates thousands where neither a comma nor a dot does."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How many.

    Attributes:
        start: Index of the first word.
        end: Index after the last word.
        low: At least so many.
        high: At most so many.
        modifier: How the words limit the number.
        first: Offset of the first character, the words that limit it included.
        bare: Whether the words were an article or "no" rather than a number.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    modifier: Modifier
    first: int
    bare: bool = False


def amount_at(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> Amount | None:
    """The amount that begins at a word, the words that limit it looked for before it and behind it.

    Args:
        text: The whole text.
        words: The words of the sentence.
        low: The same in lower case.
        i: Index of the first word of the number itself.
    """
    found = _vague(low, i) or _range(text, words, low, i)
    if found is None:
        return None
    amount = Amount(i, found.end, found.low, found.high, found.modifier, words[i].start)
    return _limited(text, low, amount)


@dataclass(frozen=True, slots=True)
class _Found:
    end: int
    low: float | None
    high: float | None
    modifier: Modifier = "exact"


def _range(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> _Found | None:
    """A number, or two that are the ends of a range: "10 to 15", "between 30 and 40", "10-15"."""
    one = _number(text, words, low, i)
    if one is None:
        return None
    value, end = one
    before, joint = (low[i - 1] if i else ""), (low[end] if end < len(low) else "")
    joins = joint in ("to", "or", "-", "–") or (joint == "and" and before == "between")
    if joins and not (joint == "to" and before == "from" and not RISEN.isdisjoint(low[:i])):
        other = _number(text, words, low, end + 1) if end + 1 < len(low) else None
        if other is not None and other[0] > value and not (other[1] < len(low) and low[other[1]] in ("-", "–")):
            top, stop = other
            # In "two to three thousand" the scale is of both.
            scaled = next((s for w, s in SCALES.items() if low[stop - 1] == w and value < 100 <= top and w not in low[i:end]), 1)
            return _Found(stop, value * scaled, top, "about")
    return _Found(end, value, value)


def _number(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> tuple[float, int] | None:
    return _digits(text, words, low, i) or _spelt(low, i)


def _digits(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> tuple[float, int] | None:
    raw = words[i].raw
    if not raw[0].isdigit() or not DIGITS.fullmatch(raw):
        return None
    end = i + 1
    while _continues(text, words, end):
        end += 2 if words[end].raw == "٬" else 1
    parts = [word.raw for word in words[i:end] if word.raw != "٬"]
    scale = SCALES.get(low[end]) if end < len(low) else None
    if len(parts) > 1 or (scale is None and GROUPED.fullmatch(raw)) or (raw.count(",") and GROUPED.fullmatch(raw)):
        value = float("".join(parts).replace(",", "").replace(".", ""))
    elif "," in raw or raw.count(".") > 1:
        return None
    else:
        value = float(raw)
    if end < len(words) and words[end].start == words[end - 1].end and words[end].is_word:
        letter = LETTERS.get(low[end])
        return (round(value * letter), end + 1) if letter else None
    while end < len(low) and (scale := SCALES.get(low[end])):
        value, end = value * scale, end + 1
    value = round(value, 3)
    return (int(value), end) if value % 1 == 0 else None


def _continues(text: str, words: Sequence[Word], end: int) -> bool:
    """Whether the next word is three more digits of the number: "1 200"."""
    if end >= len(words):
        return False
    last, following = words[end - 1], words[end]
    if following.raw == "٬":
        return following.start == last.end and end + 1 < len(words) and words[end + 1].start == following.end
    gap = text[last.end : following.start]
    return len(gap) == 1 and gap in BLANKS and len(following.raw) == 3 and following.raw.isdecimal() and len(last.raw) <= 3


def _spelt(low: Sequence[str], i: int) -> tuple[float, int] | None:
    """A number in words: "twenty-one", "a hundred and fifty", "half a million", "two dozen"."""
    if low[i] == "half":
        k = i + 1 + (low[i + 1 : i + 2] in (["a"], ["an"]))
        scale = SCALES.get(low[k]) if k < len(low) else None
        return (scale // 2, k + 1) if scale else None
    if low[i : i + 4] == ["a", "quarter", "of", "a"]:
        scale = SCALES.get(low[i + 4]) if i + 4 < len(low) else None
        return (scale // 4, i + 5) if scale else None
    total, current, end, seen = 0, 0, i, False
    while end < len(low):
        word = low[end]
        parts = [PLAIN.get(part) for part in word.split("-")]
        if all(part is not None for part in parts) and not (seen and 0 < current % 100 < 20):
            current, seen = current + sum(part or 0 for part in parts), True
        elif word in SCALES and (seen or (end > i and low[i] in ("a", "an"))):
            scale = SCALES[word]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
            seen = True
        elif not (word in ("a", "an") and end == i) and not (word == "and" and seen and _goes_on(low, end)):
            break
        end += 1
    return (total + current, end) if seen else None


def _goes_on(low: Sequence[str], end: int) -> bool:
    """Whether "and" stands within a number: "a hundred and fifty"."""
    behind = low[end + 1].split("-")[0] if end + 1 < len(low) else ""
    return low[end - 1] in ("hundred", "thousand", "million") and behind in PLAIN


def _vague(low: Sequence[str], i: int) -> _Found | None:
    word, rest = low[i], list(low[i + 1 : i + 4])
    if word in ("tens", "hundreds") and rest[:2] == ["of", "thousands"]:
        scale = 10_000 if word == "tens" else 100_000
        return _Found(i + 3, 2 * scale, 10 * scale - 1, "vague")
    if word == "a" and rest[:2] == ["couple", "of"]:
        return _Found(i + 3, 2, 2, "about")
    if word == "a" and rest[:1] == ["number"] and rest[1:2] == ["of"]:
        return _Found(i + 3, 2, None, "vague")
    if word in ("a", "an") and rest[1:3] == ["number", "of"] and NUMBER_OF.fullmatch(rest[0]):
        return _Found(i + 4, None, None, "vague")
    if word == "a" and rest[:1] in (["few"], ["handful"]):
        return _shift(_vague(low, i + 1))
    if word in FEW_OF and rest and (rest[0] in SCALES or rest[0].rstrip("s") in ("dozen", "hundred", "thousand")):
        scale = SCALES[rest[0].rstrip("s")]
        least = 3 if word == "several" else 2
        bounds = MANY["dozens"] if scale == 12 else (least * scale, 10 * scale - 1)
        return _Found(i + 2, *bounds, "vague")
    if word not in MANY:
        return None
    end = i + 1
    return _Found(end, *MANY[word], "vague")


def _shift(found: _Found | None) -> _Found | None:
    return found


def _limited(text: str, low: Sequence[str], amount: Amount) -> Amount:
    """The amount with the words before and behind it that limit it."""
    modifier, first = amount.modifier, amount.first
    while (limit := LIMIT.search(text, max(0, first - LOOK_BACK), first)) is not None:
        first = limit.start()
        said: Modifier = limit.lastgroup  # type: ignore[assignment]
        if said != "exact" and modifier in ("exact", "about"):
            modifier = said
        elif said == "at_most" and modifier == "vague":
            amount = replace(amount, low=None)
        elif said in ("at_least", "more_than") and modifier == "vague":
            amount = replace(amount, high=None)
    end, behind = amount.end, tuple(low[amount.end : amount.end + 2])
    if behind == ("or", "so") or (behind[:1] == ("so",) and modifier == "exact"):
        end, modifier = end + (2 if behind[0] == "or" else 1), "about"
    elif behind == ("or", "more"):
        end, modifier = end + 2, "at_least"
    elif behind in (("or", "fewer"), ("or", "less")):
        end, modifier = end + 2, "at_most"
    elif behind[:1] == ("+",):
        end, modifier = end + 1, "at_least"
    return _bounded(replace(amount, first=first, end=end), modifier)


def _bounded(amount: Amount, modifier: Modifier) -> Amount:
    low, high = amount.low, amount.high
    if low is None or modifier == "vague" or (modifier == amount.modifier and modifier == "about"):
        return replace(amount, modifier=modifier)
    if high is None:
        return replace(amount, modifier=modifier)
    if modifier == "about" and low == high:
        low, high = low * (100 - ABOUT_PERCENT) // 100, -(-high * (100 + ABOUT_PERCENT) // 100)
    elif modifier == "at_least":
        high = None
    elif modifier == "more_than":
        low, high = low + 1, None
    elif modifier == "at_most":
        low = None
    elif modifier == "fewer_than":
        low, high = None, high - 1
    return replace(amount, low=low, high=high, modifier=modifier)
