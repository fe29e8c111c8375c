"""Linking in a ledger of either database, with rooms that are easy to see through."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from onrecord.errors import LedgerError, NotInLedger
from onrecord.ledger import Ledger
from onrecord.link.linker import link_records
from onrecord.link.rooms import Rooms
from onrecord.pipeline.linking import LinkedReport, NotLinked, link_ledger
from onrecord.record import Claim, Copies, Happening, Reader, Record, dumps
from onrecord.record.original import Original
from tests.contract.ledger.conftest import Place
from tests.link import fake_rooms
from tests.link.fake_rooms import FAKES, record_of

SHELLING = "Shelling in Susah: Observatory says it."
DENIAL = "Shelling in Susah: Army denies it."
OTHER = "Raid in Hajin: Mayor says it."


def add(ledger: Ledger, *records: Record) -> list[str]:
    made = [(Original.of(dumps(record).encode(), "application/json", record.document.id), record) for record in records]
    return [added.report_id for added in ledger.add_many(made)]


def fill(ledger: Ledger, *texts: str) -> list[str]:
    return add(ledger, *(record_of(f"d{at}", some) for at, some in enumerate(texts)))


def link(ledger: Ledger, rooms: Rooms = FAKES) -> list[LinkedReport | NotLinked]:
    return list(link_ledger(ledger, rooms))


def rows(ledger: Ledger, sql: str) -> list[tuple[object, ...]]:
    with ledger._store.reading() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


def claims(ledger: Ledger) -> dict[str, str | None]:
    return {claim.proposition: claim.status for claim in ledger.iter_claims()}


def test_an_empty_ledger_has_nothing_to_link(ledger: Ledger) -> None:
    assert link(ledger) == []
    assert list(ledger.iter_claims()) == []
    assert ledger.count_linked().reports == 0
    assert not list(ledger.verify())


def test_a_ledger_with_one_report(ledger: Ledger) -> None:
    fill(ledger, SHELLING)
    assert link(ledger) == [LinkedReport("r1")]
    assert claims(ledger) == {"Shelling in Susah": "single_source"}
    assert not list(ledger.verify())


def test_a_ledger_says_the_same_as_the_records_do_without_one(ledger: Ledger) -> None:
    texts = [SHELLING, OTHER, DENIAL, SHELLING, OTHER]
    fill(ledger, *texts)
    link(ledger)
    whole = link_records([record_of(f"d{at}", some) for at, some in enumerate(texts)], rooms=FAKES)
    assert sorted(ledger.iter_copies(), key=lambda one: one.family) == list(whole.copies)
    assert sorted(ledger.iter_happenings(), key=lambda one: one.id) == list(whole.happenings)
    assert sorted(ledger.iter_claims(), key=lambda one: one.id) == list(whole.claims)
    assert next(ledger.iter_claims()).status == "contested"
    assert not list(ledger.verify())


def test_what_is_linked_is_not_linked_again_and_what_is_new_joins_it(ledger: Ledger) -> None:
    fill(ledger, SHELLING, OTHER)
    assert [one.report for one in link(ledger)] == ["r1", "r2"]
    fake_rooms.compared.clear()
    assert link(ledger) == []
    assert fake_rooms.compared == []
    add(ledger, record_of("new", DENIAL))
    assert [one.report for one in ledger.iter_unlinked()] == ["r3"]
    assert link(ledger) == [LinkedReport("r3")]
    assert claims(ledger) == {"Shelling in Susah": "contested", "Raid in Hajin": "single_source"}
    assert rows(ledger, "SELECT id, status, reports FROM claims ORDER BY number") == [
        ("c1", "contested", 2),
        ("c2", "single_source", 1),
    ]


def test_claims_and_happenings_are_found_by_who_where_and_when(ledger: Ledger) -> None:
    fill(ledger, SHELLING, DENIAL, OTHER)
    link(ledger)
    assert [claim.id for claim in ledger.iter_claims(contested=True)] == ["c1"]
    assert [claim.id for claim in ledger.iter_claims(about="army")] == ["c1"]
    assert [claim.id for claim in ledger.iter_claims(at="hajin")] == ["c2"]
    assert [claim.id for claim in ledger.iter_claims(since="2019-01-15")] == []
    assert [claim.id for claim in ledger.iter_claims(since="2019-01-14", until="2019-01")] == ["c1", "c2"]
    assert [claim.id for claim in ledger.iter_claims(about="100%")] == []
    assert list(ledger.iter_happenings(at="nowhere")) == []


def test_stances_are_rows_and_the_views_show_them(ledger: Ledger) -> None:
    fill(ledger, SHELLING, DENIAL)
    link(ledger)
    told = rows(ledger, "SELECT source, stance, text, publisher FROM contested_claims ORDER BY source")
    assert told == [
        ("Army", "denies", "Shelling in Susah: Army denies", "Post"),
        ("Observatory", "asserts", "Shelling in Susah: Observatory says", "Post"),
    ]
    assert rows(ledger, "SELECT id, report FROM who_tells_of_it ORDER BY report") == [("h1", "r1"), ("h1", "r2")]
    assert {row[0] for row in rows(ledger, "SELECT verdict FROM judged_pairs")} == {"same"}


def test_a_later_reading_takes_the_place_of_the_earlier(ledger: Ledger) -> None:
    fill(ledger, SHELLING, DENIAL)
    link(ledger)
    anew = replace(record_of("d1", OTHER), reader=Reader("fake", "2"))
    first = Original.of(dumps(record_of("d1", DENIAL)).encode(), "application/json", "d1")
    ledger.add(first, anew)
    assert [one.reading for one in ledger.iter_unlinked()] == ["r2.2"]
    link(ledger)
    assert claims(ledger) == {"Shelling in Susah": "single_source", "Raid in Hajin": "single_source"}
    assert not list(ledger.verify())


def test_two_reports_of_one_document_count_once(ledger: Ledger) -> None:
    add(ledger, record_of("a", SHELLING), replace(record_of("a", SHELLING), reader=Reader("fake", "2")))
    assert [one.notes for one in link(ledger) if isinstance(one, LinkedReport)] == [
        (),
        ("is of the same document as r1, which stands for both",),
    ]
    assert [len(claim.stances) for claim in ledger.iter_claims()] == [1]
    ledger.purge("r1", "safety")
    assert [one.report for one in link(ledger)] == ["r2"]
    assert claims(ledger) == {"Shelling in Susah": "single_source"}


def test_a_purge_leaves_no_word_and_the_rest_is_made_anew(ledger: Ledger, place: Place) -> None:
    fill(ledger, SHELLING, DENIAL, SHELLING)
    link(ledger)
    one, other = (member.id for member in ledger.explain("h1").members[:2])
    ledger.judge_pair("happenings", one, other, "same", why="Army and Observatory")
    ledger.purge("r2", "safety")
    told = repr([rows(ledger, f"SELECT * FROM {table}") for table in ("claims", "stances", "link_items", "pair_judgements", "happenings")])  # fmt: skip
    assert "Army" not in told
    assert list(ledger.iter_claims()) == []
    with pytest.raises(NotInLedger, match="has to be made anew"):
        ledger.explain("c1")
    assert ledger.count_linked().stale > 0
    assert not list(ledger.verify())
    assert link(ledger) == []
    assert claims(ledger) == {"Shelling in Susah": "single_source"}
    assert ledger.explain("c1").id == "c1"
    assert not list(ledger.verify())


def test_a_person_parts_what_the_machine_joined_and_takes_it_back(ledger: Ledger) -> None:
    fill(ledger, SHELLING, DENIAL, OTHER)
    link(ledger)
    one, other = (member.id for member in ledger.explain("h1").members)
    judged = ledger.judge_pair("happenings", one, other, "different", who="Mara", why="two shellings")
    assert (judged.id, judged.who) == ("pj1", "Mara")
    assert link(ledger) == []
    assert sorted(len(h.incidents) for h in ledger.iter_happenings()) == [1, 1, 1]
    assert [one.id for one in ledger.explain("h1").judged] == ["pj1"]
    ledger.judge_pair("happenings", one, other, "not_judged")
    link(ledger)
    assert sorted(len(h.incidents) for h in ledger.iter_happenings()) == [1, 2]
    with pytest.raises(NotInLedger, match="is part of h1 now"):
        ledger.explain("h3")
    assert not list(ledger.verify())


def test_a_person_joins_what_the_machine_kept_apart_by_the_ids_of_objects(ledger: Ledger) -> None:
    fill(ledger, SHELLING, OTHER)
    link(ledger)
    ledger.judge_pair("claims", "c1", "c2", "same")
    ledger.judge_pair("copies", "r1", "r2", "same")
    link(ledger)
    (claim,) = ledger.iter_claims()
    assert len(claim.stances) == 2
    assert claim.tally is not None
    assert claim.tally.copy_families == 1
    assert [copies.reports for copies in ledger.iter_copies()] == [("d0", "d1")]


def test_judgements_in_a_circle_are_told(ledger: Ledger) -> None:
    fill(ledger, SHELLING, DENIAL, "Shelling in Susah: Mayor says it.")
    link(ledger)
    a, b, c = (member.id for member in ledger.explain("h1").members)
    for one, other, verdict in ((a, b, "same"), (b, c, "same"), (a, c, "different")):
        ledger.judge_pair("happenings", one, other, verdict)
    link(ledger)
    assert sorted(len(h.incidents) for h in ledger.iter_happenings()) == [1, 2]
    assert any("go in a circle" in str(h.extra.get("notes")) for h in ledger.iter_happenings())


@pytest.mark.parametrize(
    ("kind", "one", "other", "verdict"),
    [
        ("claims", "c1", "c9", "same"),
        ("claims", "c1", "c1", "same"),
        ("claims", "c1", "c2", "maybe"),
        ("rumours", "c1", "c2", "same"),
        ("happenings", "c1", "c2", "same"),
    ],
)
def test_a_judgement_of_nothing_is_refused(ledger: Ledger, kind: str, one: str, other: str, verdict: str) -> None:
    fill(ledger, SHELLING, OTHER)
    link(ledger)
    before = ledger.head()
    with pytest.raises(LedgerError):
        ledger.judge_pair(kind, one, other, verdict)
    assert ledger.head() == before


def test_explaining_names_members_pairs_and_reasons(ledger: Ledger) -> None:
    fill(ledger, SHELLING, DENIAL, SHELLING)
    link(ledger)
    told = ledger.explain("c1")
    assert isinstance(told.linked, Claim)
    assert [member.report_id for member in told.members] == ["r1", "r2", "r3"]
    assert {pair.why for pair in told.pairs} == {("as told",)}
    assert isinstance(ledger.explain("h1").linked, Happening)
    assert isinstance(ledger.explain("cf1").linked, Copies)
    for id_ in ("c99", "x1", "", "r1"):
        with pytest.raises(NotInLedger):
            ledger.explain(id_)


def test_a_report_at_which_linking_fails_is_told_and_the_rest_goes_on(ledger: Ledger) -> None:
    def refuse(record: Record) -> dict[str, object]:
        if "Raid" in record.document.text:
            raise ValueError("no raids")
        return dict(fake_rooms.sketches(record))

    fill(ledger, SHELLING, OTHER, DENIAL)
    done = link(ledger, Rooms({**FAKES.items, "copies": refuse}, FAKES.open))
    (failed,) = (one for one in done if isinstance(one, NotLinked))
    assert failed.report == "r2"
    assert "no raids" in failed.reason
    assert claims(ledger) == {"Shelling in Susah": "contested"}
    assert [one.report for one in ledger.iter_unlinked()] == ["r2"]
    assert not list(ledger.verify())


def test_another_version_of_the_linker_links_everything_anew(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(ledger, SHELLING, DENIAL)
    link(ledger)
    monkeypatch.setattr("onrecord.pipeline.linking.VERSION", "next")
    assert [one.report for one in link(ledger)] == ["r1", "r2"]
    assert claims(ledger) == {"Shelling in Susah": "contested"}
    assert len(rows(ledger, "SELECT id FROM claims")) == 1
    assert not list(ledger.verify())


def test_many_copies_of_one_report(ledger: Ledger) -> None:
    fill(ledger, *[SHELLING] * 120)
    link(ledger)
    (family,) = ledger.iter_copies()
    assert len(family.reports) == 120
    (claim,) = ledger.iter_claims()
    assert claim.tally is not None
    assert (claim.tally.reports, claim.tally.copy_families) == (120, 1)
