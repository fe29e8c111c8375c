"""What the words of an expression say by themselves. In: a match of a rule. Out: its calendar fields, its shift, its value."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.read.times.amounts import bound_of, duration, number_in
from onrecord.read.times.letters import NUMERIC, PARTS, Token
from onrecord.record.time_words import Base, Calendar, Shift
from onrecord.record.vocabulary import TimeType

NONE: Final = Calendar()
EDGES: Final = {"early": "START", "start": "START", "mid": "MID", "middle": "MID", "late": "END", "end": "END"} | {
    "latter": "END",
    "earlier": "START",
    "later": "END",
}
FIXED: Final = {"christmas": (12, 25), "eve": (12, 24)}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What some words say of a time.

    Attributes:
        type: TIMEX3 type.
        calendar: Fields of the calendar.
        shift: Distance from something.
        pick: -1, 0 or 1 for the last, this or next of what comes round.
        base: What a bare name is looked for from.
        value: The value of what needs no anchor.
        mod: TIMEX3 modifier.
        fault: What keeps it from being read.
    """

    type: TimeType
    calendar: Calendar | None = None
    shift: Shift | None = None
    pick: int | None = None
    base: Base | None = None
    value: str | None = None
    mod: str | None = None
    fault: str | None = None


def mod_of(tokens: Sequence[Token]) -> str | None:
    """START, MID or END of what follows."""
    for token in tokens:
        if token.kind in EDGES:
            return EDGES[token.kind]
        if token.kind in ("nearly", "over", "more", "less"):
            return "APPROX"
        if token.kind not in ("the", "in"):
            return None
    return None


def turn_of(tokens: Sequence[Token]) -> tuple[int, Base] | None:
    """Which one of what comes round again: (-1, speech) of "last", (1, story) of "the following"."""
    for at, token in enumerate(tokens):
        after = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        the = at > 0 and tokens[at - 1].kind == "the"
        if token.kind == "last" or token.kind == "past":
            return -1, "speech"
        if token.kind == "next":
            return 1, "story" if the else "speech"
        if token.kind == "coming":
            return 1, "speech"
        if token.kind == "following":
            return 1, "story"
        if token.kind == "previous":
            return -1, "story"
        if token.kind in ("same", "that"):
            return 0, "story"
        if token.kind in ("this", "current") and after not in ("past", "coming", "same"):
            return 0, "speech"
    return None


def read_date(tokens: Sequence[Token]) -> Meaning | None:
    """A date or a time of day: fields as they stand, with "last year" and "that year" as a shift."""
    calendar, shift, pick, base = NONE, None, None, None
    has_month = any(token.kind in ("month", "short_month") for token in tokens)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        kind, means = token.kind, token.means
        after = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        if kind in ("month", "short_month"):
            calendar = replace(calendar, month=_int(means))
        elif kind == "weekday":
            calendar = replace(calendar, weekday=_int(means))
        elif kind in ("season", "fall"):
            calendar = replace(calendar, season=str(means))
        elif kind == "n0" and at and tokens[at - 1].kind == "unit":
            calendar = replace(calendar, year=0)
        elif kind == "units" and means == "H":
            calendar = replace(calendar, part="MO" if tokens[at - 1].kind == "early" else None)
        elif kind == "part":
            calendar = _with_part(calendar, str(means))
        elif kind in ("today", "yesterday", "tomorrow", "tonight"):
            shift = Shift("D", {"yesterday": -1, "tomorrow": 1}.get(kind, 0), "speech")
            if kind == "tonight":
                calendar = replace(calendar, part="NI")
        elif kind == "quote" and after in ("n99", "n31", "n24", "n12", "n0"):
            at += 1
            calendar = replace(calendar, year=_short_year(_int(tokens[at].means)))
        elif _is_clock(tokens, at):
            at, calendar = _clock(tokens, at, calendar)
            continue
        elif kind == "half" and after == "of":
            calendar = replace(calendar, half=1 if tokens[at - 1].means == 1 else 2)
        elif kind == "year4":
            calendar = replace(calendar, year=_int(means))
        elif kind in ("bc",):
            calendar = replace(calendar, bc=True)
        elif kind in ("n12", "n24", "n31", "digit_ordinal", "ordinal") and has_month and after != "half":
            calendar = replace(calendar, day=_int(means) + (calendar.day or 0 if kind == "ordinal" else 0))
        elif kind == "word_number" and after == "word_number":
            calendar = replace(calendar, year=_spoken_year(tokens[at:]))
            at = len(tokens)
        elif kind == "word_number" and after in ("hyphen", "ordinal") and has_month:
            calendar = replace(calendar, day=_int(means))
        elif kind == "unit" and (turn := turn_of(tokens[:at])) is not None:
            shift = Shift(str(means), turn[0], turn[1])
        at += 1
    if shift is None and (turn := turn_of(tokens)) is not None and not (calendar.year and not calendar.weekday):
        pick, base = turn
    if calendar == NONE and shift is None:
        return None
    type_: TimeType = "TIME" if calendar.part or calendar.clock else "DATE"
    if calendar == replace(NONE, clock=calendar.clock) and shift is None:
        base = "story"
    return Meaning(type_, calendar, shift, pick, base, None, _date_mod(tokens))


