"""Times and durations that are counted: "two years ago", "last week", "every Friday". In: words. Out: a shift, or a TIMEX3 value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.read.times.amounts import bound_of, duration, number_in
from onrecord.read.times.clocks import with_part
from onrecord.read.times.dated import read_date
from onrecord.read.times.letters import Token
from onrecord.read.times.lexicon import PARTS
from onrecord.read.times.meaning import NONE, Meaning, mod_of, turn_of, whole
from onrecord.record.time_words import Base, Calendar, Shift

SHORT: Final = frozenset({"MIN", "H", "S"})
"""Units below a day: what is so near is no date."""


def read_turn(tokens: Sequence[Token]) -> Meaning | None:
    """Last week, this morning, the following year, early next month."""
    unit = tokens[-1]
    turn: tuple[int, Base] = turn_of(tokens) or (0, "speech" if unit.kind == "part" else "story")
    if unit.kind == "part":
        return Meaning("TIME", with_part(NONE, str(unit.means)), Shift("D", *turn), mod=mod_of(tokens))
    if unit.means in SHORT:
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
    nights = Calendar(part="NI") if code == "NI" else NONE
    shift = Shift("D" if code == "NI" else code, None if number is None else sign * number, base)
    if number is None and sign < 0:  # "years ago"; "years later" is only later than what was told
        return Meaning("DATE", value="PAST_REF")
    return Meaning("TIME" if nights.part else "DATE", nights, shift, mod=bound_of(tokens))


def read_year_ago(tokens: Sequence[Token]) -> Meaning | None:
    """The year-earlier quarter."""
    unit = str(tokens[-1].means)
    return Meaning("DATE", NONE, Shift("Y" if unit != "Q" else "Q", -1 if unit != "Q" else -4, "story"))


def read_day_before(tokens: Sequence[Token]) -> Meaning | None:
    """The day before, the day after tomorrow."""
    last = tokens[-1].kind
    if tokens[1].kind == "part":
        step = 1 if last in ("after", "following", "later") else -1
        return Meaning("TIME", with_part(NONE, str(tokens[1].means)), Shift("D", step, "story"))
    unit = str(tokens[1].means)
    if unit in SHORT:
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


def read_week_of(tokens: Sequence[Token]) -> Meaning | None:
    """The last week of August: a duration of which the days are known."""
    unit = next(token for token in tokens if token.kind == "unit")
    inner = read_date(tokens[tokens.index(unit) + 2 :])
    if inner is None or unit.means in ("Q", "CE", "DE", "H", "MIN"):
        return None
    mod = "END" if tokens[1].kind == "last" else "START" if tokens[1].means == 1 else "MID"
    return replace(inner, type="DURATION", value=duration(1, str(unit.means)), mod=mod)


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


def read_part(tokens: Sequence[Token]) -> Meaning | None:
    """The morning, that night, dawn."""
    word = str(tokens[-1].means)
    calendar = with_part(NONE, word)
    if word == "overnight":
        return Meaning("TIME", calendar, Shift("D", -1, "speech"))
    number, base = turn_of(tokens) or (0, "story")
    return Meaning("TIME", calendar, Shift("D", number, base), mod=mod_of(tokens))


def read_the_unit(tokens: Sequence[Token]) -> Meaning | None:
    """The day, the end of the week: the one that was told of last."""
    unit = str(tokens[-1].means)
    if unit in SHORT:
        return None
    return Meaning("DATE", NONE, Shift(unit, 0, "story"), mod=mod_of(tokens))


def read_nth_unit(tokens: Sequence[Token]) -> Meaning | None:
    """The second day, the first week: of what, the words alone do not say."""
    unit = str(tokens[-1].means)
    if unit not in ("D", "W", "M", "Y"):
        return None
    return Meaning("DATE") if unit == "D" else Meaning("DURATION", value=duration(1, unit))


def read_whole_unit(tokens: Sequence[Token]) -> Meaning | None:
    """The year ended 30 June: how long it was, for it need not be a year of the calendar."""
    unit = str(tokens[-1].means)
    return Meaning("DURATION", value=duration(1, unit)) if unit in ("W", "M", "Y") else None


def read_unit_end(tokens: Sequence[Token]) -> Meaning | None:
    """Month's end, year-end."""
    if tokens[0].kind in ("month", "short_month"):
        return Meaning("DATE", Calendar(month=whole(tokens[0].means)), mod="END")
    unit = str(tokens[0].means)
    return Meaning("DATE", NONE, Shift(unit, 0, "story"), mod="END") if unit in ("W", "M", "Y", "Q") else None


def read_mid_unit(tokens: Sequence[Token]) -> Meaning | None:
    """Mid-month."""
    return Meaning("DATE", NONE, Shift(str(tokens[-1].means), 0, "speech"), mod="MID")
