"""Who says that it was not he, and who owns up to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.force import Force
from onrecord.link.claims.found import Found
from onrecord.link.claims.ground import side_of_voice
from onrecord.link.claims.named import Group, blamed, once_each
from onrecord.link.claims.sides import Side, side_of
from onrecord.link.claims.vocabulary import ASSAULTS
from onrecord.link.claims.voices import Voice, speaker_for, voice_at, voice_of
from onrecord.link.claims.words import Word
from onrecord.record.statement import Statement

DENY: Final = frozenset(
    "denied denies deny denying denial rejected rejects reject rejecting refuted refutes refute dismissed dismisses disputed disputes disclaimed".split()
)
_DENIED: Final = frozenset(
    "responsibility involvement involved responsible blame allegation allegations accusation accusations charge charges claims behind carrying used "
    "using bombing targeting attack attacks striking killing struck carried hit attacked bombed shelling harmed".split()
)
_USED: Final = frozenset(
    "possess posses use used using carry carried target targeted targeting bomb bombed strike struck hit attack attacked conduct conducted fly "
    "flown launch launched fire fired commit committed".split()
)
_CLAUSE: Final = 9
"""Words within which what is denied stands."""
_CLOSE: Final = 4
_SPAN: Final = 90
"""Code points that a span of denial may run."""


def denials_in(account: Account, number: int, groups: Sequence[Group], accused: frozenset[str]) -> Iterator[Found]:
    """Who denies it. In what words does not matter where the report has somebody accuse him: "denied that its aircraft were there"."""
    words = account.words[number]
    for k, word in enumerate(words):
        if word.low not in DENY:
            continue
        after = words[k + 1 : k + 14]
        hit = next((w for w in after if w.low in _DENIED), None)
        if not after or after[0].low == "to":
            continue
        voice = _denier(account, word, groups, k)
        own = _side_of_voice(account, voice)
        if hit is None and (own is None or own.key not in accused):
            continue
        hit = hit or after[min(len(after), _CLAUSE) - 1]
        named = next((g for g in groups if g.first > k and words[g.first].start < hit.end + 30), None)
        sides = list(once_each(named.sides)) if named is not None and own is None else [own] if own else []
        start = next((words[g.first].start for g in groups if 0 <= k - g.last <= _CLOSE), word.start)
        end = min(max(hit.end, word.end), start + _SPAN)
        for side in sides:
            if side is not None:
                yield blamed(
                    account, side, start, max(end, hit.end), voice, Force("denies", basis="denies it"), before=True
                )
    yield from _never(account, number)


def _never(account: Account, number: int) -> Iterator[Found]:
    """A side that says it did not do it: "the army did not use such weapons"."""
    words = account.words[number]
    for k, word in enumerate(words):
        if word.low not in ("not", "never", "no", "didnt", "doesnt") or not any(
            w.low in _USED for w in words[k + 1 : k + 4]
        ):
            continue
        voice = voice_at(account, word.start, word.end)
        own = _side_of_voice(account, voice)
        if voice.statement is None or own is None:
            continue
        start = words[max(0, k - 3)].start
        end = words[min(len(words) - 1, k + 4)].end
        own_words = {"army", "we", "forces", "aircraft", "planes", "it", "government", "military", "troops"}
        if {w.low for w in words[max(0, k - 4) : k]} & own_words:
            yield blamed(account, own, start, end, voice, Force("denies", basis="says that it did not"), before=True)


def _denier(account: Account, word: Word, groups: Sequence[Group], k: int) -> Voice:
    for statement in account.record.statements:
        if statement.cue and any(c.start <= word.start < c.end for c in statement.cue.spans):
            return voice_of(account, statement)
    group = next((g for g in reversed(groups) if g.last <= k and k - g.last <= 5), None)
    voice = voice_at(account, word.start, word.end)
    return Voice(voice.statement, (speaker_for(group.sides[-1]),)) if group is not None else voice


def owned_in(account: Account, statement: Statement) -> Iterator[Found]:
    """Who owns up to it."""
    if statement.speech_act != "claim_responsibility" or not statement.cue:
        return
    voice = voice_of(account, statement)
    own = _side_of_voice(account, voice)
    if own is None:
        return
    content = statement.content.spans[0]
    words = [w for w in account.words[account.sentences.at(content.start)] if w.start >= content.start]
    last = next(
        (w for w in words[:8] if w.low in ASSAULTS | {"suicide", "blast", "explosion", "bomb"}),
        words[0] if words else None,
    )
    last = next((w for w in words[:8] if w.low in ASSAULTS), last)
    if last is not None:
        yield blamed(
            account, own, statement.cue.spans[0].start, last.end, voice, Force("asserts", basis="claims responsibility")
        )


def _side_of_voice(account: Account, voice: Voice) -> Side | None:
    """The side that a speaker speaks for, by what is known of him, else by his name."""
    if side := side_of_voice(voice):
        return side
    for speaker in voice.speakers:
        for words in (speaker.name, *speaker.name.split()):
            if root := side_of(words, account.country):
                return Side(*root, 0, 0)
    return None
