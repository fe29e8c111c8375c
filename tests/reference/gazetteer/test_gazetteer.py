"""The gazetteer that ships: what is in it, in which spellings, and what becomes of a damaged one."""

from __future__ import annotations

import lzma
import os
import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import GazetteerError
from onrecord.reference.gazetteer import Gazetteer, open_gazetteer
from onrecord.reference.gazetteer.shipped import unpacked


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize("name", ["Hajin", "Hajīn", "HAJIN", "هجين"])
def test_a_town_is_found_in_every_spelling_and_script(gazetteer: Gazetteer, name: str) -> None:
    (hajin,) = [place for place in gazetteer.find(name) if place.country == "SY"]
    assert (hajin.geonameid, hajin.feature, hajin.province) == (174506, "P.PPL", "Dayr az Zawr")


def test_a_spelling_that_nobody_listed_is_found_by_its_sound(gazetteer: Gazetteer) -> None:
    assert not gazetteer.find("Deyr uz-Zoor")
    assert 170794 in {place.geonameid for place in gazetteer.find_by_sound("Deyr uz-Zoor")}


def test_the_article_before_a_name_does_not_count(gazetteer: Gazetteer) -> None:
    assert 172955 in {place.geonameid for place in gazetteer.find_by_sound("Al-Raqqa")}


def test_consonants_alone_make_no_likeness(gazetteer: Gazetteer) -> None:
    assert "Ardahan" not in {place.name for place in gazetteer.find_by_sound("Erdogan")}


def test_countries_provinces_and_districts_have_their_ids(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Syria")[0].geonameid == 163843
    assert {place.geonameid for place in gazetteer.find("Deir ez-Zor Governorate")} == {170792}
    assert gazetteer.find("Walker County")[0].feature == "A.ADM2"


def test_demonyms_lead_to_countries(gazetteer: Gazetteer) -> None:
    assert [place.country for place in gazetteer.find_by_demonym("Syrians")] == ["SY"]
    assert gazetteer.find_by_demonym("Hajin") == ()


def test_an_abbreviation_means_a_province_only_where_it_is_asked_as_one(gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.find_abbreviated("Ga.")] == ["Georgia"]
    assert "US" not in {place.country for place in gazetteer.find("Miss")}


def test_a_code_of_an_airport_is_no_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("SDF") == ()


@pytest.mark.parametrize("name", ["", " ", "'", "\0", "…", "x" * 10_000, "%", "~", "\ud800"])
def test_what_is_no_name_is_not_found(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name) == ()
    assert gazetteer.find_by_sound(name) == ()


def test_it_is_unpacked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = tmp_path / "places.sqlite.xz"
    packed.write_bytes(lzma.compress(b"places"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first = unpacked(packed)
    assert first.read_bytes() == b"places"
    before = first.stat().st_mtime_ns
    assert unpacked(packed) == first
    assert first.stat().st_mtime_ns == before


def test_without_a_cache_it_goes_among_the_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = tmp_path / "places.sqlite.xz"
    packed.write_bytes(lzma.compress(b"places"))
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert unpacked(packed).parent == tmp_path / f"onrecord-{os.getuid()}"


def test_a_damaged_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = tmp_path / "places.sqlite.xz"
    packed.write_bytes(lzma.compress(os.urandom(1000))[:-40])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises(GazetteerError, match="damaged"):
        unpacked(packed)
    assert not [*(tmp_path / "cache" / "onrecord").iterdir()]


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    other = tmp_path / "mine"
    with pytest.raises(GazetteerError, match="there is no such gazetteer"):
        Gazetteer((other,))
    other.write_text("not a database, but long enough to be read as one" * 100)
    with pytest.raises(GazetteerError, match="is no gazetteer"):
        Gazetteer((other,))
    other.unlink()
    with sqlite3.connect(other) as store:
        store.execute("CREATE TABLE name (key TEXT, place INTEGER)")
    store.close()
    with pytest.raises(GazetteerError, match="version 0"):
        Gazetteer((other,))
