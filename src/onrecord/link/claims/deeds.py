"""What happened: what was struck, what was destroyed, who by name was killed, whether it was meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.link.claims.account import NOT_VIOLENT, Account
from onrecord.link.claims.force import Force, force_at
from onrecord.link.claims.found import Found
from onrecord.link.claims.vocabulary import ALIVE, ASSAULTS, DEAD, DELIBERATE, RUINED, SCENES, STRUCK
from onrecord.link.claims.voices import voice_at
from onrecord.link.claims.words import Word, cut, skeleton
from onrecord.record.claim import Slots

_REACH: Final = 9
"""Words between a strike and what it strikes."""
_SCENE: Final = {noun: scene for scene, nouns in SCENES.items() for noun in nouns}
_FROM_THE_AIR: Final = frozenset(
    "airstrike airstrikes warplane warplanes jet jets aircraft planes helicopter helicopters airraid drone drones barrel".split()
)
_HIT: Final = frozenset("hit hits struck targeted bombed attacked shelled".split())
_CUTS: Final = frozenset("but while although though whereas because which who".split())
"""Words after which another clause begins."""
_OF_TWO: Final = frozenset("center centre facility point centers centres facilities".split())
_NAMED_REACH: Final = 12


def deeds_of(account: Account) -> Iterator[Found]:
    """What is said to have been done to what."""
    for number, words in enumerate(account.words):
        violent = any(e.type not in NOT_VIOLENT for e in account.events_in.get(number, ()))
        if violent or (account.main is not None and any(w.low in _HIT for w in words)):
            yield from _struck(account, words)
            yield from _ruined(account, words)
            yield from _meant(account, words)
        yield from _named_dead(account, number)


def _struck(account: Account, words: tuple[Word, ...]) -> Iterator[Found]:
    seen: set[str] = set()
    for k, word in enumerate(words):
        scene = _scene_at(words, k)
        if scene is None or scene in seen:
            continue
        window = range(max(0, k - _REACH), k)
        at = next((j for j in reversed(window) if words[j].low in STRUCK | ASSAULTS | _CUTS), None)
        at = None if at is not None and words[at].low in _CUTS else at
        if at is None:
            after = range(k + 1, min(len(words), k + 5))
            at = next(
                (j for j in after if words[j].low in _HIT),
                None,
            )
        if at is None or (scene == "village" and _only_where(words, at, k)):
            continue
        seen.add(scene)
        first, last = (at, k) if at < k else (k, at)
        start, end = words[first].start, words[last].end
        voice = voice_at(account, start, end)
        slots = Slots(action="strike", target=word.low)
        yield Found(
            "occurrence",
            f"struck:{scene}",
            (cut(account.text, start, end),),
            slots,
            voice,
            force_at(account, voice.statement, start, end),
        )


def _scene_at(words: tuple[Word, ...], k: int) -> str | None:
    """What a word names that can be struck, by its kind; some are named in two words."""
    low = words[k].low
    if k and low in _OF_TWO and words[k - 1].low in ("medical", "health"):
        return "hospital"
    return _SCENE.get(low)


def _only_where(words: tuple[Word, ...], at: int, k: int) -> bool:
    """Whether a town is only where something was struck: "bombed a clinic in the town", "air strikes in a village"."""
    between = [w.low for w in words[at + 1 : k]]
    return any(w in ("in", "near", "outside", "around", "of", "at") for w in between)


def _ruined(account: Account, words: tuple[Word, ...]) -> Iterator[Found]:
    for k, word in enumerate(words):
        if word.low not in RUINED:
            continue
        near = [w for w in words[max(0, k - 12) : k + 6] if w.low in _SCENE]
        if not near:
            continue
        # "The clinic in the village was levelled": the village is where.
        thing = min(near, key=lambda w: (_SCENE[w.low] == "village", abs(w.start - word.start)))
        start = (
            word.start
            if words[max(0, k - 1)].low not in ("completely", "totally", "was", "were")
            else words[k - 1].start
        )
        voice = voice_at(account, word.start, word.end)
        yield Found(
            "occurrence", f"ruined:{_SCENE[thing.low]}", (cut(account.text, start, word.end),), Slots(action="destroy", target=thing.low), voice,
            force_at(account, voice.statement, word.start, word.end),
        )  # fmt: skip


def _meant(account: Account, words: tuple[Word, ...]) -> Iterator[Found]:
    for k, word in enumerate(words):
        if word.low in DELIBERATE:
            conditional = any(w.low == "if" for w in words[max(0, k - 3) : k])
            last = words[min(len(words) - 1, k + 3)]
            start = words[k - 1].start if conditional else word.start
            force = Force("questions", basis="if") if conditional else None
            yield Found(
                "intent",
                "meant",
                (cut(account.text, start, last.end),),
                Slots(action="strike deliberately"),
                force=force,
            )


def _named_dead(account: Account, number: int) -> Iterator[Found]:
    """People who are named as killed, or as alive."""
    words = account.words[number]
    low = {word.low for word in words}
    if not low & (DEAD | ALIVE):
        return
    start, end = account.sentences.starts[number], account.sentences.ends[number]
    speaking = {s.source.chain for s in account.record.statements if s.source}
    for chain in account.record.chains:
        if chain.kind != "person" or chain.id in speaking:
            continue
        for key in chain.mentions:
            mention = account.parts.mentions.get(key)
            if mention is None or mention.form != "name" or not start <= mention.span.start < end:
                continue
            verb = min(
                (w for w in words if w.low in DEAD | ALIVE),
                key=lambda w: min(abs(w.start - mention.span.end), abs(mention.span.start - w.end)),
                default=None,
            )
            if (
                verb is None
                or sum(
                    1 for w in words if min(verb.start, mention.span.start) <= w.start < max(verb.end, mention.span.end)
                )
                > _NAMED_REACH
            ):
                continue
            voice = voice_at(account, mention.span.start, mention.span.end)
            first, last = min(verb.start, mention.span.start), max(verb.end, mention.span.end)
            alive = verb.low in ALIVE
            force = force_at(account, voice.statement, first, last, negated=True if alive else None)
            name = chain.name or mention.span.text
            yield Found(
                "occurrence",
                f"killed:{skeleton(name)}",
                (cut(account.text, first, last),),
                Slots(action="kill", target=name),
                voice,
                force,
            )
