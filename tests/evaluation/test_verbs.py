"""Every verb of a text with its place, for a corpus that marks verbs of any kind."""

from __future__ import annotations

from typing import cast

from evaluation.verbs import other_verbs, with_every_verb
from onrecord.read.reader import Reader
from onrecord.record import Document, Event, Mention, Place, Record, Span
from tests.evaluation.fakes import SaidReader

TEXT = "Gunmen shelled the hall of Bir Hadi, which hosted a concert."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words), words)


def record() -> Record:
    return Record(
        Document("sha256:0", TEXT),
        mentions=(Mention("m0", span("Bir Hadi"), "location", "name"),),
        places=(Place("p0", "m0", "Bir Hadi"),),
        events=(Event("e0", span("shelled"), "shelling", place="p0"),),
    )


def test_a_verb_that_is_no_event_is_put_forward_with_the_place_that_the_network_gives() -> None:
    found = with_every_verb(record(), cast(Reader, SaidReader()))
    assert [(event.trigger and event.trigger.text, event.place) for event in found.events] == [
        ("shelled", "p0"),
        ("hosted", "p0"),
    ]


def test_words_of_names_and_of_events_are_no_other_verbs() -> None:
    assert [verb.text for verb in other_verbs(record())] == ["hosted"]
