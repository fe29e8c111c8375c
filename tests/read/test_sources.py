"""The type of a source, on phrases written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read.sources import source_type
from onrecord.record.span import Span
from onrecord.record.vocabulary import SOURCE_TYPES


def typed(phrase: str, **known: object) -> str | None:
    return source_type(phrase, (Span.of(phrase, 0, len(phrase)),), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Foreign Minister Adel Haroun", "official"),
        ("Adel Haroun, the interior minister", "official"),
        ("Gen. Omar Basri", "official"),
        ("the defence ministry", "official"),
        ("Turkey", "official"),
        ("the White House", "official"),
        ("a Turkish official", "official"),
        ("the army spokesman", "official"),
        ("two commanders", "official"),
        ("Observatory director Salim Qasr", "person"),
        ("Lina Haddad, a nurse in the town", "person"),
        ("a spokeswoman for the charity", "organisation"),
        ("the war monitor", "organisation"),
        ("the Tell Brigade", "organisation"),
        ("Human Rights Watch", "organisation"),
        ("UNICEF", "organisation"),
        ("the state news agency SANA", "media"),
        ("state television", "media"),
        ("Reports", "media"),
        ("a leaked memo", "document"),
        ("the report", "document"),
        ("Drone footage from the valley", "imagery"),
        ("photographs posted online", "imagery"),
        ("a source at the police command", "unnamed_person"),
        ("a resident", "unnamed_person"),
        ("a health official", "unnamed_person"),
        ("security sources", "unnamed_group"),
        ("activists", "unnamed_group"),
        ("rights groups", "unnamed_group"),
        ("Two women who fled the town", "unnamed_group"),
    ],
)
def test_the_words_tell_the_type(phrase: str, expected: str) -> None:
    assert typed(phrase) == expected


@pytest.mark.parametrize("phrase", ["he", "it", "Basri", "", "—"])
def test_nothing_is_guessed(phrase: str) -> None:
    assert typed(phrase) is None


def test_what_else_is_known_helps() -> None:
    assert typed("he", name="Adel Haroun") == "person"
    assert typed("he", name="Adel Haroun", described=["the interior minister"]) == "official"
    assert typed("Basri", kind="person") == "person"
    assert typed("Basri", kind="person", described=["a commander"]) == "official"
    assert typed("Saraya", kind="organisation") == "organisation"
    assert typed("Zarwan", kind="location") == "official"


@settings(max_examples=60)
@given(st.text(max_size=60), st.sampled_from([None, "person", "organisation", "location", "weapon"]))
def test_any_text_gives_a_known_type_or_none(phrase: str, kind: str | None) -> None:
    assert typed(phrase, kind=kind) in SOURCE_TYPES | {None}
