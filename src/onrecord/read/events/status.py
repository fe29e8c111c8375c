"""Whether an event happened, by the words around its trigger. In: a sentence and a trigger. Out: its mode; None where nothing is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from onrecord.read.events.grammar import (
    CONJUNCTIONS,
    MARKS,
    RELATIVES,
    Auxiliaries,
    auxiliaries,
    is_adverb,
)
from onrecord.read.events.lexicon import lexicon
from onrecord.read.events.mode_words import (
    CONTINUING,
    NOT_YET,
    OF_ADJECTIVE,
    OF_NOUN,
    OF_VERB,
    TAKEN_FOR_GRANTED,
    TRANSPARENT,
)
from onrecord.read.events.sentences import Sentences
from onrecord.read.events.triggers import Trigger
from onrecord.read.verb_groups import ATTRIBUTIVE, BE, HAVE, MODALS, PREPOSITIONS, TIMES
from onrecord.record.vocabulary import Certainty, EventStatus

FAR: Final = 9
"""Words within which the word that a trigger hangs on is looked for."""
DEEPEST: Final = 3
HEDGES: Final[dict[str, Certainty]] = {
    **dict.fromkeys(
        "likely probably apparently presumably seemingly believed thought presumed reportedly".split(), "probable"
    ),
    **dict.fromkeys("possibly perhaps maybe feared".split(), "possible"),
}
CALLING: Final = frozenset("call calls called calling".split())
SAYING: Final = frozenset("say says claim claims allege alleges".split())
RUNNING: Final = frozenset("advancing fighting fleeing battling clashing retreating withdrawing besieging protesting marching holding".split())
IF: Final = frozenset("if unless lest".split())
NOW: Final = frozenset("underway ongoing currently continuing raging still".split())


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event is told.

    Attributes:
        status: Its status; None where the words say no more than that it happened.
        certainty: How sure it is.
        negative: Whether it is negated.
        past: Whether a finite past verb tells it.
        why: The rule, and the word that it saw.
    """

    status: EventStatus | None = None
    certainty: Certainty = "certain"
    negative: bool = False
    past: bool = False
    why: str = "told plainly"


def mode_of(s: Sentences, trigger: Trigger) -> Mode:
    """The mode in which a trigger's own sentence tells the event."""
    start, end = s.bounds[trigger.sentence]
    if trigger.verb:
        mode = _of_verb(s, trigger.head, start, end, 0)
    else:
        mode = _of_noun(s, trigger.first, trigger.end, start, end, 0)
    if trigger.act.status is not None:
        mode = replace(mode, status=mode.status or trigger.act.status, why="the word itself")
    mode = _hedged(s, trigger, mode, start)
    if mode.status in (None, "ongoing") and _after_if(s, trigger.first, start, end):
        return replace(mode, status="hypothetical", why="if-clause")
    return mode


def _of_verb(s: Sentences, i: int, start: int, end: int, depth: int) -> Mode:
    aux = auxiliaries(s, i, start)
    form = s.verb_form(i)
    if aux.negated or _nobody(s, aux, start):
        return Mode("denied", negative=True, why="negation")
    if aux.modal is not None:
        return _modal(aux)
    if aux.to:
        return _infinitive(s, aux.start, start, end, depth)
    if form == "gerund":
        if aux.be in BE:
            present = aux.be in ("is", "are", "am")
            return Mode("ongoing", past=not present, why="progressive" if present else "progressive in the past")
        if aux.be == "been" and aux.have in ("has", "have"):
            return Mode("ongoing", why="progressive")
        if i > start and s.low[i] in RUNNING and (s.low[i - 1].endswith("s") or lexicon().classes["FIGHTER"].has(s.low[i - 1])):
            return Mode("ongoing", why="participle")
        return _gerund(s, aux.start, start, end, depth)
    joined = _joined(s, i, start, end, depth) if form == "base" else None
    if joined is not None:
        return joined
    if form in ("base", "third") and not aux.have and not aux.be and s.low[i] in CONTINUING:
        return Mode("ongoing", why="goes on")
    return Mode(past=form in ("past", "past participle", "participle"))


