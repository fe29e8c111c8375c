"""Which tellings are compared."""

from __future__ import annotations

from dataclasses import replace

from onrecord.link.happenings import cluster, keys_of, not_placed, pairs_of
from onrecord.link.happenings.block import BESIDE, MOST_KEYS
from onrecord.link.likeness import Likeness
from tests.link.happenings.written import ALEPPO, HAJIN, PROVINCE, killed, told

TEXT = "Warplanes struck the bakery of Hajin on Tuesday, killing twelve people"


def test_the_same_place_on_the_day_or_the_day_beside_meets() -> None:
    monday = told(TEXT, "one", earliest="2019-03-04", latest="2019-03-04")
    tuesday = told(TEXT, "two", type="shelling")
    assert keys_of(monday) & keys_of(tuesday)


def test_another_spelling_and_a_place_without_an_id_meet_by_name() -> None:
    plain = replace(HAJIN, geonameid=None, latitude=None, longitude=None)
    assert keys_of(told("", "one")) & keys_of(told("", "two", spot=plain))


def test_a_vague_place_meets_a_narrow_one_of_its_province() -> None:
    assert keys_of(told("", "one")) & keys_of(told("", "two", spot=PROVINCE))


def test_other_days_places_and_kinds_do_not_meet() -> None:
    one = keys_of(told("", "one"))
    assert not one & keys_of(told("", "two", earliest="2019-03-09", latest="2019-03-09"))
    assert not one & keys_of(told("", "two", spot=ALEPPO))
    assert not one & keys_of(told("", "two", type="arrests", kind="strategic_developments"))


def test_without_day_and_place_there_are_no_keys_but_a_note() -> None:
    bare = told(TEXT, "one", spot=None, earliest=None, latest=None, dated="open")
    assert keys_of(bare) == frozenset()
    assert [note.where for note in not_placed([bare, told(TEXT, "two")])] == [bare.id]


def test_keys_are_few_however_wide_the_time() -> None:
    wide = told(TEXT, "one", earliest="2019-03-01", latest="2019-03-31", hit=tuple(f"thing{k}" for k in range(40)))
    assert 0 < len(keys_of(wide)) <= MOST_KEYS


def test_two_thousand_copies_make_few_pairs_and_one_happening_for_each_incident() -> None:
    strikes = [told(TEXT, f"{k:04}", toll=killed(12)) for k in range(2000)]
    arrests = [
        replace(t, id=f"{t.id}-b", incident="i-2", type="arrests", kind="strategic_developments", toll=())
        for t in strikes
    ]
    same = Likeness("same", 0.99)
    pairs = {(a.id, b.id): same for a, b in pairs_of([*strikes, *arrests])}
    assert len(pairs) <= 4000 * BESIDE * 2
    assert [len(c) for c in cluster([*strikes, *arrests], pairs)] == [2000, 2000]


def test_only_pairs_with_a_new_telling_are_made_when_a_report_is_added() -> None:
    old = [told(TEXT, name) for name in ("one", "two")]
    new = told(TEXT, "three")
    found = {(a.id, b.id) for a, b in pairs_of([*old, new], frozenset((new.id,)))}
    assert found == {("tl-one", "tl-three"), ("tl-three", "tl-two")}
