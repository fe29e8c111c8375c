"""A ledger in a file: what cannot be one is refused before anything is written."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import (
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    LedgerLocked,
    LedgerMissing,
    LedgerReadOnly,
    LedgerUnreachable,
    NotALedger,
)
from onrecord.ledger import open_ledger
from tests.ledger.reports import original, record


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE places (name TEXT)")
    connection.close()


OTHERS = {
    "text": lambda path: path.write_text("no database\n" * 100),
    "nearly": lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000),
    "foreign": foreign,
    "folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_no_ledger_is_refused_and_left_as_it_is(tmp_path: Path, kind: str, read_only: bool) -> None:
    path = tmp_path / "onrecord.db"
    OTHERS[kind](path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises((NotALedger, LedgerDamaged)) as caught:
        open_ledger(path, create=True, read_only=read_only)
    assert str(caught.value).startswith(str(path))
    assert (path.read_bytes() if path.is_file() else None) == before


def test_an_empty_file_becomes_a_ledger_only_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    path.touch()
    with pytest.raises(NotALedger):
        open_ledger(path)
    open_ledger(path, create=True).close()
    open_ledger(path).close()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissing, match="is not there; make it first"):
        open_ledger(tmp_path / "away" / "onrecord.db", create=True)


def test_odd_names_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=ro&b#%41 é.db"
    with open_ledger(path, create=True) as ledger:
        ledger.add(original(), record())
    assert path.is_file()
    assert (tmp_path / "a?mode=ro&b#%41 é.originals").is_dir()


def test_originals_lie_beside_the_file(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "onrecord.db", create=True) as ledger:
        ledger.add(original(), record())
    sha256 = original().sha256
    assert (tmp_path / "onrecord.originals" / sha256[:2] / sha256[2:4] / sha256).is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"onrecord.db", "onrecord.originals"}


def test_a_file_that_may_not_be_written_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_ledger(path, create=True) as ledger:
        ledger.add(original(), record())
    path.chmod(0o444)
    with pytest.raises(LedgerReadOnly, match="change its permissions"):
        open_ledger(path)
    with open_ledger(path, read_only=True) as ledger:
        assert ledger.get_record("r1") == record()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_a_ledger_in_a_folder_of_somebody_else_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    path = folder / "onrecord.db"
    with open_ledger(path, create=True) as ledger:
        ledger.add(original(), record())
    for each in (tmp_path, *tmp_path.parents):
        if each != Path("/"):
            each.chmod(each.stat().st_mode | 0o555)
    code = (
        f"import os, sqlalchemy.dialects.sqlite.pysqlite\n"
        f"from onrecord.ledger import open_ledger\n"
        f"os.setgid(65534); os.setuid(65534)\n"
        f"print(len(list(open_ledger({str(path)!r}, read_only=True).find('bridge'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "2\n", done.stderr


def test_a_database_that_is_full_is_a_clean_error(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "onrecord.db", create=True) as ledger:
        ledger.add(original(), record())
        with ledger._store.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(LedgerFull, match="nothing of this was written"):
            ledger.add(original("word " * 90_000), record("word " * 90_000))
        assert ledger.count().reports == 1
        assert [f.damage for f in ledger.verify()] == [False]


@pytest.mark.parametrize("flaw", range(8))
def test_a_damaged_file_is_named_or_read_right(tmp_path: Path, flaw: int) -> None:
    path = tmp_path / "onrecord.db"
    with open_ledger(path, create=True) as ledger:
        for number in range(5):
            ledger.add(original(f"Report {number}. " * 50), record(f"Report {number}. " * 50))
    content = bytearray(path.read_bytes())
    at = 4096 + (len(content) - 4096) * flaw // 8
    content[at : at + 3000] = b"\xa5" * 3000
    path.write_bytes(content)
    try:
        with open_ledger(path) as ledger:
            # Where nothing is found the blow fell on bytes that hold nothing.
            if not any(finding.damage for finding in ledger.verify()):
                texts = [f"Report {number}. " * 50 for number in range(5)]
                assert [ledger.get_record(r.id) for r in ledger.iter_reports()] == [record(words) for words in texts]
    except LedgerError as error:
        assert str(path) in str(error)  # noqa: PT017


def test_a_purge_while_somebody_reads_says_so_and_is_finished_later(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_ledger(path, create=True, timeout=0.2) as ledger, open_ledger(path, read_only=True) as reader:
        ledger.add(original("Zanubia spoke."), record("Zanubia spoke."))
        reports = reader.iter_reports()
        next(reports)
        with pytest.raises(LedgerLocked, match="another program still reads"):
            ledger.purge("r1", "safety")
        assert not list(tmp_path.rglob(original("Zanubia spoke.").sha256))
        reports.close()
        with open_ledger(path) as other:
            assert other.count().purged == 1
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"anubia" in path.read_bytes()]


def test_postgres_without_its_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerUnreachable, match=r"pip install 'onrecord\[postgres\]'"):
        open_ledger("postgresql://localhost/ledger")
