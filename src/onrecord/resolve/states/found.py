"""Finds states by the words that tell them. In: the setting. Out: who holds what and where, with the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.record import Mention, Quantity
from onrecord.record.vocabulary import StateKind
from onrecord.resolve.states.cues import (
    CUES,
    FORMER,
    HAS,
    HOLDER_BEHIND,
    KINDS,
    STAY,
    TERRITORY,
    UNREAL,
)
from onrecord.resolve.states.setting import Setting

NEAR: Final = 70
"""Characters from the words of a state to its holder or place."""
FAR: Final = 110
_OBJECT: Final = re.compile(r"[^,;:.!?()\n]{0,70}")
_NOT_TERRITORY: Final = re.compile(
    r"\s*(?:an?\s+|the\s+)?(?:\w+\s+)?(?:talks?|meetings?|elections?|news|press|hostages?|captive|prisoner|responsib\w*|accountable|protests?|rall\w+"
    r"|views?|position|out\b|that\b|off\b|back\b|up\b|referend\w+|funerals?|session|summit|conference|vote|trial|exercises?|ceremon\w+|meeting)\b",
    re.IGNORECASE,
)
_WORD_BEFORE: Final = re.compile(r"([\w'’-]+)$")


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
    """

    kind: StateKind
    holder: Mention | None
    span: tuple[int, int]
    cue_end: int
    place: str | None = None
    time: str | None = None
    words: str | None = None
    quantity: Quantity | None = None


def find_control(setting: Setting) -> Iterator[Held]:
    """Who controls what, is present where, and is able to do what."""
    for cue in CUES.finditer(setting.text):
        form = str(cue.lastgroup)
        begin, stop = setting.sentence(cue.start())
        held = _behind(setting, cue, begin, stop) if form in HOLDER_BEHIND else _before(setting, cue, form, begin, stop)
        if held is not None:
            yield held


def _behind(setting: Setting, cue: re.Match[str], begin: int, stop: int) -> Held | None:
    """Held by the army, under the control of the army, in rebel hands."""
    text = setting.text
    holder = next(setting.behind(cue.end(), min(stop, cue.end() + 40)), None)
    phrase = re.compile(r"\s*(?:the\s+)?((?:[\w'’-]+\s?){1,4}?)(?=\s+(?:control|rule|hands|occupation)\b|[,.;:)\n]|$)").match(text, cue.end())
    words = phrase.group(1).strip() if phrase else None
    if holder is None and not words:
        return None
    near = max(begin, cue.start() - FAR)
    place = setting.place(near, cue.start(), last=True)
    if place is None and not TERRITORY.search(text, near, cue.start()):
        return None
    start = next((at for at, _, pid, _ in setting.places if pid == place), None)
    if start is None:
        land = list(TERRITORY.finditer(text, near, cue.start()))[-1]
        start = land.start()
    end = holder.span.end if holder else phrase.end(1) if phrase else cue.end()
    return Held(
        "controls_territory", holder, (min(start, cue.start()), max(end, cue.end())), cue.end(), place,
        setting.time(cue.start(), stop), None if holder else words,
    )  # fmt: skip


def _before(setting: Setting, cue: re.Match[str], form: str, begin: int, stop: int) -> Held | None:
    """The army controls, the army-held, the army's stronghold, fighters active in, able to."""
    text = setting.text
    glued = form in ("held_before", "stronghold")
    holder, words = _holder(setting, cue, form, begin)
    if holder is None and not words:
        return None
    rest = _OBJECT.match(text, cue.end())
    end = min(stop, rest.end() if rest else cue.end())
    place = setting.place(cue.end(), end)
    if form == "controls" and (_NOT_TERRITORY.match(text, cue.end()) or UNREAL.search(text, begin, cue.start())):
        return None
    if place is None and KINDS[form] == "controls_territory":
        if not TERRITORY.search(text, cue.end(), min(end, cue.end() + 50)) and form != "stronghold":
            return None
    if form == "stronghold" and (FORMER.search(text, max(begin, cue.start() - 25), cue.start()) or (place is None and holder is None)):
        return None
    if place is None and not glued:
        place = setting.place(max(begin, cue.start() - NEAR), cue.start(), last=True)
    if form == "stronghold" and place is None:
        place = setting.place(max(begin, cue.start() - 40), cue.start(), last=True)
    if form == "presence" and place is None:
        return None
    first = holder.span.start if holder else cue.start() - len(words or "")
    last = max((to for at, to, pid, _ in setting.places if pid == place), default=cue.end())
    if KINDS[form] == "capability":
        last = end
    kind: StateKind = KINDS[form]  # type: ignore[assignment]
    return Held(kind, holder, (min(first, cue.start()), max(last, cue.end())), cue.end(), place, setting.time(cue.end(), stop), words)


