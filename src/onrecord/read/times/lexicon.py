"""The words that times are told in, each with its kind: months, units, numbers, and the small words between them."""

from __future__ import annotations

from typing import Final

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
    "recently": "recently lately",
    "latest": "latest",
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
    "holiday": "independence labor labour memorial veterans columbus election martyrs victory valentine",
    "oclock": "o",
    "zone": "gmt utc est edt pst pdt cet bst cst",
    "local": "local",
    "hrs": "hrs hr",
    "ended": "ended ending",
    "being": "being",
    "trading": "trading working business consecutive straight full entire whole additional",
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


def _all_words() -> dict[str, tuple[str, object]]:
    words: dict[str, tuple[str, object]] = {}
    for kind, listed in KINDS.items():
        for word in listed.split():
            words.setdefault(word, (kind, word))
    words |= {word: ("month", k) for k, word in enumerate(MONTHS, 1)}
    words |= {word: ("short_month", k) for word, k in SHORT_MONTHS.items()}
    words |= {word: ("weekday", k) for k, word in enumerate(WEEKDAYS, 1)}
    words |= {word + "s": ("weekday_plural", k) for k, word in enumerate(WEEKDAYS, 1)}
    words |= {word: ("season", code) for word, code in SEASONS.items()} | {"fall": ("fall", "FA")}
    words |= {word: ("part", word) for word in PARTS}
    words |= {word: ("unit", code) for word, code in UNITS.items() if word != "night"}
    words |= {word: ("units", code) for word, code in PLURALS.items()}
    words |= {word: ("word_number", k) for k, word in enumerate(SMALL) if k > 0}
    words |= {word: ("word_number", 10 * k) for k, word in enumerate(TENS, 2)}
    words |= {word: ("ordinal", k) for k, word in enumerate(ORDINALS, 1)} | {"thirtieth": ("ordinal", 30)}
    return words | {"½": ("half_sign", 0.5)}


WORDS: Final = _all_words()
"""By word in lower case: its kind, and what it means: a number, a code, or itself."""
CAPITAL: Final = frozenset({"month", "short_month", "weekday", "christmas", "thanksgiving", "feast", "holiday"})
"""Kinds that are names, and words of another sort in small letters: march, may, mar."""
