"""Events across documents: what is given, what is compared, what is joined."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from evaluation import crossdoc
from evaluation.crossdoc import Scorer, clusters_of, load_scorer, same_word
from evaluation.mentions import SIGNS, VECTORS, agglomerate, document_likeness, head_of, lemma_of, mentions_of, signs_of

TEXTS = (
    "A ferry sank off Mersin on Monday. The sinking of the ferry drowned nine sailors, the harbour master said.",
    "The ferry went down near Mersin, the harbour master said. Nine sailors drowned when the ferry sank.",
    "A court in Oslo jailed a banker for fraud. The banker was jailed for two years, the court said.",
)
WORDS = (("sank", "sinking", "drowned"), ("went down", "drowned", "sank"), ("jailed",))


def given(number: int) -> crossdoc.Marked:
    text = TEXTS[number]
    triggers = [(text.index(word), text.index(word) + len(word)) for word in WORDS[number]]
    vectors = [{name: np.full(4, number + k, np.float32) for name in VECTORS} for k in range(len(triggers))]
    return str(number), text, triggers, vectors


def scorer(**straight: float) -> Scorer:
    """A scorer that looks at the named signs only."""
    size = len(SIGNS)
    weights = np.array([straight.get(sign, 0.0) for sign in SIGNS], np.float32)
    none = np.zeros((size, 1), np.float32)
    one = np.zeros(1, np.float32)
    return Scorer(np.zeros(size, np.float32), np.ones(size, np.float32), none, one, one, weights, -3.0, {}, {})


@pytest.mark.parametrize(("words", "head"), [("went down", "go"), ("air strikes", "strik"), ("the attack", "attack")])
def test_the_head_is_the_word_that_names_the_event(words: str, head: str) -> None:
    assert head_of(words) == head


def test_documents_of_one_story_are_more_alike_than_others() -> None:
    found = document_likeness(TEXTS)
    assert found[0, 1] > found[0, 2]
    assert np.allclose(found, found.T)


def test_groups_are_joined_while_they_are_alike_on_average() -> None:
    likeness = np.array([[1, 0.9, 0.4], [0.9, 1, 0.2], [0.4, 0.2, 1]], np.float32)
    assert sorted(map(sorted, agglomerate(likeness, 0.5))) == [[0, 1], [2]]
    assert sorted(map(sorted, agglomerate(likeness, 0.25))) == [[0, 1, 2]]
    assert agglomerate(np.zeros((0, 0), np.float32), 0.5) == []


def test_signs_are_the_same_both_ways() -> None:
    block = [m for k in (0, 1) for m in mentions_of(k, *given(k)[1:])]
    signs = signs_of(block, document_likeness(TEXTS[:2]))
    assert signs.shape == (6, 6, len(SIGNS))
    assert np.allclose(signs, signs.transpose(1, 0, 2), atol=1e-5)


def test_one_word_in_documents_that_go_together_is_one_event_for_the_baseline() -> None:
    found = same_word([given(0), given(1), given(2)], ["a", "a", "b"])
    assert found[0][0] == found[1][2]
    assert found[0][2] == found[1][1]
    assert len({name for own in found for name in own}) == 4


def test_the_lemma_keeps_a_verb_and_its_noun_apart_where_the_stem_does_not() -> None:
    assert lemma_of("exploded") == lemma_of("explodes") != lemma_of("explosion")
    assert head_of("died") == head_of("death")
    assert lemma_of("died") != lemma_of("death")


def test_mentions_are_joined_across_documents_of_one_story_only() -> None:
    documents = [given(0), given(1), given(2)]
    found = clusters_of(documents, scorer(**{"same word": 6.0}))
    assert [len(own) for own in found] == [3, 3, 1]
    assert found[0][2] == found[1][1]
    assert found[2][0] not in {*found[0], *found[1]}


def test_weights_of_other_signs_are_refused(tmp_path: Path) -> None:
    told: dict[str, Any] = {"signs": ["something else"]}
    (tmp_path / "weights.json").write_text(json.dumps(told), "utf-8")
    with pytest.raises(ValueError, match="other signs"):
        load_scorer(tmp_path / "weights.json")
