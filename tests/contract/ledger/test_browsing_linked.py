"""Claims and happenings as people look through them, on either database: pages, facets, and one with all that belongs to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.errors import FilterError, NotInLedger
from onrecord.ledger import Ledger
from onrecord.pipeline.linking import link_ledger
from onrecord.record import Filter, Record, TimeExpression, dumps
from onrecord.record.original import Original
from tests.contract.ledger.test_browsing import ROOMS, read

EVERYTHING = Filter()


def dated(record: Record) -> Record:
    """The same report, with the day and the words for it on the incident."""
    when = TimeExpression("t1", None, "DATE", "2018-12-18", "2018-12-18", "2018-12-18", "day")
    event, incident = record.events[0], record.incidents[0]
    return replace(
        record,
        times=(when,),
        incidents=(replace(incident, time="t1"),),
        events=(replace(event, place="p1", status="denied" if "denies" in record.document.text else "happened"),),
    )


@pytest.fixture
def linked(ledger: Ledger) -> Ledger:
    """r1 and r2 contest the shelling of Susah, r4 is a copy of r1; r3 alone has the raid on Hajin."""
    for record in (
        dated(read("d1", "Shelling in Susah: Observatory says it. The café burned.")),
        dated(read("d2", "Shelling in Susah: Army denies it.", publisher="Euphrates Wire", published="2019-01-20")),
        read("d3", "Raid in Hajin: Mayor says it.", published="2019-02-01"),
        dated(read("d4", "Shelling in Susah: Observatory says it. The café burned.", publisher="Echo")),
    ):
        ledger.add(Original.of(dumps(record).encode(), "application/json", record.document.id), record)
    assert len(list(link_ledger(ledger, ROOMS))) == 4
    return ledger


def test_claims_come_in_the_order_that_is_asked_for_page_by_page(linked: Ledger) -> None:
    first = linked.list_claims(EVERYTHING, size=1)
    assert ([claim.id for claim in first.rows], first.total) == (["c1"], 2)
    rest = linked.list_claims(EVERYTHING, start=1, size=1)
    assert ([claim.id for claim in rest.rows], rest.total) == (["c2"], 2)
    beyond = linked.list_claims(EVERYTHING, start=7)
    assert (beyond.rows, beyond.total) == ((), 2)
    assert [claim.id for claim in linked.list_claims(EVERYTHING, order="independent").rows] == ["c1", "c2"]
    with pytest.raises(FilterError, match="no order of claims"):
        linked.list_claims(EVERYTHING, order="truest")


def test_facets_of_claims_leave_the_other_values_open(linked: Ledger) -> None:
    facets = linked.claim_facets(Filter(status="contested"))
    assert facets["status"] == [("contested", 1), ("single_source", 1)]
    assert facets["at"] == [("Susah", 1)]
    assert facets["publisher"] == [("Echo", 1), ("Euphrates Wire", 1), ("Post", 1)]
    assert facets["month"] == [("2019-01", 1)]
    assert linked.claim_facets(EVERYTHING)["at"] == [("Hajin", 1), ("Susah", 1)]


def test_a_claim_comes_with_its_reports_sentences_and_happenings(linked: Ledger) -> None:
    shown = linked.show_claim("c1")
    assert {report.id: report.publisher for report in shown.reports.values()} == {
        "r1": "Post",
        "r2": "Euphrates Wire",
        "r4": "Echo",
    }
    families = {report.id: report.family for report in shown.reports.values()}
    assert families["r1"] == families["r4"] is not None
    assert families["r2"] is None
    assert [one.id for one in shown.happenings] == ["h1"]
    assert {text.partition(".")[0] for _, text in shown.sentences.values()} == {
        "Shelling in Susah: Observatory says it",
        "Shelling in Susah: Army denies it",
    }
    assert shown.judged == ()
    with pytest.raises(NotInLedger, match="c9"):
        linked.show_claim("c9")


def test_what_people_decided_about_pairs_comes_with_the_claim(linked: Ledger) -> None:
    linked.judge_pair("claims", "c1", "c2", "different", who="Asya", why="another town")
    assert [(one.who, one.verdict) for one in linked.show_claim("c1").judged] == [("Asya", "different")]


def test_happenings_come_with_who_tells_them_as_what(linked: Ledger) -> None:
    listed = linked.list_happenings(EVERYTHING)
    assert ([row.happening.id for row in listed.rows], listed.total) == (["h1", "h2"], 2)
    susah = listed.rows[0]
    assert sorted(report.id for report in susah.reports) == ["r1", "r2", "r4"]
    assert susah.statuses == {"happened": {"r1", "r4"}, "denied": {"r2"}}
    assert (susah.contested, listed.rows[1].contested) == (1, 0)
    assert [row.happening.id for row in linked.list_happenings(EVERYTHING, order="reports").rows] == ["h1", "h2"]
    with pytest.raises(FilterError, match="no order of happenings"):
        linked.list_happenings(EVERYTHING, order="worst")


def test_facets_of_happenings(linked: Ledger) -> None:
    facets = linked.happening_facets(Filter(at="Susah"))
    assert facets["kind"] == [("shelling", 1)]
    assert facets["country"] == [("SY", 1)]
    assert facets["at"] == [("Hajin", 1), ("Susah", 1)]
    assert facets["month"] == [("2018-12", 1)]


def test_each_telling_has_its_words_place_time_and_voices(linked: Ledger) -> None:
    shown = linked.show_happening("h1")
    tellings = {one.report.id: one for one in shown.tellings}
    assert list(tellings) == ["r1", "r4", "r2"]
    told = tellings["r2"]
    assert (told.type, told.place, told.precision, told.country) == ("shelling", "Susah", "settlement", "SY")
    assert (told.earliest, told.latest) == ("2018-12-18", "2018-12-18")
    assert [(part.role, part.name) for part in told.taking_part] == [("actor", "The Army")]
    (words,) = told.words
    assert (words.text, words.status, words.voices) == ("Shelling in Susah: Army denies", "denied", ("Army",))
    assert (words.sentence, words.offset) == ("Shelling in Susah: Army denies it.", 0)
    assert [claim.id for claim in shown.claims] == ["c1"]
    with pytest.raises(NotInLedger, match="h9"):
        linked.show_happening("h9")


def test_an_empty_ledger_has_empty_lists(ledger: Ledger) -> None:
    assert ledger.list_claims(EVERYTHING).total == ledger.list_happenings(EVERYTHING).total == 0
    assert not any(ledger.claim_facets(EVERYTHING).values())
