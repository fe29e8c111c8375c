"""Adding to the user's own gazetteer: country files of GeoNames, and lists with P-codes."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.errors import GazetteerError
from onrecord.reference.gazetteer.fold import keys_of
from onrecord.reference.gazetteer.schema import VERSION, create

__all__ = ["OWN", "add_file"]

OWN: Final = 10_000_000
"""Number of the first place of the user's own; those that ship have smaller ones."""
COLUMNS: Final = 19
_NAMES: Final = {
    "name": ("name", "name_en", "adm4_en", "adm3_en", "adm2_en", "adm1_en"),
    "code": ("pcode", "p-code", "p_code", "code", "adm4_pcode", "adm3_pcode", "adm2_pcode", "adm1_pcode"),
    "latitude": ("latitude", "lat", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "x"),
    "country": ("country", "countrycode", "iso2", "adm0_pcode"),
    "others": ("alternatenames", "alternate_names", "other_names", "aliases"),
    "population": ("population",),
}
_NEEDED: Final = ("name", "code", "latitude", "longitude")


@dataclass(frozen=True, slots=True)
class _Row:
    geonameid: int | None
    name: str
    latitude: float
    longitude: float
    feature: str
    country: str | None
    population: int
    code: str | None
    province: str | None
    others: Sequence[str]


def add_file(file: Path, own: Path, progress: Callable[[int], None] = lambda _: None) -> int:
    """Adds a file to the user's own gazetteer, all of it or, if a line of it is wrong, nothing.

    Args:
        file: A country file of GeoNames (tab separated, 19 columns) or a CSV with a header and P-codes.
        own: The user's own gazetteer; it is made if it is not there. A place that is already in it is replaced.
        progress: Is told how many places have been added so far, every 10,000.

    Returns:
        How many places were added.

    Raises:
        GazetteerError: The file cannot be read, a line is not as it has to be, or the gazetteer cannot be written.
    """
    rows = _rows(file)
    first = next(rows, None)
    if first is None:
        raise GazetteerError(
            f"{file}: holds no place; give a country file of GeoNames, or a CSV with a header and P-codes"
        )
    try:
        with closing(_open(own)) as store, store:
            count = _insert(store, first, 0)
            for count, row in enumerate(rows, 2):
                _insert(store, row, count)
                if count % 10_000 == 0:
                    progress(count)
            return max(count, 1)
    except sqlite3.Error as error:
        raise GazetteerError(
            f"{own}: cannot be added to ({error}); give another file with ONRECORD_GAZETTEER"
        ) from error


def _open(own: Path) -> sqlite3.Connection:
    new = not own.exists()
    if new:
        own.parent.mkdir(parents=True, exist_ok=True)
    store = sqlite3.connect(own)
    if new:
        create(store)
    elif store.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        store.close()
        raise GazetteerError(
            f"{own}: is no gazetteer of this onrecord; give the name of a new file with ONRECORD_GAZETTEER"
        )
    return store


def _insert(store: sqlite3.Connection, row: _Row, count: int) -> int:
    known = store.execute(
        "SELECT id FROM place WHERE geonameid = ?1 OR (?1 IS NULL AND code = ?2)", (row.geonameid, row.code)
    ).fetchone()
    number = known[0] if known else store.execute("SELECT coalesce(max(id) + 1, ?) FROM place", (OWN,)).fetchone()[0]
    if known:
        store.execute("DELETE FROM name WHERE place = ?", known)
    store.execute(
        "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?, ?, ?)",
        (number, row.geonameid, row.name, round(row.latitude * 10_000), round(row.longitude * 10_000), row.feature, row.country,
         row.population, row.code, row.province),
    )  # fmt: skip
    keys = keys_of([row.name, *row.others], by_sound=True)
    store.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", [(key, number) for key in keys])
    return count


