"""Events tied to who, where and when."""

from __future__ import annotations

from dataclasses import replace

from onrecord.read.events import find_events
from onrecord.record import Chain, Event, Quantity, Record, Span, TimeExpression
from onrecord.reference.gazetteer import open_gazetteer
from onrecord.resolve.events import tie_events
from onrecord.resolve.locating import locate
from tests.resolve.locating.reports import marked


def tied(report: str, *, chains: tuple[Chain, ...] = (), time: str | None = None, number: str | None = None) -> Record:
    record = locate(marked(report), open_gazetteer())
    text = record.document.text

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words), words)

    of_mention = {mention: chain.id for chain in chains for mention in chain.mentions}
    mentions = tuple(replace(m, chain=of_mention.get(m.span.text)) for m in record.mentions)
    times = (TimeExpression("t1", span(time), "DATE"),) if time else ()
    numbers = (Quantity("q1", span(number), 3, 3, of="killed"),) if number else ()
    events = find_events(text, (), mentions)
    return tie_events(replace(record, mentions=mentions, chains=chains, times=times, quantities=numbers, events=events))


def place_of(record: Record, event: Event) -> str | None:
    return next((place.name for place in record.places if place.id == event.place), None)


def first(record: Record, trigger: str) -> Event:
    return next(event for event in record.events if event.trigger and event.trigger.text == trigger)


def test_an_event_has_the_place_that_its_clause_names() -> None:
    record = tied("Rebels attacked a checkpoint in [Homs], and soldiers shelled houses in [Raqqa].")
    assert place_of(record, first(record, "attacked")) == "Homs"
    assert place_of(record, first(record, "shelled")) == "Raqqa"
    assert {place.role for place in record.places} == {"event"}


def test_where_a_speaker_comes_from_is_no_place_of_what_he_tells() -> None:
    record = tied("A commander from [Damascus] attacked the rebels.")
    assert first(record, "attacked").place is None


def test_a_sentence_without_a_place_goes_on_where_the_story_is() -> None:
    record = tied("Soldiers shelled houses in [Raqqa]. Rebels later attacked the soldiers.")
    assert place_of(record, first(record, "attacked")) == "Raqqa"


def test_what_is_called_a_town_is_rather_the_place() -> None:
    record = tied("Rebels from the hills attacked soldiers in the [Homs] town of [Palmyra].")
    assert place_of(record, first(record, "attacked")) == "Palmyra"


def test_the_wider_place_is_not_the_place() -> None:
    record = tied("Soldiers shelled houses in [Hajin], in [Syria].")
    assert place_of(record, first(record, "shelled")) == "Hajin"


def test_an_event_has_the_date_of_its_clause() -> None:
    record = tied("Rebels attacked the base on Monday.", time="Monday")
    assert first(record, "attacked").time == "t1"


def test_an_event_has_what_is_counted_in_its_sentence() -> None:
    record = tied("An air strike killed three people. Rebels attacked the base.", number="three")
    assert [event.quantities for event in record.events] == [("q1",), ()]


def test_arguments_have_the_chain_of_their_head() -> None:
    chain = Chain("c1", "organisation", "Taliban", mentions=("Taliban",))
    record = tied("The [o:Taliban] attacked the base.", chains=(chain,))
    assert [(a.role, a.chain) for a in first(record, "attacked").arguments] == [("actor", "c1"), ("target", None)]


def test_who_takes_a_place_is_told_by_the_registry() -> None:
    chain = Chain("c1", "organisation", "Ansar Allah", mentions=("Ansar Allah",), actor="islamic-state")
    record = tied("[o:Ansar Allah] seized the town after fighting the army.", chains=(chain,))
    assert first(record, "seized").type == "non_state_actor_overtakes_territory"


def test_a_record_without_events_stays_as_it_is() -> None:
    record = marked("The orchard blossomed early in [Homs].")
    assert tie_events(record) is record


def test_what_lies_long_before_the_report_is_background() -> None:
    record = tied("Rebels attacked the base on Monday.", time="Monday")
    for latest, background in (("2019-03-01", None), ("2018-01-01", True)):
        times = tuple(replace(time, latest=latest) for time in record.times)
        again = tie_events(replace(record, document=replace(record.document, published="2019-03-02"), times=times))
        assert first(again, "attacked").extra.get("background") == background
