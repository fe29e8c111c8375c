"""Two reports that share running text."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import Evidence
from onrecord.record.vocabulary import Copying

__all__ = ["Match"]

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Two reports that share running text. Everything in it can be written as JSON.

    Attributes:
        a: Id of the one report.
        b: Id of the other.
        words: How many words they share.
        weight: How many of them count: those outside quotation marks and standing text, half of the quoted ones where both were
            taken from one agency.
        share_a: The share (0-1) of the one's words that the other has.
        share_b: The share of the other's words that the one has.
        derivation_a: How much of the one is taken from the other or from where the other has it too.
        derivation_b: Likewise of the other.
        root: Id of the one that the other comes from, or None.
        stretches_a: Where the shared passages stand in the one, first word and the word after the last, in the order of the text.
        stretches_b: Likewise in the other.
        evidence: The longest passages in the words of both, and the credits that they have in common.
    """

    a: str
    b: str
    words: int
    weight: int
    share_a: float
    share_b: float
    derivation_a: Copying
    derivation_b: Copying
    root: str | None = None
    stretches_a: tuple[Stretch, ...] = ()
    stretches_b: tuple[Stretch, ...] = ()
    evidence: tuple[Evidence, ...] = ()
