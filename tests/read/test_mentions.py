"""What becomes a mention of the spans that the layers find."""

import re

import numpy as np

from onrecord.read.decode import Found
from onrecord.read.encode import Units
from onrecord.read.labels import FORMS
from onrecord.read.mentions import find_mentions

TEXT = "The mayor of Homs met the Kurdish YPG and its chief"
NONE: dict[str, list[Found]] = {"names": [], "war": [], "phrases": []}


def units() -> Units:
    words = list(re.finditer(r"\S+", TEXT))
    count = np.arange(len(words))
    starts, ends = (np.array([getattr(w, side)() for w in words]) for side in ("start", "end"))
    return Units(count, count, count, starts, ends, np.zeros(len(words), bool))


def found(layers: dict[str, list[Found]], forms: dict[int, str]) -> list[tuple[str, str, str | None]]:
    scores = np.zeros((len(units()), 2 * len(FORMS)), np.float32)
    for word, form in forms.items():
        scores[word, len(FORMS) + FORMS.index(form)] = 9
    mentions = find_mentions(TEXT, units(), layers, scores)
    return [(m.span.text, m.kind, m.form) for m in mentions if m.form != "pronoun"]


def test_what_stands_within_a_longer_phrase_is_a_mention_of_its_own() -> None:
    phrases, inner = [Found("organisation", 9, 11, 0.9)], [Found("person", 10, 11, 0.9)]
    assert found({**NONE, "phrases": phrases, "inner": inner}, {10: "nominal"}) == [
        ("its chief", "organisation", "nominal"),
        ("chief", "person", "nominal"),
    ]


def test_a_model_without_the_inner_layer_is_read_as_before() -> None:
    assert found({**NONE, "phrases": [Found("person", 0, 4, 0.9)]}, {3: "nominal"}) == [
        ("The mayor of Homs", "person", "nominal")
    ]


def test_a_phrase_that_ends_in_its_name_is_told_of_beside_the_bare_name() -> None:
    layers = {**NONE, "names": [Found("organisation", 7, 8, 0.9)], "phrases": [Found("organisation", 5, 8, 0.9)]}
    assert [text for text, _, _ in found(layers, {7: "name"})] == ["the Kurdish YPG", "YPG"]
