"""The report's text cut into words, sentences and paragraphs, as far as telling who is meant needs it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from onrecord.resolve.vocabulary import NAME_PARTICLES, TITLES

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.(?= [A-Z])|['’][sS]\b|\w+(?:[-&.](?=\w)\w+|['’](?![sS]\b)\w+)*|\S")
REMEMBERED = 50_000
"""Words whose properties are kept: a report uses few words, and each of them often."""
_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n+")


class Word(NamedTuple):
    """One word or mark with its place in the text.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: As it is written.
        plain: In lower case without dots: "U.S." is "us".
        capital: Whether it is written like (a part of) a name: "Assad", "al-Assad", "SDF".
        mark: Whether it has neither a letter nor a digit.
    """

    start: int
    end: int
    text: str
    plain: str
    capital: bool
    mark: bool = True


@lru_cache(REMEMBERED)
def _read(text: str) -> tuple[str, bool, bool]:
    """A word in lower case without dots, whether it is written like a name, and whether it is but a mark."""
    before, hyphen, after = text.partition("-")
    capital = text[:1].isupper() or bool(hyphen and before in NAME_PARTICLES and after[:1].isupper())
    return text.lower().replace(".", ""), capital, not any(map(str.isalnum, text))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where words, sentences and paragraphs begin, and how words are written elsewhere in the report."""

    text: str
    lower: str
    """The text in lower case; every offset is the same."""
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    common: frozenset[str]
    """Words that occur in lower case somewhere."""
    inner: frozenset[str]
    """Words that occur with a capital inside a sentence, after a word in lower case."""
    parsed: dict[tuple[object, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What has been taken apart so far, for the same phrase is asked for by one step after another."""

    def within(self, start: int, end: int) -> list[Word]:
        """The words that lie wholly between two offsets."""
        first = bisect_left(self.starts, start)
        return [word for word in self.words[first : bisect_left(self.starts, end)] if word.end <= end]

    def before(self, start: int, count: int) -> list[Word]:
        """The last `count` words that end at or before an offset."""
        last = bisect_left(self.starts, start)
        return list(self.words[max(0, last - count) : last])

    def after(self, end: int, count: int) -> list[Word]:
        """The first `count` words from an offset on."""
        first = bisect_left(self.starts, end)
        return list(self.words[first : first + count])

    def by_sentence(self) -> Iterator[list[Word]]:
        """The words of each sentence."""
        for start, end in zip(self.sentences, (*self.sentences[1:], len(self.text)), strict=True):
            yield self.within(start, end)

    def sentence(self, offset: int) -> int:
        """Number of the sentence that an offset lies in."""
        return bisect_right(self.sentences, offset)

    def paragraph(self, offset: int) -> int:
        """Number of the paragraph that an offset lies in."""
        return bisect_right(self.paragraphs, offset)

    def opens_sentence(self, offset: int) -> bool:
        """Whether only quotation marks and brackets stand between an offset and the start of its sentence."""
        begin = self.sentences[self.sentence(offset) - 1]
        return not re.search(r"\w", self.text[begin:offset])


def lay_out(text: str) -> Layout:
    """Cuts a text into words, sentences and paragraphs."""
    words = tuple([Word(m.start(), m.end(), m[0], *_read(m[0])) for m in _WORD.finditer(text)])
    ends = [m for m in _END.finditer(text) if not _abbreviation(text, m)]
    lower = frozenset(word.text for word in words if word.text[:1].islower())
    inner = frozenset(word.text for one, word in pairwise(words) if word.capital and one.text[:1].islower())
    return Layout(
        text=text,
        lower=_lower(text),
        words=words,
        starts=tuple(word.start for word in words),
        sentences=tuple(sorted({0, *(m.end() for m in ends if m.end() < len(text))})),
        paragraphs=tuple(sorted({0, *(m.end() for m in ends if "\n" in m.group() and m.end() < len(text))})),
        common=lower,
        inner=inner,
    )


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _abbreviation(text: str, end: re.Match[str]) -> bool:
    """Whether the stop belongs to a title or an initial ("Gen. Smith", "U.S. Army") and so ends no sentence."""
    if "\n" in end.group() or not end.group().startswith("."):
        return False
    last = re.search(r"[\w.]+$", text[max(0, end.start() - 20) : end.start()])
    word = last.group() if last else ""
    return (
        word.lower() in TITLES
        or len(word) == 1
        or bool(re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word))
        or word in ("St", "Jr", "No")
    )
