"""A ledger under a program that is killed, a disk that is full and a log that is torn.

`FAULT_TRIALS=300` kills that often; each run prints how often it did. Loss is what was acknowledged and is not there afterwards.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.errors import LedgerFull
from onrecord.ledger import Ledger, open_ledger
from onrecord.record import Mention, Reader, Record, Span
from tests.ledger.reports import TEXT, original, record

TRIALS = int(os.environ.get("FAULT_TRIALS", "30"))
NEWER = Reader("tester", "2", "b" * 64)
BATCH = 6

Work = Callable[[Ledger, Callable[[str], None]], None]


def text_of(number: int) -> str:
    return f"{TEXT}Report {number}.\n"


def adding(ledger: Ledger, say: Callable[[str], None]) -> None:
    """Adds reports, and says each that lasts."""
    for number in range(BATCH):
        ledger.add(original(text_of(number)), record(text_of(number)))
        say(f"added {number}")


def adding_together(ledger: Ledger, say: Callable[[str], None]) -> None:
    """Adds reports in one transaction."""
    ledger.add_many([(original(text_of(number)), record(text_of(number))) for number in range(BATCH)])
    for number in range(BATCH):
        say(f"added {number}")


def reading_anew(ledger: Ledger, say: Callable[[str], None]) -> None:
    """Adds readings to reports that are there, which makes their search rows anew."""
    adding(ledger, lambda _: None)
    for number in range(BATCH):
        ledger.add(original(text_of(number)), record(text_of(number), reader=NEWER))
        say(f"read {number}")


def purging(ledger: Ledger, say: Callable[[str], None]) -> None:
    """Purges every other report."""
    known = ledger.known([original(text_of(number)).sha256 for number in range(BATCH)], record().reader)
    for number in range(BATCH):
        if original(text_of(number)).sha256 not in known:
            ledger.add(original(text_of(number)), record(text_of(number)))
        if number % 2:
            there = [r.id for r in ledger.iter_reports() if r.sha256 == original(text_of(number)).sha256]
            for id_ in there:
                ledger.purge(id_, "safety")
            say(f"purged {number}")


WORKS: dict[str, Work] = {"add": adding, "batch": adding_together, "read anew": reading_anew, "purge": purging}


def child(folder: Path, name: str, calls: int) -> None:
    """Opens or makes the ledger and works on it, until it is killed from outside or by its own n-th call."""
    heard = os.open(folder / "heard", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    left = calls

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    if calls:
        sys.setprofile(count)
    with open_ledger(folder / "onrecord.db", create=True) as ledger:
        WORKS[name](ledger, lambda word: os.write(heard, f"{word}\n".encode()) and None)
    sys.setprofile(None)
    os._exit(0)


def kill_once(folder: Path, name: str, chance: random.Random) -> bool:
    """Starts a program and kills it at a random moment; False if it was done before."""
    # Half by the clock, so that it is struck within a call; half by calls, so that every stage has its turn.
    calls = int(10 ** chance.uniform(2, 5)) if chance.random() < 0.5 else 0
    process = multiprocessing.get_context("fork").Process(target=child, args=(folder, name, calls))
    process.start()
    if calls:
        process.join(120)
    else:
        process.join(chance.uniform(0, 0.25))
        process.kill()
        process.join()
    return process.exitcode == -signal.SIGKILL


def check(folder: Path, name: str) -> tuple[Counter[str], float]:
    """Opens the ledger after the kill and compares it with what was acknowledged."""
    heard = (folder / "heard").read_text().split("\n") if (folder / "heard").exists() else []
    acknowledged = {tuple(line.split(" ")) for line in heard if line}
    began = time.perf_counter()
    with open_ledger(folder / "onrecord.db", create=True) as ledger:
        seconds = time.perf_counter() - began
        there = [ledger.get_record(report.id) for report in ledger.iter_reports()]
        texts = Counter(each.document.text for each in there)
        wrong = [finding for finding in ledger.verify() if finding.damage]
        numbers = {text_of(number): str(number) for number in range(BATCH)}
        present = {numbers[words] for words in texts}
        newly_read = {numbers[each.document.text] for each in there if each.reader == NEWER}
        found = Counter(
            lost=sum(
                (verb == "added" and number not in present)
                or (verb == "read" and number not in newly_read)
                or (verb == "purged" and number in present)
                for verb, number in acknowledged
            ),
            doubled=sum(times - 1 for times in texts.values()),
            half=sum(
                each not in (record(each.document.text), record(each.document.text, reader=NEWER)) for each in there
            ),
            damaged=len(wrong),
        )
        # The same again goes on where it stopped, and nothing is left of the kill.
        WORKS[name](ledger, lambda _: None)
        found["unfinished"] = sum(1 for _ in ledger.verify())
        found["not resumed"] = BATCH - ledger.count().reports - ledger.count().purged
    return found, seconds


def test_killed_at_any_moment_it_loses_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chance, killed, slowest = random.Random(20190323), 0, 0.0
    total: Counter[str] = Counter()
    trial = 0
    while killed < TRIALS and trial < 4 * TRIALS:
        trial += 1
        name = [*WORKS][trial % len(WORKS)]
        folder = tmp_path / str(trial)
        folder.mkdir()
        killed += kill_once(folder, name, chance)
        found, seconds = check(folder, name)
        total, slowest = total + found, max(slowest, seconds)
        assert not +found, f"trial {trial}, {name}: {dict(+found)}"
        shutil.rmtree(folder)
    told = f"{trial} trials, {killed} killed before they were done, {sum(total.values())} wrong, slowest start {slowest:.2f} s"
    with capsys.disabled():
        print(f"\n{told}")  # noqa: T201 (the figure is what the test is run for)
    assert killed == TRIALS


def test_a_torn_log_leaves_what_was_added_first(tmp_path: Path) -> None:
    chance = random.Random(7)
    live = tmp_path / "live"
    live.mkdir()
    with open_ledger(live / "onrecord.db", create=True) as ledger:
        for number in range(BATCH):
            ledger.add(original(text_of(number)), record(text_of(number)))
        whole = {path.name: path.read_bytes() for path in live.glob("onrecord.db*") if not path.name.endswith("-shm")}
        assert len(whole["onrecord.db-wal"]) > 100_000
        for trial in range(max(12, TRIALS // 3)):
            folder = tmp_path / str(trial)
            shutil.copytree(live / "onrecord.originals", folder / "onrecord.originals")
            log = bytearray(whole["onrecord.db-wal"])
            at = chance.randrange(len(log))
            if trial % 2:
                del log[at:]
            else:
                log[at : at + 64] = chance.randbytes(min(64, len(log) - at))
            (folder / "onrecord.db").write_bytes(whole["onrecord.db"])
            (folder / "onrecord.db-wal").write_bytes(log)
            with open_ledger(folder / "onrecord.db", create=True) as torn:
                texts = [torn.get_record(report.id).document.text for report in torn.iter_reports()]
                assert texts == [text_of(number) for number in range(len(texts))]
                assert not [finding for finding in torn.verify() if finding.damage]
                adding(torn, lambda _: None)
                assert not list(torn.verify())
            shutil.rmtree(folder)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can only be made by root, where mounting is allowed")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def large(number: int) -> Record:
    """A report whose rows take several hundred kilobytes."""
    words = text_of(number) + "word " * 4_000
    mentions = tuple(Mention(f"m-{at}", Span.of(words, at, at + 40), "other") for at in range(2_000))
    return Record(record(words).document, mentions=mentions, reader=record().reader)


def test_a_full_disk_is_a_clean_error_wherever_it_strikes(small_disk: Path) -> None:
    refused = 0
    with open_ledger(small_disk / "onrecord.db", create=True) as ledger:
        ledger.add(original(), record())
        for number, left in enumerate([0, 2_000, 8_000, 20_000, 40_000, 90_000, 200_000, 400_000, 700_000]):
            some = large(number)
            filler = small_disk / "filler"
            room = shutil.disk_usage(small_disk).free - left
            filler.write_bytes(b"\0" * max(0, room))
            before = ledger.count().reports
            try:
                ledger.add(original(some.document.text), some)
                added = True
            except LedgerFull as error:
                assert "Make room and do it again" in str(error)  # noqa: PT017
                refused, added = refused + 1, False
            assert ledger.count().reports == before + added
            assert not [finding for finding in ledger.verify() if finding.damage]
            filler.unlink()
            if number in {1, 5}:
                # Once there is room it goes on as if nothing had been.
                ledger.add(original(some.document.text), some)
                assert ledger.count().reports == before + 1
            with ledger._store.outside() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert refused >= 4
