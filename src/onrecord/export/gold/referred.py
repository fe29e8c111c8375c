"""What the judged parts of a record point to: it comes along with its words alone, and what is not there is pointed to no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.record import (
    NARRATOR,
    ById,
    Chain,
    Event,
    Mention,
    Note,
    Place,
    Span,
    Statement,
    TimeExpression,
)

__all__ = ["Referred", "referred"]


@dataclass(frozen=True, slots=True)
class Referred:
    """Judged parts with what they point to.

    Attributes:
        mentions: Words that name who speaks, who takes part, and where; and the fullest name of each.
        chains: Whose these are.
        times: When the events were.
        places: Judged places, and those that events point to.
        statements: Judged statements.
        events: Judged events.
        notes: Which pointers lead to nothing judged, and are gone.
    """

    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    notes: tuple[Note, ...]


def referred(
    statements: tuple[Statement, ...],
    places: tuple[Place, ...],
    events: tuple[Event, ...],
    times: Mapping[str, TimeExpression],
    parts: ById,
    judged: Collection[str],
) -> Referred:
    """Gathers what judged parts point to.

    Args:
        statements: Judged statements.
        places: Judged places.
        events: Judged events.
        times: When they were.
        parts: The parts of the machine's record.
        judged: Ids of everything that somebody decided on; what of this is not gold must not come in as what something points to.
    """
    notes: list[Note] = []
    said, where = {one.id for one in statements}, {one.id for one in places}
    kept_statements = tuple(_inside_of(one, said, notes) for one in statements)
    pointed = {one.place for one in events if one.place in parts.places and one.place not in judged}
    bare = [Place(one.id, one.mention, one.name) for one in parts.places.values() if one.id in pointed]
    kept_places = (*places, *bare)
    kept_events = tuple(_told(one, said, where | {place.id for place in bare}, notes) for one in events)
    spans = [(one.source.chain, span) for one in statements if one.source for span in one.source.spans]
    spans += [(part.chain, span) for one in events for part in one.arguments for span in part.spans]
    chains = {chain for chain, _ in spans} | {one.source.chain for one in statements if one.source}
    chains |= {part.chain for one in events for part in one.arguments}
    found = [parts.chains[id_] for id_ in parts.chains if id_ in chains]
    mentions = _mentions(spans, found, {one.mention for one in kept_places}, parts)
    return Referred(
        tuple(replace(one, chain=one.chain if one.chain in chains else None, confidence=None, extra={}) for one in mentions),
        tuple(_bare_chain(one, mentions, where) for one in found),
        tuple(time for id_, time in times.items() if id_ in {one.time for one in kept_events}),
        kept_places, kept_statements, kept_events, tuple(notes),
    )  # fmt: skip


def _inside_of(one: Statement, said: Collection[str], notes: list[Note]) -> Statement:
    if one.inside is None or one.inside in said:
        return one
    notes.append(Note(one.id, f"stands within {one.inside}, which is not here"))
    return replace(one, inside=None)


def _told(one: Event, said: Collection[str], where: Collection[str], notes: list[Note]) -> Event:
    by = tuple(id_ for id_ in one.asserted_by if id_ == NARRATOR or id_ in said)
    gone = [id_ for id_ in one.asserted_by if id_ not in by]
    if gone:
        notes.append(Note(one.id, f"is told by {', '.join(gone)}, too, which is not here"))
    if one.place is not None and one.place not in where:
        notes.append(Note(one.id, f"happened at {one.place}, which is not here: people did not agree that it is right"))
    return replace(one, asserted_by=by, place=one.place if one.place in where else None)


def _mentions(
    spans: Iterable[tuple[str | None, Span]], chains: Iterable[Chain], places: Collection[str | None], parts: ById
) -> list[Mention]:
    """Mentions by which the parts name something, in the order of the record."""
    wanted = {*places, *_at(spans, parts)}
    for chain in chains:
        named = (id_ for id_ in chain.mentions if id_ in parts.mentions and parts.mentions[id_].span.text == chain.name)
        wanted.add(next(named, None))
    return [one for one in parts.mentions.values() if one.id in wanted]


def _at(spans: Iterable[tuple[str | None, Span]], parts: ById) -> Iterator[str]:
    """Ids of the mentions of a chain that stand where it is named."""
    for id_, span in spans:
        chain = parts.chains.get(id_ or "")
        for key in chain.mentions if chain else ():
            if key in parts.mentions and parts.mentions[key].span.overlaps(span):
                yield key


def _bare_chain(chain: Chain, mentions: Iterable[Mention], where: Collection[str]) -> Chain:
    """Who somebody is, by the names that they are judged by; nothing else of it was judged."""
    own = tuple(one.id for one in mentions if one.id in chain.mentions)
    return Chain(chain.id, chain.kind, chain.name, own, place=chain.place if chain.place in where else None)
