"""With what force something is put forward: from the statement's axes and the words around, after claims.md: the first that fits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.vocabulary import FUTURE, HEDGES, NEGATIONS
from onrecord.record.statement import Statement
from onrecord.record.vocabulary import StanceKind

_NEAR: Final = 6
"""Words before and after within which a hedge or a "not" counts."""
_PAUSE: Final = re.compile(r";|\s[-–—]+\s|—")
"""What ends a clause: a "not" before it is no "not" after it."""
_ONE_SENTENCE: Final = 260
"""Code points: the axes of a longer content are those of its main clause, and say little of a part."""


@dataclass(frozen=True, slots=True)
class Force:
    """How something is put forward.

    Attributes:
        stance: The force.
        leans: For a hedge, the side that it leans to.
        basis: What decided it, in words.
    """

    stance: StanceKind
    leans: StanceKind | None = None
    basis: str | None = None


def force_at(account: Account, statement: Statement | None, start: int, end: int, negated: bool | None = None) -> Force:
    """The force of some words.

    Args:
        account: The report.
        statement: The statement that they stand in, if any.
        start: Where they begin, in code points.
        end: Where they end.
        negated: Whether the proposition is negated, if that is known; by default the words around tell.
    """
    if statement is not None:
        if statement.speech_act == "decline":
            return Force(
                "questions" if statement.certainty == "unspecified" or _confirms(statement) else "declines",
                basis="declines",
            )
        if statement.speech_act == "ask" or (statement.certainty == "unspecified" and _short(statement)):
            return Force("questions", basis="whether, or a question")
        if statement.speech_act in ("predict", "threaten", "promise", "demand", "order") and _short(statement):
            return Force("predicts", basis=f"speech act: {statement.speech_act}")
    around = _around(account, start, end)
    if around & {"whether", "if"}:
        return Force("questions", basis="whether, or if")
    negative = bool(around & NEGATIONS) if negated is None else negated
    side: StanceKind = "denies" if negative else "asserts"
    hedged = sorted(around & HEDGES)
    if statement is not None and _short(statement) and statement.tense == "future" and around & FUTURE:
        return Force("predicts", basis="future")
    if hedged or (statement is not None and _short(statement) and statement.condition is not None):
        return Force("hedges", side, f"hedged: {hedged[0]}" if hedged else "a condition")
    return Force(side, basis="negated" if negative else "said plainly")


def _around(account: Account, start: int, end: int) -> frozenset[str]:
    """The words of the span and a few before it, in the same sentence."""
    number = account.sentences.at(start)
    clause = max((m.end() for m in _PAUSE.finditer(account.text, account.sentences.starts[number], start)), default=0)
    words = account.words[number]
    first = next((k for k, w in enumerate(words) if w.end > start), len(words))
    near = [k for k in range(max(0, first - _NEAR), first) if clause <= words[k].start]
    near += [k for k in range(first, len(words)) if words[k].start < end]
    return frozenset(words[k].low for k in near if not _is_no_negation([w.low for w in words[k : k + 3]]))


def _is_no_negation(low: list[str]) -> bool:
    """Whether a "not" denies nothing: "not only", "not the first time"."""
    return low[0] == "not" and (
        low[1:2] in (["only"], ["just"], ["alone"]) or low[1:3] in (["the", "first"], ["the", "only"])
    )


def _short(statement: Statement) -> bool:
    return sum(s.end - s.start for s in statement.content.spans) <= _ONE_SENTENCE


def _confirms(statement: Statement) -> bool:
    cue = " ".join(span.text for span in statement.cue.spans).lower() if statement.cue else ""
    return "confirm" in cue or "verif" in cue or "clarity" in cue
