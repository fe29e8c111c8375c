"""Two reviewers compared: what they agree on, what they disagree on, the words that they marked."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.record import Judgement
from onrecord.record.judgement import answers_of
from onrecord.review.agreement import Counted, agreements_of, alpha_of, counted, disagreements_of
from onrecord.review.spans import SpanScore, exact, overlapping, span_score


def judged(*told: tuple[str, str, str] | tuple[str, str, str, Any]) -> dict[str, dict[str, Judgement]]:
    """What is in force of decisions like ("r1.1.s1", "Ada", "right")."""
    made = [
        Judgement(f"j{at}", id_, id_.partition(".")[0], id_.rpartition(".")[2], verdict, *value or (None,), who, None, "2026-01-01T00:00:00Z")
        for at, (id_, who, verdict, *value) in enumerate(told, 1)
    ]  # fmt: skip
    return answers_of(made)


def test_what_both_say_is_agreed_and_what_one_says_alone_is_not() -> None:
    things = judged(
        ("r1.1.s1", "Ada", "right"), ("r1.1.s1", "Bo", "right"), ("r1.1.s2", "Ada", "right"), ("r1.1.s2", "Bo", "wrong"),
        ("r1.1.s3", "Ada", "right"),
    )  # fmt: skip
    assert counted(things) == Counted(agreed=1, disagreed=1, by_one=1)
    (apart,) = disagreements_of(things)
    assert [(one.object_id, one.who, one.verdict) for one in apart.answers] == [
        ("r1.1.s2", "Ada", "right"), ("r1.1.s2", "Bo", "wrong"),
    ]  # fmt: skip


def test_corrections_agree_only_where_their_values_do() -> None:
    same, other = {"form": "direct", "certainty": "certain"}, {"form": "indirect"}
    things = judged(
        ("r1.1.s1", "Ada", "corrected", same), ("r1.1.s1", "Bo", "corrected", dict(reversed(same.items()))),
        ("r1.1.s2", "Ada", "corrected", same), ("r1.1.s2", "Bo", "corrected", other),
    )  # fmt: skip
    (found,) = agreements_of(things)
    assert (found.one, found.other, found.both, found.same, found.share) == ("Ada", "Bo", 2, 1, 0.5)
    assert (
        found.alpha == 0.0
    )  # One of two pairs differs; three labels of one kind and one of another would differ as often by chance.


def test_alpha_over_all_takes_those_who_did_not_decide_on_everything() -> None:
    things = judged(
        ("r1.1.s1", "Ada", "right"), ("r1.1.s1", "Bo", "right"), ("r1.1.s2", "Bo", "wrong"), ("r1.1.s2", "Cy", "wrong"),
    )  # fmt: skip
    assert alpha_of(things) == 1.0
    assert [(one.one, one.other, one.both) for one in agreements_of(things)] == [("Ada", "Bo", 1), ("Bo", "Cy", 1)]
    assert [one.alpha for one in agreements_of(things)] == [None, None]


def test_words_of_a_statement_are_those_of_the_machine_where_they_are_accepted() -> None:
    moved = {"start": 12, "end": 30, "text": "x" * 18}
    things = judged(
        ("r1.1.s1", "Ada", "right"), ("r1.1.s1", "Bo", "right"),
        ("r1.1.s2", "Ada", "corrected", moved), ("r1.1.s2", "Bo", "right"),
        ("r2.1.s3", "Ada", "wrong"), ("r2.1.s3", "Bo", "right"),
        ("r2.1.s4", "Ada", "unsure"), ("r2.1.s4", "Bo", "right"),
    )  # fmt: skip
    contents = {"r1 s1": ("r1", 40, 60), "r1 s2": ("r1", 10, 30), "r2 s3": ("r2", 5, 9), "r2 s4": ("r2", 20, 40)}
    (found,) = agreements_of(things, contents, {"r1": 100, "r2": 50})
    assert found.statements == 3
    assert found.exact == SpanScore(precision=1 / 3, recall=1 / 2)
    assert found.overlap == SpanScore(precision=2 / 3, recall=1.0)
    assert found.exact.f1 == pytest.approx(0.4)
    assert found.overlap.f1 == pytest.approx(0.8)
    assert found.unitising is not None
    assert 0.9 < found.unitising < 1


def test_words_in_another_report_are_other_words() -> None:
    here, there = [("r1", 0, 10)], [("r2", 0, 10)]
    assert span_score(here, there, overlapping) == SpanScore(0.0, 0.0)
    assert span_score(here, here, exact).f1 == 1.0


def test_what_nobody_marked_has_no_score() -> None:
    assert span_score([], [], exact).f1 is None
    assert span_score([], [("r1", 0, 1)], exact).f1 == 0.0
