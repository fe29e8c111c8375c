"""Which reports are compared: those that share keys, and never more than a fixed number."""

from __future__ import annotations

from collections import defaultdict

import pytest

from onrecord.link.copies import CANDIDATES, HOLDERS, bands_of, candidates, find, find_matches, find_standing, sketch_of
from onrecord.record import Record
from tests.link.copies.telling import OTHER, WIRE, invented, report


def _holders(records: list[Record]) -> dict[str, list[str]]:
    holders = defaultdict(list)
    for record in records:
        for key in bands_of(sketch_of(record)):
            holders[key].append(record.document.id)
    return holders


def test_an_excerpt_finds_what_it_was_cut_from_among_many() -> None:
    wire = report(WIRE)
    holders = _holders([wire, *(report(invented(k), f"Outlet {k}") for k in range(50))])
    assert candidates(sketch_of(report((*OTHER, WIRE[2]), "Valley Courier")), holders) == (wire.document.id,)


def test_keys_are_bounded_in_a_long_report() -> None:
    assert len(bands_of(sketch_of(report(invented(1, 2000))))) <= 16 + 256


@pytest.mark.parametrize("text", ["", "Shelling", "…"])
def test_a_text_of_no_words_has_no_keys(text: str) -> None:
    assert bands_of(sketch_of(report((text,)))) == frozenset()


def test_the_same_text_has_the_same_sketch_in_every_run() -> None:
    sketch = sketch_of(report(("Nine traders died between the stalls of a market.",)))
    assert sketch.fingerprints == (3524755105953757634,)
    assert sketch.signature[:2] == (328503475, 1035405277)


def _count(records: list[Record], monkeypatch: pytest.MonkeyPatch) -> int:
    calls = []
    monkeypatch.setattr(find, "compare", lambda *sides: calls.append(sides))
    find_matches(records)
    return len(calls)


def test_many_copies_of_one_report_are_not_all_compared_with_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    copies = [report((*WIRE, f"Edition {k}."), f"Outlet {k}") for k in range(150)]
    assert _count(copies, monkeypatch) <= 150 * CANDIDATES


def test_unrelated_reports_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _count([report(invented(k), f"Outlet {k}") for k in range(200)], monkeypatch) == 0


def test_a_key_that_everybody_has_is_looked_up_a_bounded_number_of_times() -> None:
    everybody = [f"d{k}" for k in range(1000)]
    sketch = sketch_of(report(WIRE))
    assert len(candidates(sketch, dict.fromkeys(bands_of(sketch), everybody), most=10_000)) == HOLDERS


class TestStandingText:
    def _standing(self, days: list[str]) -> frozenset[int]:
        others = [report((*invented(k), *WIRE[3:6]), "Harbour Post", day) for k, day in enumerate(days)]
        record = report((*OTHER, *WIRE[3:6]))
        published = {other.document.id: other.document.published for other in others}
        return find_standing(sketch_of(record), _holders(others), published)

    def test_is_what_was_printed_on_several_occasions(self) -> None:
        standing = self._standing(["2021-02-01", "2021-03-01"])
        assert standing
        assert standing <= set(sketch_of(report(WIRE[3:6])).fingerprints) | set(
            sketch_of(report((*OTHER, *WIRE[3:6]))).fingerprints
        )

    def test_is_not_what_many_print_within_a_few_days(self) -> None:
        assert not self._standing(["2021-05-03", "2021-05-04", "2021-05-05", "2021-05-06"])

    def test_is_not_what_was_printed_once_before(self) -> None:
        assert not self._standing(["2021-02-01", "2021-02-02"])
