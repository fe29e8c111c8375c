"""What sources say that no event, figure or state covers: a statement as a proposition of its own, found again by its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.force import force_at
from onrecord.link.claims.found import Found
from onrecord.link.claims.voices import voice_of
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
    """Statements whose words no other proposition covers."""
    made = 0
    for statement in account.record.statements:
        if statement.speech_act in ("demand", "order", "ask") or made >= _MOST:
            continue
        for content in statement.content.spans:
            number = account.sentences.at(content.start)
            end = min(content.end, account.sentences.ends[number])
            if any(span.start < end and content.start < span.end for span in covered):
                continue
            if len(stems_of(account.text[content.start : end])) < _FEWEST:
                continue
            words = list(iter_words(account.text[content.start : end], content.start))[:_LONGEST]
            voice = voice_of(account, statement)
            span = cut(account.text, words[0].start, words[-1].end)
            made += 1
            yield Found(
                "occurrence", "said", (span,), Slots(action=span.text), voice, force_at(account, statement, span.start, span.end),
            )  # fmt: skip
            break
