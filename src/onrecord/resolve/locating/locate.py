"""From a record without places to one with: spots → names → weighed → places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.record import Candidate, Mention, Place, Record, Span, make_id
from onrecord.record.vocabulary import MentionKind, PlaceRole
from onrecord.reference.gazetteer import Gazetteer, Location
from onrecord.reference.gazetteer.fold import fold
from onrecord.resolve.locating.spot import Spot, is_wide
from onrecord.resolve.locating.spots import find_spots
from onrecord.resolve.locating.surroundings import precision_of, roles_of, writes_from
from onrecord.resolve.locating.table import Asked
from onrecord.resolve.locating.weighing import Weighed, weigh
from onrecord.resolve.locating.weights import LEAST

__all__ = ["asked_of", "home_of", "locate"]

NAMED = 0.4
"""Confidence below which a name within another name is not taken for that of a place."""
SHOWN = 5
"""Candidates that are kept with a place."""
HOMES = {
    "uk": "GB",
    **{
        code.lower(): code
        for code in "AU CA NZ IE ZA IN PK NG KE GH UG IL LB EG JO IQ SY YE AE QA SA TR UA RU GE AM AZ DE FR ES IT MX CO AR BR JP CN PH LK BD NP MM TH MY SG".split()
    },
}
"""Countries whose outlets have addresses in them; those of .com, .tv, .me and the like can be anywhere."""

Name = tuple[str, bool, str, str]


def locate(record: Record, gazetteer: Gazetteer) -> Record:
    """Says where the places of a report lie.

    Args:
        record: The report with its mentions; places in it are replaced.
        gazetteer: Where they are looked up.

    Returns:
        The record with its places. A name within another name gets a mention of its own. A place that is not certain has no
        position, but keeps its candidates and the reason.
    """
    spots = find_spots(record, gazetteer)
    text = record.document.text
    given = record.document.dateline.place if record.document.dateline else None
    datelines = {s.start for s in spots if writes_from(text, s, given)}
    names, asked = asked_of(record, spots, datelines)
    weighed = dict(zip(asked, weigh(list(asked.values()), home_of(record)), strict=True))
    spots = [s for s in spots if _counts(s, weighed.get(names[s.start]))]
    mentions, ids = _mentions(record, spots)
    roles = roles_of(text, spots, datelines)
    places = [
        _place(text, spot, ids[spot.start], weighed.get(names[spot.start]), role)
        for spot, role in zip(spots, roles, strict=True)
    ]
    return _with_chains(replace(record, mentions=mentions, places=tuple(places)))


def is_somewhere(place: Location) -> bool:
    """Whether a point can stand for a place: not for a river, nor for what reaches over several countries."""
    return place.feature[0] in "PA" or (place.country is not None and not place.feature.startswith("H.STM"))


def _counts(spot: Spot, answer: Weighed | None) -> bool:
    """Whether it is a place at all: within another name, or where the reader saw none, only what is found makes it one."""
    return spot.kind not in ("inside", "elsewhere") or (answer is not None and answer.confidence >= NAMED)


def asked_of(record: Record, spots: Sequence[Spot], datelines: set[int]) -> tuple[dict[int, Name], dict[Name, Asked]]:
    """The names of a report, each once, and which of them each spot bears.

    A name means one place throughout a report, unless the report itself says that it lies in two different ones.
    """
    text = record.document.text
    by_start = {spot.start: spot for spot in spots}
    kinds = {m.id: m.kind for m in record.mentions}
    first: dict[tuple[str, bool], str] = {}
    for spot in spots:
        if spot.within is not None:
            wider = by_start[spot.within]
            first.setdefault(
                (fold(text[spot.start : spot.end]), spot.kind == "people"), fold(text[wider.start : wider.end])
            )
    names: dict[int, Name] = {}
    members: dict[Name, list[Spot]] = defaultdict(list)
    for spot in spots:
        key = (fold(text[spot.start : spot.end]), spot.kind == "people")
        own = by_start[spot.within] if spot.within is not None else None
        name = (*key, fold(text[own.start : own.end]) if own else first.get(key, ""), spot.sort)
        names[spot.start] = name
        if spot.found:
            members[name].append(spot)
    countries = {spot.found[0].country for spot in spots if spot.found and spot.found[0].feature == "A.PCLI"}
    asked = {}
    for name, own_spots in members.items():
        one = own_spots[0]
        found = one.found if not one.heard else tuple(place for place in one.found if place.country in countries)
        if found:
            asked[name] = Asked(
                text[one.start : one.end],
                found,
                _wider(by_start, own_spots),
                len(own_spots),
                frozenset({s.kind for s in own_spots} | {kinds[s.mention] for s in own_spots if s.mention in kinds}),
                any(s.start in datelines for s in own_spots),
                one.heard,
            )
    return names, asked


def _wider(by_start: Mapping[int, Spot], spots: Sequence[Spot]) -> tuple[Location, ...]:
    """What a name is said to lie in."""
    wider = next((by_start[spot.within] for spot in spots if spot.within is not None), None)
    return tuple(place for place in wider.found if is_wide(place, wider.sort)) if wider is not None else ()


def home_of(record: Record) -> str | None:
    """The country of the outlet, where its address says so."""
    address = (record.document.url or "").split("//")[-1].split("/")[0].split(":")[0] or (
        record.document.publisher or ""
    )
    return HOMES.get(address.rsplit(".", 1)[-1].lower()) if "." in address else None


def _mentions(record: Record, spots: Sequence[Spot]) -> tuple[tuple[Mention, ...], dict[int, str]]:
    """The mentions with one more for each place that has none, and each spot's own."""
    used = {m.id for m in record.mentions}
    taken: set[str] = set()
    ids: dict[int, str] = {}
    made: list[Mention] = []
    for spot in spots:
        if spot.mention is not None and spot.mention not in taken:
            ids[spot.start] = spot.mention
            taken.add(spot.mention)
            continue
        number, mid = 0, make_id("m", spot.start, spot.end)
        while mid in used:
            number += 1
            mid = make_id("m", spot.start, spot.end, number)
        used.add(mid)
        ids[spot.start] = mid
        kind: MentionKind = "nationality" if spot.kind == "people" else "location"
        made.append(Mention(mid, Span.of(record.document.text, spot.start, spot.end), kind, "name"))
    if not made:
        return record.mentions, ids
    return tuple(sorted([*record.mentions, *made], key=lambda m: (m.span.start, -m.span.end))), ids


