"""Chains of one actor made one, with everything that points to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.record import Chain, Mention, Record, Role, Statement, make_id
from onrecord.record.vocabulary import MentionKind
from onrecord.reference.registry import Entry
from onrecord.resolve.actors.choice import Choice

Group = tuple[Chain | None, list[Mention]]


def join_chains(record: Record, groups: Mapping[str, Group], choices: Mapping[str, Choice]) -> Record:
    """Writes down what was chosen.

    Args:
        record: The record.
        groups: Chains, and single mentions, with their mentions, by id.
        choices: What was chosen for each.
    """
    same: dict[str, list[str]] = defaultdict(list)
    for key, choice in choices.items():
        if choice.entry is not None and not _is_people(groups[key], choice.entry):
            same[choice.entry.id].append(key)
    first = {key: keys[0] for keys in same.values() for key in keys}
    made: dict[str, Chain] = {}
    owner: dict[str, str] = {}
    moved: dict[str, str] = {}
    for key, (chain, _) in groups.items():
        entry = choices[key].entry
        if first.get(key, key) != key or (chain is None and entry is None):
            continue
        keys = same[entry.id] if entry is not None and key in first else [key]
        joined = _joined([groups[k] for k in keys], [choices[k] for k in keys])
        made[joined.id] = joined
        owner |= dict.fromkeys(joined.mentions, joined.id)
        moved |= {k: joined.id for k in keys if groups[k][0] is not None}
    order = {m.id: k for k, m in enumerate(record.mentions)}
    chains = sorted(made.values(), key=lambda c: order.get(c.mentions[0], 0))
    return replace(
        record,
        mentions=tuple(m if m.chain == owner.get(m.id) else replace(m, chain=owner.get(m.id)) for m in record.mentions),
        chains=tuple(chains),
        statements=tuple(_moved(s, moved, made) for s in record.statements),
    )


def _is_people(group: Group, entry: Entry) -> bool:
    """Whether a chain is the people of a state: they have its id, and stay a chain of their own."""
    chain, mentions = group
    return entry.kind == "state" and (chain.kind if chain else mentions[0].kind) == "nationality"


def _joined(groups: Sequence[Group], choices: Sequence[Choice]) -> Chain:
    entry = next((c.entry for c in choices if c.entry is not None), None)
    mentions = sorted((m for _, found in groups for m in found), key=lambda m: (m.span.start, m.span.end, m.id))
    chains = [chain for chain, _ in groups if chain is not None]
    kind: MentionKind = chains[0].kind if chains else mentions[0].kind
    if entry is not None and entry.kind == "person":
        kind = "person"
    elif entry is not None and entry.kind not in ("state", "people") and kind != "organisation":
        kind = "organisation"
    names = [chain.name for chain in chains if chain.name] or [m.span.text for m in mentions if m.form == "name"]
    why = [reason for chain in chains for reason in _reasons(chain)]
    extra: dict[str, object] = {**(chains[0].extra if chains else {}), "why": why}
    notes = [c for c in choices if c.why and (c.entry is not None or c.candidates)]
    if notes:
        actor: dict[str, object] = {"why": list(dict.fromkeys(c.why for c in notes))}
        if candidates := [key for c in notes for key in c.candidates]:
            actor["candidates"] = list(dict.fromkeys(candidates))
        extra["actor_why"] = actor
    return Chain(
        id=chains[0].id if len(groups) == 1 and chains else make_id("c", mentions[0].id),
        kind=kind,
        name=max(names, key=lambda name: (len(name.split()), -names.index(name))) if names else None,
        mentions=tuple(m.id for m in mentions),
        actor=entry.id if entry is not None else None,
        place=next((c.place for c in chains if c.place), None),
        roles=_roles(chains),
        member_of=tuple(dict.fromkeys(x for c in chains for x in c.member_of)),
        allied_with=tuple(dict.fromkeys(x for c in chains for x in c.allied_with)),
        opposed_to=tuple(dict.fromkeys(x for c in chains for x in c.opposed_to)),
        extra=extra,
    )


def _reasons(chain: Chain) -> list[object]:
    found = chain.extra.get("why", [])
    return list(found) if isinstance(found, list | tuple) else []


def _roles(chains: Sequence[Chain]) -> tuple[Role, ...]:
    roles = {role.text.lower(): role for chain in reversed(chains) for role in reversed(chain.roles)}
    return tuple(sorted(roles.values(), key=lambda role: role.span.start if role.span else 0))


def _moved(statement: Statement, moved: Mapping[str, str], made: Mapping[str, Chain]) -> Statement:
    source = statement.source
    if source is None or source.chain is None or source.chain not in moved:
        return statement
    chain = made[moved[source.chain]]
    name = chain.name or source.name
    if (source.chain, source.name) == (chain.id, name):
        return statement
    return replace(statement, source=replace(source, chain=chain.id, name=name))