def _holder(setting: Setting, cue: re.Match[str], form: str, begin: int) -> tuple[Mention | None, str | None]:
    text, at = setting.text, cue.start()
    if form in ("held_before", "stronghold"):
        inside = [m for m in setting.actors if m.span.start < at <= m.span.end + 2 and m.span.start >= max(begin, at - 45)]
        ends = [m for m in inside if m.span.end <= at + 1]
        found = ends or [
            m for m in setting.actors if m.span.start <= at < m.span.end and m.span.start >= begin and form == "stronghold"
        ]
        if ends and not setting.is_place(ends[-1]):
            return ends[-1], None
        own = re.compile(r"\b(?:their|its|his)\s+(?:\w+\s+)?$").search(text, max(begin, at - 20), at)
        if own is not None and form == "stronghold":
            pronoun = next((m for m in setting.actors if m.span.start == own.start()), None)
            return (pronoun, None) if pronoun else (None, None)
        word = _WORD_BEFORE.search(text, begin, at + (0 if form == "held_before" else -1))
        if word is None or (form == "stronghold" and not word.group(1).lower().rstrip("s").endswith(("rebel", "militant", "jihadist", "opposition", "insurgent", "separatist", "government", "regime"))):
            return None, None
        del found
        return None, word.group(1)
    for mention in setting.before(at, max(begin, at - FAR)):
        gap = text[mention.span.end : at]
        if re.search(r"[;:]|\b(?:says?|said|that|told)\b", gap) is None:
            return mention, None
        return None, None
    return None, None


def find_strength(setting: Setting, quantities: Iterable[Quantity]) -> Iterator[Held]:
    """How many fighters somebody has, or are somewhere: no part of what only happens ("dozens of militants attacked")."""
    for quantity in quantities:
        if quantity.of != "strength" or quantity.unit != "persons":
            continue
        start, end = quantity.span.start, quantity.span.end
        begin, stop = setting.sentence(start)
        has = HAS.search(setting.text, max(begin, start - 40), start)
        if has is None and STAY.match(setting.text, end) is None:
            continue
        holder = _counted(setting, quantity)
        if holder is None and has is not None:
            holder = next(setting.before(has.start(), begin), None)
        ceiling = next((m.start() for m in re.compile(r"[;:.!?]|\bwho\b").finditer(setting.text, end, stop)), stop)
        place = setting.place(end, ceiling) or setting.place(max(begin, start - NEAR), start, last=True)
        if holder is None and place is None:
            continue
        first = holder.span.start if holder and has else start
        yield Held(
            "strength", holder, (min(first, start), end), end, place, setting.time(begin, stop), quantity=quantity
        )


def _counted(setting: Setting, quantity: Quantity) -> Mention | None:
    """The party whose people the words themselves name: "2,000 American troops", "dozens of fighters of the army"."""
    start, end = quantity.span.start, quantity.span.end
    inside = [m for m in setting.behind(start, end) if m.span.end <= end + 1 and m.kind in ("organisation", "nationality")]
    if inside:
        return inside[0]
    link = re.compile(r"\s+(?:of|from|belonging\s+to|loyal\s+to)\s+(?:the\s+)?").match(setting.text, end)
    if link is None:
        return None
    return next((m for m in setting.behind(link.end() - 4, link.end() + 1) if m.kind in ("organisation", "nationality")), None)
