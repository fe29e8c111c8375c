"""What holds: who has a place, whether a side is beaten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.force import Force, force_at
from onrecord.link.claims.found import Found
from onrecord.link.claims.ground import side_of_voice
from onrecord.link.claims.sides import Side, registry, root_of, side_of, sides_in
from onrecord.link.claims.vocabulary import DEFEAT, DEFEATED
from onrecord.link.claims.voices import Voice, voice_at, voice_of
from onrecord.link.claims.words import Word, cut, iter_words, skeleton, stems_of
from onrecord.record.claim import Slots
from onrecord.record.span import Span
from onrecord.record.state import State
from onrecord.record.statement import Statement

_BEING: Final = frozenset("is was are were been be has have had it them declared".split())
_ATTRIBUTE: Final = re.compile(
    r"\w-(?:held|controlled|dominated|run)\b|\bbastion|\bstronghold|\bheld (?:east|west|north|south|part)|^.{0,20}\bareas?\b"
)
_BACKED: Final = re.compile(r"^[A-Z][\w.]*-(?:backed|supported|allied|trained)\b")
_NOW: Final = frozenset("is are has have remains remain still holds hold controls control".split())
_UNTRUE: Final = (
    "not true",
    "untrue",
    "is false",
    "was false",
    "are false",
    "were false",
    "is a lie",
    "is wrong",
    "only half done",
    "is not the case",
)
_DESPITE: Final = ("despite", "contrary to", "in contrast to", "contradict")
_FEWEST: Final = 3
"""Stems that an account set against another must have."""
_WHOLE: Final = 12
"""Words between a side and the word that says that it is beaten."""


def states_of(account: Account) -> Iterator[Found]:
    """Who is said to hold which place, and that a side is there still, which stands against its having been beaten."""
    for state in account.record.states:
        if state.span is None:
            continue
        side = _holder(account, state)
        place = account.parts.places.get(state.place or "")
        negative = state.polarity == "negative"
        statements = [account.parts.statements[s] for s in state.asserted_by if s in account.parts.statements]
        voice = voice_of(account, statements[0]) if statements else voice_at(account, state.span.start, state.span.end)
        if state.kind == "controls_territory" and side and place and place.name and not _held(state):
            force = force_at(account, voice.statement, state.span.start, state.span.end, negated=negative)
            slots = Slots(actor=side.name, action="hold", place=place.name)
            yield Found("control", f"holds:{skeleton(place.name)}:{side.key}", (state.span,), slots, voice, force)
        if side and not negative and _there_still(account, side, state):
            yield _against_defeat(side, state.span, voice)


def _there_still(account: Account, side: Side, state: State) -> bool:
    """Whether it says in so many words that a side fights on: its name, and a verb that is true now."""
    if state.span is None or state.kind not in ("strength", "presence", "controls_territory") or _held(state):
        return False
    words = tuple(iter_words(state.span.text))
    named = any(one.key == side.key for one in sides_in(words, account.country))
    return named and any(word.low in _NOW for word in words)


def _held(state: State) -> bool:
    """Whether it is how a place is called ("rebel-held", "the rebel bastion of") rather than said to be so."""
    return state.span is not None and bool(_ATTRIBUTE.search(state.span.text.lower()))


def _holder(account: Account, state: State) -> Side | None:
    """The side that holds. "We", and fighters who are told of by their backer only, are the side of the one who speaks."""
    chain = account.parts.chains.get(state.holder or "")
    words = str((chain.name if chain else state.extra.get("holder_words")) or "")
    span = state.span
    if span is not None and (words.lower() in ("we", "our", "us") or _BACKED.search(span.text)):
        return side_of_voice(voice_at(account, span.start, span.end))
    root = root_of(chain.actor) if chain and chain.actor else side_of(words, account.country)
    return Side(*root, 0, 0) if root else None


def defeats_of(account: Account) -> Iterator[Found]:
    """Whether a side is said to be beaten, who says that it is not so, and who says so against another's words."""
    for statement in account.record.statements:
        for side, span, negative in _beaten(account, statement):
            if _innermost(account, statement, span):
                voice = voice_of(account, statement)
                force = force_at(account, statement, span.start, span.end, negated=negative)
                yield _defeat(side, span, voice, force)
                yield from _against(account, statement, side, span)


