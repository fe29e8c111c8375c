"""Chains as GUM marks them. In: a record of the product. Out: the same chains, with names that begin at their article, once at each place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.record.mention import Mention
from onrecord.record.reading import Reading
from onrecord.record.record import Record
from onrecord.record.span import Span

ARTICLES = ("the ", "The ")


def as_gum(record: Record) -> Record:
    """The chains of a record by the corpus's rules: the article belongs to a name, and of a mention within another of its chain the longer counts."""
    mentions = {m.id: _with_article(m, record.document.text) for m in record.mentions}
    chains = tuple(
        replace(chain, mentions=tuple(m.id for m in _outermost(mentions[key] for key in chain.mentions)))
        for chain in record.chains
    )
    kept = {key: chain.id for chain in chains for key in chain.mentions}
    return replace(
        record,
        mentions=tuple(replace(m, chain=kept.get(m.id)) for m in mentions.values()),
        chains=chains,
        statements=(),
    )


def mentions_as_gum(reading: Reading) -> list[Mention]:
    """Mentions of a reading by the corpus's rules, in the order of the text, each span once."""
    spans: dict[tuple[int, int], Mention] = {}
    for mention in reading.mentions:
        whole = _with_article(mention, reading.document.text)
        spans.setdefault((whole.span.start, whole.span.end), whole)
    return sorted(spans.values(), key=lambda m: (m.span.start, -m.span.end))


def _with_article(mention: Mention, text: str) -> Mention:
    start = mention.span.start
    article = next((a for a in ARTICLES if mention.form == "name" and text.endswith(a, 0, start)), "")
    return replace(mention, span=Span.of(text, start - len(article), mention.span.end)) if article else mention


def _outermost(mentions: Iterable[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mention.span.end > kept[-1].span.end:
            kept.append(mention)
    return kept
