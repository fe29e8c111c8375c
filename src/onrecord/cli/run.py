"""One run of `onrecord read` or `onrecord code`: what was asked for in, results out, and the exit status."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord import api
from onrecord.cli.ending import (
    ALL_READ,
    INTERRUPTED,
    NOT_BEGUN,
    NOTHING_TO_READ,
    OUTPUT_CLOSED,
    SOME_FAILED,
    close_output,
)
from onrecord.cli.output import Output, open_output
from onrecord.cli.page import PageWriter
from onrecord.cli.printing import Lines, Printer, Tables
from onrecord.cli.progress import progress
from onrecord.cli.reconciliation import as_values, lines_of
from onrecord.errors import GazetteerError, ModelError, RegistryError, SettingsError
from onrecord.pipeline import Failed, Found, Outcome, Reads, Skipped, Succeeded, iter_inputs
from onrecord.settings import Settings, load_settings

__all__ = ["Wanted", "run"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run was asked for.

    Attributes:
        paths: Files and folders; "-" is standard input.
        json: JSON Lines instead of tables.
        html: Where a page goes, or None for no page.
        quiet: Say nothing about the run unless something was not read.
        model: Folder of the reader, or None.
        threads: Threads of the reader, or None.
        registry: A registry file, or None.
    """

    paths: tuple[str, ...]
    json: bool = False
    html: Path | None = None
    quiet: bool = False
    model: Path | None = None
    threads: int | None = None
    registry: Path | None = None


@dataclass(slots=True)
class Tally:
    """What became of everything that was found: in = read + skipped + failed."""

    read: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)

    def count(self, outcome: Outcome) -> None:
        """Adds one."""
        if isinstance(outcome, Succeeded):
            self.read += 1
        elif isinstance(outcome, Skipped):
            self.skipped.append(outcome)
        else:
            self.failed.append(outcome)

    def lines(self) -> Iterator[str]:
        """Tells it to a person."""
        found = self.read + len(self.skipped) + len(self.failed)
        yield f"{found:,} found: read {self.read:,}, skipped {len(self.skipped):,}, failed {len(self.failed):,}"
        yield from lines_of(self.skipped, self.failed)

    def as_values(self) -> dict[str, object]:
        """Tells it to a program."""
        found = self.read + len(self.skipped) + len(self.failed)
        return {"found": found, "read": self.read, **as_values(self.skipped, self.failed)}

    def status(self) -> int:
        """The exit status that it comes to."""
        if self.failed:
            return SOME_FAILED
        return ALL_READ if self.read else NOTHING_TO_READ


def run(wanted: Wanted, printer: Callable[[Output, Settings], Printer] | None = None) -> int:
    """Reads what was asked for and returns the exit status.

    Args:
        wanted: What was asked for.
        printer: Makes what prints the records, if they are not to be printed as `wanted` says.
    """
    output = open_output()
    tally = Tally()
    printers: list[Printer] = []
    try:
        with contextlib.ExitStack() as stack:
            settings = load_settings(model=wanted.model, threads=wanted.threads, registry=wanted.registry)
            page = stack.enter_context(_page(wanted)) if wanted.html else None
            reader = api.open_reader(settings)
            if printer is not None:
                printers.append(printer(output, settings))
            elif wanted.json or page is None:
                printers.append(Lines(output) if wanted.json else Tables(output))
            _read(wanted, settings, reader, output, printers, page, tally)
            if page is not None:
                page.finish()
    except (SettingsError, ModelError, RegistryError, GazetteerError) as error:
        output.say(f"onrecord: {error}")
        return NOT_BEGUN
    except KeyboardInterrupt:
        output.say("\ninterrupted; what follows is what was done until then")
        _tell(tally, output, wanted, printers)
        return INTERRUPTED
    except BrokenPipeError:
        close_output()
        return OUTPUT_CLOSED
    _tell(tally, output, wanted, printers)
    return tally.status()


def _page(wanted: Wanted) -> PageWriter:
    assert wanted.html is not None
    if str(wanted.html) == "-":
        raise SettingsError("--html -: a page goes to a file; give its name")
    for path in wanted.paths:
        with contextlib.suppress(OSError, ValueError):
            if path != "-" and Path(path).samefile(wanted.html) and wanted.html.is_file():
                raise SettingsError(f"--html {wanted.html}: is one of the reports to be read; give another name")
    return PageWriter(wanted.html)


def _read(
    wanted: Wanted,
    settings: Settings,
    reader: Reads,
    output: Output,
    printers: Sequence[Printer],
    page: PageWriter | None,
    tally: Tally,
) -> None:
    if "-" in wanted.paths and sys.stdin.isatty():
        output.say("reading from the terminal; end with Ctrl-D")
    found = iter_inputs(wanted.paths, standard_input=sys.stdin.buffer, most_bytes=settings.max_bytes)
    live = any(printer.for_people for printer in printers)
    outcomes = api.read_found(_without(page, found), settings=settings, reader=reader)
    # Closed here and not whenever memory is tidied up: a child process depends on it.
    with (
        contextlib.closing(outcomes),
        progress(output, wanted.paths, results=live, quiet=wanted.quiet, doing="reading") as step,
    ):
        for outcome in outcomes:
            tally.count(outcome)
            step(outcome.name)
            if isinstance(outcome, Succeeded):
                for printer in printers:
                    printer.add(outcome.record, outcome.name)
                if page is not None:
                    page.add(outcome.record, outcome.name)
            elif page is not None:
                page.leave_out("skipped" if isinstance(outcome, Skipped) else "failed", outcome.name, outcome.reason)


def _without(page: PageWriter | None, found: Iterator[Found]) -> Iterator[Found]:
    """Leaves out the page that is being written, and says so of the one from an earlier run."""
    for item in found:
        place = os.path.realpath(item.name) if page is not None and "\x00" not in item.name else ""
        if page is None or place not in page.places:
            yield item
        elif place == str(page.target):
            yield Skipped(item.name, "the page that is being written")


def _tell(tally: Tally, output: Output, wanted: Wanted, printers: Sequence[Printer]) -> None:
    if not wanted.quiet or tally.skipped or tally.failed:
        output.say_all(tally.lines())
    for printer in printers if not wanted.quiet else ():
        output.say_all(printer.account())
    if wanted.json:
        values = tally.as_values()
        for printer in printers:
            values |= printer.values()
        output.say(json.dumps(values))
