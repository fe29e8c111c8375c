"""A report of two incidents and two states, written by hand, for what shows and codes events."""

from __future__ import annotations

from typing import Any

from onrecord.record import (
    Argument,
    Chain,
    Count,
    Document,
    Event,
    Incident,
    Mention,
    Participant,
    Perpetrator,
    Place,
    Quantity,
    Record,
    Span,
    State,
    TimeExpression,
    Toll,
)
from tests.cli.records import span, statement

TEXT = (
    "Shells hit Elmstead\n\n"
    "The army shelled Elmstead on Sunday, the mayor said, killing 12 people. A monitor said dozens had died.\n\n"
    "The air command denied that its planes had bombed the mill. Colonel Vesh said rebels would attack Orford in spring.\n\n"
    "Rebels hold Orford. They have hundreds of fighters there.\n"
)


def place(key: str, mention: str, name: str, **values: Any) -> Place:
    """A place that was found on the map, unless the values say otherwise."""
    found = {
        "geonameid": 7, "latitude": 35.5, "longitude": 40.25, "country": "SY", "admin1": "Deir ez-Zor Governorate",
        "precision": "settlement", "role": "event",
    }  # fmt: skip
    return Place(key, mention, name, **(found | values))


def shelling() -> Record:
    """A shelling that two tell with different tolls, a denied air strike, a planned attack, who holds a town, and how many they are."""
    return Record(
        Document("sha256:3", TEXT, title="Shells hit Elmstead", publisher="The Ferry Post", published="2018-12-24"),
        mentions=(
            Mention("m1", at(TEXT, "Elmstead", "Elmstead on"), "location", "name"),
            Mention("m2", span(TEXT, "Orford"), "location", "name"),
        ),
        chains=(
            Chain("c1", "organisation", "Syrian army", (), "syria-armed-forces"),
            Chain("c2", "organisation", "rebels", ()),
            Chain("c3", "person", "Mayor Alda Brun", ()),
        ),
        times=(
            TimeExpression("t1", span(TEXT, "on Sunday"), "DATE", "2018-12-23", "2018-12-23", "2018-12-23", "day", "anchored"),
            TimeExpression("t2", span(TEXT, "spring"), "DATE", None, None, None, "season", "unanchored"),
        ),
        places=(place("p1", "m1", "Elmstead"), place("p2", "m2", "Orford", latitude=None, longitude=None, geonameid=None)),
        statements=(
            statement(TEXT, "s1", "the mayor", "said", "The army shelled Elmstead on Sunday", "killing 12 people", chain="c3"),
            statement(TEXT, "s2", "A monitor", "monitor said", "dozens had died"),
            statement(
                TEXT, "s3", "The air command", "denied", "that its planes had bombed the mill", chain="c1", speech_act="deny",
                polarity="negative",
            ),
            statement(TEXT, "s4", "Colonel Vesh", "Vesh said", "rebels would attack Orford in spring", tense="future"),
        ),
        events=(
            Event(
                "ev1", span(TEXT, "shelled"), "shelling",
                arguments=(Argument("actor", "c1", (span(TEXT, "The army"),)), Argument("victim", None, (span(TEXT, "people"),))),
                place="p1", time="t1", quantities=("q1",), certainty="certain", polarity="positive", status="happened",
                asserted_by=("s1",), incident="i1",
            ),
            Event(
                "ev2", span(TEXT, "died"), "shelling", quantities=("q2",), certainty="certain", polarity="positive",
                status="happened", asserted_by=("s2",), incident="i1",
            ),
            Event(
                "ev3", span(TEXT, "bombed"), "air_strike", arguments=(Argument("actor", "c1", (span(TEXT, "its planes"),)),),
                certainty="certain", polarity="negative", status="denied", asserted_by=("s3",),
            ),
            Event(
                "ev4", span(TEXT, "attack"), "armed_clash", arguments=(Argument("actor", "c2", (span(TEXT, "rebels"),)),),
                place="p2", time="t2", certainty="certain", polarity="positive", status="planned", asserted_by=("s4",),
            ),
        ),
        incidents=(
            Incident(
                "i1", "shelling", "accomplished", ("ev1", "ev2"), "p1", "t1",
                perpetrators=(Perpetrator((span(TEXT, "The army"),), "c1", "organisation", "fact"),),
                victims=(Participant((span(TEXT, "people"),)),),
                toll=Toll(killed=Count(12, 99, "q1")),
            ),
        ),
        quantities=(
            Quantity("q1", span(TEXT, "12 people"), 12, 12, "exact", "persons", "killed", "s1"),
            Quantity("q2", span(TEXT, "dozens"), 24, 99, "vague", "persons", "killed", "s2"),
            Quantity("q3", span(TEXT, "hundreds of fighters"), 200, 999, "vague", "persons", "strength", "narrator"),
        ),
        states=(
            State(
                "st1", "controls_territory", "c2", "p2", None, span(TEXT, "hold Orford"), certainty="certain",
                polarity="positive", asserted_by=("narrator",),
            ),
            State(
                "st2", "strength", "c2", "p2", None, span(TEXT, "hundreds of fighters"), 200, 999, "certain", "positive",
                ("narrator",),
            ),
        ),
    )  # fmt: skip


def at(text: str, words: str, within: str) -> Span:
    """Where words stand within longer ones that stand once in the text."""
    start = text.index(within) + within.index(words)
    return Span(start, start + len(words), words)
