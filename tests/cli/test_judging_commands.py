"""`onrecord review`, `judge` and `undo` as processes: what waits, what is written down, and how it ends."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.cli.judging import judge
from onrecord.cli.output import open_output
from onrecord.errors import LedgerError
from onrecord.ledger import open_ledger
from onrecord.pipeline.linking import link_ledger
from onrecord.record import Filter, dumps
from onrecord.record.judgement import in_force
from onrecord.record.original import Original
from tests.cli.records import statement
from tests.cli.test_run import onrecord
from tests.link.fake_rooms import FAKES, record_of

TEXTS = (
    "Shelling in Susah: Observatory says it.",
    "Shelling in Susah: Army denies it.",
    "Raid in Hajin: Mayor says it.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_ledger(tmp_path / "onrecord.db", create=True) as ledger:
        for at, text in enumerate(TEXTS):
            what, _, who = text.partition(": ")
            said = statement(text, f"s-{at}", who.split()[0], who.split()[1], what)
            some = replace(record_of(f"d{at}", text), statements=(said,))
            ledger.add(Original.of(dumps(some).encode(), "application/json", f"{at}"), some)
        list(link_ledger(ledger, FAKES))
    return tmp_path


def counting(folder: Path) -> list[tuple[str, str, str]]:
    with open_ledger(folder / "onrecord.db") as ledger:
        return [(one.object_id, one.verdict, one.who) for one in in_force(ledger.iter_judgements())]


def test_what_waits_is_listed_for_people_and_for_programs(folder: Path) -> None:
    lines = onrecord("review", "--json", "claim", "new", cwd=folder).stdout.decode().splitlines()
    waiting = [json.loads(line) for line in lines]
    with open_ledger(folder / "onrecord.db") as ledger:
        known = ledger.list_waiting(Filter(), kinds=["claim", "new"], most=1000)
    assert [one["id"] for one in waiting] == [one.id for one in known]
    shown = onrecord("review", "--limit", "2", cwd=folder).stdout.decode().splitlines()
    assert len(shown) == 2
    assert known[0].id in shown[0]
    assert known[0].words in shown[0]


def test_the_filter_and_the_reviewer_hold(folder: Path) -> None:
    assert onrecord("review", "new", "--report", "r2", "--json", cwd=folder).stdout.count(b'"report": "r2"') > 0
    assert b'"report": "r1"' not in onrecord("review", "new", "--report", "r2", "--json", cwd=folder).stdout
    first = json.loads(onrecord("review", "new", "--json", "--limit", "1", cwd=folder).stdout)["id"]
    assert onrecord("judge", first, "right", "--who", "Noor", cwd=folder).returncode == 0
    assert first.encode() not in onrecord("review", "new", "--who", "Noor", "--json", cwd=folder).stdout
    assert first.encode() in onrecord("review", "new", "--who", "Lina", "--json", cwd=folder).stdout
    assert onrecord("review", "--at", "nowhere at all", cwd=folder).returncode == 3


def test_a_decision_is_written_down_with_its_reason_and_taken_back(folder: Path) -> None:
    done = onrecord(
        "judge", "r1.1.s1", "corrected", "--value", '{"form": "mixed"}', "--why", "it is quoted", "--who", "Noor", "--json", cwd=folder
    )  # fmt: skip
    made = json.loads(done.stdout)
    assert (made["id"], made["value"], made["why"], made["who"]) == ("j1", {"form": "mixed"}, "it is quoted", "Noor")
    assert onrecord("undo", "j1", "--who", "Lina", cwd=folder).returncode == 2
    assert counting(folder) == [("r1.1.s1", "corrected", "Noor")]
    assert onrecord("undo", "--who", "Noor", cwd=folder).stdout.startswith(b"j2  r1.1.s1 undone")
    assert counting(folder) == []
    assert onrecord("undo", "j2", "--who", "Noor", cwd=folder).returncode == 0
    assert counting(folder) == [("r1.1.s1", "corrected", "Noor")]
    again = onrecord("undo", "--who", "Lina", cwd=folder)
    assert (again.returncode, again.stdout) == (3, b"")
    assert b"no decision by Lina" in again.stderr


def test_two_of_a_kind_are_judged_by_any_of_their_ids(folder: Path) -> None:
    assert onrecord("judge", "c1", "c2", "different", cwd=folder).stdout.startswith(b"pj1  ")
    with open_ledger(folder / "onrecord.db") as ledger:
        one, other = (ledger.explain(id_).members[0].id for id_ in ("h1", "h2"))
    assert onrecord("judge", one, other, "unsure", cwd=folder).stdout.startswith(b"pj2  ")
    assert onrecord("judge", "r1", "r2", "same", cwd=folder).stdout.startswith(b"pj3  ")
    assert b"not judged" in onrecord("undo", "pj3", cwd=folder).stdout


@pytest.mark.parametrize(
    ("words", "value", "told"),
    [
        (("r1.1.s1", "rigth"), None, "is no decision"),
        (("r1.1.s1",), None, "is no decision"),
        (("r1", "r2", "right"), None, "is no decision"),
        (("c1", "h1", "same"), None, "are not two reports"),
        (("r1.1.s999", "right"), None, "there is nothing of this id"),
        (("r1.1.s1", "corrected"), None, "needs --value"),
        (("r1.1.s1", "right"), "{}", "needs --value"),
        (("r1.1.s1", "corrected"), "{", "is not JSON"),
        (("r1.1.s1", "corrected"), '"direct"', "give an object"),
    ],
)
def test_nothing_is_written_down_that_is_no_decision(
    folder: Path, words: tuple[str, ...], value: str | None, told: str
) -> None:
    with open_ledger(folder / "onrecord.db") as ledger, pytest.raises(LedgerError, match=told):
        judge(ledger, open_output(), words, value, None, json=False)
    assert counting(folder) == []


def test_a_decision_that_is_none_ends_as_wrong_use(folder: Path) -> None:
    done = onrecord("judge", "r1.1.s1", "rigth", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"onrecord: r1.1.s1 rigth: is no decision; give an id and right, wrong,")


def test_a_kind_that_nobody_reviews_is_named(folder: Path) -> None:
    done = onrecord("review", "weather", cwd=folder)
    assert done.returncode == 2
    assert b"weather: nothing of this kind" in done.stderr
