"""Codes one event that several reports tell of as one row. In: its tellings. Out: a row with where it comes from, or why there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.export.acled.frame import Frame
from onrecord.export.acled.sides import merged_sides
from onrecord.export.merged import (
    Days,
    Disputes,
    Families,
    Figures,
    MergedEvent,
    Telling,
    Voice,
    days_of,
    figures_of,
    independent,
    is_stray,
    meet,
    most_agreed,
    narrowness,
    places_meet,
    voices_of,
)
from onrecord.export.ucdp.grid import priogrid_gid
from onrecord.export.ucdp.row import UcdpRow
from onrecord.export.ucdp.sides import Party, deaths_of, named, sides_of
from onrecord.export.ucdp.states import NUMBERS, region_of
from onrecord.ontology import NotCoded, PrecisionCode, Side, date_precision, load_ontology, place_precision, ucdp_of
from onrecord.record import Claim, Event, Place
from onrecord.reference.registry import Registry

__all__ = ["Coder", "Merged"]

_ANY_SIDES: Final[tuple[tuple[Side, Side], ...]] = (("state", "group"), ("group", "group"), ("group", "civilians"))
_OPEN: Final = ("possible", "unspecified")


@dataclass(frozen=True, slots=True)
class Merged:
    """A row, and what it was made of.

    Attributes:
        row: The row.
        tellings: The reports that it rests on.
        place: Where.
        days: When.
        voices: Who tells of it, or of its dead.
        claims: Contested claims about it.
    """

    row: UcdpRow
    tellings: tuple[Telling, ...]
    place: Place
    days: Days
    voices: tuple[Voice, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """One telling in UCDP's terms; what it does not tell is there as the reason."""

    telling: Telling
    frame: Frame
    type: str
    coded: tuple[Event, ...]
    place: Place | NotCoded
    days: Days | NotCoded


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
        drafts, reasons = self._drafts(event)
        if not drafts:
            return _commonest(reasons)
        own = {one.id for one in self.families.own([draft.telling for draft in drafts])}
        telling = [draft for draft in drafts if draft.telling.id in own]
        if figures_of([one.telling for one in telling], self.families, self.registry).high == 0:
            return NotCoded(_rule("no_deaths"))
        places = [(one, one.place) for one in telling if isinstance(one.place, Place)]
        if not places:
            return _commonest([one.place for one in telling if isinstance(one.place, NotCoded)])
        where = most_agreed(places, lambda one: narrowness(one[1]), lambda one, other: places_meet(one[1], other[1]))
        if where is None:
            return NotCoded("the reports do not agree where it happened")
        days = [(one, one.days) for one in telling if isinstance(one.days, Days)]
        if not days:
            return _commonest([one.days for one in telling if isinstance(one.days, NotCoded)])
        when = most_agreed(days, lambda one: one[1].many, lambda one, other: meet(one[1], other[1]))
        if when is None:
            return NotCoded("the reports do not agree when it happened")
        otherwise = [one for one, _ in (*where[1], *when[1])]
        agreeing = [one for one in telling if one not in otherwise]
        if not agreeing:
            return NotCoded("the reports that tell where it was and those that tell when do not agree")
        copied = [draft.telling for draft in drafts if draft not in telling]
        return self._merged(event, agreeing, copied, where[0][1], when[0][1])

    def _drafts(self, event: MergedEvent) -> tuple[list[_Draft], list[NotCoded]]:
        """The tellings that tell it as having happened, and why the others do not."""
        drafts: list[_Draft] = []
        reasons: list[NotCoded] = []
        for telling in event.tellings:
            told = _told(telling)
            if isinstance(told, NotCoded):
                reasons.append(told)
                continue
            frame = Frame(telling.reported.record, telling.parts, self.registry)
            place = _placed(frame, frame.place(telling.incident, told[1]))
            days = _dated(days_of(frame.time(telling.incident, told[1]), frame.record.document))
            drafts.append(_Draft(telling, frame, told[0], told[1], place, days))
        return drafts, reasons

    def _merged(
        self, event: MergedEvent, told: Sequence[_Draft], copied: Sequence[Telling], place: Place, days: Days
    ) -> Merged | NotCoded:
        counted = Counter(one.type for one in told)
        type_ = max(counted, key=lambda one: (counted[one], one == event.type))
        acled = load_ontology().get_type(type_).acled
        event_type = acled[0] if acled else ""
        parties = [
            (one.telling.reported.id, one.frame.parties((type_, event_type), one.telling.incident, one.coded, place.country))
            for one in told
        ]  # fmt: skip
        sides = sides_of(merged_sides(parties, event_type == "Battles").parties, place.country, self.registry)
        figures = figures_of([one.telling for one in told], self.families, self.registry)
        kinds = (sides[0].kind if sides[0] else None, sides[1].kind if sides[1] else None)
        violence = ucdp_of(type_, "happened", None, kinds, figures.high)
        if isinstance(violence, NotCoded):
            return violence
        assert sides[0] is not None
        assert sides[1] is not None
        tellings = tuple(one.telling for one in told)
        telling_it = [voice for one in tellings for voice in voices_of(one, self.families, self.registry)]
        voices = tuple(dict.fromkeys([*telling_it, *(figure.voice for figure in figures)]))
        frame = next((one.frame for one in told if one.place == place), told[0].frame)
        location = frame.location(place)
        claims = self.disputes.about(event.tellings, days, [location, *(_called(one) for one in told)])
        row = self._row((*tellings, *copied), frame, place, days, figures, voices, (sides[0], sides[1], violence))
        return Merged(row, (*tellings, *copied), place, days, voices, claims)

    def _row(
        self, tellings: Sequence[Telling], frame: Frame, place: Place, days: Days, figures: Figures, voices: Sequence[Voice],
        fought: tuple[Party, Party, int],
    ) -> UcdpRow:  # fmt: skip
        one, other, violence = fought
        main = min(
            tellings, key=lambda telling: telling.reported.record.document.published or "9999"
        ).reported.record.document
        deaths = deaths_of(figures.best, figures.sides, (one, other))
        country = place.country or ""
        states = self.registry.states(country)
        latitude, longitude = place.latitude or 0.0, place.longitude or 0.0
        number = NUMBERS.get(country)
        return UcdpRow(
            year=days.first.year, type_of_violence=violence, dyad_name=named((one, other)), side_a=one.name, side_b=other.name,
            number_of_sources=len(independent(voices)), source_article=_articles(tellings),
            source_office=main.publisher or main.credit, source_date=(main.published or "")[:10] or None,
            source_headline=main.title, source_original=_original(figures, voices),
            where_prec=_value(place_precision(place.precision, "ucdp")), where_coordinates=frame.location(place),
            where_description=_described(frame, place), adm_1=place.admin1, latitude=latitude, longitude=longitude,
            geom_wkt=f"POINT ({longitude} {latitude})", priogrid_gid=priogrid_gid(latitude, longitude),
            country=states[0].name if states else None, country_id=number, region=region_of(number) if number else None,
            event_clarity=_clarity(days), date_prec=_value(date_precision(days.precision, "ucdp")),
            date_start=days.first.isoformat(), date_end=days.last.isoformat(), deaths_a=deaths[0], deaths_b=deaths[1],
            deaths_civilians=deaths[2], deaths_unknown=deaths[3], best=figures.best, high=max(figures.high, figures.best),
            low=figures.low, gwnoa=one.number, gwnob=other.number,
        )  # fmt: skip


