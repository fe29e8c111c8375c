"""From a cluster to a happening: the narrowest type, place and time that its tellings agree on, and the toll by source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from onrecord.link.happenings.signs import distance, is_narrow
from onrecord.link.happenings.telling import Spot, Telling
from onrecord.link.likeness import Likeness
from onrecord.record.happening import Happening, When, Where
from onrecord.record.ids import make_id
from onrecord.record.vocabulary import PlacePrecision, TimePrecision

NARROWEST: Final[tuple[PlacePrecision | None, ...]] = (
    "site", "settlement", "near", "district", "natural_feature", "none", None, "province", "region", "sea", "country",
)  # fmt: skip
VAGUE_TYPES: Final = ("unspecified_violence", "attack", None)
ONE_PLACE: Final = 25.0
"""Kilometres within which the places of tellings are taken for one."""


def happening_of(tellings: Sequence[Telling], pairs: Mapping[tuple[str, str], Likeness] | None = None) -> Happening:
    """What the tellings of one event come to.

    Args:
        tellings: The tellings of one cluster, at least one.
        pairs: Likenesses, from which the reasons are taken.
    """
    ordered = sorted(tellings, key=lambda t: (t.document, t.incident))
    marks = {"status": "planned"} if all(t.status == "planned" for t in ordered) else {}
    marks |= {"status": "denied"} if all(t.status == "denied" for t in ordered) else {}
    return Happening(
        id=make_id("h", min(t.id for t in ordered)),
        type=_type(ordered),
        incidents=tuple((t.document, t.incident) for t in ordered),
        place=_place(ordered),
        time=_time(ordered),
        toll=tuple(toll for t in ordered for toll in t.tolls),
        why=_why(ordered, pairs or {}),
        extra={"tellings": [t.id for t in ordered], **marks},
    )


def _type(tellings: Sequence[Telling]) -> str | None:
    """The commonest type that tells something, of those that do not only look back; of equals the first."""
    for kept in ([t.type for t in tellings if not t.background], [t.type for t in tellings]):
        if counted := Counter(type_ for type_ in kept if type_ not in VAGUE_TYPES):
            return counted.most_common(1)[0][0]
    return tellings[0].type


def _place(tellings: Sequence[Telling]) -> Where | None:
    """The place that most tellings have, of those told most narrowly; where they have several far from each other, what holds all."""
    spots = [t.spot for t in tellings if t.spot]
    if not spots:
        return None
    counted = Counter(spot.key for spot in spots)
    best = min(spots, key=lambda s: (s.precision in ("province", "region", "sea", "country"), -counted[s.key], s.geonameid is None, NARROWEST.index(s.precision)))  # fmt: skip
    apart = [s for s in spots if (distance(best, s) or 0.0) > ONE_PLACE]
    if len(apart) * 2 > len(spots):
        return _holding(spots)
    return Where(best.name, best.geonameid, best.latitude, best.longitude, best.country, best.precision)


def _holding(spots: Sequence[Spot]) -> Where | None:
    """The province, else the country, of all places."""
    countries = {s.country for s in spots if s.country}
    provinces = {s.admin1 for s in spots if s.admin1}
    if len(countries) != 1:
        return None
    if len(provinces) == 1:
        return Where(min(provinces), country=min(countries), precision="province")
    return Where(country=min(countries), precision="country")


def _time(tellings: Sequence[Telling]) -> When | None:
    """The days that most tellings share, of those that tell a day; else what all of them leave open."""
    told = [t.days for t in tellings if is_narrow(t) and t.days] or [t.days for t in tellings if t.days]
    if not told:
        return None
    first, last = Counter(told).most_common(1)[0][0] if len(set(told)) < len(told) else min(told, key=_width)
    days = _width((first, last))
    return When(first, last, _precision(days))


def _width(days: tuple[str, str]) -> int:
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days + 1


def _precision(days: int) -> TimePrecision:
    widths: tuple[tuple[int, TimePrecision], ...] = ((1, "day"), (6, "days"), (7, "week"), (31, "month"), (92, "season"), (366, "year"))  # fmt: skip
    return next((name for most, name in widths if days <= most), "longer")


def _why(tellings: Sequence[Telling], pairs: Mapping[tuple[str, str], Likeness]) -> str | None:
    """The reasons of the likeliest pair, and how many more pairs say so."""
    if len(tellings) == 1:
        return None
    ids = {telling.id for telling in tellings}
    inside = [kept for (a, b), kept in pairs.items() if a in ids and b in ids]
    # A person's judgement has no score and comes first.
    same = sorted((k for k in inside if k.verdict == "same"), key=lambda k: -(1.0 if k.score is None else k.score))
    return f"{'; '.join(same[0].why)} ({_count(same)})" if same else "joined as a group"


def _count(same: Iterable[Likeness]) -> str:
    number = len(list(same))
    return "one pair of tellings" if number == 1 else f"the likeliest of {number} pairs of tellings"
