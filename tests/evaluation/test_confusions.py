"""Confusions: what became of each mention."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.confusions import confusions
from tests.evaluation.fakes import span

TEXT = "The Tall Rifat council met in Ankara on Monday."


def record(*mentions: tuple[str, str]) -> dict[str, Any]:
    return {
        "document": {"text": TEXT},
        "mentions": [{"span": span(TEXT, words), "kind": kind} for words, kind in mentions],
    }


@pytest.mark.parametrize(
    ("own", "found"),
    [
        ((("Ankara", "location"),), ("right", "location", "location")),
        ((("Ankara", "person"),), ("kind", "location", "person")),
        ((("in Ankara", "location"),), ("boundary", "location", "location")),
        ((("in Ankara", "person"),), ("boundary and kind", "location", "person")),
        ((), ("missed", "location", "-")),
    ],
)
def test_each_sort(own: tuple[tuple[str, str], ...], found: tuple[str, str, str]) -> None:
    assert [kind for kind, _ in confusions(record(("Ankara", "location")), record(*own))] == [found]


def test_what_nobody_marked_is_spurious_and_what_is_exact_is_paired_first() -> None:
    gold = record(("Tall Rifat council", "organisation"), ("Tall Rifat", "location"))
    own = record(("Tall Rifat", "location"), ("Monday", "temporal"))
    assert sorted(kind for kind, _ in confusions(gold, own)) == [
        ("missed", "organisation", "-"),
        ("right", "location", "location"),
        ("spurious", "-", "temporal"),
    ]


def test_what_the_gold_file_is_unsure_of_counts_neither_way() -> None:
    gold = record(("Ankara", "location"))
    gold["unconfirmed_mentions"] = [{"span": span(TEXT, "Monday"), "kind": "temporal"}]
    found = confusions(gold, record(("Ankara", "location"), ("Monday", "temporal")))
    assert [kind[0] for kind, _ in found] == ["right"]
