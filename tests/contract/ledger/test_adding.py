"""What goes into a ledger comes out of it, once, on either database."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import NotInLedger, RecordError
from onrecord.ledger import Ledger
from onrecord.record import Document, Reader, Record, Span
from onrecord.record.original import Capture, Original, Stated
from tests.ledger.reports import READER, TEXT, original, record
from tests.record.strategies import records


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(some=records(), bytes_=st.binary(max_size=20))
def test_any_record_that_goes_in_comes_out_equal(ledger: Ledger, some: Record, bytes_: bytes) -> None:
    some = dataclasses.replace(some, reader=Reader("any", str(ledger.count().readings)))
    added = ledger.add(Original.of(bytes_, "text/plain", "any"), some)
    assert added.what in {"new", "new reading"}
    assert ledger.get_record(added.reading_id) == some
    assert ledger.get_record(added.report_id) == some


def test_the_tables_of_any_record_are_those_that_it_gives(ledger: Ledger) -> None:
    @settings(max_examples=15, database=None)
    @given(some=records())
    def fill(some: Record) -> None:
        number = ledger.count().readings
        reader = Reader("any", str(number), None, 0.5)
        ledger.add(Original.of(b"%d" % (number // 2), "text/plain", "any"), dataclasses.replace(some, reader=reader))

    fill()
    # What such a record points to is rarely there, and its map leads anywhere; all that is found is within records.
    wrong = {finding.where for finding in ledger.verify()}
    assert {where.split(" ")[0] for where in wrong} <= {
        "mentions", "chains", "places", "statements", "events", "incidents", "quantities", "states", "times",
        "document.origin",
    }  # fmt: skip


def test_original_and_capture_come_back_as_they_were(ledger: Ledger) -> None:
    capture = Capture(
        "url",
        "2019-01-14T08:00:00Z",
        "http://e.example/a",
        "http://e.example/b",
        ("http://e.example/",),
        200,
        (("ETag", "\x00é"),),
        True,
    )
    name = "folder\udcff/\x00\u202ereport.html"
    given_ = Original.of(b"\xff\x00text", "text/html", name, (Stated("feed entry", title="T\0"),), capture)
    added = ledger.add(given_, record())
    assert ledger.get_original(added.report_id) == given_
    assert list(ledger.iter_captures(added.report_id)) == [(name, capture)]


def test_nul_stays_in_the_record_and_is_shown_in_tables(ledger: Ledger) -> None:
    text = "before\0after"
    ledger.add(original(text), record(text, title="A\0B"))
    assert ledger.get_record("r1").document.text == text
    assert ledger.get_report("r1").title == "A␀B"
    (hit,) = ledger.find("after")
    assert (hit.words[0].start, hit.words[0].end) == (7, 12)


def test_what_json_cannot_write_is_refused_and_leaves_nothing(ledger: Ledger) -> None:
    with pytest.raises(RecordError):
        ledger.add(original(), record(title="\ud800"))
    assert ledger.count().reports == 0
    assert ledger.head()[0] == 0


def test_the_same_again_adds_nothing(ledger: Ledger) -> None:
    assert ledger.add(original(), record()).what == "new"
    before = ledger.head()
    again = ledger.add(original(), record())
    assert (again.report_id, again.reading_id, again.what) == ("r1", "r1.1", "already there")
    assert ledger.head() == before


def test_the_same_bytes_elsewhere_are_one_report_with_another_capture(ledger: Ledger) -> None:
    ledger.add(original(name="a.txt"), record())
    again = ledger.add(original(name="b.txt"), record())
    assert (again.report_id, again.what) == ("r1", "new capture")
    assert [name for name, _ in ledger.iter_captures("r1")] == ["a.txt", "b.txt"]
    assert ledger.get_report("r1").captures == 2


def test_an_address_that_is_asked_again_is_captured_again(ledger: Ledger) -> None:
    for at, what in (("2019-01-14", "new"), ("2019-01-15", "new capture"), ("2019-01-15", "already there")):
        capture = Capture("url", f"{at}T00:00:00Z", "http://e.example/a")
        assert (
            ledger.add(Original.of(TEXT.encode(), "text/html", "http://e.example/a", (), capture), record()).what
            == what
        )


def test_another_reader_adds_a_reading_and_the_newest_counts(ledger: Ledger) -> None:
    ledger.add(original(), record(title="Old title"))
    newer = Reader("tester", "2", "b" * 64)
    added = ledger.add(original(), record(title="New title", reader=newer))
    assert (added.reading_id, added.what) == ("r1.2", "new reading")
    assert ledger.get_record("r1").document.title == "New title"
    assert ledger.get_record("r1.1").document.title == "Old title"
    assert ledger.get_report("r1").title == "New title"
    assert not list(ledger.find('"old title"'))
    assert len(list(ledger.find('"new title"'))) == 1


def test_what_is_known_needs_no_reading(ledger: Ledger) -> None:
    one, other = original("one"), original("other")
    ledger.add(one, record("one"))
    wanted = [one.sha256, other.sha256]
    assert ledger.known(wanted, READER) == {one.sha256}
    assert ledger.known(wanted, dataclasses.replace(READER, seconds=3.0)) == {one.sha256}
    assert ledger.known(wanted, dataclasses.replace(READER, version="2")) == set()
    assert ledger.known(wanted, dataclasses.replace(READER, model_sha256=None)) == set()
    assert ledger.known(wanted, None) == set()


def test_many_are_asked_for_at_once(ledger: Ledger) -> None:
    one = original("one")
    ledger.add(one, record("one"))
    assert ledger.known([*(f"{k:064x}" for k in range(12_000)), one.sha256], READER) == {one.sha256}


def test_changed_bytes_at_one_address_are_versions(ledger: Ledger) -> None:
    for text in ("first", "second", "third"):
        capture = Capture("url", "2019-01-14T00:00:00Z", "http://e.example/a")
        ledger.add(Original.of(text.encode(), "text/html", "http://e.example/a", (), capture), record(text))
    assert [(r.version, r.previous) for r in ledger.iter_reports()] == [(1, None), (2, "r1"), (3, "r2")]


def test_a_batch_is_added_whole_or_not_at_all(ledger: Ledger) -> None:
    with pytest.raises(RecordError):
        ledger.add_many([(original("one"), record("one")), (original("two"), record("two", title="\ud800"))])
    assert ledger.count().reports == 0
    added = ledger.add_many([(original(text), record(text)) for text in ("one", "two", "one")])
    assert [(each.report_id, each.what) for each in added] == [("r1", "new"), ("r2", "new"), ("r1", "already there")]


def test_a_record_by_hand_has_no_reader(ledger: Ledger) -> None:
    ledger.add(original(), record(reader=None))
    assert ledger.known([original().sha256], None) == {original().sha256}
    assert list(ledger.verify()) == []


@pytest.mark.parametrize("id_", ["r9", "r1.9", "r9.1", "", "1", "r1.1.s1", "x", "r1'; DROP TABLE reports; --"])
def test_what_is_not_there_is_named(ledger: Ledger, id_: str) -> None:
    ledger.add(original(), record())
    with pytest.raises(NotInLedger):
        ledger.get_record(id_)


def test_reports_and_statements_are_listed(ledger: Ledger) -> None:
    ledger.add(original(), record())
    ledger.add(original("other"), record("other", publisher="Gazette", published="2019-02-01"))
    assert [r.publisher for r in ledger.iter_reports()] == ["Euphrates Post", "Gazette"]
    assert [r.id for r in ledger.iter_reports(publisher="Gazette")] == ["r2"]
    assert [r.id for r in ledger.iter_reports(since="2019-01-15")] == ["r2"]
    assert [r.id for r in ledger.iter_reports(until="2019-01")] == ["r1"]
    first = ledger.get_report("r1")
    assert (first.statements, first.length, first.reader) == (2, len(TEXT.encode()), "tester")
    assert ledger.get_report(first.sha256) == ledger.get_report(f"sha256:{first.sha256}") == first
    found = ledger.get_statement("r1.1.s2")
    assert found.statement.source is not None
    assert (found.statement.source.name, found.report) == ("Idris Haddad", first)
    for id_ in ("r1.1.s3", "r2.1.s1", "r1.1", "r7.1.s1"):
        with pytest.raises(NotInLedger):
            ledger.get_statement(id_)


def test_counts(ledger: Ledger) -> None:
    ledger.add(original(), record())
    counted = ledger.count()
    assert (counted.reports, counted.readings, counted.statements, counted.bytes) == (1, 1, 2, len(TEXT.encode()))


def test_a_part_that_leads_nowhere_leads_nowhere_in_the_tables(ledger: Ledger) -> None:
    text = "He said so."
    some = Record(Document("x", text), reader=READER)
    from onrecord.record import Content, Statement

    loose = Statement("s", "direct", None, None, Content((Span.of(text, 0, 2),)), inside="nobody")
    ledger.add(original(text), dataclasses.replace(some, statements=(loose,)))
    assert [(f.object, f.what) for f in ledger.verify()] == [
        ("r1.1", "points to nobody in statements, which is not there")
    ]
