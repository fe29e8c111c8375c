"""Tolls by source: ranges on one axis, and all of them in a few words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Count, SourceToll, Toll
from onrecord.serve.desk.tolls import axes_of, spread


def toll(source: str, low: float | None, high: float | None, document: str = "d1") -> SourceToll:
    return SourceToll(document, "i1", source, Toll(killed=Count(low, high)))


def test_each_figure_stands_where_the_axis_has_it() -> None:
    (axis,) = axes_of([toll("the army", 50, 50), toll("narrator", 0, 100), toll("the mayor", 100, None)])
    assert (axis.harm, axis.tens, axis.meet) == ("killed", False, False)
    places = {text: place for place, text in axis.ticks}
    assert {"0", "50", "100"} <= set(places)
    by = {one.who: one for one in axis.ranges}
    assert by["the army"].start == by["the army"].end == places["50"]
    assert (by["the report itself"].start, by["the report itself"].end) == (places["0"], places["100"])
    assert (by["the mayor"].start, by["the mayor"].end, by["the mayor"].words) == (places["100"], None, "at least 100")


def test_one_figure_of_one_source_in_several_reports_is_one_range() -> None:
    (axis,) = axes_of([toll("the army", 9, 9, "d1"), toll("the army", 9, 9, "d2"), toll("the army", 12, 12, "d3")])
    assert [(one.words, one.documents) for one in axis.ranges] == [("9", ("d1", "d2")), ("12", ("d3",))]


def test_figures_far_apart_stand_on_an_axis_of_tens() -> None:
    (axis,) = axes_of([toll("the army", 3, 3), toll("the mayor", 4_000, 5_000)])
    assert axis.tens
    assert [text for _, text in axis.ticks] == ["1", "10", "100", "1,000", "10,000"]


def test_a_harm_without_figures_has_no_axis() -> None:
    assert axes_of([]) == ()
    assert [axis.harm for axis in axes_of([SourceToll("d", "i", "x", Toll(injured=Count(3, 4)))])] == ["injured"]


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=20))
def test_everything_is_drawn_on_the_axis_and_in_order(bounds: list[tuple[int, int]]) -> None:
    figures = [toll(f"source {at}", min(pair), max(pair)) for at, pair in enumerate(bounds)]
    (axis,) = axes_of(figures)
    for one in axis.ranges:
        assert one.start is not None
        assert one.end is not None
        assert 0 <= one.start <= one.end <= 100
    drawn = sorted((one.low or 0, one.start or 0) for one in axis.ranges)
    assert [start for _, start in drawn] == sorted(start for _, start in drawn)


def test_all_figures_in_a_few_words() -> None:
    assert spread([toll("a", 12, 12), toll("b", 87, 87)], "killed") == "12 to 87"
    assert spread([toll("a", 12, 12), toll("b", 58, None)], "killed") == "12 to 58 or more"
    assert spread([toll("a", 58, None)], "killed") == "at least 58"
    assert spread([toll("a", None, 100)], "killed") == "at most 100"
    assert spread([toll("a", 58, 58)], "injured") == ""