def _modal(aux: Auxiliaries) -> Mode:
    if aux.modal in ("will", "shall"):
        return Mode("planned", why=f"modal {aux.modal}")
    if aux.modal in ("should", "must", "ought"):
        return Mode("demanded", why=f"modal {aux.modal}")
    certainty: Certainty = "possible" if aux.modal in ("may", "might", "could") else "certain"
    return Mode("hypothetical", certainty, why=f"modal {aux.modal}")


def _nobody(s: Sentences, aux: Auxiliaries, start: int) -> bool:
    """Whether the subject is "no one", "none", "no civilians"."""
    for k in range(aux.start - 1, max(start, aux.start - 5) - 1, -1):
        if s.low[k] in MARKS or s.low[k] in CONJUNCTIONS:
            return False
        if s.low[k] in ("no", "none", "nobody", "neither"):
            return True
    return False


def _joined(s: Sentences, i: int, start: int, end: int, depth: int) -> Mode | None:
    """A bare verb after "and" goes with the infinitive or the modal before it."""
    if i - 1 < start or s.low[i - 1] not in ("and", "or", ",") or depth >= DEEPEST:
        return None
    for k in range(i - 2, max(start, i - 16), -1):
        if s.low[k] == "to" or s.low[k] in MODALS:
            return _of_verb(s, k + 1, start, end, depth + 1)
    return None


def _infinitive(s: Sentences, to: int, start: int, end: int, depth: int) -> Mode:
    """What the word before "to" makes of the verb: "tried to", "the plan to", "called on them to"."""
    for k in range(to - 1, max(start, to - FAR) - 1, -1):
        low = s.low[k]
        if low in MARKS and k < to - 1:
            break
        if low in CALLING and s.low[k + 1] not in ("on", "for", "upon", "to"):
            continue
        status = OF_VERB.get(low) or OF_NOUN.get(low)
        if low in ("have", "has", "had") and k == to - 1:
            return Mode("demanded", why="has to")
        if low in BE and k == to - 1:
            return Mode("planned", why="is to")
        if status is not None and not (low in TRANSPARENT and k < to - 1):
            outer = (
                _of_verb(s, k, start, end, depth + 1)
                if depth < DEEPEST and s.verb_form(k) and low in OF_VERB
                else Mode()
            )
            if outer.status in ("denied", "hypothetical", "planned", "demanded"):
                return outer
            return Mode(status, why=f"{low} to")
        if k == to - 1 and (
            low in TRANSPARENT
            or low in CONTINUING
            or low in ("able", "managed", "began", "forced", "helped", "used", "succeeded")
        ):
            return _of_verb(s, k, start, end, depth + 1) if depth < DEEPEST else Mode()
        if low in ("forced", "forcing", "led", "leading", "causing", "caused", "helped", "helping"):
            return Mode(past=True, why=low)
    return Mode("attempted", why="purpose")


def _gerund(s: Sentences, first: int, start: int, end: int, depth: int) -> Mode:
    """What stands before a participle: "in a bid of taking", "accused of killing"; without such a word it happened."""
    for k in range(first - 1, max(start, first - FAR) - 1, -1):
        low = s.low[k]
        if low in MARKS:
            break
        if low in ("by", "after", "while", "following", "since", "succeed", "succeeded", "succeeding", "when"):
            break
        if low in ("denied", "deny", "denies", "denying"):
            return Mode("denied", negative=True, why=f"{low} doing")
        status = OF_VERB.get(low) or OF_NOUN.get(low)
        if status is not None and s.low[first - 1] in PREPOSITIONS | {"on"} and k <= first - 2:
            return Mode(status, why=f"{low} {s.low[first - 1]}")
        if status == "planned" and low in OF_VERB and k == first - 1:
            return Mode(status, why=low)
    if first > start and s.low[first - 1] in ("before", "without", "instead"):
        return Mode(
            "denied" if s.low[first - 1] != "before" else "hypothetical",
            negative=s.low[first - 1] != "before",
            why=s.low[first - 1],
        )
    if first > start and s.low[first - 1] in ("for", "from", "at", "on", "towards", "against"):
        return Mode("claimed" if s.low[first - 1] == "for" else "attempted", why=f"{s.low[first - 1]} doing")
    return Mode()


