"""Who takes part in an event, and what that says of its type. In: arguments with words. Out: arguments with chains, types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from onrecord.ontology import load_ontology
from onrecord.record import Acled, Argument, Chain, Event, Mention, Plover
from onrecord.reference.registry import Entry, Registry

PREPOSITIONS: Final = frozenset("in at on from near with by for to against into including around along".split())
OF_STATES: Final = frozenset(("state", "government", "armed_forces", "ministry"))
NOT_OF_STATES: Final = frozenset(("armed_group",))
TAKES: Final = "territory_changes_hands"
TAKING: Final = ("captur", "occup")
"""How words begin that tell of a place taken where what is taken turns out to be a place."""


def with_chains(event: Event, mentions: Sequence[Mention]) -> Event:
    """The event whose arguments have the chains of what stands at their heads."""
    return replace(event, arguments=tuple(_with_chain(argument, mentions) for argument in event.arguments))


def _with_chain(argument: Argument, mentions: Sequence[Mention]) -> Argument:
    span = argument.spans[0] if argument.spans else None
    if span is None:
        return argument
    inside = [m for m in mentions if m.chain and span.start <= m.span.start and m.span.end <= span.end]
    if not inside:
        return argument
    head = span.start + _head_end(span.text)
    # The longest mention that ends at the head; else what stands before the first preposition.
    at_head = [m for m in inside if m.span.start < head <= m.span.end]
    chosen = max(at_head, key=lambda m: (m.form == "name", m.span.end - m.span.start), default=None)
    if chosen is None:
        chosen = max((m for m in inside if m.span.end <= head), key=lambda m: m.span.end, default=None)
    return replace(argument, chain=chosen.chain) if chosen is not None else argument


def _head_end(text: str) -> int:
    """Where the words before the first preposition end."""
    at = 0
    for word in text.split(" "):
        if word.lower() in PREPOSITIONS and at:
            return at - 1
        at += len(word) + 1
    return len(text)


def with_type(event: Event, chains: Mapping[str, Chain], registry: Registry, country: str | None) -> Event:
    """The event, its type told by what kind of actor takes a place.

    Args:
        event: The event, its arguments with chains.
        chains: The chains of the report.
        registry: Who the actors are.
        country: The country of its place: an army from elsewhere does not regain it.
    """
    if event.type is None and event.trigger is not None and event.trigger.text.lower().startswith(TAKING):
        target = next((chains.get(a.chain) for a in event.arguments if a.role == "target" and a.chain), None)
        if target is not None and target.kind in ("location", "facility"):
            event = as_type(event, TAKES)
    if event.type != TAKES:
        return event
    taker = next((a for a in event.arguments if a.role == "actor" and a.chain), None)
    chain = chains.get(taker.chain) if taker is not None and taker.chain else None
    entry = _entry(registry, chain.actor) if chain is not None and chain.actor else None
    if entry is None:
        return event
    if entry.kind in NOT_OF_STATES:
        return as_type(event, "non_state_actor_overtakes_territory")
    if entry.kind in OF_STATES and country is not None and entry.country is not None:
        regained = entry.country == country
        return as_type(event, "government_regains_territory" if regained else "non_state_actor_overtakes_territory")
    return event


def _entry(registry: Registry, actor: str) -> Entry | None:
    return registry.get(actor) if actor in registry.rows else None


def as_type(event: Event, type_id: str) -> Event:
    """The event with another type, and what other schemes call that."""
    known = load_ontology().types[type_id]
    acled = Acled(*known.acled) if known.acled else None
    return replace(event, type=type_id, acled=acled, plover=Plover(*known.plover) if known.plover else None)
