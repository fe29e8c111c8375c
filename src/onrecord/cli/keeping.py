"""One run that keeps reports in a ledger: `add`, `refresh` and `retry` differ only in where reports come from."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from onrecord import api
from onrecord.cli.ending import INTERRUPTED, NOT_BEGUN, NOTHING_TO_READ, OUTPUT_CLOSED, SOME_FAILED, close_output
from onrecord.cli.output import Output, open_output
from onrecord.cli.progress import progress
from onrecord.cli.reconciliation import as_values, lines_of
from onrecord.errors import GazetteerError, LedgerError, LedgerMissing, ModelError, RegistryError, SettingsError
from onrecord.ledger import Ledger
from onrecord.pipeline import AlreadyThere, Came, Failed, Kept, Left, Reads, Skipped
from onrecord.settings import Settings, load_settings
from onrecord.wording.visible import flat

__all__ = ["Keeping", "keep"]

_WORDS: Final = {"new": "new", "new reading": "read again"}

Source = Callable[[Ledger, Settings, Reads], Generator[Came, None, None]]
"""Where reports come from: given a ledger, the settings and a reader, what became of each."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What a run was asked for.

    Attributes:
        paths: What is gone through, for the bar; None where nobody knows how much that is.
        create: Make the ledger if there is none.
        ledger: File or address of the ledger, or None for the one that the settings name.
        json: Tell each report to a program, one line each.
        quiet: Say nothing unless something failed or was passed over.
        dry: Nothing is written.
        model: Folder of the reader, or None.
        threads: Threads of the reader, or None.
        doing: What is done, in a word.
        registry: A registry file, or None.
    """

    paths: Sequence[str] | None
    create: bool
    ledger: str | None = None
    json: bool = False
    quiet: bool = False
    dry: bool = False
    model: Path | None = None
    threads: int | None = None
    doing: str = "adding"
    registry: Path | None = None


@dataclass(slots=True)
class Account:
    """What became of everything that was found: in = kept + already there + failed + skipped."""

    kept: int = 0
    there: int = 0
    left: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)

    def count(self, came: Came) -> None:
        """Adds one."""
        match came:
            case Kept():
                self.kept += 1
            case AlreadyThere():
                self.there += 1
            case Left():
                self.left += 1
            case Skipped():
                self.skipped.append(came)
            case Failed():
                self.failed.append(came)

    @property
    def found(self) -> int:
        """How many there were."""
        return self.kept + self.there + self.left + len(self.skipped) + len(self.failed)

    def lines(self, *, dry: bool = False) -> Iterator[str]:
        """Tells it to a person."""
        done = f"would add {self.left:,}" if dry else f"added {self.kept:,}"
        yield (
            f"{self.found:,} found: {done}, already there {self.there:,}, "
            f"skipped {len(self.skipped):,}, failed {len(self.failed):,}"
        )
        yield from lines_of(self.skipped, self.failed)

    def as_json(self) -> str:
        """Tells it to a program, on one line."""
        told = {
            "found": self.found,
            "added": self.kept,
            "already_there": self.there,
            "would_add": self.left,
        }
        return json.dumps(told | as_values(self.skipped, self.failed))

    def status(self) -> int:
        """The exit status that it comes to."""
        if self.failed:
            return SOME_FAILED
        return 0 if self.kept or self.there or self.left else NOTHING_TO_READ


def keep(wanted: Keeping, source: Source) -> int:
    """Adds what was asked for and returns the exit status."""
    output = open_output()
    account = Account()
    try:
        settings = load_settings(
            model=wanted.model, threads=wanted.threads, ledger=wanted.ledger, registry=wanted.registry
        )
        reader = api.open_reader(settings)
        with contextlib.ExitStack() as stack:
            ledger = _open(wanted, settings, stack)
            _keep(wanted, source(ledger, settings, reader), output, account)
    except (SettingsError, ModelError, RegistryError, GazetteerError) as error:
        output.say(f"onrecord: {error}")
        return NOT_BEGUN
    except LedgerError as error:
        output.say(f"onrecord: {error}")
        if account.found:
            output.say("what follows was done until then; the same command goes on from there")
            _tell(account, output, wanted)
        return NOT_BEGUN if not account.found else SOME_FAILED
    except KeyboardInterrupt:
        output.say("\ninterrupted; what follows was done until then, and the same command goes on from there")
        _tell(account, output, wanted)
        return INTERRUPTED
    except BrokenPipeError:
        close_output()
        return OUTPUT_CLOSED
    _tell(account, output, wanted)
    return account.status()


def _open(wanted: Keeping, settings: Settings, stack: contextlib.ExitStack) -> Ledger:
    try:
        return stack.enter_context(api.open_ledger(create=wanted.create and not wanted.dry, settings=settings))
    except LedgerMissing:
        if not (wanted.create and wanted.dry):
            raise
    # What a ledger would hold that is not there yet is told by an empty one, which is thrown away.
    nowhere = Path(stack.enter_context(TemporaryDirectory())) / "onrecord.db"
    return stack.enter_context(api.open_ledger(nowhere, create=True, settings=replace(settings, originals=None)))


def _keep(wanted: Keeping, came: Generator[Came, None, None], output: Output, account: Account) -> None:
    lines = not wanted.json and not wanted.quiet
    bar = progress(output, wanted.paths, results=lines, quiet=wanted.quiet, doing=wanted.doing)
    # Closed here and not whenever memory is tidied up: a child process depends on it.
    with contextlib.closing(came), bar as step:
        for one in came:
            account.count(one)
            step(one.name)
            if wanted.json:
                output.line(_as_json(one))
            elif lines and isinstance(one, Kept | Left):
                output.entry(_as_line(one))


def _as_line(one: Kept | Left) -> str:
    if isinstance(one, Left):
        return f"would add  {flat(one.name)}"
    count = len(one.record.statements)
    title = flat(one.record.document.title or "") or "(no title)"
    return f"{one.report:>6}  {_WORDS[one.what]} · {count} statement{'' if count == 1 else 's'} · {title} · {flat(one.name)}"


def _as_json(one: Came) -> str:
    told: dict[str, object] = {"name": one.name}
    match one:
        case Kept():
            told |= {"came": one.what, "report": one.report, "title": one.record.document.title}
            told["statements"] = len(one.record.statements)
        case AlreadyThere():
            told |= {"came": one.what, "report": one.report}
        case Left():
            told["came"] = "would add"
        case Skipped():
            told |= {"came": "skipped", "reason": one.reason}
        case Failed():
            told |= {"came": "failed", "error": one.error, "reason": one.reason}
    return json.dumps(told, ensure_ascii=False)


def _tell(account: Account, output: Output, wanted: Keeping) -> None:
    if not wanted.quiet or account.skipped or account.failed:
        output.say_all(account.lines(dry=wanted.dry))
    if wanted.json:
        output.say(account.as_json())
