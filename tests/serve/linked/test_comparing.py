"""Tellings side by side: what they agree on, and where they differ."""

from __future__ import annotations

from onrecord.ledger import TakingPart, Telling
from onrecord.record import Count, SourceToll, Toll
from onrecord.serve.desk.comparing import Aspect, compared
from tests.serve.linked.claims import in_report


def telling(
    id_: str, place: str | None = "Tellouan", day: str = "2031-05-04", who: str = "the army", **more: object
) -> Telling:
    given: dict[str, object] = {"precision": "settlement", "country": "SY", "type": "air_strike", "latest": day, **more}
    return Telling(
        in_report(id_), "i1", place=place, earliest=day, taking_part=(TakingPart("actor", who), TakingPart("victim", "residents")), **given
    )  # type: ignore[arg-type]  # fmt: skip


def verdicts(*tellings: Telling, tolls: tuple[SourceToll, ...] = ()) -> dict[str, str]:
    return {aspect.name: aspect.verdict for aspect in compared(tellings, tolls)}


def aspect(name: str, *tellings: Telling) -> Aspect:
    return next(one for one in compared(tellings, ()) if one.name == name)


def test_what_all_say_alike_agrees() -> None:
    assert verdicts(telling("r1"), telling("r2")) == {
        "what": "agree",
        "where": "agree",
        "when": "agree",
        "who": "agree",
        "whom or what": "agree",
    }


def test_one_place_in_two_spellings_is_one() -> None:
    one, other = telling("r1", "Khan Rass", geonameid=7), telling("r2", "Han Ras", geonameid=7)
    assert verdicts(one, other)["where"] == "agree"
    assert verdicts(telling("r1", "Khan Rass"), telling("r2", "Han Ras"))["where"] == "differ"


def test_days_that_meet_can_be_one() -> None:
    assert verdicts(telling("r1"), telling("r2", day="2031-05-01", latest="2031-05-31"))["when"] == "can be one"
    assert verdicts(telling("r1"), telling("r2", day="2031-05-09"))["when"] == "differ"


def test_some_names_in_common_is_partly() -> None:
    both = telling("r1")
    wider = Telling(both.report, "i1", "air_strike", taking_part=(*both.taking_part, TakingPart("actor", "the rebels")))
    assert verdicts(both, wider)["who"] == "partly"
    assert verdicts(both, telling("r2", who="the rebels"))["who"] == "differ"


def test_what_one_alone_says_is_told_so() -> None:
    assert verdicts(telling("r1"), telling("r2", place=None))["where"] == "one alone says it"


def test_a_single_telling_agrees_with_nobody() -> None:
    assert set(verdicts(telling("r1")).values()) == {""}


def test_each_value_has_its_tellers_the_commonest_first() -> None:
    found = aspect("who", telling("r1", who="the rebels"), telling("r2"), telling("r3"))
    assert found.values == (("the army", (1, 2)), ("the rebels", (0,)))
    assert found.said == (("the rebels",), ("the army",), ("the army",))


def test_blame_that_is_no_fact_is_told() -> None:
    doubted = Telling(in_report("r1"), "i1", "attack", taking_part=(TakingPart("actor", "the army", "suspected"),))
    assert aspect("who", doubted).values[0][0] == "the army (suspected)"


def test_figures_meet_or_differ() -> None:
    def toll(document: str, low: float, high: float | None) -> SourceToll:
        return SourceToll(document, "i1", "narrator", Toll(killed=Count(low, high)))

    two = (telling("r1"), telling("r2"))
    assert verdicts(*two, tolls=(toll("r1", 9, None), toll("r2", 12, 12)))["killed"] == "can be one"
    assert verdicts(*two, tolls=(toll("r1", 9, 9), toll("r2", 12, 12)))["killed"] == "differ"
