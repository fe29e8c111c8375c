"""From the incidents of one report to tellings. In: a record. Out: a telling for each incident."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from onrecord.link.happenings.telling import LOSSES, Dated, Range, Spot, Status, Telling
from onrecord.link.happenings.words import names_in, stems_of
from onrecord.link.stems import stem
from onrecord.ontology import load_ontology
from onrecord.record.by_id import NARRATOR, ById
from onrecord.record.event import Event
from onrecord.record.happening import SourceToll
from onrecord.record.ids import make_id
from onrecord.record.incident import Count, Incident, Toll
from onrecord.record.place import Place
from onrecord.record.quantity import Quantity
from onrecord.record.record import Record
from onrecord.reference.gazetteer.fold import fold, sound

RECENT: Final = 3
"""Days before its own date of which a report tells without naming the day."""
MOST_WORDS: Final = 60
MOST_OTHERS: Final = 3
_SENTENCE: Final = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9])|\n+")
_UNDECIDED: Final = frozenset(("year", "longer", "none", "season"))
_OCCURS: Final = frozenset(("happened", "ongoing", "claimed", "attempted"))
SURE: Final = 0.5
"""A place whose name means another as likely as this one is known by its name only."""


@dataclass(frozen=True, slots=True)
class _Report:
    record: Record
    by_id: ById
    breaks: tuple[int, ...]
    published: str | None
    home: str | None
    """The country where most of what happens in the report happens."""
    scene: Place | None
    """The town where most of it happens, for what is told without a place."""


def tellings_of(record: Record) -> tuple[Telling, ...]:
    """The tellings of a report, one for each of its incidents.

    Args:
        record: The report, read.
    """
    text = record.document.text
    breaks = (0, *(hit.end() for hit in _SENTENCE.finditer(text)))
    countries = Counter(p.country for p in record.places if p.role == "event" and p.country)
    home = countries.most_common(1)[0][0] if countries else None
    report = _Report(record, ById.of(record), breaks, day_of(record.document.published), home, _scene(record))
    return tuple(_telling(report, incident) for incident in record.incidents)


def _scene(record: Record) -> Place | None:
    """The narrow place that most incidents have, if it is that of half of those that have one."""
    places = {p.id: p for p in record.places if p.precision in ("site", "settlement", "near", "district")}
    found = [places[i.place] for i in record.incidents if i.place in places]
    counted = Counter(p.geonameid or p.name for p in found)
    if not counted or counted.most_common(1)[0][1] * 2 < len(found):
        return None
    return next(p for p in found if (p.geonameid or p.name) == counted.most_common(1)[0][0])


def day_of(written: str | None) -> str | None:
    """The day of an ISO date or time; None if it is none."""
    try:
        return date.fromisoformat((written or "")[:10]).isoformat()
    except ValueError:
        return None


def _telling(report: _Report, incident: Incident) -> Telling:
    by_id, document = report.by_id, report.record.document
    events = [by_id.events[i] for i in incident.events if i in by_id.events]
    background = bool(events) and all(bool(e.extra.get("background")) for e in events)
    earliest, latest, dated = _days(report, incident, background)
    around = _around(report, events)
    sufferers = (*incident.targets, *incident.victims)
    return Telling(
        id=make_id("tl", document.id, incident.id),
        document=document.id,
        incident=incident.id,
        type=incident.type,
        kind=kind_of(incident.type),
        spot=_spot(report, by_id.places.get(incident.place or "")),
        others=_others(report, incident, events),
        earliest=earliest,
        latest=latest,
        dated=dated,
        actors=_keys(by_id, (p.chain for p in incident.perpetrators)),
        targets=_keys(by_id, (p.chain for p in sufferers)),
        hit=_stems(span.text for p in sufferers for span in p.spans),
        with_what=_stems(span.text for p in incident.instruments for span in p.spans),
        toll=tuple(_ranges(incident.toll)),
        tolls=tuple(_tolls(report, incident)),
        triggers=tuple(dict.fromkeys(stem(word) for e in events if e.trigger for word in stems_of(e.trigger.text))),
        words=stems_of(around)[:MOST_WORDS],
        names=names_in(around)[:MOST_WORDS],
        status=_status(incident, events),
        background=background,
    )


def kind_of(type_: str | None) -> str:
    """ACLED's event type of a type, or its family in the ontology; "" where it has no type that the ontology knows."""
    known = load_ontology().types.get(type_ or "")
    if known is None:
        return ""
    return known.acled[0] if known.acled and known.acled[0] != "Strategic developments" else known.family


