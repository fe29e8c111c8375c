"""Which rule is read how. In: a match of a rule. Out: what its words say by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from onrecord.read.times.counted import (
    read_ago,
    read_day_before,
    read_every,
    read_length,
    read_lengths,
    read_mid_unit,
    read_nth_unit,
    read_part,
    read_recent,
    read_the_unit,
    read_turn,
    read_unit_end,
    read_week_of,
    read_whole_unit,
    read_year_ago,
)
from onrecord.read.times.dated import (
    read_bare_day,
    read_bc,
    read_century,
    read_date,
    read_decade,
    read_feast,
    read_number,
    read_number_year,
    read_numeric,
    read_quarter,
)
from onrecord.read.times.letters import Token
from onrecord.read.times.meaning import Meaning

POINTING: Final = {"now": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}
"""Rules whose words say no more than that."""
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
    "whole_unit": read_whole_unit,
    "nth_unit": read_nth_unit,
    "mid_unit": read_mid_unit,
    "unit_end": read_unit_end,
    "ago": read_ago,
    "year_ago": read_year_ago,
    "day_before": read_day_before,
    **dict.fromkeys(("span_of", "first_units", "length", "bare_units", "long"), read_length),
    "lengths": read_lengths,
    "recent": read_recent,
    **dict.fromkeys(("every", "per", "daily", "weekdays"), read_every),
    **dict.fromkeys(("christmas", "feast"), read_feast),
    "part": read_part,
    "number": read_number,
    "number_year": read_number_year,
    "week_of": read_week_of,
    "bare_day": read_bare_day,
}


def meaning_of(rule: str, tokens: Sequence[Token]) -> Meaning | None:
    """What a match says; None if it says nothing after all."""
    if rule in POINTING:
        return Meaning("DATE", value=POINTING[rule])
    reads = READ.get(rule)
    return reads(tokens) if reads is not None else None
