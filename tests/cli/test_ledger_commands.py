"""The commands of a ledger as processes, with a reader that needs no model: what is kept, told, found and taken out."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.record import loads
from tests.cli.test_run import ROOT, environment, onrecord

WIRE = "Bridge held\n\nMayor Brun said “the bridge is ours”. Colonel Vesh said Captain Orr denied firing.\n"
LETTER = "Road cut\n\nColonel Vesh said the northern road is cut. Nobody said when it opens.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(WIRE, encoding="utf-8")
    (reports / "b.html").write_text(f"<html><body><article><p>{LETTER}</p></article></body></html>", encoding="utf-8")
    (reports / "c.docx").write_bytes(b"PK")
    (reports / "d.txt").write_bytes(b"")
    return reports


def told(done: subprocess.CompletedProcess[bytes]) -> dict[str, object]:
    """The reconciliation that a run with --json ends with."""
    found = json.loads(done.stderr.decode().splitlines()[-1])
    assert found["found"] == sum(found[k] for k in ("added", "already_there", "would_add")) + sum(
        len(found[k]) for k in ("skipped", "failed")
    )
    return found


def test_what_is_added_is_there_and_the_next_run_has_nothing_to_do(folder: Path) -> None:
    first = onrecord("add", "reports", "--json", cwd=folder.parent)
    assert first.returncode == 1
    found = told(first)
    assert (found["found"], found["added"], len(found["skipped"]), len(found["failed"])) == (4, 2, 1, 1)
    assert [json.loads(line)["came"] for line in first.stdout.splitlines()] == ["new", "new", "skipped", "failed"]
    again = onrecord("add", "reports", "--json", cwd=folder.parent)
    assert (told(again)["added"], told(again)["already_there"]) == (0, 2)
    listed = onrecord("list", "--json", cwd=folder.parent).stdout.splitlines()
    assert [json.loads(line)["id"] for line in listed] == ["r1", "r2"]
    assert [json.loads(line)["captures"] for line in listed] == [1, 1]


def test_another_reader_adds_a_reading_and_leaves_the_first(folder: Path) -> None:
    onrecord("add", folder / "a.txt", cwd=folder.parent)
    again = onrecord("add", folder / "a.txt", cwd=folder.parent, FAKE_VERSION="2")
    assert b"r1  read again" in again.stdout
    report = json.loads(onrecord("list", "--json", cwd=folder.parent).stdout)
    assert (report["readings"], report["reading_id"]) == (2, "r1.2")
    versions = [loads(onrecord("show", f"r1.{n}", "--json", cwd=folder.parent).stdout.decode()).reader for n in (1, 2)]
    assert [reader and reader.version for reader in versions] == ["1", "2"]


def test_the_same_bytes_under_two_names_are_one_report_with_two_captures(folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    done = onrecord("add", folder / "a.txt", folder / "copy.txt", "--json", cwd=folder.parent)
    assert [json.loads(line)["came"] for line in done.stdout.splitlines()] == ["new", "new capture"]
    shown = onrecord("show", "r1", cwd=folder.parent).stdout.decode()
    assert "a.txt" in shown
    assert "copy.txt" in shown


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    done = onrecord("add", "reports", "--dry-run", cwd=folder.parent)
    assert "4 found: would add 3, already there 0, skipped 1, failed 0" in done.stderr.decode()
    assert not list(folder.parent.glob("onrecord*"))


def test_what_failed_is_listed_and_tried_again(folder: Path) -> None:
    onrecord("add", "reports", cwd=folder.parent)
    listed = onrecord("list", "--failed", cwd=folder.parent).stdout.decode()
    assert listed.startswith("reports/d.txt: UnreadableInput: ")
    (folder / "d.txt").write_text(LETTER.replace("northern", "eastern"), encoding="utf-8")
    again = onrecord("retry", "--failed", cwd=folder.parent)
    assert (again.returncode, again.stderr.decode()) == (0, "1 found: added 1, already there 0, skipped 0, failed 0\n")
    assert onrecord("list", "--failed", cwd=folder.parent).returncode == 3
    assert onrecord("retry", "--failed", cwd=folder.parent).returncode == 3


def test_a_report_that_the_reader_fails_on_keeps_the_others_and_comes_with_the_next_reader(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("The FAULT is here. Nobody knows why it is so.\n", encoding="utf-8")
    (tmp_path / "good.txt").write_text(WIRE, encoding="utf-8")
    done = onrecord("add", "bad.txt", "good.txt", "--json", cwd=tmp_path)
    assert [json.loads(line)["came"] for line in done.stdout.splitlines()] == ["failed", "new"]
    assert told(onrecord("retry", "--json", cwd=tmp_path))["failed"][0]["name"] == "bad.txt"


def test_records_are_kept_as_they_came_and_come_out_again(tmp_path: Path) -> None:
    line = json.dumps({"document": {"id": "wire-7", "text": WIRE, "publisher": "The Wire"}}).encode()
    (tmp_path / "wire.jsonl").write_bytes(line + b"\n")
    assert onrecord("add", "wire.jsonl", cwd=tmp_path).returncode == 0
    record = loads(onrecord("show", "r1", "--json", cwd=tmp_path).stdout.decode())
    assert (record.document.id, record.document.text) == ("wire-7", WIRE)
    assert onrecord("show", "r1", "--original", cwd=tmp_path).stdout.strip() == line
    assert json.loads(onrecord("list", "--json", "--publisher", "wire", cwd=tmp_path).stdout)["publisher"] == "The Wire"


def test_words_are_found_in_the_statement_that_they_stand_in(folder: Path) -> None:
    onrecord("add", "reports", cwd=folder.parent)
    hits = [json.loads(line) for line in onrecord("find", "BRIDGE is", "--json", cwd=folder.parent).stdout.splitlines()]
    assert [(hit["report_id"], hit["speaker"], hit["form"], hit["part"]) for hit in hits] == [
        ("r1", "Brun", "direct", "content")
    ]
    denied = onrecord("find", "firing", "--speech-act", "deny", cwd=folder.parent).stdout.decode()
    assert "content of what Orr says (indirect, deny" in denied
    assert onrecord("find", "firing", "--speech-act", "confirm", cwd=folder.parent).returncode == 3
    assert onrecord("find", " ", cwd=folder.parent).returncode == 2
    statement = onrecord("show", hits[0]["statement_id"], cwd=folder.parent).stdout.decode()
    assert "who     Brun" in statement
    assert "speech_act" not in statement


def test_verify_names_what_is_wrong_and_purge_leaves_a_tombstone(folder: Path) -> None:
    onrecord("add", "reports", cwd=folder.parent)
    well = onrecord("verify", cwd=folder.parent)
    assert (well.returncode, well.stdout) == (0, b"")
    assert "all is well" in well.stderr.decode()
    assert onrecord("purge", "r1", "--reason", "names a witness", cwd=folder.parent).returncode == 1
    assert onrecord("purge", "r1", "--reason", "names a witness", "--yes", cwd=folder.parent).returncode == 0
    assert onrecord("show", "r1", cwd=folder.parent).returncode == 2
    assert onrecord("verify", cwd=folder.parent).returncode == 0
    assert told(onrecord("add", "reports/a.txt", "--json", cwd=folder.parent))["skipped"][0]["reason"].startswith(
        "is r1"
    )
    original = next(path for path in (folder.parent / "onrecord.originals").rglob("*") if path.is_file())
    original.chmod(0o644)
    original.write_bytes(b"another")
    wrong = onrecord("verify", cwd=folder.parent)
    assert wrong.returncode == 1
    assert original.name in wrong.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("list",), "no ledger"),
        (("find", "x", "--ledger", "text.db"), "ledger"),
        (("show", "r9", "--ledger", "kept.db"), "r9"),
        (("show", "nonsense", "--ledger", "kept.db"), "nonsense"),
        (("follow", "feed.xml", "--ledger", "kept.db"), "no address of a feed"),
        (("find", "x", "--form", "spoken", "--ledger", "kept.db"), "spoken"),
        (("add", "a.txt", "--ledger", "nowhere/x.db"), "nowhere"),
    ],
)
def test_a_question_that_cannot_be_answered_ends_with_a_sentence(
    arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    (tmp_path / "text.db").write_text("this is no ledger, but it is long enough to be taken for something" * 99)
    (tmp_path / "a.txt").write_text(WIRE, encoding="utf-8")
    onrecord("add", "a.txt", "--ledger", "kept.db", cwd=tmp_path)
    done = onrecord(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_run_that_is_interrupted_goes_on_where_it_stopped(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(24):
        (reports / f"{number:02}.txt").write_text(f"Report {number}\n\n{WIRE}", encoding="utf-8")
    (reports / "16.txt").write_text("SLOW is the road. Nobody knows why it is so.\n", encoding="utf-8")
    command = [sys.executable, "-m", "tests.cli.fakes", "add", str(reports)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(FAKE_SECONDS="3"), cwd=tmp_path
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline()
        time.sleep(0.5)
        run.send_signal(signal.SIGINT)
        rest, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"interrupted; what follows was done until then" in said
    kept = 1 + len(rest.splitlines())
    (reports / "16.txt").unlink()
    found = told(onrecord("add", reports, "--json", cwd=tmp_path))
    # The last few may have been kept and not printed any more.
    assert found["already_there"] >= kept
    assert found["added"] + found["already_there"] == 23


def test_help_of_every_command_imports_nothing_that_takes_long() -> None:
    asked = (
        "import sys; sys.argv = ['onrecord', sys.argv[1], '--help']\n"
        "from onrecord.cli.main import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted({'numpy', 'onnxruntime', 'sqlalchemy', 'trafilatura', 'lxml', 'alembic'} & set(sys.modules)))"
    )
    for name in ("add", "find", "show", "list", "follow", "refresh", "retry", "verify", "purge", "metadata"):
        done = subprocess.run(
            [sys.executable, "-c", asked, name], capture_output=True, text=True, env=environment(), cwd=ROOT, check=True
        )
        assert done.stdout.splitlines()[-1] == "[]", (name, done.stdout)
        assert "Exit status:" in done.stdout
