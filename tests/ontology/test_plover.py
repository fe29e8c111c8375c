"""PLOVER's rules of coding, and its table of CAMEO."""

from __future__ import annotations

import pytest

from onrecord.ontology import (
    NotCoded,
    PloverCode,
    load_ontology,
    plover_contexts,
    plover_of,
    plover_of_cameo,
    plover_of_former,
)

VIOLENCE_THREATENED = ("THREATEN", "violence")


def code(*arguments: object, **named: object) -> tuple[str, str | None]:
    """Event and mode of what has to be coded."""
    found = plover_of(*arguments, **named)  # type: ignore[arg-type]
    assert isinstance(found, PloverCode)
    return found.event, found.mode


def test_what_happened_has_quad_and_scale_of_its_event() -> None:
    assert plover_of("air_strike", "happened") == PloverCode("ASSAULT", "aerial", 4, -9.0)
    assert plover_of("talks", "ongoing") == PloverCode("CONSULT", None, 1, 2.5)


def test_planned_or_promised_cooperation_is_agree() -> None:
    assert code("cooperation", "planned") == ("AGREE", None)
    assert code("talks", "planned") == ("AGREE", None)
    assert code("aid_delivered", "planned", has_recipient=False) == ("AGREE", None)


def test_promised_support_is_agree_and_not_support_in_the_future() -> None:
    assert plover_of("support", "planned") == PloverCode("AGREE", None, 1, 2.5)


def test_an_announced_retreat_is_concede() -> None:
    assert code("withdrawal", "planned") == ("CONCEDE", None)
    assert code("withdrawal", "happened") == ("RETREAT", "withdraw")
    assert code("ceasefire", "planned") == ("CONCEDE", None)


@pytest.mark.parametrize("status", ["threatened", "hypothetical", "planned"])
def test_violence_that_has_not_happened_is_a_threat(status: str) -> None:
    assert code("shelling", status) == VIOLENCE_THREATENED
    found = plover_of("shelling", status)  # type: ignore[arg-type]
    assert isinstance(found, PloverCode)
    assert (found.quad, found.contexts) == (3, ())


def test_a_threat_has_the_mode_of_what_is_threatened() -> None:
    assert code("arrests", "threatened") == ("THREATEN", "arrest")
    assert code("territory_changes_hands", "threatened") == ("THREATEN", "territory")
    assert code("sanctions", "threatened") == ("THREATEN", "relations")


def test_a_demand_is_a_request_of_the_one_who_makes_it() -> None:
    assert plover_of("withdrawal", "demanded") == PloverCode("REQUEST", "yield", 3, 0.0, (), "speaker")
    assert code("resignation", "demanded") == ("REQUEST", "change")
    assert code("talks", "demanded") == ("REQUEST", "meet")
    assert code("aid_delivered", "demanded") == ("REQUEST", "assist")


def test_other_conflict_that_lies_ahead_keeps_its_event_and_says_so() -> None:
    found = plover_of("peaceful_protest", "planned")
    assert found == PloverCode("PROTEST", "demo", 4, -5.0, ("future",))


def test_background_is_historical() -> None:
    assert plover_of("armed_clash", "happened", background=True) == PloverCode(
        "ASSAULT", None, 4, -9.0, ("historical",)
    )


@pytest.mark.parametrize(("status", "polarity"), [("denied", "positive"), ("denied", None), ("happened", "negative")])
def test_what_is_denied_or_negated_is_left_out(status: str, polarity: str | None) -> None:
    own = load_ontology().types
    assert all(isinstance(plover_of(kind, status, polarity), NotCoded) for kind in own)  # type: ignore[arg-type]


@pytest.mark.parametrize("own", ["cooperation", "aid_delivered", "arms_supply", "sanctions"])
def test_some_events_need_a_recipient(own: str) -> None:
    assert isinstance(plover_of(own, "happened", has_recipient=False), NotCoded)
    assert isinstance(plover_of(own, "happened", has_recipient=True), PloverCode)


def test_an_attempt_at_violence_is_violence_and_one_at_cooperation_is_nothing() -> None:
    assert code("abduction", "attempted") == ("ASSAULT", "abduct")
    assert isinstance(plover_of("agreement", "attempted"), NotCoded)


