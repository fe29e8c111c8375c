"""Numbers of people and things. In: the words of a sentence. Out: each number with what it counts, and nothing that is a date, a name or a measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.read.quantities.limits import Amount, amount_at
from onrecord.read.quantities.numbers import HYPHENS, MANY, PLAIN, SCALES
from onrecord.read.quantities.phrases import Phrase, phrase_behind
from onrecord.read.quantities.vocabulary import MEASURES, NUMBERED, TO_PEOPLE, Counted
from onrecord.read.times.lexicon import MONTHS, SHORT_MONTHS
from onrecord.read.words import Word

GLUED: Final = frozenset("$ £ € ¥ # / : °".split())
"""Marks before a number that make it money, a rank, a clock or a score."""
GLUED_ON: Final = frozenset("- – . ' ’".split())
"""Marks that do so where no blank stands between: "T-72", "No.4"."""
NO_NUMBER: Final = frozenset("- – th st nd rd / :".split())
"""What makes the digits before it an ordinal, a clock, a score or part of a name."""
NONE_OF: Final = frozenset("no zero nobody none".split())
NEGATIONS: Final = frozenset("not without never nor".split())
ARTICLES: Final = frozenset("a an another".split())
NUMBER_WORDS: Final = PLAIN.keys() | MANY.keys() | SCALES.keys()
BEGINNINGS: Final = PLAIN.keys() | MANY.keys() | NONE_OF | ARTICLES | {"half", "any", "some"}
"""Words that a number may begin with."""
AFTER_AGE: Final = frozenset(", — – -- ; )".split())
"""Marks behind the age of somebody who is named."""
BEFORE_YEARS: Final = frozenset("about around some over all".split())
"""Words that limit a number and stand before a year as well."""
BEFORE_NUMBERS: Final = frozenset("of left leaving lives least than".split())
"""Words behind which four digits are no year."""

Part = Literal["", "before", "behind"]


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts.

    Attributes:
        amount: How many.
        begin: Index of the first word, those that limit the number included.
        phrase: What it counts.
        of: What is told of them; None until it is looked for.
        part: Whether the words make it a part of another number: of one "before", or of the next one "behind".
        added: Whether the words make them others than those counted before.
    """

    amount: Amount
    begin: int
    phrase: Phrase
    of: str | None = None
    part: Part = ""
    added: bool = False

    @property
    def start(self) -> int:
        """Index of the first word of the number itself."""
        return self.amount.start

    @property
    def end(self) -> int:
        """Index after the last word of the noun phrase."""
        return self.phrase.end

    @property
    def counted(self) -> Counted | None:
        """What the noun counts; None where there is no noun that is known."""
        return self.phrase.counted

    @property
    def people(self) -> bool:
        """Whether it counts people, as far as the noun tells."""
        return self.counted is None or self.counted.unit in ("persons", "families")


def find_counts(text: str, words: Sequence[Word], low: Sequence[str]) -> Iterator[Count]:
    """Numbers of people and things in a sentence, in its order; what is told of them is still open."""
    i = 0
    while i < len(words):
        count = _count_at(text, words, low, i) if _may_begin(low[i]) else None
        i = max(count.end if count else 0, i + 1)
        if count is not None:
            yield count


def _may_begin(word: str) -> bool:
    return word[0].isdigit() or word in BEGINNINGS or ("-" in word and word.split("-", 1)[0] in PLAIN)


def _count_at(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> Count | None:
    if low[i][0].isdigit() and _named(words, low, i):
        return None
    amount = amount_at(text, words, low, i) or _article(words, low, i)
    if amount is None or low[max(0, i - 2) : i] == ["all", "but"]:
        return None
    if low[i][0].isdigit() and _dated(amount, words, low):
        return None
    begin, end = i, amount.end
    while begin and words[begin - 1].start >= amount.first:
        begin -= 1
    if end < len(low) and (low[end] in MEASURES or low[end] in NO_NUMBER):
        return _strong(amount, begin, low)
    return Count(amount, begin, phrase_behind(amount, words, low))


def _named(words: Sequence[Word], low: Sequence[str], i: int) -> bool:
    """Whether digits are part of a name or an amount of money: "T-72", "Article 5", "$20"."""
    before = low[i - 1] if i else ""
    near = i > 0 and words[i - 1].end == words[i].start
    return before in GLUED or before in NUMBERED or (near and before in GLUED_ON)


def _dated(amount: Amount, words: Sequence[Word], low: Sequence[str]) -> bool:
    """Whether a number is a day, a year or an age: "on May 5 rebels …", "in 2014 militants …", "the driver, 26, died"."""
    i, raw = amount.start, words[amount.start].raw
    before = low[i - 1] if i else ""
    month = low[i - 2] if before == "." and i > 1 else before
    if month in MONTHS or month in SHORT_MONTHS:
        return True
    if before == "," and amount.end < len(low) and low[amount.end] in AFTER_AGE:
        return True
    if amount.end > i + 1 or len(raw) != 4 or not raw.isdecimal() or raw[:2] not in ("19", "20"):
        return False
    limited = amount.first < words[i].start and before not in BEFORE_YEARS
    return not limited and before not in TO_PEOPLE and before not in BEFORE_NUMBERS


def _article(words: Sequence[Word], low: Sequence[str], i: int) -> Amount | None:
    """One of "a soldier", none of "no soldiers" and "not any casualties"."""
    word, behind = low[i], low[i + 1] if i + 1 < len(low) else ""
    if word in NONE_OF or (word == "any" and not NEGATIONS.isdisjoint(low[max(0, i - 4) : i])):
        end = i + 2 if word == "no" and behind in ("one", *HYPHENS) else i + 1
        return Amount(i, end, 0, 0, "exact", words[i].start, bare=True)
    if word not in ARTICLES or behind[:1].isdigit() or behind.split("-", 1)[0] in NUMBER_WORDS:
        return None
    return Amount(i, i + 1, 1, 1, "exact", words[i].start, bare=True)


def _strong(amount: Amount, begin: int, low: Sequence[str]) -> Count | None:
    """The 800-strong force, the 12-member team."""
    end = amount.end
    if low[end] not in HYPHENS or low[end + 1 : end + 2] not in (["strong"], ["member"], ["man"], ["person"]):
        return None
    return Count(amount, begin, Phrase(end + 2, Counted("persons", "people"), "strong", "strength", "people"))
