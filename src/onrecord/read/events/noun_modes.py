"""In what mode a noun tells an event: by its adjectives, by what it hangs on, and by the verb that it is the subject of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.read.events.grammar import CONJUNCTIONS, MARKS, RELATIVES, auxiliaries
from onrecord.read.events.mode_words import (
    CONTINUING,
    NOT_YET,
    OF_ADJECTIVE,
    OF_NOUN,
    OF_VERB,
    TAKEN_FOR_GRANTED,
    TRANSPARENT,
)
from onrecord.read.events.modes import DEEPEST, FAR, PLAIN, Mode, of_modal
from onrecord.read.events.sentences import Sentences
from onrecord.read.events.verb_modes import of_verb
from onrecord.read.verb_groups import ATTRIBUTIVE, BE, BE_OR_HAVE, MODALS, PREPOSITIONS, TIMES

SAYING: Final = frozenset("say says claim claims allege alleges".split())
ONLY_BEFORE_TO: Final = frozenset(
    "due set about going poised bound likely unlikely able determined scheduled failure ready decision order orders".split()
)
"""Words that look ahead only with an infinitive behind them: "due to the attack" does not."""
LINKING: Final = frozenset("of for against on over".split())
CLAUSES: Final = RELATIVES | MARKS | frozenset("that as when while after but because where".split())
"""Where what a noun hangs on ends."""
SUBJECT_ENDS: Final = MARKS | frozenset("that when while which who but after as to".split())
PARTICLES: Final = frozenset("out up off on in into to with for back under by".split())
NOW: Final = frozenset("underway ongoing currently continuing raging still taking".split())
EXPECTED: Final = frozenset("expected likely feared".split())
SCHEDULED: Final = frozenset("planned scheduled due set going".split())


def of_noun(s: Sentences, first: int, last: int, start: int, end: int) -> Mode:
    """The mode of a noun.

    Args:
        s: The text.
        first: Its first word.
        last: The index behind it.
        start: Where its sentence begins.
        end: Where its sentence ends.
    """
    own, left = _within(s, first, start)
    before = _governed(s, left, start)
    if before is not None and before.status == "denied":
        return before
    if own.status not in (None, "ongoing"):
        return own
    if before is not None and before.status is not None:
        return before
    after = _as_subject(s, last, end)
    if after is not None and after.status is not None:
        return after
    return own if own.status else before or after or PLAIN


def _within(s: Sentences, first: int, start: int) -> tuple[Mode, int]:
    """What the adjectives of a noun say, and where its phrase begins."""
    k = first - 1
    mode = PLAIN
    while k >= start and first - k < FAR:
        low, form = s.low[k], s.verb_form(k)
        if low in ("no", "without", "zero"):
            return Mode("denied", negative=True, why="no"), k
        if (
            low in PREPOSITIONS
            or low in MARKS
            or low in CONJUNCTIONS
            or low in RELATIVES
            or low in BE_OR_HAVE
            or low in MODALS
        ):
            break
        if low in OF_ADJECTIVE:
            mode = Mode(OF_ADJECTIVE[low], why=f"{low} {s.low[first]}")
            if mode.status != "ongoing":
                return mode, k
        elif form in ("past", "third", "base", "gerund") or (form == "past participle" and _finite(s, k, start)):
            break
        k -= 1
        if low in ATTRIBUTIVE and low != "'s":
            break
    return mode, k + 1


def _finite(s: Sentences, k: int, start: int) -> bool:
    before = s.low[k - 1] if k > start else ""
    return before not in ATTRIBUTIVE and before not in PREPOSITIONS


def _governed(s: Sentences, left: int, start: int) -> Mode | None:
    """What the verb or noun says that a noun phrase hangs on, which begins at an index."""
    if left - 2 >= start and s.low[left - 1] == "on" and s.low[left - 2] in ("is", "are"):
        return Mode("ongoing", why="is on")
    if left > start and s.low[left - 1] in ("including", "like") and _progressive_before(s, left, start):
        return Mode("ongoing", why="progressive")
    for k in range(left - 1, max(start, left - 1 - FAR) - 1, -1):
        low = s.low[k]
        if low in CLAUSES:
            return None
        if low in TAKEN_FOR_GRANTED:
            return Mode(why=f"{low} takes it for granted")
        found = _by_word(s, k, left) or _by_verb(s, k, left, start)
        if found is not None:
            return found
        if low in BE and k == left - 1:
            return None
    return None


def _progressive_before(s: Sentences, left: int, start: int) -> bool:
    around = range(left - 2, max(start, left - 16), -1)
    return any(s.low[k].endswith("ing") and auxiliaries(s, k, start).be in BE for k in around)


def _by_word(s: Sentences, k: int, left: int) -> Mode | None:
    """What a single word before a noun makes of it: "prevented the", "plans for an", "demanded a"."""
    low, form = s.low[k], s.verb_form(k)
    if form and low in NOT_YET and (low != "planned" or k == left - 1):
        return Mode(NOT_YET[low], why=low)
    told = form in ("past", "third") and low in TRANSPARENT
    if low in OF_NOUN and low not in ONLY_BEFORE_TO and s.low[k + 1] in LINKING and not told:
        return Mode(OF_NOUN[low], why=f"{low} {s.low[k + 1]}")
    near = all(s.low[j] in PREPOSITIONS or s.low[j] in TIMES for j in range(k + 1, left))
    if form and near and low in OF_VERB and low not in TRANSPARENT:
        return Mode(OF_VERB[low], negative=OF_VERB[low] == "denied", why=low)
    return None


def _by_verb(s: Sentences, k: int, left: int, start: int) -> Mode | None:
    """The mode of the verb whose object a noun is: "will launch an offensive"."""
    form = s.verb_form(k)
    object_of = k == left - 1 or (left - k <= 4 and s.low[k + 1] in PARTICLES)
    if not form or not object_of or s.words[k].raw[0].isupper():
        return None
    mode = of_verb(s, k, start, DEEPEST - 2)
    goes_on = form in ("third", "base") or s.low[k].startswith("continu")
    if mode.status is None and s.low[k] in CONTINUING and goes_on:
        return Mode("ongoing", why=s.low[k])
    return mode


def _as_subject(s: Sentences, last: int, end: int) -> Mode | None:
    """What the verb says of which a noun is the subject."""
    for k in range(last, min(end, last + FAR + 3)):
        low, following = s.low[k], s.low[k + 1 : k + 4]
        if low == "that" and any(word in SAYING for word in s.low[k + 1 : k + 6]):
            return Mode("claimed", why="that somebody says")
        if low in SUBJECT_ENDS:
            return None
        if low == "will" and any(word in CONTINUING for word in following):
            return Mode("ongoing", why="will continue")
        if low in MODALS and not s.is_may(k):
            return Mode("denied", negative=True, why="negation") if "not" in following[:1] else of_modal(low)
        if low in ("is", "are"):
            return _is(following)
        if low in ("was", "were", "been"):
            return _was(following[:2])
        form = s.verb_form(k)
        if low in CONTINUING and form in ("third", "base", "gerund"):
            return Mode("ongoing", why=low)
        if form == "past" and low not in PREPOSITIONS:
            return Mode(past=True)
    return None


def _is(following: Sequence[str]) -> Mode | None:
    first = following[0] if following else ""
    if any(word in NOW or (word in CONTINUING and word.endswith("ing")) for word in following) or first in PREPOSITIONS:
        return Mode("ongoing", why="is going on")
    if first in EXPECTED:
        return Mode("hypothetical", why=first)
    return Mode("planned", why=first) if first in SCHEDULED else None


def _was(following: Sequence[str]) -> Mode:
    if any(word in ("underway", "ongoing") or (word in CONTINUING and word.endswith("ing")) for word in following):
        return Mode("ongoing", why="was going on")
    blocked = next((word for word in following if word in NOT_YET), None)
    if blocked is None:
        return Mode(past=True)
    return Mode("attempted" if NOT_YET[blocked] == "hypothetical" else NOT_YET[blocked], why=blocked)
