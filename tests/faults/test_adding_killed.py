"""`onrecord add` killed at any moment, from its start to its end: nothing acknowledged is lost, and the same command goes on.

`FAULT_TRIALS=300` kills that often; the count is printed.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from onrecord.ledger import open_ledger
from tests.cli.test_run import environment, onrecord

REPORTS = 30
TRIALS = max(3, int(os.environ.get("FAULT_TRIALS", "30")) // 10)


def test_add_killed_at_any_moment_goes_on_where_it_was(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(REPORTS):
        text = f"Report {number}\n\nMayor Brun said “bridge number {number} is ours”. Nobody denied it.\n"
        (reports / f"{number:02}.txt").write_text(text, encoding="utf-8")
    began = time.monotonic()
    assert onrecord("add", "reports", "--ledger", "whole.db", cwd=tmp_path).returncode == 0
    whole, chance, stopped = time.monotonic() - began, random.Random(7), 0
    for trial in range(TRIALS):
        ledger = f"{trial}.db"
        command = [sys.executable, "-m", "tests.cli.fakes", "add", "reports", "--json", "--ledger", ledger]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(), cwd=tmp_path) as run:  # fmt: skip
            time.sleep(whole * chance.uniform(0.2, 1))
            run.kill()
            assert run.stdout is not None
            lines = run.stdout.read().splitlines(keepends=True)
        stopped += len(lines) < REPORTS
        acknowledged = {json.loads(line)["report"] for line in lines if line.endswith(b"\n")}
        again = onrecord("add", "reports", "--json", "--ledger", ledger, cwd=tmp_path)
        assert again.returncode == 0, again.stderr.decode()
        came = [json.loads(line) for line in again.stdout.splitlines()]
        assert acknowledged <= {one["report"] for one in came if one["came"] == "already there"}
        with open_ledger(tmp_path / ledger, read_only=True) as kept:
            assert [report.captures for report in kept.iter_reports()] == [1] * REPORTS
            assert [finding for finding in kept.verify() if finding.damage] == []
    print(f"\n{TRIALS} runs killed, {stopped} of them before they were done: 0 lost, 0 half, 0 doubled")  # noqa: T201 (how often it was tried belongs to the result)
    assert stopped
