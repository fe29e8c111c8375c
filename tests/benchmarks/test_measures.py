"""What the benchmarks rest on: alternation, windows side by side, limits."""

from __future__ import annotations

import numpy as np

from benchmarks.__main__ import exceeded
from benchmarks.reading import alternate, stretches
from onrecord.read.encode import Units
from onrecord.runtime.windows import PIECES, plan


def units(pieces: int) -> Units:
    numbers = np.arange(pieces, dtype=np.int64)
    return Units(numbers, numbers % 48, numbers, numbers, numbers + 1, np.zeros(pieces, bool))


def test_each_side_comes_first_every_second_time() -> None:
    order: list[str] = []
    found = alternate({"one": lambda: order.append("one"), "two": lambda: order.append("two")}, 3)
    assert order == ["one", "two", "two", "one", "one", "two"]
    assert [[len(values) for values in seconds.values()] for seconds in found] == [[3, 3], [3, 3]]


def test_the_bare_pass_goes_over_every_piece_once_and_in_one_window_each() -> None:
    texts = [units(0), units(1), units(PIECES), units(2 * PIECES + 1)]
    found = stretches(texts)
    assert [len(s.ids) for s in found] == [1, PIECES, PIECES, PIECES, 1]
    assert np.concatenate([s.ids for s in found]).tolist() == np.concatenate([t.ids for t in texts]).tolist()
    assert all(len(plan(s.first, len(s.ids), s.breaks)) == 1 for s in found)
    assert all(w.pieces == len(s.ids) for s in found for w in plan(s.first, len(s.ids), s.breaks))


def test_a_limit_that_is_passed_is_named() -> None:
    result = {"times_bare": 1.6, "peak_megabytes": 900.0, "limits": {"times_bare": 1.5, "peak_megabytes": 1000.0}}
    assert len(exceeded(result)) == 1
    assert "times_bare" in exceeded(result)[0]
