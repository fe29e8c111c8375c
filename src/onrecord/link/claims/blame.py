"""Who did it: a side named as the one that struck, blamed for it, owning up to it, or denying it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.denials import DENY, denials_in, owned_in
from onrecord.link.claims.force import Force, force_at
from onrecord.link.claims.found import Found
from onrecord.link.claims.named import FILLERS, Group, blamed, groups_in, once_each
from onrecord.link.claims.sides import registry
from onrecord.link.claims.vocabulary import ASSAULTS, FORCES, STRUCK, WEAPONS
from onrecord.link.claims.voices import Voice, speaker_for, voice_at, voice_of
from onrecord.link.claims.words import Word

_BLAME: Final = frozenset("blamed blames blame blaming accused accuses accuse accusing".split())
_GUILT: Final = frozenset("behind responsible responsibility blame guilty culprit fault".split())
_WHERE: Final = frozenset("on in at near across inside into to over from".split())
"""Words before a name that make it the place."""
_USED: Final = frozenset("used uses using use deployed deploying employed".split())
_BE: Final = frozenset("is are was were be been being".split())
_SPATIAL: Final = frozenset({"behind"})
"""What is no deed before "by": "dropped behind the lines by"."""
_BEGINS: Final = frozenset("launched launch launching conducted conducting carried carrying".split())
_LONG: Final = frozenset("campaign intervention war campaigns operations".split())
_BEFORE: Final = frozenset(
    "previous earlier past regularly routinely repeatedly frequently often usually prior".split()
)
_ACRONYM: Final = 4
"""Letters of a state's name that is written in capitals anywhere: "USA"."""
_CLAUSE: Final = 9
"""Words within which a verb belongs to its subject."""


def blame_of(account: Account) -> Iterator[Found]:
    """Who is said to have done what the report tells, and who denies it."""
    named = [groups_in(words, sides) for words, sides in zip(account.words, account.sides, strict=True)]
    accounts = [
        found
        for k, groups in enumerate(named)
        for found in (*_deeds(account, k, groups), *_accusations(account, k, groups))
    ]
    yield from accounts
    accused = frozenset(
        found.theme.partition(":")[2] for found in accounts if found.force and found.force.basis == "accuses"
    )
    for number, groups in enumerate(named):
        yield from denials_in(account, number, groups, accused)
    for statement in account.record.statements:
        yield from owned_in(account, statement)


def _deeds(account: Account, number: int, groups: Sequence[Group]) -> Iterator[Found]:
    """Sides that strike: "Russian warplanes bombed", "rebel shelling", "carried out by the army"."""
    words = account.words[number]
    for group in groups:
        end = _struck(words, group) or _by(words, group)
        if end is None or _of_the_war(words, *end) or _is_dateline(words, group):
            continue
        first, last = end
        yield from _named(account, number, group, words[first].start, words[last].end)


def _is_dateline(words: Sequence[Word], group: Group) -> bool:
    """Whether it is where a report was written: "BEIRUT Air strikes hit"."""
    name = words[group.first].text
    return name.isupper() and len(name) > _ACRONYM and registry().state_of(name) is not None


def _of_the_war(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether it is a whole war or what came before that is told of: "launched its air campaign", "previous raids by"."""
    if words[last].low in _BEGINS and {w.low for w in words[last + 1 : last + 6]} & _LONG:
        return True
    return bool({w.low for w in words[max(0, first - 3) : last + 1]} & _BEFORE)


def _struck(words: Sequence[Word], group: Group) -> tuple[int, int] | None:
    """From the side to its verb or its noun for a strike."""
    if group.first and words[group.first - 1].low in _WHERE:
        return None
    armed = False
    for k in range(group.last, min(len(words), group.last + _CLAUSE)):
        low = words[k].low
        if low in STRUCK and low != "behind" and words[k - 1].low in _BE:
            return None
        if low in _USED and {w.low for w in words[k + 1 : k + 5]} & WEAPONS:
            return group.first, next(j for j in range(k + 1, k + 5) if words[j].low in WEAPONS)
        if low in STRUCK and (armed or k - group.last <= 1 or all(w.low in FILLERS for w in words[group.last : k])):
            return group.first, k
        if low in ASSAULTS and all(w.low in FILLERS | FORCES for w in words[group.last : k]):
            return group.first, k
        if low in FORCES:
            armed = True
        elif low not in FILLERS and not armed:
            return _guilty(words, group, k)
        elif low in ("by", "said", "that"):
            return None
    return None


def _guilty(words: Sequence[Word], group: Group, at: int) -> tuple[int, int] | None:
    """From a side to the word that makes it guilty: "Russia was to blame", "warplanes were behind"."""
    if any(word.low in DENY | _BLAME for word in words[group.last : at + 5]):
        return None
    for k in range(at, min(len(words), at + 5)):
        if words[k].low in _GUILT:
            return group.first, k
    return None


def _by(words: Sequence[Word], group: Group) -> tuple[int, int] | None:
    """From the verb to the side: "were carried out by Russian warplanes"."""
    before = list(range(max(0, group.first - 5), group.first))
    by = next((k for k in reversed(before) if words[k].low in ("by", "from")), None)
    if by is None or any(
        w.low not in FILLERS | FORCES | {"either", "the", "a", "suspected", "warplanes", "aircraft", "of"}
        for w in words[by + 1 : group.first]
    ):
        return None
    verb = next((k for k in range(by - 1, max(-1, by - 4), -1) if words[k].low in (STRUCK | ASSAULTS) - _SPATIAL), None)
    if verb is None:
        return None
    last = group.last - 1
    while last + 1 < len(words) and words[last + 1].low in FORCES | FILLERS and last - group.last < 3:
        last += 1
    return verb, last


def _named(account: Account, number: int, group: Group, start: int, end: int) -> Iterator[Found]:
    voice = voice_at(account, start, end)
    low = [w.low for w in account.words[number] if w.end <= start][-5:]
    unsure = group.either or "whether" in low
    force = Force("questions", basis="one or the other") if unsure else force_at(account, voice.statement, start, end)
    for side in once_each(group.sides):
        yield blamed(account, side, start, end, voice, force)


def _accusations(account: Account, number: int, groups: Sequence[Group]) -> Iterator[Found]:
    words = account.words[number]
    for k, word in enumerate(words):
        if word.low not in _BLAME:
            continue
        accused = next((g for g in groups if 0 < g.first - k <= 4), None)
        accuser = next((g for g in reversed(groups) if g.last <= k and k - g.last <= 6), None)
        if accused is None and word.low == "blame" and k and words[k - 1].low == "to":
            continue
        if accused is None:
            continue
        start, end = word.start, words[accused.last - 1].end
        while (
            end < words[-1].end
            and (after := next((w for w in words if w.start >= end), None))
            and after.low in FORCES | ASSAULTS | FILLERS | {"for", "the", "of"}
        ):
            end = after.end
        voices = _accusers(account, start, end, accuser)
        for side in once_each(accused.sides):
            for voice in voices:
                yield blamed(account, side, start, end, voice, Force("asserts", basis="accuses"))


def _accusers(account: Account, start: int, end: int, accuser: Group | None) -> list[Voice]:
    """Who accuses: the source of the accusing statement, else the side before the verb, else who speaks there."""
    for statement in account.record.statements:
        if (
            statement.speech_act == "accuse"
            and statement.cue
            and any(c.start < end and start < c.end for c in statement.cue.spans)
        ):
            return [voice_of(account, statement)]
    voice = voice_at(account, start, end)
    if accuser is not None:
        return [Voice(voice.statement, (speaker_for(accuser.sides[-1]),))]
    return [voice]
