"""A claim in a plain affirmative sentence, made from its slots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.link.claims.proposition import Proposition
from onrecord.record.claim import Slots

_DONE = {
    "killed": "killed", "injured": "injured", "taken": "taken", "arrested": "arrested", "displaced": "displaced", "destroyed": "destroyed",
    "fired": "fired", "casualties": "killed or injured", "missing": "missing", "besieged": "besieged", "evacuated": "evacuated", "released": "released",
    "damaged": "damaged",
}  # fmt: skip


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
    return replace(lead.slots, place=_most([p.slots.place for p in plain]), time=_most([p.slots.time for p in plain]))


def sentence_of(first: Proposition, slots: Slots) -> str:
    """What is claimed, affirmative, whoever says it."""
    where = f" at {slots.place}" if slots.place else ""
    when = f" on {_day(slots.time)}" if slots.time else ""
    head = first.theme.split(":")[0]
    if first.kind == "quantity":
        done = _DONE.get(slots.action or "", slots.action or "")
        figure = (slots.quantity or "").split(" ")[0]
        if head == "number":
            return _plain(f"There were {slots.quantity}{where}{when}")
        return _plain(f"{figure} {slots.target or 'people'} were {done}{where}{when}")
    if first.kind == "responsibility":
        act = (first.setting.act or "attack").replace("_", " ")
        return _plain(f"{slots.actor} carried out the {act}{where}{when}")
    if first.kind == "control":
        if head == "gains":
            return _plain(f"{slots.actor} gained ground at {slots.place}{when}")
        return _plain(f"{slots.actor} holds {slots.place}{when}")
    if first.kind == "identity" and slots.target:
        return _plain(
            f"{slots.actor} {(slots.action or '').replace('take ', 'takes ').replace('have ', 'has ')} {slots.target}"
        )
    if head == "defeated":
        return _plain(f"{slots.actor} has been defeated")
    if head == "killed":
        return _plain(f"{slots.target} was killed{where}{when}")
    if head == "struck":
        return _plain(f"A {slots.target} was struck{where}{when}")
    if head == "ruined":
        return _plain(f"A {slots.target} was destroyed{where}{when}")
    if head == "meant":
        return _plain(f"The strike{where}{when} was deliberate")
    return _plain(slots.action or first.spans[0].text)


def _plain(words: str) -> str:
    text = " ".join(words.split()).strip(' ."“”')
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
