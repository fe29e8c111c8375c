"""How an event is told, as a value, and what a modal verb makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.record.vocabulary import Certainty, EventStatus

FAR: Final = 9
"""Words within which the word that a trigger hangs on is looked for."""
DEEPEST: Final = 3
"""Verbs that may hang on one another."""


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


PLAIN: Final = Mode()


def of_modal(modal: str) -> Mode:
    """What a modal verb makes of the verb behind it."""
    why = f"modal {modal}"
    if modal in ("will", "shall"):
        return Mode("planned", why=why)
    if modal in ("should", "must", "ought"):
        return Mode("demanded", why=why)
    return Mode("hypothetical", "possible" if modal in ("may", "might", "could") else "certain", why=why)
