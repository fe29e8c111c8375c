"""Words of a text: sentences, stems, numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from onrecord.link.claims.vocabulary import NUMBERS, STOP, TENS
from onrecord.link.stems import stem
from onrecord.record.span import Span

WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_END: Final = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n|\n(?=[\"“]?[A-Z])")
_ABBREVIATED: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Lt|Col|Gen|Sgt|Maj|Capt|St|Prof|Gov|Sen|Rep|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.\s*$"
)
_ARTICLE: Final = re.compile(r"\b(?:al|el|ash|ad|as|ar|at|an|az|the)\b")
_VOWELS: Final = str.maketrans({"e": "i", "o": "u"})
_BARE: Final = 3
"""Letters below which a name without its vowels tells nothing: Iraq and Raqqa."""
_LONGEST_SENTENCE: Final = 600


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where the sentences of a text begin and end.

    Attributes:
        text: The text.
        starts: Where each begins, in code points.
        ends: Where each ends.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Sentences:
        """Those of a text. One that is longer than any sentence is cut, so that no rule reads a page as one."""
        ends = [m for m in _END.finditer(text) if not _ABBREVIATED.search(text[max(0, m.start() - 6) : m.start() + 1])]
        cuts = [0, *(match.end() for match in ends), len(text)]
        bounds = [
            (at, min(at + _LONGEST_SENTENCE, end))
            for start, end in pairwise(cuts)
            for at in range(start, end, _LONGEST_SENTENCE)
            if text[at:end].strip()
        ] or [(0, len(text))]
        return cls(text, tuple(a for a, _ in bounds), tuple(b for _, b in bounds))

    def at(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def words(self, number: int) -> str:
        """The words of a sentence."""
        return self.text[self.starts[number] : self.ends[number]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    Attributes:
        text: The word as it stands.
        low: The word in small letters.
        start: Where it begins, in code points.
        end: Where it ends.
    """

    text: str
    low: str
    start: int
    end: int


def iter_words(text: str, offset: int = 0) -> Iterator[Word]:
    """The words of a text, in order."""
    for match in WORD.finditer(text):
        word = match.group().removesuffix("'s").removesuffix("’s")
        yield Word(word, word.lower(), offset + match.start(), offset + match.end())


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words that tell something, each once, in the order of the text."""
    return tuple(dict.fromkeys(stem(w.low) for w in iter_words(text) if w.low not in STOP and len(w.low) > 2))


def number_of(word: str) -> int | None:
    """The whole number that a word or figure stands for."""
    low = word.lower().replace(",", "")
    if low.isdigit() and len(low) < 9:
        return int(low)
    tens, _, ones = low.partition("-")
    if tens in TENS:
        return TENS[tens] + NUMBERS.get(ones, 0)
    return NUMBERS.get(low)


def skeleton(name: str) -> str:
    """A name as it is spelled in any way: Hass and Haas, Urum al-Kubra and Orum al-Kubra, Raqa and Raqqa."""
    words = _ARTICLE.sub(" ", name.lower().replace("-", " ").replace("’", "").replace("'", ""))
    letters = re.sub(r"[^a-z]", "", words.translate(_VOWELS)) or re.sub(r"\s", "", name.lower())
    single = re.sub(r"(.)\1+", r"\1", letters)
    bare = single[:1] + re.sub(r"[aiuyh]", "", single[1:])
    return bare if len(bare) >= _BARE else single.rstrip("h")


def cut(text: str, start: int, end: int) -> Span:
    """A span without blanks and marks around it."""
    while start < end and not (text[start].isalnum() or text[start] in "\"“'‘"):
        start += 1
    while end > start and text[end - 1] in " \t\n,.;:":
        end -= 1
    return Span.of(text, start, end)
