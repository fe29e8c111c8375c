"""How soon the desk answers: the first byte of every view, and the first paint of the map, on reports made by rule."""

from __future__ import annotations

import http.client
import re
import shutil
import sqlite3
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from benchmarks.linking import TOGETHER, made_up
from benchmarks.machine import peak_megabytes
from onrecord import api
from onrecord.ledger import Ledger, open_ledger
from onrecord.serve.running import running

REPORTS = 2_000
MOST_SECONDS_TO_FIRST_BYTE = 0.3
MOST_SECONDS_TO_PAINT = 2.0
VIEWS = (
    "/", "/reports", "/claims", "/claims?at={town}", "/happenings", "/happenings?kind=air_strike", "/map", "/map.json", "/timeline",
    "/speakers", "/search?words=people", "/review", "/export", "/reports/r1", "/claims/{claim}", "/happenings/{happening}",
)  # fmt: skip
_ID = re.compile(r"(?<![\w-])(r|c|h|cf|j|f)(\d+)(?=$|[.\s])")


def measure(reports: int, copies: int, repeats: int, *, browser: bool, seed: int = 1) -> dict[str, Any]:
    """Makes a linked ledger, and asks each view of its desk several times.

    Args:
        reports: How many reports are made and linked.
        copies: How many times the rows of these then stand in the ledger, under other ids: a way to a very large one.
        repeats: How many times each view is asked.
        browser: Whether the first paint of the map is timed in a Chromium, too.
        seed: Makes the same reports again.
    """
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "onrecord.db"
        with open_ledger(where, create=True) as ledger:
            _fill(ledger, reports, seed)
        if copies > 1:
            multiply(where, copies)
        with open_ledger(where) as ledger, running(ledger) as door:
            port, cookie = _opened(door)
            named = _named(ledger)
            seconds = {view: _first_byte(port, cookie, view.format(**named), repeats) for view in VIEWS}
            painted = _painted(port, cookie) if browser else None
            counts = ledger.count()
            linked = ledger.count_linked()
    result: dict[str, Any] = {
        "reports": counts.reports, "claims": sum(linked.claims.values()), "happenings": linked.happenings, "repeats": repeats,
        "seconds_to_first_byte": seconds, "slowest_first_byte": max(seconds.values()), "peak_megabytes": peak_megabytes(),
        "limits": {"slowest_first_byte": MOST_SECONDS_TO_FIRST_BYTE},
    }  # fmt: skip
    if painted is not None:
        result |= {"seconds_to_first_paint_of_the_map": painted}
        result["limits"] |= {"seconds_to_first_paint_of_the_map": MOST_SECONDS_TO_PAINT}
    return result


def _fill(ledger: Ledger, reports: int, seed: int) -> None:
    some = islice(made_up(seed), reports)
    while batch := list(islice(some, TOGETHER)):
        ledger.add_many(batch)
    for _ in api.link(ledger):
        pass


def multiply(where: Path, copies: int) -> None:
    """Writes all rows of reports and of what is linked again under other ids, straight into the tables.

    The custody log and the search of words are not multiplied, so such a ledger does not verify: it is for timing lists alone.
    """
    left = {"custody", "alembic_version", "feeds", "failures", "tombstones", "link_numbers", "retired_ids"}
    with sqlite3.connect(where) as database:
        database.execute("PRAGMA foreign_keys=off")
        many = int(database.execute("SELECT max(number) FROM reports").fetchone()[0])
        most = {"r": many}
        for letters, table in (("c", "claims"), ("h", "happenings"), ("cf", "copies")):
            most[letters] = int(database.execute(f"SELECT coalesce(max(number), 0) FROM {table}").fetchone()[0])  # noqa: S608
        tables = [
            name
            for (name,) in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
            if name not in left and not name.startswith(("words", "trigrams", "sentences", "link_"))
        ]
        for table in tables:
            columns = list(database.execute(f"PRAGMA table_info({table})"))
            rows = list(database.execute(f"SELECT * FROM {table}"))  # noqa: S608
            marks = ", ".join("?" for _ in columns)
            for copy in range(1, copies):
                moved = (tuple(map(_moved(copy, most, table), columns, row)) for row in rows)
                database.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", moved)  # noqa: S608
            database.commit()
        database.execute("ANALYZE")


def _moved(copy: int, most: dict[str, int], table: str) -> Any:
    """How the value of a column becomes that of a copy: its ids and numbers are larger, hashes are others, all else is the same."""
    letters = {"reports": "r", "claims": "c", "happenings": "h", "copies": "cf"}.get(table)

    def moved(column: Any, value: Any) -> Any:
        name = column[1]
        if name in ("sha256", "original", "document") and isinstance(value, str):
            return f"{copy:04d}{value}"
        if name == "number" and letters is not None:
            return value + copy * most[letters]
        if isinstance(value, str) and len(value) < 40 and name not in ("text", "words", "title", "name", "json", "why"):
            return _ID.sub(lambda match: f"{match[1]}{int(match[2]) + copy * most.get(match[1], 0)}", value)
        return value

    return moved


def _opened(door: str) -> tuple[int, str]:
    """The port of a desk, and the cookie that its address is changed for."""
    parts = urlsplit(door)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port)
    connection.request("GET", f"/?{parts.query}")
    given = connection.getresponse().getheader("set-cookie", "")
    return parts.port or 0, given.partition(";")[0]


def _named(ledger: Ledger) -> dict[str, str]:
    """What the addresses name: the town of a happening, and the first claim and happening."""
    happening = next(ledger.iter_happenings())
    place = happening.place.name if happening.place and happening.place.name else "x"
    return {"town": place, "claim": next(ledger.iter_claims()).id, "happening": happening.id}


def _first_byte(port: int, cookie: str, path: str, repeats: int) -> float:
    taken = []
    for _ in range(repeats + 1):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        began = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read(1)
        taken.append(time.perf_counter() - began)
        if answer.status != http.client.OK:
            raise ValueError(f"{path} answers {answer.status}; only what works can be timed")
        answer.read()
        connection.close()
    # The first one fills caches of the database and of templates.
    return round(median(taken[1:]), 4)


def _painted(port: int, cookie: str) -> float:
    """Seconds until there is a picture of the map, from when its address is opened."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only who times the map needs a browser)

    name, _, value = cookie.partition("=")
    flags = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": name, "value": value, "url": f"http://127.0.0.1:{port}"}])
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        began = time.perf_counter()
        page.goto(f"http://127.0.0.1:{port}/map", wait_until="commit")
        page.wait_for_selector("[data-painted]", timeout=60_000, state="attached")
        taken = time.perf_counter() - began
        browser.close()
    return round(taken, 2)
