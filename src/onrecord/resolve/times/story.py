"""What a report is told from: the day it was written on, and the time that it told of last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.record import Document, Span
from onrecord.record.time_words import Calendar, TimeWords
from onrecord.resolve.times.arithmetic import calendar_day


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time to count from.

    Attributes:
        at: The time.
        span: The words that gave it; None for the publication date.
    """

    at: Calendar
    span: Span | None = None


def speech_of(document: Document, times: tuple[TimeWords, ...]) -> Anchor | None:
    """The day that the report was written on: published, else its dateline's date where that is whole.

    Returns:
        None where the report does not say; no day is made up for it.
    """
    if document.published and (day := iso_day(document.published)):
        return Anchor(calendar_day(day))
    written = document.dateline.date if document.dateline else None
    if not written:
        return None
    if day := iso_day(written):
        return Anchor(calendar_day(day))
    for words in times:
        c = words.calendar
        if words.span.text in written and c is not None and c.year and c.month and c.day and not c.bc:
            return Anchor(Calendar(year=c.year, month=c.month, day=c.day), words.span)
    return None


def iso_day(text: str) -> date | None:
    """The day that an ISO date begins with."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def is_history(times: tuple[TimeWords, ...], speech: Anchor | None) -> bool:
    """Whether a text tells of the past from date to date, so that a bare "March" is that of the year told of.

    A text of which no day is known can only be read so.
    """
    if speech is None or speech.at.year is None:
        return True
    years = [w.calendar.year for w in times if w.calendar and w.calendar.year and not w.calendar.bc]
    long_ago = sum(year < speech.at.year - 1 for year in years) + sum(bool(w.calendar and w.calendar.bc) for w in times)
    if long_ago < 4 or long_ago < 0.6 * len(years):
        return False
    fresh = sum(w.shift is not None and w.shift.base == "speech" and w.shift.unit == "D" for w in times)
    fresh += sum(w.calendar is not None and w.calendar.weekday is not None and w.calendar.month is None for w in times)
    return fresh < 0.5 * long_ago
