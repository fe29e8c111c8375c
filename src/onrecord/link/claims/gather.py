"""Propositions gathered into claims: the likest first, never two that one source tells apart, never against a person's word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from onrecord.link.claims.compare import clash
from onrecord.link.claims.proposition import Proposition
from onrecord.link.claims.scope import Scope
from onrecord.link.likeness import Likeness, PairJudgement

Pair = tuple[str, str]
_MEAN: Final = 0.4
"""How like each other the members of two groups must be on average: one pair alone does not join them."""


def gather(
    propositions: Sequence[Proposition], likenesses: Mapping[Pair, Likeness], judged: Sequence[PairJudgement] = ()
) -> tuple[tuple[Proposition, ...], ...]:
    """Groups of propositions that are one claim.

    Args:
        propositions: All of them.
        likenesses: The judgement of the pairs that were compared, by their ids.
        judged: A person's judgements, which outrank it.

    Returns:
        Every proposition in one group; groups and their members in the order given.
    """
    groups = _Groups(propositions, likenesses)
    apart = {frozenset((j.a, j.b)) for j in judged if j.verdict == "different"}
    for judgement in judged:
        if judgement.verdict == "same":
            groups.join(judgement.a, judgement.b, apart, sure=True)
    same = [
        (like.score if like.score is not None else 1.0, a, b)
        for (a, b), like in likenesses.items()
        if like.verdict == "same"
    ]
    # Figures of one group of people first, so that the civilians are together before they meet the toll as a whole.
    for _, _, a, b in sorted((groups.mixed(a, b), -score, a, b) for score, a, b in same):
        groups.join(a, b, apart)
    return groups.all()


class _Groups:
    """Groups while they grow."""

    def __init__(self, propositions: Sequence[Proposition], likenesses: Mapping[Pair, Likeness]) -> None:
        self._all = propositions
        self._number = {p.id: k for k, p in enumerate(propositions)}
        self._home = list(range(len(propositions)))
        self._members: dict[int, list[int]] = {k: [k] for k in self._home}
        self._scope: dict[int, Scope] = {k: Scope.of(p) for k, p in enumerate(propositions)}
        self._near: dict[int, dict[int, float]] = defaultdict(dict)
        for (a, b), like in likenesses.items():
            if a in self._number and b in self._number and like.verdict != "not_judged":
                one, other = self._number[a], self._number[b]
                self._near[one][other] = self._near[other][one] = like.score if like.score is not None else 1.0

    def mixed(self, a: str, b: str) -> bool:
        """Whether two count different groups of people."""
        one, other = self._number.get(a), self._number.get(b)
        return one is not None and other is not None and self._all[one].counted != self._all[other].counted

    def join(self, a: str, b: str, apart: set[frozenset[str]], sure: bool = False) -> None:
        """Joins the groups of two propositions, unless something speaks against it."""
        if a not in self._number or b not in self._number:
            return
        one, other = self._home[self._number[a]], self._home[self._number[b]]
        if one == other or self._kept_apart(one, other, apart) or not (sure or self._alike(one, other)):
            return
        keep, gone = min(one, other), max(one, other)
        for k in self._members[gone]:
            self._home[k] = keep
        self._members[keep] += self._members.pop(gone)
        self._scope[keep] = self._scope[keep].with_(self._scope.pop(gone))

    def all(self) -> tuple[tuple[Proposition, ...], ...]:
        """The groups."""
        return tuple(tuple(self._all[k] for k in sorted(group)) for _, group in sorted(self._members.items()))

    def _alike(self, one: int, other: int) -> bool:
        few, many = sorted((one, other), key=lambda group: len(self._members[group]))
        scores = [score for k in self._members[few] for n, score in self._near[k].items() if self._home[n] == many]
        return sum(scores) >= _MEAN * len(scores)

    def _kept_apart(self, one: int, other: int, apart: set[frozenset[str]]) -> bool:
        """Whether two of them were on other days or in other towns, or one source of one report, or a person, tells them apart."""
        if not self._scope[one].meets(self._scope[other]):
            return True
        few, many = sorted((one, other), key=lambda group: len(self._members[group]))
        if apart and any(
            frozenset((self._all[a].id, self._all[b].id)) in apart
            for a in self._members[few]
            for b in self._members[many]
        ):
            return True
        told = defaultdict(list)
        for k in self._members[few]:
            told[self._all[k].document, self._all[k].speaker.key].append(self._all[k])
        return any(
            clash(a, self._all[k])
            for k in self._members[many]
            for a in told.get((self._all[k].document, self._all[k].speaker.key), ())
        )
