"""Descriptions and "it" that nobody has marked. In: a record. Out: mentions that may turn out to stand in a chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.record import Mention, Record, Span, make_id
from onrecord.record.vocabulary import MentionForm
from onrecord.resolve.layout import Layout, Word
from onrecord.resolve.vocabulary import (
    CALENDAR,
    DETERMINERS,
    FUNCTION_WORDS,
    INDEFINITE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)

LONGEST = 4
"""Words between an article and the end of its noun phrase."""
OFTEN = 2
"""How often nouns without an article have to stand in a report to be taken for one thing."""
_STOPS = (
    PREPOSITIONS | RELATIVES | FUNCTION_WORDS | DETERMINERS | PRONOUNS.keys() | INDEFINITE
    | frozenset("is are was were be been has have had do does did can could will would should may might must not to".split())
)  # fmt: skip
_ENDINGS = ("ed", "ly", "ing")
_THINGS = frozenset(("it", "its", "itself"))


def find_unmarked(record: Record, layout: Layout) -> list[Mention]:
    """Noun phrases that an article or possessive opens, nouns that stand in the report again and again, and "it"."""
    begun = {m.span.start for m in record.mentions}
    # What ends in a name, or in another mention that is settled, is no description of its own.
    settled = {m.span.end for m in record.mentions if m.chain is not None or m.form == "name"}
    found: dict[tuple[int, int], Mention] = {}
    bare: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for words in layout.by_sentence():
        covered: set[int] = set()
        for first, last in _phrases(words):
            start, end = words[first].start, words[last - 1].end
            if start not in begun and end not in settled:
                found[start, end] = _mention(layout, start, end, "nominal")
                covered |= set(range(first, last))
        for first, last in _runs(words):
            start, end = words[first].start, words[last - 1].end
            if start not in begun and end not in settled and covered.isdisjoint(range(first, last)):
                bare[layout.text[start:end].casefold()].append((start, end))
    for spans in bare.values():
        if len(spans) >= OFTEN:
            found |= {span: _mention(layout, *span, "nominal") for span in spans}
    for word in layout.words:
        if word.plain in _THINGS and word.start not in begun:
            found[word.start, word.end] = _mention(layout, word.start, word.end, "pronoun")
    used = {m.id for m in record.mentions}
    return [mention for mention in found.values() if mention.id not in used]


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Nouns without an article: after a preposition, or written like a name, up to the next little word or mark."""
    for first, word in enumerate(words):
        before = words[first - 1] if first else None
        if not _goes_on(word) or (before is not None and _goes_on(before)):
            continue
        last = first + 1
        while last < len(words) and _goes_on(words[last]):
            last += 1
        run = words[first:last]
        proper = all(w.capital for w in run) and before is not None
        after = before is not None and before.plain in PREPOSITIONS and before.plain != "to"
        if (proper or after) and last - first < LONGEST and not run[-1].plain.endswith(_ENDINGS):
            yield first, last


def _phrases(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Noun phrases that an article or possessive opens, up to the word before the next little word or mark."""
    for first, word in enumerate(words):
        if word.plain not in DETERMINERS and word.plain not in ("such", "each"):
            continue
        last = first + 1
        while last < len(words) and last - first <= LONGEST and _goes_on(words[last]):
            last += 1
        while last - first > 2 and words[last - 1].plain.endswith(_ENDINGS) and words[last - 1].text.islower():
            last -= 1
        if last > first + 1 and (last == len(words) or not _goes_on(words[last])):
            yield first, last


def _goes_on(word: Word) -> bool:
    return word.text[0].isalpha() and word.plain not in _STOPS and word.plain not in CALENDAR


def _mention(layout: Layout, start: int, end: int, form: MentionForm) -> Mention:
    return Mention(make_id("m", start, end), Span.of(layout.text, start, end), "other", form)
