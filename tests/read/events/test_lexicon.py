"""The lexicon's words by their forms."""

from __future__ import annotations

import pytest

from onrecord.read.events.lexicon import lexicon, plural, word_class


@pytest.mark.parametrize("word", ["attacked", "attacks", "besieging", "overran", "stormed", "withdrew"])
def test_verbs_are_known_in_all_their_forms(word: str) -> None:
    assert any(pattern.verb for pattern in lexicon().patterns[word])


@pytest.mark.parametrize(
    ("one", "several"), [("clash", "clashes"), ("casualty", "casualties"), ("raid", "raids"), ("talks", "talks")]
)
def test_plurals(one: str, several: str) -> None:
    assert plural(one) == several


def test_longer_phrases_go_first() -> None:
    lengths = [len(pattern.rest) for pattern in lexicon().patterns["car"]]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > 0


def test_a_class_takes_stems_and_leaves_the_arabic_article_out() -> None:
    sort = word_class(["rebel*", "nusra"])
    assert sort.has("rebels")
    assert sort.has("al-nusra")
    assert not sort.has("nusras")
