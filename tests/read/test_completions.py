"""Contents end where the report takes over again, and sentences that the model passed over are completed by patterns."""

from onrecord.read.completions import with_patterns, within_sentences, without_asides
from onrecord.read.drafts import Draft
from onrecord.read.quotations import find_quotations
from onrecord.read.roles import Piece


def draft(text: str, cue: str, content: str) -> Draft:
    def piece(words: str) -> Piece:
        return Piece(text.index(words), text.index(words) + len(words), 0.9)

    return Draft(piece(cue), None, (piece(content),))


def said(text: str, found: Draft) -> list[str]:
    return [text[p.start : p.end] for p in found.contents]


def test_what_is_not_quoted_ends_with_its_sentence() -> None:
    text = "The mayor said the bridge had fallen. Nobody was on it. The river is high."
    (found,) = within_sentences(text, [draft(text, "said", "the bridge had fallen. Nobody was on it")], ())
    assert said(text, found) == ["the bridge had fallen"]
    assert found.decided_by[-1].by == "ends with the sentence of its cue"


def test_a_quotation_goes_over_sentences() -> None:
    text = "The mayor said: “The bridge has fallen. Nobody was on it.”"
    given = draft(text, "said", "“The bridge has fallen. Nobody was on it.”")
    assert within_sentences(text, [given], find_quotations(text)) == [given]


def test_a_comment_of_the_report_is_no_content() -> None:
    text = "The mayor called for the retreat of the guard, something his deputy had refused."
    (found,) = without_asides(
        text, [draft(text, "called for", "the retreat of the guard, something his deputy had refused")], ()
    )
    assert said(text, found) == ["the retreat of the guard"]


def test_patterns_add_to_sentences_that_nobody_has() -> None:
    text = "The mayor said the bridge fell. The road is cut, according to drivers. Pictures showed cars in the river."
    found = with_patterns(text, [draft(text, "said", "the bridge fell")])
    assert [said(text, d) for d in found] == [["the bridge fell"], ["The road is cut"], ["cars in the river"]]
    assert [d.decided_by[-1].by for d in found[1:]] == ["pattern: according to", "pattern: footage shows content"]


def test_patterns_leave_alone_what_is_found() -> None:
    text = "The road is cut, according to drivers."
    given = [draft(text, "according to", "The road is cut")]
    assert with_patterns(text, given) == given


def test_a_count_is_added_beside_what_is_found_of_its_sentence() -> None:
    text = "The monitor put the number of dead at 68, while the mayor said the bridge had fallen."
    given = draft(text, "said", "the bridge had fallen")
    assert [said(text, d) for d in with_patterns(text, [given])] == [
        ["the bridge had fallen"],
        ["the number of dead at 68"],
    ]
