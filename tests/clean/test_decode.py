"""Which encoding a report is in, and what is said when the bytes and the declaration disagree."""

from __future__ import annotations

import pytest

from onrecord.clean.decode import decode
from onrecord.errors import UnreadableInput

RUSSIAN = "Представитель армии заявил в понедельник, что город взят."
ARABIC = "قال المتحدث باسم الجيش يوم الاثنين إن البلدة سقطت."
FRENCH = "Le porte-parole de l’armée a déclaré que la ville était tombée."
JAPANESE = "軍の報道官は月曜日、町を制圧したと述べた。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (ARABIC, "windows-1256"),
        (FRENCH, "windows-1252"),
        (JAPANESE, "shift_jis"),
        (RUSSIAN, "utf-16"),
        (FRENCH, "utf-16-be"),
        (ARABIC, "utf-8"),
        (FRENCH, "utf-32"),
        (FRENCH, "utf-8-sig"),
    ],
)
def test_encoding_is_told_from_the_bytes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x").text == text


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("utf-8", "windows-1252", FRENCH),
        ("iso-8859-1", "utf-8", FRENCH),
        ("windows-1252", "windows-1251", RUSSIAN),
    ],
)
def test_a_lying_declaration_is_noticed_and_noted(declared: str, encoding: str, text: str) -> None:
    decoded = decode(f'<meta charset="{declared}"><p>{text}</p>'.encode(encoding), "x", html=True)
    assert text in decoded.text
    assert any("declares" in note and encoding in note for note in decoded.notes)


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [("shift_jis", "shift_jis", JAPANESE), ("iso-8859-1", "windows-1252", FRENCH), ("UTF-8", "utf-8", FRENCH)],
)
def test_a_true_declaration_is_taken_without_a_word(declared: str, encoding: str, text: str) -> None:
    decoded = decode(f'<meta charset="{declared}"><p>{text}</p>'.encode(encoding), "x", html=True)
    assert text in decoded.text
    assert decoded.notes == ()


@pytest.mark.parametrize("label", ["utf-7", "iso-2022-jp", "utf-16", "cp037", "rot13", "no-such-charset"])
def test_declarations_that_cannot_be_true_are_passed_over(label: str) -> None:
    decoded = decode(f'<meta charset="{label}">+ADw-script+AD4- Ebg'.encode(), "x", html=True)
    assert decoded.text.endswith("+ADw-script+AD4- Ebg")
    assert any(label in note and "passed over" in note for note in decoded.notes)


def test_bytes_that_cannot_be_decoded_are_counted() -> None:
    content = b"caf\xc3\xa9 \xff\xfe na\xc3\xafve d\xc3\xa9j\xc3\xa0 \xe2\x82"
    decoded = decode(content, "x")
    assert decoded.text == "café \ufffd\ufffd naïve déjà \ufffd"
    assert decoded.runs.bytes_of(len(decoded.text) - 1) == (len(content) - 2, len(content))
    assert decoded.notes == (f"4 of {len(content)} bytes cannot be decoded as utf-8; each is shown as U+FFFD",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "this is a PDF"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (bytes(range(32)) * 20, "control characters"),
        (b"\x00\x01\x02\x03" * 100, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_by_name(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said) as caught:
        decode(content, "reports/a.txt")
    assert str(caught.value).startswith("reports/a.txt: ")
