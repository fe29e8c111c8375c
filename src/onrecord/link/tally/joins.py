"""Why two stances count as one source: one copied text, one ultimate source, one organisation, or one citing the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Final

from onrecord.link.tally.components import components
from onrecord.link.tally.counted import Counted
from onrecord.record import Join

__all__ = ["KINDS", "joins_of"]

KINDS: Final[Mapping[str, frozenset[str]]] = {
    "copies": frozenset({"copies"}),
    # An office, its spokesman and the body behind both are one source under several names.
    "source": frozenset({"source", "organisation"}),
    "citation": frozenset({"citation"}),
}
"""The kinds of join that a tally is also made without, each with the joins that go with it."""

_ALIKE: Final = 0.5
"""Share of the words of the shorter of two sentences that makes them one sentence under two names. Within a copy family only."""
_WORD: Final = re.compile(r"\w+")


def joins_of(counted: Sequence[Counted], families: Mapping[str, Sequence[str]]) -> tuple[Join, ...]:
    """Every reason for which two or more stances count as one source.

    Args:
        counted: The stances on a claim.
        families: For each copy family, the ids of its reports.
    """
    counting = [i for i, one in enumerate(counted) if one.counts]
    return (*_copies(counted, counting, families), *_sources(counted, counting), *_citations(counted, counting))


def _sources(counted: Sequence[Counted], counting: Sequence[int]) -> list[Join]:
    joins = []
    for members in _by(counting, lambda i: counted[i].speaker.key):
        speaker = counted[members[0]].speaker
        what = "the outlet's own voice" if speaker.narrator else "one source"
        joins.append(Join("source", tuple(members), f"{what}: {speaker.name}"))
    for members in _by(counting, lambda i: counted[i].speaker.body):
        names = {counted[i].speaker.key: counted[i].speaker.name for i in members}
        if len(names) > 1:
            told = next((s.organisation_name for i in members if (s := counted[i].speaker).organisation_name), None)
            body = told or counted[members[0]].speaker.name
            joins.append(Join("organisation", tuple(members), f"{listed(list(names.values()))} speak for {body}"))
    return joins


def _citations(counted: Sequence[Counted], counting: Sequence[int]) -> list[Join]:
    speakers = {counted[i].speaker.key: counted[i].speaker for i in counting}
    members = defaultdict(list)
    for i in counting:
        members[counted[i].speaker.key].append(i)
    joins = []
    for citing in filter(lambda speaker: speaker.cites, speakers.values()):
        for cited in speakers.values():
            if cited.key != citing.key and {cited.key, cited.body} & set(citing.cites):
                together = tuple(sorted(members[citing.key] + members[cited.key]))
                joins.append(Join("citation", together, f"{citing.name} cites {cited.name}"))
    return joins


def _copies(counted: Sequence[Counted], counting: Sequence[int], families: Mapping[str, Sequence[str]]) -> list[Join]:
    """Of what was copied, the outlets' own words and what unnamed sources say; named sources in one wire story stay apart."""
    joins = []
    open_to_it = [i for i in counting if counted[i].copied and _anonymous(counted[i])]
    for family, reports in families.items():
        family_of = frozenset(reports)
        inside = [i for i in open_to_it if counted[i].stance.document in family_of]
        for together in _one_text(counted, inside):
            documents = {counted[i].stance.document for i in together}
            if len(documents) > 1:
                why = f"{len(documents)} reports share one text (copy family {family})"
                joins.append(Join("copies", tuple(together), why))
    return joins


def _one_text(counted: Sequence[Counted], inside: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Those of a family that are one source: the same description, the same words, or the only one that either report has."""
    described: dict[str, list[int]] = defaultdict(list)
    of_report: dict[str, list[int]] = defaultdict(list)
    for i in inside:
        described[_description(counted[i])].append(i)
        of_report[counted[i].stance.document].append(i)
    alone = {members[0] for members in of_report.values() if len(members) == 1}
    words = {i: frozenset(_WORD.findall(counted[i].words.casefold())) for i in inside}
    groups = list(described.values())
    joined = [tuple(members) for members in groups]
    for ours, theirs in combinations(groups, 2):
        meets = partial(_meets, counted, words, alone)
        # One report in two thousand copies: a few of each description tell as much as all.
        if pair := next(((i, j) for i in ours[:_FEW] for j in theirs[:_FEW] if meets(i, j)), None):
            joined.append(pair)
    return components(inside, joined)


_FEW: Final = 8
"""So many of one description are compared with so many of another."""


def _meets(
    counted: Sequence[Counted], words: Mapping[int, frozenset[str]], alone: set[int], one: int, other: int
) -> bool:
    if counted[one].stance.document == counted[other].stance.document:
        return False
    shorter = min(len(words[one]), len(words[other]))
    return (one in alone and other in alone) or (
        shorter > 0 and len(words[one] & words[other]) / shorter > _ALIKE and shorter >= _FEW // 2
    )


def _anonymous(one: Counted) -> bool:
    return one.speaker.narrator or one.speaker.unnamed


def _description(one: Counted) -> str:
    return "narrator" if one.speaker.narrator else " ".join(one.speaker.name.casefold().split())


def _by(members: Sequence[int], key: Callable[[int], str]) -> list[list[int]]:
    """Members with the same key, where there are several."""
    groups: dict[str, list[int]] = defaultdict(list)
    for member in members:
        groups[key(member)].append(member)
    return [group for group in groups.values() if len(group) > 1]


def listed(names: Sequence[str], most: int = 4) -> str:
    """Names in a sentence: "A, B and 3 others"."""
    names = list(dict.fromkeys(names))
    if len(names) > most + 1:
        names = [*names[:most], f"{len(names) - most} others"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
