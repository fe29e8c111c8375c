"""Articles in JSON: every character of the text leads back to the bytes of the line, through every escape."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.clean.report import clean
from onrecord.errors import UnreadableInput
from onrecord.record import Document
from onrecord.record.original import Original

LETTERS = 'abc XYZ.,“”é–Ж日\u0301𝄞😀"\\/\t'
ODD = "\r\n\n\x00\x07\x85\u2028\u202e\u200b\ud800\udc00"


def cleaned(content: bytes) -> Document:
    return clean(Original.of(content, "application/json", "x")).document


@st.composite
def written(draw: st.DrawFn) -> tuple[str, str]:
    """A text and one of the many ways to write it as a JSON string."""
    text = draw(st.text(st.sampled_from(LETTERS + ODD), min_size=1, max_size=40))
    pieces = []
    for letter in text:
        alone = "\ud800" <= letter <= "\udfff"
        if alone or draw(st.booleans()):
            pieces.append(json.dumps(letter)[1:-1].replace("\\u", draw(st.sampled_from(["\\u", "\\u"]))))
        else:
            pieces.append(json.dumps(letter, ensure_ascii=False)[1:-1])
    return text, "".join(pieces)


@given(written(), st.sampled_from(["", "\ufeff"]))
@example(("a/b", "a\\/b"), "")
@example(("😀", "\\ud83d\\ude00"), "")
@example(("\ud83d", "\\ud83d"), "")
@example(("\x00", "\\u0000"), "")
def test_every_character_has_its_bytes(pair: tuple[str, str], mark: str) -> None:
    _, literal = pair
    content = f'{mark}{{"title": "A \\u0022b\\u0022", "text": "x{literal}", "n": [1, {{"text": "no"}}]}}'.encode()
    document = cleaned(content)
    assert document.origin is not None
    for index, character in enumerate(document.text):
        place = document.origin.bytes_of(index, index + 1)
        assert place is not None
        said = json.loads(b'"' + content[slice(*place)] + b'"', strict=False)
        if character == "\n":
            assert said in ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
        elif character == "\ufffd":
            assert not said.isprintable() or "\ud800" <= said <= "\udfff"
        else:
            assert said == character
    assert document.title == 'A "b"'


def test_what_the_fields_say() -> None:
    article = {
        "headline": "Town taken",
        "text": "The army said on Monday that it had taken the town after weeks of fighting.",
        "link": "https://example.org/a",
        "publisher": "Example News",
        "authors": ["Mona Writer", "Sam Scribe"],
        "date": "2018-11-12T10:00:00+02:00",
        "tags": ["war"],
        "views": 3,
    }
    document = cleaned(json.dumps(article).encode())
    assert (document.title, document.url, document.publisher) == ("Town taken", "https://example.org/a", "Example News")
    assert (document.byline, document.published) == ("Mona Writer, Sam Scribe", "2018-11-12")
    words = {decision.field: (decision.by, decision.words) for decision in document.decisions}
    assert words["published"] == ("field date", "2018-11-12T10:00:00+02:00")
    assert words["title"] == ("field headline", "Town taken")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"text": "x"', "is not JSON"),
        (b'{"text": "x"} more', "is not JSON"),
        (b'{"text": "\\ud83"}', "is not JSON"),
        (b'["text"]', "is not JSON"),
        (b'{"text": ' + b"[" * 100_000, "is not JSON"),
        (b'{"title": "x"}', "has no text"),
        (b'{"text": null}', "has no text"),
        (b'{"text": " \\n"}', "holds no words"),
    ],
)
def test_what_is_no_article_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=rf"^x: .*{said}"):
        cleaned(content)
