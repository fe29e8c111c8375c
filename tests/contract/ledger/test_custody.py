"""Custody, judgements, failures, feeds and purging, on either database."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import text

from onrecord.errors import NotInLedger, Purged
from onrecord.ledger import Ledger
from onrecord.record import Reader
from onrecord.record.original import Capture, Original
from tests.contract.ledger.conftest import Place
from tests.ledger.reports import READER, TEXT, original, record

NEWER = Reader("tester", "2", "b" * 64)


def tamper(ledger: Ledger, statement: str, **values: object) -> None:
    """Changes a ledger behind its back."""
    with ledger._store.writing() as connection:
        connection.execute(text(statement), values)


def filled(place: Place) -> Ledger:
    ledger = place.open()
    ledger.add(original(), record())
    ledger.add(original("other"), record("other"))
    ledger.add(original(), record(reader=NEWER))
    ledger.judge("r1.1.s1", "wrong", {"speech_act": "state"}, why="it only says so")
    ledger.fail("lost.txt", "UnreadableInput", "is no text")
    ledger.follow("http://e.example/feed")
    ledger.note_export("jsonl", "c" * 64)
    return ledger


def test_everything_that_is_done_is_in_the_log(place: Place) -> None:
    with filled(place) as ledger:
        steps = list(ledger.iter_custody())
        assert [(s.action, s.object) for s in steps] == [
            ("add", "r1"), ("read", "r1.1"), ("add", "r2"), ("read", "r2.1"), ("read", "r1.2"), ("judge", "j1"),
            ("fail", "f1"), ("follow", "http://e.example/feed"), ("export", "jsonl"),
        ]  # fmt: skip
        assert [s.sequence for s in steps] == list(range(1, 10))
        assert {s.who for s in steps} == {"tester"}
        assert ledger.head() == (9, steps[-1].hash)
        assert not list(ledger.verify())


def test_the_chain_can_be_checked_by_anyone(place: Place) -> None:
    with filled(place) as ledger:
        previous = "0" * 64
        for step in ledger.iter_custody():
            told = [step.sequence, step.at, step.who, step.action, step.object, step.details, previous]
            line = json.dumps(told, separators=(",", ":"))
            assert hashlib.sha256(line.encode()).hexdigest() == step.hash
            previous = step.hash


def test_the_log_holds_no_words_of_reports(place: Place) -> None:
    with filled(place) as ledger:
        everything = " ".join(step.details for step in ledger.iter_custody())
        assert not [
            word for word in ("army", "Haddad", "Euphrates", "report.txt", "wrong", "lost") if word in everything
        ]


def test_times_are_utc_and_the_order_is_that_of_the_sequence(ledger: Ledger) -> None:
    later = datetime(2026, 3, 29, 3, 30, tzinfo=timezone(timedelta(hours=2)))
    ledger.add(original("one"), record("one"), at=later)
    ledger.add(original("two"), record("two"), at=datetime(2024, 2, 29, 23, 59, 59, tzinfo=UTC))
    assert [s.at for s in ledger.iter_custody()][::2] == ["2026-03-29T01:30:00Z", "2024-02-29T23:59:59Z"]
    assert not list(ledger.verify())


TAMPERED = [
    ("UPDATE custody SET who = 'somebody' WHERE sequence = 3", "custody 3", "was changed"),
    ("DELETE FROM custody WHERE sequence = 4", "custody 5", "rows 4 to 4 are missing"),
    ("DELETE FROM custody WHERE sequence = 9", None, None),
    ("UPDATE custody SET previous = '0' WHERE sequence = 4", "custody 4", "hash of the row before"),
    ("UPDATE custody SET hash = '0' WHERE sequence = 4", "custody 5", "hash of the row before"),
    ("UPDATE records SET record = replace(record, 'army', 'navy') WHERE reading = 'r1.1'", "r1.1", "record was changed"),
    ("DELETE FROM records WHERE reading = 'r1.1'", "r1.1", "has no record"),
    ("UPDATE readings SET reader = 'other' WHERE id = 'r1.1'", "r1.1", "not made by the reader"),
    ("UPDATE readings SET record_sha256 = '0' WHERE id = 'r1.1'", "r1.1", "not the one that the log has"),
    ("UPDATE statements SET content = 'x' WHERE id = 'r1.2.s1'", "r1.2", "does not hold what the record gives"),
    ("DELETE FROM statement_spans WHERE id = 'r1.1.ss1'", "r1.1", "does not hold what the record gives"),
    ("UPDATE reports SET publisher = 'x' WHERE id = 'r2'", "r2", "not described"),
    ("UPDATE sentences SET text = 'x' WHERE report = 'r2'", "r2", "does not hold the sentences"),
    ("UPDATE captures SET capture = '{}' WHERE id = 'r1.c1'", "r1.c1", "capture was changed"),
    ("DELETE FROM captures WHERE id = 'r1.c1'", "r1", "capture in row 1"),
    ("UPDATE judgements SET verdict = 'right'", "j1", "judgement was changed"),
    ("DELETE FROM judgements", "j1", "which is not there"),
    ("UPDATE failures SET reason = 'x'", "f1", "failure was changed"),
    ("DELETE FROM failures", "f1", "which is not there"),
    ("DELETE FROM feeds", "http://e.example/feed", "which is not there"),
    ("INSERT INTO feeds VALUES ('http://x.example', 'a', NULL, NULL, NULL, '[]')", "http://x.example", "log tells nothing"),
    ("UPDATE originals SET length = 1 WHERE sha256 = (SELECT original FROM reports WHERE id = 'r1')", None, "1 were added"),
    ("INSERT INTO tombstones VALUES ('r9', 9, 'x', 'y', 'z', 'a')", "r9", "log tells of no purge"),
    ("DROP VIEW denials", "denials", "view is not there"),
    ("DROP TABLE notes", None, "table is not there"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "object_", "what"), TAMPERED, ids=lambda value: str(value)[:40])
def test_what_is_changed_behind_the_ledgers_back_is_found(
    place: Place, statement: str, object_: str | None, what: str | None
) -> None:
    with filled(place) as ledger:
        head = ledger.head()
        tamper(ledger, statement)
        if "DROP TABLE" in statement:
            assert "notes" in next(ledger.verify()).object
            return
        found = list(ledger.verify())
        if what is None:
            # The end of the log can be cut off unseen by whoever can write to it: that is what a head kept elsewhere is for.
            assert ledger.head() != head
            return
        assert [f for f in found if what in f.what and object_ in {None, f.object}], found
        assert all(finding.damage for finding in found)


def test_what_is_quick_is_a_part_of_all(place: Place) -> None:
    with filled(place) as ledger:
        tamper(ledger, "UPDATE statements SET content = 'x' WHERE id = 'r1.2.s1'")
        assert not list(ledger.verify(deep=False))
        assert list(ledger.verify())


def test_a_changed_a_missing_and_a_strange_original_are_found(place: Place) -> None:
    with filled(place) as ledger:
        one, other = (ledger.originals.path_of(r.sha256) for r in ledger.iter_reports())
        one.chmod(0o644)
        one.write_bytes(TEXT.replace("army", "navy").encode())
        other.unlink()
        (ledger.originals.folder / "ab").mkdir(exist_ok=True)
        (ledger.originals.folder / "ab" / "notes.txt").write_text("x")
        found = {f.object: f for f in ledger.verify()}
        assert "was changed" in found[one.name].what
        assert "missing" in found[other.name].what or "cannot be read" in found[other.name].what
        assert "no original" in found["notes.txt"].what
        assert str(one) == found[one.name].where


def test_an_original_of_no_report_is_unfinished_and_is_taken_up(place: Place) -> None:
    with place.open() as ledger:
        ledger.originals.keep(original())
        (finding,) = ledger.verify()
        assert (finding.object, finding.damage) == (original().sha256, False)
        ledger.add(original(), record())
        assert not list(ledger.verify())


def test_a_judgement_outlives_readings_and_is_found_on_the_same_part(ledger: Ledger) -> None:
    ledger.add(original(), record())
    first = ledger.judge("r1.1.s1", "wrong", {"name": "Syrian Arab Army"}, who="Ada", why="the full name")
    ledger.add(original(), record(reader=NEWER))
    assert list(ledger.iter_judgements()) == [first]
    assert list(ledger.iter_judgements("r1.2.s1")) == [first]
    assert not list(ledger.iter_judgements("r1.2.s2"))
    second = ledger.judge("r1.2.s1", "right", None, who="Bo")
    assert list(ledger.iter_judgements("r1")) == [first, second]
    assert (first.value, first.who, first.record_id) == ({"name": "Syrian Arab Army"}, "Ada", "s-1")
    with ledger._store.reading() as connection:
        assert connection.execute(text("SELECT id FROM latest_judgements")).scalars().all() == ["j2"]


@pytest.mark.parametrize("object_id", ["r2", "r1.2", "r1.1.s3", "r1.1.zz1", "x", "r1.1.m1", ""])
def test_only_what_is_there_is_judged(ledger: Ledger, object_id: str) -> None:
    ledger.add(original(), record())
    with pytest.raises(NotInLedger):
        ledger.judge(object_id, "right")
    assert not list(ledger.iter_judgements())


def test_a_failure_is_open_until_its_name_or_its_bytes_are_added(ledger: Ledger) -> None:
    ledger.fail("a.txt", "TooLarge", "too large")
    ledger.fail("a.txt", "ParserTimeout", "took too long")
    ledger.fail("b\udcff.txt", "ModelError", "\0", original=original("bytes", name="b.txt"))
    ledger.fail("c.txt", "TooLarge", "too large", capture=Capture("file"))
    assert [(f.name, f.error) for f in ledger.iter_failures()] == [
        ("a.txt", "ParserTimeout"), ("b\\udcff.txt", "ModelError"), ("c.txt", "TooLarge"),
    ]  # fmt: skip
    ledger.add(original("found", name="a.txt"), record("found"))
    ledger.add(original("bytes", name="elsewhere.txt"), record("bytes"))
    assert [f.name for f in ledger.iter_failures()] == ["c.txt"]
    assert [f.open for f in ledger.iter_failures(open_only=False)] == [False, False, False, True]


def test_what_was_there_before_it_failed_closes_the_failure_too(ledger: Ledger) -> None:
    ledger.add(original(), record())
    ledger.fail("report.txt", "UnreadableInput", "the disk was away")
    assert ledger.add(original(), record()).what == "new capture"
    assert not list(ledger.iter_failures())
    assert ledger.add(original(), record()).what == "already there"


def test_feeds_are_followed_once_and_remember_how_far(ledger: Ledger) -> None:
    assert ledger.follow("http://e.example/feed")
    assert not ledger.follow("http://e.example/feed")
    ledger.note_feed("http://e.example/feed", '"abc"', None, ["1", "2"])
    (feed,) = ledger.iter_feeds()
    assert (feed.url, feed.etag, feed.last_modified, feed.seen) == ("http://e.example/feed", '"abc"', None, ("1", "2"))
    with pytest.raises(NotInLedger):
        ledger.note_feed("http://e.example/other", None, None, [])


SECRET = "Zanubia"


def bytes_left(place: Place, words: str) -> list[Path]:
    """The files in which words are still found."""
    if place.server is not None:
        place.server.sql("CHECKPOINT")
        folders = [place.server.folder / "cluster" / "base", place.originals]
    else:
        folders = [place.files]
    forms = [form for each in (words, words.lower()) for form in (each.encode(), each.encode("utf-16-le"))]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(form in path.read_bytes() for form in forms)]


def test_nothing_of_a_purged_report_is_left(place: Place) -> None:
    secret = f"{TEXT}{SECRET} told the office where they hide. " * 40
    with place.open() as ledger:
        ledger.add(original(), record())
        ledger.add(
            original(secret, name=f"{SECRET}.txt"),
            record(secret, title=f"{SECRET} speaks", url=f"http://e.example/{SECRET}"),
        )
        ledger.add(original(secret), record(secret, reader=NEWER))
        ledger.add(original("other"), record("other"))
        ledger.judge("r2.1.s1", "wrong", SECRET, why=f"{SECRET} said so")
        ledger.fail(f"{SECRET}.txt", "ModelError", SECRET, original=original(secret))
        before = ledger.head()[0]
        ledger.purge("r2", "safety of the witness", who="Ada")
        assert not bytes_left(place, SECRET)
        assert not list(ledger.verify())
        assert not list(ledger.find(SECRET))
        assert [r.id for r in ledger.iter_reports()] == ["r1", "r3"]
        assert (ledger.count().purged, ledger.head()[0]) == (1, before + 1)
        with pytest.raises(NotInLedger, match=r"Ada purged it on .* \(safety of the witness\)"):
            ledger.get_report("r2")
        for call in (ledger.get_record, ledger.get_original):
            with pytest.raises(NotInLedger):
                call("r2")
        assert [hit.report_id for hit in ledger.find("bridge burning")] == ["r1"]
    with place.open() as ledger:
        assert ledger.add(original("fourth"), record("fourth")).report_id == "r4"


def test_a_purged_report_is_not_taken_up_again(ledger: Ledger) -> None:
    ledger.add(original(), record())
    ledger.purge("r1", "safety")
    assert ledger.known([original().sha256], READER) == {original().sha256}
    with pytest.raises(Purged, match="not taken up again"):
        ledger.add(original(), record())
    assert not ledger.originals.path_of(original().sha256).exists()
    assert not list(ledger.verify())


def test_purging_a_version_closes_the_gap(ledger: Ledger) -> None:
    for words in ("first", "second", "third"):
        capture = Capture("url", "2019-01-14T00:00:00Z", "http://e.example/a")
        ledger.add(Original.of(words.encode(), "text/html", "http://e.example/a", (), capture), record(words))
    ledger.purge("r2", "safety")
    assert [(r.id, r.version, r.previous) for r in ledger.iter_reports()] == [("r1", 1, None), ("r3", 3, "r1")]


def test_purging_what_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(NotInLedger):
        ledger.purge("r1", "safety")


def test_numbers_are_never_given_twice(ledger: Ledger) -> None:
    ledger.add(original(), record())
    ledger.judge("r1", "wrong")
    ledger.purge("r1", "safety")
    ledger.add(original("other"), record("other"))
    assert ledger.judge("r2", "right").id == "j2"


def test_reading_and_model_are_told(ledger: Ledger) -> None:
    ledger.add(original(), record(reader=dataclasses.replace(READER, seconds=0.25)))
    read = [json.loads(s.details) for s in ledger.iter_custody() if s.action == "read"]
    assert [each["reader"] for each in read] == [["tester", "1", "a" * 64]]
