"""What is within a filter, on either database: each limit for reports, claims, happenings and statements."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Table, select

from onrecord.errors import FilterError
from onrecord.ledger import Ledger
from onrecord.ledger.browsing.limits import claim_limits, happening_limits, report_limits, statement_limits
from onrecord.ledger.linking.tables import CLAIMS, HAPPENINGS
from onrecord.ledger.parts import STATEMENTS
from onrecord.ledger.tables import REPORTS
from onrecord.link.rooms import Room, Rooms
from onrecord.link.shelf import Pair
from onrecord.pipeline.linking import link_ledger
from onrecord.record import (
    Chain,
    Content,
    Event,
    Filter,
    Happening,
    Incident,
    Mention,
    Perpetrator,
    Place,
    Reader,
    Record,
    Source,
    Span,
    Statement,
    When,
    Where,
    dumps,
)
from onrecord.record.original import Original
from tests.link import fake_rooms
from tests.link.fake_rooms import FAKES, record_of

SUSAH, HAJIN = (34.5, 40.9), (34.7, 40.83)


def read(document: str, text: str, **more: str) -> Record:
    """A report in the manner of the fake rooms, with the parts that a filter looks at."""
    record = record_of(document, text)
    hit = fake_rooms.LINE.search(text)
    assert hit is not None
    whole, who = Span.of(text, hit.start(), hit.end()), Span.of(text, *hit.span("who"))
    where = SUSAH if hit["place"] == "Susah" else HAJIN
    return replace(
        record,
        document=replace(record.document, **more),
        mentions=(Mention("m1", who, "person", "name", "k1"),),
        chains=(Chain("k1", "organisation", f"The {hit['who']}", ("m1",)), Chain("k2", "location", hit["place"], ())),
        places=(
            Place("p1", None, hit["place"], None, *where, country="SY", precision="settlement", role="event"),
            Place("p2", None, "Syria", None, 34.6, 40.85, precision="country"),
        ),
        statements=(Statement("s1", "indirect", Source((who,), "k1", hit["who"]), None, Content((whole,))),),
        events=(Event("e1", whole, hit["type"].lower(), asserted_by=("s1",), incident=f"i-{hit.start()}"),),
        incidents=(
            Incident(
                f"i-{hit.start()}", hit["type"].lower(), events=("e1",), perpetrators=(Perpetrator((who,), "k1"),)
            ),
        ),
    )


def placed(shelf: Any) -> Room[Any]:
    """Happenings of the fake rooms, with a place and, at Susah, with a date."""
    room = fake_rooms.happenings(shelf)

    def build(items: Any, pairs: dict[Pair, Any], judged: Any) -> Any:
        for group in room.build(items, pairs, judged):
            happening: Happening = group.linked
            place = items[group.members[0]].place
            latitude, longitude = SUSAH if place == "Susah" else HAJIN
            when = When("2018-12-18", "2018-12-20", "days") if place == "Susah" else None
            where = Where(place, None, latitude, longitude, "SY", "settlement")
            told = replace(happening, type=(happening.type or "").lower(), place=where, time=when)
            yield replace(group, linked=told)

    return replace(room, build=build)


ROOMS = Rooms(FAKES.items, {**FAKES.open, "happenings": placed})


@pytest.fixture
def war(ledger: Ledger) -> Ledger:
    """r1 and r2 contest the shelling of Susah; r3 alone has the raid on Hajin."""
    for record in (
        read("d1", "Shelling in Susah: Observatory says it. The café burned."),
        read("d2", "Shelling in Susah: Army denies it.", publisher="Euphrates Wire", published="2019-01-20"),
        read("d3", "Raid in Hajin: Mayor says it. Раненых нет.", published="2019-02-01"),
    ):
        ledger.add(Original.of(dumps(record).encode(), "application/json", record.document.id), record)
    assert len(list(link_ledger(ledger, ROOMS))) == 3
    return ledger


def within(ledger: Ledger, **limits: str) -> dict[str, list[str]]:
    """Ids of what is within a filter; of statements their reports."""
    given = Filter.of(limits)
    wanted: dict[str, tuple[Table, Any]] = {
        "reports": (REPORTS, report_limits),
        "claims": (CLAIMS, claim_limits),
        "happenings": (HAPPENINGS, happening_limits),
        "statements": (STATEMENTS, statement_limits),
    }
    with ledger._store.reading() as connection:
        return {
            noun: list(
                connection.scalars(
                    select(table.c.report if noun == "statements" else table.c.id)
                    .where(*of(given))
                    .order_by(table.c.id)
                )
            )
            for noun, (table, of) in wanted.items()
        }


def found(reports: str, claims: str, happenings: str, statements: str) -> dict[str, list[str]]:
    return {
        "reports": reports.split(), "claims": claims.split(), "happenings": happenings.split(), "statements": statements.split(),
    }  # fmt: skip


FIRST, LAST = found("r1 r2", "c1", "h1", "r1 r2"), found("r3", "c2", "h2", "r3")
ALL, NOTHING = found("r1 r2 r3", "c1 c2", "h1 h2", "r1 r2 r3"), found("", "", "", "")


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({}, ALL),
        ({"words": "cafe"}, found("r1", "c1", "h1", "r1")),
        ({"words": "shell*"}, FIRST),
        ({"words": "shell"}, NOTHING),
        ({"words": "susah observatory"}, found("r1", "c1", "h1", "r1")),
        ({"words": "observatory army"}, NOTHING),
        ({"words": '"Раненых нет"'}, LAST),
        ({"about": "army"}, found("r2", "c1", "h1", "r2")),
        ({"about": "MAYOR"}, LAST),
        ({"about": "the mayor"}, found("r3", "", "h2", "")),
        ({"about": "hajin"}, NOTHING),
        ({"about": "%"}, NOTHING),
        ({"at": "susa"}, FIRST),
        ({"publisher": "wire"}, found("r2", "c1", "h1", "r2")),
        ({"kind": "shelling"}, found("r1 r2", "", "h1", "r1 r2")),
        ({"kind": "occurrence"}, found("", "c1 c2", "", "")),
        ({"status": "contested"}, found("r1 r2", "c1", "h1", "")),
        ({"status": "single_source"}, found("r3", "c2", "h2", "")),
        ({"report": "r2"}, found("r2", "c1", "h1", "r2")),
        ({"report": "r9"}, NOTHING),
        ({"box": "40.8,34.65,40.86,34.75"}, LAST),
        ({"box": "40.89,34.4,41,34.6"}, FIRST),
        ({"box": "170,-10,-170,10"}, NOTHING),
        ({"box": "40.89,-90,40.85,90"}, ALL),
        ({"about": "army", "publisher": "wire", "at": "susah"}, found("r2", "c1", "h1", "r2")),
        ({"about": "army", "at": "hajin"}, NOTHING),
    ],
)  # fmt: skip
def test_a_limit_means_the_same_for_all_that_it_is_asked_of(
    war: Ledger, limits: dict[str, str], expected: dict[str, list[str]]
) -> None:
    assert within(war, **limits) == expected


def test_words_that_are_none_are_refused() -> None:
    with pytest.raises(FilterError, match="nothing to look for"):
        report_limits(Filter(words='""'))


@pytest.mark.parametrize(
    ("limits", "reports", "happenings"),
    [
        ({"since": "2018-12-19"}, "r1 r2 r3", "h1 h2"),
        ({"since": "2018-12-21"}, "r1 r2 r3", "h2"),
        ({"since": "2019-01-15"}, "r2 r3", "h2"),
        ({"until": "2018-12-18"}, "", "h1"),
        ({"until": "2018-12"}, "", "h1"),
        ({"until": "2018-12-17"}, "", ""),
        ({"until": "2019-01"}, "r1 r2", "h1"),
        ({"since": "2019-02", "until": "2019-02"}, "r3", "h2"),
        ({"since": "2020"}, "", ""),
    ],
)
def test_dates_are_those_of_the_event_and_of_publication_where_there_are_none(
    war: Ledger, limits: dict[str, str], reports: str, happenings: str
) -> None:
    inside = within(war, **limits)
    assert (inside["reports"], inside["happenings"]) == (reports.split(), happenings.split())


def test_a_date_that_is_a_year_is_within_each_day_of_it(ledger: Ledger) -> None:
    record = read("d1", "Raid in Hajin: Mayor says it.", published="2018")
    ledger.add(Original.of(b"d1", "application/json", "d1"), record)
    assert within(ledger, since="2018-12-22")["reports"] == ["r1"]
    assert within(ledger, until="2018-01-01")["reports"] == ["r1"]
    assert within(ledger, since="2019")["reports"] == []


def test_only_the_newest_reading_counts(ledger: Ledger) -> None:
    original = Original.of(b"d1", "application/json", "d1")
    ledger.add(original, read("d1", "Raid in Hajin: Mayor says it."))
    ledger.add(original, replace(read("d1", "Shelling in Susah: Army says it."), reader=Reader("fake", "2")))
    assert within(ledger, about="mayor")["reports"] == within(ledger, kind="raid")["reports"] == []
    assert within(ledger, words="raid")["reports"] == []
    assert within(ledger, at="Susah")["reports"] == ["r1"]
    assert within(ledger)["statements"] == ["r1"]


def test_what_is_within_is_streamed_in_order(war: Ledger) -> None:
    inside = war.within()
    assert [(report.id, report.reading) for report in inside.iter_reports()] == [
        ("r1", "r1.1"),
        ("r2", "r2.1"),
        ("r3", "r3.1"),
    ]
    assert [claim.status for claim in inside.iter_claims()] == ["contested", "single_source"]
    assert [happening.id for happening in inside.iter_happenings()] == ["h1", "h2"]
    assert [claim.id for claim in war.within(Filter(report="r3")).iter_claims()] == ["c2"]
    assert list(war.within(Filter(report="r9")).iter_reports()) == []


def test_copies_and_judgements_are_those_of_reports_within(war: Ledger) -> None:
    again = replace(read("d4", "Raid in Hajin: Mayor says it. Раненых нет."), reader=Reader("fake", "1"))
    war.add(Original.of(b"d4", "application/json", "d4"), again)
    list(link_ledger(war, ROOMS))
    war.judge("r3.1.s1", "wrong", {"form": "direct"}, who="Noor")
    war.judge("r1", "right", who="Lina")
    assert [copies.reports for copies in war.within(Filter(report="r4")).iter_copies()] == [("d3", "d4")]
    assert list(war.within(Filter(report="r1")).iter_copies()) == []
    assert [(one.who, one.value) for one in war.within(Filter(report="r3")).iter_judgements()] == [
        ("Noor", {"form": "direct"})
    ]
    assert [one.who for one in war.within().iter_judgements()] == ["Noor", "Lina"]


def test_a_document_leads_to_its_report_and_a_happening_to_its_claims(war: Ledger) -> None:
    inside = war.within(Filter(report="r9"))
    found = inside.find_report("d2")
    assert found is not None
    assert (found.id, found.record.document.publisher) == ("r2", "Euphrates Wire")
    assert inside.find_report("d9") is None
    assert [claim.id for claim in inside.iter_claims_on("h1")] == ["c1"]
    assert [claim.id for claim in inside.iter_claims_on("h2")] == ["c2"]


def test_a_report_that_is_not_linked_is_found_by_the_hash_of_its_bytes(ledger: Ledger) -> None:
    original = Original.of(b"d1", "text/plain", "d1")
    ledger.add(original, read(f"sha256:{original.sha256}", "Raid in Hajin: Mayor says it."))
    found = ledger.within().find_report(f"sha256:{original.sha256}")
    assert found is not None
    assert (found.id, found.sha256) == ("r1", original.sha256)
