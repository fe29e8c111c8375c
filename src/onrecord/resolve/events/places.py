"""Where an event happened, and when. In: a trigger and the places and times of the report. Out: the one that fits, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.record import Event, Place, Span, TimeExpression
from onrecord.resolve.layout import Layout

IN: Final = frozenset(
    "in at near on outside inside into towards toward around across through within throughout over to from against of between along off onto upon beside behind "
    "east west north south above amid surrounding entering bombing targeting".split()
)
SURELY: Final = frozenset("in at near outside inside across around throughout within along".split())
"""Prepositions that say where something is."""
FROM_ELSEWHERE: Final = re.compile(
    r"(?:\bbased|\bborn|\bfrom|\bspokes\w+ (?:in|at)|\bminist\w+ (?:in|of)|\bembassy (?:in|to)|\bgovernment (?:of|in)|\barmy of|\bof the|\bking of|\bpresident of|\bleader (?:of|in)"
    r"|\bofficials? (?:in|from)|\breported (?:in|from)|\bsaid (?:in|from)|\btold \w+ in|\bspeaking (?:in|from|at)|\bstatement (?:in|from)|\bpeople of|\bgovernor of|\bmayor of|\bcapital of"
    r"|\bborder with|\bwar (?:in|on)|\btroops (?:in|to)|\bloyal to|\bkilometres \w+ of|\bkilometers \w+ of|\bkm \w+ of|\bmiles \w+ of|\bnortheast of|\bnorthwest of|\bsoutheast of|\bsouthwest of"
    r"|\b(?:miles|km|kms|kilometers|kilometres)\)? (?:\w+ )?(?:from|of))\s+(?:the\s+)?(?:\w+ )?$"
)
"""What before a name says that nothing is told of what happened there."""
BREAKS: Final = frozenset(
    "that who which said says told and but while whereas after before when as because although where since if added".split()
)
MARKS: Final = frozenset(',;:()"“”')
LEAST: Final = -9.0
"""Score below which no place is taken."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that the report names, as a candidate.

    Attributes:
        place: The place.
        span: Its words.
        sentence: Number of its sentence.
    """

    place: Place
    span: Span
    sentence: int


def place_of(event: Event, spots: Sequence[Spot], layout: Layout, said_by: Sequence[Span]) -> Spot | None:
    """The place of an event among those of its sentence.

    Args:
        event: The event.
        spots: The places of its sentence.
        layout: The report.
        said_by: The words for sources and cues, which tell where somebody spoke.
    """
    if event.trigger is None:
        return None
    best: tuple[float, int, Spot] | None = None
    for spot in spots:
        score = _score(event.trigger, spot, layout, said_by)
        if score is not None and score >= LEAST and (best is None or score > best[0]):
            best = (score, -spot.span.start, spot)
    return best[2] if best else None


def _score(trigger: Span, spot: Spot, layout: Layout, said_by: Sequence[Span]) -> float | None:
    """How well a place fits a trigger; None where its words say that nothing happened there."""
    span = spot.span
    if any(s.start <= span.start < s.end for s in said_by):
        return None
    before = layout.text[max(0, span.start - 40) : span.start].lower()
    if FROM_ELSEWHERE.search(before):
        return None
    behind = span.start >= trigger.end
    first, last = (trigger.end, span.start) if behind else (span.end, trigger.start)
    between = layout.within(first, last)
    score = -0.25 * len(between)
    for word in between:
        score -= 2.0 if word.plain in BREAKS else 0.7 if word.text in MARKS else 0.0
    if not behind:
        score -= 1.5
    words = [w.plain for w in layout.before(span.start, 4)]
    score += 2.0 if any(w in SURELY for w in words[-3:]) else 0.7 if any(w in IN for w in words[-2:]) else 0.0
    if spot.place.precision == "country":
        score -= 1.0
    return score


def time_of(event: Event, times: Sequence[TimeExpression], layout: Layout) -> TimeExpression | None:
    """The date that stands nearest to a trigger in its sentence, without another clause in between."""
    if event.trigger is None:
        return None
    best: tuple[float, TimeExpression] | None = None
    sentence = layout.sentence(event.trigger.start)
    for time in times:
        if time.span is None or time.type not in ("DATE", "TIME") or layout.sentence(time.span.start) != sentence:
            continue
        first, last = sorted((event.trigger, time.span), key=lambda span: span.start)
        between = layout.within(first.end, last.start)
        score = len(between) + sum(12 if w.plain in BREAKS - {"and"} else 4 if w.text in MARKS else 0 for w in between)
        if score <= 30 and (best is None or score < best[0]):
            best = (score, time)
    return best[1] if best else None
