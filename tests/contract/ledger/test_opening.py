"""Opening: what is no ledger is left as it is, and whoever may not write is told so."""

from __future__ import annotations

import multiprocessing
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from onrecord.errors import LedgerLocked, LedgerMissing, LedgerReadOnly, LedgerTooNew, LedgerTooOld, LedgerUnreachable
from onrecord.ledger import Ledger, open_ledger
from onrecord.ledger.linking.tables import LINKING
from onrecord.ledger.migrate import NEWEST, VERSION_TABLE, migrate, version_of
from onrecord.ledger.tables import METADATA
from onrecord.record import Chain, Mention, Record, Relation
from tests.contract.ledger.conftest import Place
from tests.ledger.reports import TEXT, original, record, span

LATER = """
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    op.execute("ALTER TABLE reports ADD COLUMN later TEXT")
    op.execute("UPDATE reports SET later = title")
    {last}
"""


def set_version(ledger: Ledger, version: str) -> None:
    with ledger._store.writing() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '{version}'"))


@pytest.fixture
def empty(place: Place, tmp_path: Path) -> Place:
    """A place at which there is nothing yet."""
    if place.server is None:
        return place
    return Place(place.server.empty_schema(), place.originals, place.database, place.files, place.server)


def test_where_there_is_none_one_is_made_only_if_asked(empty: Place) -> None:
    with pytest.raises(LedgerMissing, match="`onrecord add` makes one"):
        empty.open(create=False)
    with pytest.raises(LedgerMissing):
        empty.open(read_only=True)
    empty.open().close()
    with empty.open(create=False) as ledger:
        assert ledger.head() == (0, "0" * 64)
        assert not list(ledger.verify())


def test_the_schema_that_is_made_is_the_one_that_the_program_knows(empty: Place) -> None:
    with empty.open() as ledger, ledger._store.reading() as connection:

        def ours(name: str | None, type_: str, *_: object) -> bool:
            return type_ != "table" or name in METADATA.tables

        # Words and trigrams are indexed by what only each database has.
        options = {"include_name": ours, "compare_type": True}
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), METADATA)
        assert [d for d in differences if "ix_sentences_trigrams" not in str(d)] == []


def test_a_later_schema_is_refused_and_left_as_it_is(place: Place) -> None:
    with place.open() as ledger:
        ledger.add(original(), record())
        set_version(ledger, "0999")
    for read_only in (True, False):
        with pytest.raises(LedgerTooNew, match=r"has schema 0999.*update onrecord"):
            place.open(read_only=read_only)
    store_version(place, NEWEST)
    with place.open() as ledger:
        assert ledger.get_record("r1") == record()


def store_version(place: Place, version: str) -> None:
    """Sets the version behind the program's back."""
    from onrecord.ledger import connect

    store = connect.Store("x", database_of(place), Path("x") if place.server is None else None, False, 5)
    with store.writing() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '{version}'"))
    store.database.dispose()


def database_of(place: Place):  # type: ignore[no-untyped-def]
    from onrecord.ledger import postgres, sqlite

    if place.server is None:
        return sqlite.open_sqlite(Path(place.where), read_only=False, timeout=5)
    return postgres.open_postgres(place.where, read_only=False, timeout=5)


def test_an_earlier_schema_is_refused_for_reading_only(place: Place) -> None:
    place.open().close()
    store_version(place, "0000")
    with pytest.raises(LedgerTooOld, match="open it for writing once"):
        place.open(read_only=True)
    store_version(place, NEWEST)


def test_a_ledger_of_the_first_schema_gets_what_came_later(empty: Place) -> None:
    with empty.open() as ledger:
        ledger.add(original(), fights(record()))
        with ledger._store.writing() as connection:
            for name in (
                "what_happened",
                "figures",
                "what_holds",
                "contested_claims",
                "who_tells_of_it",
                "judged_pairs",
            ):
                connection.execute(text(f"DROP VIEW {name}"))
            for table in reversed(LINKING):
                connection.execute(text(f"DROP TABLE {table.name}"))
            connection.execute(text("DROP TABLE relations"))
            connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0001'"))
    with pytest.raises(LedgerTooOld):
        empty.open(read_only=True)
    with empty.open() as ledger:
        assert not list(ledger.verify())
        with ledger._store.reading() as connection:
            assert connection.execute(text("SELECT kind, source, target_chain, text FROM relations")).all() == [
                ("fights", "r1.1.m1", "r1.1.c2", "denied")
            ]


def fights(some: Record) -> Record:
    """The record with two actors and a relation between them."""
    words = [span(TEXT, "The army"), span(TEXT, "Colonel Idris Haddad")]
    return replace(
        some,
        mentions=tuple(Mention(f"m-{at}", one, "organisation", "name", f"c-{at}") for at, one in enumerate(words)),
        chains=tuple(Chain(f"c-{at}", "organisation", one.text, (f"m-{at}",)) for at, one in enumerate(words)),
        relations=(Relation("r-1", "fights", "m-0", "m-1", "c-0", "c-1", span(TEXT, "denied")),),
    )


