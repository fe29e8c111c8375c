"""Where a report names places. In: mentions. Out: the stretches that may name one, with what stands about them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from onrecord.record import Mention, Record
from onrecord.reference.gazetteer import Gazetteer
from onrecord.reference.gazetteer.fold import fold
from onrecord.resolve.locating.alone import by_itself, by_people
from onrecord.resolve.locating.persons import find_persons
from onrecord.resolve.locating.spot import ACRONYM, FEW, WORD, Spot, is_notable, is_wide, named
from onrecord.resolve.locating.within import places_within
from onrecord.resolve.locating.words import NO_PLACES, OF_GROUPS

__all__ = ["find_spots"]

_PIECE: Final = re.compile(r"[^,/;()\n]+")

BETWEEN: Final = re.compile(
    r"\.?,\s+(?:in\s+)?(?:the\s+)?(?:\w+(?:ern|th|st)\s+)?|\s+\(|\s+in\s+(?:the\s+)?(?:\w+(?:ern|th|st)\s+)?"
)
"""What stands between a place and the one that it lies in."""


def find_spots(record: Record, gazetteer: Gazetteer) -> list[Spot]:
    """Every stretch of a report that may name a place, in order; none overlaps another."""
    text = record.document.text
    names = [m for m in record.mentions if m.form == "name"]
    others = _no_places(record, names)
    spots = {s.start: s for s in _dateline(record, gazetteer)}
    persons = find_persons(text, names) - {fold(text[s.start : s.end]) for s in spots.values()}
    surnames = {fold(word) for m in names if m.kind == "person" for word in WORD.findall(m.span.text)[-1:]}
    for mention in names:
        key = fold(mention.span.text)
        # The Bushes, and an office that goes by a name of a person.
        family = key.removesuffix("s") in surnames and (mention.kind == "organisation" or key not in surnames)
        if mention.id not in others and not family and key not in persons:
            for spot in _by_mention(text, mention, gazetteer):
                spots.setdefault(spot.start, spot)
    known = {fold(text[s.start : s.end]) for s in spots.values() if s.kind == "place" and s.found}
    surnames = {fold(word) for m in names if m.kind == "person" for word in WORD.findall(m.span.text)[1:]}
    for mention in names:
        for spot in places_within(text, mention, gazetteer, known, surnames | persons):
            if fold(text[spot.start : spot.end]) not in persons:
                spots.setdefault(spot.start, spot)
    ordered = list(_apart(sorted(spots.values(), key=lambda s: (s.start, -s.end))))
    ordered = list(_apart(sorted([*ordered, *_again(text, ordered, names)], key=lambda s: (s.start, -s.end))))
    return _contained(text, ordered, gazetteer)


def _no_places(record: Record, names: Iterable[Mention]) -> set[str]:
    """Mentions that the reader took for places once, while it, or the chain, mostly takes the same name for something else."""
    votes: dict[str, int] = {}
    for m in names:
        key = fold(m.span.text)
        votes[key] = votes.get(key, 0) + (
            1 if m.kind in ("location", "facility") else -1 if m.kind == "organisation" else 0
        )
    kinds = {chain.id: chain.kind for chain in record.chains}
    return {
        m.id
        for m in names
        if m.kind in ("location", "nationality")
        and (
            m.span.text.lower() in NO_PLACES
            or (m.kind == "location" and " " in m.span.text and not OF_GROUPS.isdisjoint(m.span.text.lower().split()))
            or votes[fold(m.span.text)] < 0
            or kinds.get(m.chain or "") in ("organisation", "person")
        )
    }


def _dateline(record: Record, gazetteer: Gazetteer) -> Iterator[Spot]:
    """The place that the report was written from, which the reader passes over."""
    given = record.document.dateline.place if record.document.dateline else None
    start = record.document.text.find(given, 0, 3000) if given else -1
    if given is None or start < 0:
        return
    yield from _pieces(record.document.text, start, start + len(given), None, gazetteer)


def _by_mention(text: str, mention: Mention, gazetteer: Gazetteer) -> Iterator[Spot]:
    start, end = mention.span.start, mention.span.end
    if mention.kind == "nationality":
        yield from by_people(mention, gazetteer)
    elif mention.kind in ("location", "facility"):
        if gazetteer.find(mention.span.text) and (spot := by_itself(text, start, end, mention, gazetteer)):
            yield spot
        else:
            yield from _pieces(text, start, end, mention, gazetteer)
    elif mention.kind == "organisation" and is_notable(found := named(mention.span.text, gazetteer, ACRONYM), FEW):
        yield Spot(start, end, "place", found, mention.id)


def _pieces(text: str, start: int, end: int, mention: Mention | None, gazetteer: Gazetteer) -> Iterator[Spot]:
    """The places between commas."""
    for piece in _PIECE.finditer(text, start, end):
        if spot := by_itself(text, piece.start(), piece.end(), mention, gazetteer):
            yield spot


def _again(text: str, spots: Sequence[Spot], names: Sequence[Mention]) -> Iterator[Spot]:
    """Further occurrences of the names that are places, where the reader marked nothing."""
    found = {
        text[s.start : s.end]: s for s in spots if s.kind in ("place", "people") and s.found and s.end - s.start > 2
    }
    if not found:
        return
    taken = sorted((m.span.start, m.span.end) for m in names)
    ends = _running_ends(taken)
    for word in WORD.finditer(text):
        start = word.start()
        if not word.group()[0].isupper():
            continue
        name = word.group().rstrip(".")
        spot = found.get(name) or found.get(word.group())
        at = bisect_left(taken, (start + 1,))
        if spot is None or (at and ends[at - 1] > start):
            continue
        yield Spot(start, start + len(name), "people" if spot.kind == "people" else "elsewhere", spot.found)


def _running_ends(taken: Sequence[tuple[int, int]]) -> list[int]:
    ends, last = [], 0
    for _, end in taken:
        last = max(last, end)
        ends.append(last)
    return ends


def _apart(spots: Iterable[Spot]) -> Iterator[Spot]:
    last = 0
    for spot in spots:
        if spot.start >= last:
            yield spot
            last = spot.end


def _contained(text: str, spots: Sequence[Spot], gazetteer: Gazetteer) -> list[Spot]:
    """Ties a place to the one that is named behind it as what it lies in ("Hajin, Syria"; "Hajin, in Deir ez-Zor")."""
    tied = list(spots)
    for k in range(len(tied) - 1):
        spot, after = tied[k], tied[k + 1]
        between = text[spot.end : after.start]
        if spot.kind == "people" or len(between) > 40 or not BETWEEN.fullmatch(between):
            continue
        wider = gazetteer.find_abbreviated(text[after.start : after.end]) if between.lstrip(".").startswith(",") else ()
        if wider:
            tied[k + 1] = replace(after, found=wider, kind="place")
        if wider or any(is_wide(place, after.sort) for place in after.found):
            tied[k] = replace(spot, within=after.start)
    return tied
