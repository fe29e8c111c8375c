"""The list of happenings: what, where and when, who tells of it, and how far they agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from onrecord.ledger import HappeningListed, independent_tellers
from onrecord.ontology import load_ontology
from onrecord.record import Happening
from onrecord.record.codec import linked_to_json
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.facets import Facet, facets_of, month
from onrecord.serve.desk.shown import plain, type_name
from onrecord.serve.desk.tolls import HARMS, spread
from onrecord.wording.visible import flat

__all__ = ["HappeningLine", "HappeningsPage", "Standing", "happenings", "standing_of", "where_words"]

_ORDERS: Final = (
    ("newest", "newest first"),
    ("oldest", "oldest first"),
    ("reports", "most reports first"),
)
_FACETS: Final = (
    ("kind", "Type", type_name),
    ("at", "Place", flat),
    ("country", "Country", flat),
    ("month", "Month", month),
    ("publisher", "Outlet", flat),
)
_REAL: Final = frozenset({"happened", "ongoing"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How far those who tell of a happening agree that it happened.

    Attributes:
        words: In words.
        badge: The badge that it has: contested, denied_only or none.
    """

    words: str
    badge: str = "none"


@dataclass(frozen=True, slots=True)
class HappeningLine:
    """A happening in the list.

    Attributes:
        happening: The happening.
        standing: How far those who tell of it agree.
        where: Where it was, with how precisely that is known.
        reports: How many reports tell of it.
        tellers: How many of these are independent.
        toll: Each harm with the range of all figures.
    """

    happening: Happening
    standing: Standing
    where: str
    reports: int
    tellers: int
    toll: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HappeningsPage:
    """What the list shows.

    Attributes:
        rows: The happenings of this page.
        total: How many there are in all.
        facets: What they divide into.
        order: The order of the list.
        kinds: The types that there are, in words.
        orders: Every order with its words.
    """

    rows: tuple[HappeningLine, ...]
    total: int
    facets: tuple[Facet, ...]
    order: str
    kinds: tuple[tuple[str, str], ...]
    orders: tuple[tuple[str, str], ...] = _ORDERS


def happenings(desk: Desk, asked: Asked) -> Response:
    """Lists them."""
    order = asked.options.get("sort", "newest")
    listed = desk.ledger.list_happenings(asked.filter, order=order, start=asked.start, size=asked.size)
    if asked.json:
        rows = [linked_to_json(row.happening) for row in listed.rows]
        return desk.listing(asked, "happenings.html", None, rows, listed.total)
    facets = facets_of(asked, desk.ledger.happening_facets(asked.filter), _FACETS)
    types = sorted(((id_, one.name) for id_, one in load_ontology().types.items()), key=lambda pair: pair[1])
    page = HappeningsPage(tuple(map(_line, listed.rows)), listed.total, facets, order, tuple(types))
    return desk.page(asked, "happenings.html", page)


def standing_of(statuses: Mapping[str, frozenset[str]], reports: int, contested: int) -> Standing:
    """How far those who tell of it agree that it happened.

    Args:
        statuses: What it is told as, each with the reports that tell it so.
        reports: How many reports tell of it.
        contested: How many contested claims are about it.
    """
    real = frozenset[str]().union(*(by for told, by in statuses.items() if told in _REAL))
    denied = statuses.get("denied", frozenset())
    if contested:
        return Standing(f"contested in {contested} claim{'' if contested == 1 else 's'}", "contested")
    if denied:
        return Standing("denied by some" if real or len(denied) < reports else "denied only", "denied_only")
    if real:
        by_all = f"happened, say all {reports}" if len(real) == reports > 1 else "told as happened"
        return Standing(by_all if len(real) == reports else f"told as happened by {len(real)} of {reports}")
    return Standing(
        f"told as {', '.join(plain(told) for told in sorted(statuses))}" if statuses else "not told as a fact"
    )


def where_words(happening: Happening) -> str:
    """Where it was, with how precisely that is known."""
    place = happening.place
    if place is None or not place.name:
        return "place not known"
    if place.precision == "near":
        return f"near {flat(place.name)}"
    return flat(place.name)


def _line(row: HappeningListed) -> HappeningLine:
    one = row.happening
    told = ((harm, spread(one.toll, harm)) for harm in HARMS)
    return HappeningLine(
        happening=one,
        standing=standing_of(row.statuses, len(row.reports), row.contested),
        where=where_words(one),
        reports=len(row.reports),
        tellers=independent_tellers(row.reports),
        toll=tuple((harm, words) for harm, words in told if words),
    )
