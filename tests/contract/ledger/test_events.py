"""Events, tolls, numbers, states and relations in a ledger: in their tables, in the views, and in what is found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import text

from onrecord.ledger import Ledger
from onrecord.record import Reader
from onrecord.record.original import Original
from tests.cli.happenings import TEXT, shelling

FIRST = Reader("tester", "1")


def rows(ledger: Ledger, query: str) -> list[tuple[Any, ...]]:
    with ledger._store.reading() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def added(ledger: Ledger) -> None:
    record = replace(shelling(), reader=FIRST)
    ledger.add(Original.of(TEXT.encode(), "text/plain", "report.txt"), record)
    assert ledger.get_record("r1") == record


def test_every_table_of_events_is_filled(ledger: Ledger) -> None:
    added(ledger)
    assert not list(ledger.verify())
    assert rows(ledger, "SELECT id, type, status, trigger_words, incident FROM events ORDER BY start_offset") == [
        ("r1.1.e1", "shelling", "happened", "shelled", "r1.1.i1"),
        ("r1.1.e2", "shelling", "happened", "died", "r1.1.i1"),
        ("r1.1.e3", "air_strike", "denied", "bombed", None),
        ("r1.1.e4", "armed_clash", "planned", "attack", None),
    ]
    assert rows(ledger, "SELECT event, role, chain, text FROM arguments WHERE event = 'r1.1.e1' ORDER BY id") == [
        ("r1.1.e1", "actor", "r1.1.c1", "The army"),
        ("r1.1.e1", "victim", None, "people"),
    ]
    assert rows(ledger, "SELECT type, stage, place, time FROM incidents") == [
        ("shelling", "accomplished", "r1.1.p1", "r1.1.t1")
    ]
    assert rows(ledger, "SELECT role, chain, kind, blame FROM participants ORDER BY role") == [
        ("perpetrator", "r1.1.c1", "organisation", "fact"),
        ("victim", None, None, None),
    ]
    assert rows(ledger, "SELECT harm, low, high, quantity FROM tolls") == [("killed", 12, 99, "r1.1.q1")]
    assert rows(ledger, "SELECT text, low, high, about, event, statement, narrator FROM quantities ORDER BY id") == [
        ("12 people", 12, 12, "killed", "r1.1.e1", "r1.1.s1", 0),
        ("dozens", 24, 99, "killed", "r1.1.e2", "r1.1.s2", 0),
        ("hundreds of fighters", 200, 999, "strength", None, None, 1),
    ]
    assert rows(ledger, "SELECT kind, holder, place, low FROM states ORDER BY id") == [
        ("controls_territory", "r1.1.c2", "r1.1.p2", None),
        ("strength", "r1.1.c2", "r1.1.p2", 200),
    ]


def test_the_views_tell_who_says_what_happened(ledger: Ledger) -> None:
    added(ledger)
    told = rows(ledger, "SELECT id, status, speaker, place, earliest, narrator FROM what_happened ORDER BY id")
    assert told == [
        ("r1.1.e1", "happened", "the mayor", "Elmstead", "2018-12-23", 0),
        ("r1.1.e2", "happened", "A monitor", None, None, 0),
        ("r1.1.e3", "denied", "The air command", None, None, 0),
        ("r1.1.e4", "planned", "Colonel Vesh", "Orford", None, 0),
    ]
    given = rows(ledger, "SELECT text, about, speaker, event_type FROM figures WHERE about = 'killed' ORDER BY id")
    assert given == [("12 people", "killed", "the mayor", "shelling"), ("dozens", "killed", "A monitor", "shelling")]
    assert rows(ledger, "SELECT kind, holder, place, narrator FROM what_holds ORDER BY id") == [
        ("controls_territory", "rebels", "Orford", 1),
        ("strength", "rebels", "Orford", 1),
    ]


def test_sentences_are_found_by_what_happens_in_them(ledger: Ledger) -> None:
    added(ledger)
    assert [hit.sentence.text[:9] for hit in ledger.find("the", event="shelling")] == ["The army "]
    assert [hit.sentence.text[:15] for hit in ledger.find("the", status="denied")] == ["The air command"]
    assert not list(ledger.find("the", event="shelling", status="denied"))
    assert len(list(ledger.find("Orford", event="armed_clash", speaker="vesh"))) == 1
