"""The sides of a claim, source by source: each independent source once, with all that it says and why that is counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.ledger import InReport
from onrecord.record import NARRATOR, Claim, Stance
from onrecord.serve.desk.quoting import Piece, quoted
from onrecord.wording.sides import Side, sides_of
from onrecord.wording.visible import flat

__all__ = ["Independent", "Said", "SideShown", "SidesShown", "name_of", "sides_shown"]


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says in one report.

    Attributes:
        at: Which of the stances of the claim it is, from 0.
        stance: The stance.
        report: The report; None where it is not in the ledger any more.
        later: What the same source said later in its place.
        pieces: The words within their sentence.
    """

    at: int
    stance: Stance
    report: InReport | None
    later: Stance | None = None
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Independent:
    """One independent source.

    Attributes:
        name: Who speaks in the words that stand for it.
        lead: The words that stand for it: by a name rather than none, firm rather than hedged, the origin rather than a copy.
        others: What else it says, in other reports or under other names.
        copies: The same in copies of the report of the lead.
        reasons: Why all of this is one source.
    """

    name: str
    lead: Said
    others: tuple[Said, ...] = ()
    copies: tuple[Said, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SideShown:
    """A side with its independent sources, the strongest first.

    Attributes:
        verb: What they do: "asserts", "denies".
        figures: The figures that they give, "" for none.
        independent: How many independent sources there are; 0 where that does not count.
        sources: The sources.
    """

    verb: str
    figures: str
    independent: int
    sources: tuple[Independent, ...]


@dataclass(frozen=True, slots=True)
class SidesShown:
    """Who stands where.

    Attributes:
        asserting: Those who assert it, a side for each figure that cannot be one with the others.
        denying: Those who deny it.
        besides: What else is said: predictions, questions, no comment.
    """

    asserting: tuple[SideShown, ...]
    denying: tuple[SideShown, ...]
    besides: tuple[SideShown, ...]

    @property
    def columns(self) -> tuple[tuple[SideShown, ...], tuple[SideShown, ...]]:
        """Two columns that stand against each other: for and against, or else the first figure and the others."""
        if self.denying or not self.asserting:
            return self.asserting, self.denying
        return self.asserting[:1], self.asserting[1:]


@dataclass(frozen=True, slots=True)
class _Known:
    """A claim with what is known of the reports of its stances."""

    claim: Claim
    reports: Mapping[str, InReport]
    sentences: Mapping[int, tuple[int, str]]


def sides_shown(
    claim: Claim,
    reports: Mapping[str, InReport] | None = None,
    sentences: Mapping[int, tuple[int, str]] | None = None,
) -> SidesShown:
    """Puts the sides of a claim in order.

    Args:
        claim: The claim.
        reports: The reports of its stances, by document; without them nothing is known to be a copy.
        sentences: For stances, by their place in the claim, where the sentence of their words begins and what it says.
    """
    counting, besides = sides_of(claim)
    told = _Known(claim, reports or {}, sentences or {})
    shown = [_shown(told, side) for side in counting]
    return SidesShown(
        tuple(side for side in shown if side.verb == "asserts"),
        tuple(side for side in shown if side.verb != "asserts"),
        tuple(_shown(told, side) for side in besides),
    )


def name_of(stance: Stance) -> str:
    """Who speaks."""
    return flat(stance.source or "nobody named")


def _shown(told: _Known, side: Side) -> SideShown:
    verb, _, figures = side.name.partition(" ")
    members = [at for voice in side.voices for at in voice.stances]
    sources = [_source(told, group) for group in _together(told.claim, members)]
    sources.sort(key=lambda source: (_weakness(source.lead), -len(source.others), source.lead.at))
    return SideShown(verb, figures, side.independent, tuple(sources))


def _source(told: _Known, group: Sequence[int]) -> Independent:
    said = [_said(told, at, group) for at in group]
    lead, *rest = sorted(said, key=lambda one: (_weakness(one), _age(one), one.at))
    family = lead.report.family if lead.report else None
    copies: list[Said] = []
    others: list[Said] = []
    for one in sorted(rest, key=lambda one: (_age(one), one.at)):
        copied = family is not None and one.report is not None and one.report.family == family
        (copies if copied and one.stance.document != lead.stance.document else others).append(one)
    inside = set(group)
    joins = told.claim.tally.joins if told.claim.tally else ()
    reasons = dict.fromkeys(flat(join.why) for join in joins if len(inside & set(join.stances)) > 1)
    return Independent(name_of(lead.stance), lead, tuple(others), tuple(copies), tuple(reasons))


def _said(told: _Known, at: int, group: Iterable[int]) -> Said:
    stances, reports = told.claim.stances, told.reports
    stance, later = stances[at], None
    if stance.superseded:
        standing = [stances[other] for other in group if not stances[other].superseded]
        standing = [other for other in standing if other.value is not None and other.value != stance.value]
        later = max(standing, key=lambda other: _published(reports.get(other.document)), default=None)
    offset, sentence = told.sentences.get(at, (None, None))
    return Said(at, stance, reports.get(stance.document), later, quoted(stance.spans, sentence, offset))


def _weakness(said: Said) -> tuple[bool, bool, bool, bool]:
    """What counts less comes later: what was taken back, no name, an outlet's own voice, a hedge."""
    stance = said.stance
    return bool(stance.superseded), bool(stance.unnamed), stance.statement == NARRATOR, stance.stance == "hedges"


def _age(said: Said) -> tuple[bool, str]:
    report = said.report
    copied = report is not None and report.family is not None and report.root != report.id
    return copied, _published(report) or "9999"


def _published(report: InReport | None) -> str:
    return (report.published if report else None) or ""


def _together(claim: Claim, members: Sequence[int]) -> list[list[int]]:
    """The members of a side, those that count as one source together."""
    home = {at: at for at in members}

    def top(at: int) -> int:
        while home[at] != at:
            at = home[at]
        return at

    joins = claim.tally.joins if claim.tally else ()
    for join in joins:
        for one, other in pairwise([at for at in join.stances if at in home]):
            home[top(one)] = top(other)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in members:
        groups[top(at)].append(at)
    return list(groups.values())
