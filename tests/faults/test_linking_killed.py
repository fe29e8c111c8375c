"""Linking killed at any moment: each report is linked wholly or not at all, and going on gives what an undisturbed run gives.

`FAULT_TRIALS=300` kills that often; the count is printed. Rooms that are easy to see through link; the ledger is the real one.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import sys
from pathlib import Path

import pytest

from onrecord.ledger import Ledger, open_ledger
from onrecord.pipeline import linking
from onrecord.record import Claim, dumps
from onrecord.record.original import Original
from tests.link.fake_rooms import FAKES, record_of

TRIALS = max(6, int(os.environ.get("FAULT_TRIALS", "30")) // 3)
TOGETHER = 2
TOLD = (
    "Shelling in Susah: Observatory says it.", "Raid in Hajin: Mayor says it.", "Shelling in Susah: Army denies it.",
    "Shelling in Susah: Observatory says it.", "Raid in Manbij: Mayor says it.", "Raid in Hajin: Army denies it.",
    "Shelling in Susah: Mayor says it.", "Raid in Hajin: Mayor says it.", "Strike in Raqqa: Army says it.",
)  # fmt: skip


def child(folder: Path, calls: int) -> None:
    """Links, and says each report that lasts, until it is killed from outside or by its own n-th call."""
    heard = os.open(folder / "heard", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    left = calls

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    linking.BATCH = TOGETHER
    if calls:
        sys.setprofile(count)
    with open_ledger(folder / "onrecord.db") as ledger:
        for one in linking.link_ledger(ledger, FAKES):
            os.write(heard, f"{one.report}\n".encode())
    sys.setprofile(None)
    os._exit(0)


def said(ledger: Ledger) -> list[Claim]:
    return sorted(ledger.iter_claims(), key=lambda claim: claim.id)


def test_killed_at_any_moment_it_loses_and_doubles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(linking, "BATCH", TOGETHER)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    with open_ledger(fresh / "onrecord.db", create=True) as ledger:
        for at, text in enumerate(TOLD):
            some = record_of(f"d{at}", text)
            ledger.add(Original.of(dumps(some).encode(), "application/json", f"{at}"), some)
    whole = shutil.copytree(fresh, tmp_path / "whole")
    with open_ledger(whole / "onrecord.db") as ledger:
        assert len(list(linking.link_ledger(ledger, FAKES))) == len(TOLD)
        right = said(ledger)
    chance, killed, trial = random.Random(20181028), 0, 0
    while killed < TRIALS and trial < 5 * TRIALS:
        trial += 1
        folder = shutil.copytree(fresh, tmp_path / str(trial))
        calls = int(10 ** chance.uniform(2.5, 4.6))
        process = multiprocessing.get_context("fork").Process(target=child, args=(folder, calls))
        process.start()
        process.join(300)
        killed += process.exitcode == -signal.SIGKILL
        heard = (folder / "heard").read_text().split() if (folder / "heard").exists() else []
        with open_ledger(folder / "onrecord.db") as ledger:
            assert not [finding for finding in ledger.verify() if finding.damage]
            waiting = [one.report for one in ledger.iter_unlinked(linking.VERSION)]
            assert not set(heard) & set(waiting)
            assert len(TOLD) - len(waiting) == ledger.count_linked().reports
            assert [one.report for one in linking.link_ledger(ledger, FAKES)] == waiting
            assert said(ledger) == right
            assert not list(ledger.verify())
        shutil.rmtree(folder)
    with capsys.disabled():
        print(f"\nlinking: {trial} trials, {killed} killed before they were done")  # noqa: T201 (what it is run for)
    assert killed == TRIALS
