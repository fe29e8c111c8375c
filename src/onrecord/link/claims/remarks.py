"""What is said that no event, figure or state covers: a statement, or a sentence that tells of an event, as a proposition of its own, found again by its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.link.claims.account import NOT_VIOLENT, Account
from onrecord.link.claims.force import Force, force_at
from onrecord.link.claims.found import Found
from onrecord.link.claims.keys import REMARK
from onrecord.link.claims.plainly import plain
from onrecord.link.claims.voices import Voice, voice_at, voice_of
from onrecord.link.claims.words import cut, iter_words, stems_of
from onrecord.record.claim import Slots
from onrecord.record.span import Span

_MOST: Final = 60
"""Statements of one report that become remarks; a longer list says so in no other way than by its order."""
_LONGEST: Final = 14
"""Words of the span that is shown."""
_FEWEST: Final = 3
"""Stems that a remark must have to be found again."""


def remarks_of(account: Account, covered: Sequence[Span]) -> Iterator[Found]:
    """Statements, and sentences that tell of an event, whose words no other proposition covers."""
    said = [
        (statement, content)
        for statement in account.record.statements
        if statement.speech_act not in ("demand", "order", "ask")
        for content in statement.content.spans[:1]
    ]
    told = [(None, span) for span in _told(account)]
    taken = list(covered)
    made = 0
    for statement, content in [*said, *told]:
        number = account.sentences.at(content.start)
        end = min(content.end, account.sentences.ends[number])
        if any(span.start < end and content.start < span.end for span in taken):
            continue
        sentence = plain(account.text[content.start : end])
        if sentence is None or len(stems_of(sentence)) < _FEWEST:
            continue
        words = list(iter_words(account.text[content.start : end], content.start))[:_LONGEST]
        span = cut(account.text, words[0].start, words[-1].end)
        voice = voice_of(account, statement) if statement else voice_at(account, span.start, span.end)
        taken.append(content)
        made += 1
        yield Found(
            "occurrence",
            REMARK,
            (span,),
            Slots(action=sentence),
            voice,
            _force(account, voice, span),
        )
        if made == _MOST:
            return


def _force(account: Account, voice: Voice, span: Span) -> Force:
    """The force of a remark; "denied that" makes a denial of what is said plainly."""
    force = force_at(account, voice.statement, span.start, span.end)
    if voice.statement is not None and voice.statement.speech_act == "deny" and force.stance == "asserts":
        return Force("denies", basis="denies it")
    return force


def _told(account: Account) -> Iterator[Span]:
    """Sentences of the report itself that tell of something violent, or of ground won and lost."""
    statements = [content for statement in account.record.statements for content in statement.content.spans]
    for number, events in sorted(account.events_in.items()):
        start, end = account.sentences.starts[number], account.sentences.ends[number]
        if any(event.type not in NOT_VIOLENT for event in events) and not any(
            s.start < end and start < s.end for s in statements
        ):
            yield Span.of(account.text, start, end)
