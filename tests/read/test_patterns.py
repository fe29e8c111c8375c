"""Patterns find speakers behind quotations and statements that nouns report, and nothing else."""

import pytest

from onrecord.read.patterns import before_contrast, reporting_nouns, tag_of
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
