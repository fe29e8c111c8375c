"""Reports are linked once, in any number at a time, and only what a new one touches is made anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.link.likeness import PairJudgement
from onrecord.link.linker import Linked, link, link_records, prepare
from onrecord.link.shelf import MemoryShelf
from onrecord.record import Record
from tests.link import fake_rooms
from tests.link.fake_rooms import FAKES, record_of

SHELLING = "Shelling in Susah: Observatory says it."
DENIAL = "Shelling in Susah: Army denies it."
OTHER = "Raid in Hajin: Mayor says it."


def linked(*texts: str, **more: object) -> Linked:
    return link_records([record_of(f"d{at}", text) for at, text in enumerate(texts)], rooms=FAKES, **more)  # type: ignore[arg-type]


def judged(kind: str, *pairs: tuple[str, str, str]) -> list[PairJudgement]:
    return [
        PairJudgement(kind, min(a, b), max(a, b), verdict, "Mara", None, "2020-01-01T00:00:00Z")
        for a, b, verdict in pairs
    ]  # type: ignore[arg-type]


def statuses(found: Linked) -> dict[str, str | None]:
    return {claim.proposition: claim.status for claim in found.claims}


def test_what_is_told_alike_is_one_and_a_denial_contests_it() -> None:
    found = linked(SHELLING, DENIAL, OTHER)
    assert statuses(found) == {"Shelling in Susah": "contested", "Raid in Hajin": "single_source"}
    assert [len(happening.incidents) for happening in found.happenings] == [2, 1]
    assert [happening.id for happening in found.happenings] == ["h1", "h2"]
    assert found.copies == ()


def test_no_report_and_one_report_are_linked_too() -> None:
    assert linked() == Linked((), (), ())
    alone = linked(SHELLING)
    assert (len(alone.happenings), statuses(alone)) == (1, {"Shelling in Susah": "single_source"})


def test_a_report_that_contradicts_itself_is_one_claim() -> None:
    found = linked(f"{SHELLING}\n{DENIAL}")
    assert [len(claim.stances) for claim in found.claims] == [2]


@pytest.mark.parametrize("size", [1, 2, 5])
def test_reports_that_come_one_after_the_other_end_as_if_all_came_at_once(size: int) -> None:
    texts = [SHELLING, OTHER, DENIAL, SHELLING, OTHER]
    records = [record_of(f"d{at}", text) for at, text in enumerate(texts)]
    shelf = MemoryShelf()
    for at in range(0, len(records), size):
        add(shelf, *records[at : at + size])
    whole = link_records(records, rooms=FAKES)
    assert tuple(made.linked for made in shelf.iter_made("copies")) == whole.copies
    assert tuple(made.linked for made in shelf.iter_made("happenings")) == whole.happenings
    assert tuple(made.linked for made in shelf.iter_made("claims")) == whole.claims


def add(shelf: MemoryShelf, *records: Record) -> None:
    shelf.records |= {record.document.id: record for record in records}
    link(shelf, [prepare(record, FAKES) for record in records], FAKES)


def test_many_copies_are_compared_with_a_few_of_them() -> None:
    shelf = MemoryShelf()
    add(shelf, *(record_of(f"d{at:03}", SHELLING) for at in range(100)))
    fake_rooms.compared.clear()
    add(shelf, record_of("new", SHELLING))
    assert len([one for one in fake_rooms.compared if one[0] == "copies"]) == 3
    (family,) = shelf.iter_made("copies")
    assert len(family.members) == 101
    (claim,) = shelf.iter_made("claims")
    assert len(claim.linked.stances) == 101  # type: ignore[union-attr]


def test_what_a_report_does_not_touch_is_not_compared_anew() -> None:
    shelf = MemoryShelf()
    add(shelf, record_of("a", SHELLING), record_of("b", DENIAL), record_of("c", OTHER))
    before = {made.id: made for made in shelf.iter_made("claims")}
    fake_rooms.compared.clear()
    add(shelf, record_of("d", OTHER))
    touched = {
        document for _, *ids in fake_rooms.compared for document in ids if not document.startswith(("t-", "pt-"))
    }
    assert touched == {"c", "d"}
    after = {made.id: made for made in shelf.iter_made("claims")}
    assert after["c1"] is before["c1"]
    assert len(after["c2"].members) == 2


def test_a_claim_is_counted_anew_when_its_reports_turn_out_to_be_copies() -> None:
    shelf = MemoryShelf()
    add(shelf, record_of("a", SHELLING), record_of("b", SHELLING))
    (claim,) = shelf.iter_made("claims")
    assert claim.linked.tally.copy_families == 1  # type: ignore[union-attr]
    shelf = MemoryShelf(judged("copies", ("a", "b", "different")))
    add(shelf, record_of("a", SHELLING), record_of("b", SHELLING))
    (claim,) = shelf.iter_made("claims")
    assert claim.linked.tally.copy_families == 2  # type: ignore[union-attr]


def test_a_later_reading_takes_the_place_of_the_earlier() -> None:
    shelf = MemoryShelf()
    add(shelf, record_of("a", SHELLING), record_of("b", DENIAL))
    shelf.forget(["b"])
    add(shelf, record_of("b", OTHER))
    assert {made.id: made.linked.proposition for made in shelf.iter_made("claims")} == {  # type: ignore[union-attr]
        "c1": "Shelling in Susah",
        "c2": "Raid in Hajin",
    }
    assert [len(made.members) for made in shelf.iter_made("happenings")] == [1, 1]


def test_what_a_purge_leaves_behind_is_made_anew() -> None:
    shelf = MemoryShelf()
    add(shelf, record_of("a", SHELLING), record_of("b", DENIAL))
    shelf.forget(["b"])
    link(shelf, [], FAKES)
    (claim,) = shelf.iter_made("claims")
    assert (claim.id, claim.linked.status) == ("c1", "single_source")  # type: ignore[union-attr]


def test_of_two_records_of_one_report_the_later_counts() -> None:
    found = link_records([record_of("a", SHELLING), record_of("a", OTHER)], rooms=FAKES)
    assert statuses(found) == {"Raid in Hajin": "single_source"}
    assert "the last record counts" in found.notes[0].what


def test_a_person_outranks_the_machine() -> None:
    ids = [
        next(iter(fake_rooms.tellings(record_of(f"d{at}", text)))) for at, text in enumerate((SHELLING, DENIAL, OTHER))
    ]
    apart = linked(SHELLING, DENIAL, OTHER, judged=judged("happenings", (ids[0], ids[1], "different")))
    assert [len(happening.incidents) for happening in apart.happenings] == [1, 1, 1]
    taken_back = judged("happenings", (ids[0], ids[1], "different"), (ids[0], ids[1], "not_judged"))
    assert [len(h.incidents) for h in linked(SHELLING, DENIAL, OTHER, judged=taken_back).happenings] == [2, 1]


def test_judgements_in_a_circle_merge_nothing_that_is_different_and_are_told() -> None:
    texts = (SHELLING, DENIAL, "Shelling in Susah: Mayor says it.")
    ids = [next(iter(fake_rooms.tellings(record_of(f"d{at}", text)))) for at, text in enumerate(texts)]
    circle = judged("happenings", (ids[0], ids[1], "same"), (ids[1], ids[2], "same"), (ids[0], ids[2], "different"))
    found = linked(*texts, judged=circle)
    assert sorted(len(happening.incidents) for happening in found.happenings) == [1, 2]
    assert "go in a circle" in found.notes[0].what
    assert any("go in a circle" in str(happening.extra.get("notes")) for happening in found.happenings)


def test_items_come_back_from_json_as_they_were() -> None:
    from onrecord.link.written import read_item, write_item

    for kind, make in FAKES.items.items():
        for item in make(record_of("a", f"{SHELLING}\n{OTHER}")).values():
            assert read_item(type(item), write_item(item)) == item, kind
    loose = replace(next(iter(fake_rooms.propositions(record_of("a", OTHER)).values())), incident=None)
    assert read_item(type(loose), write_item(loose)) == loose
