"""Times of day. In: words. Out: "20:00", and which word comes after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.read.times.letters import Token
from onrecord.read.times.lexicon import NUMERIC, PARTS
from onrecord.read.times.meaning import whole
from onrecord.record.time_words import Calendar

NAMED: Final = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
LATE: Final = frozenset({"AF", "EV", "NI"})


def with_part(calendar: Calendar, word: str) -> Calendar:
    """A date with a part of the day, or with the time that its word names: "at 4 in the morning" is 04:00."""
    if word in NAMED:
        return replace(calendar, clock=NAMED[word])
    if calendar.clock is not None:
        return replace(calendar, clock=with_half(calendar.clock, "p" if PARTS[word] in LATE else "a"))
    return replace(calendar, part=PARTS[word])


def with_half(clock: str, half: str) -> str:
    """A time of day by the twelve-hour clock: 8 and "p" are 20."""
    hour, _, minutes = clock.partition(":")
    return f"{int(hour) % 12 + (12 if half == 'p' else 0):02d}:{minutes}"


def is_clock(tokens: Sequence[Token], at: int) -> bool:
    """Whether a time of day begins at a word."""
    kinds = [token.kind for token in tokens[at : at + 4]]
    if kinds[0] not in NUMERIC:
        return False
    if kinds == ["number"] or (kinds[0] in ("number", "year4") and kinds[1:2] in (["zone"], ["local"])):
        return True
    if kinds[1:2] in (["am"], ["hrs"], ["colon"]) or kinds[1:3] in (["in", "the"], ["oclock", "quote"]):
        return True
    return kinds[1:2] == ["dot"] and kinds[3:4] == ["am"]


def read_clock(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """A time of day, and the index of the word after it."""
    clock = _hour(tokens[at].means)
    at += 1
    if at + 1 < len(tokens) and tokens[at].kind in ("colon", "dot"):
        clock = f"{clock[:2]}:{whole(tokens[at + 1].means):02d}"
        at += 2
    if at < len(tokens) and tokens[at].kind == "am":
        clock = with_half(clock, str(tokens[at].means))
        at += 1
    while at < len(tokens) and tokens[at].kind in ("hrs", "zone", "local", "time", "oclock", "in", "the"):
        at += 1
    return clock, at


def _hour(means: object) -> str:
    if isinstance(means, float):  # "6.30"
        return f"{int(means):02d}:{round(100 * (means % 1)):02d}"
    number = whole(means)
    return f"{number:02d}:00" if number < 100 else f"{number // 100:02d}:{number % 100:02d}"
