"""Clusters: what is joined, what never is, and who has the last word."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.happenings import circles, cluster
from onrecord.link.likeness import Likeness
from tests.link.happenings.written import judged, told

SAME, APART = Likeness("same", 0.9, ("same town",)), Likeness("different", None, ("9 days between them",))
A, B, C, D = (told("", name) for name in "abcd")


def pairs(**found: Likeness) -> dict[tuple[str, str], Likeness]:
    return {(f"tl-{name[0]}", f"tl-{name[1]}"): likeness for name, likeness in found.items()}


def test_likely_pairs_are_joined_and_the_others_stand_alone() -> None:
    assert cluster([A, B, C], pairs(ab=SAME, bc=Likeness("unsure", 0.4))) == (("tl-a", "tl-b"), ("tl-c",))


def test_a_rule_keeps_whole_clusters_apart() -> None:
    found = cluster([A, B, C], pairs(ab=SAME, bc=Likeness("same", 0.8), ac=APART))
    assert found == (("tl-a", "tl-b"), ("tl-c",))


def test_one_report_tells_an_event_once() -> None:
    again = told("", "e", document=A.document)
    assert cluster([A, B, again], pairs(ab=SAME, be=Likeness("same", 0.8))) == (("tl-a", "tl-b"), ("tl-e",))


def test_a_chain_of_days_is_not_one_event() -> None:
    days = [told("", n, earliest=f"2019-03-0{k}", latest=f"2019-03-0{k}") for k, n in enumerate("abcde", 1)]
    chain = {(x.id, y.id): SAME for x, y in pairwise(days)}
    assert max(len(c) for c in cluster(days, chain)) <= 3


def test_a_person_outranks_the_machine() -> None:
    assert cluster([A, B], pairs(ab=APART), [judged("tl-a", "tl-b", "same")]) == (("tl-a", "tl-b"),)
    assert cluster([A, B], pairs(ab=SAME), [judged("tl-b", "tl-a", "different")]) == (("tl-a",), ("tl-b",))
    assert cluster([A, B], pairs(ab=SAME), [judged("tl-a", "tl-b", "unsure")]) == (("tl-a",), ("tl-b",))


def test_a_person_keeps_clusters_apart_that_the_machine_would_join_through_a_third() -> None:
    found = cluster([A, B, C], pairs(ab=SAME, bc=SAME), [judged("tl-a", "tl-c", "different")])
    assert max(map(len, found)) == 2


def test_the_latest_judgement_of_a_pair_counts() -> None:
    row = [judged("tl-a", "tl-b", "same", "2026-01-01"), judged("tl-a", "tl-b", "different", "2026-02-01")]
    assert cluster([A, B], {}, row) == (("tl-a",), ("tl-b",))


def test_judgements_in_a_circle_give_clusters_and_a_note() -> None:
    row = [
        judged("tl-a", "tl-b", "same", "2026-01-01"),
        judged("tl-b", "tl-c", "same", "2026-01-02"),
        judged("tl-a", "tl-c", "different", "2026-01-03"),
    ]
    assert cluster([A, B, C], {}, row) == (("tl-a",), ("tl-b", "tl-c"))
    assert [note.where for note in circles([A, B, C], row)] == ["tl-a tl-b"]
    assert circles([A, B, C], row[:2]) == ()


def test_a_report_that_is_added_joins_what_stands_and_joins_no_two_that_stood() -> None:
    found = cluster([A, B, C, D], pairs(ad=SAME, bd=Likeness("same", 0.8)), standing=[["tl-a"], ["tl-b", "tl-c"]])
    assert found == (("tl-a", "tl-d"), ("tl-b", "tl-c"))


def test_judgements_of_tellings_that_are_not_there_are_passed_over() -> None:
    assert cluster([A], {}, [judged("tl-a", "tl-x", "same")]) == (("tl-a",),)


@given(
    st.lists(st.tuples(st.sampled_from(list(combinations("abcdef", 2))), st.sampled_from(["same", "apart", "unsure"])))
)
def test_every_telling_is_in_one_cluster_and_no_rule_is_broken(told_pairs: list[tuple[tuple[str, str], str]]) -> None:
    kinds = {"same": SAME, "apart": APART, "unsure": Likeness("unsure", 0.4)}
    likenesses = {(f"tl-{a}", f"tl-{b}"): kinds[kind] for (a, b), kind in told_pairs}
    found = cluster([told("", name) for name in "abcdef"], likenesses)
    assert sorted(i for c in found for i in c) == [f"tl-{name}" for name in "abcdef"]
    for c in found:
        assert not any(likenesses.get(pair) is APART for pair in combinations(c, 2))
