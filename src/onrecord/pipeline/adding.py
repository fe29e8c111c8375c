"""Reports into a ledger: each is kept as soon as it is read, and what is kept already is not read again."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

from onrecord.errors import InputError, Purged, RecordError, UnreadableInput
from onrecord.fetch import STANDARD_INPUT, Found, Given, Skipped, iter_inputs
from onrecord.fetch import Failed as NotFetched
from onrecord.ledger import Failure, Ledger
from onrecord.pipeline.reading import BATCH_REPORTS, Failed, Outcome, Steps, Succeeded, read_reports
from onrecord.record.codec import dumps, from_json
from onrecord.record.original import Capture, Original
from onrecord.record.provenance import Reader
from onrecord.record.record import SCHEMA, Record

__all__ = ["AlreadyThere", "Came", "Kept", "Left", "add_reports", "iter_again"]

# Where in a file with several reports one stands: "wire.warc.gz#4096 https://…", "wire.jsonl line 7".
_IN_FILE: Final = re.compile(r"#\d+( \S+)?$| (line|record) \d+$")


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that was read and is in the ledger now.

    Attributes:
        name: What it was called when it was given.
        report: Its id in the ledger.
        what: "new", or "new reading" of a report that another reader had read before.
        record: What was read in it.
    """

    name: str
    report: str
    what: str
    record: Record


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """A report that this reader has read before.

    Attributes:
        name: What it was called when it was given.
        report: Its id in the ledger; None where it was not asked for (a dry run, an entry that its feed had before).
        what: "already there", or "new capture" if it came in another way than before.
    """

    name: str
    report: str | None
    what: str


@dataclass(frozen=True, slots=True)
class Left:
    """A report that would be read and kept; nothing was done with it.

    Attributes:
        name: What it was called when it was given.
    """

    name: str


Came = Kept | AlreadyThere | Left | Skipped | Failed
"""What became of something that was found: in = kept + already there + failed + skipped."""


def add_reports(
    found: Iterable[Found], steps: Steps, ledger: Ledger, reader: Reader, *, dry: bool = False
) -> Iterator[Came]:
    """Reads reports and keeps them in a ledger, one after another.

    A report is in the ledger when this yields it. A run that was stopped at any point is simply started again: what is
    there is passed over. A record that names its reader was read already and is kept exactly as it is.

    Args:
        found: What was found; it is drawn from as it goes.
        steps: What is done with each report.
        ledger: Where they are kept.
        reader: What reads, as records name it.
        dry: Say only what would be done. What is found is looked at, but neither read nor kept.

    Yields:
        For everything that was found, in that order, what became of it.

    Raises:
        LedgerError: The ledger cannot be written.
        ModelError: The reader itself is at fault.
    """
    drawn = _Drawn(found, ledger, reader)
    if dry:
        yield from (_without_reading(item, drawn) for item in drawn)
        return
    # Waiting for a disk takes no processor: the next reports are read meanwhile.
    keeping: deque[Future[Came]] = deque()
    with ThreadPoolExecutor(1, "onrecord-keep") as writer:
        for outcome in read_reports(drawn, steps):
            keeping.append(writer.submit(_keep, outcome, drawn.taken.popleft(), drawn, ledger))
            while keeping and (keeping[0].done() or len(keeping) > BATCH_REPORTS):
                yield keeping.popleft().result()
        while keeping:
            yield keeping.popleft().result()


def iter_again(ledger: Ledger, most_bytes: int) -> Iterator[Found]:
    """Goes once more to where something failed and has not been added since.

    A file that holds several reports is gone through as a whole; what is known in it is passed over as always.

    Args:
        ledger: The ledger.
        most_bytes: A larger report is refused.
    """
    places = {_place_of(failure): failure for failure in ledger.iter_failures()}
    for place, failure in places.items():
        if place == STANDARD_INPUT:
            yield Skipped(failure.name, "came on standard input, of which nothing is left; give it once more")
        else:
            yield from iter_inputs([place], most_bytes=most_bytes)


