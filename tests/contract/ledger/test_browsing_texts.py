"""Reports, hits and speakers as people look through them, on either database."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.errors import FilterError
from onrecord.ledger import Ledger
from onrecord.ledger.browsing.hits import MOST_HITS
from onrecord.ledger.browsing.speakers import Said
from onrecord.ledger.search import Sought
from onrecord.link.rooms import Room, Rooms
from onrecord.link.shelf import Pair
from onrecord.pipeline.linking import link_ledger
from onrecord.record import Filter, Record, dumps
from onrecord.record.original import Original
from tests.contract.ledger.test_browsing import ROOMS, read
from tests.link import fake_rooms

EVERYTHING = Filter()


def known(record: Record, actor: str) -> Record:
    """The same report, with its speaker in the registry."""
    return replace(record, chains=(replace(record.chains[0], actor=actor), *record.chains[1:]))


def spoken(shelf: Any) -> Room[Any]:
    """Claims of the fake rooms, each stance that of the report's statement."""
    room = fake_rooms.claims(shelf)

    def build(items: Any, pairs: dict[Pair, Any], judged: Any) -> Any:
        for group in room.build(items, pairs, judged):
            stances = tuple(replace(stance, statement="s1") for stance in group.linked.stances)
            yield replace(group, linked=replace(group.linked, stances=stances))

    return replace(room, build=build)


SPOKEN = Rooms(ROOMS.items, {**ROOMS.open, "claims": spoken})


@pytest.fixture
def war(ledger: Ledger) -> Ledger:
    """r1 and r2 contest the shelling of Susah, r4 is a copy of r1; r3 alone has the raid on Hajin."""
    for record in (
        known(read("d1", "Shelling in Susah: Observatory says it. The café burned."), "sohr"),
        read("d2", "Shelling in Susah: Army denies it.", publisher="Euphrates Wire", published="2019-01-20"),
        known(read("d3", "Raid in Hajin: Mayor says it.", published="2019-02-01"), "a-mayor"),
        known(read("d4", "Shelling in Susah: Observatory says it. The café burned.", publisher="Echo"), "sohr"),
    ):
        ledger.add(Original.of(dumps(record).encode(), "application/json", record.document.id), record)
    assert len(list(link_ledger(ledger, SPOKEN))) == 4
    return ledger


@pytest.mark.parametrize(
    ("order", "ids"),
    [("newest", "r3 r2 r4 r1"), ("oldest", "r1 r4 r2 r3"), ("added", "r4 r3 r2 r1"), ("statements", "r1 r2 r3 r4")],
)
def test_reports_come_in_the_order_that_is_asked_for(war: Ledger, order: str, ids: str) -> None:
    assert [row.id for row in war.list_reports(EVERYTHING, order=order).rows] == ids.split()
    some = war.list_reports(EVERYTHING, order=order, start=1, size=2)
    assert ([row.id for row in some.rows], some.total) == (ids.split()[1:3], 4)
    with pytest.raises(FilterError, match="sort"):
        war.list_reports(EVERYTHING, order="truest")


def test_reports_are_counted_by_what_is_in_them(war: Ledger) -> None:
    rows = {row.id: row for row in war.list_reports(EVERYTHING).rows}
    assert (rows["r1"].statements, rows["r1"].happenings, rows["r1"].contested) == (1, 1, 1)
    assert (rows["r3"].happenings, rows["r3"].contested) == (1, 0)
    assert war.report_facets(Filter(publisher="Post")) == {
        "publisher": [("Post", 2), ("Echo", 1), ("Euphrates Wire", 1)],
        "month": [("2019-02", 1), ("2019-01", 1)],
    }


def test_a_report_comes_with_what_belongs_to_it(war: Ledger) -> None:
    around = war.report_around("r1")
    assert [(one.id, one.derivation) for one in around.copies] == [("r4", around.copies[0].derivation)]
    assert [(one.id, one.status, one.statement) for one in around.claims] == [("c1", "contested", "r1.1.s1")]
    assert [(one.id, one.reports) for one in around.happenings] == [("h1", 3)]
    assert [one.id for one in around.readings] == ["r1.1"]
    nobody = war.report_around("r9")
    assert (nobody.readings, nobody.copies, nobody.claims, nobody.happenings) == ((), (), (), ())


def test_hits_come_with_who_speaks_there(war: Ledger) -> None:
    hits = war.find_hits(Filter(words="susah"), Sought("susah"))
    assert [hit.report_id for hit in hits.rows] == ["r2", "r4", "r1"]
    assert hits.is_all
    assert hits.said["r2.1.s1"].speaker == "Army"
    assert hits.said["r1.1.s1"].actor == "sohr"
    assert [hit.report_id for hit in war.find_hits(Filter(publisher="Echo"), Sought("susah")).rows] == ["r4"]
    assert war.find_hits(EVERYTHING, Sought("susah", speech_act="deny")).rows == ()
    with pytest.raises(FilterError, match="at least one word"):
        war.find_hits(EVERYTHING, Sought('""'))
    assert MOST_HITS > 1_000


def test_speakers_are_counted_as_the_reports_name_them(war: Ledger) -> None:
    counts = dict(war.count_said(EVERYTHING, {"a-mayor"}))
    observatory = next(said for said in counts if said.speaker == "Observatory")
    assert (counts[observatory], observatory.actor, observatory.day) == (2, "sohr", None)
    mayor = next(said for said in counts if said.speaker == "Mayor")
    assert mayor.day == "2019-02-01"
    assert {said.speaker for said, _ in war.count_said(Filter(publisher="Euphrates"))} == {"Army"}


def test_what_one_speaker_said_comes_the_newest_first(war: Ledger) -> None:
    said = war.said_by(EVERYTHING, ["Observatory", "Mayor"])
    assert [(one.id, one.report) for one in said] == [("r3.1.s1", "r3"), ("r4.1.s1", "r4"), ("r1.1.s1", "r1")]
    assert isinstance(said[0].said, Said)
    shown = war.show_statements([one.id for one in said])
    assert [(one.id, one.publisher, one.published) for one in shown] == [
        ("r3.1.s1", "Post", "2019-02-01"), ("r4.1.s1", "Echo", "2019-01-14"), ("r1.1.s1", "Post", "2019-01-14"),
    ]  # fmt: skip
    assert war.said_by(EVERYTHING, [None]) == []


def test_stances_are_those_of_the_statements(war: Ledger) -> None:
    taken = war.stances_of(EVERYTHING, ["Army", "Observatory"])
    assert {(one.statement, one.claim, one.stance, one.status) for one in taken} == {
        ("r1.1.s1", "c1", "asserts", "contested"),
        ("r2.1.s1", "c1", "denies", "contested"),
        ("r4.1.s1", "c1", "asserts", "contested"),
    }


def test_names_are_looked_up_in_all_reports(war: Ledger) -> None:
    assert war.people_among({"The Mayor", "Mayor", "nobody"}) == set()
    assert war.reports_with({"Observatory", "Army", "nobody"}) == {"Observatory": 2, "Army": 1}
