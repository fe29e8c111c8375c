"""Blocking: the keys that two propositions must share to be compared at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import floor
from typing import Final

from onrecord.link.claims.proposition import Proposition, Spot

_EVERY: Final = frozenset({"defeated"})
"""Themes that are compared whatever the day and the place: what holds of a side as a whole."""
_CELL: Final = 1.0
"""Degrees: places in one cell or at its edge are compared."""
_EDGE: Final = 0.3
_DAYS: Final = 6
"""The most days of a proposition that get a key of their own."""
_SPOTS: Final = 3
_RARE: Final = 4
"""How many of the longest stems of a remark are keys."""


def keys_of(proposition: Proposition, happening: str | None = None) -> frozenset[str]:
    """The blocking keys of a proposition.

    Args:
        proposition: The proposition.
        happening: Id of the happening that its incident belongs to, if that is known.

    Returns:
        Keys by the happening and the kind; besides by theme, day and place, since one report may not tell which incident it means.
    """
    theme = _family(proposition.theme)
    found = {f"{theme}|{happening}"} if happening else set()
    if theme.split(":")[0] in _EVERY:
        return frozenset(found | {theme})
    places = set(_cells(proposition.setting.spots)) or {"nowhere"}
    days = set(_days(proposition)) or {"undated"}
    if theme == "said":
        longest = sorted(proposition.setting.words, key=lambda w: (-len(w), w))[:_RARE]
        return frozenset(found | {f"{theme}|{day}|{word}" for day in days for word in longest})
    return frozenset(found | {f"{theme}|{day}|{place}" for day in days for place in places})


def _family(theme: str) -> str:
    """A theme as far as it has to agree: who holds a place is one question, whoever is said to hold it."""
    parts = theme.split(":")
    return ":".join(parts[:2]) if parts[0] == "holds" else theme


def _days(proposition: Proposition) -> Iterator[str]:
    """Days, two to a key, so that a day's difference shares one."""
    setting = proposition.setting
    if not (setting.earliest and setting.latest):
        return
    first, last = date.fromisoformat(setting.earliest), date.fromisoformat(setting.latest)
    slack = 1 if setting.dated else 2
    first, last = first - timedelta(slack), last + timedelta(slack if setting.dated else 0)
    yield from {str((first + timedelta(k)).toordinal() // 2) for k in range(min((last - first).days + 1, _DAYS))}


def _cells(spots: tuple[Spot, ...]) -> Iterator[str]:
    for spot in spots[:_SPOTS]:
        if spot.latitude is None or spot.longitude is None:
            yield spot.bare
            continue
        for north in {floor((spot.latitude + d) / _CELL) for d in (-_EDGE, _EDGE)}:
            for east in {floor((spot.longitude + d) / _CELL) for d in (-_EDGE, _EDGE)}:
                yield f"{north},{east}"
