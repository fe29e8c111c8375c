"""Chains to entries: names first, then offices and bodies that the report's country and day decide, then descriptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onrecord.record import Chain, Mention, Record
from onrecord.record.vocabulary import MentionKind
from onrecord.reference.registry import Entry, Registry
from onrecord.resolve.actors.ambiguous import choose
from onrecord.resolve.actors.choice import Choice
from onrecord.resolve.actors.circumstances import Circumstances, find_circumstances
from onrecord.resolve.actors.described import find_described
from onrecord.resolve.actors.join import Group, join_chains
from onrecord.resolve.actors.offices import find_holder
from onrecord.resolve.actors.people import find_person
from onrecord.resolve.layout import Layout

_PLACES = ("location", "facility")


def link_actors(record: Record, layout: Layout, registry: Registry) -> Record:
    """Links chains to the registry, and makes one chain of those that are one actor.

    Args:
        record: Chains that are settled by the words of the report alone.
        layout: The same report.
        registry: Who there is.

    Returns:
        The record. A chain that is linked has `actor`, and in `extra["actor_why"]` the reason; one that could be several has their
        ids there. A mention without a chain that is an actor by itself gets a chain of its own.
    """
    here = find_circumstances(layout, record.document, registry)
    mentions = {m.id: m for m in record.mentions}
    groups = _groups(record, mentions)
    choices = {key: _by_name(chain, found, layout, registry, here, {}) for key, (chain, found) in groups.items()}
    _take_out(record, groups, choices, registry)
    named = {c.entry.id: c.entry for c in choices.values() if c.entry is not None}
    for key, (chain, found) in groups.items():
        if choices[key].candidates and choices[key].entry is None:
            choices[key] = _by_name(chain, found, layout, registry, here, named)
        if choices[key].entry is None:
            choices[key] = _by_words(found, layout, registry, here, named) or choices[key]
    return join_chains(record, groups, choices)


def _groups(record: Record, mentions: Mapping[str, Mention]) -> dict[str, Group]:
    """Chains with their mentions, and mentions without a chain by themselves."""
    groups: dict[str, Group] = {
        chain.id: (chain, [mentions[m] for m in chain.mentions if m in mentions]) for chain in record.chains
    }
    for mention in record.mentions:
        if mention.chain is None and mention.form in ("name", "nominal"):
            groups[mention.id] = (None, [mention])
    return groups


def _take_out(record: Record, groups: dict[str, Group], choices: dict[str, Choice], registry: Registry) -> None:
    """Takes descriptions out of the chains of actors that are never called so: "the coalition" is no armed group."""
    sources = {span.start for s in record.statements if s.source is not None for span in s.source.spans}
    for key, choice in list(choices.items()):
        mentions = groups[key][1]
        for mention in list(mentions) if choice.entry is not None else ():
            bears = registry.find(mention.span.text) if mention.form == "nominal" else ()
            if bears and choice.entry not in bears and mention.span.start not in sources:
                mentions.remove(mention)
                groups[mention.id] = (None, [mention])
                choices[mention.id] = Choice(None, "")


def _kind(chain: Chain | None, mentions: Sequence[Mention]) -> MentionKind:
    return chain.kind if chain else mentions[0].kind


def _by_name(
    chain: Chain | None,
    mentions: Sequence[Mention],
    layout: Layout,
    registry: Registry,
    here: Circumstances,
    named: Mapping[str, Entry],
) -> Choice:
    """The entry that the names of a chain are of, if they are of one alone."""
    names = Counter(m.span.text for m in mentions if m.form == "name")
    if chain is not None and chain.name:
        names[chain.name] += 1
    kind = _kind(chain, mentions)
    if kind == "person":
        return find_person(names, chain.roles if chain else (), registry, here)
    votes: Counter[str] = Counter()
    several: dict[str, Entry] = {}
    for name, count in names.items():
        found = [entry for entry in registry.find(name) if _can_be(entry, kind)]
        if len(found) == 1 and (len(registry.find(name)) == 1):
            votes[found[0].id] += count
        several |= {entry.id: entry for entry in found}
    if len(votes) == 1 or (votes and votes.most_common(2)[0][1] > votes.most_common(2)[1][1]):
        entry = registry.get(votes.most_common(1)[0][0])
        return Choice(entry, f"a name of {entry.name}")
    if votes:
        return Choice(None, "its names are of several", tuple(votes))
    if kind == "nationality" and (state := _people(names, registry)) is not None:
        return Choice(state, f"the people of {state.name}")
    return choose(several.values(), here, here.own_in(layout.sentence(mentions[0].span.start)), named)


def _can_be(entry: Entry, kind: MentionKind) -> bool:
    if entry.kind == "person":
        return False
    return entry.kind in ("state", "government") if kind in _PLACES else True


def _people(names: Iterable[str], registry: Registry) -> Entry | None:
    """The state whose people are meant by a noun in the plural: "the Americans", not "American"."""
    for name in names:
        state = registry.state_of(name) if name.endswith("s") else None
        for entry in registry.states(state) if state else ():
            if name.removeprefix("the ") in entry.people[1:]:
                return entry
    return None


def _by_words(
    mentions: Sequence[Mention],
    layout: Layout,
    registry: Registry,
    here: Circumstances,
    named: Mapping[str, Entry],
) -> Choice | None:
    """The entry that the descriptions of a chain fit, if they fit one alone."""
    described = [m for m in mentions if m.form == "nominal"]
    has_name = any(m.form == "name" for m in mentions)
    choices: list[Choice] = []
    for mention in described:
        choice = find_described(mention, layout, registry, here, named, alone=not has_name)
        if choice is None and not has_name:
            choice = find_holder(mention, layout, registry, here, named)
        if choice is not None:
            choices.append(choice)
    told = [c for c in choices if c.stated] or choices
    found = {c.entry.id: c for c in told if c.entry is not None}
    if len(found) == 1:
        return next(iter(found.values()))
    left = tuple(dict.fromkeys([*found, *(key for c in told for key in c.candidates)]))
    return Choice(None, told[0].why, left) if left else None
