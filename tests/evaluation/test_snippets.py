"""The main event of a snippet."""

from __future__ import annotations

from evaluation.snippets import marked
from onrecord.read.labels import SUB_EVENTS
from onrecord.record import Document, Record
from onrecord.record.event import Event
from onrecord.record.span import Span

TEXT = "Shells hit the camp."


def chances(**known: float) -> dict[str, float]:
    return {kind: known.get(kind, 0.001) for kind in SUB_EVENTS}


def test_a_word_for_it_decides_between_likely_types() -> None:
    event = Event("e1", Span.of(TEXT, 0, 6), type="shelling", status="happened")
    record = marked(Record(Document("own", TEXT), events=(event,)), chances(air_strike=0.5, shelling=0.3))
    assert record.events[0].id == "e1"
    assert record.events[0].extra["main"] is True


def test_what_the_whole_tells_stands_where_no_word_does() -> None:
    record = marked(Record(Document("own", TEXT)), chances(air_strike=0.9))
    main = record.events[0]
    assert main.type == "air_strike"
    assert main.acled is not None
    assert main.acled.sub_event_type == "Air/drone strike"


def test_none_of_acleds_types_is_an_answer() -> None:
    main = marked(Record(Document("own", TEXT)), chances(none=0.9)).events[0]
    assert (main.type, main.acled) == ("none", None)
