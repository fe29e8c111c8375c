"""Quotation marks complete what the model proposed, and quotations without a cue find their speaker or nobody."""

from onrecord.read.drafts import Draft, by_paragraph, complete
from onrecord.read.quotations import find_quotations
from onrecord.read.roles import Piece


def piece(text: str, words: str, nth: int = 0) -> Piece:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Piece(start, start + len(words), 0.9)


def draft(text: str, cue: str, source: str, *contents: str) -> Draft:
    return Draft(piece(text, cue), piece(text, source), tuple(piece(text, c) for c in contents))


def completed(text: str, *drafts: Draft) -> list[Draft]:
    quotations = find_quotations(text)
    return complete(text, by_paragraph(text, drafts, quotations), quotations)


def said(text: str, found: Draft) -> list[str]:
    return [text[p.start : p.end] for p in found.contents]


def test_a_mark_beside_a_content_belongs_to_it() -> None:
    text = "“We hold the bridge,” the mayor said."
    (found,) = completed(text, draft(text, "said", "the mayor", "We hold the bridge"))
    assert said(text, found) == ["“We hold the bridge,”"]
    assert found.decided_by[-1].by == "quotation marks balance"


def test_a_sentence_within_the_marks_is_not_left_out() -> None:
    text = "“We hold the bridge. It was hard. Nobody helped us,” the mayor said."
    (found,) = completed(text, draft(text, "said", "the mayor", "“We hold the bridge. It was hard."))
    assert said(text, found) == ["“We hold the bridge. It was hard.", "Nobody helped us,”"]


def test_a_quotation_in_the_next_paragraph_goes_on_with_its_speaker() -> None:
    text = "“We hold the bridge,” the mayor said.\n“We have held it since Monday and we will not leave.”"
    first, second = completed(text, draft(text, "said", "the mayor", "“We hold the bridge,”"))
    assert said(text, second) == ["“We have held it since Monday and we will not leave.”"]
    assert (second.cue, second.source, second.speaker_of) == (None, None, 0)
    assert first.cue is not None


def test_a_quotation_in_the_same_paragraph_is_more_of_the_same_statement() -> None:
    text = "“We hold the bridge,” the mayor said. “We have held it since Monday, all of us.”"
    (found,) = completed(text, draft(text, "said", "the mayor", "“We hold the bridge,”"))
    assert said(text, found) == ["“We hold the bridge,”", "“We have held it since Monday, all of us.”"]


def test_a_quotation_that_lost_its_opening_mark_begins_behind_the_cue() -> None:
    text = "“We hold the bridge,” the mayor said. It was hard. We will not leave it to them.”"
    (found,) = completed(text, draft(text, "said", "the mayor", "“We hold the bridge,”"))
    assert said(text, found) == ["“We hold the bridge,”", "It was hard. We will not leave it to them.”"]


def test_whoever_stands_behind_a_quotation_speaks() -> None:
    text = "“We hold the bridge,” the mayor said.\n“That is a lie and he knows it,” Colonel Tamm retorted."
    _, found = completed(text, draft(text, "said", "the mayor", "“We hold the bridge,”"))
    assert found.source is not None
    assert text[found.source.start : found.source.end] == "Colonel Tamm"
    assert found.cue is not None
    assert text[found.cue.start : found.cue.end] == "retorted"


def test_a_quotation_of_nobody_has_no_source() -> None:
    text = "The wall bore one line of paint.\n“We will come back for every stone of it.”"
    (found,) = completed(text)
    assert (found.source, found.cue, found.speaker_of) == (None, None, None)


def test_scare_quotes_are_no_speech() -> None:
    assert completed("The army opened a “safe corridor” to the east, and a road “for all who leave today”.") == []


def test_a_linked_quotation_in_a_later_paragraph_is_a_statement_of_its_own() -> None:
    text = "“We hold the bridge,” the mayor said.\n“We will not leave.”"
    first, second = completed(text, draft(text, "said", "the mayor", "“We hold the bridge,”", "“We will not leave.”"))
    assert said(text, first) == ["“We hold the bridge,”"]
    assert said(text, second) == ["“We will not leave.”"]
    assert second.speaker_of == 0
