"""Words for a time as they stand, before it is settled when that was; never written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.record.span import Span
from onrecord.record.vocabulary import Tense, TimeType

Base = Literal["speech", "story"]
"""What a shift counts from: the day on which the report was written, or the time that it told of last."""
Bound = Literal["begin", "end", "list"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Fields of the calendar that are written out; the years before Christ are counted as written, with `bc`.

    Attributes:
        bc: Whether year, decade or century lie before Christ.
        century: Its first two digits: 19 for the 1900s.
        decade: Its first three digits: 198 for the 1980s.
        year: The year.
        half: Half of a year, 1 or 2.
        quarter: Quarter of a year, 1 to 4.
        season: TIMEX3 code: SP, SU, FA, WI.
        month: 1 to 12.
        week: ISO week.
        weekend: Whether the weekend of the week is meant.
        weekday: 1 (Monday) to 7.
        day: Day of the month.
        part: TIMEX3 code of a part of the day: MO, MI, AF, EV, NI, DT.
        clock: Time of day: "20", "10:57".
    """

    bc: bool = False
    century: int | None = None
    decade: int | None = None
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    week: int | None = None
    weekend: bool = False
    weekday: int | None = None
    day: int | None = None
    part: str | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after something: "two years ago", "last week", "the next day".

    Attributes:
        unit: TIMEX3 unit: H, D, W, WE, M, Q, Y, DE, CE.
        count: How many; negative for the past, 0 for the present one, None where no number is said ("days later").
        base: What is counted from.
    """

    unit: str
    count: float | None
    base: Base


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words for a time, and what they say by themselves.

    Attributes:
        id: Its id within the report.
        span: The words.
        type: TIMEX3 type.
        calendar: What is written of a date or a time of day.
        shift: How far it lies from something else.
        pick: For a name that comes round again: -1 "last Friday", 0 "this Friday", 1 "next Friday"; None for a bare "Friday".
        base: What a bare name is looked for from, where the words tell ("that Friday").
        value: The TIMEX3 value of what needs no anchor: durations, sets, PRESENT_REF and its fellows.
        mod: TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN, …
        fault: What keeps it from being read: "05/03/2014" may be two days.
        tense: Tense of the nearest verb.
        bound: Whether it begins or ends a range with its neighbour, or stands with the next one in a list.
        throughout: Whether what is told held on every day of it ("since", "throughout"), not on at least one.
        aside: Whether it stands beside the story, not in it: behind "since", "until", in brackets.
    """

    id: str
    span: Span
    type: TimeType
    calendar: Calendar | None = None
    shift: Shift | None = None
    pick: int | None = None
    base: Base | None = None
    value: str | None = None
    mod: str | None = None
    fault: str | None = None
    tense: Tense = "none"
    bound: Bound | None = None
    throughout: bool = False
    aside: bool = False
