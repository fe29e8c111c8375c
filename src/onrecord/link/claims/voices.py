"""Who puts a run of words forward: the sources of the innermost statement that covers it, or the outlet's own voice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.sides import Side, root_of
from onrecord.link.claims.vocabulary import TOLD
from onrecord.link.claims.words import iter_words
from onrecord.link.sources import Speaker
from onrecord.record.by_id import NARRATOR
from onrecord.record.statement import Statement

_FEEDS: Final = frozenset({"document", "imagery"})
"""Sources that somebody else brings forward: who cites them is counted."""
_CLOSE: Final = 12
"""Words before the verb within which its subject stands."""
_AT_THE_END: Final = 3
"""Words from the end within which "a monitor said" ends a sentence."""
_JUST_BEFORE: Final = 60
_SAYING: Final = frozenset("said says reported added stated announced confirmed".split())
_BREAKS: Final = frozenset("as while after but before when because although whereas and".split())
_CAPTION: Final = re.compile(r"\([^()]*\b(?:photo|Photo|PHOTO|file|File|FILE)\b[^()]*\)")
_AND: Final = re.compile(r"\s+and\s+")
_LONGEST: Final = 5


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
    return Voice(None, account.speakers[NARRATOR])


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
    covering = [s for s in covering if not _behind_a_caption(account, s, start)]
    # What stands within a denial and is not what is denied, as a figure, is told by the one who reports the denial.
    covering = [s for s in covering if s.speech_act != "deny"] if told else covering
    if not covering:
        if late := _said_after(account, end):
            return voice_of(account, late)
        teller = _teller(account, start) if told else None
        return Voice(None, (teller,)) if teller else narrator(account)
    return voice_of(account, min(covering, key=_length))


def voice_of(account: Account, statement: Statement) -> Voice:
    """Who speaks in a statement: its ultimate source. A paper or a picture is cited by somebody, and that one counts."""
    speaking, seen = statement, {statement.id}
    while speaking.source is None or _is_feed(account, speaking):
        outer = account.parts.statements.get(speaking.inside or "")
        if outer is None or outer.id in seen:
            break
        seen.add(outer.id)
        speaking = outer
    if speaking.source is None:
        # Without a name it is one unnamed source to each report, whichever words it says.
        document = account.record.document.id
        nobody = Speaker(f"unnamed:{document}:", "source not named", "unnamed_person", unnamed=True)
        spoken = _before_cue(account, speaking) or _teller(account, speaking.content.spans[0].start) or nobody
        return Voice(statement, (spoken,))
    return Voice(statement, _each(account, speaking))


def speaker_for(side: Side) -> Speaker:
    """A side that speaks where no statement was read: "Moscow denied any part"."""
    return Speaker(f"actor:{side.key}", side.name, "official", party=f"actor:{side.key}")


def _behind_a_caption(account: Account, statement: Statement, start: int) -> bool:
    """Whether the caption of a picture ends between the words of a statement and others that were taken for its own."""
    first = min(span.start for span in statement.content.spans)
    return first < start and _CAPTION.search(account.text, first, start) is not None


def _said_after(account: Account, end: int) -> Statement | None:
    """The statement whose source and cue follow in the same sentence, and were given the words after them only.

    "Three strikes hit the town, the Observatory said, despite a truce there".
    """
    last = account.sentences.ends[account.sentences.at(end - 1)]
    for statement in account.record.statements:
        if not (statement.source and statement.source.spans and statement.cue and statement.inside is None):
            continue
        source, cue = statement.source.spans[0], statement.cue.spans[0]
        content = statement.content.spans[0]
        if not (end <= source.start < cue.start < last and cue.end <= content.start < last):
            continue
        between = {word.low for word in iter_words(account.text[end : source.start])}
        after = account.text[cue.end : content.start + 5].strip().lower()
        # "Minister Says" is a headline beside the report.
        if cue.text in _SAYING and not between & _BREAKS and not after.startswith(("that", '"', "“")):
            return statement
    return None


def _each(account: Account, statement: Statement) -> tuple[Speaker, ...]:
    """The sources of a statement; two descriptions that stand side by side ("a monitor and activists") are two."""
    speakers = account.speakers[statement.id]
    words = " ".join(span.text for span in statement.source.spans) if statement.source else ""
    parts = [part for part in _AND.split(words) if part]
    if len(speakers) > 1 or not speakers[0].unnamed or len(parts) != 2 or words != words.lower():
        return speakers
    document = account.record.document.id
    return tuple(_described(account, document, part) for part in parts)


def _described(account: Account, document: str, words: str) -> Speaker:
    """A source that is described; of the only one in the report that is described so, the name."""
    bare = " ".join(word for word in words.lower().split() if word not in ("a", "an", "the", "other", "local"))
    known = {
        speaker.key: speaker
        for statement in account.record.statements
        if statement.source and any(bare in span.text.lower().split() for span in statement.source.spans)
        for speaker in account.speakers[statement.id]
        if not speaker.unnamed
    }
    if len(known) == 1:
        return next(iter(known.values()))
    return Speaker(f"unnamed:{document}:{bare}", words, "unnamed_group", unnamed=True)


def _teller(account: Account, offset: int) -> Speaker | None:
    """Whoever is said to tell it in the sentence where no statement was read: "the Observatory put the dead at 36", "a monitor said"."""
    number = account.sentences.at(offset)
    words = account.words[number]
    verbs = [k for k, w in enumerate(words) if w.low in TOLD and (w.start < offset or k >= len(words) - _AT_THE_END)]
    if not verbs:
        return None
    close = words[max(0, verbs[-1] - _CLOSE) : verbs[-1]]
    for mention in sorted(account.record.mentions, key=lambda m: -m.span.start) if close else ():
        if mention.kind != "organisation" or not close[0].start <= mention.span.start < close[-1].end:
            continue
        for statement in account.record.statements:
            if statement.source and statement.source.chain and statement.source.chain == mention.chain:
                return account.speakers[statement.id][0]
        chain = account.parts.chains.get(mention.chain or "")
        if chain and chain.actor and (root := root_of(chain.actor)):
            return Speaker(f"actor:{chain.actor}", chain.name or root[1], "organisation")
    if not close or words[verbs[-1]].low not in _SAYING or verbs[-1] < len(words) - _AT_THE_END:
        return None
    speaker = _described(account, account.record.document.id, close[-1].text)
    return speaker if not speaker.unnamed else None


def _before_cue(account: Account, statement: Statement) -> Speaker | None:
    """Whoever stands right before "said" where no source was read: "the aid group that supports it said"."""
    cue = statement.cue.spans[0] if statement.cue else None
    if cue is None or cue.text.lower() not in _SAYING:
        return None
    near = [
        mention
        for mention in account.record.mentions
        if mention.kind in ("organisation", "person")
        and mention.form != "pronoun"
        and cue.start - _JUST_BEFORE <= mention.span.start < cue.start
    ]
    for mention in sorted(near, key=lambda mention: mention.span.start):
        for other in account.record.statements:
            if other.source and other.source.chain and other.source.chain == mention.chain:
                return account.speakers[other.id][0]
    return None


def _is_feed(account: Account, statement: Statement) -> bool:
    source = statement.source
    chain = account.parts.chains.get((source.chain if source else None) or "")
    return source is not None and source.type in _FEEDS and not (chain and chain.actor)


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content.spans)
