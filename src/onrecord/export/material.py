"""What an export is made of, where it goes, and the account of what became of everything: shared by all formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from onrecord.record import Claim, Copies, Filter, Happening, Judgement, Record
from onrecord.record.original import Capture

__all__ = ["Account", "Format", "Head", "LeftOut", "Material", "Reported", "Sink"]


@dataclass(frozen=True, slots=True)
class Head:
    """The newest row of a ledger's custody log, which tells in which state the ledger was.

    Attributes:
        sequence: Its number.
        hash: Its hash, which holds those of all rows before.
        at: When it was written, ISO 8601 in UTC.
    """

    sequence: int
    hash: str
    at: str


@dataclass(frozen=True, slots=True)
class Reported:
    """A report of a ledger with its newest reading.

    Attributes:
        id: Its id in the ledger ("r12").
        reading: Id of the reading ("r12.1").
        sha256: Hash of its bytes, in hexadecimal digits.
        added: When it was added, ISO 8601 in UTC.
        record: What was read in it, exactly as the ledger keeps it.
        captures: How its bytes were taken, each time, where that is at hand.
        sha1: The older hash of its bytes, where it is at hand; some formats take no other.
    """

    id: str
    reading: str
    sha256: str
    added: str
    record: Record
    captures: tuple[Capture, ...] = ()
    sha1: str | None = None


class Material(Protocol):
    """What is given out: what of a ledger is within the filter, in a fixed order. Each call begins anew, and streams."""

    @property
    def filter(self) -> Filter:
        """Which part of the ledger this is."""

    def iter_reports(self) -> Iterator[Reported]:
        """Reports within the filter, in the order in which they were added."""

    def iter_claims(self) -> Iterator[Claim]:
        """Claims within the filter, the contested first."""

    def iter_happenings(self) -> Iterator[Happening]:
        """Happenings within the filter, by when they were."""

    def iter_copies(self) -> Iterator[Copies]:
        """Copy families of which a report is within the filter."""

    def iter_claims_on(self, happening: Happening) -> Iterator[Claim]:
        """Claims that rest on the words for a happening, within the filter or not."""

    def find_report(self, document: str) -> Reported | None:
        """The report of a document ("sha256:…"), within the filter or not; claims and happenings name documents."""

    def iter_judgements(self) -> Iterator[Judgement]:
        """What people decided about reports within the filter and their parts, in order."""

    def find_head(self) -> Head | None:
        """The newest row of the custody log, if there is a log."""


class Sink(Protocol):
    """Where an export goes: one file, a folder or a zip."""

    def file(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Opens a new file to be written from its beginning to its end; one at a time."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is in no row of an export.

    Attributes:
        kind: What it is: report, statement, incident, happening, claim, event, place, actor, relation, time or judgement.
        id: Its id in the ledger, or within its record ("r12 e3").
        reason: Why, in words that are the same for all that are left out for the same reason.
    """

    kind: str
    id: str
    reason: str


@dataclass(slots=True)
class Account:
    """The reconciliation of one export: everything that was considered was written or left out, with the reason.

    Attributes:
        written: How many rows or objects of each kind were written.
        left_out: What was not.
        redacted: How much was taken out of what was written, by what it was.
    """

    written: Counter[str] = field(default_factory=Counter)
    left_out: list[LeftOut] = field(default_factory=list)
    redacted: Counter[str] = field(default_factory=Counter)

    def wrote(self, kind: str, many: int = 1) -> None:
        """Counts what was written."""
        self.written[kind] += many

    def leave_out(self, kind: str, id_: str, reason: str) -> None:
        """Notes what is in no row, and why."""
        self.left_out.append(LeftOut(kind, id_, reason))

    def reasons(self) -> Mapping[tuple[str, str], int]:
        """How many of which kind were left out for which reason, the most first."""
        return dict(Counter((one.kind, one.reason) for one in self.left_out).most_common())


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be given out.

    Attributes:
        name: What it is called on the command line and on screen ("ucdp").
        title: What it is, in a few words.
        suffix: Ending of its file; "" where it is several files, which make a folder or a zip.
        media_type: Of its file.
        write: Writes it: material in, files into the sink; the account is kept on the way.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    write: Callable[[Material, Sink, Account], None]