def _days(report: _Report, incident: Incident, background: bool) -> tuple[str | None, str | None, Dated]:
    """The first and last day, widened to what is known: without a time of its own, what is news is of the days before the report."""
    time = report.by_id.times.get(incident.time or "")
    if time is not None and time.precision not in _UNDECIDED and time.earliest and time.latest:
        return time.earliest, time.latest, "told"
    if time is not None and time.earliest and time.latest and time.precision in ("season", "year"):
        return time.earliest, time.latest, "open"
    if background or report.published is None:
        return None, report.published, "open"
    first = date.fromisoformat(report.published) - timedelta(days=RECENT)
    return first.isoformat(), report.published, "report"


def _spot(report: _Report, place: Place | None) -> Spot | None:
    if place is None or not place.name:
        return None
    name = fold(place.name)
    sure = (place.confidence is None or place.confidence >= SURE) and place.geonameid is not None
    # A lone place far from all others of its report is as a rule a name that the gazetteer has elsewhere only.
    strays = place.country is not None and report.home not in (None, place.country) and place.precision != "country"
    key = sound(name) or name
    if not sure or (strays and (place.confidence or 0.0) < 0.9):
        country = None if strays else place.country
        return Spot(place.name, key, country=country, precision=place.precision, confidence=place.confidence)
    return Spot(
        place.name, key, place.geonameid, place.latitude, place.longitude, place.country, place.admin1, place.precision, place.confidence
    )  # fmt: skip


def _others(report: _Report, incident: Incident, events: Iterable[Event]) -> tuple[Spot, ...]:
    places = dict.fromkeys(e.place for e in events if e.place and e.place != incident.place)
    told = [report.by_id.places.get(place) for place in places]
    known = incident.place is not None or any(told)
    spots = (_spot(report, place) for place in (told if known else [report.scene]))
    return tuple({spot.key: spot for spot in spots if spot}.values())[:MOST_OTHERS]


def _keys(by_id: ById, chains: Iterable[str | None]) -> tuple[str, ...]:
    found = []
    for chain in (by_id.chains[c] for c in chains if c and c in by_id.chains):
        if chain.actor:
            found.append(f"actor:{chain.actor}")
        elif chain.name and fold(chain.name):
            found.append(f"name:{fold(chain.name)}")
    return tuple(dict.fromkeys(found))


def _stems(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for text in texts for word in stems_of(text)))[:MOST_WORDS]


def _around(report: _Report, events: Iterable[Event]) -> str:
    """The sentences that the triggers stand in, each once."""
    text, breaks = report.record.document.text, report.breaks
    numbers = sorted({bisect_right(breaks, e.trigger.start) for e in events if e.trigger})
    return "\n".join(text[breaks[k - 1] : breaks[k] if k < len(breaks) else len(text)] for k in numbers)


def _ranges(toll: Toll | None) -> Iterable[Range]:
    for loss in LOSSES if toll else ():
        count: Count | None = getattr(toll, loss)
        if count and (count.low is not None or count.high is not None):
            yield Range(loss, count.low or 0.0, count.high)


def _tolls(report: _Report, incident: Incident) -> Iterable[SourceToll]:
    """The figures of an incident's mentions, those of each source together."""
    by_id, document = report.by_id, report.record.document.id
    said: dict[tuple[str, str | None], dict[str, Count]] = {}
    for quantity in _quantities(report, incident):
        statement = by_id.statements.get(quantity.statement or "")
        source = (by_id.speaker(statement) if statement else None) or NARRATOR
        counts = said.setdefault((source, statement.id if statement else None), {})
        known = counts.get(quantity.of or "")
        if known is None or (quantity.low or 0) > (known.low or 0):
            counts[quantity.of or ""] = Count(quantity.low, quantity.high, quantity.id)
    for (source, said_in), counts in said.items():
        killed, injured, abducted, displaced, arrested = map(counts.get, LOSSES)
        toll = Toll(killed, injured, abducted, displaced, arrested)
        yield SourceToll(document, incident.id, source, toll, said_in)


def _quantities(report: _Report, incident: Incident) -> Iterable[Quantity]:
    by_id = report.by_id
    counted: list[Count | None] = [getattr(incident.toll, loss) for loss in LOSSES] if incident.toll else []
    ids = [i for e in incident.events if e in by_id.events for i in by_id.events[e].quantities]
    ids += [count.quantity for count in counted if count and count.quantity]
    for i in dict.fromkeys(ids):
        quantity = by_id.quantities.get(i)
        if quantity and quantity.of in LOSSES and (quantity.low is not None or quantity.high is not None):
            yield quantity


def _status(incident: Incident, events: Iterable[Event]) -> Status:
    told = {e.status for e in events}
    if told & _OCCURS or (not told and incident.stage != "threatened"):
        return "occurring"
    return "denied" if "denied" in told else "planned"
