"""Families: who shares a text with whom, who mixes two, and what a person says of it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.link.copies import families, find_matches, sketch_of
from onrecord.link.likeness import PairJudgement, Verdict
from onrecord.record import Copies, Record, linked_from_json, linked_to_json
from tests.link.copies.telling import OTHER, WIRE, invented, report


def _families(records: Sequence[Record], *judged: PairJudgement) -> tuple[Copies, ...]:
    return families(find_matches(records), map(sketch_of, records), judged)


def _judgement(a: Record, b: Record, verdict: Verdict, at: str = "2024-01-01T00:00:00Z") -> PairJudgement:
    first, second = sorted((a.document.id, b.document.id))
    return PairJudgement("copies", first, second, verdict, "Iris", None, at)


def _sets(found: Sequence[Copies]) -> set[frozenset[str]]:
    return {frozenset(family.reports) for family in found}


def _ids(*records: Record) -> frozenset[str]:
    return frozenset(record.document.id for record in records)


WHOLE = report(WIRE, "Reuters")
CUT = report(WIRE[:5], "Valley Courier")
EXCERPT = report(WIRE[4:], "Harbour Post")
ELSE = report(OTHER, "Lake Gazette")
MIXED = report((*WIRE[:4], *OTHER[:4]), "Hill Tribune")


def test_reports_that_match_are_one_family_and_unrelated_ones_are_in_none() -> None:
    (family,) = _families([WHOLE, CUT, report(invented(1))])
    assert frozenset(family.reports) == _ids(WHOLE, CUT)
    assert family.evidence[0].kind == "shared text"


def test_excerpts_from_one_report_are_one_family_although_they_share_nothing() -> None:
    beginning, end = report(WIRE[:3], "Valley Courier"), report(WIRE[4:7], "Harbour Post")
    (family,) = _families([WHOLE, beginning, end])
    assert frozenset(family.reports) == _ids(WHOLE, beginning, end)


def test_a_report_that_mixes_two_is_in_two_families() -> None:
    assert _sets(_families([WHOLE, CUT, ELSE, MIXED])) == {_ids(WHOLE, CUT, MIXED), _ids(ELSE, MIXED)}


def test_a_chain_of_mixed_reports_does_not_join_everything() -> None:
    stories = [invented(k) for k in range(6)]
    pure = [report(story, f"Outlet {k}") for k, story in enumerate(stories)]
    mixed = [report((*stories[k][:6], *stories[k + 1][:6]), f"Digest {k}") for k in range(5)]
    assert max(len(family.reports) for family in _families([*pure, *mixed])) == 3


def test_many_copies_are_one_family() -> None:
    copies = [report((*WIRE, f"Edition {k}."), f"Outlet {k}") for k in range(120)]
    (family,) = _families(copies)
    assert len(family.reports) == 120
    assert set(family.derivation.values()) == {"wholly"}
    assert len(family.evidence) <= 12


def test_the_root_is_derived_from_nobody() -> None:
    credited = report((*WIRE[:5], "(Reuters)"), "Valley Courier")
    (family,) = _families([WHOLE, credited])
    assert family.root == WHOLE.document.id
    assert family.derivation == {WHOLE.document.id: "not", credited.document.id: "wholly"}


def test_families_are_the_same_in_any_order_of_the_reports() -> None:
    records = [WHOLE, CUT, EXCERPT, ELSE, MIXED]
    assert _families(records) == _families(records[::-1])


def test_a_component_can_be_made_anew_by_itself() -> None:
    all_of_them = find_matches([WHOLE, CUT, ELSE, copy := report(OTHER[:4], "Hill Tribune")])
    touched = [match for match in all_of_them if match.a in _ids(ELSE, copy)]
    again = families(touched, map(sketch_of, (ELSE, copy)))
    assert set(again) < set(families(all_of_them, map(sketch_of, (WHOLE, CUT, ELSE, copy))))


def test_families_can_be_written_as_json() -> None:
    (family,) = _families([WHOLE, CUT])
    assert linked_from_json(Copies, linked_to_json(family)) == family


class TestJudgements:
    def test_different_keeps_two_apart(self) -> None:
        assert _families([WHOLE, CUT], _judgement(WHOLE, CUT, "different")) == ()

    def test_different_holds_over_what_lies_between(self) -> None:
        found = _sets(_families([CUT, WHOLE, EXCERPT], _judgement(CUT, EXCERPT, "different")))
        assert not any(_ids(CUT, EXCERPT) <= family for family in found)

    def test_same_joins_what_shares_no_text_and_is_shown(self) -> None:
        (family,) = _families([WHOLE, ELSE], _judgement(WHOLE, ELSE, "same"))
        assert frozenset(family.reports) == _ids(WHOLE, ELSE)
        assert family.evidence[0].kind == "judged to be copies"
        assert family.evidence[0].extra["who"] == "Iris"

    def test_the_later_judgement_of_a_pair_counts(self) -> None:
        earlier = _judgement(WHOLE, CUT, "different")
        later = _judgement(WHOLE, CUT, "same", "2024-02-01T00:00:00Z")
        assert len(_families([WHOLE, CUT], later, earlier)) == 1

    def test_a_circle_merges_nothing_that_is_different_and_is_noted(self) -> None:
        third = report(invented(7), "Hill Tribune")
        judged = (
            _judgement(WHOLE, ELSE, "same"),
            _judgement(ELSE, third, "same"),
            _judgement(WHOLE, third, "different"),
        )
        found = _families([WHOLE, ELSE, third], *judged)
        assert not any(_ids(WHOLE, third) <= family for family in _sets(found))
        assert any("judged_same_but_kept_apart" in family.extra for family in found)

    def test_what_could_not_be_decided_changes_nothing(self) -> None:
        assert _families([WHOLE, CUT], _judgement(WHOLE, CUT, "unsure")) == _families([WHOLE, CUT])