@pytest.mark.parametrize("last", ["raise OSError('stopped')", "op.execute('no SQL')", "import sys; sys.exit()"])
def test_a_migration_that_is_stopped_leaves_the_schema_as_it_was(empty: Place, tmp_path: Path, last: str) -> None:
    scripts = later_scripts(tmp_path, last)
    with empty.open() as ledger:
        ledger.add(original(), record())
        with pytest.raises(BaseException), ledger._store.writing() as connection:  # noqa: PT011, B017
            migrate(connection, scripts)
        with ledger._store.reading() as connection:
            assert version_of(connection) == NEWEST
        assert not list(ledger.verify())
        migrate_whole = later_scripts(tmp_path, "pass")
        with ledger._store.writing() as connection:
            migrate(connection, migrate_whole)
        with ledger._store.reading() as connection:
            assert version_of(connection) == "0999"
            assert connection.execute(text("SELECT later FROM reports")).scalar() == "Army denies retreat"


def later_scripts(folder: Path, last: str) -> Path:
    """The released migrations, and one that is not."""
    import shutil

    from onrecord.ledger import migrate as module

    scripts = folder / "migrations"
    shutil.copytree(Path(module.__file__).parent / "migrations", scripts, dirs_exist_ok=True)
    later = LATER.format(revision="0999", before=NEWEST, last=last)
    (scripts / "versions" / "0999_later.py").write_text(later, encoding="utf-8")
    shutil.rmtree(scripts / "versions" / "__pycache__", ignore_errors=True)
    return scripts


def test_what_is_opened_for_reading_is_not_written(place: Place) -> None:
    with place.open() as ledger:
        ledger.add(original(), record())
    with place.open(read_only=True) as ledger:
        assert ledger.get_record("r1") == record()
        assert len(list(ledger.find("bridge"))) == 2
        assert not list(ledger.verify())
        with pytest.raises(LedgerReadOnly, match="opened for reading only"):
            ledger.add(original("other"), record("other"))


def test_a_second_writer_waits(place: Place) -> None:
    with place.open() as one, place.open() as other:
        with one._store.writing():
            thread = threading.Thread(target=lambda: other.add(original(), record()))
            thread.start()
            time.sleep(0.3)
            assert one.count().reports == 0
            assert thread.is_alive()
        thread.join(30)
        assert one.count().reports == 1


def test_a_second_writer_is_refused_after_its_time(place: Place) -> None:
    with place.open() as one, place.open(timeout=0.2) as other, one._store.writing():
        with pytest.raises(LedgerLocked, match=r"another program was writing.*wait until it is done"):
            other.add(original(), record())
        assert other.count().reports == 0


def add_some(where: str, originals: Path, start: int, count: int) -> None:
    with open_ledger(where, originals=originals, create=True, timeout=120) as ledger:
        for number in range(start, start + count):
            ledger.add(original(f"Report {number}."), record(f"Report {number}."))


def test_two_programs_on_one_ledger_lose_nothing(empty: Place) -> None:
    context = multiprocessing.get_context("spawn")
    # Half of what they add is the same, and both make the ledger.
    both = [context.Process(target=add_some, args=(empty.where, empty.originals, start, 10)) for start in (0, 5)]
    for each in both:
        each.start()
    for each in both:
        each.join(120)
    assert [each.exitcode for each in both] == [0, 0]
    with empty.open(create=False) as ledger:
        assert sorted(ledger.get_record(r.id).document.text for r in ledger.iter_reports()) == sorted(
            f"Report {number}." for number in range(15)
        )
        assert not list(ledger.verify())


def test_several_that_make_one_ledger_at_the_same_moment_all_get_it(tmp_path: Path) -> None:
    def make(where: Path, ready: threading.Barrier) -> None:
        ready.wait(30)
        with open_ledger(where, create=True) as ledger:
            opened.append(ledger.head()[0])

    opened: list[int] = []
    for turn in range(10):
        ready = threading.Barrier(4)
        threads = [threading.Thread(target=make, args=(tmp_path / f"{turn}.db", ready)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert opened == [0] * 40


def test_threads_share_a_ledger(ledger: Ledger) -> None:
    def add(start: int) -> None:
        for number in range(start, start + 5):
            ledger.add(original(f"Report {number}."), record(f"Report {number}."))
            assert ledger.get_record("r1")

    threads = [threading.Thread(target=add, args=(start,)) for start in (0, 10, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert ledger.count().reports == 15
    assert not list(ledger.verify())


@pytest.mark.parametrize(
    "where", ["postgresql://onrecord@localhost:1/none", "postgresql://:bad:/x", "postgresql://h:99999999/x"]
)
def test_a_database_that_does_not_answer_is_named(where: str) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(LedgerUnreachable):
        open_ledger(where, create=True, timeout=1)


def test_a_message_never_holds_the_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(LedgerUnreachable) as caught:
        open_ledger("postgresql://onrecord:secret@localhost:1/none", timeout=1)
    assert "secret" not in str(caught.value)
