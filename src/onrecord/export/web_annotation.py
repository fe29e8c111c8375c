"""What was read in a report as W3C Web Annotations: a page of annotations for each report, on one line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from onrecord.export.json_lines import json_line
from onrecord.export.material import Account, Format, Material, Reported, Sink
from onrecord.record import ById, Document, Event, Place, Span, Statement, TimeExpression, make_id
from onrecord.version import __version__

__all__ = ["FORMAT", "write"]

_AROUND: Final = 32
"""Characters before and after that are given with a quotation, to find it in a text that has changed."""


def write(material: Material, sink: Sink, account: Account) -> None:
    """Writes an annotation for each part of a statement, each event, place and time.

    Positions count Unicode code points of the report's text, as the recommendation of 2017 wants it and as the record has them.
    """
    with sink.file("annotations.jsonl") as out:
        for report in material.iter_reports():
            out.write(json_line(_page(report, account)))
            account.wrote("report")


FORMAT = Format("web-annotation", "W3C Web Annotations", ".jsonl", "application/x-ndjson", write)


def _page(report: Reported, account: Account) -> dict[str, Any]:
    items = list(_items(report, account))
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:onrecord:annotations:{report.sha256}",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }


def _items(report: Reported, account: Account) -> Iterator[dict[str, Any]]:
    record, parts = report.record, ById.of(report.record)
    for statement in record.statements:
        for tag, spans in _of_statement(statement):
            for span in spans:
                yield _annotation(report, span, f"statement: {tag}", _statement_words(statement, parts), statement.id)
                account.wrote("statement part")
    for event in record.events:
        if event.trigger is None:
            account.leave_out("event", f"{report.id} {event.id}", "no words of the text tell of it")
            continue
        yield _annotation(report, event.trigger, "event", _event_words(event), event.id)
        account.wrote("event")
    for place in record.places:
        mention = parts.mentions.get(place.mention or "")
        if mention is None:
            account.leave_out("place", f"{report.id} {place.id}", "no words of the text name it")
            continue
        yield _annotation(report, mention.span, "place", _place_words(place), place.id)
        account.wrote("place")
    for time in record.times:
        if time.span is None:
            account.leave_out("time", f"{report.id} {time.id}", "no words of the text tell of it")
            continue
        yield _annotation(report, time.span, "time", _time_words(time), time.id)
        account.wrote("time")


def _of_statement(statement: Statement) -> Iterator[tuple[str, tuple[Span, ...]]]:
    if statement.source:
        yield "source", statement.source.spans
    if statement.cue:
        yield "cue", statement.cue.spans
    yield "content", statement.content.spans


def _annotation(report: Reported, span: Span, tag: str, told: str, part: str) -> dict[str, Any]:
    document = report.record.document
    return {
        "id": f"urn:onrecord:annotation:{make_id('a', report.sha256, part, tag, span.start, span.end)}",
        "type": "Annotation",
        "motivation": "classifying",
        "generator": {"type": "Software", "name": f"onrecord {__version__}"},
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": tag},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": f"{told} (machine output)" if told else "machine output",
            },
        ],
        "target": {
            "source": document.url or f"urn:sha256:{report.sha256}",
            "state": {"type": "TimeState", "sourceDate": report.added, "cached": f"urn:sha256:{report.sha256}"},
            "selector": [
                _quote(document, span),
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
    }


def _quote(document: Document, span: Span) -> dict[str, Any]:
    return {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": document.text[max(0, span.start - _AROUND) : span.start],
        "suffix": document.text[span.end : span.end + _AROUND],
    }


def _statement_words(statement: Statement, parts: ById) -> str:
    """Which statement it belongs to, and how surely that one is made."""
    told = [f"statement {statement.id}", f"source: {parts.speaker(statement) or 'nobody named'}", statement.speech_act]
    told.append(statement.certainty if statement.certainty != "certain" else None)
    told.append("negative" if statement.polarity == "negative" else None)
    told.append(f"inside {statement.inside}" if statement.inside else None)
    return "; ".join(filter(None, told))


def _event_words(event: Event) -> str:
    told = [event.type, event.status, event.certainty if event.certainty != "certain" else None]
    told.append("negative" if event.polarity == "negative" else None)
    told.append(f"according to {', '.join(event.asserted_by)}" if event.asserted_by else None)
    return "; ".join(filter(None, told))


def _place_words(place: Place) -> str:
    told = [place.name, place.country, place.precision, f"role: {place.role}" if place.role else None]
    told.append(f"geonames:{place.geonameid}" if place.geonameid else "not found on the map")
    return "; ".join(filter(None, told))


def _time_words(time: TimeExpression) -> str:
    days = dict.fromkeys(day for day in (time.earliest, time.latest) if day)
    return "; ".join(filter(None, [time.value, " to ".join(days) or "no date", time.precision, time.derivation]))
