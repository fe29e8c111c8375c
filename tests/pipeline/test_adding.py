"""Reports into a ledger: each kept as soon as it is read, nothing read twice, nothing lost when one fails or all stops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import api
from onrecord.fetch import Found, Given
from onrecord.ledger import Ledger, open_ledger
from onrecord.pipeline import AlreadyThere, Came, Failed, Kept, Left, Skipped, iter_inputs
from onrecord.record import Document, dumps
from onrecord.record.original import Original
from tests.cli.fakes import FakeReader
from tests.export.materials import record_of
from tests.fetch.servers import Server, local_web, reply, serving
from tests.fetch.test_feeds import item, rss


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "onrecord.db", create=True) as opened:
        yield opened


def text(number: int) -> Original:
    content = f"Report {number}\n\nMayor Brun said the bridge number {number} is held.\n".encode()
    return Original.of(content, "text/plain", f"{number}.txt")


def added(ledger: Ledger, found: list[Found], reader: FakeReader | None = None) -> list[Came]:
    return list(api.add_found(found, ledger, reader=reader or FakeReader()))


def test_every_report_that_is_yielded_is_in_the_ledger_at_that_moment(ledger: Ledger) -> None:
    coming = api.add_found((text(number) for number in range(30)), ledger, reader=FakeReader())
    for count, came in enumerate(coming, start=1):
        assert isinstance(came, Kept)
        assert ledger.count().reports >= count
        assert ledger.get_record(came.report) == came.record


def test_what_is_there_is_not_read_again(ledger: Ledger) -> None:
    added(ledger, [text(1), text(2)])
    reader = FakeReader()
    came = added(ledger, [text(1), text(3), text(2), text(3)], reader)
    assert [type(one) for one in came] == [AlreadyThere, Kept, AlreadyThere, AlreadyThere]
    assert sum(reader.batches) == 1
    assert [report.captures for report in ledger.iter_reports()] == [1, 1, 1]


def test_the_same_bytes_that_failed_a_moment_ago_fail_once_more_by_their_own_name(ledger: Ledger) -> None:
    bad = [Original.of(b"FAULT is here, nobody knows why it is so.", "text/plain", name) for name in ("a.txt", "b.txt")]
    came = added(ledger, [bad[0], text(1), bad[1]])
    assert [type(one) for one in came] == [Failed, Kept, Failed]
    assert [failure.name for failure in ledger.iter_failures()] == ["a.txt", "b.txt"]
    assert ledger.count().reports == 1


def test_a_failure_is_closed_when_the_report_comes_after_all(ledger: Ledger, tmp_path: Path) -> None:
    missing = tmp_path / "late.txt"
    assert [type(one) for one in api.add([missing], ledger, reader=FakeReader())] == [Failed]
    missing.write_text("Mayor Brun said it is late.", encoding="utf-8")
    assert [type(one) for one in api.retry(ledger, reader=FakeReader())] == [Kept]
    assert list(ledger.iter_failures()) == []


def test_a_document_without_a_line_of_its_own_is_kept_as_the_record_that_it_is(ledger: Ledger) -> None:
    document = Document("doc-1", "Mayor Brun said the bridge is held.")
    (came,) = added(ledger, [Given(document, "doc-1")])
    assert isinstance(came, Kept)
    assert b'"doc-1"' in ledger.get_original(came.report).content
    assert [type(one) for one in added(ledger, [Given(document, "doc-1")])] == [AlreadyThere]


def test_a_purged_report_is_not_taken_up_again(ledger: Ledger) -> None:
    added(ledger, [text(1)])
    ledger.purge("r1", "names a witness")
    (came,) = added(ledger, [text(1)])
    assert isinstance(came, Skipped)
    assert "purged" in came.reason
    assert ledger.count().reports == 0


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        for number in range(1, 4):
            page = f"<html><body><article><p>Mayor Brun said the bridge number {number} is held.</p></article></body></html>"
            running.replies[f"/{number}"] = reply(page.encode())
        yield running


def refreshed(ledger: Ledger, server: Server) -> list[str]:
    came = api.refresh(ledger, reader=FakeReader(), web=local_web(server))
    return [type(one).__name__ for one in came]


def test_a_feed_brings_what_is_new_and_is_believed_when_it_says_that_nothing_is(ledger: Ledger, server: Server) -> None:
    server.replies["/feed"] = reply(rss(item(2), item(1)), "application/rss+xml", ETag='"one"')
    assert ledger.follow(server.address("/feed"))
    assert not ledger.follow(server.address("/feed"))
    assert refreshed(ledger, server) == ["Kept", "Kept"]
    first = ledger.get_report("r1")
    assert (first.url, first.publisher, first.published) == (server.address("/1"), "Example News", "2018-11-12")
    assert next(iter(ledger.iter_feeds())).etag == '"one"'
    server.replies["/feed"] = reply(rss(item(3), item(2), item(1)), "application/rss+xml", ETag='"two"')
    server.requests.clear()
    assert refreshed(ledger, server) == ["AlreadyThere", "AlreadyThere", "Kept"]
    assert server.asked == ["/feed", "/3"]
    server.replies["/feed"] = reply(status="304 Not Modified")
    assert refreshed(ledger, server) == ["Skipped"]
    assert 'If-None-Match: "two"' in server.requests[-1]


def test_a_feed_is_not_written_down_as_seen_before_its_reports_are_kept(ledger: Ledger, server: Server) -> None:
    server.replies["/feed"] = reply(rss(item(2), item(1)), "application/rss+xml", ETag='"one"')
    ledger.follow(server.address("/feed"))
    coming = api.refresh(ledger, reader=FakeReader(), web=local_web(server))
    assert isinstance(next(coming), Kept)
    coming.close()
    assert next(iter(ledger.iter_feeds())).seen == ()
    assert refreshed(ledger, server)[0] == "AlreadyThere"
    assert ledger.count().reports == 2


def test_an_address_that_gives_other_bytes_later_is_a_second_version(ledger: Ledger, server: Server) -> None:
    def add() -> list[Came]:
        from onrecord.pipeline import iter_inputs

        return list(
            api.add_found(iter_inputs([server.address("/1")], web=local_web(server)), ledger, reader=FakeReader())
        )

    assert isinstance(add()[0], Kept)
    server.replies["/1"] = reply(
        b"<html><body><article><p>Mayor Brun denied that it is held.</p></article></body></html>"
    )
    assert isinstance(add()[0], Kept)
    assert [(report.id, report.version, report.previous) for report in ledger.iter_reports()] == [
        ("r1", 1, None),
        ("r2", 2, "r1"),
    ]


def lines(folder: Path, *records: str) -> list[Found]:
    path = folder / "reports.jsonl"
    path.write_text("".join(f"{line}\n" for line in records), encoding="utf-8")
    return list(iter_inputs([str(path)]))


def test_a_record_that_names_its_reader_is_kept_as_it_is_and_not_read(ledger: Ledger, tmp_path: Path) -> None:
    given, reader = record_of("sha256:d1"), FakeReader()
    found = lines(tmp_path, dumps(given))
    (left,) = api.add_found(found, ledger, dry=True, reader=reader)
    assert type(left) is Left
    (came,) = added(ledger, found, reader)
    assert isinstance(came, Kept)
    assert dumps(ledger.get_record("r1")) == dumps(given)
    assert ledger.get_report("r1").reader == "tester"
    assert [type(one) for one in added(ledger, found, reader)] == [AlreadyThere]
    assert sum(reader.batches) == 0
    assert not list(ledger.verify())


def test_a_record_without_a_reader_is_a_text_that_is_read(ledger: Ledger, tmp_path: Path) -> None:
    reader = FakeReader()
    (came,) = added(ledger, lines(tmp_path, dumps(replace(record_of("sha256:d1"), reader=None))), reader)
    assert isinstance(came, Kept)
    assert came.record.document.id == "sha256:d1"
    assert came.record.reader == reader.identity
    assert sum(reader.batches) == 1


def test_a_record_whose_spans_are_wrong_fails_alone(ledger: Ledger, tmp_path: Path) -> None:
    good = dumps(record_of("sha256:d1"))
    wrong = dumps(record_of("sha256:d2")).replace('"text":"General Rafiq Haddad"', '"text":"General Rafiq Hadda?"')
    bad, kept = added(ledger, lines(tmp_path, wrong, good))
    assert isinstance(bad, Failed)
    assert "line 1" in bad.name
    assert isinstance(kept, Kept)
    assert [failure.name for failure in ledger.iter_failures()] == [bad.name]
