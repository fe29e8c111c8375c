"""Dates as they are written. In: the words of an expression. Out: its fields of the calendar, and "last year" beside them as a shift."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.read.times.clocks import is_clock, read_clock, with_part
from onrecord.read.times.letters import Token
from onrecord.read.times.lexicon import NUMERIC
from onrecord.read.times.meaning import NONE, Meaning, mod_of, turn_of, whole
from onrecord.record.time_words import Base, Calendar, Shift

DEICTIC: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
DAYS: Final = frozenset({"n12", "n24", "n31", "digit_ordinal", "ordinal"})
SHORT_YEARS: Final = frozenset({"n99", "n31", "n24", "n12", "n0"})


class _Fields:
    """The fields of a date while its words are gone through."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.calendar = NONE
        self.shift: Shift | None = None
        self.has_month = any(token.kind in ("month", "short_month") for token in tokens)

    def read(self) -> None:
        """Takes every word."""
        at = 0
        while at < len(self.tokens):
            at = self._clock(at) or self._name(at) or self._number(at) or at + 1

    def _set(self, **fields: object) -> None:
        self.calendar = replace(self.calendar, **fields)  # type: ignore[arg-type]

    def _kind(self, at: int) -> str:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def _clock(self, at: int) -> int | None:
        if self._kind(at - 1) == "quote" or not is_clock(self.tokens, at):
            return None
        clock, after = read_clock(self.tokens, at)
        self._set(clock=clock)
        return after

    def _name(self, at: int) -> int | None:
        """Names, and the words that point: a month, a weekday, "morning", "yesterday", "last year"."""
        kind, means = self.tokens[at].kind, self.tokens[at].means
        if kind in ("month", "short_month"):
            self._set(month=means)
        elif kind == "weekday":
            self._set(weekday=means)
        elif kind in ("season", "fall"):
            self._set(season=means)
        elif kind == "part":
            self.calendar = with_part(self.calendar, str(means))
        elif kind in DEICTIC:
            self.shift = Shift("D", DEICTIC[kind], "speech")
            if kind == "tonight":
                self._set(part="NI")
        elif kind == "units" and means == "H" and self._kind(at - 1) == "early":
            self._set(part="MO")
        elif kind == "unit" and (turn := turn_of(self.tokens[:at])) is not None:
            self.shift = Shift(str(means), *turn)
        else:
            return None
        return at + 1

    def _number(self, at: int) -> int | None:
        """Numbers: a year, a day, half a year."""
        kind, value = self.tokens[at].kind, whole(self.tokens[at].means)
        after = self._kind(at + 1)
        if kind == "year4" or (kind == "n0" and self._kind(at - 1) == "unit"):
            self._set(year=value)
        elif kind == "quote" and after in SHORT_YEARS:
            self._set(year=_in_full(whole(self.tokens[at + 1].means)))
            return at + 2
        elif kind == "n99" and self.has_month:
            self._set(year=_in_full(value))
        elif kind == "word_number" and after == "word_number":
            self._set(year=100 * value + sum(whole(token.means) for token in self.tokens[at + 1 :]))
            return len(self.tokens)
        elif kind == "bc":
            self._set(bc=True)
        elif kind == "half" and after == "of":
            self._set(half=1 if self.tokens[at - 1].means == 1 else 2)
        elif self.has_month and kind in DAYS and after != "half":
            tens = self.calendar.day or 0 if kind == "ordinal" else 0
            self._set(day=value + tens)
        elif self.has_month and kind == "word_number" and after in ("hyphen", "ordinal"):
            self._set(day=value)
        else:
            return None
        return at + 1


def _in_full(year: int) -> int:
    """A year of two figures: '99 and '15."""
    return year + (1900 if year > 30 else 2000)


def read_date(tokens: Sequence[Token]) -> Meaning | None:
    """A date or a time of day."""
    fields = _Fields(tokens)
    fields.read()
    calendar, shift = fields.calendar, fields.shift
    if calendar == NONE and shift is None:
        return None
    pick: int | None = None
    base: Base | None = None
    turn = turn_of(tokens)
    if shift is None and turn is not None and not (calendar.year and not calendar.weekday):
        pick, base = turn
    if shift is None and calendar == Calendar(clock=calendar.clock):
        base = "story"
    mod = None if calendar.half else mod_of(tokens)
    return Meaning("TIME" if calendar.part or calendar.clock else "DATE", calendar, shift, pick, base, None, mod)


