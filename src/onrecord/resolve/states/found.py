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
    FIGHTING,
    HOLDER_BEHIND,
    KINDS,
    OBJECT_ENDS,
    STAY,
    TERRITORY,
    UNREAL,
)
from onrecord.resolve.states.setting import Setting

NEAR: Final = 70
"""Characters from the words of a state to its holder or place."""
FAR: Final = 110
_OBJECT: Final = re.compile(r"[^,;:.!?…()\n]{0,70}")
_FORCE: Final = re.compile(
    r"((?:[\w-]+\s){0,2}(?:fighters|forces|troops|soldiers|rebels|militants|insurgents|jihadists|militias?|gunmen|guerrillas|army|government|regime"
    r"|authorities|separatists|opposition))(?:\s+(?:have|has|had|is|are|was|were|also|still|now|already|currently|remain|remained|been|who|which|that))*\s*$",
    re.IGNORECASE,
)
"""A party that is described and no mention."""
_BROKEN: Final = re.compile(r"[;:\n]|\s{3}|\b(?:says?|said|that|told)\b")
"""Between a holder and its verb: somebody else may be meant."""
_NOT_TERRITORY: Final = re.compile(
    r"\s*(?:an?\s+|the\s+)?(?:\w+\s+)?(?:talks?|meetings?|elections?|news|press|hostages?|captive|prisoner|responsib\w*|accountable|protests?|rall\w+"
    r"|views?|position|out\b|that\b|off\b|back\b|up\b|referend\w+|funerals?|session|summit|conference|vote|trial|exercises?|ceremon\w+|meeting)\b",
    re.IGNORECASE,
)
_BE: Final = re.compile(r"\b(?:be|been|being|is|are|was|were)\s+(?:\w+\s+)?$")
_OTHERS: Final = re.compile(r"\band\s+$")
_ARMED: Final = re.compile(
    r"\b(?:fighters|forces|troops|soldiers|rebels|militants|insurgents|militias?|brigade|battalion|army|units?)\b",
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
    phrase = re.compile(
        r"\s*(?:the\s+)?([\w'’-]+(?:\s[\w'’-]+){0,3}?)(?=\s+(?:control|rule|hands|occupation)\b|[,.;:)\n]|$)"
    ).match(text, cue.end())
    words = phrase.group(1).strip() if phrase else None
    if holder is None and not words:
        return None
    start, place = _ground(setting, cue, begin, holder.span.end if holder else cue.end(), stop)
    if start is None:
        return None
    end = holder.span.end if holder else phrase.end(1) if phrase else cue.end()
    return Held(
        "controls_territory", holder, (min(start, cue.start()), max(end, cue.end())), cue.end(), place,
        setting.time(cue.start(), stop), None if holder else words,
    )  # fmt: skip


def _ground(setting: Setting, cue: re.Match[str], begin: int, behind: int, stop: int) -> tuple[int | None, str | None]:
    """What is held: where its words begin, and its place: the land right before, else the place named before."""
    text, near = setting.text, max(begin, cue.start() - NEAR)
    lands = list(TERRITORY.finditer(text, max(begin, cue.start() - 40), cue.start()))
    if lands:
        inner = setting.place(lands[-1].start(), cue.start())
        after = re.compile(r"\s+(?:in|along|around)\s").match(text, behind)
        outer = setting.place(behind, min(stop, behind + 40)) if after else None
        return lands[-1].start(), inner or outer or setting.place(near, cue.start(), last=True)
    place = setting.place(near, cue.start(), last=True)
    return next((at for at, _, pid, _ in setting.places if pid == place), None), place


def _before(setting: Setting, cue: re.Match[str], form: str, begin: int, stop: int) -> Held | None:
    """The army controls, the army-held, the army's stronghold, fighters active in, able to."""
    text = setting.text
    glued = form in ("held_before", "stronghold")
    holder, words = _holder(setting, cue, form, begin)
    if holder is None and not words:
        return None
    end = _object_end(text, cue.end(), stop)
    place = setting.place(cue.end(), min(end, cue.end() + 40) if form == "troops" else end)
    if (
        holder is not None
        and holder.kind == "person"
        and holder.form == "name"
        and KINDS[form] in ("presence", "capability")
    ):
        return None
    if form == "troops" and (
        holder is None or FIGHTING.search(text, begin, stop) or _OTHERS.search(text, begin, cue.start())
    ):
        return None
    if form == "controls" and (
        _BE.search(text, begin, cue.start())
        or _NOT_TERRITORY.match(text, cue.end())
        or UNREAL.search(text, begin, cue.start())
    ):
        return None
    if place is None and KINDS[form] == "controls_territory":
        if not TERRITORY.search(text, cue.end(), min(end, cue.end() + 50)) and form != "stronghold":
            return None
    if form == "stronghold" and (
        FORMER.search(text, max(begin, cue.start() - 25), cue.start()) or (place is None and holder is None)
    ):
        return None
    if place is None and not glued:
        place = setting.place(max(begin, cue.start() - NEAR), cue.start(), last=True)
    if form == "stronghold" and place is None:
        place = setting.place(max(begin, cue.start() - 40), cue.start(), last=True)
    if form == "presence" and (
        place is None or (cue.group().startswith("based") and not _ARMED.search(text, begin, cue.start()))
    ):
        return None
    first = holder.span.start if holder else text.rfind(words or "", begin, cue.start() + 1)
    last = max((to for at, to, pid, _ in setting.places if pid == place), default=cue.end())
    if KINDS[form] == "capability":
        last = end
    kind: StateKind = KINDS[form]  # type: ignore[assignment]
    return Held(
        kind,
        holder,
        (min(first, cue.start()), max(last, cue.end())),
        cue.end(),
        place,
        setting.time(cue.end(), stop),
        words,
        named=glued or kind == "presence",
    )


def _object_end(text: str, start: int, stop: int) -> int:
    rest = _OBJECT.match(text, start)
    end = min(stop, rest.end() if rest else start)
    cut = OBJECT_ENDS.search(text, start, end)
    return cut.start() if cut else end


def _holder(setting: Setting, cue: re.Match[str], form: str, begin: int) -> tuple[Mention | None, str | None]:
    text, at = setting.text, cue.start()
    if form in ("held_before", "stronghold"):
        ends = [m for m in setting.actors if at - 2 <= m.span.end <= at + 1 and m.span.start >= max(begin, at - 45)]
        if ends and not setting.is_place(ends[-1]):
            return ends[-1], None
        own = re.compile(r"\b(?:their|its|his)\s+(?:\w+\s+)?$").search(text, max(begin, at - 20), at)
        if own is not None and form == "stronghold":
            pronoun = next((m for m in setting.actors if m.span.start == own.start()), None)
            return (pronoun, None) if pronoun else (None, None)
        word = _WORD_BEFORE.search(text, begin, at + (0 if form == "held_before" else -1))
        if word is None or (
            form == "stronghold"
            and not word.group(1)
            .lower()
            .rstrip("s")
            .endswith(
                ("rebel", "militant", "jihadist", "opposition", "insurgent", "separatist", "government", "regime")
            )
        ):
            return None, None
        return None, word.group(1)
    force = _FORCE.search(text, max(begin, at - NEAR), at)
    beside = [m for m in setting.actors if at - 2 <= m.span.end <= at + 1 and m.span.start >= begin]
    if form == "troops":
        return (beside[0] if beside and beside[0].kind != "person" else None), None
    if beside and form == "presence":
        return beside[0], None
    for mention in setting.before(at, max(begin, at - FAR)):
        if force is not None and mention.span.end <= force.start():
            break
        return (None, None) if _BROKEN.search(text, mention.span.end, at) else (mention, None)
    return None, force.group(1) if force else None


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
            "strength",
            holder,
            (min(first, start), end),
            end,
            place,
            setting.time(begin, stop),
            quantity=quantity,
            named=has is None,
        )


def _counted(setting: Setting, quantity: Quantity) -> Mention | None:
    """The party whose people the words themselves name: "2,000 American troops", "dozens of fighters of the army"."""
    start, end = quantity.span.start, quantity.span.end
    inside = [
        m for m in setting.behind(start, end) if m.span.end <= end + 1 and m.kind in ("organisation", "nationality")
    ]
    if inside:
        return inside[0]
    link = re.compile(r"\s+(?:of|from|belonging\s+to|loyal\s+to)\s+(?:the\s+)?").match(setting.text, end)
    if link is None:
        return None
    return next(
        (m for m in setting.behind(link.end() - 4, link.end() + 1) if m.kind in ("organisation", "nationality")), None
    )
