"""A claim in a plain affirmative sentence, made from its slots."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.link.claims.phrases import a, act_of, amount_of, be, is_plural, noun_of
from onrecord.link.claims.proposition import Proposition
from onrecord.record.claim import Slots

_DONE = {
    "killed": "killed", "injured": "injured", "taken": "taken", "arrested": "arrested", "displaced": "displaced", "destroyed": "destroyed",
    "fired": "fired", "casualties": "killed or injured", "missing": "missing", "besieged": "besieged", "evacuated": "evacuated", "released": "released",
    "damaged": "damaged",
}  # fmt: skip

_NO_PLACE = frozenset("north south east west northern southern eastern western central".split())
"""Words that are read as names of places, and only say on which side of one."""
_HANGING = re.compile(r"(?:[\s,;:]+(?:and|or|but|of|in|at|the|a|an|to|from|by|with|which|that))+$", re.IGNORECASE)
"""What a sentence that was cut off ends with."""


def leading(members: Sequence[Proposition]) -> Proposition:
    """The proposition that a claim is named after: of those whose theme most have, the first; of figures one that stands."""
    plain = [p for p in members if not p.counter] or list(members)
    themes = Counter(p.theme for p in plain if p.stance != "denies") or Counter(p.theme for p in plain)
    theme = max(themes, key=lambda t: (themes[t], -[p.theme for p in plain].index(t)))
    own = [p for p in plain if p.theme == theme]
    figures = Counter((p.counted, p.slots.quantity) for p in own if p.value is not None)
    if not figures:
        return own[0]
    most = max(
        figures,
        key=lambda f: (figures[f], [(p.published or "") for p in own if (p.counted, p.slots.quantity) == f][-1]),
    )
    return next(p for p in own if (p.counted, p.slots.quantity) == most)


def slots_of(members: Sequence[Proposition], lead: Proposition) -> Slots:
    """The slots of a claim: place and time as most of its propositions have them, the rest as its name has it."""
    plain = [p for p in members if not p.counter] or list(members)
    places = [p.slots.place for p in plain if (p.slots.place or "").lower() not in _NO_PLACE]
    slots = replace(lead.slots, place=_most(places), time=_most([p.slots.time for p in plain]))
    if lead.kind != "quantity" or not slots.quantity:
        return slots
    amount, rest = _amount(lead)
    target = noun_of(slots.target) if slots.target else None
    return replace(
        slots,
        quantity=f"{amount.removesuffix(' of')} {rest}".strip(),
        target=_one(amount, target) if target else None,
    )


def sentence_of(first: Proposition, slots: Slots) -> str:
    """What is claimed, affirmative, whoever says it."""
    where = f" at {slots.place}" if slots.place else ""
    when = f" on {_day(slots.time)}" if slots.time else ""
    head = first.theme.split(":")[0]
    if first.kind == "quantity":
        return _plain(f"{_counted(first, slots, head)}{where}{when}")
    if first.kind == "responsibility":
        return _plain(f"{slots.actor} carried out the {act_of(first.setting.act)}{where}{when}")
    if first.kind == "control":
        if head == "gains":
            return _plain(f"{slots.actor} gained ground at {slots.place}{when}")
        return _plain(f"{slots.actor} {'hold' if is_plural(slots.actor or '') else 'holds'} {slots.place}{when}")
    if first.kind == "identity" and slots.target:
        tie = (slots.action or "").replace("take ", "takes ").replace("have ", "has ")
        return _plain(f"{slots.actor} {tie} {slots.target}")
    if head == "defeated":
        return _plain(f"{slots.actor} {'have' if is_plural(slots.actor or '') else 'has'} been defeated")
    if head == "killed":
        return _plain(f"{slots.target} was killed{where}{when}")
    if head in ("struck", "ruined"):
        done, thing = "struck" if head == "struck" else "destroyed", a(slots.target or "place")
        return _plain(f"{thing} {'were' if thing == slots.target else 'was'} {done}{where}{when}")
    if head == "meant":
        return _plain(f"The strike{where}{when} was deliberate")
    return _plain(slots.action or first.spans[0].text)


def _counted(first: Proposition, slots: Slots, head: str) -> str:
    """How many there were, or what became of them."""
    amount, rest = _amount(first)
    if head == "number":
        return f"There {be(amount)} {amount} {rest}"
    counted = f"{amount} {slots.target or _one(amount, 'people')}"
    if slots.action == "strength":
        return f"There {be(amount)} {counted}"
    return f"{counted} {be(amount)} {_DONE.get(slots.action or '', slots.action or '')}"


def _amount(one: Proposition) -> tuple[str, str]:
    """How many, and of what or what became of them."""
    digits, _, rest = (one.slots.quantity or "").partition(" ")
    return amount_of(one.value, one.spans[0].text, digits), rest


def _one(amount: str, noun: str) -> str:
    return "person" if amount == "1" and noun == "people" else noun


def _plain(words: str) -> str:
    text = " ".join(words.split()).strip(' ."“”')
    # One that stands alone was opened or closed outside of these words.
    text = text.replace('"', "") if text.count('"') % 2 else text
    text = _HANGING.sub("", text)
    return f"{text[:1].upper()}{text[1:]}."


def _day(when: str) -> str:
    try:
        day = date.fromisoformat(when)
    except ValueError:
        return when
    return f"{day.day} {day:%B %Y}"


def _most(fillers: Sequence[str | None]) -> str | None:
    counted = Counter(filler for filler in fillers if filler)
    return max(counted, key=lambda filler: (counted[filler], -list(counted).index(filler))) if counted else None
