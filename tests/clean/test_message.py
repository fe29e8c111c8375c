"""Messages: the plain text of one, led back to the bytes of the whole message."""

from __future__ import annotations

import base64
import quopri
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean import Cleaned
from onrecord.clean.report import clean
from onrecord.errors import RefusedInput, UnreadableInput
from onrecord.record.original import Original

TEXT = "The café’s owner said on Monday that the army had taken the town."


def cleaned(content: bytes) -> Cleaned:
    return clean(Original.of(content, "message/rfc822", "a.eml"))


def message(body: bytes, *header: str, kind: str = "text/plain; charset=utf-8", encoding: str = "8bit") -> bytes:
    lines = [*header, "MIME-Version: 1.0", f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def part(body: bytes, kind: str, *header: str) -> bytes:
    return "\r\n".join([f"--edge\r\nContent-Type: {kind}", *header]).encode() + b"\r\n\r\n" + body + b"\r\n"


def multipart(*parts: bytes, kind: str = "mixed") -> bytes:
    return message(b"".join(parts) + b"--edge--\r\n", kind=f'multipart/{kind}; boundary="edge"')


def undone(raw: bytes, encoding: str) -> str:
    return (quopri.decodestring(raw) if encoding == "quoted-printable" else raw).decode()


@given(
    st.text(st.sampled_from("abc dé“日😀=.\n"), min_size=1, max_size=200),
    st.sampled_from(["8bit", "binary", "quoted-printable"]),
)
def test_every_character_has_its_bytes(text: str, encoding: str) -> None:
    plain = f"Town {text}".encode()
    body = quopri.encodestring(plain) if encoding == "quoted-printable" else plain
    content = message(body, "Subject: Town", encoding=encoding)
    document = cleaned(content).document
    assert document.origin is not None
    assert document.origin.length == len(content)
    for index, character in enumerate(document.text):
        place = document.origin.bytes_of(index, index + 1)
        assert place is not None
        raw = content[slice(*place)]
        assert undone(raw.rstrip(b"\n") if character != "\n" else raw, encoding).strip("\r") == character.strip("\r")


def test_words_of_a_part_are_not_looked_for_elsewhere() -> None:
    content = multipart(
        part(b"Town taken", "text/x-other"),
        part(b"Town taken\r\nDenied", "text/plain"),
        part(b"Town taken", "text/plain"),
    ).replace(b"MIME", b"Subject: Town taken\r\nX: Town taken\r\nMIME")
    document = cleaned(content).document
    assert document.origin is not None
    place = document.origin.bytes_of(0, 10)
    assert place is not None
    assert place[0] == content.index(b"Town taken\r\nDenied")


def test_base64_has_text_but_no_bytes_and_says_so() -> None:
    found = cleaned(message(base64.encodebytes(TEXT.encode()), encoding="base64"))
    document = found.document
    assert document.text.strip() == TEXT
    assert document.origin is not None
    assert document.origin.runs == ()
    assert any("written in 'base64'" in note.what for note in found.notes)


def test_a_page_in_base64_is_read_too() -> None:
    page = f"<html><body><nav>Home</nav><article><p>{TEXT}</p><p>{TEXT} Again.</p></article></body></html>".encode()
    document = cleaned(message(base64.encodebytes(page), kind="text/html; charset=utf-8", encoding="base64")).document
    assert TEXT in document.text
    assert all(removed.bytes is None for removed in document.removed)


def test_plain_text_comes_before_a_page_and_what_is_left_is_named() -> None:
    parts = (
        part(f"<p>{TEXT} Page.</p>".encode(), "text/html; charset=utf-8"),
        part(TEXT.encode(), "text/plain; charset=utf-8"),
        part(b"xx", "image/png", "Content-Disposition: attachment; filename=../../map.png"),
        part(b"later", "text/plain", "Content-Disposition: attachment; filename=notes.txt"),
    )
    found = cleaned(multipart(*parts))
    assert found.document.text.strip() == TEXT
    said = [note.what for note in found.notes]
    assert "attachment '../../map.png' (image/png) is not read" in said
    assert "attachment 'notes.txt' (text/plain) is not read" in said
    assert "another part of the message (text/html) is not read" in said


def test_a_page_is_read_where_the_plain_text_is_empty() -> None:
    page = f"<html><body><article><p>{TEXT}</p></article></body></html>".encode()
    content = multipart(part(b" \r\n", "text/plain"), part(page, "text/html; charset=utf-8"), kind="alternative")
    document = cleaned(content).document
    assert document.text.strip() == TEXT
    assert document.origin is not None
    start = document.text.index("town")
    place = document.origin.bytes_of(start, start + 4)
    assert place is not None
    assert content[slice(*place)] == b"town"


@pytest.mark.parametrize(
    ("sender", "byline", "publisher"),
    [
        ("Mona Writer <mona@example.org>", "Mona Writer", None),
        ("=?utf-8?q?Mona_Writ=C3=A9r?= <mona@example.org>", "Mona Writér", None),
        ("mona@example.org", None, None),
        ('"mona@example.org" <mona@example.org>', None, None),
        ("Reuters <news@example.org>", None, "Reuters"),
        ("Example Daily News <news@example.org>", None, "Example Daily News"),
        ("<>", None, None),
        ("=?no-such-charset?q?x?= <a@example.org>", "=?no-such-charset?q?x?=", None),
    ],
)
def test_who_sent_it(sender: str, byline: str | None, publisher: str | None) -> None:
    header = (f"From: {sender}", "Subject: Town\r\n taken", "Date: Mon, 12 Nov 2018 23:50:00 -0500")
    document = cleaned(message(TEXT.encode(), *header)).document
    assert (document.byline, document.publisher) == (byline, publisher)
    assert (document.title, document.published) == ("Town taken", "2018-11-12")


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "no-such-charset", "utf-7"])
def test_a_charset_is_believed_as_far_as_the_bytes_fit(charset: str) -> None:
    document = cleaned(message(TEXT.encode("windows-1252"), kind=f"text/plain; charset={charset}")).document
    assert document.text == TEXT


@pytest.mark.parametrize("content", [b"", b"Subject: x\r\n\r\n", multipart(part(b"x", "image/png"))])
def test_a_message_without_words_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.eml: .*(no text with words|is empty)"):
        cleaned(content)


def test_too_many_parts() -> None:
    with pytest.raises(RefusedInput, match="more than 1,000 parts"):
        cleaned(multipart(*[part(b"x", "text/plain")] * 1_500))


def test_nesting_without_end() -> None:
    content = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (number, number) for number in range(3_000)
    )
    with pytest.raises((RefusedInput, UnreadableInput, RecursionError)):
        cleaned(content + TEXT.encode())


def test_names_of_files_are_printable_words() -> None:
    name = "=?utf-8?q?=1B[31m=E2=80=AEgnp.x?="
    content = multipart(
        part(TEXT.encode(), "text/plain"),
        part(b"x", "image/png", f'Content-Disposition: attachment; filename="{name}"'),
    )
    said = [note.what for note in cleaned(content).notes if note.what.startswith("attachment")]
    assert said
    assert all(re.fullmatch(r"[ -~]+", what) for what in said)
