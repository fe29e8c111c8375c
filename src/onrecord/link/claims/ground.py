"""Who has taken, holds or has lost a place, and who gained ground there or was thrown back, as sentences say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from onrecord.link.claims.account import Account
from onrecord.link.claims.force import Force, force_at
from onrecord.link.claims.found import Found
from onrecord.link.claims.sides import Side, root_of
from onrecord.link.claims.vocabulary import (
    ASSAULTED,
    GAIN,
    HOLD,
    LIGHT,
    LOSE,
    MEANT,
    NO_GROUND,
    OUT,
    REPEL,
    WITHIN,
)
from onrecord.link.claims.voices import Voice, voice_at
from onrecord.link.claims.words import Word, cut, skeleton
from onrecord.record.claim import Slots

_REACH: Final = 8
"""Words between a side, the verb, and the place."""
_FAR: Final = 12
"""The same between a repelled attack and the place that it was on."""
_WE: Final = frozenset({"we", "our", "us"})
_THEY: Final = frozenset({"it", "they", "group"})
_SETTLEMENT: Final = frozenset({"town", "village", "city"})
_BE: Final = frozenset("is was were are been being".split())
_ARTICLES: Final = frozenset("the a an all whole entire full complete total of over most".split())
_INTO: Final = frozenset("in into inside to towards toward at on".split())
_WITH: Final = frozenset("by with from against including".split())
_LEAVING: Final = frozenset({"left", "fled", "evacuated"})
_MANAGED: Final = frozenset("managed able succeeded".split())


class Named(NamedTuple):
    """A place that a sentence names: its name, and where it stands."""

    name: str
    start: int
    end: int


def ground_of(account: Account) -> Iterator[Found]:
    """Who is said to hold, to have taken, kept or lost which place, and to have gained ground there or not."""
    for number, words in enumerate(account.words):
        if not any(word.low in HOLD | LOSE | REPEL | GAIN for word in words):
            continue
        places = _places(account, number)
        for k, word in enumerate(words) if places else ():
            if word.low in REPEL and _is_repelled(words, k):
                yield from _repelled(account, number, k, places)
            elif word.low in GAIN and _gains(words, k):
                yield from _gained(account, number, k, places)
            elif word.low in HOLD | LOSE:
                yield from _held(account, number, k, places)


def _held(account: Account, number: int, k: int, places: Sequence[Named]) -> Iterator[Found]:
    words = account.words[number]
    word = words[k]
    by = next((j for j in range(k + 1, min(len(words), k + 4)) if words[j].low == "by"), None)
    if word.low in OUT and (thrown := _thrown_out(account, number, k, places)) is not None:
        yield from _found(account, "holds", *thrown, word, loses=True)
        return
    if word.low in LIGHT and not _of_place(words, k, places):
        return
    side = _side(account, number, by + 1 if by is not None else None, k)
    place = _place(words, k, places, before=by is not None)
    if side is not None and place is not None and (word.low not in OUT or _leaves(words, k, place)):
        yield from _found(account, "holds", side, place, word, loses=word.low in LOSE)


def _leaves(words: Sequence[Word], k: int, place: Named) -> bool:
    """Whether a side leaves a place of its own: "left Susah", "fled the town"; not "left fighters dead in Susah"."""
    between = {w.low for w in words[k + 1 :] if w.start < place.start}
    return words[k].low in _LEAVING and place.start >= words[k].end and between <= _ARTICLES | _SETTLEMENT


def _thrown_out(account: Account, number: int, k: int, places: Sequence[Named]) -> tuple[Side, Named] | None:
    """The side that is out of a place: "expelled the rebels from", "were driven out of", "withdrew from"."""
    words = account.words[number]
    place = next(iter(_after(words, k, places)), None)
    if place is None or not {w.low for w in words[k + 1 :] if w.end <= place.start} & {"from", "of"}:
        return None
    between = [s for s in account.sides[number] if words[k].end <= s.start < place.start]
    side = between[0] if between else _side(account, number, None, k)
    return (side, place) if side is not None else None


def _repelled(account: Account, number: int, k: int, places: Sequence[Named]) -> Iterator[Found]:
    """An attack that was beaten back: whoever attacked has gained nothing there, and the defender holds it."""
    words, word = account.words[number], account.words[number][k]
    after = [p for p in places if p.start >= word.end and sum(word.end <= w.start < p.start for w in words) <= _FAR]
    place = next(iter(after), None) or next((p for p in reversed(places) if p.end <= word.start), None)
    if place is None:
        return
    by = next((j for j in range(k + 1, min(len(words), k + 3)) if words[j].low == "by"), None)
    defender = _side(account, number, by + 1 if by is not None else None, k)
    others = [s for s in account.sides[number] if s.start >= word.end and (defender is None or s.key != defender.key)]
    if defender is not None:
        yield from _found(account, "holds", defender, place, word)
    if others:
        yield from _found(account, "gains", others[0], place, word, loses=True)


def _gained(account: Account, number: int, k: int, places: Sequence[Named]) -> Iterator[Found]:
    side, place = _side(account, number, None, k), next(iter(_after(account.words[number], k, places)), None)
    if side is not None and place is not None:
        yield from _found(account, "gains", side, place, account.words[number][k])


def _found(account: Account, what: str, side: Side, place: Named, word: Word, loses: bool = False) -> Iterator[Found]:
    first, last = min(word.start, place.start), max(word.end, place.end)
    voice = voice_at(account, first, last)
    force = force_at(account, voice.statement, word.start, word.end)
    words = account.words[account.sentences.at(word.start)]
    if _is_meant(words, next(k for k, w in enumerate(words) if w.start == word.start)):
        force = Force("predicts", basis="what somebody wants")
    elif loses:
        why = "it is said to have lost the place" if what == "holds" else "its attack is said to have been beaten back"
        force = Force("asserts" if force.stance == "denies" else "denies", basis=f"slots: {why}")
    if voice.statement is not None and voice.statement.speech_act == "deny" and force.stance == "asserts":
        force = Force("denies", basis="denies it")
    slots = Slots(actor=side.name, action="hold" if what == "holds" else "gain ground", place=place.name)
    theme = f"{what}:{skeleton(place.name)}:{side.key}"
    yield Found("control", theme, (cut(account.text, first, last),), slots, voice, force)


def _is_meant(words: Sequence[Word], k: int) -> bool:
    """Whether a verb only tells what somebody wants: "an offensive to retake", "trying to seize"."""
    if not k or words[k - 1].low != "to" or _MANAGED & {w.low for w in words[max(0, k - 4) : k]}:
        return "capturing" in words[k].low and bool({w.low for w in words[max(0, k - 4) : k]} & MEANT)
    return bool({w.low for w in words[max(0, k - 7) : k - 1]} & MEANT)


def _is_repelled(words: Sequence[Word], k: int) -> bool:
    """Whether it is an attack that is beaten back."""
    after = {w.low for w in words[k + 1 : k + 8]}
    return bool(after & ASSAULTED) or bool(
        {w.low for w in words[max(0, k - 8) : k]} & ASSAULTED and words[k - 1].low in _BE
    )


def _gains(words: Sequence[Word], k: int) -> bool:
    """Whether it is ground that is gained: "advanced into", "made gains in", "broke into"."""
    before, after = {w.low for w in words[max(0, k - 4) : k]}, words[k + 1].low if k + 1 < len(words) else ""
    if words[k].low in ("gains", "advances", "ground", "advance", "push"):
        return bool(before & {"made", "make", "makes", "making", "gained", "reported"}) and after in _INTO
    if words[k].low in ("enter", "entered", "entering", "breached", "penetrated", "infiltrated"):
        return True
    return after in _INTO - {"to"}


def _of_place(words: Sequence[Word], k: int, places: Sequence[Named]) -> bool:
    """Whether a common verb governs a place: "took control of", "hold the town", "took Susah"."""
    after = words[k + 1 : k + 4]
    if words[k].low == "control":
        return bool(after) and (after[0].low in ("of", "over") or (k > 0 and words[k - 1].low in ("to", "now")))
    if any(w.low in ("control", "hold") for w in after[:2]):
        return False  # the noun that follows tells it
    return any(place.start - 25 <= words[k].end <= place.start for place in places) and all(
        w.low in WITHIN | _ARTICLES | _SETTLEMENT or any(p.start <= w.start < p.end for p in places) for w in after[:2]
    )


def _places(account: Account, number: int) -> list[Named]:
    first, last = account.sentences.starts[number], account.sentences.ends[number]
    found = []
    for place in account.record.places:
        mention = account.parts.mentions.get(place.mention or "")
        if (
            mention is not None
            and first <= mention.span.start < last
            and place.name
            and place.precision not in ("country", None)
        ):
            found.append(Named(place.name, mention.span.start, mention.span.end))
    return found or _the_town(account, number)


def _the_town(account: Account, number: int) -> list[Named]:
    """Where a report says "the town" or "the whole city": the settlement that was named last before."""
    words = account.words[number]
    for k, word in enumerate(words):
        if word.low in _SETTLEMENT and {w.low for w in words[max(0, k - 2) : k]} & {"the", "whole", "entire"}:
            named = [
                (mention.span.start, place.name)
                for place in account.record.places
                if (mention := account.parts.mentions.get(place.mention or "")) is not None
                and place.precision == "settlement"
                and place.role != "reporting"
                and mention.span.start < word.start
                and place.name
            ]
            return [Named(max(named)[1], word.start, word.end)] if named else []
    return []


def _after(words: Sequence[Word], k: int, places: Sequence[Named]) -> Iterator[Named]:
    """The places that stand close after a word, with nothing between that the word governs in their stead."""
    for place in places:
        between = [w.low for w in words[k + 1 :] if w.start < place.start]
        if place.start >= words[k].end and len(between) <= _REACH and not set(between) & NO_GROUND:
            yield place


def _place(words: Sequence[Word], k: int, places: Sequence[Named], before: bool) -> Named | None:
    """The place that a verb governs: the next after it, in the passive the last before it; not where a part of it is meant."""
    here = words[k]
    if before:
        earlier = [
            p for p in places if p.end <= here.start and sum(p.end <= w.start < here.start for w in words) <= _REACH
        ]
        return earlier[-1] if earlier else None
    place = next(iter(_after(words, k, places)), None)
    if place is None:
        return None
    between = [w.low for w in words[k + 1 :] if w.start < place.start]
    parted = any(w in WITHIN and "in" in between[at:] for at, w in enumerate(between))
    return None if parted else place


def _side(account: Account, number: int, after: int | None, k: int) -> Side | None:
    sides, words = account.sides[number], account.words[number]
    if after is not None:
        first = words[after].start if after < len(words) else words[-1].end
        near = [s for s in sides if first <= s.start <= first + 30]
        return near[0] if near else None
    before = [
        s for s in sides if s.end <= words[k].start and sum(s.end <= w.start < words[k].start for w in words) <= _REACH
    ]
    fighting = [s for s in before if s.key != "side:settlers"]
    # "Government forces backed by Russian air power": who comes with "by" is not who did it.
    fighting = [s for s in fighting if not _comes_with(words, s)] or fighting
    close = {w.low for w in words[max(0, k - 4) : k]}
    if close & _WE:
        return _own(account, words[k])
    if fighting:
        return fighting[-1]
    return _told_before(account, number) if close & _THEY else None


def _comes_with(words: Sequence[Word], side: Side) -> bool:
    return any(w.low in _WITH for w in [w for w in words if w.end <= side.start][-2:])


def _told_before(account: Account, number: int) -> Side | None:
    """The side that "they" are: the first that the sentence before names."""
    return account.sides[number - 1][0] if number and account.sides[number - 1] else None


def _own(account: Account, word: Word) -> Side | None:
    """The side of the one who says "we"."""
    return side_of_voice(voice_at(account, word.start, word.end))


def side_of_voice(voice: Voice) -> Side | None:
    """The side that a speaker speaks for."""
    for speaker in voice.speakers:
        for key in (speaker.party, speaker.organisation, speaker.key):
            if key and key.startswith("actor:") and (root := root_of(key.removeprefix("actor:"))):
                return Side(*root, 0, 0)
    return None
