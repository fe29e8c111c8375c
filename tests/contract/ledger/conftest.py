"""A place for a ledger on either database. PostgreSQL is started once, in a folder of its own, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from onrecord.ledger import Ledger, open_ledger
from onrecord.ledger.migrate import NEWEST
from onrecord.ledger.tables import METADATA
from onrecord.ledger.views import VIEWS

SERVER_USER = "postgres"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ledger of a test lies."""

    where: str
    originals: Path
    database: str
    files: Path
    server: Server | None = None

    def open(self, **options: Any) -> Ledger:
        """Opens the ledger, making it where there is none."""
        return open_ledger(self.where, **{"create": True, "originals": self.originals, "who": "tester", **options})


class Server:
    """A PostgreSQL server that listens on a socket in its own folder."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self.folder = folder
        self._made = 0

    def run(self, program: str, *words: str) -> str:
        """Runs one of PostgreSQL's programs, which refuse to be run by root."""
        command = [str(self._programs / program), *words]
        if os.geteuid() == 0:
            command = ["runuser", "-u", SERVER_USER, "--", *command]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"
        return done.stdout

    def start(self) -> None:
        """Makes a cluster and starts it; what it writes need not outlive the test."""
        self.run("initdb", "-D", "cluster", "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off"
        self.run("pg_ctl", "-D", "cluster", "-o", options, "-l", "log", "-w", "-t", "60", "start")
        self.sql("CREATE EXTENSION pg_trgm")

    def stop(self) -> None:
        """Stops it."""
        self.run("pg_ctl", "-D", "cluster", "-m", "immediate", "-w", "stop")

    def empty_schema(self) -> str:
        """The address of a schema in which there is nothing yet."""
        self._made += 1
        self.sql(f"CREATE SCHEMA ledger{self._made}")
        return self._address()

    def free_schema(self) -> str:
        """The address of a schema without reports: that of the test before, emptied, if it is still whole.

        A new one for each test would be many thousand files.
        """
        schema = f"ledger{self._made}"
        there = self.sql(f"SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('{schema}')::oid").split()
        whole = {*METADATA.tables, *VIEWS} <= {*there}
        if not whole or self.sql(f"SELECT version_num FROM {schema}.schema_version").strip() != NEWEST:
            return self.empty_schema()
        deletions = "".join(f"DELETE FROM {schema}.{name};" for name in METADATA.tables)
        self.sql(f"BEGIN; SET CONSTRAINTS ALL DEFERRED; {deletions} COMMIT")
        return self._address()

    def _address(self) -> str:
        return f"postgresql://onrecord@/postgres?host={self.folder}&options=-csearch_path%3Dledger{self._made}%2Cpublic"

    def sql(self, command: str) -> str:
        """Runs a command as the owner of everything."""
        return self.run("psql", "-h", str(self.folder), "-U", "onrecord", "-d", "postgres", "-qtAc", command)


def programs_of_postgres() -> Path | None:
    """Where PostgreSQL's programs are; Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    programs = programs_of_postgres()
    if programs is None:
        pytest.skip("PostgreSQL is not installed; on Debian: apt-get install postgresql")
    pytest.importorskip("psycopg", reason="psycopg is not installed; pip install 'onrecord[postgres]'")
    folder = Path(tempfile.mkdtemp(prefix="onrecord-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, SERVER_USER, SERVER_USER)
    started = Server(programs, folder)
    started.start()
    yield started
    started.stop()
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "sqlite":
        return Place(str(tmp_path / "onrecord.db"), tmp_path / "onrecord.originals", "sqlite", tmp_path)
    server: Server = request.getfixturevalue("server")
    return Place(server.free_schema(), tmp_path / "onrecord.originals", "postgresql", server.folder, server)


@pytest.fixture
def ledger(place: Place) -> Iterator[Ledger]:
    with place.open() as opened:
        yield opened
