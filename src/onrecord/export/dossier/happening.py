"""The page of a happening: where and when it was, who tells it how, the toll by each source, the reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.export.dossier.lists import judgement_list, report_list
from onrecord.export.dossier.page import Sources, foot, foreign, page_head
from onrecord.export.dossier.quotation import quotation, report_words
from onrecord.export.dossier.ranges import Given, range_table
from onrecord.export.html.markup import in_text
from onrecord.export.shelf import Taken
from onrecord.ontology import load_ontology
from onrecord.record import NARRATOR, Event, Happening, Incident, When, Where

__all__ = ["happening_page", "title_of"]

_WARNING: Final = (
    "Machine output, not checked. A program read the reports and took what they tell for one event, with this place and date. "
    "It errs in all of these. Nothing here is called true; read the words."
)
_HARMS: Final = ("killed", "injured", "abducted", "displaced", "arrested")
_POINTS: Final = frozenset({"site", "settlement"})
_BLAMES: Final = {
    "claimed": "so it is claimed",
    "suspected": "suspected",
    "suspected_by_authorities": "suspected by authorities",
    "possible": "possibly",
}


def title_of(happening: Happening) -> str:
    """What, where and when it was, in a line."""
    known = load_ontology().types.get(happening.type or "")
    what = known.name if known else (happening.type or "something").replace("_", " ")
    return ", ".join(filter(None, (what, _where(happening.place), _days(happening.time))))


def happening_page(happening: Happening, sources: Sources) -> Iterator[str]:
    """Writes the page of a happening, piece by piece."""
    title = title_of(happening)
    yield page_head(f"{happening.id}: {title}")
    yield f'<p class="brand">Happening {in_text(happening.id)} · dossier</p>\n<h1>{foreign(title)}</h1>\n'
    yield f'<p class="warning">{_WARNING}</p>\n<dl class="facts">'
    for name, told in _facts(happening):
        yield f"<dt>{name}</dt><dd>{foreign(told)}</dd>"
    yield "</dl>\n<h2>Who tells it how</h2>\n"
    for document, incident in happening.incidents:
        yield from _telling(happening, document, incident, sources)
    yield from _tolls(happening, sources)
    yield from judgement_list(sources, happening.id, happening.incidents)
    yield from report_list(sources, [document for document, _ in happening.incidents])
    yield from foot(sources)


def _where(place: Where | None) -> str | None:
    if place is None or not place.name:
        return None
    return f"near {place.name}" if place.precision == "near" else place.name


def _days(time: When | None) -> str | None:
    days = dict.fromkeys(day for day in (time.earliest, time.latest) if day) if time else {}
    return " to ".join(days) or None


def _facts(happening: Happening) -> Iterator[tuple[str, str]]:
    place, time = happening.place, happening.time
    precision = f" ({time.precision})" if time and time.precision else ""
    yield "when", f"{_days(time) or 'not known'}{precision}"
    told = [_where(place), place.country, f"precision: {place.precision}" if place.precision else None] if place else []
    if place and place.latitude is not None and place.longitude is not None:
        at = f"{place.latitude:g}, {place.longitude:g}"
        told.append(at if place.precision in _POINTS else f"{at} is the middle of it, not where it was")
    yield "where", "; ".join(filter(None, told)) or "not known"
    if status := happening.extra.get("status"):
        yield "told only as", str(status)
    if happening.why:
        yield "taken for one event, since", happening.why


def _telling(happening: Happening, document: str, incident: str, sources: Sources) -> Iterator[str]:
    taken = sources.take(document)
    if taken is None or incident not in taken.incidents:
        sources.account.leave_out("incident", f"{happening.id} {incident}", "its report is not at hand")
        yield f'<p class="soft">told in a report that is not at hand: {in_text(document)}</p>'
        return
    told, events = taken.incidents[incident]
    yield f'<section class="voice"><h3 class="who">{report_words(taken)}</h3>\n'
    if who := list(_parties(told, taken)):
        yield f'<p class="parties">{"; ".join(who)}</p>\n'
    for event in events:
        if event.trigger is not None:
            yield quotation(taken, (event.trigger,), told=list(_how(event, taken)))
    yield "</section>\n"


def _parties(told: Incident, taken: Taken) -> Iterator[str]:
    for one in told.perpetrators:
        blame = _BLAMES.get(one.blame or "")
        yield f"by {foreign(_name(one.chain, one.spans, taken))}{f' ({blame})' if blame else ''}"
    for name, many in (("target", told.targets), ("victim", told.victims), ("with", told.instruments)):
        for each in many:
            yield f"{name}: {foreign(_name(each.chain, each.spans, taken))}"


def _name(chain: str | None, spans: tuple[object, ...], taken: Taken) -> str:
    found = taken.parts.chains.get(chain or "")
    words = " … ".join(getattr(span, "text", "") for span in spans)
    return (found.name if found else None) or words or "?"


def _how(event: Event, taken: Taken) -> Iterator[str]:
    yield in_text((event.type or "something").replace("_", " "))
    if event.status:
        yield f"told as: {in_text(event.status)}"
    if event.certainty and event.certainty != "certain":
        yield f"certainty: {in_text(event.certainty)}"
    if event.polarity == "negative":
        yield "told as not so"
    voices = ["the report itself" if key == NARRATOR else _speaker(key, taken) for key in event.asserted_by]
    if voices:
        yield f"according to {', '.join(map(foreign, dict.fromkeys(voices)))}"


def _speaker(statement: str, taken: Taken) -> str:
    found = taken.parts.statements.get(statement)
    return (taken.parts.speaker(found) if found else None) or "nobody named"


def _tolls(happening: Happening, sources: Sources) -> Iterator[str]:
    tables = [(harm, list(_given(happening, harm, sources))) for harm in _HARMS]
    if any(given for _, given in tables):
        yield "<h2>Toll, by each source</h2>\n"
    for harm, given in tables:
        if given:
            yield from range_table(harm.capitalize(), given)


def _given(happening: Happening, harm: str, sources: Sources) -> Iterator[Given]:
    for told in happening.toll:
        count, taken = getattr(told.toll, harm), sources.take(told.document)
        if count is not None and (count.low is not None or count.high is not None):
            who = "the report itself" if told.source == NARRATOR else told.source
            yield who, f"report {taken.report.id}" if taken else told.document, count.low, count.high
