"""How many stand behind a claim, and what that comes to."""

from __future__ import annotations

import pytest

from onrecord.link.sources import Speaker
from onrecord.link.tally import Counted, Outcome, count
from onrecord.record import Span, Stance, Value

MINISTRY = Speaker("actor:m", "the ministry", "organisation", party="actor:p", party_name="the republic")
SPOKESWOMAN = Speaker("name:anna tamm", "Anna Tamm", "official", "actor:m", "actor:p", organisation_name="the ministry")
ARMY = Speaker("actor:a", "the army", "organisation", party="actor:p", party_name="the republic")
MONITOR = Speaker("actor:o", "the monitor", "organisation")
REBELS = Speaker("actor:r", "the rebels", "organisation", party="actor:r")


def resident(document: str) -> Speaker:
    return Speaker(f"unnamed:{document}:resident", "a resident", "unnamed_person", unnamed=True)


def narrator(publisher: str, party: str | None = None) -> Speaker:
    return Speaker(f"narrator:{publisher}", publisher, None, party=party)


def said(
    document: str,
    speaker: Speaker,
    stance: str = "asserts",
    *,
    value: Value | None = None,
    leans: str | None = None,
    published: str | None = None,
    copied: bool = True,
    words: str = "the bridge was hit",
) -> Counted:
    spans = (Span(0, len(words), words),)
    taken = Stance(document, "s-1", spans, stance, speaker.name, value, leans=leans)  # type: ignore[arg-type]
    return Counted(taken, speaker, published, copied)


def figure(low: float | None, high: float | None = None, of: str | None = None) -> Value:
    return Value(low, high, of=of)


def numbers(outcome: Outcome) -> tuple[int, int, int, int]:
    tally = outcome.tally
    return tally.reports, tally.copy_families, tally.sources, tally.independent


def test_five_outlets_that_rang_one_ministry_are_one_source() -> None:
    outcome = count([said(d, MINISTRY) for d in "abcde"], {})
    assert numbers(outcome) == (5, 5, 1, 1)
    assert outcome.status == "repeated_not_corroborated"
    assert outcome.tally.without == {"copies": 1, "source": 5, "citation": 1}
    assert [join.why for join in outcome.tally.joins] == ["one source: the ministry"]


def test_two_named_sources_in_one_wire_story_stay_two() -> None:
    copies = {"f": ("a", "b")}
    outcome = count([said("a", MONITOR), said("b", REBELS)], copies)
    assert numbers(outcome) == (2, 1, 2, 2)
    assert outcome.status == "corroborated"


def test_outlets_with_one_text_are_one_and_their_own_words_are_not() -> None:
    copies = {"f": ("a", "b", "c")}
    voices = [said("a", narrator("A")), said("b", narrator("B")), said("c", narrator("C"), copied=False)]
    outcome = count(voices, copies)
    assert numbers(outcome) == (3, 1, 0, 2)
    assert outcome.tally.unnamed == 2
    assert outcome.tally.without["copies"] == 3


def test_unnamed_sources_are_one_only_in_copies_of_one_text() -> None:
    told = [said("a", resident("a")), said("b", resident("b")), said("c", resident("c"))]
    assert numbers(count(told, {})) == (3, 3, 3, 3)
    assert numbers(count(told, {"f": ("a", "b")})) == (3, 2, 2, 2)


def test_an_outlet_and_an_unnamed_source_of_one_report_stay_apart_in_its_copies() -> None:
    words = {"a": "the mill burned down in the night", "b": "four people drowned in the river"}
    told = [
        said("a", narrator("A"), words=words["a"]),
        said("a", resident("a"), words=words["b"]),
        said("b", narrator("B"), words=words["a"]),
        said("b", resident("b"), words=words["b"]),
    ]
    assert count(told, {"f": ("a", "b")}).tally.independent == 2


def test_one_sentence_given_to_two_sources_is_one() -> None:
    told = [said("a", resident("a")), said("b", narrator("B"))]
    outcome = count(told, {"f": ("a", "b")})
    assert outcome.tally.independent == 1
    assert outcome.tally.joins[0].kind == "copies"


