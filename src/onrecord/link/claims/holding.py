"""What holds: who has a place, whether a side is beaten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.force import Force, force_at
from onrecord.link.claims.found import Found
from onrecord.link.claims.sides import Side, root_of, side_of
from onrecord.link.claims.vocabulary import DEFEATED
from onrecord.link.claims.voices import Voice, voice_at, voice_of
from onrecord.link.claims.words import cut, skeleton, stem
from onrecord.record.claim import Slots
from onrecord.record.span import Span
from onrecord.record.state import State
from onrecord.record.statement import Statement

_GONE: Final = frozenset({stem(word) for word in DEFEATED})
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
_WHOLE: Final = 12
"""Words between a side and the word that says that it is beaten."""
_TAKEN: Final = frozenset(
    {"territory_changes_hands", "non_state_actor_overtakes_territory", "government_regains_territory"}
)


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
        if side and state.kind in ("strength", "presence", "controls_territory") and not negative and not _held(state):
            yield _against_defeat(side, state.span, voice)
    yield from _captures(account)


def _held(state: State) -> bool:
    """Whether it is a word before a place ("rebel-held"), which says how the place is called rather than that it is so."""
    return (
        state.span is not None
        and state.span.text.lower().split()[0].endswith("-held")
        and len(state.span.text.split()) <= 3
    )


def _holder(account: Account, state: State) -> Side | None:
    chain = account.parts.chains.get(state.holder or "")
    words = (chain.name if chain else state.holder) or ""
    root = root_of(chain.actor) if chain and chain.actor else side_of(words, account.country)
    if root is None and words.lower() in ("we", "our", "us") and state.span is not None:
        voice = voice_at(account, state.span.start, state.span.end)
        for speaker in voice.speakers:
            root = root or (root_of(speaker.party) if speaker.party else None) or _side_of_name(account, speaker.name)
    return Side(*root, 0, 0) if root else None


def _side_of_name(account: Account, name: str) -> tuple[str, str] | None:
    """The side that a person stands with, by what the report says of him."""
    for chain in account.record.chains:
        if chain.name == name:
            for other in chain.member_of:
                body = account.parts.chains.get(other)
                if body and body.actor:
                    return root_of(body.actor)
    return None


def _captures(account: Account) -> Iterator[Found]:
    """Who is said to have taken a place."""
    for event in account.record.events:
        if (
            event.type not in _TAKEN
            or event.trigger is None
            or event.status not in ("happened", "ongoing", "claimed", "denied")
        ):
            continue
        place = account.parts.places.get(event.place or "")
        actor = next((a for a in event.arguments if a.role == "actor"), None)
        if place is None or not place.name or actor is None:
            continue
        chain = account.parts.chains.get(actor.chain or "")
        words = (chain.name if chain else None) or " ".join(span.text for span in actor.spans)
        root = root_of(chain.actor) if chain and chain.actor else side_of(words, account.country)
        if root is None:
            continue
        start, end = event.trigger.start, event.trigger.end
        voice = voice_at(account, start, end)
        force = force_at(
            account, voice.statement, start, end, negated=event.polarity == "negative" or event.status == "denied"
        )
        slots = Slots(actor=root[1], action="hold", place=place.name)
        yield Found("control", f"holds:{skeleton(place.name)}:{root[0]}", (event.trigger,), slots, voice, force)


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
            gone = [w for w in words if stem(w.low) in _GONE]
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


def _side_near(account: Account, number: int, offset: int, content: Span) -> Side | None:
    named = [
        s for s in account.sides[number] if content.start <= s.start < content.end and s.key not in ("united-states",)
    ]
    for chain in account.record.chains:
        if chain.actor and (root := root_of(chain.actor)) and account.record.mentions:
            for key in chain.mentions:
                mention = account.parts.mentions.get(key)
                if mention is not None and content.start <= mention.span.start and mention.span.end <= content.end:
                    named.append(Side(*root, mention.span.start, mention.span.end))
    groups = [s for s in named if _fights(s.key)]
    return min(groups, key=lambda s: abs(s.start - offset)) if groups else None


def _fights(key: str) -> bool:
    from onrecord.link.claims.sides import registry

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