def read_numeric(tokens: Sequence[Token]) -> Meaning | None:
    """A date in figures. Where the month could be the day, it is open which it is."""
    if tokens[0].means == "9/11":
        return Meaning("DATE", Calendar(year=2001, month=9, day=11))
    parts = [int(part) for part in re.split(r"[-/.]", str(tokens[0].means))]
    if parts[0] > 31:
        return Meaning("DATE", Calendar(year=parts[0], month=parts[1], day=parts[2]))
    one, other, year = parts
    if "." in str(tokens[0].means) or one > 12 or one == other:
        return Meaning("DATE", Calendar(year=year, month=other, day=one))
    if other > 12:
        return Meaning("DATE", Calendar(year=year, month=one, day=other))
    return Meaning("DATE", fault=f"day and month cannot be told apart ({one} and {other})")


def read_bc(tokens: Sequence[Token]) -> Meaning | None:
    """A year before Christ."""
    year = next((token.means for token in tokens if token.kind in NUMERIC), None)
    return Meaning("DATE", Calendar(bc=True, year=whole(year)), mod=mod_of(tokens)) if year else None


def read_decade(tokens: Sequence[Token]) -> Meaning | None:
    """The 1980s, the '80s."""
    year = next(whole(token.means) for token in tokens if token.kind in ("year4", "n99"))
    year = year if year > 99 else 1900 + year
    if year % 10:
        return None
    return Meaning("DATE", Calendar(decade=year // 10), mod=mod_of(tokens))


def read_century(tokens: Sequence[Token]) -> Meaning | None:
    """The 19th century."""
    if not any(token.means == "CE" for token in tokens):
        return None
    number = next(whole(token.means) for token in tokens if token.kind in ("ordinal", "digit_ordinal"))
    bc = tokens[-1].kind == "bc"
    return Meaning("DATE", Calendar(bc=bc, century=number - 1), mod=mod_of(tokens))


def read_quarter(tokens: Sequence[Token]) -> Meaning | None:
    """The third quarter, the first half of 1997, last year's third quarter."""
    parts = [token for token in tokens if token.kind in ("unit", "half")]
    part = next((token for token in parts if token.kind == "half" or token.means == "Q"), None)
    if part is None:
        return None
    number = next(
        (whole(token.means) for token in tokens if token.kind == "ordinal"), 2 if part.kind == "half" else None
    )
    if number is not None and not 1 <= number <= (2 if part.kind == "half" else 4):
        return None
    year = next((whole(token.means) for token in tokens if token.kind == "year4"), None)
    turn = turn_of(tokens)
    year_word = next((token for token in parts if token.means == "Y"), None)
    shift = Shift("Y", *turn) if year_word is not None and turn is not None and year is None else None
    half = part.kind == "half"
    if number is None and not half:
        return Meaning("DATE", NONE, Shift("Q", *turn)) if turn else None
    calendar = Calendar(year=year, half=number if half else None, quarter=None if half else number)
    return Meaning("DATE", calendar, shift, turn[0] if turn and shift is None else None, turn[1] if turn else None)


def read_feast(tokens: Sequence[Token]) -> Meaning | None:
    """Feasts with a fixed day; one that moves has no value."""
    year = next((whole(token.means) for token in tokens if token.kind == "year4"), None)
    kinds = [token.kind for token in tokens]
    part = "NI" if "part" in kinds else None
    if kinds[0] == "new":
        month, day = (12, 31) if "eve" in kinds else (1, 1)
    elif kinds[0] == "christmas":
        month, day = (12, 24) if "eve" in kinds else (12, 25)
    elif kinds[0] == "month":
        if tokens[0].means != 5 or tokens[1].means != "D":
            return None
        month, day = 5, 1
    else:
        return Meaning("DATE")
    return Meaning("TIME" if part else "DATE", Calendar(year=year, month=month, day=day, part=part))


def read_number(tokens: Sequence[Token]) -> Meaning | None:
    """The number of a day that begins or ends a range: the 3 and the 5 of "March 3-5, 2014"."""
    year = next((whole(token.means) for token in tokens if token.kind == "year4"), None)
    return Meaning("DATE", Calendar(day=whole(tokens[0].means), year=year))


def read_number_year(tokens: Sequence[Token]) -> Meaning | None:
    """The last two figures of a year: the 16 of "1915-16". The century is that of the year before it."""
    return Meaning("DATE", Calendar(year=whole(tokens[0].means)), base="story")


def read_bare_day(tokens: Sequence[Token]) -> Meaning | None:
    """The 19th, the 5th of that month."""
    day = whole(tokens[1].means)
    return Meaning("DATE", Calendar(day=day), base="story") if 1 <= day <= 31 else None
