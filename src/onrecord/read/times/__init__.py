"""Expressions of time. In: a text. Out: where they stand, and what their words say by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.read.times.context import bounds_of, repeats, tense_near
from onrecord.read.times.grammar import Match, find_matches
from onrecord.read.times.letters import Row, row_of
from onrecord.read.times.meaning import Meaning
from onrecord.read.times.phrases import meaning_of
from onrecord.read.times.surroundings import is_time
from onrecord.record.ids import make_id
from onrecord.record.span import Span
from onrecord.record.time_words import Bound, TimeWords

__all__ = ["find_times"]


def find_times(text: str) -> tuple[TimeWords, ...]:
    """Finds the expressions of time in a text.

    Args:
        text: The text, with what is not to be read blanked out.

    Returns:
        The expressions in the order of the text; none overlap.
    """
    row = row_of(text)
    meant = list(_meant(row))
    bounds = bounds_of([match for match, _ in meant], row)
    return tuple(_words(match, meaning, row, bounds.get(match.start)) for match, meaning in meant)


def _meant(row: Row) -> Iterator[tuple[Match, Meaning]]:
    at = 0
    for match in find_matches(row.letters):
        if match.start < at or not is_time(match, row):
            continue
        meaning = meaning_of(match.rule, row.tokens[match.start : match.end])
        if meaning is not None:
            at = match.end
            yield match, meaning


def _words(match: Match, meaning: Meaning, row: Row, bound: Bound | None = None) -> TimeWords:
    start, end = row.tokens[match.start].start, row.tokens[match.end - 1].end
    often = repeats(match, row)
    before = str(row.tokens[match.start - 1].means) if match.start else ""
    return TimeWords(
        id=make_id("t", start, end),
        span=Span.of(row.text, start, end),
        type="SET" if often else meaning.type,
        calendar=meaning.calendar,
        shift=meaning.shift,
        pick=meaning.pick,
        base=meaning.base,
        value=meaning.value,
        mod=meaning.mod,
        fault=meaning.fault,
        tense=tense_near(match, row),
        bound=bound,
        throughout=before in ("since", "throughout", "during", "from", "for", "until", "till"),
        aside=before in ("since", "until", "till"),
    )
