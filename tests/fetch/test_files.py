"""What comes in from files, folders and standard input; nothing that is found goes unnamed."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import RefusedInput, TooLarge, UnreadableInput
from onrecord.fetch import Failed, Given, Skipped, iter_inputs
from onrecord.record.original import Original


def by_name(folder: Path) -> dict[str, object]:
    return {found.name.removeprefix(f"{folder}/"): found for found in iter_inputs([str(folder)])}


def failure(path: Path) -> Failed:
    (found,) = iter_inputs([str(path)])
    assert isinstance(found, Failed)
    assert str(found.error).startswith(str(path))
    return found


def test_a_file_comes_in_as_its_bytes_with_their_hash(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    content = b"Town taken\r\n\r\n\xff"
    path.write_bytes(content)
    (found,) = iter_inputs([str(path)])
    assert found == Original(hashlib.sha256(content).hexdigest(), content, "text/plain", str(path))


@pytest.mark.parametrize("name", ["a.html", "a.htm", "A.HTML"])
def test_pages_are_known_by_their_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"<p>x</p>")
    (found,) = iter_inputs([str(tmp_path / name)])
    assert isinstance(found, Original)
    assert found.media_type == "text/html"


def test_a_folder_is_walked_in_order_and_accounts_for_everything(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.pdf", "d.eml", "notes.docx", "README", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "gold.jsonl").write_text('{"document": {"id": "a", "text": "One."}}\n{"text": "Two."}\n')
    (tmp_path / "list.json").write_text('[{"text": "Three."}]')
    (tmp_path / "claims.jsonl.gz").write_bytes(gzip.compress(b'{"id": "c", "spans": [{"text": "x"}]}\n' * 3))
    (tmp_path / "settings.json").write_text('{"colour": "blue"}')
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.txt").write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = by_name(tmp_path)
    assert [name for name, thing in found.items() if isinstance(thing, Original | Given)] == [
        "a.html",
        "b.txt",
        "c.pdf",
        "d.eml",
        "gold.jsonl line 1",
        "gold.jsonl line 2",
        "list.json record 1",
        "sub/c.txt",
    ]
    reasons = {name: thing.reason for name, thing in found.items() if isinstance(thing, Skipped)}
    assert reasons == {
        ".git": "hidden",
        ".hidden.txt": "hidden",
        "README": "the name does not say what kind of file it is",
        "link.txt": "a symbolic link; name its target to have it read",
        "loop": "a symbolic link; name its target to have it read",
        "notes.docx": ".docx files are not read",
        "claims.jsonl.gz": "JSON that holds neither records nor articles, as its beginning shows",
        "settings.json": "JSON that holds neither records nor articles, as its beginning shows",
    }


def make_link(path: Path) -> None:
    path.with_name("target.txt").write_text("x")
    path.symlink_to(path.with_name("target.txt"))


def make_big(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(20_000_001)


@pytest.mark.parametrize(
    ("name", "make", "error", "said"),
    [
        ("gone.txt", lambda path: None, UnreadableInput, "cannot be opened.*check the path"),
        ("link.txt", make_link, RefusedInput, "symbolic link.*name its target"),
        ("pipe.txt", os.mkfifo, RefusedInput, "not a regular file.*standard input"),
        ("paper.docx", Path.touch, RefusedInput, "files of this kind are not read.*save the report"),
        ("big.txt", make_big, TooLarge, "20,000,001 bytes.*20,000,000.*cut it"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(
    tmp_path: Path, name: str, make: Callable[[Path], object], error: type[Exception], said: str
) -> None:
    path = tmp_path / name
    make(path)
    found = failure(path)
    assert type(found.error) is error
    with pytest.raises(error, match=said):
        raise found.error


def test_one_bad_path_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("x")
    found = list(iter_inputs([str(tmp_path / "a.txt"), "bad\x00name.txt", str(tmp_path / "b.txt")]))
    assert [type(thing) for thing in found] == [Failed, Failed, Original]
    assert found[1].name == "bad\\x00name.txt"


def test_a_name_may_be_printed_whatever_it_holds(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\x1b[31m\xff\n.txt")).write_text("x")
    (found,) = iter_inputs([str(tmp_path)])
    assert found.name.isprintable()
    found.name.encode("utf-8")


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"Town taken\n\nThe army said so.", "text/plain"),
        (b"{not a record}\nThe army said so.", "text/plain"),
        (b"  <!-- saved --> <!DOCTYPE html><p>x", "text/html"),
        (b"\xef\xbb\xbf<html><p>x", "text/html"),
        (b"<3 is what he wrote", "text/plain"),
        (b"", "text/plain"),
        (b"%PDF-1.4\n1 0 obj", "application/pdf"),
        (b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n\r\nTown taken", "message/rfc822"),
        (b"Received: from a\n by b\nDate: x\nSubject: y\n\nTown taken", "message/rfc822"),
        (b"From: the army\n\nIt said so.", "text/plain"),
        (b'{"title": "A", "text": "Town taken"}', "application/json"),
    ],
)
def test_standard_input(content: bytes, media_type: str) -> None:
    (found,) = iter_inputs(["-"], standard_input=io.BytesIO(content))
    name = "standard input line 1" if media_type == "application/json" else "standard input"
    assert found == Original.of(content, media_type, name)


def test_records_on_standard_input() -> None:
    stream = io.BytesIO(b'{"document": {"id": "a", "text": "One."}}\n{"document": {"id": "b", "text": "Two."}}\n')
    found = list(iter_inputs(["-"], standard_input=stream))
    assert [(thing.document.id, thing.name) for thing in found if isinstance(thing, Given)] == [
        ("a", "standard input line 1"),
        ("b", "standard input line 2"),
    ]


@pytest.mark.parametrize("content", [b"x" * 11, b"x\n" * 6])
def test_standard_input_has_the_same_limit(content: bytes) -> None:
    (found,) = iter_inputs(["-"], standard_input=io.BytesIO(content), most_bytes=10)
    assert isinstance(found, Failed)
    assert isinstance(found.error, TooLarge)
