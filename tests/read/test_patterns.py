"""Patterns find speakers behind quotations and statements that nouns report, and nothing else."""

import pytest

from onrecord.read.patterns import (
    Match,
    according_to,
    before_aside,
    before_contrast,
    counted,
    imagery,
    relative_clauses,
    reported_by_nobody,
    reported_clause,
    reportedly,
    reporting_nouns,
    tag_of,
)
from onrecord.read.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“We left,” the mayor said.", "the mayor", "said"),
        ("“We left,” said the mayor of the town.", "the mayor of the town", "said"),
        ("“We left,” Anna Tamm, who leads the council, added.", "Anna Tamm, who leads the council", "added"),
    ],
)
def test_tags(text: str, source: str, cue: str) -> None:
    tag = tag_of(text, find_quotations(text)[0])
    assert tag is not None
    assert [text[slice(*part)] for part in tag] == [source, cue]


@pytest.mark.parametrize("text", ["“We left.” The road was empty.", "“We left” was painted on the wall.", "“We left”"])
def test_no_tag(text: str) -> None:
    assert tag_of(text, find_quotations(text)[0]) is None


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("despite claims by the mayor that the bridge is held", "the mayor", "claims", "the bridge is held"),
        (
            "contrary to Governor Tamm’s latest claim about the fall of the town",
            "Governor Tamm",
            "claim",
            "the fall of the town",
        ),
        ("amid reports that the road is cut", None, "reports", "the road is cut"),
        ("that reports of a defeat were false", None, "reports", "a defeat"),
        ("called the reports its guns had fired untrue", None, "reports", "its guns had fired untrue"),
        ("their denial that anyone was hurt, but", "their", "denial", "anyone was hurt"),
    ],
)
def test_nouns_that_report(text: str, source: str | None, cue: str, content: str) -> None:
    (found,) = reporting_nouns(text, 0, len(text))
    assert (text[slice(*found.source)] if found.source else None) == source
    assert (text[slice(*found.cue)], text[slice(*found.content)]) == (cue, content)


def test_a_noun_without_what_it_reports_is_nothing() -> None:
    text = "The claims were many, and the reports came late."
    assert list(reporting_nouns(text, 0, len(text))) == []


def test_a_report_ends_where_it_is_contradicted() -> None:
    text = "the bridge has fallen, but that is a lie"
    assert text[: before_contrast(text, 0, len(text))] == "the bridge has fallen"


def parts(text: str, match: Match | None) -> tuple[str | None, str, list[str]] | None:
    if match is None:
        return None
    source = text[slice(*match.source)] if match.source else None
    return source, text[slice(*match.cue)], [text[slice(*part)] for part in match.contents]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The bridge fell at dawn, according to the mayor.",
            ("the mayor", "according to", ["The bridge fell at dawn"]),
        ),
        ("According to the mayor, the bridge fell.", ("the mayor", "According to", ["the bridge fell"])),
        (
            "However, according to Anna Tamm, the head of the council, it was costly to all.",
            ("Anna Tamm, the head of the council", "according to", ["it was costly to all"]),
        ),
        ("They acted according to plan", None),
        ("The bridge fell at dawn.", None),
    ],
)
def test_according_to(text: str, wanted: tuple[str | None, str, list[str]] | None) -> None:
    assert parts(text, according_to(text, 0, len(text))) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He [the mayor] says the bridge has fallen", ("He [the mayor]", "says", ["the bridge has fallen"])),
        ("they suspected that the road was mined", ("they", "suspected", ["that the road was mined"])),
        (
            "He [the mayor] tells his people that the work is over",
            ("He [the mayor]", "tells", ["that the work is over"]),
        ),
        ("The bridge has fallen to the rebels", None),
    ],
)
def test_reported_clauses(text: str, wanted: tuple[str | None, str, list[str]] | None) -> None:
    assert parts(text, reported_clause(text, 0, len(text))) == wanted


def test_relative_clauses() -> None:
    text = "eleven people fell ill from the smoke which they suspect was chlorine"
    (found,) = relative_clauses(text, 0, len(text))
    assert parts(text, found) == ("they", "suspect", ["the smoke", "was chlorine"])


def test_footage_is_a_source() -> None:
    text = "Video footage from the eastern bank showed men carrying boxes"
    found = imagery(text, 0, len(text))
    assert parts(text, found) == ("Video footage from the eastern bank", "showed", ["men carrying boxes"])


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The roof fell in but no injuries were reported", ["no injuries"]),
        ("Nine others were reported hurt in the blast", ["Nine others", "hurt in the blast"]),
    ],
)
def test_reported_by_nobody(text: str, contents: list[str]) -> None:
    (found,) = reported_by_nobody(text, 0, len(text))
    assert [text[slice(*part)].strip() for part in found.contents] == contents
    assert found.source is None


def test_reportedly() -> None:
    text = "The camp reportedly held families from the coast."
    assert parts(text, reportedly(text, 0, len(text))) == (
        None,
        "reportedly",
        ["The camp", "held families from the coast"],
    )


def test_the_report_comments_on_what_was_called_for() -> None:
    text = "the withdrawal of the fleet, something the admiral had warned against"
    assert text[: before_aside(text, 0, len(text))] == "the withdrawal of the fleet"
    assert before_aside("the withdrawal of the fleet", 0, 27) == 27


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The monitor put the number of dead fighters at 68.", "The monitor", "put", "the number of dead fighters at 68"),
        ("Aid groups, all of them small, put the toll at about 3,000, but", "Aid groups", "put", "the toll at about 3,000"),
        ("The junta has raised its death toll to at least forty.", "The junta", "raised", "its death toll to at least forty"),
        ("Local medics gave a figure of 112 wounded.", "Local medics", "gave", "a figure of 112 wounded"),
    ],
)  # fmt: skip
def test_counts(text: str, source: str, cue: str, content: str) -> None:
    (found,) = counted(text, 0, len(text))
    assert found.source is not None
    assert found.content is not None
    assert [text[slice(*part)] for part in (found.source, found.cue, found.content)] == [source, cue, content]


def test_two_counts_of_one_sentence() -> None:
    text = "The mayor put the toll at 12, while the army put its losses at two."
    assert [text[slice(*m.source)] for m in counted(text, 0, len(text)) if m.source] == ["The mayor", "the army"]


@pytest.mark.parametrize(
    "text",
    ["The latest attack raised the toll to 90.", "They put the number plate at the back.", "That puts the toll at 12.", "He gave a number of talks."],
)  # fmt: skip
def test_no_count(text: str) -> None:
    assert not list(counted(text, 0, len(text)))
