"""Families of copies. In: matched pairs, the sketches of the reports, a person's judgements. Out: copies, each with its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from onrecord.link.copies.compare import MOST
from onrecord.link.copies.graph import Graph, clusters, graph_of, stretches
from onrecord.link.copies.match import Match
from onrecord.link.copies.sketch import Sketch
from onrecord.link.likeness import PairJudgement
from onrecord.record import Copies, Evidence, make_id
from onrecord.record.vocabulary import Copying

__all__ = ["families"]

SHOWN: Final = 12
"""Pieces of evidence that are shown of one family."""


def families(
    matches: Iterable[Match], sketches: Iterable[Sketch], judged: Sequence[PairJudgement] = ()
) -> tuple[Copies, ...]:
    """The families that matched reports make.

    Reports are of one family if a chain of matches leads from one to the other. A report that shares one part with one report and
    another part with another, which do not match each other, mixes two texts: it does not join their families but is in both. Two
    reports that a person judged to be different are never in one family, whatever lies between them.

    Families depend on nothing but the matches and judgements that lead to their reports, so those of one component of the graph
    can be made anew by themselves.

    Args:
        matches: Pairs that share text.
        sketches: Of the reports that match or were judged.
        judged: Judgements; those of the kind "copies" count.

    Returns:
        Families of two or more reports, in the order of their ids. An id stands for its reports.
    """
    known = {sketch.document: sketch for sketch in sketches}
    graph = graph_of(matches, known.values(), judged)
    return tuple(sorted((_family(group, graph, known) for group in _groups(graph)), key=lambda family: family.family))


def _groups(graph: Graph) -> list[tuple[str, ...]]:
    """Reports of one family each."""
    edges = list(graph.edges())
    mixed = graph.mixed()
    groups = clusters(graph.matches.keys() - mixed, edges, graph.apart)
    home = {report: number for number, group in enumerate(groups) for report in group}
    homes: dict[str, set[int]] = defaultdict(set)
    for a, b in edges:
        for report, other in ((a, b), (b, a)):
            if report in mixed and other in home:
                homes[report].add(home[other])
    for report in sorted(homes):
        for number in sorted(homes[report]):
            if not any(frozenset((report, member)) in graph.apart for member in groups[number]):
                groups[number].append(report)
    groups += [[a, b] for a, b in edges if a in mixed and b in mixed and not homes[a] & homes[b]]
    return sorted({tuple(sorted(group)) for group in groups if len(group) > 1})


def _family(group: Sequence[str], graph: Graph, known: Mapping[str, Sketch]) -> Copies:
    inside = {report: _within(report, group, graph) for report in group}
    root = _root(inside)
    return Copies(
        make_id("copies", *group),
        tuple(group),
        root,
        {report: _derivation(report, matches, root, known) for report, matches in inside.items()},
        _evidence(group, inside, graph),
        _notes(group, graph),
    )


def _within(report: str, group: Collection[str], graph: Graph) -> list[Match]:
    members = set(group)
    return [match for other, match in graph.matches[report].items() if other in members]


def _root(inside: Mapping[str, Sequence[Match]]) -> str | None:
    """The one report that others come from and that comes from none."""
    roots = {match.root for matches in inside.values() for match in matches if match.root is not None}
    first = [root for root in roots if all(match.root in {root, None} for match in inside[root])]
    return first[0] if len(first) == 1 else None


def _derivation(report: str, matches: Sequence[Match], root: str | None, known: Mapping[str, Sketch]) -> Copying:
    if report == root:
        return "not"
    if any((match.derivation_a if match.a == report else match.derivation_b) == "wholly" for match in matches):
        return "wholly"
    covered = {word for match in matches for start, end in stretches(match, report) for word in range(start, end)}
    return "wholly" if report in known and len(covered) >= MOST * known[report].words else "partially"


def _evidence(group: Sequence[str], inside: Mapping[str, Sequence[Match]], graph: Graph) -> tuple[Evidence, ...]:
    """What joins each report most: a person's word, the longest passage, the credits."""
    members = set(group)
    judged = [
        Evidence("judged to be copies", (), {"reports": sorted(pair), "who": judgement.who, "why": judgement.why})
        for pair, judgement in graph.joined.items()
        if pair <= members
    ]
    strongest = {(match.a, match.b): match for matches in inside.values() for match in matches[:1]}
    found = sorted(strongest.values(), key=lambda match: (-match.weight, match.a, match.b))
    passages = [piece for match in found for piece in match.evidence[:1]]
    credited = [piece for match in found for piece in match.evidence if piece.kind == "credit"]
    return (*judged, *passages, *credited)[:SHOWN]


def _notes(group: Sequence[str], graph: Graph) -> dict[str, object]:
    """What a person joined although another judgement keeps them apart is said, not hidden."""
    members = set(group)
    broken = [sorted(pair) for pair in graph.joined if len(pair & members) == 1]
    return {"judged_same_but_kept_apart": sorted(broken)} if broken else {}
