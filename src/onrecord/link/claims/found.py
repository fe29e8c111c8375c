"""What a finder finds, before it is known who says it and in which setting."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.link.claims.force import Force
from onrecord.link.claims.voices import Voice
from onrecord.record.claim import Slots, Value
from onrecord.record.span import Span
from onrecord.record.vocabulary import ClaimKind


@dataclass(frozen=True, slots=True)
class Found:
    """A proposition in the words of a report.

    Attributes:
        kind: What kind of proposition.
        theme: What is compared.
        spans: The words that carry it.
        slots: What it is about.
        voice: Who says it, where the finder knows it; by default who speaks at the words.
        force: With what force, where the finder knows it; by default by the words.
        value: The figure.
        counted: Whom it counts.
        whole: Whether the figure is no part of another.
        counter: Whether it stands against another account only.
        at: The offset whose event it belongs to, where that is not the first span's.
    """

    kind: ClaimKind
    theme: str
    spans: tuple[Span, ...]
    slots: Slots = field(default_factory=Slots)
    voice: Voice | None = None
    force: Force | None = None
    value: Value | None = None
    counted: str | None = None
    whole: bool = True
    counter: bool = False
    at: int | None = None
