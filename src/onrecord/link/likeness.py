"""How two things of two reports stand to each other: the machine's judgement, and a person's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Verdict = Literal["same", "different", "unsure", "not_judged"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The machine's judgement of a pair.

    Attributes:
        verdict: Whether they are one, are not, or it cannot be said.
        score: Calibrated probability (0-1) that they are one; None where a rule decided.
        why: The reasons, each in a few words, the weightiest first.
        details: What else is known of the pair; anything that JSON can write.
    """

    verdict: Verdict
    score: float | None = None
    why: tuple[str, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class PairJudgement:
    """A person's judgement of a pair; it outranks the machine's.

    Attributes:
        kind: What the two are: copies, happenings or claims.
        a: Id of the one, the smaller of the two ids.
        b: Id of the other.
        verdict: Whether they are one.
        who: Who judged.
        why: The reason, if one was given.
        at: When, ISO 8601 in UTC.
    """

    kind: str
    a: str
    b: str
    verdict: Verdict
    who: str
    why: str | None
    at: str
