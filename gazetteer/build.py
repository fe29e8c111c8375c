"""Writes the gazetteer. In: places from `gazetteer.sources`. Out: one SQLite file that is only read from then on."""

from __future__ import annotations

import lzma
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from gazetteer.sources import Entry, abbreviations, demonyms, entries
from onrecord.reference.gazetteer.fold import fold, keys_of
from onrecord.reference.gazetteer.schema import create

HEARD = frozenset(
    "AE AF AM AZ BD BH DJ DZ EG EH ER ET GE IL IN IQ IR JO KG KW KZ LB LK LY MA ML MM MR NE NG NP OM PK PS QA RU SA SD SO SS SY TD TJ TM TN TR UA UZ YE".split()
)
"""Countries whose names reach English through another script, and so in many spellings."""

TOWN = 15_000
"""People from whom on a place is looked up in all scripts, wherever it lies."""


def build(path: Path) -> tuple[int, int]:
    """Builds the file.

    Args:
        path: Where it goes; what is there is replaced.

    Returns:
        How many places and how many names it has.
    """
    places, divisions = entries()
    # Numbers are small for what is named often, so that the first rows of a look-up are the likely ones.
    places = [place for place in places if place.latitude is not None]
    places.sort(key=lambda place: (-place.population, place.geonameid or 0))
    ids = {id(place): k for k, place in enumerate(places, 1)}
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    store = sqlite3.connect(part)
    create(store)
    parents = {key: ids.get(id(division)) for key, division in divisions.items()}
    store.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", _rows(places, divisions, parents)
    )
    names = sorted({(key, number) for number, place in enumerate(places, 1) for key in _keys(place)})
    store.executemany("INSERT INTO name VALUES (?, ?)", names)
    words = sorted({(fold(form), ids[id(place)]) for word, place in demonyms(places) for form in _plural(word)})
    store.executemany("INSERT INTO demonym VALUES (?, ?)", words)
    numbers = {place.code: number for number, place in enumerate(places, 1) if place.code}
    shorts = sorted({(f".{fold(short)}", numbers[code]) for short, code in abbreviations()})
    store.executemany("INSERT INTO name VALUES (?, ?)", shorts)
    store.commit()
    store.execute("VACUUM")
    store.close()
    packed = path.with_name(f"{path.name}.xz.part")
    with part.open("rb") as content, lzma.open(packed, "wb", preset=9 | lzma.PRESET_EXTREME) as out:
        shutil.copyfileobj(content, out, 1 << 20)
    part.unlink()
    packed.replace(path)
    return len(places), len(names)


def _rows(
    places: Sequence[Entry], divisions: dict[int, Entry], parents: dict[int, int | None]
) -> Iterator[tuple[object, ...]]:
    for number, place in enumerate(places, 1):
        first, second = _division(place, divisions)
        yield (
            number,
            place.geonameid,
            place.name,
            None if place.latitude is None else round(place.latitude * 10_000),
            None if place.longitude is None else round(place.longitude * 10_000),
            place.feature,
            place.country,
            parents.get(first) if first else None,
            parents.get(second) if second else None,
            place.population,
            place.code,
        )


def _division(place: Entry, divisions: dict[int, Entry]) -> tuple[int | None, int | None]:
    """Province and district, whichever of the two the list gives."""
    first = second = None
    for key in place.parents:
        if key is not None and divisions[key].feature == "A.ADM1":
            first = key
        elif key is not None:
            second = key
            first = first or divisions[key].parents[0]
    return first, second


def _keys(place: Entry) -> set[str]:
    keys = keys_of(place.names, place.country in HEARD)
    if place.country in HEARD or place.population >= TOWN:
        return keys
    return {key for key in keys if key.isascii()}


def _plural(word: str) -> tuple[str, ...]:
    return (word,) if word.endswith(("s", "ese", "sh", "ch", "men")) else (word, f"{word}s")
