"""Pronouns that are in no chain yet: "we" and "I" of one voice, "he", "they" and "it" for what was last spoken of.

This is a guess that is right more often than not; a source of a statement is never settled by it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.record import Chain, Mention, Record, Span, make_id
from onrecord.resolve.layout import Layout
from onrecord.resolve.vocabulary import PRONOUNS

_CLAUSE = re.compile(r"[,;:.!?\n“”\"—–]|\b(?:and|but|because|when|while|if|that|which|who|as|after|before|since)\b")
BACK = 2
"""Sentences before its own in which a pronoun looks for what it stands for."""
_VOICES = {
    "I": frozenset("i me my mine myself".split()),
    "we": frozenset("we us our ours ourselves".split()),
    "you": frozenset("you your yours yourself".split()),
}
_THINGS = frozenset(("it", "its", "itself"))


def chain_pronouns(record: Record, layout: Layout) -> Record:
    """Chains pronouns that nothing has settled.

    Args:
        record: A record whose names, speakers, actors and descriptions are settled.
        layout: The same report.

    Returns:
        The record with pronouns added to chains, and chains of "we", "I" and "you" by the voice that speaks.
    """
    record = _with_things(record, layout)
    sources = {span.start for s in record.statements if s.source is not None for span in s.source.spans}
    added: dict[str, list[str]] = defaultdict(list)
    voices: dict[tuple[str, str], list[str]] = defaultdict(list)
    near = Near(layout, [m for m in record.mentions if m.chain is not None], {c.id: c for c in record.chains})
    for mention in record.mentions:
        word = mention.span.text.lower()
        if mention.chain is not None or mention.form != "pronoun" or mention.span.start in sources:
            continue
        voice = next((name for name, words in _VOICES.items() if word in words), None)
        if voice is not None:
            voices[voice, _speaker(record, mention)].append(mention.id)
        elif (home := near.find(mention, PRONOUNS.get(word, ("unknown", None))[0])) is not None:
            added[home].append(mention.id)
    return _written(record, added, voices)


def _with_things(record: Record, layout: Layout) -> Record:
    """The record with a mention for each "it" and "its" that is none yet."""
    taken = {m.span.start for m in record.mentions if m.form == "pronoun"}
    used = {m.id for m in record.mentions}
    made = [
        Mention(make_id("m", w.start, w.end), Span.of(layout.text, w.start, w.end), "other", "pronoun")
        for w in layout.words
        if w.plain in _THINGS and w.start not in taken and make_id("m", w.start, w.end) not in used
    ]
    return replace(record, mentions=tuple(sorted((*record.mentions, *made), key=lambda m: (m.span.start, -m.span.end))))


def _speaker(record: Record, mention: Mention) -> str:
    """Whose words a pronoun stands in: the chain of the one quoted, or the report itself."""
    inside = [
        (span.end - span.start, s)
        for s in record.statements
        if s.form in ("direct", "mixed")
        for span in s.content.spans
        if span.start <= mention.span.start < span.end
    ]
    if not inside:
        return ""
    source = min(inside, key=lambda pair: pair[0])[1].source
    return (source.chain if source else None) or "?"


@dataclass(frozen=True, slots=True)
class Near:
    """Finds what a pronoun stands for: the last mention before it, and not far, that it fits.

    Attributes:
        layout: The report.
        mentions: Those that are in a chain, in the order of the text.
        chains: Chains by id.
    """

    layout: Layout
    mentions: Sequence[Mention]
    chains: Mapping[str, Chain]

    def find(self, pronoun: Mention, sort: str) -> str | None:
        """The chain that a pronoun of some sort goes on with."""
        start = pronoun.span.start
        first = self.layout.sentence(start) - BACK
        barred: set[str] = set()
        before = bisect_left(self.mentions, start, key=lambda m: m.span.start)
        for other in reversed(self.mentions[:before]):
            if self.layout.sentence(other.span.start) < first:
                return None
            if other.chain is None or other.span.end > start:
                continue
            if self._same_clause(other, pronoun):
                barred.add(other.chain)
            elif other.chain not in barred and _fits(other, self.chains[other.chain], sort):
                return other.chain
        return None

    def _same_clause(self, other: Mention, pronoun: Mention) -> bool:
        """Whether a pronoun is the object of what stands before it in one clause: "ISIS denied it" is not of itself."""
        word = pronoun.span.text.lower()
        ends = self.layout.text[pronoun.span.end : pronoun.span.end + 1] in (*".,;!?\n", "")
        if word not in ("him", "them") and not (word == "it" and ends):
            return False
        return not _CLAUSE.search(self.layout.text, other.span.end, pronoun.span.start)


def _fits(other: Mention, chain: Chain, sort: str) -> bool:
    several = other.span.text.lower().endswith("s")
    if sort == "person":
        return chain.kind == "person" and chain.name is not None
    if sort == "thing":
        return chain.kind in ("organisation", "other", "facility") and not several
    return sort == "several" and chain.kind != "location" and (several or other.kind == "nationality")


def _written(record: Record, added: Mapping[str, list[str]], voices: Mapping[tuple[str, str], list[str]]) -> Record:
    order = {m.id: k for k, m in enumerate(record.mentions)}
    owner = {mid: cid for cid, ids in added.items() for mid in ids}
    new = []
    for (name, _), ids in voices.items():
        if len(ids) > 1:
            cid = make_id("c", ids[0])
            owner |= dict.fromkeys(ids, cid)
            why = [{"mention": mid, "why": f'"{name}" in the words of one voice'} for mid in ids[1:]]
            new.append(Chain(cid, "person" if name == "I" else "other", None, tuple(ids), extra={"why": why}))
    chains = [
        replace(c, mentions=tuple(sorted((*c.mentions, *added[c.id]), key=order.__getitem__))) if c.id in added else c
        for c in record.chains
    ]
    mentions = tuple(replace(m, chain=owner[m.id]) if m.id in owner else m for m in record.mentions)
    return replace(record, mentions=mentions, chains=(*chains, *new))
