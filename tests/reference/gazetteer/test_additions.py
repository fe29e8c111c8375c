"""A user's own places: what can be added, and what is said about a file that cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import GazetteerError
from onrecord.reference.gazetteer import Gazetteer
from onrecord.reference.gazetteer.additions import OWN, add_file
from onrecord.reference.gazetteer.shipped import unpacked


def line(number: int = 9_900_001, **cells: str) -> str:
    columns = "id name ascii others latitude longitude class code country cc2 admin1 admin2 admin3 admin4 population elevation dem zone date"
    usual = {
        "id": str(number), "name": "Tall Zuhūr", "ascii": "Tall Zuhur", "others": "Tel Zuhour,تل زهور", "latitude": "34.71", "longitude": "40.85",
        "class": "P", "code": "PPL", "country": "SY", "admin1": "07", "population": "312",
    }  # fmt: skip
    return "\t".join({**usual, **cells}.get(column, "") for column in columns.split()) + "\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own.gazetteer"


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "places.txt"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_country_file_of_geonames_is_added(tmp_path: Path, own: Path) -> None:
    river = line(
        9_900_002,
        name="Nahr aṣ Ṣafā",
        ascii="Nahr as Safa",
        others="",
        **{"class": "H", "code": "STM", "population": "0"},
    )
    assert add_file(written(tmp_path, line() + river), own) == 2
    places = Gazetteer((unpacked(), own))
    (town,) = places.find("تل زهور")
    assert (town.geonameid, town.latitude, town.country, town.province) == (9_900_001, 34.71, "SY", "Dayr az Zawr")
    assert town.number >= OWN
    assert places.find("Nahr as-Safa")[0].feature == "H.STM"
    assert places.find("Hajin")[0].geonameid == 174506


def test_adding_again_replaces(tmp_path: Path, own: Path) -> None:
    add_file(written(tmp_path, line()), own)
    add_file(written(tmp_path, line(others="", name="Tall Zuhur al Jadid", ascii="")), own)
    places = Gazetteer((unpacked(), own))
    assert places.find("Tel Zuhour") == ()
    assert len(places.find("Tall Zuhur al-Jadid")) == 1


def test_the_users_own_goes_before_what_ships(tmp_path: Path, own: Path) -> None:
    add_file(written(tmp_path, line(174506, name="Hajin", others="", latitude="34.7000")), own)
    found = [place for place in Gazetteer((unpacked(), own)).find("Hajin") if place.geonameid == 174506]
    assert [place.latitude for place in found] == [34.7]


def test_a_list_with_p_codes_is_added(tmp_path: Path, own: Path) -> None:
    text = 'Name,ADM3_PCODE,Lat,Lon,alternatenames\n"Tall, al Zuhur",SY070412,34.7,40.8,Tel Zuhour|Zuhur Hill\n'
    assert add_file(written(tmp_path, text), own) == 1
    (place,) = Gazetteer((unpacked(), own)).find("Zuhur Hill")
    assert (place.code, place.feature, place.country, place.geonameid) == ("SY070412", "A.ADM3", "SY", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no place"),
        ("174506\tHajin\t34.7\n", "line 1: has 3 columns, a country file of GeoNames has 19"),
        (line() + line(latitude="north"), "line 2: column 5, the latitude is 'north'"),
        (line(longitude="181"), "line 1: column 6, the longitude is '181'"),
        (line(latitude="nan"), "line 1: column 5, the latitude is 'nan'"),
        (line(name=" "), "line 1: column 2, the name is empty"),
        (line(population="many"), "line 1: column 15, the population is 'many'"),
        ("name,lat\nHajin,34.7\n", "line 1: has no column for code, longitude"),
        ("name,pcode,lat,lon\nHajin,SY07,34.7\n", "line 2: has 3 columns, the header has 4"),
        ("name,pcode,lat,lon\nHajin,,34.7,40.8\n", "line 2: the P-code is empty"),
        ("name,pcode,lat,lon\n", "holds no place"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_added(tmp_path: Path, own: Path, text: str, said: str) -> None:
    with pytest.raises(GazetteerError) as error:
        add_file(written(tmp_path, text), own)
    assert said in str(error.value)
    assert not own.exists() or Gazetteer((unpacked(), own)).find("Tel Zuhour") == ()


def test_other_encodings_are_named(tmp_path: Path, own: Path) -> None:
    file = tmp_path / "latin.csv"
    file.write_bytes("name,pcode,lat,lon\nHajîn,SY07,34.7,40.8\n".encode("latin-1"))
    with pytest.raises(GazetteerError, match="is not UTF-8"):
        add_file(file, own)


def test_what_is_no_gazetteer_is_not_written_to(tmp_path: Path, own: Path) -> None:
    own.write_text("my notes")
    with pytest.raises(GazetteerError):
        add_file(written(tmp_path, line()), own)
    assert own.read_text() == "my notes"
