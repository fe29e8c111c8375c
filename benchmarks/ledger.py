"""How long it takes to add a report to a ledger and to find words in many, on reports that are made up."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from onrecord.ledger import Ledger, open_ledger
from onrecord.record import Chain, Content, Cue, Document, Mention, Reader, Record, Source, Span, Statement, document_id
from onrecord.record.original import Capture, Original

STATEMENTS = 40
MENTIONS = 200
REPORTS = 2_000
MOST_MILLISECONDS_TO_ADD = 15.0
MOST_MILLISECONDS_TO_FIND = 100.0
SEARCHES = ("harbour", "bridge convoy", '"near the market"', "conv*", "Лагерь", "مخيم", "撤退", "town", "zzzz")
WORDS = (
    "army convoy bridge market town harbour road shelling retreat ceasefire checkpoint mortar river hospital school crossing "
    "brigade commander village hill depot Лагерь مخيم 撤退 evening morning troops civilians fuel water near under after before"
).split()
NAMES = (
    "Idris Haddad",
    "Mona Saleh",
    "the ministry",
    "the coalition",
    "Yusuf Karim",
    "the council",
    "residents",
    "a medic",
)


def measure(reports: int, seed: int = 1) -> dict[str, Any]:
    """Adds reports one by one, then looks for words.

    Args:
        reports: How many.
        seed: Makes the same reports again.
    """
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "onrecord.db", create=True) as ledger:
        added = [timed_add(ledger, original, record) for original, record in made_up(reports, seed)]
        found = {words: timed_find(ledger, words) for words in SEARCHES}
        began = time.perf_counter()
        wrong = sum(1 for _ in ledger.verify())
        verified = time.perf_counter() - began
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    if wrong:
        raise ValueError(f"verify finds {wrong} things wrong; a ledger that is wrong measures nothing")
    slowest = max(found.values())
    return {
        "reports": reports,
        "statements_per_report": STATEMENTS,
        "mentions_per_report": MENTIONS,
        "median_milliseconds_to_add": round(median(added), 2),
        "p95_milliseconds_to_add": round(quantiles(added, n=20)[-1], 2),
        "milliseconds_to_find": {words: round(value, 2) for words, value in found.items()},
        "slowest_milliseconds_to_find": round(slowest, 2),
        "seconds_to_verify": round(verified, 2),
        "kilobytes_per_report": round(size / reports / 1000, 1),
        "limits": {
            "median_milliseconds_to_add": MOST_MILLISECONDS_TO_ADD,
            "slowest_milliseconds_to_find": MOST_MILLISECONDS_TO_FIND,
        },
    }


def timed_add(ledger: Ledger, original: Original, record: Record) -> float:
    """Milliseconds to add a report so that it lasts."""
    began = time.perf_counter()
    ledger.add(original, record)
    return (time.perf_counter() - began) * 1000


def timed_find(ledger: Ledger, words: str) -> float:
    """Milliseconds until the first 50 hits are there, the middle of five."""
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        list(ledger.find(words))
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


def made_up(reports: int, seed: int) -> Iterator[tuple[Original, Record]]:
    """Reports that nobody wrote."""
    chance = random.Random(seed)
    for number in range(reports):
        yield made_up_report(chance, number)


def made_up_report(chance: random.Random, number: int) -> tuple[Original, Record]:
    """One report: a sentence for each statement."""
    text, statements, mentions = f"Report {number}.\n", [], []
    for at in range(STATEMENTS):
        speaker, said = chance.choice(NAMES), " ".join(chance.choices(WORDS, k=chance.randint(8, 24)))
        start = len(text)
        text += f"{speaker.capitalize()} said that {said}.\n"
        cut = [
            start,
            start + len(speaker),
            start + len(speaker) + 1,
            start + len(speaker) + 5,
            len(text) - 2 - len(said),
            len(text) - 2,
        ]
        statements.append((at, speaker, cut))
        mentions += [
            (start + k, start + k + 4)
            for k in (0, *(chance.randrange(5, 60) for _ in range(MENTIONS // STATEMENTS - 1)))
        ]
    content = text.encode()
    document = Document(
        document_id(content), text, f"Made up {number}", f"http://e.example/{number}", f"Outlet {number % 12}",
        published=f"2019-{number % 12 + 1:02}-{number % 28 + 1:02}", language="en",
    )  # fmt: skip
    record = Record(
        document,
        mentions=tuple(_mention(text, k, *edges) for k, edges in enumerate(mentions)),
        chains=tuple(
            Chain(f"c-{k}", "person", name, tuple(f"m-{m}" for m in range(k, MENTIONS, 8)))
            for k, name in enumerate(NAMES)
        ),
        statements=tuple(_statement(text, *each) for each in statements),
        reader=Reader("made up", "1", "0" * 64, 0.1),
    )
    return Original.of(content, "text/plain", f"{number}.txt", capture=Capture("file", "2019-01-01T00:00:00Z")), record


def _mention(text: str, number: int, start: int, end: int) -> Mention:
    return Mention(f"m-{number}", Span.of(text, start, min(end, len(text))), "person", "name", f"c-{number % 8}", 0.9)


def _statement(text: str, number: int, speaker: str, cut: Sequence[int]) -> Statement:
    who, how, what = (Span.of(text, *cut[k : k + 2]) for k in (0, 2, 4))
    source = Source((who,), f"c-{NAMES.index(speaker)}", speaker, "person")
    return Statement(f"s-{number}", "indirect", source, Cue((how,)), Content((what,)), confidence=0.8)
