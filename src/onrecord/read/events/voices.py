"""Who tells of an event, and what the way of telling makes of it. In: statements. Out: the innermost one around a trigger, its effect."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Final

from onrecord.read.events.mode_words import OF_NOUN, OF_VERB
from onrecord.read.events.modes import Mode
from onrecord.record.statement import Statement
from onrecord.record.vocabulary import Certainty, EventStatus, Polarity, SpeechAct

NARRATOR: Final = "narrator"
AHEAD: Final[Mapping[SpeechAct, EventStatus]] = {
    "demand": "demanded",
    "order": "demanded",
    "ask": "hypothetical",
    "threaten": "threatened",
    "promise": "planned",
    "predict": "hypothetical",
}
"""What an act of speech makes of a content that is not told as past or present."""
EARLIER: Final = re.compile(
    r"\b(?:earlier|previous|initial|original|first)\s+(?:version|edition)s?\s+of\s+(?:this|the|our)\b", re.IGNORECASE
)
"""A source that a report has corrected since: "an earlier version of this article"."""
REAL: Final = frozenset(("happened", "ongoing"))
DENYING: Final = frozenset(word for word, status in (OF_VERB | OF_NOUN).items() if status == "denied")
"""Words of the denial itself, which make no second negation of it."""
TURNED: Final = "denial of a negation"
WEAKER: Final[Mapping[Certainty | None, int]] = {None: 0, "certain": 0, "probable": 1, "possible": 2, "unspecified": 3}


@dataclass(frozen=True, slots=True)
class Telling:
    """How an event stands in a report.

    Attributes:
        status: Whether it happened, goes on, is planned, …
        certainty: How sure it is.
        polarity: Whether it is told as so, or as not so.
        why: What decided it.
    """

    status: EventStatus
    certainty: Certainty
    polarity: Polarity
    why: str


def innermost(statements: Sequence[Statement], start: int, end: int) -> Statement | None:
    """The innermost statement whose content holds a stretch of text."""
    depth: dict[str, int] = {}
    parents = {s.id: s.inside for s in statements}
    best: tuple[int, int, Statement] | None = None
    for s in statements:
        width = next(
            (span.end - span.start for span in s.content.spans if span.start <= start and end <= span.end), None
        )
        if width is None:
            continue
        key = (-_depth(s.id, parents, depth), width)
        if best is None or key < best[:2]:
            best = (*key, s)
    return best[2] if best else None


def _depth(sid: str, parents: Mapping[str, str | None], known: dict[str, int]) -> int:
    if sid not in known:
        known[sid] = 0
        outer = parents.get(sid)
        known[sid] = 1 + _depth(outer, parents, known) if outer in parents and outer is not None else 0
    return known[sid]


def voice(said: Sequence[Statement], opens: bool, told: Telling) -> str:
    """Who asserts an event: the innermost statement around it, but never a denial that only takes it for granted.

    Whoever denies "that its jets were in the area of the incident, in which 18 trucks were destroyed" tells of no destruction.

    Args:
        said: The statements around it, the innermost first.
        opens: Whether its trigger stands near the beginning of the innermost content.
        told: How it stands.

    Returns:
        The id of a statement, or "narrator".
    """
    if said and not opens and told.status in REAL and told.why != TURNED:
        said = [*dropwhile(_denies, said)]
    return said[0].id if said else NARRATOR


def _denies(statement: Statement) -> bool:
    return statement.speech_act == "deny"


def telling(mode: Mode, said: Sequence[Statement], opens: bool, start: int) -> Telling:
    """How an event stands, by its own words and by the statements around it.

    Args:
        mode: What its own sentence says.
        said: The statements around it, the innermost first.
        opens: Whether its trigger stands near the beginning of the innermost content.
        start: Where its trigger begins.
    """
    inner = said[0] if said else None
    certainty = _certainty(mode, inner, opens)
    status, why = mode.status, mode.why
    if any(s.condition and s.condition.start <= start < s.condition.end for s in said) and status in (None, "ongoing"):
        return Telling("hypothetical", certainty, "positive", "condition")
    if any(s.speech_act == "deny" for s in said):
        turned = status == "denied" and why.partition(" ")[0] not in DENYING
        if turned and (opens or said[0].speech_act != "deny"):
            return Telling("happened", certainty, "positive", TURNED)
        if status in (None, "ongoing") and (opens or said[0].speech_act != "deny"):
            return Telling("denied", certainty, "negative", "denial")
    if inner is not None and status in (None, "attempted") and inner.speech_act is not None:
        ahead = AHEAD.get(inner.speech_act)
        if ahead is not None and not mode.past and opens and not why.endswith("granted"):
            return Telling(ahead, certainty, "positive", f"act {inner.speech_act}")
        if inner.speech_act == "accuse" and status is None:
            return Telling("claimed", certainty, "positive", "accusation")
    if status is None and any(_is_corrected(s) for s in said):
        return Telling("claimed", "unspecified", "positive", "an earlier version")
    if status == "denied":
        return Telling("denied", certainty, "negative", why)
    return Telling(status or "happened", certainty, "positive", why)


def _is_corrected(statement: Statement) -> bool:
    """Whether it is what a report said before it was corrected."""
    spans = statement.source.spans if statement.source else ()
    return any(EARLIER.search(span.text) for span in spans)


def _certainty(mode: Mode, inner: Statement | None, opens: bool) -> Certainty:
    said = inner.certainty if inner is not None and opens else None
    return (said or "certain") if WEAKER[said] > WEAKER[mode.certainty] else mode.certainty
