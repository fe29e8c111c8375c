"""Names in all spellings and scripts lead to one entry; dates say who held an office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RegistryError
from onrecord.reference.registry import Period, fold, load_registry

REGISTRY = load_registry()
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("ISIS", "islamic-state"),
        ("Da’esh", "islamic-state"),
        ("the so-called Islamic State", "islamic-state"),
        ("داعش", "islamic-state"),
        ("Збройні сили України", "ukraine-armed-forces"),
        ("the Syrian Army", "syria-armed-forces"),
        ("U.S. troops", "united-states-armed-forces"),
        ("the Malian defense ministry", "mali-defence-ministry"),
        ("Jabhat al-Nuṣra", "nusra-front"),
        ("RECEP TAYYİP ERDOĞAN", "recep-tayyip-erdogan"),
        ("Government of Chad", "chad-government"),
    ],
)
def test_one_name_is_one_entry(name: str, entry: str) -> None:
    assert [found.id for found in REGISTRY.find(name)] == [entry]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Syria", "SY"),
        ("the Syrians", "SY"),
        ("Syria’s", "SY"),
        ("Syria 's", "SY"),
        ("Syria ,", "SY"),
        ("U.S.", "US"),
        ("the United States", "US"),
        ("Bosnia and Herzegovina", "BA"),
        ("Syria and", None),
        ("the river", None),
        ("", None),
        (" ", None),
    ],
)
def test_the_state_that_a_name_belongs_to(name: str, code: str | None) -> None:
    assert REGISTRY.state_of(name) == code


def test_every_name_of_a_state_leads_to_it() -> None:
    names = {entry.country: entry.name for entry in map(REGISTRY.get, REGISTRY.rows) if entry.kind == "state"}
    for code, name in names.items():
        assert code
        assert REGISTRY.state_of(name) == code
        assert [entry.name for entry in REGISTRY.states(code)] == [name]


def test_an_acronym_has_to_be_written_as_one() -> None:
    assert not REGISTRY.find("us")
    assert not REGISTRY.find("is")
    assert not REGISTRY.find("who")
    assert [entry.id for entry in REGISTRY.find("WHO")] == ["who"]


def test_the_army_is_of_many_and_a_shared_adjective_of_two() -> None:
    assert len(REGISTRY.find("the army")) > 100
    assert {entry.country for entry in REGISTRY.find("the Congolese army")} == {"CG", "CD"}


@pytest.mark.parametrize(
    ("office", "day", "holders"),
    [
        ("us-president", "2018-12-22", ["donald-trump"]),
        ("us-president", "2017-01-20", ["barack-obama", "donald-trump"]),
        ("us-president", "2017", ["barack-obama", "donald-trump"]),
        ("us-president", "2025-06", ["donald-trump"]),
        ("iraqi-prime-minister", "2015-03-04", ["haider-al-abadi"]),
        ("russian-president", "2009-01-01", ["dmitry-medvedev"]),
        ("syrian-president", "1960-01-01", []),
    ],
)
def test_dates_say_who_held_an_office(office: str, day: str, holders: list[str]) -> None:
    assert [entry.id for entry in REGISTRY.holders(office, day)] == holders


def test_without_a_day_everybody_who_held_it_is_left() -> None:
    assert {"vladimir-putin", "dmitry-medvedev"} <= {entry.id for entry in REGISTRY.holders("russian-president", None)}


def test_a_person_has_all_offices() -> None:
    assert {h.office for h in REGISTRY.get("joe-biden").holdings} == {"us-president", "us-vice-president"}


def test_states_are_known_by_name_adjective_people_and_capital() -> None:
    assert [REGISTRY.state_of(word) for word in ("Syria", "Syrian", "Damascus", "UAE", "سوريا", "Narnia")] == [
        "SY", "SY", "SY", "AE", "SY", None,
    ]  # fmt: skip


def test_what_ships_points_only_to_what_there_is() -> None:
    for key in REGISTRY.rows:
        entry = REGISTRY.get(key)
        assert entry.parent is None or entry.parent in REGISTRY.rows
        assert all(side.entry in REGISTRY.rows for side in entry.sides)
        assert all({h.office, h.person} <= REGISTRY.rows.keys() for h in entry.holdings)
        assert entry.kind != "person" or entry.holdings, "only holders of an office are people here"


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(RegistryError, match="nobody-at-all: the registry has no such entry"):
        REGISTRY.get("nobody-at-all")


@given(TEXTS)
def test_folding_twice_changes_nothing_more_for_what_is_found(text: str) -> None:
    assert REGISTRY.find(text) == REGISTRY.find(f" {text} ")
    assert isinstance(fold(text), str)


@given(st.dates(), st.dates(), st.dates())
def test_a_period_holds_from_its_first_day_to_its_last(one: object, other: object, day: object) -> None:
    first, last = sorted((str(one), str(other)))
    assert Period(first, last).may_hold(str(day)) == (first <= str(day) <= last)
    assert Period().may_hold(str(day))
    assert Period(str(day)[:4], str(day)[:7]).may_hold(str(day))


@pytest.mark.parametrize(
    ("name", "url", "entry"),
    [
        ("SANA", None, "sana"),
        ("Al-Manar TV", None, "al-manar"),
        ("almanar", None, "al-manar"),
        ("jordantimes", None, "jordan-times"),
        (None, "https://www.sana.sy/en/?p=1", "sana"),
        (None, "https://english.ahram.org.eg/News/1.aspx", "ahram"),
        ("Agence France-Presse", "https://example.org/story", "afp"),
        # Both governments of Yemen have an agency of that name.
        ("Saba", None, None),
        ("The Evening Star of Nowhere", None, None),
        (None, None, None),
        (None, "no address", None),
    ],
)
def test_a_publisher_is_known_by_name_or_address(name: str | None, url: str | None, entry: str | None) -> None:
    found = REGISTRY.publisher(name, url)
    assert (found.id if found else None) == entry
