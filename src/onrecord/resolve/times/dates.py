"""From words for a time to the time. In: a reading. Out: its times with values, days, precision and derivation, and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.record import Note, Reading, Span, TimeExpression
from onrecord.record.time_words import Calendar, TimeWords
from onrecord.record.vocabulary import Derivation
from onrecord.resolve.times.arithmetic import completed, days_between, overlaid, shifted
from onrecord.resolve.times.bounds import with_bounds
from onrecord.resolve.times.periods import Days, days_of, fault_of, narrowed, precision_of, value_of
from onrecord.resolve.times.ranges import completed_ranges
from onrecord.resolve.times.story import Anchor, Story, is_comparison, story_of

WHOLE = Calendar()


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with the time that it was found to mean.

    Attributes:
        words: The expression.
        at: The time, as far as it is known.
        days: First and last day of a stretch that is counted from an anchor: "the past three years".
        derivation: How the time was found.
        anchor: What it was worked out from.
        fault: What makes it impossible.
    """

    words: TimeWords
    at: Calendar | None = None
    days: Days | None = None
    derivation: Derivation = "unanchored"
    anchor: Anchor | None = None
    fault: str | None = None


def resolve_times(reading: Reading) -> tuple[tuple[TimeExpression, ...], tuple[Note, ...]]:
    """Tells when the expressions of a report are.

    Args:
        reading: What the reader found.

    Returns:
        One time for each of its expressions, and a note on each that is impossible.
    """
    story = story_of(reading.document, reading.times)
    found: list[Found] = []
    for words in completed_ranges(reading.times):
        found.append(_found(words, story, found[-1] if found else None))
    found = _in_order(found)
    notes = [_note(one) for one in found if one.fault]
    times = tuple(map(_expression, found))
    if story.speech is None:
        times, more = with_bounds(times, reading.times)
        notes += more
    return times, tuple(notes)


def _found(words: TimeWords, story: Story, before: Found | None) -> Found:
    if words.fault:
        return Found(words, fault=words.fault)
    if words.calendar is None and words.shift is None:
        named = words.value is not None and not words.value.endswith("_REF")
        return Found(words, derivation="written" if named else "unanchored")
    written = words.calendar or WHOLE
    if fault := fault_of(written):
        return Found(words, fault=fault)
    if words.shift is None and (written.year is not None or written.decade is not None or written.century is not None):
        at = replace(written, weekday=None)
        story.tell(words, at)
        return Found(words, at, derivation="written")
    if words.value is not None and words.shift is not None and written == WHOLE:
        return _stretch(words, story)
    found, anchor = _worked_out(words, written, story, before)
    if found is None:
        left = written if written != WHOLE else None
        return Found(words, left, derivation="written" if words.value else "unanchored")
    if fault := fault_of(found):
        return Found(words, fault=fault)
    story.tell(words, found)
    return Found(words, found, derivation="anchored", anchor=anchor)


def _stretch(words: TimeWords, story: Story) -> Found:
    """A duration that is counted from an anchor: "the past three years"."""
    anchor, shift = story.anchor_of(words), words.shift
    known = anchor is not None and shift is not None and shift.count is not None
    days = days_between(anchor.at, shift.unit, shift.count) if known and anchor and shift and shift.count else None
    if days is None:
        return Found(words, derivation="written")
    return Found(words, days=days, derivation="anchored", anchor=anchor)


def _worked_out(
    words: TimeWords, written: Calendar, story: Story, before: Found | None
) -> tuple[Calendar | None, Anchor | None]:
    if words.shift is None:
        anchor, leaning = story.anchor_of(words), "story" if story.history or words.base == "story" else words.tense
        if words.bound == "end" and before is not None and before.at is not None and _alike(before.words, words):
            anchor, leaning = Anchor(before.at, before.words.span), "future"
        elif not story.history and (near := story.beside(words)) is not None:
            anchor, leaning = near, "story"
        if anchor is None:
            return None, None
        at = completed(written, anchor.at, words.pick, leaning)
        return (at if days_of(at) is not None or at.bc else None), anchor
    if words.shift.count is None:
        return None, None
    quarter = story.quarter
    if is_comparison(words) and written == WHOLE and quarter is not None and quarter is story.told:
        # In a report on quarters "a year earlier" is the same quarter.
        return shifted(quarter.at, "Q", -4), quarter
    anchor, count = story.anchor_of(words), words.shift.count
    if anchor is None:
        return None, None
    if words.shift.unit == "Q" and not count and words.shift.base == "story" and anchor is story.speech:
        count = -1  # "the quarter" of a report on results is the one that is over
    base = shifted(anchor.at, words.shift.unit, count)
    return (None if base is None else overlaid(base, written)), anchor


def _alike(one: TimeWords, other: TimeWords) -> bool:
    """Whether two ends of a range are both weekdays, or both dates: "from Sept. 14 to Thursday" are not."""
    named = [words.calendar is not None and words.calendar.weekday is not None for words in (one, other)]
    return named[0] == named[1]


def _in_order(found: Sequence[Found]) -> list[Found]:
    """Opens the ranges that end before they begin."""
    kept = list(found)
    for k, (one, other) in enumerate(pairwise(found)):
        if one.words.bound != "begin" or other.words.bound != "end" or one.at is None or other.at is None:
            continue
        first, last = days_of(one.at), days_of(other.at)
        written = one.derivation == other.derivation == "written"
        if written and first is not None and last is not None and last[1] < first[0]:
            fault = f"the range from {one.words.span.text} to {other.words.span.text} ends before it begins"
            kept[k : k + 2] = [Found(one.words, fault=fault), Found(other.words, fault=fault)]
    return kept


def _expression(found: Found) -> TimeExpression:
    words = found.words
    days = found.days or (narrowed(found.at, words.mod) if found.at else None)
    value = None if found.fault else words.value or (value_of(found.at) if found.at else None)
    return TimeExpression(
        id=words.id,
        span=words.span,
        type=words.type,
        value=value,
        earliest=days[0].isoformat() if days else None,
        latest=days[1].isoformat() if days else None,
        precision=precision_of(days),
        derivation=found.derivation,
        anchor=_other_span(found.anchor, words),
        extra=_extra(words, days),
    )


def _other_span(anchor: Anchor | None, words: TimeWords) -> Span | None:
    return anchor.span if anchor is not None and anchor.span != words.span else None


def _extra(words: TimeWords, days: Days | None) -> dict[str, object]:
    extra: dict[str, object] = {}
    if words.mod is not None:
        extra["mod"] = words.mod
    if words.bound in ("begin", "end"):
        extra["range"] = words.bound
    if days is not None and days[0] != days[1]:
        extra["holds"] = "every_day" if words.throughout or words.value is not None else "some_day"
    return extra


def _note(found: Found) -> Note:
    return Note(f"time {found.words.id}", f"{found.words.span.text!r}: {found.fault}; its value stays open")
