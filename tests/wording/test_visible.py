"""What a stranger's text may do to a terminal: nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.wording.visible import ascii_only, flat, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("a\x07b\x9bc", "a⟨U+0007⟩b⟨U+009B⟩c"),
        ("abc\u202egnp", "abc⟨U+202E⟩gnp"),
        ("\u2066x\u2069\ufeff", "⟨U+2066⟩x⟨U+2069⟩⟨U+FEFF⟩"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
        ("half \ud83c", "half ⟨U+D83C⟩"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("two\nlines\tand “quotes” 🜂", "two\nlines\tand “quotes” 🜂"),
    ],
)
def test_characters_that_steer_are_marks_and_letters_stay(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_unseen_is_left(text: str) -> None:
    steering = set(map(chr, [*range(9), *range(11, 32), *range(127, 160)])) | set("\u2028\u2029\u200e\u200f\u061c")
    steering |= set(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
    assert not steering & set(visible(text))
    assert "\n" not in flat(text)
    assert ascii_only(visible(text)).isascii()


def test_typographic_marks_have_ascii_kin() -> None:
    assert ascii_only("“so” – it’s…") == '"so" - it\'s...'
    assert ascii_only("ﷺ") == "\\ufdfa"