def _date_mod(tokens: Sequence[Token]) -> str | None:
    words = [token.kind for token in tokens]
    if "half" in words and "of" in words:
        return None
    return mod_of(tokens)


def _int(means: object) -> int:
    return means if isinstance(means, int) else 0


def _spoken_year(tokens: Sequence[Token]) -> int:
    return 100 * _int(tokens[0].means) + sum(_int(token.means) for token in tokens[1:])


def _short_year(year: int) -> int:
    return 1900 + year if year > 30 else 2000 + year


def _with_part(calendar: Calendar, word: str) -> Calendar:
    clock = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(word)
    if clock is not None:
        return replace(calendar, clock=clock)
    if calendar.clock and calendar.clock.split(":")[0].isdigit():
        return replace(calendar, clock=_with_half(calendar.clock, "p" if PARTS[word] in ("AF", "EV", "NI") else "a"))
    return replace(calendar, part=PARTS[word])


def _is_clock(tokens: Sequence[Token], at: int) -> bool:
    kinds = [token.kind for token in tokens[at : at + 4]]
    if kinds[0] not in NUMERIC:
        return False
    if kinds == ["number"] or kinds[:2] == ["number", "zone"] or kinds[:2] == ["year4", "zone"]:
        return True
    if kinds[1:2] in (["am"], ["hrs"]) or kinds[1:3] == ["in", "the"] or kinds[1:3] == ["oclock", "quote"]:
        return True
    return kinds[1:2] == ["colon"] or (kinds[1:2] == ["dot"] and kinds[3:4] == ["am"])


def _clock(tokens: Sequence[Token], at: int, calendar: Calendar) -> tuple[int, Calendar]:
    hour = tokens[at].means
    clock = f"{_int(hour):02d}:00" if _int(hour) < 100 else f"{_int(hour) // 100:02d}:{_int(hour) % 100:02d}"
    if isinstance(hour, float):
        clock = f"{int(hour):02d}:{round(100 * (hour % 1)):02d}"
    at += 1
    if at < len(tokens) and tokens[at].kind in ("colon", "dot") and at + 1 < len(tokens):
        clock = f"{clock[:2]}:{_int(tokens[at + 1].means):02d}"
        at += 2
    if at < len(tokens) and tokens[at].kind == "am":
        clock = _with_half(clock, str(tokens[at].means))
        at += 1
    while at < len(tokens) and tokens[at].kind in ("hrs", "zone", "oclock", "in", "the"):
        at += 1
    return at, replace(calendar, clock=clock)


def _with_half(clock: str, half: str) -> str:
    hour, _, rest = clock.partition(":")
    number = int(hour) % 12 + (12 if half == "p" else 0)
    return f"{number:02d}:{rest}" if rest else f"{number:02d}"


def read_numeric(tokens: Sequence[Token]) -> Meaning | None:
    """A date in figures. Where the month could be the day, it is open which it is."""
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
    return Meaning("DATE", Calendar(bc=True, year=_int(year)), mod=mod_of(tokens)) if year else None


