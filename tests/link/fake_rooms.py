"""Rooms that are easy to see through: reports with the same words are copies, what is told with the same words is one.

A report is lines "TYPE in PLACE: WHO says WORDS". Each line tells of an incident (TYPE in PLACE) and is a proposition (TYPE in PLACE).
WHO "denies" instead of "says" opposes it. A line beginning with "?" tells of an incident alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.link.likeness import Likeness, PairJudgement
from onrecord.link.relinking import Group, Room
from onrecord.link.rooms import Rooms
from onrecord.link.shelf import Pair, Shelf
from onrecord.record import Claim, Copies, Document, Happening, Reader, Record, Slots, Span, Stance, Tally, make_id

LINE = re.compile(r"(?P<type>\w+) in (?P<place>\w+)(?:: (?P<who>\w+) (?P<cue>says|denies))?")
compared: list[tuple[str, str, str]] = []
"""Every pair that was compared, since a test emptied it."""


@dataclass(frozen=True, slots=True)
class Sketch:
    document: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    document: str
    id: str
    incident: str
    type: str
    place: str


@dataclass(frozen=True, slots=True)
class Proposition:
    document: str
    id: str
    incident: str | None
    type: str
    place: str
    who: str
    denies: bool
    span: Span


def record_of(document: str, text: str) -> Record:
    return Record(
        Document(document, text, f"Report {document}", publisher="Post", published="2019-01-14"),
        reader=Reader("fake", "1"),
    )


def _hits(record: Record) -> Iterable[tuple[str, re.Match[str]]]:
    for hit in LINE.finditer(record.document.text):
        yield make_id("t", record.document.id, hit.start()), hit


def sketches(record: Record) -> dict[str, Sketch]:
    return {record.document.id: Sketch(record.document.id, frozenset(record.document.text.split()))}


def tellings(record: Record) -> dict[str, Telling]:
    return {
        id_: Telling(record.document.id, id_, f"i-{hit.start()}", hit["type"], hit["place"])
        for id_, hit in _hits(record)
    }


def propositions(record: Record) -> dict[str, Proposition]:
    text, document = record.document.text, record.document.id
    return {
        f"p{id_}": Proposition(
            document, f"p{id_}", f"i-{hit.start()}", hit["type"], hit["place"], hit["who"], hit["cue"] == "denies",
            Span.of(text, hit.start(), hit.end()),
        )
        for id_, hit in _hits(record)
        if hit["who"]
    }  # fmt: skip


def clusters(ids: Collection[str], pairs: Mapping[Pair, Likeness]) -> list[tuple[str, ...]]:
    """Joins the same, and never two that are different."""
    groups = {id_: {id_} for id_ in ids}
    apart = {pair for pair, likeness in pairs.items() if likeness.verdict == "different"}
    for pair in sorted(pair for pair, likeness in pairs.items() if likeness.verdict == "same"):
        one, other = groups[pair[0]], groups[pair[1]]
        if one is not other and not any((min(a, b), max(a, b)) in apart for a in one for b in other):
            one |= other
            for id_ in other:
                groups[id_] = one
    return sorted({tuple(sorted(group)) for group in groups.values()})


def _alike(kind: str, a: str, b: str, same: bool, sure: bool = True) -> Likeness:
    compared.append((kind, a, b))
    return Likeness(
        "same" if same else "different" if sure else "unsure",
        0.9 if same else 0.1,
        (f"{'as' if same else 'not as'} told",),
    )


def copies(shelf: Shelf) -> Room[Sketch]:
    def compare(a: Sketch, b: Sketch) -> Likeness | None:
        same = shelf.get_record(a.document).document.text == shelf.get_record(b.document).document.text
        return _alike("copies", a.document, b.document, same) if same else None

    def build(
        items: Mapping[str, Sketch], pairs: Mapping[Pair, Likeness], judged: Sequence[PairJudgement]
    ) -> Iterable[Group]:
        for group in clusters(items, pairs):
            if len(group) > 1:
                yield Group(group, Copies("", group, derivation=dict.fromkeys(group, "wholly")))

    return Room("copies", Sketch, lambda one: one.words, compare, build, representatives=3)


def happenings(shelf: Shelf) -> Room[Telling]:
    def compare(a: Telling, b: Telling) -> Likeness:
        return _alike("happenings", a.id, b.id, (a.type, a.place) == (b.type, b.place))

    def build(
        items: Mapping[str, Telling], pairs: Mapping[Pair, Likeness], judged: Sequence[PairJudgement]
    ) -> Iterable[Group]:
        for group in clusters(items, pairs):
            yield Group(
                group,
                Happening("", items[group[0]].type, tuple((items[id_].document, items[id_].incident) for id_ in group)),
            )

    return Room("happenings", Telling, lambda one: {one.place}, compare, build)


def claims(shelf: Shelf) -> Room[Proposition]:
    def compare(a: Proposition, b: Proposition) -> Likeness:
        return _alike("claims", a.id, b.id, (a.type, a.place) == (b.type, b.place))

    def build(
        items: Mapping[str, Proposition], pairs: Mapping[Pair, Likeness], judged: Sequence[PairJudgement]
    ) -> Iterable[Group]:
        for group in clusters(items, pairs):
            yield Group(group, _claim([items[id_] for id_ in group], shelf))

    return Room("claims", Proposition, lambda one: {f"{one.type} {one.place}"}, compare, build, within=True)


def _claim(some: Sequence[Proposition], shelf: Shelf) -> Claim:
    stances = tuple(
        Stance(one.document, None, (one.span,), "denies" if one.denies else "asserts", source=one.who) for one in some
    )
    families = shelf.objects_of("copies", {one.document for one in some})
    texts = {families.get(one.document, [one.document])[0] for one in some}
    speakers = {one.who for one in some}
    sides = defaultdict(set)
    for one in some:
        sides[one.denies].add(one.who)
    status = "contested" if len(sides) == 2 and len(speakers) > 1 else "single_source"
    tally = Tally(len({one.document for one in some}), len(texts), len(speakers), len(speakers), 0, 0)
    first = some[0]
    slots = Slots(action=first.type, place=first.place, time="2019-01-14")
    return Claim("", f"{first.type} in {first.place}", "occurrence", slots, stances, tally, status, "by the words")


FAKES = Rooms(
    {"copies": sketches, "happenings": tellings, "claims": propositions},
    {"copies": copies, "happenings": happenings, "claims": claims},
)
