"""Finds who controls what, is present where and able to do what. In: the setting. Out: each with its holder, place and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from onrecord.record import Mention, Quantity
from onrecord.record.vocabulary import StateKind
from onrecord.resolve.states.cues import (
    ARMED,
    BEING,
    BROKEN,
    CUES,
    FIGHTING,
    FORCE,
    FORCE_WORDS,
    FORMER,
    HELD_TO_ACCOUNT,
    HOLDER_BEHIND,
    HOLDING,
    KINDS,
    NOT_TERRITORY,
    OBJECT,
    OBJECT_ENDS,
    OWN,
    OWNER_END,
    PARTY_BEHIND,
    STEMS,
    TERRITORY,
    UNREAL,
)
from onrecord.resolve.states.setting import Setting

NEAR: Final = 70
"""Characters from the words of a state to its place, or to a holder that is no mention."""
FAR: Final = 110
"""Characters to a holder before its verb."""
LAND_NEAR: Final = 40
"""Characters from the land that is held to "held by", and from the holder to the place behind it."""
EPITHET: Final = 45
"""Characters of a holder right before its epithet: "the Syrian Democratic Forces-held"."""


@dataclass(frozen=True, slots=True)
class Held:
    """A state as the words tell it.

    Attributes:
        kind: Which.
        holder: Of whom it holds, if that is a mention.
        span: All the words, as offsets.
        cue_end: Where the words that tell it end.
        place: Id of the place.
        time: Id of the time.
        words: The holder's words where there is no mention of it: "rebel" of "rebel-held".
        quantity: The number, for a strength.
        named: Whether the words only name it, so that no verb hedges or negates it: "rebel-held".
    """

    kind: StateKind
    holder: Mention | None
    span: tuple[int, int]
    cue_end: int
    place: str | None = None
    time: str | None = None
    words: str | None = None
    quantity: Quantity | None = None
    named: bool = False


def find_held(setting: Setting) -> Iterator[Held]:
    """All of them, in the order of the text."""
    for begin, stop in pairwise((0, *setting.ends, len(setting.text))):
        if STEMS.search(setting.plain, begin, stop) is None:
            continue
        for cue in CUES.finditer(setting.plain, begin, stop):
            read = _read_behind if cue.lastgroup in HOLDER_BEHIND else _read_before
            if (held := read(setting, cue, begin, stop)) is not None:
                yield held


def _read_behind(setting: Setting, cue: re.Match[str], begin: int, stop: int) -> Held | None:
    """Where the holder stands behind: held by the army, under the control of the army, in rebel hands."""
    holder = next(setting.behind(cue.end(), min(stop, cue.end() + LAND_NEAR)), None)
    phrase = PARTY_BEHIND.match(setting.text, cue.end())
    if holder is None and phrase is None:
        return None
    end = holder.span.end if holder else phrase.end(1) if phrase else cue.end()
    start, place = _ground(setting, cue, begin, end, stop)
    if start is None:
        return None
    words = phrase.group(1).strip() if phrase and holder is None else None
    span = (min(start, cue.start()), max(end, cue.end()))
    return Held("controls_territory", holder, span, cue.end(), place, setting.time(cue.start(), stop), words)


def _ground(setting: Setting, cue: re.Match[str], begin: int, behind: int, stop: int) -> tuple[int | None, str | None]:
    """What is held: where its words begin, and its place: on the land right before, else the place named before."""
    text, near = setting.text, max(begin, cue.start() - NEAR)
    before = setting.place(near, cue.start(), last=True)
    land = next(reversed(list(TERRITORY.finditer(text, max(begin, cue.start() - LAND_NEAR), cue.start()))), None)
    if land is None:
        return (setting.span_of(before)[0] if before else None), before
    inner = setting.place(land.start(), cue.start())
    goes_on = re.compile(r"\s+(?:in|along|around)\s").match(text, behind)
    outer = setting.place(behind, min(stop, behind + LAND_NEAR)) if goes_on else None
    return land.start(), inner or outer or before


def _read_before(setting: Setting, cue: re.Match[str], begin: int, stop: int) -> Held | None:
    """Where the holder stands before: the army controls, the army-held, the army's stronghold, fighters active in, able to."""
    form = str(cue.lastgroup)
    epithet = form in ("held_before", "stronghold")
    holder, words = _epithet(setting, cue, begin) if epithet else _subject(setting, cue, begin)
    if (holder is None and not words) or not _holds(setting, cue, holder, begin, stop):
        return None
    end = _object_end(setting.text, cue.end(), stop)
    kind = KINDS[form]
    place = _place(setting, cue, begin, end)
    if place is None and (kind == "presence" or (form == "stronghold" and holder is None)):
        return None
    land = TERRITORY.search(setting.text, cue.end(), min(end, cue.end() + LAND_NEAR + 10))
    if kind == "controls_territory" and setting.place(cue.end(), end) is None and land is None and form != "stronghold":
        return None
    first = holder.span.start if holder else setting.text.rfind(words or "", begin, cue.start() + 1)
    last = end if kind == "capability" else setting.span_of(place)[1] if place else cue.end()
    return Held(
        kind, holder, (min(first, cue.start()), max(last, cue.end())), cue.end(), place, setting.time(cue.end(), stop),
        None if holder else words, named=epithet or kind == "presence",
    )  # fmt: skip


