"""A text as words and sentences. In: a text and the names found in it. Out: its words, with what is asked of them again and again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.read.verbs import verbs
from onrecord.read.words import Word, words_of
from onrecord.record.mention import Mention

ENDS: Final = frozenset(". ! ? …".split())
CLOSING: Final = frozenset("\" ” ' ’ ) ]".split())
SHORTEST: Final = 4
"""Letters of the longest words in -ed that are no pasts: "need", "bed"."""
EVERYTHING: Final = 10**9


@dataclass(frozen=True, slots=True)
class Sentences:
    """The words of a text by sentence.

    Attributes:
        text: The text.
        words: Its words and marks.
        low: The same in lower case, contractions written out.
        starts: Where each word begins.
        bounds: First word and end of each sentence.
        names: By word, the kind of the name that it stands in.
    """

    text: str
    words: Sequence[Word]
    low: Sequence[str]
    starts: Sequence[int]
    bounds: Sequence[tuple[int, int]]
    names: dict[int, str]

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that an offset lies in."""
        word = max(0, bisect_right(self.starts, offset) - 1)
        return bisect_right(self.bounds, (word, len(self.starts) + 1)) - 1

    def verb_form(self, i: int) -> str:
        """What form of a verb a word can be, by its looks alone; empty if it is none."""
        return _verb_form(self.low[i])

    def is_may(self, i: int) -> bool:
        """Whether a word is the month."""
        if self.low[i] != "may":
            return False
        beside = [self.low[k][:1].isdigit() for k in (i - 1, i + 1) if 0 <= k < len(self.low)]
        return any(beside) or self.words[i].raw == "May"


@lru_cache(50_000)
def _verb_form(low: str) -> str:
    form = verbs().forms.get(low)
    if form is not None:
        return form.kind
    if low.endswith("ed") and len(low) > SHORTEST and "-" not in low and low not in verbs().not_past:
        return "past participle"
    return "gerund" if low.endswith("ing") and len(low) > SHORTEST + 1 else ""


def cut(text: str, mentions: Sequence[Mention]) -> Sentences:
    """Cuts a text into sentences and words."""
    words = words_of(text, [(0, len(text))], EVERYTHING)
    shouted = sum(map(str.isupper, text)) > sum(map(str.islower, text))
    low = [word.raw.lower() if shouted else word.low for word in words]
    starts = [word.start for word in words]
    names: dict[int, str] = {}
    for mention in mentions:
        if mention.form == "name":
            first = bisect_left(starts, mention.span.start)
            for i in range(first, bisect_left(starts, mention.span.end)):
                names.setdefault(i, mention.kind)
    return Sentences(text, words, low, starts, _bounds(text, words), names)


def _bounds(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    found, start = [], 0
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else None
        if following is None or "\n" in text[word.end : following.start] or _ends(words, i, following):
            found.append((start, i + 1))
            start = i + 1
    return found


def _ends(words: Sequence[Word], i: int, following: Word) -> bool:
    closed = i > 0 and words[i].raw in CLOSING and words[i - 1].end == words[i].start
    stop = words[i - 1] if closed else words[i]
    apart = following.start > words[i].end or following.raw not in CLOSING
    return stop.raw in ENDS and apart and not following.raw[0].islower()