def test_a_spokeswoman_and_her_ministry_are_one_and_the_army_is_another_of_one_party() -> None:
    outcome = count([said("a", SPOKESWOMAN), said("b", MINISTRY), said("c", ARMY)], {})
    assert numbers(outcome) == (3, 3, 2, 2)
    assert outcome.tally.parties == 1
    assert [(join.kind, join.stances) for join in outcome.tally.joins] == [("organisation", (0, 1))]
    assert outcome.tally.joins[0].why == "Anna Tamm and the ministry speak for the ministry"


def test_one_who_cites_the_other_is_no_second_source() -> None:
    wire = Speaker("actor:w", "the wire", "media", cites=("actor:m",))
    outcome = count([said("a", wire), said("b", MINISTRY)], {})
    assert outcome.tally.independent == 1
    assert outcome.tally.without == {"copies": 1, "source": 1, "citation": 2}
    assert numbers(outcome)[2] == 2


def test_the_voice_of_a_partys_outlet_counts_as_that_party() -> None:
    outcome = count([said("a", narrator("The Star", "actor:r"))], {})
    assert (outcome.tally.sources, outcome.tally.parties, outcome.tally.unnamed) == (1, 1, 0)


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        (said("a", MONITOR), said("b", ARMY, "denies"), "contested"),
        (said("a", MINISTRY), said("b", SPOKESWOMAN, "denies"), "repeated_not_corroborated"),
        (said("a", MONITOR), said("b", ARMY, "hedges", leans="denies"), "contested"),
        (said("a", MONITOR), said("b", ARMY, "hedges", leans="asserts"), "corroborated"),
        (said("a", MONITOR), said("b", ARMY, "declines"), "single_source"),
        (said("a", MONITOR, "denies"), said("b", ARMY, "questions"), "denied_only"),
        (said("a", MONITOR, "predicts"), said("b", ARMY, "questions"), None),
        (said("a", MONITOR, value=figure(5, 5)), said("b", ARMY, value=figure(6, 6)), "contested"),
        (said("a", MONITOR, value=figure(10)), said("b", ARMY, value=figure(22)), "corroborated"),
        (said("a", MONITOR, value=figure(5, 5)), said("b", ARMY, value=figure(6, 6, "soldiers")), "corroborated"),
        (said("a", MONITOR, value=Value(words="dozens")), said("b", ARMY, value=figure(6, 6)), "corroborated"),
        (said("a", MONITOR, value=figure(5, 5)), said("b", MONITOR, value=figure(6, 6)), "repeated_not_corroborated"),
    ],
)
def test_status(one: Counted, other: Counted, status: str | None) -> None:
    assert count([one, other], {}).status == status


def test_a_figure_that_its_source_replaced_later_contests_nothing() -> None:
    first = said("a", MONITOR, value=figure(5, 5), published="2019-03-01")
    later = said("b", MONITOR, value=figure(9, 9), published="2019-03-02")
    army = said("c", ARMY, value=figure(9, 9), published="2019-03-02")
    assert count([first, later, army], {}).status == "corroborated"
    assert count([first, later], {}, figure(5, 5)).status == "superseded"
    assert count([first, later], {}, figure(9, 9)).status == "repeated_not_corroborated"


def test_two_figures_of_one_day_replace_nothing() -> None:
    told = [said(d, MONITOR, value=figure(n, n), published="2019-03-01") for d, n in (("a", 5), ("b", 9))]
    army = said("c", ARMY, value=figure(9, 9), published="2019-03-01")
    assert count([*told, army], {}).status == "contested"


def test_the_reason_is_a_sentence() -> None:
    told = [said("a", MONITOR), said("b", narrator("The Star")), said("c", ARMY, "denies")]
    assert count(told, {"f": ("a", "b")}).why == (
        "asserted by the monitor and The Star in its own voice, denied by the army; 3 independent sources; "
        "1 of them known by description or as the outlet's own voice only; 3 reports, but 2 texts: the others are copies"
    )


def test_two_thousand_copies_are_one_source_and_nothing_is_nothing() -> None:
    told = [said(str(n), narrator(str(n))) for n in range(2000)]
    assert numbers(count(told, {"f": [str(n) for n in range(2000)]})) == (2000, 1, 0, 1)
    assert numbers(count([], {})) == (0, 0, 0, 0)
