"""How long it takes to open the gazetteer that ships and to look up names of places in it. On one core, each name for the first time."""

from __future__ import annotations

import sqlite3
import time
from typing import Any

from onrecord.reference.gazetteer import Gazetteer
from onrecord.reference.gazetteer.shipped import unpacked

NAMES = 20_000
MOST_MILLISECONDS = 50.0
MOST_SECONDS_OF_20_000 = 1.0


def measure(count: int) -> dict[str, Any]:
    """Milliseconds of opening, and seconds of looking up names of places drawn by chance."""
    path = unpacked()
    with sqlite3.connect(path) as store:
        names = [name for (name,) in store.execute("SELECT name FROM place ORDER BY random() LIMIT ?", (count,))]
    began = time.perf_counter()
    gazetteer = Gazetteer((path,))
    opened = time.perf_counter()
    found = sum(len(gazetteer.find(name)) for name in names)
    seconds = time.perf_counter() - opened
    return {
        "open_milliseconds": round((opened - began) * 1000, 2),
        "names": len(names),
        "places_found": found,
        "names_a_second": round(len(names) / seconds),
        "seconds_of_20_000": round(seconds / len(names) * 20_000, 3),
        "limits": {"open_milliseconds": MOST_MILLISECONDS, "seconds_of_20_000": MOST_SECONDS_OF_20_000},
    }
