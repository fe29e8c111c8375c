"""Names that are the same to a reader are the same to the gazetteer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reference.gazetteer.fold import fold, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hajīn", "Hajin"),
        ("Deir-ez-Zor", "DEIR EZ ZOR"),
        ("‘Ayn al ‘Arab", "Ayn al-'Arab"),
        ("Saint Louis", "St. Louis"),
        ("The Hague", "hague"),
        ("U.S.", "US"),
        ("الرقّة", "الرقه"),
        ("İzmir", "izmir"),
    ],
)
def test_spellings_fold_into_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Deir ez-Zor", "Deir al-Zour", "Dayr az Zawr"),
        ("al-Hassakeh", "Al-Ḩasakah", "Hasaka"),
        ("Khan Shaykhun", "Khan Sheikhoun"),
        ("Islampur", "Islampoor"),
        ("Saraqeb", "Sarāqib"),
    ],
)
def test_what_is_written_by_ear_sounds_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound(fold(spelling)) for spelling in spellings}) == 1


def test_a_short_name_has_no_sound_of_its_own() -> None:
    assert sound(fold("Susah")) is None


def test_other_scripts_have_no_sound() -> None:
    assert sound(fold("هجين")) is None


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert fold(fold(name)) == fold(name)
