"""Tellings of one happening side by side: what each says, and whether they can be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.ledger import Telling
from onrecord.record import SourceToll
from onrecord.serve.desk.shown import days, plain, type_name
from onrecord.serve.desk.tolls import HARMS
from onrecord.wording.circumstances import figure
from onrecord.wording.visible import flat

__all__ = ["BLAMES", "Aspect", "compared", "place_words"]

BLAMES: Final = {
    "claimed": "so it is claimed", "suspected": "suspected", "suspected_by_authorities": "suspected by authorities", "possible": "possibly",
}  # fmt: skip
"""How firmly somebody is said to have done it, in words; a fact needs none."""
_SAYING: Final = 2


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect of a happening, as the tellings have it.

    Attributes:
        name: What is compared.
        said: What each telling says, in their order; nothing where it is silent.
        values: Each value with the tellings that have it, by their place, the one that most have first.
        verdict: agree, can be one, partly, differ, or one alone says it.
    """

    name: str
    said: tuple[tuple[str, ...], ...]
    values: tuple[tuple[str, tuple[int, ...]], ...]
    verdict: str


def compared(tellings: Sequence[Telling], tolls: Sequence[SourceToll]) -> tuple[Aspect, ...]:
    """Puts tellings side by side; an aspect of which nobody says anything is left out."""
    by_telling: dict[tuple[str, str], list[SourceToll]] = defaultdict(list)
    for told in tolls:
        by_telling[told.document, told.incident].append(told)
    own = [by_telling[one.report.document, one.incident] for one in tellings]
    aspects = [
        _aspect("what", [_once([type_name(one.type)]) for one in tellings]),
        _aspect("where", [_once([place_words(one)]) for one in tellings], _one_place(tellings)),
        _aspect("when", [_once([days(one.earliest, one.latest)]) for one in tellings], _days_meet(tellings)),
        _aspect("who", [_named(one, ("actor",)) for one in tellings]),
        _aspect("whom or what", [_named(one, ("target", "victim", "recipient")) for one in tellings]),
        _aspect("with what", [_named(one, ("instrument",)) for one in tellings]),
        *(_aspect(harm, [_figures(told, harm) for told in own], _figures_meet(own, harm)) for harm in HARMS),
        _aspect("told as", [_once([plain(words.status) for words in one.words]) for one in tellings]),
    ]
    return tuple(aspect for aspect in aspects if aspect.values)


def place_words(telling: Telling) -> str:
    """The place as the report has it, with how precise that is."""
    if not telling.place:
        return ""
    name = f"near {flat(telling.place)}" if telling.precision == "near" else flat(telling.place)
    precision = "" if telling.precision in (None, "none", "near") else plain(telling.precision)
    known = [part for part in (precision, telling.country if telling.precision != "country" else None) if part]
    return f"{name} ({', '.join(known)})" if known else name


def _aspect(name: str, said: Sequence[tuple[str, ...]], meet: str | None = None) -> Aspect:
    tellers: dict[str, list[int]] = {}
    spelled: dict[str, str] = {}
    for at, values in enumerate(said):
        for value in values:
            key = value.casefold()
            tellers.setdefault(spelled.setdefault(key, value), []).append(at)
    ordered = sorted(tellers.items(), key=lambda item: (-len(item[1]), item[1]))
    return Aspect(name, tuple(said), tuple((value, tuple(by)) for value, by in ordered), _verdict(said, meet))


def _verdict(said: Sequence[tuple[str, ...]], meet: str | None) -> str:
    saying = [frozenset(value.casefold() for value in values) for values in said if values]
    if len(saying) < _SAYING:
        return "one alone says it" if len(said) > 1 and saying else ""
    if len(set(saying)) == 1:
        return "agree"
    if meet is not None:
        return meet
    return "partly" if any(one & other for at, one in enumerate(saying) for other in saying[:at]) else "differ"


def _one_place(tellings: Sequence[Telling]) -> str | None:
    known = {one.geonameid for one in tellings if one.place}
    return "agree" if len(known) == 1 and None not in known else None


def _days_meet(tellings: Sequence[Telling]) -> str:
    starts = [one.earliest for one in tellings if one.earliest]
    ends = [one.latest for one in tellings if one.latest]
    return "can be one" if max(starts, default="") <= min(ends, default="9999") else "differ"


def _figures_meet(own: Sequence[Sequence[SourceToll]], harm: str) -> str:
    counts = [count for told in own for one in told if (count := getattr(one.toll, harm)) is not None]
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts if count.high is not None]
    return "can be one" if max(lows, default=0) <= min(highs, default=float("inf")) else "differ"


def _figures(told: Sequence[SourceToll], harm: str) -> tuple[str, ...]:
    counts = [count for one in told if (count := getattr(one.toll, harm)) is not None]
    return _once([figure(count.low, count.high) for count in counts])


def _named(telling: Telling, roles: Sequence[str]) -> tuple[str, ...]:
    taking_part = [one for one in telling.taking_part if one.role in roles]
    return _once([flat(one.name) + (f" ({BLAMES[one.blame]})" if one.blame in BLAMES else "") for one in taking_part])


def _once(values: Sequence[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for value in filter(None, values):
        kept.setdefault(value.casefold(), value)
    return tuple(kept.values())