def _place_of(failure: Failure) -> str:
    """Where the report came from: an address, or the file without the place in it."""
    return failure.name if failure.name.startswith(("http:", "https:")) else _IN_FILE.sub("", failure.name)


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was found, and what is there of it already.

    Attributes:
        original: Its bytes; None where there are none.
        record: What was read in it before, for a record that names its reader: it is kept as it is.
        known: Whether nothing is left to do.
    """

    original: Original | None = None
    record: Record | None = None
    known: bool = False


class _Drawn:
    """What is found, without what needs no reading; `taken` says of each what it was, in the same order."""

    def __init__(self, found: Iterable[Found], ledger: Ledger, reader: Reader) -> None:
        self._found = found
        self._ledger = ledger
        self._reader = reader
        self._reading: set[str] = set()
        self.taken: deque[_Taken] = deque()

    def __iter__(self) -> Iterator[Found]:
        for item in self._found:
            original = _original_of(item)
            try:
                record = _read_before(item)
            except RecordError as error:
                self.taken.append(_Taken(original))
                yield NotFetched(item.name, UnreadableInput(str(error)))
                continue
            reader = record.reader if record else self._reader
            known = original is not None and self._is_known(original, reader)
            self.taken.append(_Taken(original, record, known))
            # What is not read keeps its place among the others; `_keep` says what it is.
            yield Skipped(item.name, "") if known or record else item

    def _is_known(self, original: Original, reader: Reader | None) -> bool:
        if original.sha256 in self._reading or self._ledger.known([original.sha256], reader):
            return True
        self._reading.add(original.sha256)
        return False

    def done(self, original: Original) -> None:
        """A report need not be remembered any longer: the ledger knows it, or it failed."""
        self._reading.discard(original.sha256)


def _without_reading(item: Found, drawn: _Drawn) -> Came:
    taken = drawn.taken.popleft()
    if isinstance(item, NotFetched):
        return _not_fetched(item)
    if taken.original is None:
        return Skipped(item.name, getattr(item, "reason", ""))
    return AlreadyThere(item.name, None, "already there") if taken.known else Left(item.name)


def _keep(outcome: Outcome, taken: _Taken, drawn: _Drawn, ledger: Ledger) -> Came:
    """Writes down what became of a report."""
    original = taken.original
    record = outcome.record if isinstance(outcome, Succeeded) else None if taken.known else taken.record
    if isinstance(outcome, Skipped) and record is None:
        return outcome if original is None else _again(outcome.name, original, ledger)
    try:
        if isinstance(outcome, Failed):
            ledger.fail(outcome.name, outcome.error, outcome.reason, original=original)
            return outcome
        assert original is not None
        assert record is not None
        added = ledger.add(original, record)
    finally:
        if original is not None:
            drawn.done(original)
    if added.what in ("new", "new reading"):
        return Kept(outcome.name, added.report_id, added.what, record)
    return AlreadyThere(outcome.name, added.report_id, added.what)


def _again(name: str, original: Original, ledger: Ledger) -> Came:
    """A report that is known: the way in which it came this time may be new. Or the same bytes failed a moment ago."""
    try:
        added = ledger.capture(original)
    except Purged as error:
        return Skipped(name, str(error).removeprefix(f"{name}: "))
    if added is None:
        reason = "the same bytes have just failed under another name"
        ledger.fail(name, "InputError", reason, original=original)
        return Failed(name, "InputError", reason, InputError(reason))
    return AlreadyThere(name, added.report_id, added.what)


def _read_before(item: Found) -> Record | None:
    """The record that a line holds, if it says what read it; one without a reader is a text that is to be read.

    Raises:
        RecordError: It says so and is no record.
    """
    if not isinstance(item, Given) or not item.content:
        return None
    value = json.loads(item.content)
    return from_json(value, name=item.name) if value.get("schema") == SCHEMA and value.get("reader") else None


def _not_fetched(item: NotFetched) -> Failed:
    return Failed(item.name, type(item.error).__name__, str(item.error).removeprefix(f"{item.name}: "), item.error)


def _original_of(item: Found) -> Original | None:
    """The bytes that a ledger keeps of what was found: of a record its line as it came."""
    if isinstance(item, Original):
        return item if item.capture else replace(item, capture=Capture("file"))
    if isinstance(item, Given):
        content = item.content or dumps(Record(item.document)).encode()
        return Original.of(content, "application/json", item.name, capture=Capture("record"))
    return None
