"""Reports in which every word of others is an attack on whoever shows it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.record import (
    Chain,
    Content,
    Count,
    Cue,
    Dateline,
    Document,
    Event,
    Incident,
    Mention,
    Note,
    Participant,
    Perpetrator,
    Place,
    Quantity,
    Reader,
    Record,
    Removed,
    Source,
    Span,
    Statement,
    TimeExpression,
    Toll,
    document_id,
)
from onrecord.record.original import Original
from tests.browser.vectors import vectors

BEFORE = ("", '">', "'>", "</title></textarea></style></script>", "\u202e{{ 7 * 7 }} ")


def attacks(address: str) -> list[str]:
    """Three hundred texts; what runs marks the page, and what loads asks the address."""
    return [f"{before}{one}" for before in BEFORE for one in vectors(address)]


def reports(address: str) -> Iterator[tuple[Original, Record]]:
    """A report for each attack, with the attack in its title, its text, its names and its notes."""
    for number, attack in enumerate(attacks(address)):
        yield _report(number, attack)


def _report(number: int, attack: str) -> tuple[Original, Record]:
    text, at = "", {}
    for words, name in (
        ("A ", ""), (f"strike {attack}", "trigger"), (" on ", ""), (f"Town {attack}", "town"), (" killed ", ""), (f"{number % 7 + 2}", "figure"),
        (" people on ", ""), ("12 November 2018", "day"), (", ", ""), (f"the ministry {attack}", "source"), (" ", ""), ("said", "cue"),
        (f".\nReport {number}. {attack}\n", "rest"),
    ):  # fmt: skip
        at[name] = (len(text), len(text) + len(words))
        text += words

    def span(first: str, last: str | None = None) -> Span:
        return Span.of(text, at[first][0], at[last or first][1])

    document = Document(
        document_id(text.encode()), text, f"{attack} title", url=f"javascript:{attack}", publisher=f"{attack} Post {number % 12}", byline=attack,
        credit=attack, dateline=Dateline(attack, attack), published="2018-11-12", language="en", removed=(Removed(span("rest"), attack),),
    )  # fmt: skip
    record = Record(
        document,
        mentions=(
            Mention("m-1", span("town"), "location", "name", "c-1", 0.5), Mention("m-2", span("source"), "organisation", "name", "c-2", 0.5),
        ),
        chains=(Chain("c-1", "location", f"Town {attack}", ("m-1",), place="p-1"), Chain("c-2", "organisation", f"ministry {attack}", ("m-2",))),
        times=(TimeExpression("t-1", span("day"), "DATE", "2018-11-12", "2018-11-12", "2018-11-12", "day", "written"),),
        places=(Place("p-1", "m-1", f"Town {attack}", 173480, 34.5, 40.9, "PPL", "SY", attack, "settlement", "event", 0.5, why=attack),),
        statements=(
            Statement(
                "s-1", "indirect", Source((span("source"),), "c-2", f"ministry {attack}", "organisation"), Cue((span("cue"),)),
                Content((span("trigger", "day"),)), tense="past", confidence=0.5,
            ),
        ),
        events=(
            Event(
                "e-1", span("trigger"), "air_strike", place="p-1", time="t-1", quantities=("q-1",), status="happened", certainty="certain",
                polarity="positive", asserted_by=("s-1",), incident="i-1", confidence=0.5,
            ),
        ),
        incidents=(
            Incident(
                "i-1", "air_strike", "accomplished", ("e-1",), "p-1", "t-1", (Perpetrator((span("source"),), "c-2"),),
                (Participant((span("town"),), "c-1"),), toll=Toll(Count(number % 7 + 2, number % 7 + 2, "q-1")),
            ),
        ),
        quantities=(Quantity("q-1", span("figure"), number % 7 + 2, number % 7 + 2, "exact", "persons", "killed", "s-1"),),
        reader=Reader(attack, attack, "0" * 64, 0.1), notes=(Note(attack, attack),),
    )  # fmt: skip
    return Original.of(text.encode(), "text/html", f"{attack}.html"), record