def _holds(setting: Setting, cue: re.Match[str], holder: Mention | None, begin: int, stop: int) -> bool:
    """Whether the words tell a state at all, rather than an event, an aim, the past, or something of somebody else."""
    text, form, at = setting.text, str(cue.lastgroup), cue.start()
    if holder is not None and (holder.kind, holder.form) == ("person", "name") and KINDS[form] != "controls_territory":
        return False
    if form == "controls":
        if cue.group().lower() in HOLDING and HELD_TO_ACCOUNT.match(text, cue.end(), stop):
            return False
        return not (
            BEING.search(text, begin, at) or NOT_TERRITORY.match(text, cue.end()) or UNREAL.search(text, begin, at)
        )
    if form == "stronghold":
        return FORMER.search(text, max(begin, at - 25), at) is None
    if form == "troops":
        return holder is not None and FIGHTING.search(text, begin, stop) is None
    return not cue.group().startswith("based") or ARMED.search(text, begin, at) is not None


def _place(setting: Setting, cue: re.Match[str], begin: int, end: int) -> str | None:
    """The place behind the words, else the one before them: "around the town they still control much land"."""
    form = str(cue.lastgroup)
    behind = setting.place(cue.end(), min(end, cue.end() + LAND_NEAR) if form == "troops" else end)
    if behind is not None or form == "held_before":
        return behind
    reach = LAND_NEAR if form == "stronghold" else NEAR
    return setting.place(max(begin, cue.start() - reach), cue.start(), last=True)


def _object_end(text: str, start: int, stop: int) -> int:
    """Where the object of a verb ends: with its clause."""
    rest = OBJECT.match(text, start, stop)
    end = rest.end() if rest else start
    cut = OBJECT_ENDS.search(text, start, end)
    return cut.start() if cut else end


def _epithet(setting: Setting, cue: re.Match[str], begin: int) -> tuple[Mention | None, str | None]:
    """Who stands right before "-held" or "stronghold": a mention, or a word as "rebel"."""
    text, at = setting.text, cue.start()
    owner = OWNER_END.search(text, max(begin, at - EPITHET), at)
    beside = setting.beside(owner.start() if owner else at, max(begin, at - EPITHET))
    if beside is not None and not setting.is_place(beside):
        return beside, None
    stronghold = cue.lastgroup == "stronghold"
    if stronghold and (own := OWN.search(text, max(begin, at - 20), at)) is not None:
        return next((m for m in setting.actors if m.span.start == own.start()), None), None
    word = re.compile(r"[\w'’-]+$").search(text, begin, at - 1 if stronghold else at)
    if word is None or (stronghold and FORCE_WORDS.fullmatch(word.group()) is None):
        return None, None
    return None, word.group()


def _subject(setting: Setting, cue: re.Match[str], begin: int) -> tuple[Mention | None, str | None]:
    """The subject of the words: the nearest actor before, or a force that is described and no mention."""
    text, at = setting.text, cue.start()
    if cue.lastgroup in ("troops", "presence"):
        beside = setting.beside(at, begin)
        if cue.lastgroup == "troops":
            joined = re.compile(r"\band\s+$").search(text, begin, at) is not None
            return (beside if beside is not None and beside.kind != "person" and not joined else None), None
        if beside is not None:
            return beside, None
    force = FORCE.search(text, max(begin, at - NEAR), at)
    nearest = next(setting.before(at, max(begin, at - FAR)), None)
    if nearest is not None and (force is None or nearest.span.end > force.start()):
        return (None if BROKEN.search(text, nearest.span.end, at) else nearest), None
    return None, force.group(1) if force else None
