"""Ids are the same everywhere, and differ where what they stand for differs."""

from __future__ import annotations

import hashlib
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import document_id, make_id

PARTS = st.lists(st.one_of(st.none(), st.integers(), st.text()), max_size=4)


@given(PARTS, PARTS)
def test_ids_are_equal_only_for_equal_parts(left: list[str | int | None], right: list[str | int | None]) -> None:
    assert (make_id("s", *left) == make_id("s", *right)) == (left == right)


def test_an_id_does_not_change_from_run_to_run() -> None:
    asked = "from onrecord.record import make_id; print(make_id('s', 'sha256:0', 17, None))"
    runs = {
        subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.strip()
        for _ in range(2)
    }
    assert runs == {make_id("s", "sha256:0", 17, None)} == {"s-782b5189265e"}


def test_where_one_part_ends_counts() -> None:
    assert make_id("s", "ab", "c") != make_id("s", "a", "bc")
    assert make_id("s", "1") != make_id("s", 1)
    assert make_id("s", "") != make_id("s", None)


def test_a_document_is_named_by_its_bytes() -> None:
    assert document_id(b"a report") == "sha256:" + hashlib.sha256(b"a report").hexdigest()
