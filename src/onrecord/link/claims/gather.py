"""Propositions gathered into claims: the likest first, never two that one source tells apart, never against a person's word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.link.claims.compare import clash
from onrecord.link.claims.proposition import Proposition
from onrecord.link.likeness import Likeness, PairJudgement

Pair = tuple[str, str]


def gather(
    propositions: Sequence[Proposition], likenesses: Mapping[Pair, Likeness], judged: Sequence[PairJudgement] = ()
) -> tuple[tuple[Proposition, ...], ...]:
    """Groups of propositions that are one claim.

    Args:
        propositions: All of them.
        likenesses: The machine's judgement of the pairs that were compared, by their ids.
        judged: A person's judgements, which outrank it.

    Returns:
        Every proposition in one group; groups and their members in the order given.
    """
    known = {p.id: k for k, p in enumerate(propositions)}
    home = list(range(len(propositions)))
    members: dict[int, list[int]] = {k: [k] for k in home}
    apart = {frozenset((j.a, j.b)) for j in judged if j.verdict == "different"}
    joins = [(2.0, j.a, j.b) for j in judged if j.verdict == "same"]
    joins += [(like.score or 1.0, a, b) for (a, b), like in likenesses.items() if like.verdict == "same"]
    for _, a, b in sorted(joins, key=lambda join: (-join[0], join[1], join[2])):
        if a not in known or b not in known:
            continue
        one, other = home[known[a]], home[known[b]]
        if one == other or _kept_apart(propositions, members[one], members[other], apart):
            continue
        keep, gone = min(one, other), max(one, other)
        for k in members[gone]:
            home[k] = keep
        members[keep] += members.pop(gone)
    return tuple(tuple(propositions[k] for k in sorted(group)) for _, group in sorted(members.items()))


def _kept_apart(
    propositions: Sequence[Proposition], one: Sequence[int], other: Sequence[int], apart: set[frozenset[str]]
) -> bool:
    """Whether one source of one report, or a person, tells two of them apart."""
    if apart and any(frozenset((propositions[a].id, propositions[b].id)) in apart for a in one for b in other):
        return True
    told: dict[tuple[str, str], list[Proposition]] = {}
    for k in one:
        told.setdefault((propositions[k].document, propositions[k].speaker.key), []).append(propositions[k])
    return any(
        clash(a, propositions[k])
        for k in other
        for a in told.get((propositions[k].document, propositions[k].speaker.key), ())
    )
