"""Codes one event that several reports tell of as one row. In: its tellings. Out: a row with where it comes from, or why there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.export.acled.dates import Dated, dated
from onrecord.export.acled.deaths import Dead
from onrecord.export.acled.frame import Facts, Frame, Placed, taken_by, words_of
from onrecord.export.acled.notes import notes_of, voices_of
from onrecord.export.acled.row import AcledRow
from onrecord.export.acled.sides import Sides, merged_sides
from onrecord.export.acled.types import Typed, typed_as
from onrecord.export.merged import (
    Days,
    Disputes,
    Families,
    Figures,
    MergedEvent,
    Telling,
    days_of,
    dispute_in_words,
    figures_of,
    is_stray,
    meet,
    most_agreed,
    narrowness,
    places_meet,
)
from onrecord.ontology import AcledCode, NotCoded
from onrecord.record import Claim
from onrecord.reference.registry import Registry

__all__ = ["Coder", "Merged"]

_MOST_REPORTS: Final = 4
"""Reports whose words stand in the notes."""
_MOST_MENTIONS: Final = 2
"""Mentions in each of several reports whose sentences stand there."""
_FIGHTING: Final = frozenset({"Battles", "Explosions/Remote violence"})


@dataclass(frozen=True, slots=True)
class Merged:
    """A row, and what it was made of.

    Attributes:
        row: The row.
        tellings: The reports that it rests on.
        placed: Where.
        days: When.
        claims: Contested claims about it.
    """

    row: AcledRow
    tellings: tuple[Telling, ...]
    placed: Placed
    days: Days
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """One telling in ACLED's terms; what it does not tell is there as the reason."""

    telling: Telling
    frame: Frame
    typed: Typed
    placed: Placed | NotCoded
    day: Dated | NotCoded
    days: Days | NotCoded

    @property
    def outlet(self) -> str:
        """What the report is called in the notes."""
        document = self.frame.record.document
        return ", ".join(filter(None, (document.publisher or document.credit, self.telling.reported.id)))


@dataclass(frozen=True, slots=True)
class Coder:
    """What all events are coded with.

    Attributes:
        registry: Who the actors are.
        families: Which reports are copies.
        disputes: What is contested.
    """

    registry: Registry
    families: Families
    disputes: Disputes

    def code(self, event: MergedEvent) -> Merged | NotCoded:
        """One event; where its reports give several reasons why it is none, the commonest."""
        frames = [Frame(one.reported.record, one.parts, self.registry) for one in event.tellings]
        typed = [typed_as(one.incident, one.events) for one in event.tellings]
        drafts = [
            _draft(telling, frame, one)
            for telling, frame, one in zip(event.tellings, frames, typed, strict=True)
            if isinstance(one, Typed)
        ]
        if not drafts:
            return _commonest([one for one in typed if isinstance(one, NotCoded)])
        own = {one.id for one in self.families.own([draft.telling for draft in drafts])}
        telling = [draft for draft in drafts if draft.telling.id in own]
        where = _where(telling)
        if isinstance(where, NotCoded):
            return where
        when = _when(telling)
        if isinstance(when, NotCoded):
            return when
        placed, elsewhere = where
        (days, day), at_other_times = when
        agreeing = [draft for draft in telling if draft not in elsewhere and draft not in at_other_times]
        if not agreeing:
            return NotCoded("the reports that tell where it was and those that tell when do not agree")
        copied = [draft for draft in drafts if draft not in telling]
        against = [one for one, told in zip(event.tellings, typed, strict=True) if isinstance(told, NotCoded)]
        return self._merged(
            event, agreeing, placed, (days, day), _Beside((*elsewhere, *at_other_times), copied, against)
        )

    def _merged(
        self, event: MergedEvent, told: Sequence[_Draft], placed: Placed, when: tuple[Days, Dated], beside: _Beside
    ) -> Merged:
        days, day = when
        type_, acled = _type(told, event.type)
        country = placed.place.country
        parties = [
            one.frame.parties((type_, acled.event_type), one.telling.incident, one.typed.coded, country) for one in told
        ]
        sides = merged_sides(
            [(one.outlet, each) for one, each in zip(told, parties, strict=True)], acled.event_type == "Battles"
        )
        type_, acled = taken_by(type_, acled, sides.parties)
        figures = figures_of([one.telling for one in told], self.families, self.registry)
        dead = [one.frame.dead(type_, one.telling.incident, one.typed) for one in told]
        tellings = tuple(one.telling for one in (*told, *beside.copied))
        located = next((one for one in told if one.placed == placed), told[0])
        location = located.frame.location(placed.place)
        claims = self.disputes.about(event.tellings, days, [location, *(_called(one) for one in told)])
        crowd = next((crowd for one in told if (crowd := one.frame.crowd(one.typed))), "")
        facts = Facts(
            type_, acled, placed, location, day, sides.parties, _sources(tellings),
            _lowest(told, dead, figures), crowd,
        )  # fmt: skip
        notes = " ".join(_notes(facts, told, sides, figures, beside, dispute_in_words(claims)))
        return Merged(facts.row(notes, self.registry), tellings, placed, days, claims)


@dataclass(frozen=True, slots=True)
class _Beside:
    """Tellings that a row does not rest on: of another place or day, copies, and those that tell it as no fact."""

    otherwise: Sequence[_Draft]
    copied: Sequence[_Draft]
    against: Sequence[Telling]


