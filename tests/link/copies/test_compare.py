"""When two reports share running text of one origin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.link.copies import compare, sketch_of
from onrecord.record import Content, Record, Span, Statement, TimeExpression
from tests.link.copies.telling import OTHER, QUOTATION, WIRE, report


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(WIRE[:4], id="the tail is cut"),
        pytest.param(WIRE[3:6], id="an excerpt from the middle"),
        pytest.param(WIRE[::-1], id="in another order"),
        pytest.param((*WIRE[:3], *OTHER[:3]), id="with another story"),
        pytest.param(
            [sentence.replace("Tuesday", "May 4").replace("the ", "") for sentence in WIRE], id="with words left out"
        ),
    ],
)
def test_a_damaged_copy_is_found(kept: list[str]) -> None:
    match = compare(report(WIRE), report(kept, "Valley Courier"))
    assert match is not None
    assert match.share_b > 0.4


def test_the_evidence_is_in_the_words_of_both_reports() -> None:
    a, b = report(WIRE), report((OTHER[0], *WIRE[2:5]), "Valley Courier")
    match = compare(a, b)
    assert match is not None
    spans = match.evidence[0].spans
    assert [span.document for span in spans] == [a.document.id, b.document.id]
    for span, side in zip(spans, (a, b), strict=True):
        assert side.document.text[span.start : span.end] == span.text
    assert spans[0].text.startswith("Smoke rose over")


def test_a_quotation_alone_makes_no_copies() -> None:
    assert compare(report((*WIRE[:3], QUOTATION)), report((*OTHER[:3], QUOTATION), "Valley Courier")) is None


def test_a_quotation_without_marks_that_the_reader_found_is_one() -> None:
    bare = QUOTATION.replace('"', "")
    sides = [_with_quotation(report((*own, bare), name), bare) for own, name in ((WIRE[:3], "A"), (OTHER[:3], "B"))]
    assert compare(*sides) is None


def _with_quotation(record: Record, words: str) -> Record:
    start = record.document.text.index(words)
    span = Span(start, start + len(words), words)
    return replace(record, statements=(Statement("s-1", "direct", None, None, Content((span,))),))


def test_a_quotation_that_both_have_from_one_agency_counts_for_half() -> None:
    told = QUOTATION.replace("said in a statement", "told AFP")
    assert (
        compare(report((*WIRE[:3], told, WIRE[6][:60])), report((*OTHER[:3], told, WIRE[6][:60]), "Valley Courier"))
        is not None
    )


def test_unrelated_reports_are_no_copies() -> None:
    assert compare(report(WIRE), report(OTHER, "Valley Courier")) is None


def test_a_paragraph_that_one_outlet_puts_under_its_reports_makes_no_copies() -> None:
    about = WIRE[3] + " " + WIRE[4] + " " + WIRE[5]
    assert compare(report((*OTHER[:3], about)), report((*WIRE[:2], *WIRE[6:], about))) is None


def test_what_is_printed_months_later_is_background_unless_it_is_most_of_it() -> None:
    a = report(WIRE)
    assert compare(a, report((*OTHER, *WIRE[:1]), "Valley Courier", "2021-09-01")) is None
    assert compare(a, report(WIRE[:6], "Valley Courier", "2021-09-01")) is not None


def test_a_sentence_about_long_ago_counts_for_half() -> None:
    old = "The war in the delta began in March 2014 when the governor was shot, and has since driven two million people from the coast."
    sides = [_dated(report((*own, old, WIRE[1]), name), "March 2014") for own, name in ((WIRE[4:], "A"), (OTHER, "B"))]
    plain = [replace(side, times=()) for side in sides]
    with_dates, without = compare(*sides), compare(*plain)
    assert without is not None
    assert with_dates is None or with_dates.weight < without.weight


def _dated(record: Record, words: str) -> Record:
    start = record.document.text.index(words)
    span = Span(start, start + len(words), words)
    return replace(record, times=(TimeExpression("t-1", span, "DATE", "2014-03", "2014-03-01", "2014-03-31"),))


def test_standing_text_does_not_count() -> None:
    a, b = report((*OTHER[:2], *WIRE[3:6])), report((*OTHER[4:], *WIRE[3:6]), "Valley Courier")
    assert compare(a, b) is not None
    assert compare(a, b, frozenset(sketch_of(report(WIRE[3:6])).fingerprints)) is None


def test_the_headline_is_no_running_text() -> None:
    title = "Shells fall on the market of a river town while its traders are unpacking and nobody admits to having fired them at all"
    a, b = report((title, *WIRE[:3]), title=title), report((title, *OTHER[:3]), "Valley Courier", title=title)
    assert compare(a, b) is None


@pytest.mark.parametrize("text", ["", " ", "Shelling", "Two dead. Five hurt. Bridge closed.", "“", "…"])
def test_hardly_any_text_is_a_copy_of_nothing(text: str) -> None:
    assert compare(report((text,)), report((text,), "Valley Courier")) is None
    assert compare(report(WIRE), report((text,), "Valley Courier")) is None


def test_a_report_is_no_copy_of_itself() -> None:
    assert compare(report(WIRE), report(WIRE)) is None


def test_a_list_of_headlines_is_a_copy_of_none_of_the_reports() -> None:
    headlines = [sentence.split(",")[0] for sentence in (WIRE[0], OTHER[0], OTHER[5])]
    assert compare(report(headlines), report(WIRE, "Valley Courier")) is None


class TestRoot:
    def test_is_the_report_of_the_agency_that_the_other_credits(self) -> None:
        a, b = report(WIRE, "Reuters"), report((*WIRE[:5], "(Reuters)"), "Valley Courier")
        match = compare(a, b)
        assert match is not None
        assert (match.root, match.derivation_a, match.derivation_b) == (a.document.id, "not", "wholly")
        assert [(piece.kind, piece.extra["outlet"], piece.spans[0].text) for piece in match.evidence[1:]] == [
            ("credit", "reuters", "Reuters")
        ]

    def test_is_nobody_where_both_credit_an_agency(self) -> None:
        match = compare(report((*WIRE, "(AFP)")), report((*WIRE[:5], "(AFP)"), "Valley Courier", "2021-05-05"))
        assert match is not None
        assert (match.root, match.derivation_a, match.derivation_b) == (None, "wholly", "wholly")

    def test_is_the_earlier_one_that_has_most_of_the_other(self) -> None:
        a, b = report(WIRE), report(WIRE[:5], "Valley Courier", "2021-05-05")
        match = compare(b, a)
        assert match is not None
        assert match.root == a.document.id

    def test_is_unknown_on_one_day(self) -> None:
        match = compare(report(WIRE), report(WIRE[:5], "Valley Courier"))
        assert match is not None
        assert match.root is None
