"""The command as a process, with a reader that needs no model: streams, exit status, reconciliation."""

from __future__ import annotations

import gzip
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.record import loads

ROOT = Path(__file__).resolve().parents[2]
REPORT = "Bridge held\n\nMayor Brun said “the bridge is ours”. Colonel Vesh said Captain Orr denied firing.\n"


def environment(**values: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ONRECORD_", "LC_", "LANG"))}
    return kept | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]), "COLUMNS": "100"} | values


def onrecord(
    *arguments: str | Path, stdin: bytes = b"", module: str = "tests.cli.fakes", cwd: Path | None = None, **values: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        input=stdin, capture_output=True, env=environment(**values), cwd=cwd, timeout=300, check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(REPORT, encoding="utf-8")
    (reports / "b.html").write_text(f"<html><body><article><p>{REPORT}</p></article></body></html>", encoding="utf-8")
    (reports / "c.docx").write_bytes(b"PK")
    (reports / "d.txt").write_bytes(b"")
    (reports / "e.txt").write_text("The FAULT is here. Nobody knows why it is so.\n", encoding="utf-8")
    return reports


def test_json_lines_are_alone_on_standard_output_and_the_reconciliation_adds_up(folder: Path) -> None:
    done = onrecord("read", "--json", folder)
    assert done.returncode == 1
    records = [loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert [len(record.statements) for record in records] == [3, 3]
    assert all(record.document.id.startswith("sha256:") for record in records)
    lines = done.stderr.decode().splitlines()
    assert lines[0] == "5 found: read 2, skipped 1, failed 2"
    assert re.search(r"skipped .*c\.docx: ", lines[1])
    assert re.search(r"failed .*d\.txt: UnreadableInput: .*empty", lines[2])
    assert re.search(r"failed .*e\.txt: ValueError: .*the fake was told to fail.*fault in onrecord", lines[3])
    told = json.loads(lines[-1])
    assert told["found"] == told["read"] + len(told["skipped"]) + len(told["failed"]) == 5
    assert {Path(item["name"]).name: item["error"] for item in told["failed"]} == {
        "d.txt": "UnreadableInput",
        "e.txt": "ValueError",
    }


def test_the_table_in_a_pipe_is_plain_text_as_wide_as_asked(folder: Path) -> None:
    done = onrecord("read", folder / "a.txt")
    table = done.stdout.decode("utf-8")
    assert done.returncode == 0
    assert "\x1b" not in table
    assert max(map(len, table.splitlines())) <= 100
    assert "└ Orr" in table
    assert "“the bridge is ours”" in table
    assert done.stderr.decode() == "1 found: read 1, skipped 0, failed 0\n"
    assert onrecord("read", folder / "a.txt", "--quiet").stderr == b""
    narrow = onrecord("read", folder / "a.txt", COLUMNS="40").stdout.decode("utf-8")
    assert max(map(len, narrow.splitlines())) <= 40


def test_an_ascii_output_gets_ascii(folder: Path) -> None:
    done = onrecord("read", folder / "a.txt", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert '"the bridge is ours"' in done.stdout.decode("ascii")
    as_json = onrecord("read", "--json", folder / "a.txt", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "“the bridge is ours”" in as_json.stdout.decode("utf-8")


def test_standard_input_and_records_go_in(tmp_path: Path) -> None:
    assert "Mayor Brun" in onrecord("read", "-", stdin=REPORT.encode()).stdout.decode("utf-8")
    text = " \ufeffMayor Brun said it is so.\r\n\tEnd  "
    given = {"schema": "onrecord/1", "document": {"id": "own:7", "text": text, "publisher": "Post", "corpus": "ours"}}
    packed = tmp_path / "gold.jsonl.gz"
    packed.write_bytes(gzip.compress((json.dumps(given) + "\nnot json\n").encode()))
    done = onrecord("read", "--json", packed)
    assert done.returncode == 1
    (line,) = done.stdout.decode("utf-8").splitlines()
    document = json.loads(line)["document"]
    assert document["text"] == text
    assert (document["id"], document["publisher"], document["corpus"]) == ("own:7", "Post", "ours")
    assert json.loads(line)["statements"][0]["content"]["spans"][0]["text"] == "it is so"
    assert "gold.jsonl.gz line 2" in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["read"], 2, "Missing argument"),
        (["read", "--nonsense", "x"], 2, "No such option"),
        (["read", "absent.txt"], 1, "absent.txt: UnreadableInput: cannot be opened"),
        (["read", "empty"], 3, "0 found"),
        (["read", "report.txt", "--html", "no/such/page.html"], 2, "page cannot be written there"),
        (["read", "report.txt", "--html", "report.txt"], 2, "one of the reports"),
        (["read", "report.txt", "--html", "-"], 2, "a page goes to a file"),
        (["read", "report.txt", "--threads", "-3"], 2, "threads"),
        (["read", "report.txt", "--model", "empty"], 2, "manifest.json"),
    ],
)
def test_exit_status(arguments: list[str], status: int, words: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "report.txt").write_text("Mayor Brun said SLOW.\n")
    done = onrecord(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (status, b"")
    assert words in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_setting_in_the_environment_that_is_wrong_is_named(tmp_path: Path) -> None:
    done = onrecord("read", "x.txt", ONRECORD_TREADS="2", cwd=tmp_path)
    assert done.returncode == 2
    assert "ONRECORD_TREADS: there is no such setting; did you mean ONRECORD_THREADS?" in done.stderr.decode()


def test_a_page_is_written_and_is_not_read_the_next_time(folder: Path) -> None:
    page = folder / "page.html"
    for _ in range(2):
        done = onrecord("read", folder, "--html", page)
        assert done.stdout == b""
        assert done.returncode == 1
    assert "page.html: the page that is being written" in done.stderr.decode()
    text = page.read_text(encoding="utf-8")
    assert text.count("<article ") == 2
    assert "the fake was told to fail" in text
    assert {path.name for path in folder.iterdir()} == {"a.txt", "b.html", "c.docx", "d.txt", "e.txt", "page.html"}


def test_bad_reports_each_get_a_line_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "1-binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "2-word.txt").write_text("Hm")
    (tmp_path / "3-attributes.html").write_text("<p " + " ".join(f"a{k}=1" for k in range(80_000)) + ">x</p>")
    (tmp_path / "4-french.txt").write_text(
        "Le maire a déclaré que le pont était ouvert et que personne ne l'avait traversé depuis la nuit dernière.\n"
    )
    (tmp_path / "5-large.txt").write_text("word " * 300_000)
    done = onrecord("read", tmp_path)
    told = done.stderr.decode()
    assert done.returncode == 1
    assert "5 found: read 2, skipped 0, failed 3" in told
    for name, kind in (("1-binary", "UnreadableInput"), ("3-attributes", "RefusedInput"), ("5-large", "TooLarge")):
        assert re.search(rf"failed .*{name}\.\w+: {kind}: .{{20}}", told), name
    table = done.stdout.decode("utf-8")
    assert table.count("no statement was found in it") == 2
    assert "language: fr" in table
    assert "is not English" in table


def test_a_closed_output_ends_the_run_quietly(tmp_path: Path) -> None:
    for k in range(60):
        (tmp_path / f"{k}.txt").write_text(REPORT * 20, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cli.fakes", "read", "--json", tmp_path],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(FAKE_SECONDS="3"),
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait(300) == 141
    assert told == b""


def test_interrupting_tells_what_was_done_and_leaves_no_page(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for k in range(9):
        (reports / f"{k}.txt").write_text(REPORT if k < 8 else "Mayor Brun said SLOW.\n", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cli.fakes", "read", "--json", reports, "--html", tmp_path / "page.html"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(FAKE_SECONDS="3"),
        # Tests may run where interrupts are ignored, which a child inherits.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        for _ in range(8):
            process.stdout.readline()
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
        assert process.wait(300) == 130
    assert "interrupted" in told
    assert "8 found: read 8, skipped 0, failed 0" in told
    assert "Traceback" not in told
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]


def in_terminal(*arguments: str | Path) -> str:
    """What a person sees who runs the command in a terminal."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cli.fakes", *map(str, arguments)],
        stdin=slave, stdout=slave, stderr=slave, env=environment(TERM="xterm"), close_fds=True,
    ) as process:  # fmt: skip
        os.close(slave)
        seen = b""
        while select.select([master], [], [], 300)[0]:
            try:
                seen += os.read(master, 65_536)
            except OSError:
                break
        process.wait(300)
    os.close(master)
    return seen.decode("utf-8")


def test_a_terminal_has_a_bar_for_many_reports_and_none_for_one(folder: Path) -> None:
    seen = in_terminal("read", folder)
    assert "reading" in seen
    assert re.search(r"\d/5", seen)
    assert "└ Orr" in re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", seen)
    assert "5 found: read 2, skipped 1, failed 2" in seen
    assert "reading" not in in_terminal("read", folder / "a.txt")


def test_version_and_help_come_from_the_module_too() -> None:
    assert re.fullmatch(rb"onrecord \d+\.\d+\.\d+\n", onrecord("--version", module="onrecord").stdout)
    shown = onrecord("read", "--help", module="onrecord").stdout.decode()
    assert "Usage: onrecord read [OPTIONS]" in shown
    assert re.search(r"^ +1 +something could not be read", shown, re.MULTILINE)


def test_help_imports_nothing_that_takes_long() -> None:
    asked = (
        "import sys; sys.argv = ['onrecord', 'read', '--help']; from onrecord.cli.main import main\n"
        "try: main()\nexcept SystemExit: print(sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, env=environment(), check=True)
    loaded = set(re.findall(r"'(\w+)'", done.stderr))
    assert "typer" in loaded
    assert not loaded & {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "py3langid", "rich"}
