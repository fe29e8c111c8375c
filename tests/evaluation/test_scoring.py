"""With the scorers at hand: figures are those of their command line. Skipped where they are absent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.compare import differences, report
from evaluation.gold import find_shared, write_lines
from evaluation.predict import document_of, predict
from evaluation.scoring import Scorers
from onrecord.errors import SettingsError
from onrecord.record.codec import to_json
from tests.evaluation.fakes import SaidReader, gold

SHARED = find_shared()
needs_scorers = pytest.mark.skipif(
    not SHARED.scorers.is_dir(),
    reason="the scorers are not part of this repository; EVALUATION_SHARED names their folder",
)


@pytest.fixture(scope="module")
def scorers() -> Scorers:
    pytest.importorskip("scipy", reason="the scorers need scipy")
    return Scorers(SHARED.scorers)


def answers() -> list[dict[str, object]]:
    return [to_json(record) for record in predict("attribution", [document_of(r, "own") for r in gold()], SaidReader())]


@needs_scorers
def test_the_figures_are_those_of_the_scorers_own_command_line(scorers: Scorers, tmp_path: Path) -> None:
    for name, records in (("gold", gold()), ("pred", answers())):
        write_lines(tmp_path / f"{name}.jsonl", map(json.dumps, records))
    words = [
        "-m",
        "scorers",
        "attribution",
        "--gold",
        str(tmp_path / "gold.jsonl"),
        "--pred",
        str(tmp_path / "pred.jsonl"),
        "--json",
    ]
    done = subprocess.run(
        [sys.executable, *words], cwd=SHARED.scorers.parent, env=os.environ, capture_output=True, text=True, check=True
    )
    assert scorers.score("attribution", gold(), answers()) == json.loads(done.stdout)


@needs_scorers
def test_linked_says_which_statement_is_which(scorers: Scorers) -> None:
    assert [scorers.linked(record, answer) for record, answer in zip(gold(), answers(), strict=True)] == [
        {0: 0},
        {0: 0},
        {},
    ]


@needs_scorers
def test_a_comparison_names_what_was_gained_and_lost(scorers: Scorers) -> None:
    full = {str(a["document"]["id"]): a for a in answers()}  # type: ignore[index]
    empty = {key: {**a, "statements": []} for key, a in full.items()}
    found = differences(gold(), empty, full, scorers)
    by_name = {d.name: d for d in found}
    assert by_name["own/0"].gained == ("Orhan · said · the bridge was open",)
    assert by_name["own/1"].added == ("Orhan · said · it was late",)
    assert by_name["own/2"].change == 0
    assert "right 0 -> 2" in report(found)
    back = differences(gold(), full, empty, scorers)
    assert back[0].change < 0
    assert {d.lost for d in back} >= {by_name["own/0"].gained}


@needs_scorers
def test_scorers_of_two_folders_are_never_mixed(scorers: Scorers, tmp_path: Path) -> None:
    scorers.module("attribution")
    with pytest.raises(SettingsError, match="another folder"):
        Scorers(tmp_path).module("attribution")
