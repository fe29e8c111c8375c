"""Happenings as events, where they were as addresses, and who is said to have done it as links that say no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from onrecord.export.ftm.actors import actor_id_of, schema_of
from onrecord.export.ftm.entity import address, days_of, entity, proofs
from onrecord.export.ftm.reports import document_id_of
from onrecord.export.public import Speakers, entry_of
from onrecord.export.shelf import Taken
from onrecord.ontology import load_ontology
from onrecord.record import Happening, Told, Where, make_id
from onrecord.record.vocabulary import Blame
from onrecord.reference.registry import Entry, Registry
from onrecord.wording.circumstances import figure

__all__ = ["address_of", "blamed_in", "event_id_of", "event_of", "harmed_in", "link_of", "may_be_blamed", "place_id_of"]

_POINTS: Final = frozenset({"site", "settlement"})
"""Only these are places on earth that a pair of degrees can stand for."""
_NEVER_BLAMED: Final = frozenset({"person", "office", "monitor", "outlet"})
_NOT_DONE: Final = frozenset({"planned", "threatened", "demanded", "hypothetical", "denied"})
_HARMS: Final = ("killed", "injured", "abducted", "displaced", "arrested")
_BLAMES: Final[dict[Blame | None, str]] = {
    None: "as the report tells it",
    "fact": "as the report tells it",
    "claimed": "claimed, by itself or by others",
    "suspected": "suspected",
    "suspected_by_authorities": "suspected by authorities",
    "possible": "possible",
}


def event_id_of(happening: Happening) -> str:
    """The id of a happening's entity: its first telling, so that it stays while others are added."""
    return make_id("event", *(happening.incidents[0] if happening.incidents else (happening.id,)))


def place_id_of(place: Where | None) -> str | None:
    """The id of the entity for where something was; None where nothing is known of that."""
    if place is None or not (place.name or place.country):
        return None
    return make_id("place", place.geonameid, None if place.geonameid else place.name, place.country, place.precision)


def address_of(place: Where, documents: Iterable[str]) -> dict[str, Any]:
    """Where something was. It has degrees only where the place is as small as a settlement."""
    point = place.precision in _POINTS
    return entity(
        place_id_of(place) or "place",
        "Address",
        {
            "name": _where(place),
            "full": address(_where(place), place.country),
            "country": place.country.lower() if place.country else None,
            "city": place.name if place.precision == "settlement" else None,
            "latitude": f"{place.latitude:g}" if point and place.latitude is not None else None,
            "longitude": f"{place.longitude:g}" if point and place.longitude is not None else None,
            "remarks": f"precision: {(place.precision or 'none').replace('_', ' ')}",
            "keywords": f"geonames:{place.geonameid}" if place.geonameid else None,
            "proof": proofs(documents),
        },
    )


def event_of(happening: Happening, taken: list[Taken], registry: Registry, harmed: Iterable[Entry]) -> dict[str, Any]:
    """A happening as an entity.

    Args:
        happening: The happening.
        taken: The reports that tell of it.
        registry: The actors that are known.
        harmed: Who is among those whom it was done to.
    """
    known = load_ontology().types.get(happening.type or "")
    what = known.name if known else (happening.type or "event").replace("_", " ")
    place, time = happening.place, happening.time
    date = days_of(time.earliest, time.latest) if time else None
    days = " to ".join(dict.fromkeys(day for day in (time.earliest, time.latest) if day)) if time else ""
    tellings = len(taken)
    told = f"Machine-read and not checked. Told by {tellings} report{'' if tellings == 1 else 's'}."
    return entity(
        event_id_of(happening),
        "Event",
        {
            "name": ", ".join(filter(None, (what, _where(place) if place else None, days))),
            "summary": " ".join([told, f"When: {days or 'not known'}.", *_tolls(happening, taken, registry)]),
            "keywords": ["machine output", f"type: {happening.type}" if happening.type else None],
            "recordId": happening.id,
            "date": date,
            "country": place.country.lower() if place and place.country else None,
            "location": address(_where(place), place.country) if place else None,
            "addressEntity": place_id_of(place),
            "involved": [actor_id_of(entry) for entry in harmed],
            "proof": proofs(document_id_of(one.report.record.document.id) for one in taken),
        },
    )


def may_be_blamed(entry: Entry) -> bool:
    """Whether a machine's word is enough to draw a line from an actor to an act; it never is for people, and who reports did not act."""
    return entry.kind not in _NEVER_BLAMED and schema_of(entry) is not None


def blamed_in(happening: Happening, document: str, taken: Taken, registry: Registry) -> Iterator[tuple[Entry, str]]:
    """Who one report says to have done it, as far as they are in the registry, and how firmly; nobody where it is told as not done."""
    for incident, events in _told(happening, document, taken):
        done = [event for event in events if event.status not in _NOT_DONE and event.polarity != "negative"]
        if events and not done:
            continue
        sure = any(event.certainty in ("certain", None) for event in done) or not done
        for one in incident.perpetrators:
            entry = entry_of(taken.parts.chains.get(one.chain or ""), registry)
            if entry is not None and schema_of(entry) is not None:
                yield entry, _BLAMES[one.blame] + ("" if sure else "; not told as certain")


def harmed_in(happening: Happening, document: str, taken: Taken, registry: Registry) -> Iterator[Entry]:
    """Whom it was done to, as far as they are bodies or people of the registry."""
    for incident, _ in _told(happening, document, taken):
        for one in (*incident.targets, *incident.victims):
            entry = entry_of(taken.parts.chains.get(one.chain or ""), registry)
            if entry is not None and schema_of(entry) not in (None, "Position"):
                yield entry


def link_of(
    entry: Entry, event: str, role: str, status: str, documents: Iterable[str], **more: str | None
) -> dict[str, Any]:
    """An allegation: a line between an actor and an event that says no more than that somebody drew it."""
    return entity(
        make_id("link", entry.id, event, role, status, more.get("recordId")),
        "UnknownLink",
        {
            "subject": actor_id_of(entry), "object": event, "role": role, "status": status, "proof": proofs(documents),
            "summary": "An allegation as reports tell it. Machine-read and not checked.", **more,
        },
    )  # fmt: skip


def _told(happening: Happening, document: str, taken: Taken) -> Iterator[Told]:
    for other, incident in happening.incidents:
        if other == document and incident in taken.incidents:
            yield taken.incidents[incident]


def _where(place: Where) -> str:
    name = place.name or "a place without a name"
    return f"near {name}" if place.precision == "near" else name


def _tolls(happening: Happening, taken: list[Taken], registry: Registry) -> Iterator[str]:
    """For each harm every figure with who gives it."""
    of = {one.report.record.document.id: one for one in taken}
    for harm in _HARMS:
        given: dict[str, None] = {}
        for told in happening.toll:
            count, report = getattr(told.toll, harm), of.get(told.document)
            if count is not None and report is not None and (number := figure(count.low, count.high)):
                given[f"{number} ({Speakers(report.parts, registry).of(told, report.outlet).name})"] = None
        if given:
            yield f"{harm.capitalize()}: {', '.join(given)}."
