"""Names compared: what is one name in two spellings, and what must stay apart."""

import pytest

from onrecord.resolve.layout import lay_out
from onrecord.resolve.names import is_acronym, key, spelling, stands_for, without_titles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qamishli", "Qamishlo"),
        ("Deir ez-Zor", "Deir al-Zour"),
        ("Deir-ez-Zor", "Deir Ezzor"),
        ("Hassan", "Hasan"),
        ("Houthi", "Huthi"),
        ("Suleiman", "Sulaiman"),
    ],
)
def test_spellings_of_one_name_share_a_form(one: str, other: str) -> None:
    assert spelling("".join(key(one.split()))) == spelling("".join(key(other.split())))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan", "Hussein"),
        ("Omar", "Amir"),
        ("Mario", "Maria"),
        ("Hansen", "Hanson"),
        ("Khalid", "Khalil"),
        ("Aden", "Adana"),
    ],
)
def test_names_of_two_people_stay_apart(one: str, other: str) -> None:
    assert spelling(key([one])[0]) != spelling(key([other])[0])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the al-Nur Centre", ("nur", "centre")),
        ("Rami Abdel Rahman", ("rami", "abdulrahman")),
        ("Rami Abdulrahman", ("rami", "abdulrahman")),
        ("Syrian Defense Ministry", ("syria", "defence", "ministry")),
        ("United States", ("us",)),
        ("Kingdom of Jordan", ("jordan",)),
        ("Erdoğan’s", ("erdogan",)),
    ],
)
def test_key(words: str, expected: tuple[str, ...]) -> None:
    assert key(words.split()) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("US President Jane Smith", "Jane Smith"),
        ("Maj. Gen. Tariq Aziz", "Tariq Aziz"),
        ("Sheikh Adnan", "Adnan"),
        ("Secretary of State John Kerry", "John Kerry"),
        ("Mr. King", "King"),
        ("Martin King", "Martin King"),
        ("Foreign Minister", ""),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, name: str) -> None:
    words = list(lay_out(text).words)
    first = without_titles(words)
    assert (text[words[first].start :] if first < len(words) else "") == name


def test_acronyms_stand_for_first_letters_only() -> None:
    assert stands_for("RVN", "River Valley Network".split())
    assert stands_for("CHR", "Centre for Human Rights".split())
    assert not stands_for("RVA", "River Valley Network".split())
    assert not stands_for("R", "River".split())
    assert is_acronym("U.N.")
    assert not is_acronym("Un")