def _told(telling: Telling) -> tuple[str, tuple[Event, ...]] | NotCoded:
    """The type of an event and the mentions that tell it as violence that happened, for certain enough."""
    known = load_ontology().types
    incident = telling.incident
    status: Literal["happened", "attempted"] = "attempted" if incident.stage == "attempted" else "happened"
    mentions = telling.events or (Event(incident.id, None, incident.type, status=status),)
    codes = []
    for event in mentions:
        type_ = next((one for one in (event.type, incident.type) if one in known), None)
        found = [ucdp_of(type_, event.status, event.polarity, sides, 1) for sides in _ANY_SIDES]
        codes.append((event, type_, next((one for one in found if isinstance(one, int)), found[0])))
    coded = [
        (event, type_) for event, type_, code in codes if isinstance(code, int) and type_ and event.certainty not in _OPEN
    ]  # fmt: skip
    if not coded:
        reasons = [code for _, _, code in codes if isinstance(code, NotCoded)]
        return _commonest(reasons) if reasons else NotCoded("it is told as no more than possible")
    type_ = next((type_ for _, type_ in coded if type_ == incident.type), coded[0][1])
    return type_, tuple(event for event, _ in coded)


def _placed(frame: Frame, place: Place | None) -> Place | NotCoded:
    if place is None:
        return NotCoded("where it happened is not told")
    if place.role == "reporting":
        return NotCoded("only where the report was written is told")
    code = place_precision(place.precision, "ucdp")
    if isinstance(code, NotCoded):
        return code
    if place.latitude is None or place.longitude is None:
        return NotCoded("its place was not found on the map")
    if is_stray(place, frame.record):
        return NotCoded("its place is not sure: the name was found in another country than all else of the report")
    return place


def _dated(days: Days | NotCoded) -> Days | NotCoded:
    code = date_precision(days.precision, "ucdp") if isinstance(days, Days) else days
    return code if isinstance(code, NotCoded) else days


def _called(one: _Draft) -> str | None:
    return one.frame.location(one.place) if isinstance(one.place, Place) else None


def _clarity(days: Days) -> Literal[1, 2]:
    """1 for one event of one day; what is told of several days may be several events."""
    return 1 if days.many == 1 and days.time.type != "DURATION" else 2


def _articles(tellings: Iterable[Telling]) -> str:
    documents = (one.reported.record.document for one in tellings)
    articles = (
        ",".join(filter(None, (one.publisher or one.credit, (one.published or "")[:10], one.title))) for one in documents
    )  # fmt: skip
    return ";".join(dict.fromkeys(f'"{" ".join(article.split())}"' for article in articles))


def _original(figures: Figures, voices: Sequence[Voice]) -> str | None:
    """Who is said to have given the best figure; else who is said to have told of it."""
    best = [figure.voice for figure in figures if figure.low == figures.best and not figure.voice.narrator]
    told = best or [voice for voice in voices if not voice.narrator]
    return "; ".join(dict.fromkeys(voice.name for voice in told)) or None


def _described(frame: Frame, place: Place) -> str:
    mention = frame.parts.mentions.get(place.mention or "")
    words = " ".join(mention.span.text.split()) if mention else place.name
    return f"“{words}” ({place.precision})"


def _value(code: PrecisionCode | NotCoded) -> int | None:
    return code.value if isinstance(code, PrecisionCode) else None


def _rule(key: str) -> str:
    return str(load_ontology().schemes["ucdp"]["not_coded"][key])


def _commonest(reasons: Sequence[NotCoded]) -> NotCoded:
    return NotCoded(Counter(one.reason for one in reasons).most_common(1)[0][0])
