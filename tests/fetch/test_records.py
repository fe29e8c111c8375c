"""Documents out of records: the text as it stands, and one bad line costs itself only."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError, TooLarge, UnreadableInput
from onrecord.fetch import Failed, Given, iter_inputs
from onrecord.fetch.records import iter_records
from onrecord.record.original import Original


def lines(*documents: dict[str, Any]) -> bytes:
    return b"".join(json.dumps({"document": document}).encode() + b"\n" for document in documents)


def read(content: bytes) -> list[Given | Original | InputError]:
    return list(iter_records(io.BytesIO(content), "gold.jsonl"))


@given(
    st.text(min_size=1)
    .filter(str.strip)
    .filter(lambda text: text.isascii() or not any("\ud800" <= c < "\ue000" for c in text))
)
def test_no_character_is_added_or_removed(text: str) -> None:
    (found,) = read(lines({"id": "a", "text": text}))
    assert isinstance(found, Given)
    assert found.document.text == text


def test_id_and_metadata_are_kept_and_nothing_is_marked() -> None:
    document = {
        "id": "polls/7",
        "text": "BEIRUT (AP) — The army denied it.\n\nADVERTISEMENT\n",
        "title": "Denied",
        "publisher": "The Ledger",
        "published": "2018-12-14",
        "corpus": "polls",
        "origin": "put together from tokens",
    }
    (found,) = read(lines(document))
    assert isinstance(found, Given)
    kept = found.document
    assert (kept.id, kept.title, kept.publisher, kept.published) == ("polls/7", "Denied", "The Ledger", "2018-12-14")
    assert kept.extra["corpus"] == "polls"
    assert (kept.text, kept.removed, kept.dateline, kept.credit) == (document["text"], (), None, None)


def test_an_id_is_made_where_there_is_none() -> None:
    first, second, other = read(lines({"text": "One."}, {"text": "One."}, {"text": "Two."}))
    assert isinstance(first, Given)
    assert isinstance(second, Given)
    assert isinstance(other, Given)
    assert first.document.id == second.document.id != other.document.id


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"null", "has no document"),
        (b'{"title": "x"}', "has no document with a text, and is no article either"),
        (b'{"text": 5}', "has no document with a text, and is no article either"),
        (b'{"document": {"id": "a"}}', "has no document with a text"),
        (b'{"document": {"id": "a", "text": " "}}', "is empty"),
        (b'{"document": {"id": "a", "text": "a \\ud800"}}', "half of a character at offset 2"),
        (b'\xff{"document": {"id": "a", "text": "x"}}', "is not UTF-8"),
    ],
)
def test_a_bad_line_is_named_and_the_run_goes_on(line: bytes, said: str) -> None:
    good = lines({"id": "a", "text": "One."})
    first, bad, last = read(good + line + b"\n\n" + good)
    assert isinstance(first, Given)
    assert isinstance(last, Given)
    assert last.name == "gold.jsonl line 4"
    with pytest.raises(UnreadableInput, match=rf"^gold\.jsonl line 2: .*{said}"):
        raise bad  # type: ignore[misc]


def test_a_line_that_is_too_long_is_passed_over() -> None:
    good = lines({"id": "a", "text": "One."})
    found = list(iter_records(io.BytesIO(good + b"x" * 500 + b"\n" + good), "gold.jsonl", most_line=100))
    assert [type(thing) for thing in found] == [Given, TooLarge, Given]


def test_records_and_articles_in_one_file_are_told_apart_line_by_line() -> None:
    article = b'{"title": "Denied", "text": "The army \\u0064enied it.", "url": "https://example.org/a"}'
    record = lines({"id": "a", "text": "One."}).rstrip()
    first, second, third = read(record + b"\r\n" + article + b"\n" + record)
    assert isinstance(first, Given)
    assert first.content == record
    assert second == Original.of(article, "application/json", "gold.jsonl line 2")
    assert isinstance(third, Given)


@given(
    st.lists(st.dictionaries(st.text(), st.text()).map(lambda more: {**more, "text": "x"}), max_size=5), st.booleans()
)
def test_each_article_of_a_list_keeps_its_own_bytes(articles: list[dict[str, str]], escaped: bool) -> None:
    content = json.dumps(articles, indent=2, ensure_ascii=escaped).encode("utf-8", "ignore")
    found = read(content)
    originals = [one for one in found if isinstance(one, Original)]
    assert all(original.content in content for original in originals)
    values = json.loads(content)
    wanted = [value for value in values if not isinstance(value.get("document"), dict)]
    assert [json.loads(original.content) for original in originals] == wanted


def test_a_list_that_is_broken_gives_nothing() -> None:
    (failed,) = read(b'[{"text": "One."},\n{"text": "Two."')
    assert isinstance(failed, UnreadableInput)


def test_an_article_that_is_too_large_costs_only_itself() -> None:
    content = b'{"text": "' + b"x" * 200 + b'"}\n{"text": "x"}\n'
    found = list(iter_records(io.BytesIO(content), "gold.jsonl", most_bytes=100))
    assert [type(thing) for thing in found] == [TooLarge, Original]


def test_json_over_several_lines() -> None:
    one = {"document": {"id": "a", "text": "One."}}
    assert [thing.name for thing in read(json.dumps(one, indent=1).encode()) if isinstance(thing, Given)] == [
        "gold.jsonl"
    ]
    several = json.dumps([one, {"no": "record"}, one], indent=1).encode()
    assert [type(thing) for thing in read(several)] == [Given, UnreadableInput, Given]


def test_records_are_unpacked_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(lines(*({"id": str(number), "text": "One."} for number in range(1000)))))
    found = iter_inputs([str(path)])
    assert isinstance(found, Iterator)
    assert sum(isinstance(thing, Given) for thing in found) == 1000


def test_a_file_cut_off_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    # Stored without compression, so that the first lines can be had.
    path.write_bytes(gzip.compress(lines(*({"id": str(n), "text": f"Report {n}."} for n in range(5000))), 0)[:150_000])
    found = list(iter_inputs([str(path)]))
    assert isinstance(found[0], Given)
    assert isinstance(found[-1], Failed)
    assert "cannot be unpacked after line" in str(found[-1].error)


@pytest.mark.parametrize("content", [b"", b"no gzip"])
def test_what_is_no_gzip(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(content)
    (found,) = iter_inputs([str(path)])
    assert isinstance(found, Failed)
    assert isinstance(found.error, UnreadableInput)


def test_a_file_that_unpacks_to_far_too_much(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress((b" " * 999 + b"\n") * 30_000, 9))
    (found,) = [thing for thing in iter_inputs([str(path)]) if isinstance(thing, Failed)]
    assert isinstance(found.error, TooLarge)
