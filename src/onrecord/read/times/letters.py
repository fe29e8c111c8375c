"""A text as a row of letters, one for each word: "since" is one letter, every month another. Rules over words then are plain patterns.

In: a text. Out: its words, their letters, and what each word means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from onrecord.read.times.lexicon import ALPHABET, CAPITAL, MARKS, WORDS

TOKEN: Final = re.compile(
    r"9/11(?![/\d])|\d{4}-\d\d?-\d\d?(?!\d)|\d\d?([/.])\d\d?\1\d{4}(?!\d)|\d+(?:st|nd|rd|th)\b|\d{1,3}(?:,\d{3})+|\d+\.\d+|\d+|[ap]\.\s?m\b\.?|[ap]m\b|B\.\s?C\.?(?:E\.)?|A\.\s?D\.|½|[^\W\d_½]+|[^\S\n]*\n\s*|[^\w\s]"
)


class Token(NamedTuple):
    """A word, a number or a mark.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        kind: Name of its letter.
        means: A number, a code, or the word in lower case.
    """

    start: int
    end: int
    kind: str
    means: object


@dataclass(frozen=True, slots=True)
class Row:
    """A text as words and as letters.

    Attributes:
        text: The text.
        tokens: Its words.
        letters: A letter for each of them.
    """

    text: str
    tokens: tuple[Token, ...]
    letters: str


def row_of(text: str) -> Row:
    """Takes a text apart."""
    tokens: list[Token] = []
    letters: list[str] = []
    line = 0
    for match in TOKEN.finditer(text):
        raw = match.group()
        start, end = match.span()
        if "\n" in raw:
            wrapped = _wrapped(text, line, start, raw, end)
            line = end
            if wrapped:
                continue
        kind, means = _kind_of(raw)
        tokens.append(Token(start, end, kind, means))
        letters.append(ALPHABET[kind])
    return Row(text, tuple(tokens), "".join(letters))


def _wrapped(text: str, line: int, start: int, raw: str, end: int) -> bool:
    """Whether a line only went on in the next one: long, and not ended."""
    return (
        raw.count("\n") == 1
        and start - line > 40
        and text[start - 1] not in '.!?:"”)'
        and text[end : end + 1].isalnum()
    )


@lru_cache(maxsize=20_000)
def _kind_of(raw: str) -> tuple[str, object]:
    if raw[0].isalpha() or raw == "½":
        return _word(raw)
    if raw[0].isdigit() and raw.isascii():
        return _number(raw)
    if "\n" in raw:
        return "break", raw
    return MARKS.get(raw, "other"), raw


def _word(raw: str) -> tuple[str, object]:
    low = raw.lower()
    known = WORDS.get(low)
    if known is not None:
        if known[0] not in CAPITAL or raw[0].isupper():
            return known
        return "other", low
    if low in ("am", "pm") or (low[0] in "ap" and "." in low):
        return "am", low[0]
    if raw in ("BC", "BCE") or raw.startswith("B."):
        return "bc", raw
    if raw in ("AD", "CE") or raw.startswith("A."):
        return "ad", raw
    return ("cap" if raw[0].isupper() else "other"), low


def _number(raw: str) -> tuple[str, object]:
    if raw[-1].isalpha():
        value = int(raw[:-2])
        return "digit_ordinal", value
    if not raw.replace(",", "").replace(".", "", 1).isdigit():
        return "numeric_date", raw
    if "," in raw or "." in raw:
        return "number", float(raw.replace(",", "")) if "." in raw else int(raw.replace(",", ""))
    value = int(raw) if len(raw) < 10 else 10**9
    if len(raw) == 4 and 1000 <= value <= 2199:
        return "year4", value
    if len(raw) > 2 or value > 99:
        return "number", value
    for most, kind in ((0, "n0"), (12, "n12"), (24, "n24"), (31, "n31")):
        if value <= most:
            return kind, value
    return "n99", value
