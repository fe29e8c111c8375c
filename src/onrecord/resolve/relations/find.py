"""Relations found in single sentences. In: the report and its mentions. Out: who stands to whom how, with the words that say it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.record import Chain, Mention, Record, Relation, Span, make_id
from onrecord.record.vocabulary import RelationKind
from onrecord.resolve.layout import Layout
from onrecord.resolve.relations.patterns import BREAKS, CUES, PATTERNS, Pattern
from onrecord.resolve.relations.titles import apposed
from onrecord.resolve.vocabulary import POSSESSIVES

FARTHEST = 140
"""Characters between two actors beyond which no pattern is tried."""
AROUND = 60
"""Characters that are looked at before and after a pair."""
_PARTIES = frozenset(("person", "organisation", "nationality"))
_PLACES = frozenset(("location", "facility"))
_ACTS = frozenset(("fights", "backs"))
"""What one does to another."""
_LONGEST_BARE = 24
"""Characters that a pattern without a cue fits at most: a bracket, "and the"."""
_AMOUNTS = frozenset(("quantity", "money", "temporal", "frequency", "url", "comms_identifier", "document_reference"))
_SUBJECTS = frozenset(("i", "we", "they", "he", "she", "who", "my", "our", "your", "their", "his", "its"))
"""Pronouns that nothing is done to: they act, or own what it is done to."""
_PRONOUNS = _SUBJECTS | {"me", "us", "them", "him", "her", "my", "our", "their", "his"}
_LISTED = frozenset(
    (",", "and", "or", ", and", "and the", ", the", ", and the", "as well as", ", including", "and its", "and their")
)


@dataclass(frozen=True, slots=True)
class Said:
    """A relation between two mentions.

    Attributes:
        kind: What is said.
        source: Of whom.
        target: The other one.
        span: The words between them that say it, as offsets.
    """

    kind: RelationKind
    source: Mention
    target: Mention
    span: tuple[int, int]


def find_said(layout: Layout, mentions: Iterable[Mention]) -> list[Said]:
    """Finds all relations, in the order of the text.

    Args:
        layout: The report.
        mentions: Those whose relations are looked for; nested ones stand in for the one that holds them.
    """
    by_sentence: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        # In "anti-ISIS tribes" nothing is said of ISIS by what follows.
        bare = layout.lower[max(0, mention.span.start - 5) : mention.span.start] != "anti-"
        if bare and mention.kind not in _AMOUNTS:
            by_sentence.setdefault(layout.sentence(mention.span.start), []).append(mention)
    found: dict[tuple[str, str, str], Said] = {}
    for inside in by_sentence.values():
        for said in _nearest(_in_sentence(layout, inside)):
            found.setdefault((said.kind, said.source.id, said.target.id), said)
    return list(found.values())


def _nearest(found: Iterable[Said]) -> list[Said]:
    """Of several who could be the one that acts on somebody, the nearest: "X says that Y fights Z" is of Y."""
    best: dict[tuple[str, str, bool], int] = {}
    said = list(found)
    for one in said:
        key = (one.kind, one.target.id, one.source.span.start < one.target.span.start)
        best[key] = min(best.get(key, FARTHEST), one.span[1] - one.span[0])
    return [
        one
        for one in said
        if one.kind not in _ACTS
        or one.span[1] - one.span[0] == best[one.kind, one.target.id, one.source.span.start < one.target.span.start]
    ]


def _in_sentence(layout: Layout, mentions: Sequence[Mention]) -> Iterator[Said]:
    if len(mentions) < 2:
        return
    first, last = mentions[0].span.start, mentions[-1].span.end
    cues = list(CUES.finditer(layout.lower, first, last))
    at, kinds = [m.start() for m in cues], [str(m.lastgroup) for m in cues]
    for index, one in enumerate(mentions):
        told: set[str] = set()
        for other in mentions[index + 1 :]:
            gap = other.span.start - one.span.end
            if gap < 0:
                continue
            if gap > FARTHEST:
                break
            near = frozenset(kinds[bisect_left(at, one.span.end) : bisect_left(at, other.span.start)])
            new = [said for said in _between(layout, one, other, near) if said.kind not in told]
            told |= {said.kind for said in new}
            for said in new:
                yield said
                yield from _and_others(layout, mentions, said, one)


def _between(layout: Layout, one: Mention, other: Mention, cues: frozenset[str]) -> Iterator[Said]:
    start, end = one.span.end, other.span.start
    if apposed(layout, one, other):
        yield Said("same_as", one, other, (start, end))
        yield Said("same_as", other, one, (start, end))
        return
    if not cues and end - start > _LONGEST_BARE:
        return
    text = layout.lower[start:end]
    broken = bool(cues) and BREAKS.search(text) is not None
    for pattern in _tried(cues, broken):
        if (
            one.kind in pattern.among
            and other.kind in (pattern.other or pattern.among)
            and _fits(pattern, layout, one, other, text)
        ):
            if pattern.way != "back":
                yield Said(pattern.kind, one, other, (start, end))
            if pattern.way != "forth":
                yield Said(pattern.kind, other, one, (start, end))


@cache
def _tried(cues: frozenset[str], broken: bool) -> tuple[Pattern, ...]:
    """The patterns that can fit where these cues stand."""
    return tuple(p for p in PATTERNS if p.bare or (p.kind in cues and (not broken or p.kind == "same_as")))


def _fits(pattern: Pattern, layout: Layout, one: Mention, other: Mention, text: str) -> bool:
    if other.span.text.lower() in _SUBJECTS:
        return False
    if pattern.way == "back" and one.span.text.lower() in POSSESSIVES:
        return False  # "his vest was hit by the guard": not he
    if pattern.kind == "same_as" and pattern.bare and one.kind != other.kind:
        return False
    if pattern.kind != "same_as" and one.span.text.lower() == other.span.text.lower():
        return False
    if pattern.kind in ("member_of", "leads") and {one.span.text.lower(), other.span.text.lower()} & _PRONOUNS:
        return False
    if not pattern.between.fullmatch(text):
        return False
    after, before = pattern.after, pattern.before
    if after is not None and not after.match(layout.lower, other.span.end):
        return False
    return before is None or before.search(layout.lower[max(0, one.span.start - AROUND) : one.span.start]) is not None


def _and_others(layout: Layout, mentions: Sequence[Mention], said: Said, earlier: Mention) -> Iterator[Said]:
    """The same of those that are listed with the later one: "against ISIS and al-Qaeda"."""
    if said.kind == "same_as":
        return
    last = said.target if said.source is earlier else said.source
    for mention in mentions:
        gap = layout.text[last.span.end : mention.span.start]
        if mention.span.start < last.span.end or (mention.kind != last.kind and said.kind != "fights"):
            continue
        if gap.strip() not in _LISTED:
            break
        last = mention
        yield replace(said, target=mention) if said.source is earlier else replace(said, source=mention)


def say_relations(record: Record, layout: Layout) -> Record:
    """Writes down what the report says of two actors.

    Args:
        record: Mentions and chains; chains of one actor are one.
        layout: The same report.

    Returns:
        The record with its relations, and each chain with whom it belongs to, stands with and stands against.
    """
    actors = (mention for mention in record.mentions if mention.kind in _PARTIES or mention.kind in _PLACES)
    kinds: dict[str | None, str] = {chain.id: chain.kind for chain in record.chains}
    said = [s for s in find_said(layout, actors) if _between_actors(s, kinds)]
    # A name within a name says the same thing once more.
    once = {
        (s.kind, frozenset((s.source.chain or s.source.id, s.target.chain or s.target.id)), s.span[1]): s
        for s in reversed(said)
    }
    relations = tuple(_relation(layout, s) for s in reversed(once.values()))
    told = {chain for r in relations for chain in (r.source_chain, r.target_chain)}
    chains = tuple(_told(c, relations) if c.id in told else c for c in record.chains)
    return replace(record, relations=relations, chains=chains)


def _between_actors(said: Said, kinds: Mapping[str | None, str]) -> bool:
    """Whether both are somebody, and not one: what is done to a town is told elsewhere."""
    wanted = _PARTIES if said.kind in _ACTS else _PARTIES | _PLACES
    actors = all(kinds.get(m.chain, m.kind) in wanted for m in (said.source, said.target))
    return actors and (said.source.chain is None or said.source.chain != said.target.chain)


def _relation(layout: Layout, said: Said) -> Relation:
    start, end = said.span
    return Relation(
        id=make_id("r", said.kind, said.source.id, said.target.id),
        kind=said.kind,
        source=said.source.id,
        target=said.target.id,
        source_chain=said.source.chain,
        target_chain=said.target.chain,
        span=Span.of(layout.text, start, end),
    )


def _told(chain: Chain, relations: Sequence[Relation]) -> Chain:
    def others(kind: str, both: bool) -> tuple[str, ...]:
        forth = [r.target_chain for r in relations if r.kind == kind and r.source_chain == chain.id]
        back = [r.source_chain for r in relations if both and r.kind == kind and r.target_chain == chain.id]
        return tuple(dict.fromkeys(other for other in (*forth, *back) if other is not None))

    return replace(
        chain,
        member_of=others("member_of", False) or chain.member_of,
        allied_with=others("allied_with", True) or chain.allied_with,
        opposed_to=others("fights", True) or chain.opposed_to,
    )
