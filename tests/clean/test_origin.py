"""Every character of a text leads back to bytes that mean it."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.clean.report import clean
from onrecord.errors import UnreadableInput
from onrecord.record import Document
from onrecord.record.original import Original

LETTERS = "abc XYZ.,“”’é–ñßЖя日本中\u0301\u0308𝄞😀🇸🇾 \t"
ODD = "\r\n\n\x00\x07\x85\u2028\u202e\u200b\u00ad\ufeff"
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "windows-1252",
    "windows-1251",
    "shift_jis",
    "gb18030",
    "big5",
)


def cleaned(content: bytes, media_type: str = "text/plain") -> Document:
    return clean(Original.of(content, media_type, "x")).document


def bytes_behind(document: Document, content: bytes) -> list[tuple[str, bytes]]:
    """Each character with its bytes, empty for a character that was made up."""
    assert document.origin is not None
    assert document.origin.length == len(content)
    covered = 0
    pairs = []
    for run in document.origin.runs:
        assert run.text == covered, "runs leave no gap"
        covered += run.count
        for number in range(run.count):
            at = run.byte + number * run.width
            assert at + run.width <= len(content)
            pairs.append((document.text[run.text + number], content[at : at + run.width]))
    assert covered == len(document.text)
    return pairs


def meaning(raw: bytes, encoding: str) -> str:
    return raw.decode(encoding, "replace")


def check_plain(content: bytes) -> None:
    try:
        document = cleaned(content)
    except UnreadableInput:
        return
    assert document.origin is not None
    for character, raw in bytes_behind(document, content):
        assert raw, "a plain text has no character that is made up"
        said = meaning(raw, document.origin.encoding)
        if character == "\n":
            assert said in ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
        elif character == "\ufffd":
            assert set(said) <= {"\ufffd"} or not said.isprintable()
        else:
            assert said == character


@settings(max_examples=80)
@given(text=st.text(st.sampled_from(LETTERS + ODD), min_size=1, max_size=60), encoding=st.sampled_from(ENCODINGS))
@example(text="👩‍👩‍👧 a\u0301\r\n\r\nb", encoding="utf-8")
@example(text="One. 😀\r\nTwo.", encoding="utf-16")
def test_plain_text_in_any_encoding(text: str, encoding: str) -> None:
    check_plain(text.encode(encoding, "ignore"))


@settings(max_examples=80)
@given(st.binary(min_size=1, max_size=80))
@example(b"abc \xff\xfe\xc3 def \xe2\x82 ghi \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9")
@example(b"\xed\xa0\x80 half a pair \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9")
def test_any_bytes(content: bytes) -> None:
    check_plain(content)


@given(st.text(st.sampled_from("abc é😀\n."), min_size=1, max_size=60).filter(lambda text: any(map(str.isalnum, text))))
def test_plain_text_is_kept_as_it_stands(text: str) -> None:
    assert cleaned(text.encode()).text == text


def entity(character: str, kind: str) -> str:
    named = {"é": "&eacute;", "“": "&ldquo;", "”": "&rdquo;", "–": "&ndash;", "ß": "&szlig;", "ñ": "&ntilde;"}
    forms = {
        "named": named.get(character, character),
        "bare": {"é": "&eacute", "ñ": "&ntilde", "ß": "&szlig"}.get(character, character),
        "decimal": f"&#{ord(character)};",
        "hex": f"&#x{ord(character):X};",
        "open": f"&#{ord(character)} ",
        "literal": html.escape(character),
    }
    return forms[kind]


WORD = st.text(st.sampled_from("abcdefgh“”’é–ñßЖ日\u0301𝄞😀"), min_size=1, max_size=8)
KIND = st.sampled_from(["literal", "literal", "named", "bare", "decimal", "hex", "open"])
GAP = st.sampled_from([" ", "  ", "\n", "\r\n  ", "&nbsp;", " <b>", "</b> ", " <i>x</i> ", "\t", "<!-- no --> "])


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    pieces = ["The army said on Monday that it had taken the town near the river"]
    for word in draw(st.lists(WORD, min_size=3, max_size=12)):
        pieces.append(draw(GAP))
        pieces.extend(entity(character, draw(KIND)) for character in word)
    return f"<p>{''.join(pieces)}.</p>"


PAGE = """<!DOCTYPE html><html lang="en"><head>{meta}<title>Town taken</title><style>p {{}}</style></head><body>
<nav><a href="/">Home</a> &raquo; <a href="/w">World</a></nav><article><h1>Town taken &amp; held</h1>
{body}
</article><script>var a = "<p>not shown</p>";</script><footer>Who we are</footer></body></html>"""
METAS = st.sampled_from(["", '<meta charset="utf-8">', '<meta charset="iso-8859-1">', '<meta charset="utf-16">'])


def resolved(raw: bytes, encoding: str) -> str:
    return html.unescape(raw.decode(encoding, "replace"))


@settings(max_examples=40)
@given(st.lists(paragraphs(), min_size=1, max_size=4), METAS, st.sampled_from(["utf-8", "utf-8-sig", "windows-1252"]))
def test_page_with_entities_and_wrong_declarations(bodies: list[str], meta: str, encoding: str) -> None:
    content = PAGE.format(meta=meta, body="\n".join(bodies)).encode(encoding, "xmlcharrefreplace")
    document = cleaned(content, "text/html")
    assert document.origin is not None
    for character, raw in bytes_behind(document, content):
        said = resolved(raw, document.origin.encoding)
        if not raw:
            assert character.isspace(), "only white space is made up"
        elif character.isspace():
            assert said.isspace()
        else:
            assert said == character
    assert_nothing_lost(document, content)


def assert_nothing_lost(document: Document, content: bytes) -> None:
    """Each letter that the page shows is in the text, or in something reported as removed."""
    assert document.origin is not None
    seen = bytearray(len(content))
    for run in document.origin.runs:
        seen[run.byte : run.byte + run.count * run.width] = b"\1" * (run.count * run.width)
    for removed in document.removed:
        if removed.bytes is not None:
            first, last = removed.bytes
            seen[first:last] = b"\1" * (last - first)
    shown = re.sub(
        rb"(?is)<(script|style|title)\b.*?</\1>|<!--.*?-->|<[^>]*>|&nbsp;", lambda match: b" " * len(match[0]), content
    )
    lost = bytes(byte for byte, kept in zip(shown, seen, strict=True) if not kept)
    assert not re.search(rb"[A-Za-z0-9]", lost.removeprefix(b"\xef\xbb\xbf")), lost


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("caf&eacute", "café"),
        ("AT&ampT", "AT&T"),
        ("&notanentity;", "¬anentity;"),
        ("R&D", "R&D"),
        ("&#146;", "’"),
        ("&#x1F600;", "😀"),
        ("&NotEqualTilde;", "≂̸"),
        ("&lt;b&gt;", "<b>"),
    ],
)
def test_references_are_resolved_as_browsers_do(source: str, shown: str) -> None:
    body = f"<p>The army said on Monday that it had taken the town, and {source} was the word for it.</p>"
    content = PAGE.format(meta="", body=body).encode()
    document = cleaned(content, "text/html")
    start = document.text.index(f"and {shown} was") + 4
    assert document.origin is not None
    place = document.origin.bytes_of(start, start + len(shown))
    assert place is not None
    assert content[slice(*place)] == source.encode()
