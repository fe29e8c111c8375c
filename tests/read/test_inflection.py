"""Forms of English verbs."""

import pytest

from onrecord.read.inflection import forms, gerund, past, third
from onrecord.read.verbs import participle, regular_past, verbs


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("carry", ("carries", "carried", "carrying")),
        ("fire", ("fires", "fired", "firing")),
        ("admit", ("admits", "admitted", "admitting")),
        ("stop", ("stops", "stopped", "stopping")),
        ("visit", ("visits", "visited", "visiting")),
        ("crash", ("crashes", "crashed", "crashing")),
        ("die", ("dies", "died", "dying")),
        ("flee", ("flees", "fleed", "fleeing")),
        ("vow", ("vows", "vowed", "vowing")),
        ("employ", ("employs", "employed", "employing")),
        ("shell", ("shells", "shelled", "shelling")),
        ("target", ("targets", "targeted", "targeting")),
    ],
)
def test_regular_spelling(lemma: str, expected: tuple[str, str, str]) -> None:
    assert (third(lemma), past(lemma), gerund(lemma)) == expected


def test_irregular_forms_are_used_where_they_are_known() -> None:
    found = forms("take", verbs().irregular)
    assert found["took"] == "past"
    assert found["taken"] == "participle"
    assert "taked" not in found


def test_what_looks_like_a_past() -> None:
    assert regular_past("shelled")
    assert participle("shot")
    assert not any(regular_past(word) for word in ("rebel-held", "hundred", "armed", "united"))
