"""What the stances on a claim come to, and the same in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from onrecord.link.tally.counted import Counted, Side
from onrecord.link.tally.figures import disjoint, same_figure
from onrecord.link.tally.joins import listed
from onrecord.record import Tally, Value
from onrecord.record.vocabulary import ClaimStatus

__all__ = ["status_of", "why_of"]

Groups = Sequence[Sequence[int]]


def status_of(
    counted: Sequence[Counted], groups: Groups, replaced: frozenset[int], figure: Value | None
) -> ClaimStatus | None:
    """What the stances come to.

    Args:
        counted: The stances.
        groups: Which of them are one independent source.
        replaced: Figures that their source later replaced.
        figure: The figure that the claim names, if it is about one.
    """
    sides = [{side for i in group if (side := counted[i].side) is not None} for group in groups]
    asserting, denying = (sum(side in taken for taken in sides) for side in ("asserts", "denies"))
    if not groups:
        return None
    if not asserting and denying:
        return "denied_only"
    if _outdated(counted, groups, replaced, figure):
        return "superseded"
    if opposed(sides) or figures_in_conflict(counted, groups, replaced):
        return "contested"
    if asserting > 1:
        return "corroborated"
    reports = {counted[i].stance.document for group in groups for i in group}
    return "repeated_not_corroborated" if len(reports) > 1 else "single_source"


def opposed(sides: Sequence[set[Side]]) -> bool:
    """Whether one asserts what another denies; one that does both contradicts itself alone."""
    asserting = {i for i, taken in enumerate(sides) if "asserts" in taken}
    denying = {i for i, taken in enumerate(sides) if "denies" in taken}
    return bool(asserting and denying) and len(asserting | denying) > 1


def figures_in_conflict(counted: Sequence[Counted], groups: Groups, replaced: frozenset[int]) -> tuple[int, int] | None:
    """Two stances of different sources whose figures cannot both be right, or None."""
    told = [_figures(counted, [i for i in group if i not in replaced]) for group in groups]
    for ours, theirs in combinations(told, 2):
        for i in ours:
            for j in theirs:
                if disjoint(counted[i].stance.value, counted[j].stance.value):
                    return i, j
    return None


def _figures(counted: Sequence[Counted], group: Sequence[int]) -> list[int]:
    """A stance for each figure that a source gives: two thousand copies give one."""
    first: dict[tuple[object, ...], int] = {}
    for i in group:
        value = counted[i].stance.value
        if counted[i].side == "asserts" and value is not None:
            first.setdefault((value.low, value.high, value.of), i)
    return list(first.values())


def _outdated(counted: Sequence[Counted], groups: Groups, replaced: frozenset[int], figure: Value | None) -> bool:
    """Whether the only source behind the claim gave another figure later."""
    behind = [i for group in groups for i in group if counted[i].side == "asserts"]
    if figure is not None:
        behind = [i for i in behind if same_figure(counted[i].stance.value, figure)]
    return len(groups) == 1 and bool(behind) and set(behind) <= replaced


def why_of(
    counted: Sequence[Counted], groups: Groups, replaced: frozenset[int], tally: Tally, status: ClaimStatus | None
) -> str:
    """The status in a sentence: who asserts, who denies, how many of them are independent."""
    if status is None:
        return "nobody asserts or denies it"
    counting = [i for group in groups for i in group]
    parts = [
        f"{verb} by {listed(names)}"
        for verb, names in (
            ("asserted", _names(counted, (i for i in counting if counted[i].stance.stance == "asserts"))),
            ("said with reserve", _names(counted, (i for i in counting if counted[i].stance.stance == "hedges"))),
            ("denied", _names(counted, (i for i in counting if counted[i].stance.stance == "denies"))),
        )
        if names
    ]
    sentence = [", ".join(parts)]
    if status == "contested" and (pair := figures_in_conflict(counted, groups, replaced)):
        sentence.append("figures that do not meet: " + " against ".join(_told(counted[i]) for i in pair))
    if status == "superseded":
        sentence.append("its only source gave another figure later")
    sentence.append(f"{tally.independent} independent source{'s' * (tally.independent != 1)}")
    if tally.unnamed:
        sentence.append(f"{tally.unnamed} of them known by description or as the outlet's own voice only")
    if tally.copy_families < tally.reports:
        sentence.append(f"{tally.reports} reports, but {tally.copy_families} texts: the others are copies")
    return "; ".join(sentence)


def _names(counted: Sequence[Counted], members: Iterable[int]) -> list[str]:
    return list(dict.fromkeys(_name(counted[i]) for i in members))


def _name(one: Counted) -> str:
    return f"{one.speaker.name} in its own voice" if one.speaker.narrator else one.speaker.name


def _told(one: Counted) -> str:
    value = one.stance.value
    assert value is not None
    low, high = (None if bound is None else f"{bound:,.10g}" for bound in (value.low, value.high))
    if low == high:
        figure = f"{low}"
    elif low is None or high is None:
        figure = f"at most {high}" if low is None else f"at least {low}"
    else:
        figure = f"{low} to {high}"
    return f"{figure} ({_name(one)})"
