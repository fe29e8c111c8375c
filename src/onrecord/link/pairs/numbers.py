"""Numbers of a sentence with what they count. In: text. Out: `Amount`s, and pairs of them that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from onrecord.link.pairs.stems import FUNCTION, stem
from onrecord.link.pairs.vocabulary import load_vocabulary

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: k for k, word in enumerate(_SMALL)} | {word: 10 * (k + 2) for k, word in enumerate(_TENS)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_VAGUE = {
    "dozens": (24, 200),
    "scores": (40, 400),
    "hundreds": (200, 3_000),
    "thousands": (2_000, 30_000),
    "dozen": (12, 12),
    "couple": (2, 2),
}
_NUMBER = re.compile(
    r"(?P<sign>[$€£]\s?)?(?<![\w.-])(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\w:])(?:[\s-](?P<scale>hundred|thousand|million|billion)\b)?(?P<per>\s?(?:%|percent|per cent))?"
    r"|\b(?P<words>(?:(?:" + "|".join([*_WORDS, *_SCALES]) + r")(?:[\s-]+(?:and\s+)?)?)+)\b(?!-)"
    r"|\b(?P<vague>" + "|".join(_VAGUE) + r")\b",
    re.IGNORECASE,
)  # fmt: skip
_LEAST = re.compile(r"\b(?:at least|no fewer than|no less than|a minimum of|not less than)\s*$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more than|over|above|upwards of|exceeding|in excess of)\s*$", re.IGNORECASE)
_MOST = re.compile(r"\b(?:at most|up to|no more than|a maximum of|as many as)\s*$", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less than|fewer than|under|below|nearly|almost)\s*$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:about|around|some|approximately|roughly|nearly|almost|an estimated|estimated)\s*$", re.IGNORECASE
)
_ENDS = re.compile(r"[,;.](?=\s|$)|\b(?:and|or|but|while|in|on|at|by|from|after|when)\b", re.IGNORECASE)
_TOLLS = {
    "killed": "kill die dead death slay perish murder body martyr execute fatality",
    "hurt": "wound injure hurt maim casualty injury",
    "missing": "missing disappear",
    "held": "arrest detain capture kidnap abduct hostage prisoner",
}
_TOLL_OF = {stem(word): kind for kind, words in _TOLLS.items() for word in words.split()}
_MONTHS = "january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov dec".split()
_PEOPLE = stem("person")
YEAR = "in the year"
ROUND = 0.15
"""How far a figure that is called approximate may be off, as a share of it."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what it counts.

    Attributes:
        text: The number as it is written, with "at least" and the like.
        low: The least that it can stand for.
        high: The most.
        unit: Stem of the thing that is counted; `YEAR` for what looks like one; empty if nothing is.
        toll: What befell those that are counted: killed, hurt, missing, held; None if nothing is said.
        start: Offset of the number in code points.
        end: Offset behind it.
    """

    text: str
    low: float
    high: float
    unit: str
    toll: str | None
    start: int
    end: int


def amounts(text: str) -> tuple[Amount, ...]:
    """All numbers of a sentence but those in dates and times of day."""
    found = [m for m in _NUMBER.finditer(text) if not _is_date(text, m)]
    return tuple(
        _amount(text, m) for m in found if m["words"] is None or m["words"].strip().lower() != "one" or _counts(text, m)
    )


def conflicts(one: Sequence[Amount], other: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Numbers of two sentences that count the same and cannot both hold; those that fit a number of the other one are left aside."""
    left_a = [a for a in one if not any(_same_kind(a, b) and _meet(a, b) for b in other)]
    left_b = [b for b in other if not any(_same_kind(a, b) and _meet(a, b) for a in one)]
    for a in left_a:
        for b in left_b:
            if _same_kind(a, b):
                yield a, b


def agreeing(one: Sequence[Amount], other: Sequence[Amount]) -> int:
    """How many numbers of the one sentence fit a number of the other that counts the same."""
    return sum(any(_same_kind(a, b) and _meet(a, b) for b in other) for a in one)


def _meet(a: Amount, b: Amount) -> bool:
    return a.low <= b.high and b.low <= a.high


