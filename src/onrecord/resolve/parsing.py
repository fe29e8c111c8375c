"""A noun phrase taken apart: the name, description or pronoun at its head, with titles, roles and what else belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record.vocabulary import MentionKind
from onrecord.resolve.described import read_description
from onrecord.resolve.layout import Layout, Word
from onrecord.resolve.named import read_name
from onrecord.resolve.names import is_acronym
from onrecord.resolve.phrases import Phrase, is_noun
from onrecord.resolve.segments import Known, find_runs, first_chunk, ordinary_words, trimmed
from onrecord.resolve.vocabulary import (
    CALENDAR,
    DEMONYMS,
    DETERMINERS,
    FUNCTION_WORDS,
    PRONOUNS,
)

_OPENING = frozenset(FUNCTION_WORDS) | frozenset(CALENDAR)
"""Words before a noun phrase that do not belong to it."""


def parse(layout: Layout, start: int, end: int, known: Sequence[Known] = ()) -> Phrase | None:
    """Takes a noun phrase apart.

    Args:
        layout: The report.
        start: Where the phrase begins.
        end: Where it ends.
        known: Names that the reader found inside it.

    Returns:
        What it tells, or None where no word of it can be a head.
    """
    asked = (start, end, *known)
    if asked not in layout.parsed:
        layout.parsed[asked] = _parse(layout, start, end, known)
    found: Phrase | None = layout.parsed[asked]
    return found


def _parse(layout: Layout, start: int, end: int, known: Sequence[Known]) -> Phrase | None:
    words = trimmed(layout.within(start, end))
    while len(words) > 2 and words[1].plain in DETERMINERS and words[0].plain in _OPENING:
        words = words[1:]  # "Meanwhile the centre said"
    if not words:
        return None
    if words[0].plain in PRONOUNS and not is_acronym(words[0].text):
        return _pronoun(layout, words, known)
    runs = find_runs(words, ordinary_words(layout, words), [k for k in known if start <= k[0] and k[1] <= end])
    chunk = first_chunk(words, runs)
    joint = _joint(words, runs, chunk)
    if joint is not None:
        return joint
    named = read_name(words, runs, chunk, {(k[0], k[1]): k[2] for k in known})
    return named or read_description(words, runs, chunk)


def _pronoun(layout: Layout, words: Sequence[Word], known: Sequence[Known]) -> Phrase | None:
    first = words[0]
    place = (first.start, first.end)
    if (
        len(words) > 1
        and first.plain
        in ("his", "her", "its", "their", "our", "my", "this", "these", "those", "that", "your", "one", "what")
        and (words[1].text not in "([,")
    ):
        runs = find_runs(words, ordinary_words(layout, words), known)
        chunk = first_chunk(words, runs)
        named = read_name(words, runs, chunk, {(k[0], k[1]): k[2] for k in known})
        return named or read_description(words, runs, chunk)
    gloss = None
    if len(words) > 2 and words[1].text in "[(":
        close = next((w.start for w in words if w.text in "])"), words[-1].end)
        gloss = parse(layout, words[2].start, close, known)
    sort, gender = PRONOUNS[first.plain]
    kind: MentionKind | None = (
        "person" if sort == "person" else "other" if sort == "thing" or first.plain == "which" else None
    )
    return Phrase(
        "pronoun",
        place,
        place,
        noun=first.plain,
        gender=gender,
        plural=sort in ("several", "side"),
        definite=True,
        kind=kind,
        gloss=gloss,
    )


def _joint(words: Sequence[Word], runs: Sequence[tuple[int, int]], chunk: int) -> Phrase | None:
    """Two names, or a name and a description, joined by "and": neither of them alone is meant."""
    between = [w.plain or w.text for i, w in enumerate(words) if not any(a <= i < b for a, b in runs)]
    if len(runs) > 1 and "and" in between and set(between) <= {"and", ",", "the"}:
        start = words[runs[0][0]].start
        return Phrase("joint", (start, words[-1].end), (start, words[-1].end), noun="and", plural=True)
    at = next((i for i in range(1, chunk - 1) if words[i].plain == "and" and not any(a < i < b for a, b in runs)), None)
    if at is None:
        return None
    left = any(b == at and not all(w.plain in DEMONYMS for w in words[a:b]) for a, b in runs) or is_noun(
        words[at - 1].plain
    )
    right = any(a > at and b == chunk for a, b in runs) or words[at + 1].plain in DETERMINERS
    right = right or (at == 1 and is_noun(words[at + 1].plain))
    if not (left and right):
        return None
    first = 1 if words[0].plain in ("the", "a", "an") else 0
    core = (words[first].start, words[chunk - 1].end)
    return Phrase("joint", (core[0], core[1]), core, noun="and", plural=True)
