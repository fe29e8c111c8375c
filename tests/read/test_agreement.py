"""One name, one kind within a report."""

from __future__ import annotations

import numpy as np

from onrecord.read.agreement import agreed
from onrecord.read.decode import Found
from onrecord.read.encode import Units


def words_of(text: str) -> Units:
    starts, at = [], 0
    for word in text.split(" "):
        starts.append(at)
        at += len(word) + 1
    ends = [start + len(word) for start, word in zip(starts, text.split(" "), strict=True)]
    none = np.zeros(len(starts), np.int64)
    return Units(none, none, none, np.array(starts), np.array(ends), none.astype(bool))


def kinds(text: str, *names: Found) -> list[str]:
    return [found.kind for found in agreed(text, words_of(text), names)]


def test_the_kind_with_most_confidence_holds_throughout() -> None:
    text = "Barsala fell . Barsala burned . Barsala spoke"
    given = [Found("location", 0, 1, 0.9), Found("location", 3, 4, 0.8), Found("person", 6, 7, 0.95)]
    assert kinds(text, *given) == ["location"] * 3


def test_a_surname_is_the_persons() -> None:
    text = "Omar Welch fled . Welch wrote"
    assert kinds(text, Found("person", 0, 2, 0.9), Found("location", 4, 5, 0.6)) == ["person", "person"]


def test_a_town_stays_a_town_beside_a_person_of_its_name() -> None:
    text = "Omar Welch fled to Welch and from Welch"
    given = [Found("person", 0, 2, 0.9), Found("location", 4, 5, 0.95), Found("location", 7, 8, 0.95)]
    assert kinds(text, *given) == ["person", "location", "location"]


def test_other_words_have_no_say() -> None:
    text = "Barsala fell . Kolwe fell"
    assert kinds(text, Found("location", 0, 1, 0.9), Found("organisation", 3, 4, 0.5)) == ["location", "organisation"]