def _place(text: str, spot: Spot, mention: str, answer: Weighed | None, role: PlaceRole) -> Place:
    best = answer.candidates[0] if answer and answer.confidence >= LEAST else None
    place = Place(
        make_id("p", mention),
        mention,
        text[spot.start : spot.end],
        precision=precision_of(text, spot, best),
        role=role,
        why=_why(spot, answer, best),
        confidence=round(answer.confidence, 4) if answer else None,
        candidates=tuple(map(_candidate, answer.candidates[:SHOWN], answer.shares[:SHOWN])) if answer else (),
    )
    if best is None:
        return place
    return replace(
        place,
        geonameid=best.geonameid,
        latitude=best.latitude if is_somewhere(best) else None,
        longitude=best.longitude if is_somewhere(best) else None,
        feature=best.feature,
        country=best.country,
        admin1=best.name if best.feature == "A.ADM1" else best.province,
        extra={"pcode": best.code} if best.geonameid is None and best.code else {},
    )


def _candidate(place: Location, share: float) -> Candidate:
    return Candidate(
        place.name, place.geonameid, place.latitude, place.longitude, place.country, place.province, round(share, 4)
    )


def _why(spot: Spot, answer: Weighed | None, best: Location | None) -> str:
    if answer is None:
        return (
            "something built or a street; the gazetteer has towns"
            if spot.kind == "site"
            else "no place of this name in the gazetteer"
        )
    reasons = "; ".join(answer.reasons) or "nothing else in the report speaks for another"
    if best is None:
        return f"not certain enough ({answer.confidence:.2f}); {answer.candidates[0].name} is likeliest: {reasons}"
    return reasons


def _with_chains(record: Record) -> Record:
    """Gives the chains of places their place, where all mentions that have one agree."""
    by_mention: Mapping[str | None, Place] = {
        place.mention: place for place in record.places if place.latitude is not None
    }
    chains = []
    for chain in record.chains:
        found = (
            [by_mention[mid] for mid in chain.mentions if mid in by_mention]
            if chain.kind in ("location", "facility")
            else []
        )
        same = {(place.geonameid, place.latitude, place.longitude) for place in found}
        chains.append(replace(chain, place=found[0].id) if len(same) == 1 else chain)
    return replace(record, chains=tuple(chains))
