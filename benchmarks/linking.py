"""How long linking takes, how that grows with the number of reports, and what one more report costs; on reports made by rule."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from math import log
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.machine import peak_megabytes
from onrecord import api
from onrecord.ledger import Ledger, open_ledger
from onrecord.record import (
    Chain,
    Content,
    Count,
    Cue,
    Document,
    Event,
    Incident,
    Mention,
    Place,
    Quantity,
    Reader,
    Record,
    Source,
    Span,
    Statement,
    TimeExpression,
    Toll,
    document_id,
    loads,
)
from onrecord.record.original import Original

FEW, MANY = 5_000, 20_000
MORE = 5
MOST_GROWTH = 1.3
MOST_SECONDS_FOR_ONE = 1.0
A_DAY = 20
TOGETHER = 50
FIRST_DAY = date(2014, 1, 1)
OUTLETS = tuple(f"Outlet {number}" for number in range(12))
WORDS = [
    f"{start}{end}"
    for start in "ba co di fu ge ha ki lo mu ne po ra si tu ve za".split()
    for end in "lan mer tos kin dar vel rig sun".split()
]
KINDS = (
    ("air_strike", "air strike"),
    ("shelling", "shelling"),
    ("suicide_bomb", "suicide bombing"),
    ("armed_clash", "clash"),
)
SOURCES = ("the Observatory", "the ministry", "a medic", "residents", "the council", "the coalition")


def measure(few: int, many: int, records: Path | None, seed: int = 1) -> dict[str, Any]:
    """Links few and many reports, then adds some more one by one.

    Args:
        few: How many.
        many: How many more at most.
        records: Records of real reports in JSON Lines, which are linked too: the first 120, and all of them.
        seed: Makes the same reports again.
    """
    result: dict[str, Any] = {"reports": [few, many]}
    # What is loaded once is no part of the growth.
    _linked(islice(made_up(seed + 1), 2))
    seconds = {few: _linked(islice(made_up(seed), few))}
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "onrecord.db", create=True) as ledger:
        some = made_up(seed)
        seconds[many] = _fill_and_link(ledger, islice(some, many))
        ones = [_fill_and_link(ledger, islice(some, 1)) for _ in range(MORE)]
        counts = ledger.count_linked()
        size = (Path(folder) / "onrecord.db").stat().st_size
        wrong = sum(1 for _ in ledger.verify())
    if wrong:
        raise ValueError(f"verify finds {wrong} things wrong; a ledger that is wrong measures nothing")
    result |= {
        "processor_seconds_to_link": {str(number): round(taken, 1) for number, taken in seconds.items()},
        "growth": round(growth(few, many, seconds), 2),
        "processor_seconds_for_one_more": round(median(ones), 3),
        "families": counts.families,
        "happenings": counts.happenings,
        "claims": dict(counts.claims),
        "megabytes_of_the_ledger": round(size / 1e6),
    }
    limits = {"growth": MOST_GROWTH, "processor_seconds_for_one_more": MOST_SECONDS_FOR_ONE}
    if records is not None:
        result |= _of_real(records)
        limits |= {"growth_of_real_reports": MOST_GROWTH}
    return result | {"peak_megabytes": peak_megabytes(), "limits": limits}


def growth(few: int, many: int, seconds: dict[int, float]) -> float:
    """The exponent k for which the time grows like the number of reports to the k."""
    return log(seconds[many] / seconds[few]) / log(many / few)


def _of_real(records: Path) -> dict[str, Any]:
    lines = records.read_text(encoding="utf-8").splitlines()
    seconds = {number: _linked(map(_loaded, lines[:number])) for number in (120, len(lines))}
    return {
        "processor_seconds_to_link_real_reports": {str(number): round(taken, 1) for number, taken in seconds.items()},
        "growth_of_real_reports": round(growth(120, len(lines), seconds), 2),
    }


def _loaded(line: str) -> tuple[Original, Record]:
    return Original.of(line.encode(), "application/json", "record"), loads(line)


def _linked(reports: Iterator[tuple[Original, Record]]) -> float:
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "onrecord.db", create=True) as ledger:
        return _fill_and_link(ledger, reports)


def _fill_and_link(ledger: Ledger, reports: Iterator[tuple[Original, Record]]) -> float:
    """Seconds of the processor to link reports that are added before; nothing of it waits, and a shared machine tells no other time."""
    while some := list(islice(reports, TOGETHER)):
        ledger.add_many(some)
    began = time.process_time()
    for _ in api.link(ledger):
        pass
    return time.process_time() - began


def made_up(seed: int) -> Iterator[tuple[Original, Record]]:
    """Reports that nobody wrote, `A_DAY` a day: half tell of what another told already, a fifth of these in the same words."""
    chance = random.Random(seed)
    towns = [_town(chance, number) for number in range(200)]
    told: list[tuple[int, tuple[Any, ...], str]] = []
    number = 0
    while True:
        day = number // A_DAY
        told = [one for one in told if day - one[0] <= 2][-60:]
        if told and chance.random() < 0.5:
            _, event, words = chance.choice(told)
            words = words if chance.random() < 0.2 else _prose(chance)
        else:
            event = (chance.choice(towns), chance.choice(KINDS), chance.randint(1, 60), FIRST_DAY + timedelta(day))
            words = _prose(chance)
        told.append((day, event, words))
        yield _report(chance, number, event, words, FIRST_DAY + timedelta(day))
        number += 1


def _town(chance: random.Random, number: int) -> tuple[str, int, float, float]:
    name = "".join(chance.choices(WORDS, k=2)).capitalize()
    return name, 1_000_000 + number, chance.uniform(32, 37), chance.uniform(35, 42)


def _prose(chance: random.Random) -> str:
    return "\n".join(f"{' '.join(chance.choices(WORDS, k=14)).capitalize()}." for _ in range(6))


class _Text:
    """A text in the making, and where its parts stand."""

    def __init__(self) -> None:
        self.text, self.at = "", dict[str, tuple[int, int]]()

    def add(self, words: str, name: str | None = None) -> None:
        if name is not None:
            self.at[name] = (len(self.text), len(self.text) + len(words))
        self.text += words

    def span(self, *names: str) -> Span:
        return Span.of(self.text, self.at[names[0]][0], self.at[names[-1]][1])


def _report(
    chance: random.Random, number: int, event: tuple[Any, ...], words: str, published: date
) -> tuple[Original, Record]:
    (town, geonameid, latitude, longitude), (kind, noun), killed, day = event
    source, figure = chance.choice(SOURCES), max(1, killed + chance.choice((0, 0, 0, 2, -3)))
    text = _Text()
    for part in (
        ("A ", None), (noun, "trigger"), (" on ", None), (town, "town"), (" killed ", None), (f"{figure}", "figure"),
        (" people on ", None), (f"{day:%d %B %Y}", "day"), (", ", None), (source, "source"), (" ", None), ("said", "cue"),
        (f".\n{words}\nReport {number}.\n", None),
    ):  # fmt: skip
        text.add(*part)
    content = text.text.encode()
    document = Document(
        document_id(content), text.text, f"{noun.capitalize()} on {town}", publisher=chance.choice(OUTLETS),
        published=published.isoformat(), language="en",
    )  # fmt: skip
    record = Record(
        document,
        mentions=(
            Mention("m-1", text.span("town"), "location", "name", "c-1", 0.9),
            Mention("m-2", text.span("source"), "organisation", "nominal", "c-2", 0.9),
        ),
        chains=(
            Chain("c-1", "location", town, ("m-1",), place="p-1"),
            Chain("c-2", "organisation", source, ("m-2",)),
        ),
        times=(TimeExpression("t-1", text.span("day"), "DATE", day.isoformat(), day.isoformat(), day.isoformat(), "day", "written"),),
        places=(
            Place("p-1", "m-1", town, geonameid, latitude, longitude, "PPL", "SY", "07", "settlement", "event", 0.9),
        ),
        statements=(
            Statement(
                "s-1", "indirect", Source((text.span("source"),), "c-2", source, "organisation"), Cue((text.span("cue"),)),
                Content((text.span("trigger", "day"),)), speech_act="state", certainty="certain", polarity="positive", tense="past",
            ),
        ),
        events=(
            Event(
                "e-1", text.span("trigger"), kind, place="p-1", time="t-1", quantities=("q-1",), status="happened",
                certainty="certain", polarity="positive", asserted_by=("s-1",), incident="i-1", confidence=0.9,
            ),
        ),
        incidents=(Incident("i-1", kind, "accomplished", ("e-1",), "p-1", "t-1", toll=Toll(Count(figure, figure, "q-1"))),),
        quantities=(Quantity("q-1", text.span("figure"), figure, figure, "exact", "persons", "killed", "s-1"),),
        reader=Reader("made up", "1", "0" * 64, 0.1),
    )  # fmt: skip
    return Original.of(content, "text/plain", f"{number}.txt"), record
