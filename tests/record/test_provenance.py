"""Offsets into the text lead back to the bytes, or to None where no byte stands for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Origin, Run

# "<p>é&amp;b" read as "é&" + a line end that cleaning put in + "b".
ORIGIN = Origin("utf-8", 11, (Run(0, 1, 3, 2), Run(1, 1, 5, 5), Run(2, 1, 10, 0), Run(3, 1, 10, 1)))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 1, (3, 5)),
        (1, 2, (5, 10)),
        (0, 2, (3, 10)),
        (2, 3, None),
        (1, 4, (5, 11)),
        (3, 4, (10, 11)),
        (1, 1, None),
        (4, 9, None),
    ],
)
def test_bytes_of_a_stretch(start: int, end: int, found: tuple[int, int] | None) -> None:
    assert ORIGIN.bytes_of(start, end) == found


@given(st.text(st.sampled_from("aé€😀"), min_size=1, max_size=30), st.data())
def test_the_bytes_of_a_stretch_decode_to_it(text: str, data: st.DataObject) -> None:
    runs, byte = [], 0
    for at, character in enumerate(text):
        width = len(character.encode())
        runs.append(Run(at, 1, byte, width))
        byte += width
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Origin("utf-8", byte, tuple(runs)).bytes_of(start, end)
    assert found is not None
    assert text.encode()[found[0] : found[1]].decode() == text[start:end]


def test_an_empty_map_has_no_bytes() -> None:
    assert Origin("utf-8", 0).bytes_of(0, 5) is None
