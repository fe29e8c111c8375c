"""The ledger: what one opens, adds to, finds in and closes."""

from __future__ import annotations

import getpass
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from sqlalchemy import Connection, select

from onrecord.errors import NotInLedger
from onrecord.ledger import adding, failing, feeds, listing
from onrecord.ledger import purge as purging
from onrecord.ledger.adding import Added
from onrecord.ledger.browsing.face import Browsing
from onrecord.ledger.connect import Store, open_store
from onrecord.ledger.custody import Log, Step, find_newest_step, head_of, iter_steps, moment
from onrecord.ledger.datasette import metadata_of, to_yaml
from onrecord.ledger.failing import Failure
from onrecord.ledger.feeds import Feed
from onrecord.ledger.judging.face import Judgings
from onrecord.ledger.linking.face import Linkings
from onrecord.ledger.listing import Counts, Report, StatementInReport
from onrecord.ledger.originals import Originals
from onrecord.ledger.postgres import database_of, is_address
from onrecord.ledger.search import Hit, Sought, find
from onrecord.ledger.tables import RECORDS, REPORTS
from onrecord.ledger.verify import Finding, verify
from onrecord.record.codec import loads
from onrecord.record.original import Capture, Original
from onrecord.record.provenance import Reader
from onrecord.record.record import Record

_REPORT: Final = re.compile(r"r\d+")
_READING: Final = re.compile(r"r\d+\.\d+")
_STATEMENT: Final = re.compile(r"(?P<reading>(?P<report>r\d+)\.\d+)\.s(?P<at>\d+)")


def open_ledger(
    where: str | Path,
    *,
    create: bool = False,
    read_only: bool = False,
    originals: Path | None = None,
    timeout: float = 30.0,
    who: str | None = None,
) -> Ledger:
    """Opens a ledger.

    Args:
        where: Its file, or the address of a PostgreSQL database (postgresql://host/name).
        create: Whether one is made where there is none.
        read_only: Whether nothing may be written.
        originals: The folder of originals; by default beside the file, or in the working folder, named after the ledger.
        timeout: Seconds to wait while another program writes.
        who: Who writes, for the custody log; by default the name of the user.

    Raises:
        LedgerError: It cannot be opened; the message says why and what to do.
    """
    name = str(where)
    store = open_store(name, create=create, read_only=read_only, timeout=timeout)
    if originals is None:
        originals = Path(f"{database_of(name)}.originals") if is_address(name) else _beside(Path(name))
    kept = Originals(originals)
    if not read_only:
        purging.finish_interrupted(store, kept)
    return Ledger(store, kept, who or _user())


