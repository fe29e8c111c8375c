"""One claim: the sides face to face with their exact words, and how they are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from starlette.responses import JSONResponse, Response

from onrecord.ledger import ClaimShown, Judgement
from onrecord.record import Join, Stance, Tally
from onrecord.record.codec import linked_to_json
from onrecord.record.judgement import in_force
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.shown import plain
from onrecord.serve.desk.sources import SideShown, SidesShown, sides_shown
from onrecord.serve.desk.views.claims import KINDS

__all__ = ["ClaimPage", "JoinShown", "Rung", "claim", "joins_of", "rungs_of"]

_FOLDED: Final = 12
"""So many sources of a side are shown at first."""
_JOINS: Final = {
    "copies": "one text",
    "source": "one source",
    "organisation": "one organisation",
    "citation": "one cites the other",
}
_OTHERWISE: Final = {
    "copies": "if each copy counted by itself",
    "source": "if one source counted once for each report and each of its names",
    "citation": "if who cites another counted beside it",
}


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of counting.

    Attributes:
        count: How many.
        what: Of what.
        share: That as a percentage of the largest count.
        otherwise: Whether it is a count that leaves a kind of join out.
    """

    count: int
    what: str
    share: float
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class JoinShown:
    """Why several stances count as one source.

    Attributes:
        kind: What kind of reason, in words.
        join: The join.
        members: The stances, each with its place in the claim.
    """

    kind: str
    join: Join
    members: tuple[tuple[int, Stance], ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """What the page of a claim shows.

    Attributes:
        shown: The claim with its reports, happenings and judgements of pairs.
        kind: What kind of proposition, in words.
        sides: Who stands where.
        most: How many sources of a side are shown at first.
        rungs: How they are counted, step by step.
        joins: Why several count as one.
        judgements: What people decided about the claim.
    """

    shown: ClaimShown
    kind: str
    sides: SidesShown
    most: int
    rungs: tuple[Rung, ...]
    joins: tuple[JoinShown, ...]
    judgements: tuple[Judgement, ...]

    def hidden(self, side: SideShown) -> int:
        """How many sources of a side are not shown."""
        return max(len(side.sources) - self.most, 0)


def claim(desk: Desk, asked: Asked) -> Response:
    """Shows it."""
    id_ = asked.parts["id"]
    shown = desk.ledger.show_claim(id_)
    told = shown.claim
    if asked.json:
        return JSONResponse(
            {"ok": True, "claim": linked_to_json(told), "happenings": [one.id for one in shown.happenings]}
        )
    page = ClaimPage(
        shown=shown,
        kind=dict(KINDS).get(told.kind or "", plain(told.kind)),
        sides=sides_shown(told, shown.reports, shown.sentences),
        most=len(told.stances) if asked.options.get("voices") == "all" else _FOLDED,
        rungs=rungs_of(told.tally) if told.tally else (),
        joins=joins_of(told.tally, told.stances) if told.tally else (),
        judgements=in_force(desk.ledger.iter_judgements(id_)),
    )
    return desk.page(asked, "claim.html", page)


def rungs_of(tally: Tally) -> tuple[Rung, ...]:
    """How stances are counted, from reports down to independent sources, and what it would be without each kind of join."""
    counts = [
        (tally.reports, "reports"),
        (tally.copy_families, "texts, if copies count once"),
        (tally.sources, "named or described sources"),
        (tally.independent, "independent sources"),
    ]
    without = [
        (count, _OTHERWISE.get(kind, f"without {plain(kind)}"))
        for kind, count in tally.without.items()
        if count != tally.independent
    ]
    most = max((count for count, _ in [*counts, *without]), default=0) or 1
    return (
        *(Rung(count, what, 100 * count / most) for count, what in counts),
        *(Rung(count, what, 100 * count / most, otherwise=True) for count, what in without),
    )


def joins_of(tally: Tally, stances: tuple[Stance, ...]) -> tuple[JoinShown, ...]:
    """Why several stances count as one source, each kind together."""
    kinds = list(_JOINS)
    ordered = sorted(tally.joins, key=lambda join: kinds.index(join.kind) if join.kind in kinds else len(kinds))
    return tuple(
        JoinShown(
            _JOINS.get(join.kind, plain(join.kind)),
            join,
            tuple((at, stances[at]) for at in join.stances if at < len(stances)),
        )
        for join in ordered
    )
