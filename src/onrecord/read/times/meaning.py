"""What words say of a time by themselves, and the small words that many expressions share: "late", "last", "the same"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.read.times.letters import Token
from onrecord.record.time_words import Base, Calendar, Shift
from onrecord.record.vocabulary import TimeType

NONE: Final = Calendar()
EDGES: Final = {"early": "START", "start": "START", "mid": "MID", "middle": "MID", "late": "END", "end": "END"} | {
    "latter": "END",
    "earlier": "START",
    "later": "END",
}


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


TURNS: Final[dict[str, tuple[int, Base]]] = {
    "last": (-1, "speech"),
    "past": (-1, "speech"),
    "coming": (1, "speech"),
    "following": (1, "story"),
    "previous": (-1, "story"),
    "same": (0, "story"),
    "latest": (0, "story"),
    "that": (0, "story"),
}


def turn_of(tokens: Sequence[Token]) -> tuple[int, Base] | None:
    """Which one of what comes round again: (-1, "speech") of "last", (1, "story") of "the following"."""
    for at, token in enumerate(tokens):
        if token.kind in TURNS:
            return TURNS[token.kind]
        if token.kind == "next":
            return 1, "story" if at and tokens[at - 1].kind == "the" else "speech"
        after = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        if token.kind in ("this", "current") and after not in ("past", "coming", "same"):
            return 0, "speech"
    return None


def whole(means: object) -> int:
    """What a number word means; 0 for what is no whole number."""
    return means if isinstance(means, int) else 0
