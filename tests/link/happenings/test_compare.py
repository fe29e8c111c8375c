"""Whether two tellings are of one event, and why."""

from __future__ import annotations

import pytest

from onrecord.link.happenings import compare
from tests.link.happenings.written import ALEPPO, HAJIN, MOSUL, PROVINCE, killed, told

ONE = "Warplanes struck the bakery of Hajin on Tuesday, killing twelve people who stood in line for bread"
OTHER = "An air strike on a bakery in Hajin killed thirteen people waiting for bread, medics said"


def test_one_event_told_by_two_reports_is_the_same_with_reasons() -> None:
    a = told(ONE, "one", toll=killed(12), hit=("bakery",))
    b = told(OTHER, "two", toll=killed(13), hit=("bakery", "person"))
    found = compare(a, b)
    assert found.verdict == "same"
    assert found.score is not None
    assert found.score > 0.5
    assert "same place, Hajin" in found.why
    assert "same day, 2019-03-05" in found.why


def test_comparing_does_not_depend_on_the_order() -> None:
    a, b = told(ONE, "one", toll=killed(12)), told(OTHER, "two", toll=killed(13))
    assert compare(a, b).score == compare(b, a).score


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"earliest": "2019-03-12", "latest": "2019-03-12"}, "7 days"),
        ({"spot": ALEPPO}, "km apart"),
        ({"spot": MOSUL}, "Mosul in IQ"),
        ({"type": "arrests", "kind": "strategic_developments"}, "arrests"),
        ({"type": "peaceful_protest", "kind": "Protests"}, "peaceful protest"),
    ],
)
def test_what_cannot_be_one_event_is_different_by_rule(known: dict[str, object], reason: str) -> None:
    found = compare(told(ONE, "one"), told(ONE, "two", **known))
    assert (found.verdict, found.score) == ("different", None)
    assert reason in found.why[0]


def test_two_incidents_of_one_report_are_different_but_a_look_back_may_join() -> None:
    a = told(ONE, "one")
    b = told(ONE, "two", document=a.document)
    assert compare(a, b).verdict == "different"
    assert compare(a, told(ONE, "two", document=a.document, background=True)).verdict != "different"


def test_a_look_back_joins_the_old_event() -> None:
    old = told(ONE, "one", toll=killed(12), hit=("bakery",))
    back = told(OTHER, "two", toll=killed(12), hit=("bakery",), background=True)
    assert compare(old, back).verdict == "same"


@pytest.mark.parametrize(
    "known",
    [
        {"earliest": "2019-03-01", "latest": "2019-03-31"},
        {"earliest": "2019-03-03", "latest": "2019-03-06", "dated": "report"},
        {"spot": PROVINCE},
        {"spot": None},
    ],
)
def test_a_wide_time_or_a_vague_place_is_unsure_without_strong_evidence(known: dict[str, object]) -> None:
    bare = told("Jets hit Hajin", "one")
    assert compare(bare, told("A raid on the town", "two", **known)).verdict in ("unsure", "different")
    assert compare(bare, told("A raid on the town", "two", **known)).score is not None


def test_strong_evidence_stands_in_for_a_wide_time() -> None:
    wide = {"earliest": "2019-03-01", "latest": "2019-03-31", "toll": killed(47), "hit": ("bakery",)}
    assert compare(told(ONE, "one", toll=killed(47), hit=("bakery",)), told(OTHER, "two", **wide)).verdict == "same"


def test_two_strikes_on_one_town_on_one_day_with_other_targets_and_tolls_are_not_joined() -> None:
    school = told("Jets bombed a school, killing thirty pupils", "one", toll=killed(30), hit=("school", "pupil"))
    depot = told("A drone fired at a fuel depot, one guard died", "two", toll=killed(1), hit=("depot", "guard"))
    assert compare(school, depot).verdict != "same"


def test_a_report_cannot_look_back_at_what_came_after_it() -> None:
    back = told(ONE, "one", earliest=None, latest="2019-02-01", dated="open", background=True)
    assert compare(back, told(ONE, "two")).verdict == "different"


def test_a_place_that_is_not_surely_known_excludes_nothing() -> None:
    unsure = told(ONE, "one", spot=HAJIN)
    assert compare(unsure, told(ONE, "two", spot=PROVINCE)).score is not None
