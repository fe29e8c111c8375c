"""Finds what holds: who controls what, how strong a group is, who supports whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from onrecord.record import Mention, Record, Relation, Span, make_id
from onrecord.record.state import State
from onrecord.record.vocabulary import StateKind
from onrecord.resolve.states.found import Held, find_held
from onrecord.resolve.states.setting import NARRATOR, Setting, set_out
from onrecord.resolve.states.strength import find_strengths

TAKES: Final = frozenset(
    (
        "government_regains_territory",
        "non_state_actor_overtakes_territory",
        "non_violent_transfer_of_territory",
        "territory_changes_hands",
    )
)
"""Types of events after which the actor holds the place."""
RELATIONS: Final[Mapping[str, StateKind]] = {"allied_with": "alliance", "backs": "support"}


def hold_states(record: Record) -> Record:
    """Finds what holds: who controls what, how strong a group is, who supports whom.

    Args:
        record: A record with chains, places, times, statements, and the events and quantities that were read.

    Returns:
        The same record with its states.
    """
    setting = set_out(record)
    told = [_state(setting, held) for held in find_held(setting)]
    found = [
        *told,
        *(_state(setting, held) for held in find_strengths(setting, record.quantities)),
        *(state for state in _taken(record) if not any(_tells(other, state) for other in told)),
        *_related(record, setting),
    ]
    unique = {state.id: state for state in found}
    states = sorted(unique.values(), key=lambda s: (s.span.start, s.span.end) if s.span else (0, 0))
    return replace(record, states=tuple(states)) if states else record


def _state(setting: Setting, held: Held) -> State:
    start, end = held.span
    start += len(setting.text[start:end]) - len(setting.text[start:end].lstrip())
    said = setting.voice(start)
    certainty, polarity = setting.mode(start, held.cue_end, alone=held.named)
    if held.named and held.kind == "controls_territory":
        certainty = "certain"  # taken for granted, however sure the statement is of what it says
    extra: dict[str, object] = {}
    if held.holder is not None and held.holder.chain is None:
        extra["holder_words"] = held.holder.span.text
    elif held.holder is None and held.words:
        extra["holder_words"] = held.words
    if held.quantity is not None:
        extra["quantity"] = held.quantity.id
    return State(
        id=make_id("st", held.kind, start, end),
        kind=held.kind,
        holder=held.holder.chain if held.holder else None,
        place=held.place,
        time=held.time,
        span=Span.of(setting.text, start, end),
        low=held.quantity.low if held.quantity else None,
        high=held.quantity.high if held.quantity else None,
        certainty=certainty,
        polarity=polarity,
        asserted_by=(said.id if said else NARRATOR,),
        extra=extra,
    )


def _tells(told: State, taken: State) -> bool:
    """Whether the words of an event tell a state already: "has seized control of"."""
    if told.span is None or taken.span is None or told.kind != taken.kind:
        return False
    return told.span.overlaps(taken.span) and told.holder == taken.holder


def _taken(record: Record) -> Iterator[State]:
    """Who has taken a place holds it from then on."""
    for event in record.events:
        if event.type not in TAKES or event.status != "happened" or event.trigger is None or event.place is None:
            continue
        actor = next((a for a in event.arguments if a.role == "actor" and a.chain is not None), None)
        if actor is None:
            continue
        yield State(
            id=make_id("st", "taken", event.trigger.start, event.trigger.end),
            kind="controls_territory",
            holder=actor.chain,
            place=event.place,
            time=event.time,
            span=event.trigger,
            certainty=event.certainty,
            polarity="positive",
            asserted_by=event.asserted_by,
            extra={"event": event.id},
        )


def _related(record: Record, setting: Setting) -> Iterator[State]:
    """Alliances and support, from the relations that the report states."""
    mentions: dict[str, Mention] = {m.id: m for m in record.mentions}
    seen: set[tuple[str, frozenset[str]]] = set()
    for relation in record.relations:
        kind = RELATIONS.get(relation.kind or "")
        source, target = mentions[relation.source], mentions[relation.target]
        pair = (kind or "", frozenset((source.id, target.id)))
        if kind is None or relation.span is None or pair in seen or not _are_parties(relation, source, target):
            continue
        seen.add(pair)
        start, end = min(source.span.start, target.span.start), max(source.span.end, target.span.end)
        said = setting.voice(start)
        certainty, polarity = setting.mode(relation.span.start, relation.span.end)
        other = {"other": relation.target_chain or target.span.text}
        yield State(
            id=make_id("st", kind, start, end),
            kind=kind,
            holder=relation.source_chain,
            span=Span.of(record.document.text, start, end),
            certainty=certainty,
            polarity=polarity,
            asserted_by=(said.id if said else NARRATOR,),
            extra=other if relation.source_chain else other | {"holder_words": source.span.text},
        )


def _are_parties(relation: Relation, source: Mention, target: Mention) -> bool:
    """Whether two parties stand in a relation, rather than people who help each other."""
    same = relation.source_chain is not None and relation.source_chain == relation.target_chain
    return not same and source.kind != "person" and (target.kind != "person" or target.form == "name")
