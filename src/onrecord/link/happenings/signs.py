"""What speaks for two tellings being of one event, and against it. In: two tellings. Out: signs, each with a value and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from math import asin, cos, log, radians, sin, sqrt
from typing import Final

from onrecord.link.happenings.rarity import cosine, shared, weight
from onrecord.link.happenings.telling import Range, Spot, Telling
from onrecord.link.stems import stem
from onrecord.reference.gazetteer.fold import fold, sound

VAGUE: Final = frozenset(("province", "region", "country", "sea"))
NEAR, FAR = 15.0, 40.0
"""Kilometres: a village and the town beside it; beyond the second, two places of a report are two."""
FEW: Final = 2
"""Days that a time may have and still be narrow."""
ALIKE: Final = 0.75
"""Share of letters from which two names are spellings of one."""
RARE: Final = 0.55
ASIDE: Final = 0.65
"""What a place in common counts that is not where both reports put the event, but named beside it."""
PLACES: Final = (
    "same place",
    "near",
    "names alike",
    "same province",
    "place open",
    "not near",
    "other province",
    "far",
)
"""What places can have in common, the most telling first."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that two tellings have in common, or in which they differ.

    Attributes:
        name: Which sign.
        value: How much of it; mostly 1.
        words: The same in words.
    """

    name: str
    value: float
    words: str


def signs_of(a: Telling, b: Telling) -> tuple[Sign, ...]:
    """All signs of a pair."""
    return (*_time(a, b), *_place(a, b), *_kind(a, b), *_toll(a, b), *_parties(a, b), *_words(a, b))


def gap(a: Telling, b: Telling) -> int | None:
    """Days between two tellings, 0 where they meet; None where one of them has no days."""
    if a.days is None or b.days is None:
        return None
    first, second = sorted((a.days, b.days))
    return max(0, (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days)


def width(telling: Telling) -> int | None:
    """How many days a telling leaves open; None where it has none."""
    if telling.days is None:
        return None
    first, last = map(date.fromisoformat, telling.days)
    return (last - first).days + 1


def is_narrow(telling: Telling) -> bool:
    """Whether a report tells the day, give or take one."""
    return telling.dated == "told" and (width(telling) or 99) <= FEW


def distance(a: Spot | None, b: Spot | None) -> float | None:
    """Kilometres between two places; None where one has no point, or is too wide for one."""
    if a is None or b is None or a.precision in VAGUE or b.precision in VAGUE:
        return None
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north, south = radians(a.latitude), radians(b.latitude)
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(radians(a.longitude - b.longitude) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))


def _time(a: Telling, b: Telling) -> Iterator[Sign]:
    days = gap(a, b)
    if days is None:
        yield Sign("undated", 1.0, "the day of one is not known")
    elif not (is_narrow(a) and is_narrow(b)):
        yield (
            Sign("days meet", float(days == 0), "the times meet")
            if days == 0
            else Sign("days miss", min(days, 5), f"{days} days between the times")
        )
    elif days == 0:
        yield Sign("same day", 1.0, f"same day, {max(a.earliest or '', b.earliest or '')}")
    else:
        yield Sign("day beside" if days == 1 else "days apart", 1.0, f"{days} day{'s' * (days > 1)} apart")


def _place(a: Telling, b: Telling) -> Iterator[Sign]:
    """The best that any places of the two have in common."""
    if not a.spots or not b.spots:
        yield Sign("no place", 1.0, "the place of one is not known")
        return
    found = [
        _spots(one, other, 1.0 if (one, other) == (a.spot, b.spot) else ASIDE) for one in a.spots for other in b.spots
    ]
    found += [sign for one, other in ((a, b), (b, a)) for sign in _named(one, other)]
    yield min(found, key=lambda sign: (PLACES.index(sign.name), -sign.value))


def _named(one: Telling, other: Telling) -> Iterator[Sign]:
    """Whether a report that places an event widely names, beside it, the very place that the other has."""
    heard = frozenset(_heard(name) for name in other.names)
    for spot in one.spots:
        words = spot.key.removeprefix("~").split()
        if spot.precision not in VAGUE and words and heard.issuperset(words) and _told_by(spot) >= RARE:
            yield Sign("names alike", ASIDE, f"{spot.name} is named in both")


@lru_cache(1 << 16)
def _heard(name: str) -> str:
    return (sound(name) or name).removeprefix("~")


def _spots(one: Spot, other: Spot, worth: float) -> Sign:
    names = f"{one.name}, {other.name}"
    narrow = one.precision not in VAGUE and other.precision not in VAGUE
    away = distance(one, other)
    if narrow and one.geonameid is not None and one.geonameid == other.geonameid:
        return Sign("same place", worth, f"same place, {one.name}")
    if narrow and one.key == other.key:
        return Sign("same place", worth * _told_by(one), f"same place, {one.name}")
    if away is not None:
        near = "near" if away <= NEAR else "not near" if away <= FAR else "far"
        return Sign(near, 1.0, f"{away:.0f} km apart ({names})")
    if narrow and _alike(one.key, other.key):
        return Sign("names alike", worth * _told_by(one), f"names spelt alike ({names})")
    if one.admin1 and other.admin1:
        same = (one.country, one.admin1) == (other.country, other.admin1)
        return (
            Sign("same province", 1.0, f"both in {one.admin1}")
            if same
            else Sign("other province", 1.0, f"in two provinces ({names})")
        )
    return Sign("place open", 1.0, f"neither the same place nor excluded ({names})")


def _told_by(spot: Spot) -> float:
    """How much the same name says: little where it is "Air Base" or "the hospital", which the gazetteer does not have."""
    return 1.0 if spot.geonameid is not None else max((weight(stem(fold(w))) for w in spot.name.split()), default=0.5)


def _alike(a: str, b: str) -> bool:
    """Whether names are spellings of one, or the one holds the other as a word."""
    if min(len(a), len(b)) < 4:
        return False
    return SequenceMatcher(None, a, b).ratio() >= ALIKE or a in b.split() or b in a.split()


def _kind(a: Telling, b: Telling) -> Iterator[Sign]:
    if a.type == b.type and a.type:
        yield Sign("same type", 1.0, f"both {a.type.replace('_', ' ')}")
    elif a.kind == b.kind and a.kind:
        yield Sign("same kind", 1.0, f"both {a.kind.lower().replace('_', ' ')}")
    else:
        yield Sign("other kind", 1.0, f"{_typed(a)} and {_typed(b)}")


def _typed(telling: Telling) -> str:
    return (telling.type or "untyped").replace("_", " ")


def _toll(a: Telling, b: Telling) -> Iterator[Sign]:
    for loss in ("killed", "injured"):
        one, other = (next((r for r in t.toll if r.loss == loss), None) for t in (a, b))
        if one and other and max(one.low, other.low) > 0:
            yield _figures(loss, one, other)


def _figures(loss: str, one: Range, other: Range) -> Sign:
    words = f"{_figure(one)} and {_figure(other)} {loss}"
    high = [r.high if r.high is not None else max(2 * r.low, r.low + 5) for r in (one, other)]
    if one.low == other.low and one.low >= 3:
        return Sign(f"same {loss}", min(2.0, log(one.low) / log(10)), f"{_figure(one)} {loss} in both")
    meet = one.low <= high[1] and other.low <= high[0]
    little, much = sorted((max(one.low, 1.0), max(other.low, 1.0)))
    if meet or much - little <= 2 or much <= 1.3 * little:
        return Sign(f"{loss} close", 1.0, words)
    return Sign(f"{loss} apart", min(2.0, log(much / little)), words)


def _figure(told: Range) -> str:
    return f"{told.low:,.10g}" if told.high == told.low else f"{told.low:,.10g} or more" if told.high is None else f"{told.low:,.10g}–{told.high:,.10g}"  # fmt: skip


def _parties(a: Telling, b: Telling) -> Iterator[Sign]:
    if both := sorted(set(a.targets) & set(b.targets)):
        yield Sign(
            "same target", min(2.0, len(both)), f"the same {'target' if len(both) == 1 else 'targets'}: {_names(both)}"
        )
    if both := sorted(set(a.actors) & set(b.actors)):
        yield Sign("same actor", min(2.0, len(both)), f"done by the same: {_names(both)}")
    elif _registered(a.actors) and _registered(b.actors):
        yield Sign("other actor", 1.0, f"done by {_names(a.actors)}, by {_names(b.actors)}")
    place = _of_place(a) | _of_place(b)
    if hit := [w for w in shared(a.hit, b.hit) if weight(w) >= RARE and w not in place]:
        yield Sign("same hit", min(3.0, sum(weight(w) for w in hit)), f"hit in both: {', '.join(hit[:3])}")
    if means := [w for w in shared(a.with_what, b.with_what) if w not in place]:
        yield Sign("same means", min(2.0, sum(weight(w) for w in means)), f"by the same means: {', '.join(means[:3])}")


def _registered(keys: tuple[str, ...]) -> bool:
    return bool(keys) and all(key.startswith("actor:") for key in keys)


def _names(keys: tuple[str, ...] | list[str]) -> str:
    return ", ".join(key.partition(":")[2].replace("-", " ") for key in keys[:3])


def _of_place(telling: Telling) -> frozenset[str]:
    return frozenset(stem(fold(word)) for spot in telling.spots for word in spot.name.split())


def _words(a: Telling, b: Telling) -> Iterator[Sign]:
    if (alike := cosine(a.words, b.words)) > 0:
        yield Sign("words", alike, f"words in common: {', '.join(shared(a.words, b.words)[:4])}")
    place = _of_place(a) | _of_place(b)
    if names := [n for n in shared(a.names, b.names) if n not in place and weight(n) >= RARE]:
        yield Sign("names", min(3.0, sum(map(weight, names))), f"names in common: {', '.join(names[:3])}")
    if triggers := shared(a.triggers, b.triggers):
        yield Sign(
            "triggers", min(2.0, sum(map(weight, triggers))), f"told by the same word: {', '.join(triggers[:2])}"
        )
    if a.background != b.background:
        yield Sign("looked back at", 1.0, "one report looks back at it")
