"""Who and what takes part in an event. In: the triggers of one event. Out: arguments, each with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.read.events.grammar import (
    BEING,
    LINKS,
    MARKS,
    PERSONAL,
    RELATIVES,
    TOLD,
    auxiliaries,
    is_adverb,
    is_passive,
    made_to,
    phrase,
    subject,
    takes_object,
)
from onrecord.read.events.lexicon import lexicon
from onrecord.read.events.mode_words import TRANSPARENT
from onrecord.read.events.sentences import Sentences
from onrecord.read.events.triggers import Trigger
from onrecord.read.verb_groups import ATTRIBUTIVE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, TIMES
from onrecord.record.event import Argument
from onrecord.record.span import Span
from onrecord.record.vocabulary import ArgumentRole

Stretch = tuple[int, int]
VICTIMISED: Final = frozenset(
    "attack abduction arrests sexual_violence release displacement excessive_force_against_protesters mob_violence".split()
)
"""Types whose object is people to whom it is done."""
FLEEING: Final = ("flee", "fled", "evacuat")
"""How verbs begin whose subject it is that is displaced; "evacuated" in the passive has it as its object."""
JOINING: Final = frozenset("and or but , of".split())
TRAILING: Final = (
    JOINING | DETERMINERS | PERSONAL | TIMES | frozenset("last next week weeks month months year years".split())
)
"""What is no part of an argument at its end: "the army last month"."""
PRONOUNS: Final = frozenset("he she it they who we i him her them us which that those".split())
NOTHING: Final = frozenset(
    "close home fire dead here there least part place scene evening morning night people's control".split()
)
"""Single words behind a verb that nothing is done to."""
LAID_TO: Final = frozenset((("blamed", "on"), ("pinned", "on"), ("attributed", "to"), ("claimed", "by")))
"""Words behind an act before whoever is said to have done it: "an attack claimed by the group"."""
TOLD_OF: Final = TOLD | frozenset(
    "blamed pinned broken described condemned documented monitored witnessed filmed".split()
)
"""Verbs behind an act by which it is told of and not done: "the attack was confirmed by the mayor"."""
FAR: Final = 14
BESIDE: Final = 5
"""Words between the preposition and the noun that it belongs to."""


def arguments_of(s: Sentences, triggers: Sequence[Trigger], type_id: str | None) -> tuple[Argument, ...]:
    """The arguments of one event, each stretch of words once.

    Args:
        s: The text.
        triggers: The words for it, the one that is kept first.
        type_id: Its type.
    """
    taken: list[tuple[ArgumentRole, Stretch]] = []
    for trigger in triggers:
        for role, whole in _roles(s, trigger, type_id):
            stretch = _trimmed(s, whole)
            if stretch is None or not _can_take_part(s, role, stretch):
                continue
            if not any(a < stretch[1] and stretch[0] < b for _, (a, b) in taken):
                taken.append((role, stretch))
    return tuple(Argument(role, None, (_span(s, *stretch),)) for role, stretch in taken)


def _trimmed(s: Sentences, stretch: Stretch) -> Stretch | None:
    """Without what joins it to something else: "buildings and the"."""
    first, end = stretch
    while first < end and (s.low[first] in JOINING or s.low[first] in ("with", "among", "between", "by")):
        first += 1
    while first < end - 1 and s.low[end - 1] in TRAILING:
        end -= 1
    return (first, end) if first < end else None


def _can_take_part(s: Sentences, role: ArgumentRole, stretch: Stretch) -> bool:
    """Whether words name or describe somebody or something, rather than an act, a time or another clause."""
    first, end = stretch
    if role == "instrument":
        return True
    head = next((k for k in range(first + 1, end) if s.low[k] in PREPOSITIONS), end) - 1
    opens = s.verb_form(first)
    if first not in s.names and (opens in ("gerund", "past") or (opens and s.low[first + 1 : end][:1] == ["by"])):
        return False
    if s.low[first] in ("been", "being") or takes_object(s, first):
        return False
    if _is_act(s, (first, head + 1)) or _tells(s, stretch):
        return False
    if role == "actor":
        # Names of states and of groups that are called one are at times taken for places: "Islamic State has retaken the town".
        return _is_somebody(s, stretch) or s.low[head] in PRONOUNS or s.names.get(head) == "location"
    return not (head == first and (s.low[first] in TIMES or is_adverb(s.low[first]) or s.low[first] in NOTHING))


def _tells(s: Sentences, stretch: Stretch) -> bool:
    """Whether a verb of saying or taking place stands in it: it is of two clauses then."""
    told = (s.low[k] for k in range(*stretch) if k not in s.names)
    return any(word in TOLD or word in ("adding", "saying", "occurred", "happened") for word in told)


def _roles(s: Sentences, t: Trigger, type_id: str | None) -> Iterator[tuple[ArgumentRole, Stretch]]:
    start, end = s.bounds[t.sentence]
    harm = t.act.part == "harm"
    done_to: ArgumentRole = "victim" if (harm and t.act.type == "attack") or type_id in VICTIMISED else "target"
    if t.act.type == "shelling" and t.act.object == "MISSILES":
        done_to = "instrument"
    doer: ArgumentRole = "instrument" if t.act.subject in ("MISSILES", "EXPLOSIVES") else "actor"
    if t.verb:
        fleeing = t.act.type == "displacement" and s.low[t.head].startswith(FLEEING)
        intransitive = fleeing or (harm and s.low[t.head].startswith(("die", "dy", "perish")))
        who = t.subject
        if who is not None and intransitive:
            yield "victim", who
        elif who is not None and not (harm and _is_act(s, who)):
            yield doer, who
        if t.object is not None and not intransitive:
            yield done_to, t.object
        by = _behind(s, t.end, end, ("by",), through_commas=True) if t.passive else None
        if by is not None:
            yield ("instrument" if _is_weapon(s, by) else "actor"), by
    else:
        yield from _of_noun(s, t, start, end, done_to)
    for words, role in ((("on", "against", "at", "targeting"), "target"), (("with", "using"), "instrument")):
        found = _behind(s, t.end, end, words)
        if found is not None and (role != "instrument" or _is_weapon(s, found)) and not _is_time(s, found):
            yield role, found  # type: ignore[misc]


def _of_noun(
    s: Sentences, t: Trigger, start: int, end: int, done_to: ArgumentRole
) -> Iterator[tuple[ArgumentRole, Stretch]]:
    before = _modifier(s, t.first, start)
    if before is not None:
        yield ("victim" if t.act.part == "harm" and done_to == "victim" else "actor"), before
    by = _behind(s, t.end, end, ("by", "between"))
    if by is not None and _is_somebody(s, by):
        yield "actor", by
    if t.object is not None:
        people = (
            t.act.part == "harm"
            or done_to == "victim"
            or t.act.type in ("property_damage", "siege")
            or "territory" in (t.act.type or "")
        )
        yield (done_to if people or not _can_act(s, t.object) else "actor"), t.object
    if before is None and by is None:
        carrier = _carrier(s, t.first, start, end) or _accused(s, t.first, start) or _laid_to(s, t.end, end)
        if carrier is not None:
            yield "actor", carrier


def _modifier(s: Sentences, first: int, start: int) -> Stretch | None:
    """The names and fighters before a noun: "Russian air strikes", "the rebel offensive", "the army's raid"."""
    fighters = lexicon().classes["FIGHTER"]
    k, found = first, None
    while k > start and first - k < 7:
        low = s.low[k - 1]
        if low in PREPOSITIONS or low in MARKS or low in MODALS or low in HAVE or low in BEING or low in TIMES:
            break
        if low in TOLD and k - 1 not in s.names:  # "the rebels said air strikes hit the town"
            break
        if k - 1 in s.names or fighters.has(low):
            found = (k - 1, found[1] if found else k)
        elif (low in ATTRIBUTIVE and low != "'s") or (s.verb_form(k - 1) in ("past", "third") and "-" not in low):
            break
        k -= 1
    return found


def _carrier(s: Sentences, first: int, start: int, end: int) -> Stretch | None:
    """The subject of the verb by which an act is carried out: "the army launched an offensive"."""
    for k in range(first - 1, max(start, first - 7), -1):
        low = s.low[k]
        if low in MARKS or low in RELATIVES:
            return None
        if low in TRANSPARENT and s.verb_form(k):
            aux = auxiliaries(s, k, start)
            return None if is_passive(s, k, start, end, aux) else subject(s, start, aux)
    return None


def _accused(s: Sentences, first: int, start: int) -> Stretch | None:
    """Whom an act is laid to: "blamed the army for the attack", "two men were charged with the murder"."""
    for k in range(first, max(start, first - BESIDE), -1):
        if s.low[k - 1] in LINKS:
            return made_to(s, k, start)
        if s.low[k - 1] in MARKS:
            return None
    return None


def _laid_to(s: Sentences, i: int, end: int) -> Stretch | None:
    """Whom an act is laid to behind its word: "the attack was blamed on the rebels"."""
    for k in range(i, min(end - 2, i + FAR)):
        if s.low[k] in MARKS:
            return None
        if (s.low[k], s.low[k + 1]) in LAID_TO:
            return phrase(s, k + 2, end)
    return None


def _behind(s: Sentences, i: int, end: int, words: tuple[str, ...], through_commas: bool = False) -> Stretch | None:
    """The phrase after the first of some prepositions, if no mark and no other clause stands before it."""
    for k in range(i, min(end, i + FAR)):
        low = s.low[k]
        if (
            (low in MARKS and not (through_commas and low == ","))
            or low in RELATIVES
            or low in ("after", "when", "while", "and", "but", "killing", "leaving")
            or low in TOLD_OF
        ):
            return None
        if low in words:
            return phrase(s, k + 1, end)
    return None


def _is_weapon(s: Sentences, stretch: Stretch) -> bool:
    weapons = lexicon().classes["WEAPON"]
    return any(weapons.has(s.low[k]) for k in range(*stretch))


def _is_somebody(s: Sentences, stretch: Stretch) -> bool:
    """Whether a phrase names or describes people or forces."""
    classes = lexicon().classes
    sorts = [classes[name] for name in ("FIGHTER", "SECURITY", "PEOPLE", "STATE", "AIRCRAFT")]
    return any(k in s.names or any(sort.has(s.low[k]) for sort in sorts) for k in range(*stretch))


def _can_act(s: Sentences, stretch: Stretch) -> bool:
    """Whether what "of" joins to a noun can be who did it: "the attack of the rebels", not "the shelling of the town"."""
    if s.names.get(stretch[1] - 1) in ("location", "facility"):
        return False
    classes = lexicon().classes
    sorts = [classes[name] for name in ("FIGHTER", "SECURITY", "STATE", "AIRCRAFT")]
    named = any(s.names.get(k) in ("organisation", "nationality", "person") for k in range(*stretch))
    return named or any(sort.has(s.low[k]) for sort in sorts for k in range(*stretch))


def _is_act(s: Sentences, stretch: Stretch) -> bool:
    """Whether the subject is an act itself: "the attack killed"."""
    last = stretch[1] - 1
    if last in s.names:
        return False
    return any(not pattern.verb and pattern.act.part == "act" for pattern in lexicon().patterns.get(s.low[last], ()))


def _is_time(s: Sentences, stretch: Stretch) -> bool:
    return (
        s.low[stretch[0]] in TIMES
        or s.low[stretch[0]] in ("least", "dawn", "night", "noon")
        or (s.words[stretch[0]].raw[0].isdigit() and stretch[1] - stretch[0] == 1)
    )


def _span(s: Sentences, first: int, end: int) -> Span:
    return Span.of(s.text, s.words[first].start, s.words[end - 1].end)
