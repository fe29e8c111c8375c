"""Finds how many fighters somebody has. In: the setting and the quantities. Out: strengths with their holder and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.record import Mention, Quantity
from onrecord.resolve.states.cues import HAS, STAY
from onrecord.resolve.states.found import NEAR, Held
from onrecord.resolve.states.setting import Setting

OF_WHOM: Final = re.compile(r"\s+(?:of|from|belonging\s+to|loyal\s+to)\s+(?:the\s+)?")
CLAUSE_END: Final = re.compile(r"[;:.!?]|\bwho\b")
HAS_NEAR: Final = 40
"""Characters before a number in which "has" is looked for."""


def find_strengths(setting: Setting, quantities: Iterable[Quantity]) -> Iterator[Held]:
    """How many fighters somebody has, or are somewhere: not how many did something ("dozens of militants attacked")."""
    for quantity in quantities:
        if quantity.of == "strength" and quantity.unit == "persons":
            held = _strength(setting, quantity)
            if held is not None:
                yield held


def _strength(setting: Setting, quantity: Quantity) -> Held | None:
    start, end = quantity.span.start, quantity.span.end
    begin, stop = setting.sentence(start)
    has = HAS.search(setting.text, max(begin, start - HAS_NEAR), start)
    if has is None and STAY.match(setting.text, end) is None:
        return None
    holder = _named(setting, quantity)
    if holder is None and has is not None:
        holder = next(setting.before(has.start(), begin), None)
    clause_end = CLAUSE_END.search(setting.text, end, stop)
    place = setting.place(end, clause_end.start() if clause_end else stop)
    place = place or setting.place(max(begin, start - NEAR), start, last=True)
    if holder is None and place is None:
        return None
    first = holder.span.start if holder and has else start
    time = setting.time(begin, stop)
    return Held("strength", holder, (min(first, start), end), end, place, time, quantity=quantity, named=has is None)


def _named(setting: Setting, quantity: Quantity) -> Mention | None:
    """The party that the words themselves name: "2,000 American troops", "dozens of fighters of the army"."""
    start, end = quantity.span.start, quantity.span.end
    parties = ("organisation", "nationality")
    inside = (m for m in setting.behind(start, end) if m.span.end <= end + 1 and m.kind in parties)
    found = next(inside, None)
    link = OF_WHOM.match(setting.text, end)
    if found is not None or link is None:
        return found
    return next((m for m in setting.behind(link.end() - 4, link.end() + 1) if m.kind in parties), None)
