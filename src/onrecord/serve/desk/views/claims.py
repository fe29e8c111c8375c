"""The list of claims: what is contested first, each with who asserts and who denies it in a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from onrecord.record import Claim
from onrecord.record.codec import linked_to_json
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.facets import Facet, facets_of, month
from onrecord.serve.desk.shown import plain
from onrecord.serve.desk.sources import SideShown, SidesShown, sides_shown
from onrecord.wording.visible import flat

__all__ = ["KINDS", "STATUSES", "ClaimLine", "ClaimsPage", "claims"]

KINDS: Final = (
    ("occurrence", "what happened"), ("responsibility", "who did it"), ("quantity", "how many"), ("control", "who holds it"),
    ("identity", "who it is"), ("intent", "whether it was meant"), ("status", "how things stand"),
)  # fmt: skip
"""The kinds of claims in words."""
STATUSES: Final = (
    ("contested", "contested"), ("corroborated", "corroborated"), ("repeated_not_corroborated", "repeated, not corroborated"),
    ("single_source", "single source"), ("denied_only", "denied only"), ("superseded", "superseded"),
)  # fmt: skip
"""What stances come to, in words."""
_ORDERS: Final = (
    ("contested", "contested first"),
    ("newest", "newest first"),
    ("independent", "most independent sources first"),
)
_FACETS: Final = (
    ("status", "Status", lambda value: dict(STATUSES).get(value, plain(value))),
    ("kind", "Kind", lambda value: dict(KINDS).get(value, plain(value))),
    ("at", "Place", flat),
    ("month", "Month", month),
    ("publisher", "Outlet", flat),
)
_STRONGEST: Final = 2
_FIGURES: Final = 3


@dataclass(frozen=True, slots=True)
class SideLine:
    """A side in a line.

    Attributes:
        verb: What they do.
        figures: The figures that they give.
        independent: How many independent sources there are.
        names: The strongest of them.
        more: How many others there are.
    """

    verb: str
    figures: str
    independent: int
    names: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in the list.

    Attributes:
        claim: The claim.
        kind: What kind of proposition, in words.
        sides: The two strongest sides that stand against each other, or the one that there is.
        more: How many further sides there are, each with another figure.
        copies: How many of its reports are copies of another.
    """

    claim: Claim
    kind: str
    sides: tuple[SideLine, ...]
    more: int
    copies: int


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """What the list shows.

    Attributes:
        rows: The claims of this page.
        total: How many there are in all.
        facets: What they divide into.
        order: The order of the list.
        orders: Every order with its words.
        kinds: See `KINDS`.
        statuses: See `STATUSES`.
    """

    rows: tuple[ClaimLine, ...]
    total: int
    facets: tuple[Facet, ...]
    order: str
    orders: tuple[tuple[str, str], ...] = _ORDERS
    kinds: tuple[tuple[str, str], ...] = KINDS
    statuses: tuple[tuple[str, str], ...] = STATUSES


def claims(desk: Desk, asked: Asked) -> Response:
    """Lists them."""
    order = asked.options.get("sort", "contested")
    listed = desk.ledger.list_claims(asked.filter, order=order, start=asked.start, size=asked.size)
    if asked.json:
        return desk.listing(asked, "claims.html", None, [linked_to_json(row) for row in listed.rows], listed.total)
    facets = facets_of(asked, desk.ledger.claim_facets(asked.filter), _FACETS)
    return desk.page(
        asked, "claims.html", ClaimsPage(tuple(map(line_of, listed.rows)), listed.total, facets, order)
    )  # fmt: skip


def line_of(claim: Claim) -> ClaimLine:
    """Puts a claim into a line of the list."""
    sides = sides_shown(claim)
    shown = _against(sides)
    tally = claim.tally
    return ClaimLine(
        claim=claim,
        kind=dict(KINDS).get(claim.kind or "", plain(claim.kind)),
        sides=tuple(map(_line, shown)),
        more=len(sides.asserting) + len(sides.denying) - len(shown),
        copies=max(tally.reports - tally.copy_families, 0) if tally else 0,
    )


def _against(sides: SidesShown) -> tuple[SideShown, ...]:
    """The sides that stand against each other: for and against, or the two figures that most give."""
    asserting = sorted(sides.asserting, key=lambda side: -side.independent)
    return (*asserting[:1], *sides.denying) if sides.denying else tuple(asserting[:2])


def _line(side: SideShown) -> SideLine:
    names = tuple(dict.fromkeys(source.name for source in side.sources))
    return SideLine(
        side.verb, _few(side.figures), side.independent, names[:_STRONGEST], max(len(names) - _STRONGEST, 0)
    )


def _few(figures: str) -> str:
    """The first of several figures; a list of all is on the page of the claim."""
    first = figures.split(" / ")
    rest = len(first) - _FIGURES
    return " / ".join(first[:_FIGURES]) + (f" / {rest} more" if rest > 0 else "")
