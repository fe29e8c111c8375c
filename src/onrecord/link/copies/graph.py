"""Reports that match, as a graph. In: matches and a person's judgements. Out: who is joined with whom, and who mixes two texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from onrecord.link.copies.match import Match, Stretch
from onrecord.link.copies.sketch import Sketch
from onrecord.link.likeness import PairJudgement

__all__ = ["Graph", "Pair", "clusters", "graph_of", "stretches"]

KINDS: Final = 16
"""Matches of one report that are looked at for telling whether it mixes two texts."""
ALIKE: Final = 0.8
"""The share of their words in common from which two matches cover the same part of a report, and one of them is enough."""
NEARLY_ALL: Final = 0.9
"""The share of a report from which on two others that stand in it side by side are what it was put together of."""
OVERLAP: Final = 0.25
"""The share of the smaller one's words from which two matches have one text of a report."""
Pair = frozenset[str]
_Kind = tuple[str, tuple[Stretch, ...]]


@dataclass(frozen=True, slots=True)
class Graph:
    """Reports that match.

    Attributes:
        matches: For each report its matches by the other report, the weightiest first.
        joined: Pairs that a person judged to be copies.
        apart: Pairs that a person judged to be none.
        words: How many words the reports have.
    """

    matches: Mapping[str, Mapping[str, Match]]
    joined: Mapping[Pair, PairJudgement]
    apart: Mapping[Pair, PairJudgement]
    words: Mapping[str, int]

    def edges(self) -> Iterator[tuple[str, str]]:
        """Pairs that belong together: what a person joined, then what matches, the weightiest first."""
        for pair in sorted(map(sorted, self.joined)):
            yield pair[0], pair[1]
        found = {(match.a, match.b): match for matches in self.matches.values() for match in matches.values()}
        for match in sorted(found.values(), key=lambda match: (-match.weight, match.a, match.b)):
            yield match.a, match.b

    def mixed(self) -> frozenset[str]:
        """The reports that have parts of two texts."""
        return frozenset(report for report in self.matches if self._mixes(report))

    def _mixes(self, report: str) -> bool:
        """Whether two reports match this one that do not match each other, and in other parts of it."""
        kinds: list[_Kind] = []
        for other, match in self.matches[report].items():
            covered = stretches(match, report)
            if len(kinds) < KINDS and not any(
                _shared(covered, known) >= ALIKE * _joint(covered, known) for _, known in kinds
            ):
                kinds.append((other, covered))
        pairs = [(x, y) for number, x in enumerate(kinds) for y in kinds[:number]]
        return any(frozenset((x, y)) in self.apart for (x, _), (y, _) in pairs) or any(
            not _meet(part_x, part_y)
            and self._two_texts(report, x, y)
            and not self._bridged((x, part_x), (y, part_y), kinds)
            for (x, part_x), (y, part_y) in pairs
        )

    def _two_texts(self, report: str, x: str, y: str) -> bool:
        """Whether two reports with different parts of one have them of two texts: one has more of its own, or they make up all of it.

        Otherwise they are excerpts from it.
        """
        if y in self.matches[x] or frozenset((x, y)) in self.joined:
            return False
        sides = [(self.matches[report][other], other) for other in (x, y)]
        inside = [(match.share_a if match.a == other else match.share_b) >= ALIKE for match, other in sides]
        together = sum(_size(stretches(match, report)) for match, _ in sides)
        return not all(inside) or together >= NEARLY_ALL * self.words.get(report, 0)

    def _bridged(self, x: _Kind, y: _Kind, kinds: Sequence[_Kind]) -> bool:
        """Whether a third report has some of both parts: then they are of one text, of which one took this and one that."""
        return any(
            z in self.matches[x[0]] and z in self.matches[y[0]] and _meet(part, x[1]) and _meet(part, y[1])
            for z, part in kinds
        )


def graph_of(matches: Iterable[Match], sketches: Iterable[Sketch], judged: Sequence[PairJudgement]) -> Graph:
    """The graph of matches and of judgements of the kind "copies"; of two judgements of a pair the later counts."""
    last = {frozenset((j.a, j.b)): j for j in sorted(judged, key=lambda j: j.at) if j.kind == "copies" and j.a != j.b}
    joined = {pair: judgement for pair, judgement in last.items() if judgement.verdict == "same"}
    apart = {pair: judgement for pair, judgement in last.items() if judgement.verdict == "different"}
    sides: dict[str, dict[str, Match]] = defaultdict(dict)
    for match in sorted(matches, key=lambda match: (-match.weight, match.a, match.b)):
        if frozenset((match.a, match.b)) not in apart:
            sides[match.a][match.b] = sides[match.b][match.a] = match
    for pair in joined:
        for report in pair:
            sides.setdefault(report, {})
    return Graph(dict(sides), joined, apart, {sketch.document: sketch.words for sketch in sketches})


def stretches(match: Match, report: str) -> tuple[Stretch, ...]:
    """Where the passages of a match stand in one of its reports."""
    return match.stretches_a if match.a == report else match.stretches_b


@dataclass(slots=True)
class _Clusters:
    """Reports joined one pair after the other, but never two that were judged to be apart."""

    apart: Mapping[str, Collection[str]]
    of: dict[str, list[str]] = field(default_factory=dict)

    def join(self, a: str, b: str) -> None:
        one, other = (self.of.setdefault(report, [report]) for report in (a, b))
        if one is other or self._forbidden(one, other):
            return
        small, large = sorted((one, other), key=len)
        large += small
        for report in small:
            self.of[report] = large

    def _forbidden(self, one: list[str], other: list[str]) -> bool:
        small, large = sorted((one, other), key=len)
        return any(self.of.get(enemy) is large for report in small for enemy in self.apart.get(report, ()))


def clusters(reports: Collection[str], edges: Iterable[tuple[str, str]], apart: Iterable[Pair]) -> list[list[str]]:
    """Reports that edges lead between; an edge that would bring two together that are apart is left out."""
    enemies: dict[str, set[str]] = defaultdict(set)
    for a, b in map(sorted, apart):
        enemies[a].add(b)
        enemies[b].add(a)
    found = _Clusters(enemies, {report: [report] for report in sorted(reports)})
    for a, b in edges:
        if a in reports and b in reports:
            found.join(a, b)
    return list({id(members): members for members in found.of.values()}.values())


def _size(parts: Sequence[Stretch]) -> int:
    return sum(end - start for start, end in parts)


def _shared(a: Sequence[Stretch], b: Sequence[Stretch]) -> int:
    """Words that both have; either's stretches do not overlap each other."""
    return sum(max(0, min(end, last) - max(start, first)) for start, end in a for first, last in b)


def _meet(a: Sequence[Stretch], b: Sequence[Stretch]) -> bool:
    return _shared(a, b) >= OVERLAP * min(_size(a), _size(b))


def _joint(a: Sequence[Stretch], b: Sequence[Stretch]) -> int:
    return _size(a) + _size(b) - _shared(a, b)
