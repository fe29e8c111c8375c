"""Tellings of one event together. In: tellings, likenesses of pairs, a person's judgements. Out: clusters, and notes on what cannot all hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from onrecord.link.happenings.compare import DAYS
from onrecord.link.happenings.signs import is_narrow
from onrecord.link.happenings.telling import Telling
from onrecord.link.likeness import Likeness, PairJudgement, Verdict
from onrecord.record.provenance import Note

Pair = tuple[str, str]
EVEN: Final = 0.4
"""What the pairs between two clusters have to come to on average: one likely pair does not join what is otherwise unlike."""


def cluster(
    tellings: Iterable[Telling],
    pairs: Mapping[Pair, Likeness],
    judged: Sequence[PairJudgement] = (),
    standing: Iterable[Sequence[str]] = (),
) -> tuple[tuple[str, ...], ...]:
    """Puts tellings of one event together.

    What a person judged comes first, the latest judgement before older ones; then the machine's pairs, the likeliest first. Nothing is
    joined that a person, or a rule of the machine, calls different.

    Args:
        tellings: All tellings that are to be placed, and those of the standing clusters.
        pairs: Likenesses, the smaller id first; for a report that is added those of its own tellings are enough.
        judged: A person's judgements of pairs of tellings.
        standing: Clusters that stand already. They are added to, and joined with each other by a person's judgement only.

    Returns:
        Clusters of ids, those of one telling too, each sorted, all of them sorted.
    """
    making = _Making({t.id: t for t in tellings}, pairs, judged)
    for ids in standing:
        making.stand(ids)
    for pair in making.persons("same"):
        making.join(pair, by_person=True)
    likely = [(pair, k.score or 1.0) for pair, k in pairs.items() if k.verdict == "same"]
    for pair, _ in sorted(likely, key=lambda item: (-item[1], item[0])):
        if pair not in making.judged:
            making.join(pair)
    return tuple(sorted(tuple(sorted(group.members)) for group in making.groups()))


def circles(tellings: Iterable[Telling], judged: Sequence[PairJudgement]) -> tuple[Note, ...]:
    """A note for each "same" of a person that other judgements of persons forbid; it was passed over for those."""
    making = _Making({t.id: t for t in tellings}, {}, judged)
    return tuple(
        Note(" ".join(pair), "judged the same, but other judgements keep them apart: they stay in two happenings")
        for pair in making.persons("same")
        if not making.join(pair, by_person=True)
    )


@dataclass(slots=True)
class _Group:
    """A cluster in the making: its tellings, the reports that have told of it already, its told days, whether it stood before."""

    members: list[str]
    documents: set[str] = field(default_factory=set)
    days: tuple[str, str] | None = None
    stood: bool = False


class _Making:
    """Clusters in the making, and what keeps them apart."""

    def __init__(
        self, tellings: Mapping[str, Telling], pairs: Mapping[Pair, Likeness], judged: Sequence[PairJudgement]
    ) -> None:
        latest = sorted(judged, key=lambda j: (j.at, j.a, j.b))
        self.judged: dict[Pair, Verdict] = {(min(j.a, j.b), max(j.a, j.b)): j.verdict for j in latest}
        self.judged = {
            p: v for p, v in self.judged.items() if v != "not_judged" and p[0] in tellings and p[1] in tellings
        }
        self.order = {(min(j.a, j.b), max(j.a, j.b)): k for k, j in enumerate(latest)}
        ruled = (p for p, k in pairs.items() if k.verdict == "different" and k.score is None and p not in self.judged)
        self.by_person = _both_ways(p for p, verdict in self.judged.items() if verdict == "different")
        self.by_rule = _both_ways(ruled)
        self.scores: dict[str, dict[str, float]] = defaultdict(dict)
        for (a, b), likeness in pairs.items():
            if likeness.score is not None:
                self.scores[a][b] = self.scores[b][a] = likeness.score
        self.home = {
            i: _Group([i], set() if t.background else {t.document}, t.days if is_narrow(t) else None)
            for i, t in tellings.items()
        }

    def persons(self, verdict: Verdict) -> list[Pair]:
        """A person's judgements of one kind, the latest first."""
        found = [pair for pair, own in self.judged.items() if own == verdict]
        return sorted(found, key=lambda pair: -self.order[pair])

    def groups(self) -> Iterator[_Group]:
        """Each cluster once."""
        return iter({id(group): group for group in self.home.values()}.values())

    def stand(self, ids: Sequence[str]) -> None:
        """Takes a cluster as it stands."""
        known = [i for i in ids if i in self.home]
        for one, other in pairwise(known):
            self._unite(self.home[one], self.home[other])
        for i in known[:1]:
            self.home[i].stood = True

    def join(self, pair: Pair, *, by_person: bool = False) -> bool:
        """Joins the clusters of two tellings unless something keeps them apart; says whether they are together now."""
        if pair[0] not in self.home or pair[1] not in self.home:
            return False
        one, other = self.home[pair[0]], self.home[pair[1]]
        if one is other:
            return True
        small, large = sorted((one, other), key=lambda group: len(group.members))
        if self._parted(small, large, by_person) or not (by_person or self._fit(small, large)):
            return False
        self._unite(small, large)
        return True

    def _parted(self, small: _Group, large: _Group, by_person: bool) -> bool:
        """Whether a person calls any two of them different; or, where no person joins them, a rule does."""
        kept = (self.by_person,) if by_person else (self.by_person, self.by_rule)
        return any(self.home[j] is large for apart in kept for i in small.members for j in apart.get(i, ()))

    def _fit(self, small: _Group, large: _Group) -> bool:
        """Whether the clusters as wholes can be one event."""
        if (small.stood and large.stood) or small.documents & large.documents or _days_between(small, large) >= DAYS:
            return False
        known = [s for i in small.members for j, s in self.scores.get(i, {}).items() if self.home.get(j) is large]
        return sum(known) >= EVEN * len(known)

    def _unite(self, small: _Group, large: _Group) -> None:
        if small is large:
            return
        large.members += small.members
        large.documents |= small.documents
        days = [day for group in (small, large) if group.days for day in group.days]
        large.days = (min(days), max(days)) if days else None
        large.stood = large.stood or small.stood
        for i in small.members:
            self.home[i] = large


def _both_ways(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        found[a].add(b)
        found[b].add(a)
    return dict(found)


def _days_between(one: _Group, other: _Group) -> int:
    """Days from the first told day of both to the last; an event is told within a few, so no chain of days makes one."""
    days = [date.fromisoformat(day) for group in (one, other) if group.days for day in group.days]
    return (max(days) - min(days)).days if one.days and other.days else 0
