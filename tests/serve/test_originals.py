"""Originals in a browser: bytes of strangers that do nothing."""

from __future__ import annotations

import hashlib

import pytest

from onrecord.record.original import Original
from onrecord.serve.desk.originals import POLICY, saved, shown


def original(content: bytes, media_type: str) -> Original:
    return Original(hashlib.sha256(content).hexdigest(), content, media_type, "x", (), None)


HOSTILE = b"""<!doctype html><html><head><LINK rel=preconnect href=https://evil.example><meta http-equiv=refresh content=0;url=//evil.example>
<base href=//evil.example></head><body onload=alert(1)><script>alert(1)</script><a href="https://evil.example" ping=x>go</a>
<img src=//evil.example/x.png><iframe src=//evil.example></iframe><object data=x></object><area href=x><abbr>kept</abbr></body>"""


def test_a_page_keeps_its_words_and_nothing_that_acts_before_a_policy_could_stop_it() -> None:
    answer = shown(original(HOSTILE, "text/html; charset=utf-8"), "utf-8")
    text = bytes(answer.body).decode()
    assert answer.headers["content-security-policy"] == POLICY
    assert POLICY.startswith("sandbox; default-src 'none'")
    for tag in ("<link", "<meta", "<base", "<iframe", "<object", "<a ", "<area"):
        assert tag not in text.casefold()
    assert "go</x-a>" in text
    assert "<abbr>kept</abbr>" in text


def test_what_is_left_after_a_change_is_no_tag_of_that_name() -> None:
    for page in (
        b"<li<link >nk rel=preconnect href=//evil.example>",
        b"<<link rel=preconnect>",
        b"<link\x0crel=preconnect>",
        b"<LiNk/rel=x>",
    ):
        assert "<link" not in bytes(shown(original(page, "text/html"), None).body).decode().casefold()


def test_an_encoding_that_hides_tags_hides_nothing() -> None:
    answer = shown(original("<link rel=preconnect href=//evil.example>ж".encode("utf-16"), "text/html"), "utf-16")
    assert bytes(answer.body).decode() == "<x-link rel=preconnect href=//evil.example>ж"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("media_type", ["text/plain", "application/json", "text/csv", "message/rfc822"])
def test_text_is_shown_as_text(media_type: str) -> None:
    answer = shown(original(b"<script>alert(1)</script>", media_type), None)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("media_type", ["application/pdf", "image/svg+xml", "application/zip", "application/x-unknown"])
def test_everything_else_is_saved_under_its_hash(media_type: str) -> None:
    kept = original(b"%PDF-1.7", media_type)
    answer = shown(kept, None)
    assert bytes(answer.body) == b"%PDF-1.7"
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{kept.sha256}')


def test_saving_gives_the_bytes_as_they_came() -> None:
    assert bytes(saved(original(HOSTILE, "text/html")).body) == HOSTILE


def test_an_encoding_that_nobody_knows_is_no_fault() -> None:
    assert bytes(shown(original(b"abc", "text/plain"), "x-none").body) == b"abc"