def read_decade(tokens: Sequence[Token]) -> Meaning | None:
    """The 1980s, the '80s."""
    year = next(_int(token.means) for token in tokens if token.kind in ("year4", "n99"))
    year = year if year > 99 else 1900 + year
    if year % 10:
        return None
    return Meaning("DATE", Calendar(decade=year // 10), mod=mod_of(tokens))


def read_century(tokens: Sequence[Token]) -> Meaning | None:
    """The 19th century."""
    if not any(token.means == "CE" for token in tokens):
        return None
    number = next(_int(token.means) for token in tokens if token.kind in ("ordinal", "digit_ordinal"))
    bc = tokens[-1].kind == "bc"
    return Meaning("DATE", Calendar(bc=bc, century=number - 1), mod=mod_of(tokens))


def read_quarter(tokens: Sequence[Token]) -> Meaning | None:
    """The third quarter, the first half of 1997, last year's third quarter."""
    parts = [token for token in tokens if token.kind in ("unit", "half")]
    part = next((token for token in parts if token.kind == "half" or token.means == "Q"), None)
    if part is None:
        return None
    number = next(
        (_int(token.means) for token in tokens if token.kind == "ordinal"), 2 if part.kind == "half" else None
    )
    if number is not None and not 1 <= number <= (2 if part.kind == "half" else 4):
        return None
    year = next((_int(token.means) for token in tokens if token.kind == "year4"), None)
    turn = turn_of(tokens)
    whole = next((token for token in parts if token.means == "Y"), None)
    shift = Shift("Y", *turn) if whole is not None and turn is not None and year is None else None
    half = part.kind == "half"
    if number is None and not half:
        return Meaning("DATE", NONE, Shift("Q", *turn)) if turn else None
    calendar = Calendar(year=year, half=number if half else None, quarter=None if half else number)
    return Meaning("DATE", calendar, shift, turn[0] if turn and shift is None else None, turn[1] if turn else None)


def read_turn(tokens: Sequence[Token]) -> Meaning | None:
    """Last week, this morning, the following year, early next month."""
    unit, turn = tokens[-1], turn_of(tokens)
    if unit.kind == "part":
        number, base = turn or (0, "speech")
        calendar = _with_part(NONE, str(unit.means))
        return Meaning("TIME", calendar, Shift("D", number, base), mod=mod_of(tokens))
    if turn is None:
        turn = (0, "story")
    if unit.means in ("MIN", "H"):
        return None
    return Meaning("DATE", NONE, Shift(str(unit.means), *turn), pick=turn[0], mod=mod_of(tokens))


def read_ago(tokens: Sequence[Token]) -> Meaning | None:
    """Two years ago, a day earlier, three weeks later."""
    unit = next(token for token in tokens if token.kind in ("unit", "units"))
    at = tokens.index(unit)
    way = tokens[-1].means
    number = number_in([token for token in tokens[:at] if token.kind not in ("nearly", "over", "at", "least")])
    if unit.kind == "unit" and number is None and at == 0:
        number = 1
    code = str(unit.means)
    if number is not None and code == "2W":
        code, number = "W", 2 * number
    sign = 1 if way in ("later", "afterwards", "afterward") else -1
    base: Base = "speech" if way == "ago" else "story"
    shift = Shift(code, None if number is None else sign * number, base)
    if number is None and code in ("D", "W", "M", "Y", "DE", "H"):
        vague = "FUTURE_REF" if sign > 0 else "PAST_REF"
        return Meaning("DATE", value=vague, shift=None)
    return Meaning("DATE", NONE, shift, mod=bound_of(tokens))


def read_year_ago(tokens: Sequence[Token]) -> Meaning | None:
    """The year-earlier quarter."""
    unit = str(tokens[-1].means)
    return Meaning("DATE", NONE, Shift("Y" if unit != "Q" else "Q", -1 if unit != "Q" else -4, "story"))


def read_day_before(tokens: Sequence[Token]) -> Meaning | None:
    """The day before, the day after tomorrow."""
    last = tokens[-1].kind
    unit = str(tokens[1].means)
    if unit in ("H", "MIN"):
        return None
    if last in ("yesterday", "tomorrow"):
        return Meaning("DATE", NONE, Shift(unit, -2 if last == "yesterday" else 2, "speech"))
    return Meaning("DATE", NONE, Shift(unit, 1 if last in ("after", "following", "later") else -1, "story"))


def read_length(tokens: Sequence[Token]) -> Meaning | None:
    """A duration."""
    at, unit = next((k, token) for k, token in enumerate(tokens) if token.kind in ("unit", "units"))
    if tokens[0].kind == "half":
        return Meaning("DURATION", value=duration(0.5, str(unit.means)))
    words = [token for token in tokens[:at] if token.kind not in ("trading", "more", "nearly", "over", "ordinal")]
    number = number_in(words)
    if any(token.kind == "half" for token in tokens[at:]) and number is not None:
        number += 0.5
    if number is None and unit.kind == "unit" and not any(token.kind == "several" for token in tokens):
        number = 1
    turn = turn_of(tokens[:at])
    shift = Shift(str(unit.means), number * turn[0], turn[1]) if turn and turn[0] and number is not None else None
    return Meaning("DURATION", shift=shift, value=duration(number, str(unit.means)), mod=bound_of(tokens))


def read_lengths(tokens: Sequence[Token]) -> Meaning | None:
    """Two to three weeks: the lower bound, with its modifier."""
    cut = next(k for k, token in enumerate(tokens) if token.kind in ("to", "or", "hyphen"))
    number = number_in(tokens[:cut])
    return Meaning("DURATION", value=duration(number, str(tokens[-1].means)), mod="EQUAL_OR_MORE")


def read_recent(tokens: Sequence[Token]) -> Meaning | None:
    """Recent weeks, coming months."""
    ahead = any(token.kind in ("coming", "future") for token in tokens)
    return Meaning("DATE", value="FUTURE_REF" if ahead else "PAST_REF")


def read_every(tokens: Sequence[Token]) -> Meaning | None:
    """Every Friday, each month, daily, per day."""
    last = tokens[-1]
    if last.kind == "daily":
        table = {"hourly": "PT1H", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "nightly": "XXXX-XX-XXTNI"}
        return Meaning("SET", value=table.get(str(last.means), "P1D" if last.means == "daily" else "P1Y"))
    if last.kind in ("weekday", "weekday_plural"):
        return Meaning("SET", value=f"XXXX-WXX-{last.means}")
    if last.kind == "part":
        return Meaning("SET", value=f"XXXX-XX-XXT{PARTS[str(last.means)]}")
    if last.kind == "season":
        return Meaning("SET", value=f"XXXX-{last.means}")
    if last.kind == "month":
        return Meaning("SET", value=f"XXXX-{last.means:02d}")
    number = number_in(tokens[1:-1]) or 1
    return Meaning("SET", value=duration(number, str(last.means)).replace("P3M", "P1Q" if last.means == "Q" else "P3M"))


def read_now(tokens: Sequence[Token]) -> Meaning | None:  # noqa: ARG001 - the rule alone says it
    """Now, currently, at present."""
    return Meaning("DATE", value="PRESENT_REF")


def read_past(tokens: Sequence[Token]) -> Meaning | None:  # noqa: ARG001 - the rule alone says it
    """Recently, in the past."""
    return Meaning("DATE", value="PAST_REF")


def read_future(tokens: Sequence[Token]) -> Meaning | None:  # noqa: ARG001 - the rule alone says it
    """Soon, in the future."""
    return Meaning("DATE", value="FUTURE_REF")


def read_feast(tokens: Sequence[Token]) -> Meaning | None:
    """Feasts with a fixed day; one that moves has no value."""
    year = next((_int(token.means) for token in tokens if token.kind == "year4"), None)
    kinds = [token.kind for token in tokens]
    part = "NI" if "part" in kinds else None
    if kinds[0] == "new":
        month, day = (12, 31) if "eve" in kinds else (1, 1)
    elif kinds[0] == "christmas":
        month, day = (12, 24) if "eve" in kinds else (12, 25)
    else:
        return Meaning("DATE")
    return Meaning("TIME" if part else "DATE", Calendar(year=year, month=month, day=day, part=part))


def read_part(tokens: Sequence[Token]) -> Meaning | None:
    """The morning, that night, dawn."""
    word = str(tokens[-1].means)
    calendar = _with_part(NONE, word)
    if word == "overnight":
        return Meaning("TIME", calendar, Shift("D", -1, "speech"))
    number, base = turn_of(tokens) or (0, "story")
    return Meaning("TIME", calendar, Shift("D", number, base), mod=mod_of(tokens))


def read_number(tokens: Sequence[Token]) -> Meaning | None:
    """The number of a day that begins or ends a range: the 3 and the 5 of "March 3-5, 2014"."""
    year = next((_int(token.means) for token in tokens if token.kind == "year4"), None)
    return Meaning("DATE", Calendar(day=_int(tokens[0].means), year=year))


def read_number_year(tokens: Sequence[Token]) -> Meaning | None:
    """The last two figures of a year: the 16 of "1915-16". The century is that of the year before it."""
    return Meaning("DATE", Calendar(year=_int(tokens[0].means)), base="story")


def read_week_of(tokens: Sequence[Token]) -> Meaning | None:
    """The last week of August: a duration of which the days are known."""
    unit = next(token for token in tokens if token.kind == "unit")
    inner = read_date(tokens[tokens.index(unit) + 2 :])
    if inner is None or unit.means in ("Q", "CE", "DE", "H", "MIN"):
        return None
    mod = "END" if tokens[1].kind == "last" else "START" if tokens[1].means == 1 else "MID"
    return replace(inner, type="DURATION", value=duration(1, str(unit.means)), mod=mod)


def read_bare_day(tokens: Sequence[Token]) -> Meaning | None:
    """The 19th, the 5th of that month."""
    day = _int(tokens[1].means)
    return Meaning("DATE", Calendar(day=day), base="story") if 1 <= day <= 31 else None


def read_the_unit(tokens: Sequence[Token]) -> Meaning | None:
    """The day, the end of the week: the one that was told of last."""
    unit = str(tokens[-1].means)
    if unit in ("H", "MIN"):
        return None
    return Meaning("DATE", NONE, Shift(unit, 0, "story"), mod=mod_of(tokens))


def read_unit_end(tokens: Sequence[Token]) -> Meaning | None:
    """Month's end, year-end."""
    if tokens[0].kind in ("month", "short_month"):
        return Meaning("DATE", Calendar(month=_int(tokens[0].means)), mod="END")
    unit = str(tokens[0].means)
    return Meaning("DATE", NONE, Shift(unit, 0, "story"), mod="END") if unit in ("W", "M", "Y", "Q") else None


def read_mid_unit(tokens: Sequence[Token]) -> Meaning | None:
    """Mid-month."""
    return Meaning("DATE", NONE, Shift(str(tokens[-1].means), 0, "speech"), mod="MID")


READ: Final[dict[str, Callable[[Sequence[Token]], Meaning | None]]] = {
    **dict.fromkeys(("date", "pick_date", "clock", "year", "season", "fiscal"), read_date),
    "numeric": read_numeric,
    "bc_year": read_bc,
    "decade": read_decade,
    "century": read_century,
    **dict.fromkeys(("quarter", "quarter_of"), read_quarter),
    "turn_unit": read_turn,
    "end_unit": read_the_unit,
    "the_unit": read_the_unit,
    "mid_unit": read_mid_unit,
    "unit_end": read_unit_end,
    "ago": read_ago,
    "year_ago": read_year_ago,
    "day_before": read_day_before,
    **dict.fromkeys(("span_of", "first_units", "length", "bare_units", "long"), read_length),
    "lengths": read_lengths,
    "recent": read_recent,
    **dict.fromkeys(("every", "per", "daily", "weekdays"), read_every),
    "now": read_now,
    "past": read_past,
    "future": read_future,
    **dict.fromkeys(("christmas", "feast"), read_feast),
    "part": read_part,
    "number": read_number,
    "number_year": read_number_year,
    "week_of": read_week_of,
    "bare_day": read_bare_day,
}


def meaning_of(rule: str, tokens: Sequence[Token]) -> Meaning | None:
    """What a match says; None if it says nothing after all."""
    reads = READ.get(rule)
    return reads(tokens) if reads is not None else None
