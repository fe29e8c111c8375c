"""Who puts a run of words forward: the sources of the innermost statement that covers it, or the outlet's own voice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.sides import root_of, side_of
from onrecord.link.sources import Speaker
from onrecord.record.by_id import NARRATOR
from onrecord.record.span import Span
from onrecord.record.statement import Statement

_FEEDS: Final = frozenset({"document", "imagery"})
"""Sources that somebody else brings forward: who cites them is counted."""
_NOBODY: Final = frozenset({"unnamed_person", "unnamed_group"})
_AND: Final = re.compile(r"\s+and\s+")
_FOLD: Final = re.compile(r"[\W_]+")
_LONGEST_LIST: Final = 8


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks at some words.

    Attributes:
        statement: The statement; None for the outlet's own voice.
        speakers: Who speaks; several where two are said to say one thing.
    """

    statement: Statement | None
    speakers: tuple[Speaker, ...]

    @property
    def id(self) -> str:
        """The id of the statement, or "narrator"."""
        return self.statement.id if self.statement else NARRATOR


def narrator(account: Account) -> Voice:
    """The outlet's own voice."""
    document = account.record.document
    name = document.publisher or document.id
    return Voice(None, (Speaker(f"narrator:{_folded(name)}", NARRATOR, None, party=None),))


def voice_at(account: Account, start: int, end: int) -> Voice:
    """Who speaks at a run of words, in code points."""
    covering = [s for s in account.record.statements if any(c.start <= start and end <= c.end for c in s.content.spans)]
    if not covering:
        covering = [
            s for s in account.record.statements if any(c.start < end and start < c.end for c in s.content.spans)
        ]
    if not covering:
        return narrator(account)
    return voice_of(account, min(covering, key=_length))


def voice_of(account: Account, statement: Statement) -> Voice:
    """Who speaks in a statement: its ultimate source. A paper or a picture is cited by somebody, and that one counts."""
    speaking, seen = statement, {statement.id}
    while (speaking.source is None or _is_feed(account, speaking)) and (
        outer := account.parts.statements.get(speaking.inside or "")
    ):
        if outer.id in seen:
            break
        seen.add(outer.id)
        speaking = outer
    return Voice(statement, speakers_of(account, speaking))


def speakers_of(account: Account, statement: Statement) -> tuple[Speaker, ...]:
    """The sources of a statement: each of those that stand side by side ("the ministry and activists")."""
    whole = speaker_of(account, statement)
    source = statement.source
    if source is None or not whole.key.startswith(("unnamed:", "name:")) or " and " not in whole.name:
        return (whole,)
    parts = [part.strip() for part in _AND.split(" ".join(span.text for span in source.spans))]
    if len(parts) != 2 or any(not part or len(part.split()) > _LONGEST_LIST for part in parts):
        return (whole,)
    return tuple(_by_words(account, statement, part) for part in parts)


def speaker_of(account: Account, statement: Statement) -> Speaker:
    """The one who speaks in a statement."""
    source = statement.source
    document = account.record.document.id
    if source is None:
        return Speaker(f"unnamed:{document}:", "source not named", None, unnamed=True)
    chain = account.parts.chains.get(source.chain or "")
    name = account.parts.speaker(statement) or "source not named"
    if chain is not None and chain.actor:
        return replace(_by_actor(chain.actor, name), type=source.type)
    return _by_words(account, statement, name)


def _by_words(account: Account, statement: Statement, words: str) -> Speaker:
    kind = statement.source.type if statement.source else None
    bare = re.sub(r"^(?:both|the|a|an)\s+", "", words, flags=re.IGNORECASE)
    named = any(word[:1].isupper() for word in bare.split())
    if named and (side := side_of(bare, account.country)) and not side[0].startswith("side:"):
        return Speaker(f"actor:{side[0]}", side[1], kind, party=side[0])
    chains = (
        [c for c in account.record.chains if c.actor and bare.lower() in (c.name or "").lower()] if not named else []
    )
    if len(chains) == 1 and chains[0].actor:
        return replace(_by_actor(chains[0].actor, chains[0].name or words), type=kind)
    if named and kind not in _NOBODY:
        return Speaker(f"name:{_folded(bare)}", words, kind)
    return Speaker(f"unnamed:{account.record.document.id}:{_folded(bare)}", words, kind, unnamed=True)


def _by_actor(actor: str, name: str) -> Speaker:
    root = root_of(actor)
    return Speaker(f"actor:{actor}", name, None, party=root[0] if root else None)


def _is_feed(account: Account, statement: Statement) -> bool:
    source = statement.source
    chain = account.parts.chains.get((source.chain if source else None) or "")
    return source is not None and source.type in _FEEDS and not (chain and chain.actor)


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content.spans)


def _folded(name: str) -> str:
    return _FOLD.sub(" ", name.lower()).strip()


def source_span(spans: Sequence[Span]) -> Span | None:
    """The first of the words that name a source."""
    return spans[0] if spans else None