def test_where_plover_has_no_event_the_reason_is_given() -> None:
    assert plover_of("displacement", "happened") == NotCoded(load_ontology().types["displacement"].unmapped["plover"])
    assert isinstance(plover_of("talks", "threatened"), NotCoded)


@pytest.mark.parametrize("own", load_ontology().types)
@pytest.mark.parametrize("status", ["happened", "attempted", "planned", "threatened", "demanded", "hypothetical"])
def test_every_code_is_one_of_plover(own: str, status: str) -> None:
    events = load_ontology().schemes["plover"]["events"]
    found = plover_of(own, status)  # type: ignore[arg-type]
    assert isinstance(found, NotCoded) or found.mode in {None, *events[found.event]["modes"]}


@pytest.mark.parametrize(
    ("cameo", "event", "mode", "contexts"),
    [
        ("03", "AGREE", None, ()),
        ("0356", "AGREE", None, ()),
        ("042", "CONSULT", "visit", ()),
        ("0831", "CONCEDE", None, ()),
        ("0814", "RETREAT", None, ("legal",)),
        ("0862", "RETREAT", "access", ()),
        ("0873", "RETREAT", "disarm", ()),
        ("0871", "RETREAT", "ceasefire", ()),
        ("094", "ACCUSE", "investigate", ()),
        ("105", "REQUEST", "change", ()),
        ("1056", "REQUEST", "yield", ()),
        ("112", "ACCUSE", "disapprove", ()),
        ("1124", "ACCUSE", "allege", ()),
        ("1242", "REJECT", "change", ()),
        ("1246", "REJECT", "yield", ()),
        ("13", "THREATEN", None, ()),
        ("1384", "THREATEN", "violence", ()),
        ("1382", "THREATEN", "territory", ()),
        ("163", "COERCE", "restrict", ("diplomatic",)),
        ("1712", "ASSAULT", "destroy", ("human_security",)),
        ("175", "ASSAULT", None, ("pro_autocracy", "military")),
        ("1823", "ASSAULT", None, ()),
        ("1831", "ASSAULT", "suicide-attack", ()),
        ("190", "ASSAULT", None, ("military",)),
        ("195", "ASSAULT", "aerial", ()),
        ("2042", "ASSAULT", "unconventional", ("cbrn",)),
    ],
)
def test_cameo(cameo: str, event: str, mode: str | None, contexts: tuple[str, ...]) -> None:
    found = plover_of_cameo(cameo)
    assert isinstance(found, PloverCode)
    assert (found.event, found.mode, found.contexts) == (event, mode, contexts)


@pytest.mark.parametrize("cameo", ["010", "023", "99", ""])
def test_statements_and_what_is_no_code_are_not_coded(cameo: str) -> None:
    assert isinstance(plover_of_cameo(cameo), NotCoded)


def test_the_table_of_cameo_keeps_to_plovers_events_modes_and_contexts() -> None:
    plover, contexts = load_ontology().schemes["plover"], set(load_ontology().schemes["plover"]["contexts"].split())
    assert len(contexts) == 37
    for row in load_ontology().schemes["cameo"].values():
        event, mode, *told = [*row, None][: max(2, len(row))]
        assert mode in {None, *plover["events"][event]["modes"]}
        assert contexts.issuperset(told)


def test_names_of_earlier_versions() -> None:
    assert plover_of_former("DEMAND") == PloverCode("REQUEST", None, 3, 0.0)
    assert plover_of_former("INVESTIGATE") == PloverCode("ACCUSE", "investigate", 3, -3.0)
    assert plover_of_former("AID") == PloverCode("AID", None, 2, 10.0)
    assert isinstance(plover_of_former("YIELD"), NotCoded)
    assert isinstance(plover_of_former("COMMENT"), NotCoded)


def test_contexts_that_follow_from_the_type_are_plovers() -> None:
    rules = load_ontology().schemes["plover"]
    assert set(rules["contexts_of"]) <= set(rules["contexts"].split())
    assert {name for names in rules["contexts_of"].values() for name in names.split()} <= set(load_ontology().types)
    assert plover_contexts("chemical_weapon") == ("military", "cbrn")
    assert plover_contexts("talks") == plover_contexts(None) == ()
