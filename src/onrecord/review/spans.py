"""Words that two people marked: how much of what the one marked the other marked, too."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

__all__ = ["Marked", "SpanScore", "exact", "overlapping", "span_score"]

Marked = tuple[str, int, int]
"""A stretch of a report that somebody marked: its id, the first offset, and the one after the last."""


@dataclass(frozen=True, slots=True)
class SpanScore:
    """How far what two people marked is the same. Neither is right: the one whose marks are looked for is only named first.

    Attributes:
        precision: Share of what the other marked that the one marked, too; None where the other marked nothing.
        recall: Share of what the one marked that the other marked, too; None where the one marked nothing.
    """

    precision: float | None
    recall: float | None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean; None where neither marked anything."""
        if self.precision is None and self.recall is None:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def span_score(
    one: Collection[Marked], other: Collection[Marked], alike: Callable[[Marked, Marked], bool]
) -> SpanScore:
    """Compares what two people marked.

    Args:
        one: What the one marked.
        other: What the other did.
        alike: Whether two stretches count as the same: `exact` or `overlapping`.
    """
    return SpanScore(_share(other, one, alike), _share(one, other, alike))


def exact(one: Marked, other: Marked) -> bool:
    """Whether two stretches are the same to the character."""
    return one == other


def overlapping(one: Marked, other: Marked) -> bool:
    """Whether two stretches share a character.

    The lenient measure of Wiebe, Wilson and Cardie (2005), Annotating expressions of
    opinions and emotions in language, Language Resources and Evaluation 39, 165-210.
    """
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _share(
    marked: Collection[Marked], others: Collection[Marked], alike: Callable[[Marked, Marked], bool]
) -> float | None:
    if not marked:
        return None
    near: dict[str, list[Marked]] = {}
    for stretch in others:
        near.setdefault(stretch[0], []).append(stretch)
    return sum(any(alike(stretch, other) for other in near.get(stretch[0], ())) for stretch in marked) / len(marked)
