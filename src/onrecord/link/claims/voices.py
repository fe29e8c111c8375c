"""Who puts a run of words forward: the sources of the innermost statement that covers it, or the outlet's own voice."""

from __future__ import annotations

import re
from functools import cache
from dataclasses import dataclass, replace
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.sides import registry, root_of, side_of
from onrecord.link.claims.vocabulary import TOLD
from onrecord.link.sources import Speaker
from onrecord.record.by_id import NARRATOR
from onrecord.record.statement import Statement

_FEEDS: Final = frozenset({"document", "imagery"})
"""Sources that somebody else brings forward: who cites them is counted."""
_NOBODY: Final = frozenset({"unnamed_person", "unnamed_group"})
_AND: Final = re.compile(r"\s+and\s+")
_FOLD: Final = re.compile(r"[\W_]+")
_LONGEST_LIST: Final = 8
_CLOSE: Final = 12


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
    return Voice(None, (Speaker(f"narrator:{_folded(name)}", NARRATOR, None),))


def voice_at(account: Account, start: int, end: int, told: bool = False) -> Voice:
    """Who speaks at a run of words.

    Args:
        account: The report.
        start: Where the words begin, in code points.
        end: Where they end.
        told: Whether they are a figure or the like, which whoever denies something does not deny.
    """
    covering = [s for s in account.record.statements if any(c.start <= start and end <= c.end for c in s.content.spans)]
    if not covering:
        covering = [
            s for s in account.record.statements if any(c.start < end and start < c.end for c in s.content.spans)
        ]
    # What stands within a denial and is not what is denied, as a figure, is told by the one who reports the denial.
    covering = [s for s in covering if s.speech_act != "deny"] if told else covering
    if not covering:
        teller = _teller(account, start) if told else None
        return Voice(None, (teller,)) if teller else narrator(account)
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
    if speaking.source is None and (teller := _teller(account, speaking.content.spans[0].start)):
        return Voice(statement, (teller,))
    return Voice(statement, speakers_of(account, speaking))


def speakers_of(account: Account, statement: Statement) -> tuple[Speaker, ...]:
    """The sources of a statement: each of those that stand side by side ("the ministry and activists")."""
    whole = speaker_of(account, statement)
    source = statement.source
    words = " ".join(span.text for span in source.spans) if source else ""
    if not whole.key.startswith(("unnamed:", "name:")) or " and " not in words:
        return (whole,)
    parts = [part.strip() for part in _AND.split(words)]
    if len(parts) != 2 or not all(_stands_alone(account, part) for part in parts):
        return (whole,)
    return tuple(_by_words(account, statement, part) for part in parts)


def _stands_alone(account: Account, words: str) -> bool:
    """Whether words name a source by themselves: a description, or a name that is known. "Red Cross and Red Crescent" is one name."""
    if not words or len(words.split()) > _LONGEST_LIST:
        return False
    if words == words.lower() or words.split()[0].lower() in ("the", "a", "an", "other", "local") and words.split()[-1].islower():
        return True
    return any(side_of(" ".join(words.split()[k:]), account.country) for k in range(len(words.split())))


def speaker_of(account: Account, statement: Statement) -> Speaker:
    """The one who speaks in a statement."""
    source = statement.source
    document = account.record.document.id
    if source is None:
        return Speaker(f"unnamed:{document}:", "source not named", "unnamed_person", unnamed=True)
    chain = account.parts.chains.get(source.chain or "")
    name = account.parts.speaker(statement) or "source not named"
    if chain is not None and chain.actor:
        return replace(_by_actor(chain.actor, name), type=source.type or "organisation")
    return _by_words(account, statement, name)


@cache
def actor_named(words: str, country: str | None) -> str | None:
    """The entry of the registry that words name, or begin with, or end with; "the ministry in Moscow" is that of Moscow's country."""
    known = registry()
    body, _, seat = words.partition(" in ")
    where = known.state_of(seat.strip()) if seat else None
    tokens = (body if where else words).replace("defense", "defence").replace("Defense", "Defence").split()
    runs = [tokens[:k] for k in range(len(tokens), 0, -1)] + [tokens[k:] for k in range(1, len(tokens))]
    for run in runs:
        name = " ".join(run)
        if not (where or any(token[0].isupper() for token in run)):
            continue
        found = [entry for entry in known.find(name) if entry.kind != "person" or len(run) > 1]
        found = [entry for entry in found if entry.country == (where or country)] or ([] if where else found) if len(found) > 1 else found
        if len(found) == 1 and (len(run) > 1 or name[0].isupper()):
            return found[0].id
        if len(run) == len(tokens) and (state := known.state_of(name)) and (states := known.states(state)):
            return states[0].id
    return None


def _by_words(account: Account, statement: Statement, words: str) -> Speaker:
    kind = (statement.source.type if statement.source else None) or "organisation"
    bare = re.sub(r"^(?:both|the|a|an)\s+", "", words, flags=re.IGNORECASE)
    named = any(word[:1].isupper() for word in bare.split())
    if named and (actor := actor_named(bare, account.country)):
        return replace(_by_actor(actor, words), type=kind)
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
    return Speaker(f"actor:{actor}", name, "organisation", party=root[0] if root else None)


def _teller(account: Account, offset: int) -> Speaker | None:
    """Whoever is said to count or give a toll in the sentence, where no statement was read: "the Observatory gave a toll of 36"."""
    words = account.words[account.sentences.at(offset)]
    verb = next((k for k, w in enumerate(words) if w.low in TOLD and w.start < offset), None)
    if verb is None:
        return None
    before = words[:verb]
    for chain in account.record.chains:
        for key in chain.mentions if chain.kind == "organisation" else ():
            mention = account.parts.mentions.get(key)
            if mention and any(w.start <= mention.span.start < w.end or mention.span.start <= w.start < mention.span.end for w in before[-_CLOSE:]):
                name = chain.name or mention.span.text
                return _by_actor(chain.actor, name) if chain.actor else Speaker(f"name:{_folded(name)}", name, "organisation")
    return None


def _is_feed(account: Account, statement: Statement) -> bool:
    source = statement.source
    chain = account.parts.chains.get((source.chain if source else None) or "")
    return source is not None and source.type in _FEEDS and not (chain and chain.actor)


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content.spans)


def _folded(name: str) -> str:
    return _FOLD.sub(" ", name.lower()).strip()