class Ledger(Browsing, Judgings, Linkings):
    """Reports, what was read in them, and everything that was done with both. Made by `open_ledger`.

    It may be used by several threads; each call is a transaction of its own.
    """

    def __init__(self, store: Store, originals: Originals, who: str) -> None:
        self._store = store
        self._originals = originals
        self._who = who
        self._swept = False

    @property
    def where(self) -> str:
        """Its place, for messages."""
        return self._store.where

    @property
    def who(self) -> str:
        """Who writes, for the custody log."""
        return self._who

    @property
    def originals(self) -> Originals:
        """Where its originals are kept."""
        return self._originals

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database."""
        self._store.database.dispose()

    def add(self, original: Original, record: Record, *, at: datetime | None = None) -> Added:
        """Adds a report; when this returns, it outlives whatever happens to the program.

        Args:
            original: Its bytes and how they came.
            record: What was read in them.
            at: When; now, if nothing is said.

        Raises:
            LedgerError: It could not be added; nothing of it was.
            RecordError: The record cannot be written as JSON.
        """
        return self.add_many([(original, record)], at=at)[0]

    def add_many(self, reports: Sequence[tuple[Original, Record]], *, at: datetime | None = None) -> list[Added]:
        """Adds several reports in one transaction: all of them or none; see `add`."""
        with self._store.writing() as connection:
            log = self._log(connection, at)
            return [adding.add(connection, self._originals, original, record, log) for original, record in reports]

    def capture(self, original: Original, *, at: datetime | None = None) -> Added | None:
        """Writes down that a report that is there came once more; None where there is none with these bytes.

        Raises:
            Purged: It was purged before.
            LedgerError: It could not be written down.
        """
        with self._store.writing() as connection:
            return adding.capture(connection, original, self._log(connection, at))

    def known(self, sha256s: Iterable[str], reader: Reader | None) -> set[str]:
        """Which originals have nothing left to do: this reader has read them, or they were purged.

        Args:
            sha256s: Hashes of originals.
            reader: Name, version and hash of the weights count.
        """
        with self._store.reading() as connection:
            return adding.known(connection, sha256s, reader)

    def get_record(self, id_: str) -> Record:
        """Gives a record back exactly as it was added.

        Args:
            id_: A reading ("r12.1"), or a report ("r12") for its newest reading.

        Raises:
            NotInLedger: There is none.
        """
        with self._store.reading() as connection:
            reading: str | None = id_
            if _REPORT.fullmatch(id_):
                reading = connection.scalar(select(REPORTS.c.latest_reading).where(REPORTS.c.id == id_))
            elif not _READING.fullmatch(id_):
                raise NotInLedger(f"{id_!r} is no id of a report (r12) or a reading (r12.1)")
            line = connection.scalar(select(RECORDS.c.record).where(RECORDS.c.reading == reading))
        if line is None:
            raise NotInLedger(f"{id_}: there is nothing of this id in {self.where}")
        return loads(line, name=id_)

    def get_original(self, report_id: str) -> Original:
        """The bytes of a report, as they were first captured.

        Raises:
            LedgerDamaged: They are gone or were changed.
            NotInLedger: There is no such report.
        """
        with self._store.reading() as connection:
            return listing.get_original(connection, self._originals, listing.get_report(connection, report_id))

    def get_report(self, report_id: str) -> Report:
        """A report by its id, or by the hash of its bytes.

        Raises:
            NotInLedger: There is none; if it was purged, the message says so.
        """
        with self._store.reading() as connection:
            return listing.get_report(connection, report_id)

    def get_statement(self, statement_id: str) -> StatementInReport:
        """A statement ("r12.1.s3") with the report that it stands in.

        Raises:
            NotInLedger: There is none.
        """
        match = _STATEMENT.fullmatch(statement_id)
        if match is None:
            raise NotInLedger(f"{statement_id}: is no id of a statement; they are like r12.1.s3")
        record, at = self.get_record(match["reading"]), int(match["at"])
        if not 1 <= at <= len(record.statements):
            raise NotInLedger(f"{statement_id}: {match['reading']} has {len(record.statements)} statements")
        return StatementInReport(statement_id, record.statements[at - 1], self.get_report(match["report"]), record)

    def iter_reports(
        self, *, publisher: str | None = None, since: str | None = None, until: str | None = None
    ) -> Iterator[Report]:
        """Reports in the order in which they were added.

        Args:
            publisher: Only those of this outlet.
            since: ISO date; only those published then or later.
            until: ISO date; only those published then or before.
        """
        with self._store.reading() as connection:
            yield from listing.iter_reports(connection, publisher=publisher, since=since, until=until)

    def iter_captures(self, report_id: str) -> Iterator[tuple[str, Capture | None]]:
        """How a report was captured, each time: what it was called, and the capture."""
        with self._store.reading() as connection:
            yield from listing.iter_captures(connection, report_id)

    def count(self) -> Counts:
        """How much is in the ledger."""
        with self._store.reading() as connection:
            return listing.count(connection)

    def find(  # noqa: PLR0913 (each is an option of the search)
        self,
        words: str,
        *,
        speaker: str | None = None,
        publisher: str | None = None,
        since: str | None = None,
        until: str | None = None,
        form: str | None = None,
        speech_act: str | None = None,
        certainty: str | None = None,
        event: str | None = None,
        status: str | None = None,
        limit: int | None = 50,
    ) -> Iterator[Hit]:
        """Finds sentences of the newest readings in which all the words stand, the newest reports first.

        Case and accents do not matter. Nothing in `words` is an operator, but "quotation marks" keep words together, and
        `shell*` stands for any ending.

        Args:
            words: What to look for.
            speaker: Part of the name of the one who speaks there.
            publisher: Part of the name of the outlet.
            since: ISO date; only reports published then or later.
            until: ISO date; only reports published then or before.
            form: Form of the statement that the words stand in.
            speech_act: Its speech act.
            certainty: Its certainty.
            event: Type of an event that the sentence tells of.
            status: What that event is told as.
            limit: The most hits; None for all.

        Raises:
            LedgerError: There is no word to look for.
        """
        sought = Sought(words, speaker, publisher, since, until, form, speech_act, certainty, event, status)
        with self._store.reading() as connection, closing(find(connection, sought)) as hits:
            yield from islice(hits, limit)

    def fail(
        self,
        name: str,
        error: str,
        reason: str,
        *,
        original: Original | None = None,
        capture: Capture | None = None,
        at: datetime | None = None,
    ) -> str:
        """Writes down that something could not be added; adding it later closes that.

        Args:
            name: What it was called when it was given.
            error: The kind of error.
            reason: The cause and what to do.
            original: Its bytes, if it came so far; they are not kept.
            capture: How it was taken, if there are no bytes.
            at: When; now, if nothing is said.

        Returns:
            The id of the failure.
        """
        with self._store.writing() as connection:
            return failing.fail(connection, name, error, reason, original, capture, self._log(connection, at))

    def iter_failures(self, *, open_only: bool = True) -> Iterator[Failure]:
        """What failed, in order; of the open ones each name once, as it failed last."""
        with self._store.reading() as connection:
            yield from failing.iter_failures(connection, open_only=open_only)

    def purge(self, report_id: str, reason: str, *, who: str | None = None, at: datetime | None = None) -> None:
        """Takes a report out for good, for somebody's safety: its bytes, its text, everything read in it and judged on it.

        What stays is a tombstone: the hash, when, who and why. It cannot be undone, and copies elsewhere are not reached.

        Args:
            report_id: The report.
            reason: Why; it stays, so it should hold no words of the report.
            who: Who purges; by default who opened the ledger.
            at: When; now, if nothing is said.

        Raises:
            NotInLedger: There is no such report.
            LedgerLocked: It is purged, but another program still reads the ledger as it was before.
        """
        with self._store.writing() as connection:
            sha256 = purging.purge(connection, report_id, reason, self._log(connection, at, who))
        purging.finish(self._store, self._originals, sha256)

    def follow(self, url: str, *, at: datetime | None = None) -> bool:
        """Follows a feed; False where it was followed already."""
        with self._store.writing() as connection:
            return feeds.follow(connection, url, self._log(connection, at))

    def iter_feeds(self) -> Iterator[Feed]:
        """The feeds that are followed, the first first."""
        with self._store.reading() as connection:
            yield from feeds.iter_feeds(connection)

    def note_feed(
        self,
        url: str,
        etag: str | None,
        last_modified: str | None,
        seen: Iterable[str],
        *,
        at: datetime | None = None,
    ) -> None:
        """Writes down how far a feed was seen.

        Raises:
            NotInLedger: It is not followed.
        """
        with self._store.writing() as connection:
            feeds.note_feed(connection, url, etag, last_modified, seen, moment(at))

    def note_export(
        self,
        object_: str,
        sha256: str,
        *,
        details: Mapping[str, Any] | None = None,
        who: str | None = None,
        at: datetime | None = None,
    ) -> int:
        """Writes into the custody log that something was given out.

        Args:
            object_: What was given out: a report's id, or the name of a format.
            sha256: Hash of what was written; of an export, of its manifest.
            details: What else is to stand there: ids, hashes and a filter, never words of a report.
            who: Who did it; by default who opened the ledger.
            at: When; now, if nothing is said.

        Returns:
            The row of the log.
        """
        with self._store.writing() as connection:
            return self._log(connection, at, who).write("export", object_, {**(details or {}), "sha256": sha256})

    def head(self) -> tuple[int, str]:
        """Sequence and hash of the newest row of the custody log: written down elsewhere, they prove all rows before."""
        with self._store.reading() as connection:
            return head_of(connection)

    def find_newest_step(self) -> Step | None:
        """The newest row of the custody log; None where nothing was done yet."""
        with self._store.reading() as connection:
            return find_newest_step(connection)

    def iter_custody(self) -> Iterator[Step]:
        """The custody log from its first row."""
        with self._store.reading() as connection:
            yield from iter_steps(connection)

    def verify(self, *, deep: bool = True) -> Iterator[Finding]:
        """Checks everything against what it must be, and repairs nothing; see `Finding`.

        Args:
            deep: Whether originals are hashed and tables made anew and compared too.
        """
        return verify(self._store, self._originals, deep=deep)

    def write_metadata(self, path: Path) -> None:
        """Writes what Datasette needs to show the ledger well, as metadata.yaml."""
        database = self._store.path.stem if self._store.path else self._store.where.rpartition("/")[2]
        path.write_text(to_yaml(metadata_of(database)), encoding="utf-8")

    def _log(self, connection: Connection, at: datetime | None = None, who: str | None = None) -> Log:
        if not self._swept:
            self._originals.sweep()
            self._swept = True
        return Log(connection, moment(at), who or self._who)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.stem if path.suffix == '.db' else path.name}.originals")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
