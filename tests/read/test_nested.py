"""Statements within statements: what is read again, and where what it gives stands."""

from dataclasses import replace

import pytest

from onrecord.read.drafts import Draft
from onrecord.read.nested import Stretch, stretches, within
from onrecord.read.roles import Piece, Proposal

TEXT = "The mayor said rebels claimed that the bridge had fallen, but that nobody had seen it."


def piece(words: str, text: str = TEXT) -> Piece:
    return Piece(text.index(words), text.index(words) + len(words), 0.9)


OUTER = Draft(
    piece("said"),
    piece("The mayor"),
    (piece("rebels claimed that the bridge had fallen, but that nobody had seen it"),),
)
PART = Stretch(0, TEXT.index("rebels"), TEXT.index("."))


def proposal(cue: str, source: str, content: str) -> Proposal:
    def moved(words: str) -> Piece:
        found = piece(words)
        return Piece(found.start - PART.start, found.end - PART.start, 0.9)

    return Proposal(moved(cue), moved(source), (moved(content),), 0.9, 0.9)


def read(*proposals: Proposal) -> list[Draft]:
    return within(TEXT, [OUTER], [PART], [list(proposals)], lambda _: True)


def test_a_content_with_a_cue_is_read_again() -> None:
    assert stretches(TEXT, [OUTER]) == [replace(PART, plain=True)]


def test_a_content_without_a_cue_is_not() -> None:
    text = "The mayor said the old bridge had fallen into the river."
    outer = Draft(
        piece("said", text), piece("The mayor", text), (piece("the old bridge had fallen into the river", text),)
    )
    assert stretches(text, [outer]) == []


@pytest.mark.parametrize(
    "said", ["the ban on boats had hurt the old river trade", "guards had found a suspected mine near the old bridge"]
)
def test_words_that_are_hardly_ever_a_cue_do_not_make_the_network_read_again(said: str) -> None:
    text = f"The mayor said {said}."
    (part,) = stretches(text, [Draft(piece("said", text), piece("The mayor", text), (piece(said, text),))])
    assert part.plain


def test_the_inner_statement_stands_inside_and_ends_before_the_outer_goes_on() -> None:
    _, inner = read(proposal("claimed", "rebels", "that the bridge had fallen, but that nobody had seen it"))
    assert inner.inside == 0
    assert [TEXT[p.start : p.end] for p in inner.contents] == ["that the bridge had fallen"]


def test_attitudes_are_not_put_forward() -> None:
    text = "The mayor said the guards on the bank wanted the bridge to fall."
    outer = Draft(
        piece("said", text),
        piece("The mayor", text),
        (piece("the guards on the bank wanted the bridge to fall", text),),
    )
    part = Stretch(0, text.index("the guards"), text.index("."))
    wanted = [piece(words, text) for words in ("wanted", "the guards on the bank", "the bridge to fall")]
    cue, source, content = (Piece(p.start - part.start, p.end - part.start, 0.9) for p in wanted)
    given = [[Proposal(cue, source, (content,), 0.9, 0.9)]]
    assert within(text, [outer], [part], given, lambda _: False) == [outer]
    assert len(within(text, [outer], [part], given, lambda _: True)) == 2


def test_the_smallest_content_holds_the_innermost() -> None:
    text = "He said amid reports that rebels say the bridge has fallen all was calm."
    outer = Draft(
        piece("said", text),
        piece("He", text),
        (piece("amid reports that rebels say the bridge has fallen all was calm", text),),
    )
    part = Stretch(0, text.index("amid"), text.index("."))
    shifted = [
        Piece(p.start - part.start, p.end - part.start, 0.9)
        for p in (piece("say", text), piece("rebels", text), piece("the bridge has fallen", text))
    ]
    found = within(text, [outer], [part], [[Proposal(shifted[0], shifted[1], (shifted[2],), 0.9, 0.9)]], lambda _: True)
    reports = next(k for k, d in enumerate(found) if d.cue and text[d.cue.start : d.cue.end] == "reports")
    rebels = next(d for d in found if d.cue and text[d.cue.start : d.cue.end] == "say")
    assert (found[reports].inside, rebels.inside) == (0, reports)
