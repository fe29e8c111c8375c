"""A text as a row of letters, one for each word: "since" is one letter, every month another. Rules over words then are plain patterns.

In: a text. Out: its words, their letters, and what each word means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

TOKEN: Final = re.compile(
    r"\d{4}-\d\d?-\d\d?(?!\d)|\d\d?([/.])\d\d?\1\d{4}(?!\d)|\d+(?:st|nd|rd|th)\b|\d{1,3}(?:,\d{3})+|\d+\.\d+|\d+|[ap]\.\s?m\b\.?|[ap]m\b|B\.\s?C\.?(?:E\.)?|A\.\s?D\.|½|[^\W\d_½]+|[^\S\n]*\n\s*|[^\w\s]"
)

MONTHS: Final = "january february march april may june july august september october november december".split()
SHORT_MONTHS: Final = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8} | {
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
UNITS: Final = {
    "day": "D",
    "week": "W",
    "fortnight": "2W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
} | {
    "century": "CE",
    "hour": "H",
    "minute": "MIN",
    "weekend": "WE",
    "night": "NI",
}
PLURALS: Final = {"centuries": "CE", "seconds": "S"} | {
    word + "s": unit for word, unit in UNITS.items() if word != "century"
}
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS: Final = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "daytime": "DT",
    "overnight": "NI",
} | {
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "midday": "MI",
    "noon": "MI",
    "dusk": "EV",
    "sunset": "EV",
    "midnight": "NI",
    "nightfall": "EV",
}

KINDS: Final[dict[str, str]] = {
    # kind of word: the words
    "the": "the",
    "a": "a an",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "from": "from",
    "to": "to until till through",
    "between": "between",
    "and": "and",
    "or": "or",
    "last": "last",
    "next": "next",
    "this": "this",
    "that": "that",
    "same": "same",
    "following": "following subsequent ensuing succeeding",
    "previous": "previous preceding prior",
    "coming": "coming upcoming",
    "past": "past",
    "recent": "recent",
    "current": "current",
    "ago": "ago",
    "later": "later afterwards afterward",
    "earlier": "earlier previously",
    "before": "before",
    "after": "after",
    "early": "early",
    "late": "late",
    "mid": "mid",
    "start": "start beginning",
    "middle": "middle",
    "end": "end close",
    "latter": "latter",
    "half": "half",
    "nearly": "nearly almost approximately about around roughly some",
    "more": "more",
    "less": "less fewer",
    "than": "than",
    "over": "over",
    "under": "under",
    "least": "least",
    "most": "most",
    "up": "up",
    "only": "only just",
    "another": "another",
    "several": "several few many couple dozen dozens",
    "so": "so",
    "hundreds": "hundred thousand hundreds thousands",
    "every": "every each",
    "per": "per",
    "fiscal": "fiscal calendar",
    "now": "now nowadays",
    "current_adverb": "currently presently",
    "recently": "recently",
    "soon": "soon shortly",
    "formerly": "formerly previously",
    "future": "future",
    "present": "present",
    "these": "these",
    "those": "those",
    "time": "time",
    "moment": "moment",
    "period": "period",
    "long": "long",
    "daily": "daily hourly weekly monthly quarterly yearly annually nightly",
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "tonight": "tonight",
    "christmas": "christmas",
    "new": "new",
    "eve": "eve",
    "thanksgiving": "thanksgiving",
    "feast": "ramadan easter eid passover hanukkah ashura nowruz",
    "oclock": "o",
    "zone": "gmt utc est edt pst pdt cet bst cst",
    "hrs": "hrs hr",
    "being": "being",
    "trading": "trading working business consecutive straight full additional",
    "old": "old",
    "mark_s": "s",
}
MARKS: Final = {".": "dot", ",": "comma", "-": "hyphen", "–": "hyphen", "—": "dash", "/": "slash", ":": "colon"} | {
    "'": "quote",
    "’": "quote",
    "(": "open",
    ")": "close",
    "‘": "quote",
    "$": "money",
    "£": "money",
    "€": "money",
    "%": "percent",
}
NUMERIC: Final = (
    "n12",
    "n24",
    "n31",
    "n99",
    "n0",
    "year4",
    "number",
    "word_number",
    "ordinal",
    "digit_ordinal",
    "half_sign",
)
NAMED: Final = (
    "month",
    "short_month",
    "weekday",
    "season",
    "fall",
    "unit",
    "units",
    "part",
    "am",
    "bc",
    "ad",
    "break",
    "other",
    "cap",
    "weekday_plural",
    "numeric_date",
)
ALPHABET: Final = {
    name: chr(0x41 + i) if i < 26 else chr(0x100 + i)
    for i, name in enumerate((*NUMERIC, *NAMED, *KINDS, *dict.fromkeys(MARKS.values())))
}
"""The letter of each kind of word."""

_WORDS: Final[dict[str, tuple[str, object]]] = {}
for _kind, _listed in KINDS.items():
    for _word in _listed.split():
        _WORDS.setdefault(_word, (_kind, _word))
_WORDS |= {word: ("month", k) for k, word in enumerate(MONTHS, 1)}
_WORDS |= {word: ("short_month", k) for word, k in SHORT_MONTHS.items()}
_WORDS |= {word: ("weekday", k) for k, word in enumerate(WEEKDAYS, 1)}
_WORDS |= {word + "s": ("weekday_plural", k) for k, word in enumerate(WEEKDAYS, 1)}
_WORDS |= {word: ("season", code) for word, code in SEASONS.items()} | {"fall": ("fall", "FA")}
_WORDS |= {word: ("part", word) for word in PARTS}
_WORDS |= {word: ("unit", code) for word, code in UNITS.items() if word != "night"}
_WORDS |= {word: ("units", code) for word, code in PLURALS.items()}
_WORDS |= {word: ("word_number", k) for k, word in enumerate(SMALL) if k > 0}
_WORDS |= {word: ("word_number", 10 * k) for k, word in enumerate(TENS, 2)}
_WORDS["½"] = ("half_sign", 0.5)
_WORDS |= {word: ("ordinal", k) for k, word in enumerate(ORDINALS, 1)} | {"thirtieth": ("ordinal", 30)}
CAPITAL: Final = frozenset({"month", "short_month", "weekday", "christmas", "thanksgiving", "feast"})
"""Kinds that are names, and words of another sort in small letters: march, may, mar."""


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
    tokens = []
    line = 0
    for match in TOKEN.finditer(text):
        raw, start, end = match.group(), match.start(), match.end()
        if "\n" in raw:
            wrapped = _wrapped(text, line, start, raw, end)
            line = end
            if wrapped:
                continue
        tokens.append(Token(start, end, *_kind(raw)))
    return Row(text, tuple(tokens), "".join(ALPHABET[token.kind] for token in tokens))


def _wrapped(text: str, line: int, start: int, raw: str, end: int) -> bool:
    """Whether a line only went on in the next one: long, and not ended."""
    return (
        raw.count("\n") == 1
        and start - line > 40
        and text[start - 1] not in '.!?:"”)'
        and text[end : end + 1].isalnum()
    )


@lru_cache(maxsize=20_000)
def _kind(raw: str) -> tuple[str, object]:
    if raw[0].isalpha() or raw == "½":
        return _word(raw)
    if raw[0].isdigit() and raw.isascii():
        return _number(raw)
    if "\n" in raw:
        return "break", raw
    return MARKS.get(raw, "other"), raw


def _word(raw: str) -> tuple[str, object]:
    low = raw.lower()
    known = _WORDS.get(low)
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
