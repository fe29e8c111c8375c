"""Reports out of web archives: each record comes in, is skipped or fails, by name, and a broken one costs only itself."""

from __future__ import annotations

import gzip
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastwarc.stream_io import ZstdWriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError, RefusedInput, TooLarge, UnreadableInput
from onrecord.fetch import Failed, Found, Jail, Skipped, iter_inputs
from onrecord.fetch.archives import FUNCTION, iter_archive
from onrecord.record.original import Original, Stated
from tests.fetch.warcs import digest_of, http, packed, page, record

GOOD = [record(http(page(number)), f"http://news.example.org/{number}") for number in range(5)]


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    opened = Jail(FUNCTION, seconds=3.0)
    yield opened
    opened.close()


def read(path: Path, content: bytes, jail: Jail | None = None, most_bytes: int = 1_000_000) -> list[Found]:
    path.write_bytes(content)
    return list(iter_archive(str(path), most_bytes, jail))


def contents(found: list[Found]) -> list[bytes]:
    return [one.content for one in found if isinstance(one, Original)]


def test_a_page_out_of_an_archive_says_where_and_when_it_was_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(GOOD[0], GOOD[1]))
    first, second = iter_inputs([str(path)])
    assert isinstance(first, Original)
    assert isinstance(second, Original)
    assert first.name == f"{path}#0 http://news.example.org/0"
    assert second.name == f"{path}#{len(packed(GOOD[0]))} http://news.example.org/1"
    assert (first.content, first.media_type) == (page(0), "text/html")
    assert first.stated == (Stated("archive header", url="http://news.example.org/0"),)
    capture = first.capture
    assert capture is not None
    assert (capture.way, capture.at, capture.url) == ("archive", "2018-11-12T10:00:00Z", "http://news.example.org/0")
    assert (capture.status, capture.headers, capture.whole) == (200, (("Content-Type", "text/html"),), None)


def zstd(*records: bytes) -> bytes:
    out = io.BytesIO()
    for one in records:
        writer = ZstdWriter(out)
        writer.write(one)
        writer.close()
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.warc", b"".join(GOOD)),
        ("a.warc.gz", packed(*GOOD)),
        ("a.warc.gz", gzip.compress(b"".join(GOOD))),
        ("a.warc.zst", zstd(*GOOD)),
    ],
    ids=["plain", "gzip", "one gzip", "zstd"],
)
def test_each_way_of_packing(tmp_path: Path, jail: Jail, name: str, content: bytes) -> None:
    found = read(tmp_path / name, content, jail)
    assert contents(found) == [page(number) for number in range(5)]
    assert len(found) == 5


CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page(0)), page(0))
KINDS: list[tuple[bytes, str]] = [
    (record(http(page(0))), "text/html"),
    (record(http(CHUNKED, Transfer_Encoding="chunked")), "text/html"),
    (record(http(gzip.compress(page(0)), Content_Encoding="gzip")), "text/html"),
    (record(http(page(0), Content_Type="")), "text/html"),
    (record(http(page(0)), WARC_Block_Digest=digest_of(http(page(0)))), "text/html"),
    (record(http(page(0)), WARC_Payload_Digest=digest_of(page(0))), "text/html"),
    (record(http(page(0)), WARC_Payload_Digest="sha9:UNKNOWN"), "text/html"),
    (record(page(0), kind="resource", Content_Type="text/html"), "text/html"),
    (record(http(b"%PDF-1.4", Content_Type="application/pdf")), "application/pdf"),
    (record(http(b'{"text": "Town taken"}', Content_Type="application/json")), "application/json"),
    (record(http(b"Town taken", Content_Type="text/plain")), "text/plain"),
]


@pytest.mark.parametrize(("content", "media_type"), KINDS)
def test_what_is_read(tmp_path: Path, jail: Jail, content: bytes, media_type: str) -> None:
    found, last = read(tmp_path / "a.warc", content + GOOD[4], jail)
    assert isinstance(found, Original), found
    assert found.media_type == media_type
    if media_type == "text/html":
        assert found.content == page(0)
    assert isinstance(last, Original)


SKIPPED = [
    (record(b"software: x", kind="warcinfo"), "a warcinfo record, which holds no report"),
    (record(b"GET / HTTP/1.1\r\n\r\n", kind="request"), "a request record, which holds no report"),
    (record(b"HTTP/1.1 200 OK\r\n\r\n", kind="revisit"), "a revisit record, which holds no report"),
    (record(http(page(0), "404 Not Found")), "an answer with status 404"),
    (record(http(b"x", "301 Moved", Location="/")), "an answer with status 301"),
    (record(http(b"")), "an answer without content"),
    (record(http(b"GIF89a", Content_Type="image/gif")), "image/gif is not read"),
    (record(http(bytes(3_000_000), Content_Type="video/mp4")), "video/mp4 is not read"),
    (record(http(b"User-agent: *", Content_Type="text/plain"), "http://a.org/robots.txt"), "a robots.txt"),
    (record(http(b"[1]", Content_Type="application/json")), "JSON that holds no article"),
]


@pytest.mark.parametrize(("content", "reason"), SKIPPED, ids=[case[1] for case in SKIPPED])
def test_what_is_skipped_is_named(tmp_path: Path, jail: Jail, content: bytes, reason: str) -> None:
    skipped, last = read(tmp_path / "a.warc.gz", packed(content, GOOD[4]), jail)
    assert isinstance(skipped, Skipped), skipped
    assert skipped.reason == reason
    assert f"{tmp_path / 'a.warc.gz'}#0" in skipped.name
    assert isinstance(last, Original)