def _rows(file: Path) -> Iterator[_Row]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            head = lines.readline()
            lines.seek(0)
            if "\t" in head and head.split("\t")[0].strip().isdigit():
                yield from _dump(file, lines)
            elif head.strip():
                yield from _listed(file, lines)
    except UnicodeDecodeError as error:
        raise GazetteerError(
            f"{file}: is not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8"
        ) from error
    except OSError as error:
        raise GazetteerError(f"{file}: cannot be read ({error.strerror}); give a file that can") from error


def _dump(file: Path, lines: Iterator[str]) -> Iterator[_Row]:
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\r\n").split("\t")
        where = f"{file} line {number}"
        if cells == [""]:
            continue
        if len(cells) != COLUMNS:
            raise GazetteerError(
                f"{where}: has {len(cells)} columns, a country file of GeoNames has {COLUMNS}; give one as it comes (SY.txt, not allCountries of another service)"
            )
        province = f"{cells[8]}.{cells[10]}" if cells[8] and cells[10] else None
        is_province = cells[7] == "ADM1"
        yield _Row(
            _whole(cells[0], where, "column 1, the GeoNames id"),
            _text(cells[1], where, "column 2, the name"),
            _degrees(cells[4], 90, where, "column 5, the latitude"),
            _degrees(cells[5], 180, where, "column 6, the longitude"),
            f"{cells[6] or 'P'}.{cells[7] or 'PPL'}",
            cells[8] or None,
            _whole(cells[14] or "0", where, "column 15, the population"),
            province if is_province else None,
            None if is_province else province,
            [cells[2], *cells[3].split(",")],
        )


def _listed(file: Path, lines: Iterator[str]) -> Iterator[_Row]:
    table = csv.reader(lines)
    head = [cell.strip().lower() for cell in next(table, [])]
    at = {what: next((head.index(name) for name in names if name in head), None) for what, names in _NAMES.items()}
    missing = [what for what in _NEEDED if at[what] is None]
    if missing:
        raise GazetteerError(
            f"{file} line 1: has no column for {', '.join(missing)} (it has {', '.join(filter(None, head)) or 'none'}); name them "
            "name, pcode, latitude, longitude, and if you like country, alternatenames, population; or give a country file of GeoNames"
        )
    level = (head[at["code"] or 0].removeprefix("adm")[:1] if head[at["code"] or 0].startswith("adm") else "") or None
    for cells in table:
        if any(cells):
            where = f"{file} line {table.line_num}"
            if len(cells) != len(head):
                raise GazetteerError(
                    f"{where}: has {len(cells)} columns, the header has {len(head)}; quote what has a comma in it"
                )
            yield _coded({what: cells[k].strip() for what, k in at.items() if k is not None}, level, where)


def _coded(cells: Mapping[str, str], level: str | None, where: str) -> _Row:
    code = _text(cells["code"], where, "the P-code")
    country = cells.get("country") or code[:2]
    others = cells.get("others", "").replace(";", "|").split("|")
    return _Row(
        None,
        _text(cells["name"], where, "the name"),
        _degrees(cells["latitude"], 90, where, "the latitude"),
        _degrees(cells["longitude"], 180, where, "the longitude"),
        f"A.ADM{level}" if level else "P.PPL",
        country[:2].upper() if country[:2].isalpha() else None,
        _whole(cells.get("population") or "0", where, "the population"),
        code,
        None,
        [name for name in others if name.strip()],
    )


def _text(cell: str, where: str, what: str) -> str:
    if not cell.strip():
        raise GazetteerError(f"{where}: {what} is empty; fill it in, or take the line out")
    return cell.strip()


def _whole(cell: str, where: str, what: str) -> int:
    if not cell.strip().isdecimal():
        raise GazetteerError(f"{where}: {what} is {cell!r}; it has to be a whole number")
    return int(cell)


def _degrees(cell: str, most: int, where: str, what: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = float("nan")
    if not -most <= value <= most:
        raise GazetteerError(f"{where}: {what} is {cell!r}; it has to be a number of degrees from -{most} to {most}")
    return value
