"""Dates of publication as they are written, to ISO dates; None for what can be read in two ways."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

__all__ = ["iso_date"]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?:[T ,].*)?",
        r"(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})(?:T?\d{6}.*|T.*)?",
        rf"(?:[a-z]+day,? )?{_MONTH} {_DAY},? (?P<year>\d{{4}})\b.*",
        rf"(?:[a-z]+day,? )?{_DAY}[ -]{_MONTH}[ -]?,? ?(?P<year>\d{{4}})\b.*",
    )
)
_LONGEST = 80


def iso_date(words: str) -> str | None:
    """The day that a date of publication names, as it stands there: no time zone moves it.

    Args:
        words: "2018-11-12T10:15:00Z", "Mon, 12 Nov 2018 10:15:00 GMT", "November 12, 2018" and the like.

    Returns:
        "2018-11-12", or None for what is no date, lacks its year, or could be read in two ways ("11/12/2018").
    """
    words = " ".join(words.split())
    if len(words) > _LONGEST:
        return None
    for form in _FORMS:
        match = form.fullmatch(words)
        if match is not None:
            parts = match.groupdict()
            month = parts.get("number") or _MONTHS.index(parts["month"][:3].lower()) + 1
            return _iso(int(parts["year"]), int(month), int(parts["day"]))
    try:
        found = parsedate(words) if "," in words and ":" in words else None
    except (ValueError, IndexError, TypeError):
        return None
    return None if found is None else _iso(*found[:3])


def _iso(year: int, month: int, day: int) -> str | None:
    # Before 1800 there were no reports of this kind: such a year is a default or a slip.
    if not 1800 <= year <= 2200:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
