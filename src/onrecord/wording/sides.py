"""The sides of a claim: who asserts and who denies it, or which figures do not meet, each with those who stand there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from onrecord.record import Claim, Stance
from onrecord.wording.circumstances import figure
from onrecord.wording.visible import flat

__all__ = ["Side", "Voice", "sides_of"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One source on a side, in all the reports in which it says the same.

    Attributes:
        stances: Its stances, by their place in the claim.
        who: Who speaks.
    """

    stances: tuple[int, ...]
    who: str


@dataclass(frozen=True, slots=True)
class Side:
    """Sources that say the same.

    Attributes:
        name: What they do ("asserts"), with the figure that they give.
        voices: The sources.
        independent: How many of them are independent of each other; 0 where that does not count.
    """

    name: str
    voices: tuple[Voice, ...]
    independent: int


def sides_of(claim: Claim) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """The sides that count, those who assert first, and what else is said: predictions, questions, no comment."""
    asserting = [at for at, stance in enumerate(claim.stances) if _side(stance) == "asserts"]
    denying = [at for at, stance in enumerate(claim.stances) if _side(stance) == "denies"]
    groups = [("asserts", some) for some in _by_figure(claim.stances, asserting)] + [("denies", denying)]
    counting = tuple(_made(claim, name, some, counts=True) for name, some in groups if some)
    rest: dict[str, list[int]] = {}
    for at, stance in enumerate(claim.stances):
        if _side(stance) is None:
            rest.setdefault(stance.stance, []).append(at)
    return counting, tuple(_made(claim, name, some, counts=False) for name, some in rest.items())


def _side(stance: Stance) -> str | None:
    taken = stance.leans or "asserts" if stance.stance == "hedges" else stance.stance
    return taken if taken in ("asserts", "denies") else None


def _by_figure(stances: Sequence[Stance], some: Iterable[int]) -> list[list[int]]:
    """Stances whose figures all meet together; the narrowest figures make the groups, what gives none stands with the largest."""
    groups: list[tuple[float, float, list[int]]] = []
    loose: list[int] = []
    for at in sorted(some, key=lambda at: _width(stances[at])):
        value = stances[at].value
        if (
            value is None
            or (value.low is None and value.high is None)
            or value.of is not None
            or stances[at].superseded
        ):
            loose.append(at)
            continue
        low, high = (-inf if value.low is None else value.low), (inf if value.high is None else value.high)
        for number, (least, most, members) in enumerate(groups):
            if max(low, least) <= min(high, most):
                groups[number] = (max(low, least), min(high, most), [*members, at])
                break
        else:
            groups.append((low, high, [at]))
    found = [sorted(members) for _, _, members in sorted(groups, key=lambda group: (-len(group[2]), group[0]))]
    if loose and found:
        found[0] = sorted([*found[0], *loose])
    return found or ([sorted(loose)] if loose else [])


def _width(stance: Stance) -> float:
    value = stance.value
    return inf if value is None or value.low is None or value.high is None else value.high - value.low


def _made(claim: Claim, name: str, some: Sequence[int], *, counts: bool) -> Side:
    voices: dict[tuple[str, str], list[int]] = {}
    for at in some:
        stance = claim.stances[at]
        # An outlet's own voice and a source without a name are somebody else in each report.
        apart = stance.document if stance.statement == "narrator" or stance.unnamed else ""
        voices.setdefault((flat(stance.source or "nobody named").casefold(), apart), []).append(at)
    speaking = tuple(
        Voice(tuple(stances), flat(claim.stances[stances[0]].source or "nobody named")) for stances in voices.values()
    )
    figures = dict.fromkeys(
        told for at in some if not claim.stances[at].superseded and (told := _figure(claim.stances[at]))
    )
    return Side(" ".join([name, " / ".join(figures)]).strip(), speaking, _independent(claim, some) if counts else 0)


def _figure(stance: Stance) -> str:
    value = stance.value
    if value is None:
        return ""
    number = figure(value.low, value.high) or (f"“{flat(value.words)}”" if value.words else "")
    return f"{number} {flat(value.of)}" if value.of and number else number


def _independent(claim: Claim, some: Sequence[int]) -> int:
    """Connected components of the joins among some stances."""
    home = {at: at for at in some}

    def top(at: int) -> int:
        while home[at] != at:
            at = home[at]
        return at

    for join in claim.tally.joins if claim.tally else ():
        inside = [at for at in join.stances if at in home]
        for one, other in pairwise(inside):
            home[top(one)] = top(other)
    return len({top(at) for at in some})
