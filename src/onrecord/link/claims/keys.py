"""Blocking: the keys that two propositions must share to be compared at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from onrecord.link.claims.proposition import Proposition

REMARK: Final = "said"
"""The theme of what is found again by its words alone."""
GROUND: Final = ("holds:", "gains:")
"""How themes begin that tell who has a place, or gained ground there; this is told without a day."""
_EVERY: Final = frozenset({"defeated"})
"""Themes that are compared whatever the day and the place: what holds of a side as a whole."""
_WINDOW: Final = 4
"""Days of a window; windows overlap by half, so that what lies two days apart shares one."""
_MONTH: Final = 20
_SPOTS: Final = 2
_LONGEST: Final = 4
"""How many of the longest stems of a remark are keys."""


def keys_of(proposition: Proposition, happening: str | None = None) -> frozenset[str]:
    """The blocking keys of a proposition.

    Args:
        proposition: The proposition.
        happening: Id of the happening that its incident belongs to, if that is known.

    Returns:
        Keys by the happening and what is put forward; besides by the days, and by the days with the place or with what was struck, so
        that the likeliest of many share the most keys. One report may not tell which incident it means.
    """
    theme = question_of(proposition.theme)
    found = {f"{theme}|{happening}"} if happening else set()
    if theme.split(":")[0] in _EVERY:
        return frozenset(found | {theme})
    setting = proposition.setting
    if theme.startswith(GROUND):
        return frozenset(found | {f"{theme}|{day}" for day in _months(proposition)})
    days = list(_windows(proposition)) or ["undated"]
    if theme == REMARK:
        longest = sorted(setting.words, key=lambda word: (-len(word), word))[:_LONGEST]
        return frozenset(found | {f"{theme}|{day}|{word}" for day in days for word in longest})
    narrower = [
        "",
        *(f"|{spot.bare}" for spot in setting.spots[:_SPOTS]),
        *(f"|{scene}" for scene in setting.scenes[:1]),
    ]
    return frozenset(found | {f"{theme}|{day}{narrow}" for day in days for narrow in narrower})


def question_of(theme: str) -> str:
    """A theme as far as it has to agree: who holds a place is one question, whoever is said to hold it."""
    parts = theme.split(":")
    return ":".join(parts[:2]) if parts[0] == "holds" else theme


def _months(proposition: Proposition) -> Iterator[str]:
    """Windows of about a month, overlapping by half, around the day of publication: who holds a place is told without a day."""
    day = proposition.published or proposition.setting.latest
    if day is None:
        yield "undated"
        return
    number = date.fromisoformat(day).toordinal()
    yield f"{number // _MONTH}a"
    yield f"{(number + _MONTH // 2) // _MONTH}b"


def _windows(proposition: Proposition) -> Iterator[str]:
    setting = proposition.setting
    if not (setting.earliest and setting.latest):
        return
    first, last = (date.fromisoformat(day).toordinal() for day in (setting.earliest, setting.latest))
    middle = (first + last + 1) // 2
    yield f"{middle // _WINDOW}a"
    yield f"{(middle + _WINDOW // 2) // _WINDOW}b"
