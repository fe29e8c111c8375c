"""The set of made copies and its score."""

from __future__ import annotations

from evaluation.copies import KINDS, keep_apart, make_set, pairs_of, score_made, similar_pairs
from onrecord.record import Copies, Document
from tests.link.copies.telling import invented


def _documents(count: int) -> list[Document]:
    days = [f"2021-{1 + k // 28:02d}-{1 + k % 28:02d}" for k in range(count)]
    return [Document(f"d{k}", " ".join(invented(k)), published=day) for k, day in enumerate(days)]


def test_the_set_is_the_same_in_every_run_and_follows_the_rules() -> None:
    documents = _documents(70)
    made = make_set(documents)
    assert made == make_set(documents)
    assert [sum(one.kind == kind for one in made) for kind in ("original", *KINDS)] == [30, *[60] * 6]
    assert all(len(one.origins) == (2 if one.kind == "merged" else 1) for one in made)


def test_what_is_a_copy_already_is_no_second_original() -> None:
    documents = _documents(2)
    made = make_set(documents, [frozenset(("d0", "d1"))])
    assert len({number for one in made for number in one.origins}) == 1


def test_a_perfect_answer_scores_all_and_joining_everything_does_not() -> None:
    made = make_set(_documents(8))
    families = [
        Copies(str(k), tuple(one.document.id for one in made if k in one.origins))
        for k in {k for m in made for k in m.origins}
    ]
    assert score_made(made, pairs_of(families))["all"].found == score_made(made, pairs_of(families))["all"].both
    assert score_made(made, pairs_of(families))["merged"].both == score_made(made, pairs_of(families))["merged"].wanted
    everything = score_made(made, pairs_of([Copies("f", tuple(one.document.id for one in made))]))["all"]
    assert everything.both == everything.wanted < everything.found


def test_the_most_similar_pairs_that_are_no_copies_are_looked_at() -> None:
    texts = ("one two three four five", "one two three four six", "one two three seven eight", "nine ten eleven twelve")
    similar = similar_pairs([Document(f"d{k}", text, published="2021-05-04") for k, text in enumerate(texts)], days=1)
    assert [sorted(pair) for _, pair in similar] == [["d0", "d1"], ["d0", "d2"], ["d1", "d2"]]
    kept = keep_apart(similar, {frozenset(("d0", "d1")): "copies"}, {frozenset(("d0", "d1")), frozenset(("d0", "d2"))})
    assert (kept.unrelated, len(kept.joined), kept.copies, kept.unjudged) == (2, 1, (1, 1), 2)
