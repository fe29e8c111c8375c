"""What the answers of several reviewers on one thing come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from onrecord.errors import RecordError
from onrecord.record.judgement import Answers, same_answer

__all__ = ["Settled", "settle"]


@dataclass(frozen=True, slots=True)
class Settled:
    """Something that people say is so.

    Attributes:
        value: The fields that were corrected, with the values that are right; empty where the machine was right.
        reviewers: How many say so.
    """

    value: Mapping[str, Any]
    reviewers: int


def settle(answers: Answers) -> Settled:
    """What the answers on one thing come to.

    Raises:
        RecordError: Nothing that could be gold; the message is the reason.
    """
    given = list(answers.values())
    if any(one.verdict == "unsure" for one in given):
        raise RecordError("a reviewer could not tell")
    if not all(same_answer(one, other) for one, other in pairwise(given)):
        raise RecordError("reviewers disagree")
    match given[0].verdict, given[0].value:
        case "right", _:
            return Settled({}, len(given))
        case "corrected", Mapping() as value:
            return Settled(value, len(given))
        case "wrong", _:
            raise RecordError("rejected")
    raise RecordError("the judgement says neither that it is right nor what would be")
