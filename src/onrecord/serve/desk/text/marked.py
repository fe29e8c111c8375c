"""A sentence with some of its words marked, for a list of hits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.record import Span

__all__ = ["Stretch", "marked"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a sentence.

    Attributes:
        text: The words.
        is_marked: Whether they are what was looked for.
    """

    text: str
    is_marked: bool


def marked(sentence: Span, words: Iterable[Span]) -> tuple[Stretch, ...]:
    """Cuts a sentence into what is marked and what is not; put together it is the sentence.

    Args:
        sentence: The sentence.
        words: Spans of the same text; they may overlap, and what lies outside the sentence is left out.
    """
    return tuple(_stretches(sentence, words))


def _stretches(sentence: Span, words: Iterable[Span]) -> Iterator[Stretch]:
    at = sentence.start
    for word in sorted(words):
        start, end = max(word.start, at), min(word.end, sentence.end)
        if start >= end:
            continue
        if at < start:
            yield Stretch(sentence.text[at - sentence.start : start - sentence.start], is_marked=False)
        yield Stretch(sentence.text[start - sentence.start : end - sentence.start], is_marked=True)
        at = end
    if at < sentence.end:
        yield Stretch(sentence.text[at - sentence.start :], is_marked=False)
