"""In what mode a verb tells an event: by its auxiliaries, and by the word that an infinitive or a participle hangs on."""

from __future__ import annotations

from typing import Final

from onrecord.read.events.grammar import CONJUNCTIONS, MARKS, Auxiliaries, auxiliaries
from onrecord.read.events.lexicon import lexicon
from onrecord.read.events.mode_words import CONTINUING, OF_NOUN, OF_VERB, TRANSPARENT
from onrecord.read.events.modes import DEEPEST, FAR, PLAIN, Mode, of_modal
from onrecord.read.events.sentences import Sentences
from onrecord.read.verb_groups import BE, MODALS, PREPOSITIONS

CALLING: Final = frozenset("call calls called calling".split())
"""Verbs that demand only with "on", "for" or "upon" behind them."""
MANAGING: Final = frozenset("able managed began forced helped used succeeded".split())
CAUSING: Final = frozenset("forced forcing led leading causing caused helped helping".split())
"""Verbs that say that what they made somebody do was done."""
DENYING: Final = frozenset("denied deny denies denying".split())
DONE: Final = frozenset("by after while following since succeed succeeded succeeding when".split())
"""Words before a participle that say that it was done."""
AIMING: Final = frozenset("from at on towards against".split())
RUNNING: Final = frozenset(
    "advancing fighting fleeing battling clashing retreating withdrawing besieging protesting marching holding investigating".split()
)
"""Participles that right behind a noun say what it is doing: "rebels advancing on the town"."""
NOT_DONE: Final = frozenset("denied hypothetical planned demanded".split())


def of_verb(s: Sentences, i: int, start: int, depth: int = 0) -> Mode:
    """The mode of the verb at an index.

    Args:
        s: The text.
        i: The verb.
        start: Where its sentence begins.
        depth: How many verbs hang on it that were asked for before.
    """
    aux = auxiliaries(s, i, start)
    form = s.verb_form(i)
    if aux.negated or _nobody(s, aux, start):
        return Mode("denied", negative=True, why="negation")
    if aux.modal is not None:
        return (
            Mode("ongoing", why="will continue")
            if aux.modal == "will" and s.low[i] in CONTINUING
            else of_modal(aux.modal)
        )
    if aux.to:
        return _infinitive(s, aux.start, start, depth)
    if form == "gerund":
        return _participle(s, i, start, aux)
    if form == "base" and (joined := _joined(s, i, start, depth)) is not None:
        return joined
    if form in ("base", "third") and not aux.have and not aux.be and s.low[i] in CONTINUING:
        return Mode("ongoing", why="goes on")
    return Mode(past=form in ("past", "past participle", "participle"))


def _nobody(s: Sentences, aux: Auxiliaries, start: int) -> bool:
    """Whether the subject is "no one", "none", "no civilians"."""
    for k in range(aux.start - 1, max(start, aux.start - 5) - 1, -1):
        low = s.low[k]
        if low in MARKS or low in CONJUNCTIONS or (low in PREPOSITIONS and low != "of"):
            return False
        if low in ("no", "none", "nobody", "neither"):
            return True
    return False


def _joined(s: Sentences, i: int, start: int, depth: int) -> Mode | None:
    """A bare verb after "and" goes with the infinitive or the modal before it."""
    if i - 1 < start or s.low[i - 1] not in ("and", "or", ",") or depth >= DEEPEST:
        return None
    for k in range(i - 2, max(start, i - 16), -1):
        if s.low[k] == "to" or s.low[k] in MODALS:
            return of_verb(s, k + 1, start, depth + 1)
    return None


def _infinitive(s: Sentences, to: int, start: int, depth: int) -> Mode:
    """What a word before "to" makes of the verb: "tried to", "the plan to", "called on them to"."""
    for k in range(to - 1, max(start, to - FAR) - 1, -1):
        low, right_before = s.low[k], k == to - 1
        if low in MARKS and not right_before:
            break
        if low in CALLING and s.low[k + 1] not in ("on", "for", "upon", "to"):
            continue
        if right_before and (low in BE or low in ("have", "has", "had")):
            return Mode("planned" if low in BE else "demanded", why=f"{low} to")
        if right_before and (low in TRANSPARENT or low in CONTINUING or low in MANAGING):
            return of_verb(s, k, start, depth + 1) if depth < DEEPEST else PLAIN
        status = OF_VERB.get(low) or OF_NOUN.get(low)
        if status is not None and low not in TRANSPARENT:
            asks = low in OF_VERB and depth < DEEPEST and bool(s.verb_form(k))
            outer = of_verb(s, k, start, depth + 1) if asks else PLAIN
            return outer if outer.status in NOT_DONE else Mode(status, why=f"{low} to")
        if low in CAUSING:
            return Mode(past=True, why=low)
    return Mode("attempted", why="purpose")


def _participle(s: Sentences, i: int, start: int, aux: Auxiliaries) -> Mode:
    if aux.be in BE:
        present = aux.be in ("is", "are", "am")
        return Mode("ongoing", past=not present, why="progressive" if present else "progressive in the past")
    if aux.be == "been" and aux.have in ("has", "have"):
        return Mode("ongoing", why="progressive")
    before = s.low[i - 1] if i > start else ""
    if s.low[i] in RUNNING and (before.endswith("s") or lexicon().classes["FIGHTER"].has(before)):
        return Mode("ongoing", why="participle")
    return _gerund(s, aux.start, start)


def _gerund(s: Sentences, first: int, start: int) -> Mode:
    """What stands before a participle: "in a bid of taking", "accused of killing"; without such a word it was done."""
    last = s.low[first - 1] if first > start else ""
    for k in range(first - 1, max(start, first - FAR) - 1, -1):
        low = s.low[k]
        if low in MARKS or low in DONE:
            break
        if low in DENYING:
            return Mode("denied", negative=True, why=f"{low} doing")
        status = OF_VERB.get(low) or OF_NOUN.get(low)
        if status is not None and last in PREPOSITIONS and k <= first - 2:
            return Mode(status, why=f"{low} {last}")
        if status == "planned" and low in OF_VERB and k == first - 1:
            return Mode(status, why=low)
    if last in ("without", "instead"):
        return Mode("denied", negative=True, why=last)
    if last == "before":
        return Mode("hypothetical", why=last)
    if last == "for":
        return Mode("claimed", why="for doing")
    return Mode("attempted", why=f"{last} doing") if last in AIMING else PLAIN