BOMB = http(gzip.compress(bytes(200_000_000)), Content_Encoding="gzip")
FAILED: list[tuple[str, bytes, type[InputError], str]] = [
    ("large", record(http(bytes(3_000_000))), TooLarge, "has more bytes than a report may have"),
    ("bomb", record(BOMB), TooLarge, "has more bytes than a report may have"),
    ("pack", record(http(b"\x1f\x8b\x08rubbish", Content_Encoding="gzip")), UnreadableInput, "cannot be unpacked"),
    ("digest", record(http(page(0)), WARC_Block_Digest=digest_of(b"")), UnreadableInput, "not those whose digest"),
    ("payload", record(http(page(0)), WARC_Payload_Digest=digest_of(b"")), UnreadableInput, "not those whose digest"),
]


@pytest.mark.parametrize("packing", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize(("fault", "content", "error", "said"), FAILED, ids=[case[0] for case in FAILED])
def test_a_bad_record_costs_only_itself(
    tmp_path: Path, jail: Jail, packing: str, fault: str, content: bytes, error: type[InputError], said: str
) -> None:
    records = [GOOD[0], content, GOOD[1]]
    found = read(tmp_path / packing, packed(*records) if packing.endswith("gz") else b"".join(records), jail)
    assert [type(one) for one in found] == [Original, Failed, Original]
    assert isinstance(found[1], Failed)
    assert type(found[1].error) is error
    assert re.search(rf"#\d+ http://news.example.org/a: .*{said}", str(found[1].error))


HOLE = packed(GOOD[1])
BROKEN: dict[str, tuple[str, bytes, list[int], int]] = {
    "rubbish between": ("a.warc.gz", packed(GOOD[0]) + b"rubbish" * 9 + packed(GOOD[2], GOOD[3]), [0, 2, 3], 1),
    "rubbish in plain": ("a.warc", GOOD[0] + b"rubbish\r\n\r\n" + GOOD[2], [0, 2], 1),
    "flipped bytes": (
        "a.warc.gz",
        packed(GOOD[0]) + HOLE[:60] + b"\xff\xff\xff\xff" + HOLE[64:] + packed(GOOD[2]),
        [0, 2],
        1,
    ),
    "cut at the end": ("a.warc.gz", packed(*GOOD)[:-40], [0, 1, 2, 3], 1),
    "cut plain": ("a.warc", b"".join(GOOD)[:-40], [0, 1, 2, 3], 1),
    "length too long": ("a.warc", GOOD[0] + record(http(page(9)), Content_Length="99999") + GOOD[2], [0, 2], 1),
    "length of terabytes": ("a.warc", GOOD[0] + record(http(page(9)), Content_Length="9" * 13) + GOOD[2], [0, 2], 1),
    "length below nought": ("a.warc", GOOD[0] + record(http(page(9)), Content_Length="-5") + GOOD[2], [0, 2], 1),
    "no end of a header": (
        "a.warc",
        GOOD[0] + b"WARC/1.0\r\nWARC-Type: " + b"x" * 200_000 + b"\r\n\r\n" + GOOD[2],
        [0, 2],
        1,
    ),
    "nothing": ("a.warc", b"", [], 1),
    "a text": ("a.warc", b"The army said so.\n" * 99, [], 1),
    "no gzip": ("a.warc.gz", b"The army said so.\n" * 99, [], 1),
    "a picture": ("a.warc.gz", b"\x89PNG" + os.urandom(5_000), [], 1),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_reading_goes_on_after_damage(tmp_path: Path, jail: Jail, fault: str) -> None:
    name, content, good, failures = BROKEN[fault]
    found = read(tmp_path / name, content, jail)
    assert contents(found) == [page(number) for number in good], found
    failed = [one for one in found if isinstance(one, Failed)]
    assert len(failed) == failures, failed
    assert all(str(one.error).startswith(str(tmp_path / name)) for one in failed)
    assert len({one.name for one in found}) == len(found)


@pytest.mark.parametrize("deed", ["sleep", "hoard", "die"])
def test_a_record_that_breaks_the_child_costs_only_itself(
    tmp_path: Path, deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parent)
    with Jail("children:archive", seconds=1.0) as child:
        bad = record(http(page(9)), f"http://{deed}/")
        found = read(tmp_path / "a.warc.gz", packed(GOOD[0], bad, GOOD[1]), child)
    assert [type(one) for one in found] == [Original, Failed, Original]
    assert found[1].name == f"{tmp_path / 'a.warc.gz'}#{len(packed(GOOD[0]))}"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_ends_and_loses_no_record_before_it(tmp_path: Path, jail: Jail, data: st.DataObject) -> None:
    content = packed(*GOOD) if data.draw(st.booleans()) else b"".join(GOOD)
    at = data.draw(st.integers(0, len(content)))
    damage = data.draw(st.binary(max_size=12))
    spoilt = content[:at] + damage + content[at + data.draw(st.integers(0, 20)) :]
    found = read(tmp_path / ("a.warc" if content == b"".join(GOOD) else "a.warc.gz"), spoilt, jail)
    whole = [number for number in range(5) if sum(map(len, GOOD[: number + 1])) <= at]
    if content == b"".join(GOOD):
        assert contents(found)[: len(whole)] == [page(number) for number in whole]
    assert all(one.name.isprintable() for one in found)


def test_names_in_an_archive_are_only_names(tmp_path: Path, jail: Jail) -> None:
    url = "file:///../../etc/\x1b[31mpasswd\x00"
    (found,) = read(tmp_path / "a.warc", record(http(page(0)), url), jail)
    assert found.name.isprintable()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.warc"]


def test_an_archive_behind_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(GOOD[0])
    (tmp_path / "b.warc").symlink_to(tmp_path / "a.warc")
    (found,) = iter_inputs([str(tmp_path / "b.warc")])
    assert isinstance(found, Failed)
    assert isinstance(found.error, RefusedInput)
