"""Who did it: a side named as the one that struck, blamed for it, owning up to it, or denying it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.force import Force, force_at
from onrecord.link.claims.found import Found
from onrecord.link.claims.ground import side_of_voice
from onrecord.link.claims.sides import Side, side_of
from onrecord.link.claims.vocabulary import ASSAULTS, FORCES, STRUCK
from onrecord.link.claims.voices import Voice, speaker_for, voice_at, voice_of
from onrecord.link.claims.words import Word, cut
from onrecord.record.claim import Slots
from onrecord.record.statement import Statement

_BETWEEN: Final = frozenset(
    {
        "and",
        "or",
        "the",
        "those",
        "of",
        "its",
        "ally",
        "allies",
        "their",
        "allied",
        "either",
        "both",
        "warplanes",
        "forces",
        "other",
    }
)
_FILLERS: Final = frozenset(
    "air force government regime military war fighter occupation occupying backed led ground ally s su-24 sukhoi state has had have also deliberately "
    "two three several or cruise barrel ballistic army naval special led security guided".split()
)
_BLAME: Final = frozenset("blamed blames blame blaming accused accuses accuse accusing".split())
_DENY: Final = frozenset(
    "denied denies deny denying denial rejected rejects reject rejecting refuted refutes refute dismissed dismisses disputed disputes disclaimed".split()
)
_DENIED: Final = frozenset(
    "responsibility involvement involved responsible blame allegation allegations accusation accusations charge charges claims behind carrying used "
    "using bombing targeting attack attacks striking killing struck carried hit attacked bombed shelling harmed".split()
)
_GUILT: Final = frozenset("behind responsible responsibility blame guilty culprit fault".split())
_USED: Final = frozenset(
    "possess posses use used using carry carried target targeted targeting bomb bombed strike struck hit attack attacked conduct conducted fly "
    "flown launch launched fire fired commit committed".split()
)
_WHERE: Final = frozenset("on in at near across inside into to over from".split())
"""Words before a name that make it the place."""
_CLAUSE: Final = 9
"""Words within which a verb belongs to its subject."""
_CLOSE: Final = 4
_SPAN: Final = 90
"""Code points that a span of blame may run."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Sides that are named together.

    Attributes:
        sides: The sides.
        first: The first word of the group, by number in its sentence.
        last: The word after its last.
        either: Whether it is one or the other.
    """

    sides: tuple[Side, ...]
    first: int
    last: int
    either: bool


def blame_of(account: Account) -> Iterator[Found]:
    """Who is said to have done what the report tells, and who denies it."""
    named = [_groups(words, sides) for words, sides in zip(account.words, account.sides, strict=True)]
    blamed = [
        found for k, groups in enumerate(named) for found in (*_deeds(account, k, groups), *_accusations(account, k, groups))
    ]
    yield from blamed
    accused = frozenset(found.theme.partition(":")[2] for found in blamed if found.force and found.force.basis == "accuses")
    for number, groups in enumerate(named):
        yield from _denials(account, number, groups, accused)
    for statement in account.record.statements:
        yield from _owned(account, statement)


def _groups(words: Sequence[Word], sides: Sequence[Side]) -> list[_Group]:
    places = {side.start: side for side in sides}
    starts = [k for k, word in enumerate(words) if word.start in places]
    groups: list[_Group] = []
    for k in starts:
        side = places[words[k].start]
        last = next((j for j in range(k, len(words)) if words[j].start >= side.end), len(words))
        if groups:
            before = groups[-1]
            between = [w.low for w in words[before.last : k]]
            if between and set(between) <= {"ally", "its", "backer", "and"} and "ally" in between and before.sides:
                # "those of Damascus's ally Russia": the one who is named is the ally.
                side_list = before.sides[:-1] if len(before.sides) > 1 else before.sides
                groups[-1] = _Group((*side_list, side), before.first, last, before.either)
                continue
            joined = len(between) <= 4 and set(between) & {"and", "or"} and set(between) <= _BETWEEN | _FILLERS | FORCES
            if joined or (not between and before.sides[-1].key == side.key):
                either = before.either or "or" in between
                groups[-1] = _Group((*before.sides, side), before.first, last, either)
                continue
        either = k > 0 and words[k - 1].low == "either"
        groups.append(_Group((side,), k, last, either))
    return groups


def _deeds(account: Account, number: int, groups: Sequence[_Group]) -> Iterator[Found]:
    """Sides that strike: "Russian warplanes bombed", "rebel shelling", "carried out by the army"."""
    words = account.words[number]
    for group in groups:
        end = _struck(words, group) or _by(words, group)
        if end is None:
            continue
        first, last = end
        yield from _named(account, number, group, words[first].start, words[last].end)


def _struck(words: Sequence[Word], group: _Group) -> tuple[int, int] | None:
    """From the side to its verb or its noun for a strike."""
    if group.first and words[group.first - 1].low in _WHERE:
        return None
    armed = False
    for k in range(group.last, min(len(words), group.last + _CLAUSE)):
        low = words[k].low
        if low in STRUCK and (armed or k - group.last <= 1 or all(w.low in _FILLERS for w in words[group.last : k])):
            return group.first, k
        if low in ASSAULTS and all(w.low in _FILLERS | FORCES for w in words[group.last : k]):
            return group.first, k
        if low in FORCES:
            armed = True
        elif low not in _FILLERS and not armed:
            return _guilty(words, group, k)
        elif low in ("by", "said", "that"):
            return None
    return None


def _guilty(words: Sequence[Word], group: _Group, at: int) -> tuple[int, int] | None:
    """From a side to the word that makes it guilty: "Russia was to blame", "warplanes were behind"."""
    if any(word.low in _DENY for word in words[group.last : at + 5]):
        return None
    for k in range(at, min(len(words), at + 5)):
        if words[k].low in _GUILT:
            return group.first, k
    return None


def _by(words: Sequence[Word], group: _Group) -> tuple[int, int] | None:
    """From the verb to the side: "were carried out by Russian warplanes"."""
    before = list(range(max(0, group.first - 5), group.first))
    by = next((k for k in reversed(before) if words[k].low in ("by", "from")), None)
    if by is None or any(
        w.low not in _FILLERS | FORCES | {"either", "the", "a", "suspected", "warplanes", "aircraft", "of"}
        for w in words[by + 1 : group.first]
    ):
        return None
    verb = next((k for k in range(by - 1, max(-1, by - 4), -1) if words[k].low in STRUCK | ASSAULTS), None)
    if verb is None:
        return None
    last = group.last - 1
    while last + 1 < len(words) and words[last + 1].low in FORCES | _FILLERS and last - group.last < 3:
        last += 1
    return verb, last


def _named(account: Account, number: int, group: _Group, start: int, end: int) -> Iterator[Found]:
    voice = voice_at(account, start, end)
    low = [w.low for w in account.words[number] if w.end <= start][-5:]
    unsure = group.either or "whether" in low
    force = Force("questions", basis="one or the other") if unsure else force_at(account, voice.statement, start, end)
    for side in _once(group.sides):
        yield _found(account, side, start, end, voice, force)


def _accusations(account: Account, number: int, groups: Sequence[_Group]) -> Iterator[Found]:
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
            and after.low in FORCES | ASSAULTS | _FILLERS | {"for", "the", "of"}
        ):
            end = after.end
        voices = _accusers(account, start, end, accuser)
        for side in _once(accused.sides):
            for voice in voices:
                yield _found(account, side, start, end, voice, Force("asserts", basis="accuses"))


def _accusers(account: Account, start: int, end: int, accuser: _Group | None) -> list[Voice]:
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


def _denials(account: Account, number: int, groups: Sequence[_Group], accused: frozenset[str]) -> Iterator[Found]:
    """Who denies it. In what words does not matter where the report has somebody accuse him: "denied that its aircraft were there"."""
    words = account.words[number]
    for k, word in enumerate(words):
        if word.low not in _DENY:
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
        sides = list(_once(named.sides)) if named is not None and own is None else [own] if own else []
        start = next((words[g.first].start for g in groups if 0 <= k - g.last <= _CLOSE), word.start)
        end = min(max(hit.end, word.end), start + _SPAN)
        for side in sides:
            if side is not None:
                yield _found(
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
            yield _found(account, own, start, end, voice, Force("denies", basis="says that it did not"), before=True)


def _denier(account: Account, word: Word, groups: Sequence[_Group], k: int) -> Voice:
    for statement in account.record.statements:
        if statement.cue and any(c.start <= word.start < c.end for c in statement.cue.spans):
            return voice_of(account, statement)
    group = next((g for g in reversed(groups) if g.last <= k and k - g.last <= 5), None)
    voice = voice_at(account, word.start, word.end)
    return Voice(voice.statement, (speaker_for(group.sides[-1]),)) if group is not None else voice


def _owned(account: Account, statement: Statement) -> Iterator[Found]:
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
        yield _found(
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


def _once(sides: Sequence[Side]) -> list[Side]:
    return list({side.key: side for side in sides}.values())


def _found(
    account: Account, side: Side, start: int, end: int, voice: Voice, force: Force, before: bool = False
) -> Found:
    span = cut(account.text, start, min(end, start + 2 * _SPAN))
    slots = Slots(actor=side.name, action="carry out")
    return Found(
        "responsibility",
        f"blame:{side.key}",
        (span,),
        slots,
        voice,
        force,
        at=start if not before else max(0, start - 1),
    )
