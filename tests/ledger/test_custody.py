"""The hash of a row of the log."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.custody import Step, canonical, hash_of
from tests.record.strategies import JSON_VALUES


@given(value=JSON_VALUES)
def test_canonical_json_is_ascii_and_the_same_for_the_same(value: object) -> None:
    line = canonical({"a": value, "b": 1})
    assert line.isascii()
    assert line == canonical({"b": 1, "a": value})


STEPS = st.builds(Step, st.integers(1, 9), *[st.text(max_size=4)] * 6, st.just(""))


@given(one=STEPS, other=STEPS)
def test_rows_that_differ_in_anything_have_other_hashes(one: Step, other: Step) -> None:
    assert (one.right_hash() == other.right_hash()) == (one == other)


def test_the_hash_is_the_one_that_is_published() -> None:
    assert hash_of([1, "2019-01-14T00:00:00Z", "Ada", "add", "r1", "{}", "0" * 64]) == (
        "1aa5eb74be8c0622e6688db42a65b4d7cd18d7e15772d658dee626f2590fc62f"
    )
