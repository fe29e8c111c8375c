"""Looking up names of places, in the gazetteer that ships with the package and in the user's own beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any, Final

from onrecord.errors import GazetteerError
from onrecord.reference.gazetteer.fold import ARTICLES, fold, sound
from onrecord.reference.gazetteer.location import Location
from onrecord.reference.gazetteer.schema import VERSION
from onrecord.reference.gazetteer.shipped import unpacked

__all__ = ["Gazetteer", "open_gazetteer"]

ALIKE: Final = 0.75
"""How alike names have to be that sound alike (0-1): by their consonants alone Erdogan is Ardahan."""
REMEMBERED: Final = 50_000
"""Answers that are kept in memory."""
MOST: Final = 200
"""Places of one name that are looked at, those with most people first."""

_COLUMNS = "p.id, p.geonameid, p.name, p.latitude, p.longitude, p.feature, p.country, p.admin1, p.admin2, p.population, p.code, p.province"
_BY_NAME = f"""
SELECT {_COLUMNS}, a.name FROM name n JOIN place p ON p.id = n.place LEFT JOIN place a ON a.id = p.admin1
WHERE n.key = ? ORDER BY n.place LIMIT {MOST}
"""  # noqa: S608 (nothing in it comes from outside)
_BY_DEMONYM = _BY_NAME.replace("FROM name n", "FROM demonym n")
_BY_CODE = f"SELECT {_COLUMNS}, a.name FROM place p LEFT JOIN place a ON a.id = p.admin1 WHERE p.code = ?"  # noqa: S608


class Gazetteer:
    """Places by name. It only reads, and may be used from several threads.

    Attributes:
        paths: The files that it looks into.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self.paths = tuple(paths)
        self._stores = [_open(path) for path in self.paths]
        self._answers: dict[tuple[str, str], tuple[Location, ...]] = {}

    def find(self, name: str) -> tuple[Location, ...]:
        """Every place of this name, in any of its spellings and scripts; those with most people first."""
        return self._ask(_BY_NAME, fold(name))

    def find_by_sound(self, name: str) -> tuple[Location, ...]:
        """Places that are written alike by ear, or without the Arabic article; what is found has to fit otherwise."""
        folded = fold(name)
        first, _, rest = folded.partition(" ")
        if first in ARTICLES and (found := self._ask(_BY_NAME, rest)):
            return found
        key = sound(folded)
        found = self._ask(_BY_NAME, key) if key else ()
        return tuple(place for place in found if _likeness(folded, fold(place.name)) >= ALIKE)

    def find_abbreviated(self, word: str) -> tuple[Location, ...]:
        """The province that is abbreviated so where it stands behind a town ("Ga.", "TX")."""
        return self._ask(_BY_NAME, f".{fold(word)}")

    def find_by_demonym(self, word: str) -> tuple[Location, ...]:
        """The places whose people or things are called so ("Syrian", "Texans")."""
        return self._ask(_BY_DEMONYM, fold(word))

    def find_by_code(self, code: str) -> tuple[Location, ...]:
        """The province of a GeoNames code ("SY.07"), or the place of a P-code."""
        return self._ask(_BY_CODE, code)

    def close(self) -> None:
        """Closes the files."""
        for store in self._stores:
            store.close()

    def _ask(self, question: str, key: str) -> tuple[Location, ...]:
        if not key:
            return ()
        answer = self._answers.get((question, key))
        if answer is None:
            if len(self._answers) >= REMEMBERED:
                self._answers.clear()
            answer = self._answers[question, key] = self._look_up(question, key)
        return answer

    def _look_up(self, question: str, key: str) -> tuple[Location, ...]:
        shipped, *own = self._stores
        found = [_location(row) for row in shipped.execute(question, (key,))]
        for store in own:
            found += [self._in_province(_location(row), row[-2]) for row in store.execute(question, (key,))]
        return tuple(sorted(_once(found), key=lambda place: -place.population) if own else found)

    def _in_province(self, place: Location, code: object) -> Location:
        """A place of the user's own with its province, which the gazetteer that ships has."""
        above = self.find_by_code(code)[:1] if isinstance(code, str) else ()
        return replace(place, admin1=above[0].number, province=above[0].name) if above else place


@cache
def open_gazetteer(own: Path | None = None) -> Gazetteer:
    """Opens the gazetteer that ships with the package.

    Args:
        own: The user's own gazetteer, which is looked into as well.

    Raises:
        GazetteerError: A file is missing, or is none of ours.
    """
    return Gazetteer((unpacked(),) if own is None else (unpacked(), own))


def _open(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise GazetteerError(
            f"{path}: there is no such gazetteer; make it with: onrecord gazetteer add FILE, or unset ONRECORD_GAZETTEER"
        )
    try:
        store = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        store.execute("PRAGMA mmap_size = 67108864")
        found = store.execute("PRAGMA user_version").fetchone()[0]
        store.execute("SELECT 1 FROM name LIMIT 1")
    except sqlite3.Error as error:
        raise GazetteerError(
            f"{path}: is no gazetteer ({error}); make it anew with: onrecord gazetteer add FILE"
        ) from error
    if found != VERSION:
        raise GazetteerError(
            f"{path}: is a gazetteer of version {found}, this onrecord reads version {VERSION}; make it anew with: onrecord gazetteer add FILE"
        )
    return store


def _location(row: Sequence[Any]) -> Location:
    number, geonameid, name, latitude, longitude, feature, country, admin1, admin2, population, code, _, province = row
    position = latitude / 10_000, longitude / 10_000
    return Location(number, geonameid, name, *position, feature, country, admin1, admin2, population, province, code)


def _likeness(one: str, other: str) -> float:
    """How alike two folded names are without their articles."""
    bare, other_bare = (" ".join(word for word in name.split() if word not in ARTICLES) for name in (one, other))
    return SequenceMatcher(None, bare, other_bare, autojunk=False).ratio()


def _once(places: Iterable[Location]) -> list[Location]:
    """The same place out of two files only once: the user's own comes later, and goes before."""
    kept: dict[object, Location] = {}
    for place in places:
        kept[place.geonameid or f"{place.number}"] = place
    return list(kept.values())
