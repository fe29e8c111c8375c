"""Who has taken, holds or has lost a place, as sentences say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.force import Force, force_at
from onrecord.link.claims.found import Found
from onrecord.link.claims.sides import Side, root_of
from onrecord.link.claims.vocabulary import HOLD, LOSE, REPEL
from onrecord.link.claims.voices import Voice, voice_at
from onrecord.link.claims.words import Word, cut, skeleton
from onrecord.record.claim import Slots

_REACH: Final = 8
"""Words between a side, the verb, and the place."""
_WE: Final = frozenset({"we", "our", "us"})
_OF_PLACE: Final = frozenset(
    {
        "town",
        "village",
        "city",
        "district",
        "neighbourhood",
        "neighborhood",
        "hill",
        "area",
        "airport",
        "base",
        "dam",
        "crossing",
        "of",
    }
)


_SETTLEMENT: Final = frozenset({"town", "village", "city"})


def ground_of(account: Account) -> Iterator[Found]:
    """Who is said to hold, to have taken, kept or lost which place."""
    for number, words in enumerate(account.words):
        if not any(word.low in HOLD or word.low in LOSE or word.low in REPEL for word in words):
            continue
        places = _places(account, number)
        for k, word in enumerate(words):
            if places and word.low in HOLD | LOSE | REPEL:
                yield from _held(account, number, k, places)


def _held(account: Account, number: int, k: int, places: Sequence[tuple[str, int, int]]) -> Iterator[Found]:
    words = account.words[number]
    word = words[k]
    if word.low in ("took", "taken", "take", "hold", "holds", "kept", "keeps") and not _of_place(words, k, places):
        return
    by = next((j for j in range(k + 1, min(len(words), k + 4)) if words[j].low == "by"), None)
    side = _side(account, number, words, by + 1 if by is not None else None, k)
    place = _place(words, k, places, before=by is not None)
    if side is None or place is None:
        return
    name, start, end = place
    first, last = min(word.start, start), max(word.end, end)
    voice = voice_at(account, first, last)
    loses = word.low in LOSE
    force = force_at(account, voice.statement, word.start, word.end)
    if loses:
        force = Force(
            "asserts" if force.stance == "denies" else "denies", basis="slots: it is said to have lost the place"
        )
    if voice.statement is not None and voice.statement.speech_act == "deny" and force.stance == "asserts":
        force = Force("denies", basis="denies it")
    slots = Slots(actor=side.name, action="hold", place=name)
    yield Found("control", f"holds:{skeleton(name)}:{side.key}", (cut(account.text, first, last),), slots, voice, force)


def _of_place(words: Sequence[Word], k: int, places: Sequence[tuple[str, int, int]]) -> bool:
    """Whether a common verb governs a place: "took control of", "hold the town", "took Susah"."""
    after = words[k + 1 : k + 4]
    if any(w.low in ("control", "hold") for w in after[:2]):
        return True
    return any(start - 25 <= words[k].end <= start for _, start, _ in places) and all(
        w.low in _OF_PLACE | {"the", "whole", "most", "parts"} or any(a <= w.start < b for _, a, b in places)
        for w in after[:2]
    )


def _places(account: Account, number: int) -> list[tuple[str, int, int]]:
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
            found.append((place.name, mention.span.start, mention.span.end))
    return found or _the_town(account, number)


def _the_town(account: Account, number: int) -> list[tuple[str, int, int]]:
    """What "the town" or "the whole city" means: the settlement that was named last before."""
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
            return [(max(named)[1], word.start, word.end)] if named else []
    return []


def _place(
    words: Sequence[Word], k: int, places: Sequence[tuple[str, int, int]], before: bool
) -> tuple[str, int, int] | None:
    """The place that a verb governs: the next after it, in the passive the last before it."""
    here = words[k]
    after = [p for p in places if p[1] >= here.end and sum(here.end <= w.start < p[1] for w in words) <= _REACH]
    earlier = [p for p in places if p[2] <= here.start and sum(p[2] <= w.start < here.start for w in words) <= _REACH]
    if before:
        return earlier[-1] if earlier else None
    return after[0] if after else None


def _side(account: Account, number: int, words: Sequence[Word], after: int | None, k: int) -> Side | None:
    sides = account.sides[number]
    if after is not None:
        first = words[after].start if after < len(words) else words[-1].end
        near = [s for s in sides if first <= s.start <= first + 30]
        return near[0] if near else None
    before = [
        s for s in sides if s.end <= words[k].start and sum(s.end <= w.start < words[k].start for w in words) <= _REACH
    ]
    fighting = [s for s in before if not s.key.startswith("side:") or s.key != "side:settlers"]
    we = any(w.low in _WE for w in words[max(0, k - 4) : k])
    if we or not fighting:
        return (
            _own(account, words[k])
            if we or any(w.low in ("it", "they", "group") for w in words[max(0, k - 4) : k])
            else None
        )
    return fighting[-1]


def _own(account: Account, word: Word) -> Side | None:
    """The side of the one who says "we", or of the last that was named."""
    return side_of_voice(voice_at(account, word.start, word.end))


def side_of_voice(voice: Voice) -> Side | None:
    """The side that a speaker speaks for."""
    for speaker in voice.speakers:
        for key in (speaker.party, speaker.organisation, speaker.key):
            if key and key.startswith("actor:") and (root := root_of(key.removeprefix("actor:"))):
                return Side(*root, 0, 0)
    return None
