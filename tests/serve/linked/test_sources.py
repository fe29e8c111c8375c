"""The sides of a claim, source by source: who stands for a source, what is a copy, what was taken back."""

from __future__ import annotations

from onrecord.record import Join, Value
from onrecord.serve.desk.sources import sides_shown
from tests.serve.linked.claims import claim_of, in_report, said


def test_a_source_stands_once_with_its_copies_under_the_origin() -> None:
    joins = (Join("source", (0, 1, 2), "one source: the ministry"),)
    claim = claim_of(
        said("r3", "the ministry"), said("r1", "the ministry"), said("r2", "the ministry"), said("r4", "the rebels", "denies"), joins=joins
    )  # fmt: skip
    reports = {
        "r1": in_report("r1", family="cf1", root="r1"),
        "r2": in_report("r2", family="cf1", root="r1"),
        "r3": in_report("r3", published="2031-05-09"),
        "r4": in_report("r4"),
    }
    sides = sides_shown(claim, reports)
    (asserting,), (denying,) = sides.columns
    assert (asserting.verb, asserting.independent, denying.verb, denying.independent) == ("asserts", 1, "denies", 1)
    (ministry,) = asserting.sources
    assert ministry.lead.report is not None
    assert ministry.lead.report.id == "r1"
    assert [one.stance.document for one in ministry.copies] == ["r2"]
    assert [one.stance.document for one in ministry.others] == ["r3"]
    assert ministry.reasons == ("one source: the ministry",)


def test_who_has_a_name_and_no_doubt_comes_first() -> None:
    claim = claim_of(
        said("r1", "residents", unnamed=True), said("r2", "the mayor", "hedges", leans="asserts"), said("r3", "the army"), independent=3
    )  # fmt: skip
    (side,) = sides_shown(claim).asserting
    assert [source.name for source in side.sources] == ["the army", "the mayor", "residents"]


def test_figures_that_cannot_be_one_stand_against_each_other() -> None:
    claim = claim_of(said("r1", "the army", value=Value(40, 40)), said("r2", "the rebels", value=Value(43, 43)))
    left, right = sides_shown(claim).columns
    assert [side.figures for side in left] == ["40"]
    assert [side.figures for side in right] == ["43"]


def test_a_figure_that_was_taken_back_names_the_later_one() -> None:
    joins = (Join("source", (0, 1), "one source: the monitor"),)
    claim = claim_of(
        said("r1", "the monitor", value=Value(9, 9), superseded=True), said("r2", "the monitor", value=Value(12, 12)), joins=joins
    )  # fmt: skip
    reports = {"r1": in_report("r1"), "r2": in_report("r2", published="2031-05-05")}
    ((source,),) = [side.sources for side in sides_shown(claim, reports).asserting]
    assert source.lead.stance.value == Value(12, 12)
    assert source.others[0].later == source.lead.stance


def test_what_neither_asserts_nor_denies_stands_besides() -> None:
    sides = sides_shown(claim_of(said("r1", "the army"), said("r2", "an adviser", "predicts")))
    assert [(side.verb, side.independent) for side in sides.besides] == [("predicts", 0)]
    assert sides.columns == (sides.asserting, ())
