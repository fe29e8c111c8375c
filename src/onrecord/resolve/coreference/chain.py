"""Chains over the whole report. In: a record whose names, speakers and actors are settled. Out: the record with everything else that means them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.record import Antecedent, Chain, Mention, Record, make_id
from onrecord.record.vocabulary import MentionKind
from onrecord.resolve.coreference.compare import compare
from onrecord.resolve.coreference.constraints import Group
from onrecord.resolve.coreference.group import CAREFUL, Care, group
from onrecord.resolve.coreference.pairs import Floats
from onrecord.resolve.coreference.signs import PAIR_SIGNS
from onrecord.resolve.coreference.unmarked import find_unmarked
from onrecord.resolve.coreference.weigh import load_weights
from onrecord.resolve.layout import Layout

NEVER = frozenset(("quantity", "money", "frequency", "url", "comms_identifier"))
"""Kinds of which the same words mean something else each time."""
REASONS = {
    "acronym": "its acronym, or what that stands for",
    "within, said of it": "said of it",
    "said to be": "said to be it",
    "same words": "the same words",
    "same head": "the same noun",
    "spoken by the other": "the one who is being quoted",
    "nearest that fits": "the nearest that fits",
}
"""Signs that tell a reader why, the strongest first."""


def chain_mentions(
    record: Record,
    layout: Layout,
    things: Iterable[Mention] = (),
    links: Sequence[Antecedent] = (),
    care: Care = CAREFUL,
) -> Record:
    """Chains everything that is named, described or pointed to more than once.

    Args:
        record: A record whose names, speakers and actors are settled; its chains are added to, and never joined to one another.
        layout: The same report.
        things: More mentions, of things that are nobody and nowhere: they come into the record where they stand in a chain.
        links: What the reader makes of antecedents.
        care: How sure a joining has to be.

    Returns:
        The record with more mentions in its chains, and more chains. Their `extra["why"]` has the reason of every joining.
    """
    told = {m.id for m in record.mentions}
    record = _with(record, things)
    record = _chained(_with(record, find_unmarked(record, layout)), layout, links, care)
    return replace(record, mentions=tuple(m for m in record.mentions if m.chain is not None or m.id in told))


def _with(record: Record, more: Iterable[Mention]) -> Record:
    known = {mention.id for mention in record.mentions}
    new = [mention for mention in more if mention.id not in known]
    mentions = sorted((*record.mentions, *new), key=lambda m: (m.span.start, -m.span.end))
    return replace(record, mentions=tuple(mentions))


def _chained(record: Record, layout: Layout, links: Sequence[Antecedent], care: Care) -> Record:
    mentions = [m for m in record.mentions if m.kind not in NEVER and m.span.text.strip()]
    if len(mentions) < 2:
        return record
    found = compare(layout, mentions, record.statements, links)
    scores = load_weights().score(found.mentions, found.signs, found.pairs)
    groups, because = group(found, scores, _settled(record, mentions), care)
    why = {mentions[k].id: _reason(found.signs[row]) for k, row in because.items()}
    return _written(record, mentions, groups, why)


def _settled(record: Record, mentions: Sequence[Mention]) -> list[Group]:
    place = {m.id: k for k, m in enumerate(mentions)}
    speaks: dict[str, set[str]] = {}
    for s in record.statements:
        if s.source is not None and s.source.chain is not None:
            speaks.setdefault(s.source.chain, set()).add(s.id)
    return [
        Group(sorted(place[m] for m in chain.mentions if m in place), chain.id, speaks.get(chain.id, set()))
        for chain in record.chains
        if any(m in place for m in chain.mentions)
    ]


def _reason(signs: Floats) -> str:
    told = {name for name, value in zip(PAIR_SIGNS, signs.tolist(), strict=True) if value}
    return next((why for name, why in REASONS.items() if name in told), "the likeliest before it")


def _written(record: Record, mentions: Sequence[Mention], groups: Sequence[Group], why: Mapping[str, str]) -> Record:
    chains = {chain.id: chain for chain in record.chains}
    owner = {m: chain.id for chain in record.chains for m in chain.mentions}
    for found in groups:
        members = [mentions[k] for k in found.members]
        added = [{"mention": m.id, "why": why[m.id]} for m in members if m.id in why]
        if not added:
            continue
        old = chains.get(found.chain) if found.chain else None
        chain = old or Chain(make_id("c", members[0].id), _kind(members), None, ())
        known = {m.id for m in members}
        ids = (*(m for m in chain.mentions if m not in known), *known)
        reasons = chain.extra.get("why", ())
        extra = {**chain.extra, "why": [*(reasons if isinstance(reasons, list | tuple) else ()), *added]}
        chains[chain.id] = replace(chain, mentions=ids, extra=extra)
        owner |= dict.fromkeys(known, chain.id)
    order = {m.id: k for k, m in enumerate(record.mentions)}
    return replace(
        record,
        mentions=tuple(m if m.chain == owner.get(m.id) else replace(m, chain=owner.get(m.id)) for m in record.mentions),
        chains=tuple(replace(c, mentions=tuple(sorted(c.mentions, key=order.__getitem__))) for c in chains.values()),
    )


def _kind(members: Sequence[Mention]) -> MentionKind:
    kinds = Counter(m.kind for m in members if m.form != "pronoun") or Counter(m.kind for m in members)
    return max(kinds, key=kinds.__getitem__)
