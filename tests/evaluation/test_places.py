"""The figures on places: who is held back, what is near."""

from evaluation.places import is_held, is_near, kilometres
from onrecord.reference.gazetteer import Location

RAQQA = Location(1, 172955, "Ar Raqqah", 35.95, 39.01, "P.PPL", "SY", None, None, 531952)


def test_a_third_is_held_back_by_the_hash_of_the_text() -> None:
    held = [is_held({"document": {"id": f"sha256:{k:064x}"}}) for k in range(3000)]
    assert sum(held) == 1000


def test_near_is_within_a_hundred_miles() -> None:
    assert is_near(RAQQA, {"latitude": 36.5, "longitude": 39.0})
    assert not is_near(RAQQA, {"latitude": 33.5, "longitude": 36.3})


def test_distance_is_on_the_globe() -> None:
    assert round(kilometres((0, 179.5), (0, -179.5))) == 111
