"""The tally of a claim. In: its stances with their speakers, and the copy families. Out: counts, joins, status, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.link.tally.components import components
from onrecord.link.tally.counted import Counted, Outcome
from onrecord.link.tally.figures import superseded
from onrecord.link.tally.joins import KINDS, joins_of
from onrecord.link.tally.status import status_of, why_of
from onrecord.record import Tally, Value

__all__ = ["count"]


def count(counted: Sequence[Counted], families: Mapping[str, Sequence[str]], figure: Value | None = None) -> Outcome:
    """Counts who stands behind a claim.

    Args:
        counted: The stances on it, in the order of the claim's.
        families: For each copy family, the ids of its reports; other reports may stand in it.
        figure: The figure that the claim names, if it is about one: without it, a claim is superseded only where every figure is.

    Returns:
        The tally over the stances that assert, deny or hedge, the status, and why.
    """
    joins = joins_of(counted, families)
    counting = [i for i, one in enumerate(counted) if one.counts]
    groups = components(counting, (join.stances for join in joins))
    # An unnamed source is the same one in every copy of what it said.
    sources = components(counting, (join.stances for join in joins if join.kind != "citation"))
    reports = {counted[i].stance.document for i in counting}
    replaced = superseded(counted)
    tally = Tally(
        reports=len(reports),
        copy_families=_texts(reports, families.values()),
        sources=sum(any(not _own_voice(counted[i]) for i in group) for group in sources),
        independent=len(groups),
        parties=len({party for i in counting if (party := counted[i].speaker.party) is not None}),
        unnamed=sum(all(_unnamed(counted[i]) for i in group) for group in groups),
        without={
            kind: len(components(counting, (join.stances for join in joins if join.kind not in left_out)))
            for kind, left_out in KINDS.items()
        },
        joins=joins,
    )
    status = status_of(counted, groups, replaced, figure)
    return Outcome(tally, status, why_of(counted, groups, replaced, tally, status))


def _texts(reports: set[str], families: Iterable[Sequence[str]]) -> int:
    """The fewest families and single reports that cover the reports, taking the family that covers most first."""
    rest = set(reports)
    known = [set(family) for family in families]
    number = 0
    while known and len(covered := max((family & rest for family in known), key=len)) > 1:
        rest -= covered
        number += 1
    return number + len(rest)


def _own_voice(one: Counted) -> bool:
    """Whether it is nobody's word but an outlet's; that of a state or a party speaks for it."""
    return one.speaker.narrator and one.speaker.party is None


def _unnamed(one: Counted) -> bool:
    return _own_voice(one) or one.speaker.unnamed
