"""What types are called elsewhere agrees with the tables of the schemes."""

from __future__ import annotations

import pytest

from onrecord.ontology import EventType, load_ontology

ONTOLOGY = load_ontology()
TYPES = ONTOLOGY.types
SCHEMES = ONTOLOGY.schemes
each_type = pytest.mark.parametrize("kind", TYPES.values(), ids=lambda kind: kind.id)


@each_type
def test_codes_are_codes_of_their_scheme(kind: EventType) -> None:
    if kind.acled:
        assert kind.acled[1] in {None, *SCHEMES["acled"]["event_types"][kind.acled[0]]}
    if kind.plover:
        assert kind.plover[1] in {None, *SCHEMES["plover"]["events"][kind.plover[0]]["modes"]}
    assert kind.muc in {None, *SCHEMES["muc"]}
    assert kind.case2021 in {None, *SCHEMES["case2021"]}
    assert {str(number) for number in kind.ucdp} <= SCHEMES["ucdp"]["types_of_violence"].keys()


def test_every_sub_event_type_of_acled_has_a_type_named_after_it() -> None:
    told = {kind.acled for kind in TYPES.values() if kind.family != "campaigns" and kind.acled and kind.acled[1]}
    assert told == {(event, sub) for event, subs in SCHEMES["acled"]["event_types"].items() for sub in subs}
    assert len(told) == 25


def test_every_event_of_plover_is_that_of_some_type_or_of_a_status() -> None:
    coded = {kind.plover[0] for kind in TYPES.values() if kind.plover}
    assert set(SCHEMES["plover"]["events"]) - coded == {"CONCEDE"}
    assert len(SCHEMES["plover"]["events"]) == 16


def test_labels_of_case_2021_lead_to_a_type_that_bears_them_or_say_why_not() -> None:
    labels = SCHEMES["case2021"]
    assert len(labels) == 30
    assert [label for label, own in labels.items() if isinstance(own, str) and TYPES[own].case2021 != label] == []
    assert [label for label, own in labels.items() if not isinstance(own, str) and not own["none"]] == []


def test_what_acled_calls_violent_is_violent_and_nothing_that_is_a_strategic_development() -> None:
    violent = {"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"}
    assert {kind.id for kind in TYPES.values() if kind.acled and kind.acled[0] in violent and not kind.violent} == set()
    quiet = {kind.id for kind in TYPES.values() if kind.acled and kind.acled[0] == "Strategic developments"}
    assert {own for own in quiet if TYPES[own].violent} == set()


def test_a_type_of_violence_is_only_given_to_what_is_violent() -> None:
    assert {kind.id for kind in TYPES.values() if kind.ucdp and not kind.violent} == set()
