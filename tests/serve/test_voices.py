"""Whose statements are shown together: bodies and offices, never private persons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.ledger.browsing.speakers import Said
from onrecord.reference.registry import load_registry
from onrecord.serve.desk.voices import REASONS, Voice, voices_of

BODY = Said("Valley Relief", "organisation", "organisation")
LEADER = Said("Donald Trump", "official", "person", "donald-trump", None, "2018-12-22")


def voice(said: Said, people: tuple[str, ...] = (), reports: int = 2) -> str:
    found = voices_of(load_registry(), [said], people, {said.speaker or "": reports})[said]
    assert isinstance(found, Voice) or found in REASONS
    return found.id if isinstance(found, Voice) else found


@pytest.mark.parametrize(
    ("said", "id_"),
    [
        (Said("SOHR", "organisation", "organisation"), "sohr"),
        (Said("Syrian Observatory for Human Rights", "organisation", "organisation", "sohr"), "sohr"),
        (Said("the ministry", "official", "organisation", "russia-defence-ministry"), "russia-defence-ministry"),
        (LEADER, "us-president"),
        (Said("Ali Tamo", "official", "person", None, "Syrian Democratic Forces"), "syrian-democratic-forces"),
        (BODY, "~valley relief"),
    ],
)
def test_bodies_and_offices_speak(said: Said, id_: str) -> None:
    assert voice(said) == id_


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Said(None), "nobody"),
        (Said("Ali Tamo", "person", "person"), "private"),
        (Said("Ali Tamo", "organisation", "organisation"), "private"),
        (Said("Ali Tamo", "official", "person"), "no_office"),
        (replace(LEADER, day="2014-01-01"), "private"),
        (replace(LEADER, day=None), "no_office"),
        (Said("residents", "unnamed_group", "person"), "unnamed"),
        (Said("a resident", "unnamed_person", "person", None, "Syrian Democratic Forces"), "unnamed"),
        (Said("opposition", "organisation", "organisation"), "unnamed"),
        (Said("photographs", "imagery", "other"), "document"),
    ],
)
def test_others_are_left_out_with_the_reason(said: Said, reason: str) -> None:
    assert voice(said) == reason


def test_a_person_who_is_taken_for_a_body_has_no_page() -> None:
    assert voice(replace(BODY, speaker="Taym Hallun"), people=("Taym Hallun",)) == "private"
    assert voice(replace(BODY, speaker="Taym Hallun"), reports=1) == "once"
    behind = Said("their spokesman", "official", "person", None, "Taym Hallun")
    assert voice(behind, people=("Taym Hallun",)) == "no_office"


def test_an_outlet_that_a_chain_was_wrongly_joined_to_does_not_speak() -> None:
    wrong = Said("a monitoring group", "organisation", "organisation", "reuters")
    assert voice(wrong) == "unnamed"


def test_spellings_of_one_name_are_one_voice() -> None:
    saids = [BODY, replace(BODY, speaker="VALLEY RELIEF")]
    found = voices_of(load_registry(), saids, (), {"Valley Relief": 1, "VALLEY RELIEF": 1})
    assert len(set(found.values())) == 1
