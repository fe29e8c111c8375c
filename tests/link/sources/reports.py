"""Short reports made of sentences of our own, for those who speak in them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record import Chain, Content, Cue, Document, Mention, Place, Record, Role, Source, Span, Statement
from onrecord.record.vocabulary import MentionKind, SourceType


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def chain(key: str, kind: MentionKind, name: str | None = None, actor: str | None = None, *roles: Role) -> Chain:
    return Chain(key, kind, name, (), actor, roles=roles)


def said(
    text: str,
    source: str | None,
    cue: str,
    content: str,
    *,
    type: SourceType | None = "person",  # noqa: A002
    chain: str | None = None,
    name: str | None = None,
    inside: str | None = None,
    key: str = "s",
) -> Statement:
    told = Source((span(text, source),), chain, name, type) if source else None
    return Statement(key, "indirect", told, Cue((span(text, cue),)), Content((span(text, content),)), inside)


def report(
    text: str,
    *statements: Statement,
    chains: Sequence[Chain] = (),
    publisher: str | None = "The Evening Star",
    published: str | None = "2019-03-01",
    country: str | None = None,
    mentions: Sequence[Mention] = (),
    places: Sequence[Place] = (),
) -> Record:
    where = (Place("p", None, "somewhere", country=country),) if country else ()
    document = Document("sha256:d", text, publisher=publisher, published=published)
    return Record(document, tuple(mentions), tuple(chains), (), (*places, *where), statements)
