"""A claim in a plain affirmative sentence, made from its slots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from onrecord.link.claims.proposition import Proposition
from onrecord.record.claim import Slots

_DONE = {
    "killed": "killed", "injured": "injured", "taken": "taken", "arrested": "arrested", "displaced": "displaced", "destroyed": "destroyed",
    "fired": "fired", "casualties": "killed or injured", "missing": "missing", "besieged": "besieged", "evacuated": "evacuated", "released": "released",
    "damaged": "damaged",
}  # fmt: skip


def slots_of(members: Sequence[Proposition]) -> Slots:
    """The slots of a claim: of each the filler that most of its propositions have."""
    plain = [p for p in members if not p.counter] or list(members)
    best = {
        name: _most([getattr(p.slots, name) for p in plain])
        for name in ("actor", "action", "target", "place", "time", "quantity")
    }
    return Slots(**best)


def sentence_of(members: Sequence[Proposition], slots: Slots) -> str:
    """What is claimed, affirmative, whoever says it."""
    first = next((p for p in members if not p.counter), members[0])
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
        return _plain(f"{slots.actor} holds {slots.place}{when}")
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
    return _plain(first.spans[0].text)


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