def _beaten(account: Account, statement: Statement) -> Iterator[tuple[Side, Span, bool]]:
    for content in statement.content.spans:
        number = account.sentences.at(content.start)
        for at in range(number, account.sentences.at(max(content.start, content.end - 1)) + 1):
            words = [w for w in account.words[at] if content.start <= w.start < content.end]
            gone = [w for k, w in enumerate(words) if _is_gone(words, k)]
            for word in gone:
                side = _side_near(account, at, word.start, content)
                if side is None:
                    continue
                start, end = min(side.start, word.start), max(side.end, word.end)
                inside = {w.low for w in words if start <= w.start < end}
                if len([w for w in words if start <= w.start < end]) <= _WHOLE:
                    yield (
                        side,
                        cut(account.text, start, end),
                        bool(inside & {"not", "never", "cannot", "hasnt", "isnt", "no"}),
                    )


def _is_gone(words: Sequence[Word], k: int) -> bool:
    """Whether a word says that somebody is beaten: "has been defeated", "declared it defeated", "the defeat of"."""
    word = words[k]
    if word.low in DEFEAT:
        return k + 1 < len(words) and words[k + 1].low == "of"
    before = {w.low for w in words[max(0, k - 4) : k]}
    return word.low in DEFEATED and bool(before & _BEING) and "by" not in {w.low for w in words[k + 1 : k + 3]}


def _side_near(account: Account, number: int, offset: int, content: Span) -> Side | None:
    named = [s for s in account.sides[number] if content.start <= s.start < content.end]
    for chain in account.record.chains:
        if chain.actor and (root := root_of(chain.actor)) and account.record.mentions:
            for key in chain.mentions:
                mention = account.parts.mentions.get(key)
                if mention is not None and content.start <= mention.span.start and mention.span.end <= content.end:
                    named.append(Side(*root, mention.span.start, mention.span.end))
    groups = [s for s in named if _fights(s.key)]
    return min(groups, key=lambda s: abs(s.start - offset)) if groups else None


def _fights(key: str) -> bool:
    return key.startswith("side:") or (
        key in registry().rows and registry().get(key).kind in ("armed_group", "party", "coalition")
    )


def _innermost(account: Account, statement: Statement, span: Span) -> bool:
    """Whether no statement within this one says the same words."""
    return not any(
        other.inside == statement.id and any(c.start <= span.start and span.end <= c.end for c in other.content.spans)
        for other in account.record.statements
    )


def _against(account: Account, statement: Statement, side: Side, span: Span) -> Iterator[Found]:
    """The one within whose account a claim stands that is called untrue, or set against what he tells."""
    outer = account.parts.statements.get(statement.inside or "")
    if outer is None:
        return
    first = min(c.start for c in outer.content.spans)
    last = max(c.end for c in outer.content.spans)
    words = account.text[first:last].lower()
    before = account.text[max(0, first - 30) : span.start].lower()
    if not (any(w in words for w in _UNTRUE) or any(w in before for w in _DESPITE)):
        return
    untrue = next((w for w in _UNTRUE if w in words), None)
    shown = (
        cut(account.text, first + words.find(untrue), first + words.find(untrue) + len(untrue))
        if untrue
        else _lead(account, outer, span)
    )
    if untrue is None and len(stems_of(shown.text)) < _FEWEST:
        return
    yield _defeat(
        side,
        shown,
        voice_of(account, outer),
        Force("denies", basis="says that it is not true" if untrue else "sets another account against it"),
    )


def _lead(account: Account, outer: Statement, span: Span) -> Span:
    """What the outer statement says for itself, before the words that it speaks against."""
    content = outer.content.spans[0]
    low = account.text[content.start : span.start].lower()
    at = min((low.find(w) for w in _DESPITE if low.find(w) > 0), default=0)
    return cut(account.text, content.start, content.start + at) if at > 0 else content


def _defeat(side: Side, span: Span, voice: Voice, force: Force) -> Found:
    return Found("status", f"defeated:{side.key}", (span,), Slots(actor=side.name, action="be defeated"), voice, force)


def _against_defeat(side: Side, span: Span, voice: Voice) -> Found:
    force = Force("denies", basis="slots: who holds out is not beaten")
    return Found(
        "status",
        f"defeated:{side.key}",
        (span,),
        Slots(actor=side.name, action="be defeated"),
        voice,
        force,
        counter=True,
    )