def _same_kind(a: Amount, b: Amount) -> bool:
    if a.toll is not None and b.toll is not None:
        return a.toll == b.toll and (a.unit == b.unit or _related(a.unit, b.unit) or not a.unit or not b.unit)
    if a.toll != b.toll and _PEOPLE in (a.unit, b.unit) and a.unit != b.unit:
        return False
    return bool(a.unit) and (a.unit == b.unit or load_vocabulary().relation(a.unit, b.unit) == "same")


def _related(one: str, other: str) -> bool:
    """Whether both can be the whole count; "12 people, among them 4 children" is none that "12 children" would be held against."""
    return load_vocabulary().relation(one, other) == "same" or one in _TOLL_OF or other in _TOLL_OF


def _amount(text: str, m: re.Match[str]) -> Amount:
    low, high = _range(m)
    before = text[: m.start()]
    prefix = ""
    for pattern, change in (
        (_LEAST, lambda v: (v[0], inf)), (_MORE, lambda v: (v[0] + 1, inf)), (_MOST, lambda v: (0, v[1])),
        (_ABOUT, lambda v: (v[0] * (1 - ROUND), v[1] * (1 + ROUND))), (_LESS, lambda v: (0, v[1])),
    ):  # fmt: skip
        if near := pattern.search(before):
            low, high = change((low, high))
            prefix = near[0]
            break
    unit = "%" if m["per"] else "money" if m["sign"] else _unit(text[m.end() :], m[0])
    toll = None if unit in ("%", "money", YEAR) else _toll(text, m)
    return Amount((prefix + m[0]).strip(), low, high, unit, toll, m.start(), m.start() + len(m[0].rstrip()))


def _range(m: re.Match[str]) -> tuple[float, float]:
    if m["vague"]:
        return _VAGUE[m["vague"].lower()]
    if m["figure"]:
        value = float(m["figure"].replace(",", "")) * _SCALES.get((m["scale"] or "").lower(), 1)
        return value, value
    total, part = 0, 0
    for word in re.findall(r"[a-z]+", m["words"].lower()):
        if word in _WORDS:
            part += _WORDS[word]
        elif word in _SCALES:
            part = max(part, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, part = total + part, 0
    return total + part, total + part


def _unit(behind: str, number: str) -> str:
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", number):
        return YEAR
    end = _ENDS.search(behind)
    near = re.findall(r"[^\W\d_]+", behind[: end.start()] if end else behind)[:4]
    vocabulary = load_vocabulary()
    roots = [stem(word) for word in near if word.lower() not in FUNCTION or word.lower() == "people"]
    counted = [r for r in roots if r == _PEOPLE or vocabulary.relation(r, _PEOPLE) is not None]
    for root in (*counted, *(r for r in roots if r not in _TOLL_OF)):
        return root
    return ""


def _toll(text: str, m: re.Match[str]) -> str | None:
    """The nearest word for what befell people: behind the number in its phrase, else shortly before it."""
    behind = re.split(r"[;.]\s|\band\b(?=[^.]*\d)|,\s*(?=\w+ing\b)|\d", text[m.end() :])[0]
    for word in re.findall(r"[^\W\d_]+", behind)[:8]:
        if kind := _TOLL_OF.get(stem(word)):
            return kind
    for word in reversed(re.findall(r"[^\W\d_]+", re.split(r"[;.]\s", text[: m.start()])[-1])[-8:]):
        if kind := _TOLL_OF.get(stem(word)):
            return kind
    return None


def _is_date(text: str, m: re.Match[str]) -> bool:
    near = (
        text[max(0, m.start() - 12) : m.start()].lower().rstrip(" ,.").split()[-1:]
        + text[m.end() :].lower().lstrip(" ,.").split()[:1]
    )
    return bool(m["figure"]) and len(m["figure"]) <= 2 and any(word.strip(".,") in _MONTHS for word in near)


def _counts(text: str, m: re.Match[str]) -> bool:
    """Whether "one" counts something: "one person", not "the one that"."""
    behind = re.findall(r"\w+", text[m.end() :])[:1]
    return bool(behind) and behind[0].lower() not in FUNCTION