def _of_noun(s: Sentences, first: int, last: int, start: int, end: int, depth: int) -> Mode:
    own, left = _within(s, first, start)
    if own.status not in (None, "ongoing"):
        return own
    before = _before(s, left, start, end, depth)
    if before is not None and before.status is not None:
        return before
    after = _behind(s, last, start, end, depth)
    if after is not None and after.status is not None:
        return after
    return own if own.status else before or after or Mode()


def _within(s: Sentences, first: int, start: int) -> tuple[Mode, int]:
    """What the adjectives of a noun say, and where its phrase begins."""
    k = first - 1
    mode = Mode()
    while k >= start and first - k < FAR:
        low = s.low[k]
        if low in ("no", "without", "zero"):
            return Mode("denied", negative=True, why="no"), k
        if low in PREPOSITIONS or low in MARKS or low in CONJUNCTIONS or low in RELATIVES or low in BE | HAVE | MODALS:
            break
        if low in OF_ADJECTIVE:
            if k == first - 1 or OF_ADJECTIVE[low] != "claimed" or s.low[k + 1] not in ATTRIBUTIVE:
                mode = Mode(OF_ADJECTIVE[low], why=f"{low} {s.low[first]}")
                if mode.status != "ongoing":
                    return mode, k
        elif s.verb_form(k) in ("past", "third", "base", "gerund") or (
            s.verb_form(k) == "past participle" and _finite(s, k, start)
        ):
            break
        k -= 1
        if low in ATTRIBUTIVE and low != "'s":
            break
    return mode, k + 1


def _finite(s: Sentences, k: int, start: int) -> bool:
    before = s.low[k - 1] if k > start else ""
    return before not in ATTRIBUTIVE and before not in PREPOSITIONS


def _before(s: Sentences, left: int, start: int, end: int, depth: int) -> Mode | None:
    """What the verb or noun says that a noun hangs on."""
    k = left - 1
    hops = 0
    while k >= start and hops < FAR:
        low = s.low[k]
        if (
            low in MARKS
            or low in RELATIVES
            or low in ("that", "as", "when", "while", "after", "but", "because", "where")
        ):
            return None
        if low in TAKEN_FOR_GRANTED:
            return Mode(why=f"{low} takes it for granted")
        form = s.verb_form(k)
        if low in NOT_YET and form:
            return Mode(NOT_YET[low], why=low) if low not in ("planned",) or k == left - 1 else None
        if low in OF_NOUN and not (form in ("past", "third") and low in TRANSPARENT) and k < left - 1:
            return Mode(OF_NOUN[low], why=f"{low} {s.low[k + 1]}")
        near = all(s.low[j] in PREPOSITIONS or s.low[j] in TIMES for j in range(k + 1, left))
        if low in OF_VERB and form and near and low not in TRANSPARENT:
            status = OF_VERB[low]
            if (
                status == "planned"
                and form in ("past", "past participle", "participle")
                and low in ("announced", "agreed", "approved", "ordered")
            ):
                return Mode("planned", why=low)
            return Mode(status, negative=status == "denied", why=low)
        if (
            form in ("past", "third", "base", "gerund", "past participle", "participle")
            and (hops == 0 or (hops < 4 and _particle(s, k + 1)))
            and not s.words[k].raw[0].isupper()
        ):
            mode = _of_verb(s, k, start, end, depth + 1) if depth < DEEPEST else Mode()
            if mode.status is None and low in CONTINUING and (form in ("third", "base") or low.startswith("continu")):
                return Mode("ongoing", why=low)
            return mode
        if low in BE and hops == 0:
            return None
        hops += 1
        k -= 1
    return None


