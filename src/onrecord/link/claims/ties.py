"""Whom a side works with or for, as sentences say it: links, orders, allegiance; and who denies it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.force import Force, force_at
from onrecord.link.claims.found import Found
from onrecord.link.claims.ground import side_of_voice
from onrecord.link.claims.sides import Side
from onrecord.link.claims.voices import voice_at
from onrecord.link.claims.words import Word, cut
from onrecord.record.claim import Slots

_TIES: Final = frozenset("link links tie ties connection connections contact contacts allegiance".split())
_CALLED: Final = frozenset("linked tied affiliated allied".split())
"""Words that only call a side so ("Islamists linked to"), unless it is said to be so."""
_BE: Final = frozenset("is are was were be been not never".split())
_BROKEN: Final = frozenset("broke broken breaking cut cutting severed severing ended ending renounced".split())
_ORDERS: Final = frozenset("orders instructions money arms weapons funding".split())
_TAKING: Final = frozenset("take takes took taking receive receives received receiving get gets got".split())
_TO: Final = frozenset("with to from".split())
_REACH: Final = 4
"""Words between the word for the tie and whom it is with."""
_FAR: Final = 10
"""Words before it within which the side that has it stands."""
_SELF: Final = frozenset("we our i us".split())


def ties_of(account: Account) -> Iterator[Found]:
    """Who is said to have links with, or to take orders from, whom."""
    for number, words in enumerate(account.words):
        for k, word in enumerate(words):
            before = {w.low for w in words[max(0, k - 3) : k]}
            orders = word.low in _ORDERS and bool(before & _TAKING)
            tied = word.low in _TIES or (word.low in _CALLED and bool(before & _BE))
            if not (tied or orders) or not (to := _to(words, k)):
                continue
            other = next((s for s in account.sides[number] if words[to].end <= s.start <= words[to].end + 30), None)
            own = _own(account, number, k) if other is not None else None
            if own is None or other is None or own.key == other.key:
                continue
            first = max(0, k - 3)
            start, end = words[first].start, other.end
            voice = voice_at(account, start, end)
            force = force_at(account, voice.statement, word.start, word.end)
            if before & _BROKEN and force.stance == "asserts":
                force = Force("denies", basis="says that they were broken off")
            elif voice.statement is not None and voice.statement.speech_act == "deny" and force.stance == "asserts":
                force = Force("denies", basis="denies it")
            action = f"take {word.low} from" if orders else "have links with"
            theme = f"{'orders' if orders else 'links'}:{own.key}:{other.key}"
            slots = Slots(actor=own.name, action=action, target=other.name)
            yield Found("identity", theme, (cut(account.text, start, end),), slots, voice, force)


def _to(words: Sequence[Word], k: int) -> int:
    """Where "with", "to" or "from" stands after a word; 0 where it does not."""
    return next((j for j in range(k + 1, min(len(words), k + _REACH)) if words[j].low in _TO), 0)


def _own(account: Account, number: int, k: int) -> Side | None:
    """The side that has the tie: the last named before; of "we" the speaker's; else the first of the sentence before."""
    words = account.words[number]
    close = words[max(0, k - _FAR) : k]
    if {w.low for w in close} & _SELF:
        return side_of_voice(voice_at(account, words[k].start, words[k].end))
    before = [s for s in account.sides[number] if close and close[0].start <= s.start and s.end <= words[k].start]
    if before:
        return before[-1]
    return next(iter(account.sides[number - 1]), None) if number else None
