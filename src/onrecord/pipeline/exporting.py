"""What of a ledger is given out: material from a ledger and a filter, a place to put it, and an account of all of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from onrecord.errors import ExportError, LedgerDamaged
from onrecord.export.formats import open_format
from onrecord.export.material import Account, Format, Head, Material, Reported
from onrecord.export.recent import Recent
from onrecord.export.redacted import Redacted
from onrecord.export.sinks import FileSink, FolderSink, NowhereSink, StreamSink, Target, Written, ZipSink
from onrecord.ledger import Ledger
from onrecord.ledger.browsing.within import ReportRead
from onrecord.ledger.custody import moment
from onrecord.record import Claim, Copies, Filter, Happening, Judgement
from onrecord.version import __version__

__all__ = ["Exported", "LedgerMaterial", "export_ledger", "try_export"]

# A record takes about a megabyte.
_RECORDS: Final = 24


class LedgerMaterial:
    """What of a ledger is within a filter.

    Args:
        ledger: The ledger.
        filter: Which part of it.
    """

    def __init__(self, ledger: Ledger, filter: Filter) -> None:  # noqa: A002 (it is called so everywhere)
        self.filter = filter
        self._ledger = ledger
        self._within = ledger.within(filter)
        self._recent = Recent(self._find, _RECORDS)

    def iter_reports(self) -> Iterator[Reported]:
        """Reports, in the order in which they were added."""
        yield from map(self._reported, self._within.iter_reports())

    def iter_claims(self) -> Iterator[Claim]:
        """Claims, the contested first."""
        return self._within.iter_claims()

    def iter_happenings(self) -> Iterator[Happening]:
        """Happenings, by when they were."""
        return self._within.iter_happenings()

    def iter_copies(self) -> Iterator[Copies]:
        """Copy families of which a report is within the filter."""
        return self._within.iter_copies()

    def iter_claims_on(self, happening: Happening) -> Iterator[Claim]:
        """Claims that rest on the words for a happening, within the filter or not."""
        return self._within.iter_claims_on(happening.id)

    def find_report(self, document: str) -> Reported | None:
        """The report of a document, within the filter or not; the last few are kept at hand."""
        return self._recent.get(document)

    def iter_judgements(self) -> Iterator[Judgement]:
        """What people decided about reports within the filter and their parts."""
        return self._within.iter_judgements()

    def find_head(self) -> Head | None:
        """The newest row of the custody log, if there is a log."""
        step = self._ledger.find_newest_step()
        return Head(step.sequence, step.hash, step.at) if step else None

    def _find(self, document: str) -> Reported | None:
        read = self._within.find_report(document)
        return None if read is None else self._reported(read)

    def _reported(self, read: ReportRead) -> Reported:
        captures = tuple(capture for _, capture in self._ledger.iter_captures(read.id) if capture is not None)
        try:
            sha1 = hashlib.sha1(self._ledger.get_original(read.id).content, usedforsecurity=False).hexdigest()
        except LedgerDamaged:
            # What became of the bytes is for `verify` to tell; what was read in them can still be given out.
            sha1 = None
        return Reported(read.id, read.reading, read.sha256, read.added, read.record, captures, sha1)


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of an export.

    Attributes:
        format: Name of the format.
        files: What was written.
        account: What is in it, what was left out and why, and what was taken out.
        manifest: All of that for whoever gets the export, as JSON values; None after a try.
        sha256: Hash of the manifest, as the custody log has it.
    """

    format: str
    files: tuple[Written, ...]
    account: Account
    manifest: dict[str, Any] | None = None
    sha256: str | None = None


def export_ledger(
    ledger: Ledger,
    format: str,  # noqa: A002 (it is called so everywhere)
    where: str | Path | BinaryIO,
    filter: Filter = Filter(),  # noqa: A002, B008 (a filter never changes)
    *,
    redact: bool = False,
    at: datetime | None = None,
) -> Exported:
    """Gives out what of a ledger is within a filter, and writes that into the custody log.

    Args:
        ledger: The ledger, open for writing.
        format: Name of the format.
        where: A file; a folder, if it is one or ends in /; a zip, if it ends in .zip; or an open stream.
        filter: Which part of the ledger.
        redact: Take out names of private persons, exact places, reviewers and ways to reach anybody.
        at: When; now, if nothing is said.

    Raises:
        ExportError: There is no such format, or it cannot be written there.
        LedgerError: The ledger cannot be read, or the export cannot be written into its log.
    """
    chosen = open_format(format)
    head = ledger.head()
    target = _target(chosen, where)
    try:
        account = _write(ledger, chosen, target, filter, redact)
        manifest = _manifest(ledger, chosen, filter, target.files, account, head, redacted=redact, at=at)
        content = json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n"
        sha256 = hashlib.sha256(content).hexdigest()
        target.keep_manifest(content)
        # First the log: nothing leaves the ledger that its log does not know of.
        details = {"filter": filter.items(), "redacted": redact, "files": len(target.files)}
        ledger.note_export(chosen.name, sha256, details=details, at=at)
        target.finish()
    except BaseException as error:
        target.give_up()
        # That nobody reads standard output any longer is told by how the command ends.
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise ExportError(f"{where}: cannot be written ({error.strerror or error})") from error
        raise
    return Exported(chosen.name, tuple(target.files), account, manifest, sha256)


def try_export(ledger: Ledger, format: str, filter: Filter = Filter(), *, redact: bool = False) -> Exported:  # noqa: A002, B008
    """Says what an export would hold and leave out, and writes nothing; see `export_ledger`."""
    chosen, target = open_format(format), NowhereSink()
    account = _write(ledger, chosen, target, filter, redact)
    return Exported(chosen.name, tuple(target.files), account)


def _write(ledger: Ledger, chosen: Format, target: Target, filter: Filter, redact: bool) -> Account:  # noqa: A002
    account = Account()
    material: Material = LedgerMaterial(ledger, filter)
    if redact:
        material = Redacted(material, account)
    chosen.write(material, target, account)
    return account


def _target(chosen: Format, where: str | Path | BinaryIO) -> Target:
    if not isinstance(where, str | Path):
        if not chosen.suffix:
            raise ExportError(f"{chosen.name}: makes several files; give a folder (name/) or a zip with --out")
        return StreamSink(where)
    path = Path(where)
    if path.suffix.lower() == ".zip":
        return ZipSink(path)
    if str(where).endswith("/") or path.is_dir() or not chosen.suffix:
        return FolderSink(path)
    return FileSink(path)


def _manifest(  # noqa: PLR0913 (each is a part of it)
    ledger: Ledger,
    chosen: Format,
    filter: Filter,  # noqa: A002
    files: list[Written],
    account: Account,
    head: tuple[int, str],
    *,
    redacted: bool,
    at: datetime | None,
) -> dict[str, Any]:
    left_out: dict[str, dict[str, Any]] = {}
    for one in account.left_out:
        found = left_out.setdefault(
            f"{one.kind} {one.reason}", {"kind": one.kind, "reason": one.reason, "count": 0, "ids": []}
        )
        found["count"] += 1
        found["ids"].append(one.id)
    return {
        "onrecord": __version__,
        "format": chosen.name,
        "title": chosen.title,
        "made": moment(at),
        # A redacted export says nothing of who made it, as it says nothing of who judged.
        "who": None if redacted else ledger.who,
        "filter": filter.items(),
        "redacted": dict(account.redacted) if redacted else None,
        "custody_head": {"sequence": head[0], "hash": head[1]},
        "files": [asdict(one) for one in files],
        "written": dict(account.written),
        "left_out": list(left_out.values()),
    }
