"""Whether an event happened, by the words around its trigger. In: a sentence and a trigger. Out: its mode."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from onrecord.read.events.grammar import MARKS, is_adverb
from onrecord.read.events.modes import Mode
from onrecord.read.events.noun_modes import of_noun
from onrecord.read.events.sentences import Sentences
from onrecord.read.events.triggers import Trigger
from onrecord.read.events.verb_modes import of_verb
from onrecord.read.verb_groups import BE_OR_HAVE
from onrecord.record.vocabulary import Certainty

HEDGES: Final[dict[str, Certainty]] = {
    **dict.fromkeys(
        "likely probably apparently presumably seemingly believed thought presumed reportedly".split(), "probable"
    ),
    **dict.fromkeys("possibly perhaps maybe feared".split(), "possible"),
}
THOUGHT: Final = frozenset("believed thought presumed feared".split())
"""Participles by which an infinitive is no purpose: "are believed to have been killed"."""
IF: Final = frozenset("if unless lest".split())
LONGEST_IF: Final = 25
"""Words of an if-clause that are looked at."""


def mode_of(s: Sentences, trigger: Trigger) -> Mode:
    """The mode in which a trigger's own sentence tells the event."""
    start, end = s.bounds[trigger.sentence]
    verb = trigger.verb
    mode = of_verb(s, trigger.head, start) if verb else of_noun(s, trigger.first, trigger.end, start, end)
    if trigger.act.status is not None:
        mode = replace(mode, status=mode.status or trigger.act.status, why="the word itself")
    mode = _hedged(s, trigger, mode, start)
    if mode.status in (None, "ongoing") and _after_if(s, trigger.first, start):
        return replace(mode, status="hypothetical", why="if-clause")
    return mode


def _hedged(s: Sentences, trigger: Trigger, mode: Mode, start: int) -> Mode:
    """The certainty that adverbs and "believed to" give."""
    for k in range(trigger.first - 1, max(start, trigger.first - 6) - 1, -1):
        low = s.low[k]
        if low in MARKS:
            break
        if low in HEDGES:
            no_purpose = low in THOUGHT and mode.why == "purpose"
            return replace(mode, status=None if no_purpose else mode.status, certainty=HEDGES[low])
        if not is_adverb(low) and low not in BE_OR_HAVE and low not in ("to", "have", "be", "been"):
            break
    return mode


def _after_if(s: Sentences, i: int, start: int) -> bool:
    """Whether a word stands in an if-clause."""
    for k in range(i - 1, max(start, i - LONGEST_IF) - 1, -1):
        if s.low[k] in IF or (s.low[k] == "case" and k > start and s.low[k - 1] == "in"):
            return s.low[k - 1 : k] != ["as"]
        if s.low[k] in (",", ";", ":", "and", "but"):
            return False
    return False
