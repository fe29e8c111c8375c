"""What a report is told from: the day it was written on, and the times that it told of last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.record import Document, Span
from onrecord.record.time_words import Calendar, TimeWords
from onrecord.resolve.times.arithmetic import calendar_day

LEAP: Final = 5
"""Years beyond which a single date does not carry a history away: "a study of 2004" in one of 1920."""
STALE: Final = 7
"""Days that a dateline may lie before the publication."""
MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
NEAR: Final = 120
"""Characters within which "and on April 5" goes on from "on March 3, 2014" of the same sentence."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time to count from.

    Attributes:
        at: The time.
        span: The words that gave it; None for the publication date.
    """

    at: Calendar
    span: Span | None = None


@dataclass(slots=True)
class Story:
    """Where the telling stands, while a report is gone through.

    Attributes:
        document: The report.
        speech: When it was written; None where it does not say.
        history: Whether it tells of the past from date to date, so that a bare "March" is that of the year told of.
        told: What was told of last.
        day: The last day told of, while that still stands.
        month: The last month told of, while that still stands.
        quarter: The last quarter told of.
        held: A year too far from the others to be gone on from before a second one bears it out.
        written: The last date with its year written out.
    """

    document: Document
    speech: Anchor | None
    history: bool
    told: Anchor | None = None
    day: Anchor | None = None
    month: Anchor | None = None
    quarter: Anchor | None = None
    held: int | None = None
    written: Anchor | None = None

    def anchor_of(self, words: TimeWords) -> Anchor | None:
        """What an expression is to be counted from; None where nothing tells."""
        base = words.shift.base if words.shift else words.base
        if base == "story":
            return self._last(words) or (self.speech if self._may_be_today(words) else None)
        if self.history:
            return self._last(words) or self.speech
        return self.speech

    def _may_be_today(self, words: TimeWords) -> bool:
        """Whether "the week", "a year earlier" may be counted from the day of writing where nothing was told yet."""
        shift = words.shift
        return not self.history and (shift is None or not shift.count or shift.unit in ("Y", "Q", "DE"))

    def beside(self, words: TimeWords) -> Anchor | None:
        """The date of the same sentence from which a bare month or day goes on."""
        c = words.calendar
        if self.written is None or self.written.span is None or c is None or c.month is None:
            return None
        if words.pick is not None or words.tense == "future":
            return None
        between = self.document.text[self.written.span.end : words.span.start]
        apart = len(between) > NEAR or ". " in between or "\n" in between
        return None if apart or self.written.at.month is None else self.written

    def _last(self, words: TimeWords) -> Anchor | None:
        unit = words.shift.unit if words.shift else None
        c = words.calendar
        by_day = c is not None and c.month is None and (c.weekday or c.part or c.clock)
        if unit in ("D", "W", "WE", "H") or (by_day and not unit):
            return self.day
        if unit == "Q":
            return self.quarter or self.month
        if unit == "M" or (c is not None and c.day and not c.month):
            return self.month
        return self.told

    def tell(self, words: TimeWords, at: Calendar) -> None:
        """Goes on from an expression, unless it only stands beside the story."""
        if at.year is None or self._is_aside(words, at) or self._far(at.year):
            return
        self.told = Anchor(at, words.span)
        if words.calendar is not None and words.calendar.year is not None:
            self.written = self.told
        if at.quarter is not None:
            self.quarter = self.told
        if at.month is not None:
            self.month = self.told
        elif self.month is not None and self.month.at.year != at.year:
            self.month = None
        if at.day is not None:
            self.day = self.told
        elif self.day is not None and not _holds(at, self.day.at):
            self.day = None

    def _is_aside(self, words: TimeWords, at: Calendar) -> bool:
        """Whether the telling does not go on from an expression: it looks back a year, or ahead, or stands behind "since"."""
        shift = words.shift
        looks_back = shift is not None and shift.unit in ("Y", "DE", "CE") and (shift.count or 0) < 0
        looks_ahead = self.history and words.tense == "future" and at.month is None
        return words.aside or words.value is not None or looks_back or looks_ahead or is_comparison(words)

    def _far(self, year: int) -> bool:
        if not self.history or self.told is None or abs(year - (self.told.at.year or 0)) <= LEAP:
            self.held = None
            return False
        borne_out = self.held is not None and abs(year - self.held) <= LEAP
        self.held = None if borne_out else year
        return not borne_out


def is_comparison(words: TimeWords) -> bool:
    """Whether an expression only gives what something is compared with: "a year earlier"."""
    shift = words.shift
    if shift is None or words.pick is not None:
        return False
    return (shift.unit, shift.count) in (("Y", -1), ("Q", -4))


def _holds(whole: Calendar, day: Calendar) -> bool:
    """Whether a day can lie within something coarser."""
    return whole.year == day.year and whole.month in (None, day.month)


def story_of(document: Document, times: Sequence[TimeWords]) -> Story:
    """The story of a report, before its first word."""
    speech = speech_of(document)
    return Story(document, speech, is_history(times, speech))


def speech_of(document: Document) -> Anchor | None:
    """The day that the report was written on: that of its dateline, else that of its publication.

    Returns:
        None where the report does not say; no day is made up for it.
    """
    published = iso_day(document.published) if document.published else None
    dateline = document.dateline.date if document.dateline else None
    written = written_day(dateline, published) if dateline else None
    # A dateline far from the publication is misread, or the text is an old one put up again.
    if written is not None and published is not None and not 0 <= (published - written).days <= STALE:
        written = None
    day = written or published
    return Anchor(calendar_day(day)) if day is not None else None


def iso_day(text: str) -> date | None:
    """The day that an ISO date begins with."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def written_day(text: str, published: date | None) -> date | None:
    """The day of a dateline: "Dec. 22, 2018", "22 December 2018"; one without a year is in that of the publication."""
    if day := iso_day(text):
        return day
    month = next((k for k, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}", text, re.IGNORECASE)), None)
    year = re.search(r"\b(\d{4})\b", text)
    number = re.search(r"\b(\d\d?)(?:st|nd|rd|th)?\b", text)
    if month is None or number is None or (year is None and published is None):
        return None
    try:
        day = date(int(year.group(1)) if year else published.year if published else 0, month, int(number.group(1)))
    except ValueError:
        return None
    return _year_before(day) if not year and published and day > published else day


def _year_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return None


def is_history(times: Sequence[TimeWords], speech: Anchor | None) -> bool:
    """Whether a text tells of the past from date to date: many years long gone, and hardly a word counted from today."""
    years = [w.calendar.year for w in times if w.calendar and w.calendar.year and not w.calendar.bc]
    if speech is not None and speech.at.year is not None:
        long_ago = sum(year < speech.at.year - 1 for year in years)
    else:
        long_ago = len(years)
    long_ago += sum(bool(w.calendar and w.calendar.bc) for w in times)
    if long_ago < 4 or long_ago < 0.6 * len(years):
        return False
    fresh = sum(w.shift is not None and w.shift.base == "speech" for w in times)
    fresh += sum(w.calendar is not None and w.calendar.weekday is not None and w.calendar.month is None for w in times)
    return fresh < 0.25 * long_ago