def _particle(s: Sentences, k: int) -> bool:
    return s.low[k] in ("out", "up", "off", "on", "in", "into", "to", "with", "for", "back", "under", "by")


def _behind(s: Sentences, last: int, start: int, end: int, depth: int) -> Mode | None:
    """What the verb says of which a noun is the subject."""
    for k in range(last, min(end, last + FAR + 3)):
        low = s.low[k]
        if low == "that" and any(w in SAYING for w in s.low[k + 1 : k + 6]):
            return Mode("claimed", why="that somebody says")
        if low in MARKS or low in ("that", "when", "while", "which", "who", "and", "but", "after", "as", "in which"):
            return None
        if low in MODALS:
            return (
                _modal(Auxiliaries(k, modal=low))
                if s.low[k + 1 : k + 2] not in (["not"],)
                else Mode("denied", negative=True)
            )
        if low in ("is", "are"):
            following = s.low[k + 1 : k + 4]
            if any(w in NOW or (w in CONTINUING and w.endswith("ing")) for w in following) or "taking" in following:
                return Mode("ongoing", why="is going on")
            if following[:1] in (["expected"], ["likely"], ["feared"]):
                return Mode("hypothetical", why=following[0])
            if low in ("is", "are") and following[:1] and (following[0] in PREPOSITIONS):
                return Mode("ongoing", why="is")
            if following[:1] in (["planned"], ["scheduled"], ["due"], ["set"], ["going"]):
                return Mode("planned", why=following[0])
            return None
        if low in ("was", "were", "been"):
            following = s.low[k + 1 : k + 3]
            if any(w in CONTINUING and w.endswith("ing") for w in following) or any(
                w in ("underway", "ongoing") for w in following
            ):
                return Mode("ongoing", why="was going on")
            blocked = next((w for w in following if w in NOT_YET), None)
            if blocked is not None:
                return Mode("attempted" if NOT_YET[blocked] == "hypothetical" else NOT_YET[blocked], why=blocked)
            return Mode(past=True)
        if low in CONTINUING and s.verb_form(k) in ("third", "base"):
            return Mode("ongoing", why=low)
        if low in CONTINUING and low.endswith("ing"):
            return Mode("ongoing", why=low)
        if low in ("to",):
            return None
        if s.verb_form(k) in ("past", "third") and low not in PREPOSITIONS:
            return Mode(past=True)
    return None


def _hedged(s: Sentences, trigger: Trigger, mode: Mode, start: int) -> Mode:
    """The certainty that adverbs and "believed to" give."""
    for k in range(trigger.first - 1, max(start, trigger.first - 6) - 1, -1):
        if s.low[k] in MARKS:
            break
        certainty = HEDGES.get(s.low[k])
        if certainty is not None:
            status = mode.status
            if (
                s.low[k] in ("believed", "thought", "presumed", "feared")
                and status in ("attempted", "hypothetical")
                and mode.why == "purpose"
            ):
                status = None
            return replace(mode, status=status, certainty=certainty)
        if not is_adverb(s.low[k]) and s.low[k] not in BE | HAVE and s.low[k] not in ("to", "have", "be", "been"):
            break
    return mode


def _after_if(s: Sentences, i: int, start: int, end: int) -> bool:
    """Whether a word stands in an if-clause, or in the clause that hangs on it by "would"."""
    for k in range(i - 1, max(start, i - 25) - 1, -1):
        if s.low[k] in IF or (s.low[k] == "case" and k > start and s.low[k - 1] == "in"):
            return s.low[k - 1 : k] != ["as"]
        if s.low[k] in (",", ";", ":", "and", "but"):
            return False
    return False