def _draft(telling: Telling, frame: Frame, typed: Typed) -> _Draft:
    time = frame.time(telling.incident, typed.coded)
    placed = frame.placed(telling.incident, typed.coded)
    if isinstance(placed, Placed) and is_stray(placed.place, frame.record):
        placed = NotCoded("its place is not sure: the name was found in another country than all else of the report")
    days = days_of(time, frame.record.document)
    return _Draft(telling, frame, typed, placed, days if isinstance(days, NotCoded) else dated(time), days)


def _where(told: Sequence[_Draft]) -> tuple[Placed, list[_Draft]] | NotCoded:
    """The place that more than half of the reports that tell one can mean, and the reports that tell another."""
    placed = [(one, one.placed) for one in told if isinstance(one.placed, Placed)]
    if not placed:
        return _commonest([one.placed for one in told if isinstance(one.placed, NotCoded)])
    agreed = most_agreed(
        placed, lambda one: narrowness(one[1].place), lambda one, other: places_meet(one[1].place, other[1].place)
    )
    if agreed is None:
        return NotCoded("the reports do not agree where it happened")
    (_, chosen), others = agreed
    return chosen, [draft for draft, _ in others]


def _when(told: Sequence[_Draft]) -> tuple[tuple[Days, Dated], list[_Draft]] | NotCoded:
    """The days that more than half of the reports that tell any can mean, and the reports that tell others."""
    days = [
        (one, one.days, one.day) for one in told if isinstance(one.days, Days) and isinstance(one.day, Dated)
    ]  # fmt: skip
    if not days:
        return _commonest([one.day for one in told if isinstance(one.day, NotCoded)])
    agreed = most_agreed(days, lambda one: one[1].many, lambda one, other: meet(one[1], other[1]))
    if agreed is None:
        return NotCoded("the reports do not agree when it happened")
    (_, chosen, day), others = agreed
    return (chosen, day), [draft for draft, _, _ in others]


def _type(told: Sequence[_Draft], type_: str | None) -> tuple[str, AcledCode]:
    """The type that most reports tell; of equals the happening's own, then one that tells the sub-event type."""
    counted = Counter((one.typed.type, one.typed.acled) for one in told)
    return max(counted, key=lambda one: (counted[one], one[0] == type_, one[1].sub_event_type is not None))


def _lowest(told: Sequence[_Draft], dead: Sequence[Dead], figures: Figures) -> int:
    """The lowest of the reports whose figures stand: neither replaced by their own source nor words for many only."""
    counted = {figure.report for figure in figures}
    stands = [each for one, each in zip(told, dead, strict=True) if one.telling.reported.id in counted]
    return min((one.fatalities for one in stands or dead), default=0)


def _called(one: _Draft) -> str | None:
    return one.frame.location(one.placed.place) if isinstance(one.placed, Placed) else None


def _sources(tellings: Sequence[Telling]) -> str | None:
    documents = (telling.reported.record.document for telling in tellings)
    return "; ".join(dict.fromkeys(name for one in documents if (name := one.publisher or one.credit))) or None


def _commonest(reasons: Sequence[NotCoded]) -> NotCoded:
    return NotCoded(Counter(one.reason for one in reasons).most_common(1)[0][0])


def _notes(
    facts: Facts, told: Sequence[_Draft], sides: Sides, figures: Figures, beside: _Beside, disputes: Iterator[str]
) -> Iterator[str]:
    """The words of the reports, then what is disputed, then what ACLED would do otherwise."""
    several = len(told) > 1
    for one in told[:_MOST_REPORTS]:
        coded = one.typed.coded[:_MOST_MENTIONS] if several else one.typed.coded
        words = notes_of(one.frame.record.document.text, coded, one.typed.others, one.frame.parts, ())
        yield f"[{one.outlet}] {words}" if several else words
    if more := [one.outlet for one in told[_MOST_REPORTS:]]:
        yield f"Also told by {'; '.join(more)}."
    if beside.copied:
        yield f"Copied by {'; '.join(one.outlet for one in beside.copied)}."
    for one in beside.otherwise:
        yield f"Told of another place or day by {one.outlet}."
    for telling in beside.against:
        yield from _against(telling)
    yield from (f"Said to have done it: {who}." for who in sides.parties.not_named)
    if sides.differ:
        yield f"Reports differ on who did it: {'; '.join(sides.differ)}."
    yield from dict.fromkeys(
        f"Denied in the report: {words}." for one in told for words in one.frame.denials(one.typed)
    )
    yield from _dead(figures)
    yield from disputes
    day, acled = facts.day, facts.acled
    if day.precision > 1:
        yield f"Date: “{day.words}”, {day.why}."
        if acled.event_type in _FIGHTING:
            yield "Fighting over several days is one event a day to ACLED; the reports do not tell the days apart."
    if facts.placed.note:
        yield f"Place: {facts.placed.note}."
    if acled.event_type == "Protests" and not facts.crowd:
        yield "[size=no report]"


def _against(telling: Telling) -> Iterator[str]:
    """What a report tells that does not tell it as having happened."""
    for event in telling.events:
        if event.trigger is not None and event.status not in (None, "happened", "ongoing", "claimed"):
            by = ", ".join(voices_of([event], telling.parts))
            yield f"Told as {event.status}: “{words_of(event)}” ({by}, {telling.reported.id})."


def _dead(figures: Figures) -> Iterator[str]:
    told = list(dict.fromkeys(map(str, figures)))
    if told:
        yield f"Dead: {'; '.join(told)}" + ("; figures differ, the lowest counts." if figures.differ else ".")
    if figures.replaced:
        yield f"Replaced by the same source later: {'; '.join(dict.fromkeys(map(str, figures.replaced)))}."
