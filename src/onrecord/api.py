"""The Python interface: read reports, and keep what was read in a ledger."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import RefusedInput
from onrecord.fetch import Given, Web
from onrecord.ledger import Ledger
from onrecord.ledger import open_ledger as open_store
from onrecord.pipeline import (
    Came,
    Failed,
    Found,
    Outcome,
    Reads,
    Skipped,
    Succeeded,
    add_reports,
    iter_again,
    iter_inputs,
    open_jail,
    read_reports,
    refresh_feeds,
    steps_of,
)
from onrecord.record.document import Document
from onrecord.record.filter import Filter
from onrecord.record.original import Original
from onrecord.record.record import Record
from onrecord.settings import Settings, load_settings

if TYPE_CHECKING:
    # What links takes a while to import, and only linking needs it.
    from onrecord.link.linker import Linked
    from onrecord.pipeline.exporting import Exported
    from onrecord.pipeline.linking import LinkedReport, NotLinked

__all__ = [
    "add",
    "add_found",
    "export",
    "link",
    "link_records",
    "open_ledger",
    "open_reader",
    "read_found",
    "read_many",
    "read_report",
    "read_text",
    "refresh",
    "retry",
]


def open_reader(settings: Settings | None = None) -> Reads:
    """Loads the trained reader; a second call with the same settings gives the same one.

    Raises:
        ModelError: A file of it is missing or changed, or it does not fit this version of onrecord.
        SettingsError: A setting in the environment is unknown or impossible.
    """
    # The network takes long to import, and nothing but reading needs it.
    from onrecord.read.reader import MODEL, load_reader

    settings = settings or load_settings()
    return load_reader(settings.model or MODEL, settings.threads)


def read_report(
    report: str | os.PathLike[str] | Document, *, settings: Settings | None = None, reader: Reads | None = None
) -> Record:
    """Reads one report.

    Args:
        report: The path of a file with one report (text, page, PDF, message, article or record), or an address; or a
            document, whose text is taken exactly as it stands. For a text that is at hand, see `read_text`.
        settings: What differs from the defaults; if none are given, the environment (ONRECORD_*) is looked at.
        reader: Another reader than the one that the settings name.

    Returns:
        The record.

    Raises:
        InputError: The report cannot be read; the message says why and what to do.
        ModelError: The trained reader is missing or damaged.
        SettingsError: A setting is unknown or impossible.
    """
    if isinstance(report, Document):
        return _only([Given(report, report.id)], report.id, settings, reader)
    name = os.fspath(report)
    if os.path.isdir(name) or name == "-":  # noqa: PTH112 (a path may hold a zero byte, which Path takes amiss)
        raise RefusedInput(f"{name}: is not one report; read_many reads folders and several files")
    settings = settings or load_settings()
    return _only(iter_inputs([name], most_bytes=settings.max_bytes), name, settings, reader)


def read_text(
    text: str, *, name: str = "text", settings: Settings | None = None, reader: Reads | None = None
) -> Record:
    """Reads the text of one report, as it would be read from a .txt file: its dateline, credits and captions are recognised.

    Args:
        text: The text.
        name: What to call it in an error.
        settings: See `read_report`.
        reader: See `read_report`.

    Raises:
        InputError: It cannot be read.
        ModelError: The trained reader is missing or damaged.
    """
    original = Original.of(text.encode("utf-8", "surrogatepass"), "text/plain", name)
    return _only([original], name, settings, reader)


def read_many(
    paths: Sequence[str | os.PathLike[str]], *, settings: Settings | None = None, reader: Reads | None = None
) -> Iterator[Outcome]:
    """Reads files, folders and addresses, one report after another.

    Args:
        paths: Files, folders, archives, and addresses (http: and https:), which are asked.
        settings: See `read_report`.
        reader: See `read_report`.

    Yields:
        For everything that is found a `Succeeded`, `Skipped` or `Failed`, by name; a report that cannot be read stops nothing.

    Raises:
        ModelError: The trained reader is missing or damaged.
        SettingsError: A setting is unknown or impossible.
    """
    settings = settings or load_settings()
    found = iter_inputs([os.fspath(path) for path in paths], most_bytes=settings.max_bytes)
    return read_found(found, settings=settings, reader=reader)


def read_found(
    found: Iterable[Found], *, settings: Settings | None = None, reader: Reads | None = None
) -> Generator[Outcome, None, None]:
    """Reads what was found already; see `read_many`."""
    settings = settings or load_settings()
    reader = reader or open_reader(settings)
    with open_jail(settings.parse_seconds, settings.parse_megabytes) as jail:
        yield from read_reports(
            found, steps_of(jail, reader, settings.max_characters, settings.registry, settings.gazetteer)
        )


def open_ledger(
    where: str | os.PathLike[str] | None = None,
    *,
    create: bool = False,
    read_only: bool = False,
    who: str | None = None,
    settings: Settings | None = None,
) -> Ledger:
    """Opens a ledger: to find, show, verify, judge and purge in it, and to hand it to `add`.

    Args:
        where: Its file, or the address of a PostgreSQL database; the one that the settings name if nothing is said.
        create: Make one where there is none.
        read_only: Open it for reading alone.
        who: Who writes and judges, for the custody log; by default the name of the user.
        settings: See `read_report`.

    Raises:
        LedgerError: It cannot be opened; the message says why and what to do.
    """
    settings = settings or load_settings()
    place = os.fspath(where) if where is not None else settings.ledger
    return open_store(place, create=create, read_only=read_only, originals=settings.originals, who=who)


def add(
    paths: Sequence[str | os.PathLike[str]],
    ledger: Ledger,
    *,
    dry: bool = False,
    settings: Settings | None = None,
    reader: Reads | None = None,
) -> Generator[Came, None, None]:
    """Reads files, folders and addresses and keeps each report in a ledger as soon as it is read.

    Args:
        paths: Files, folders, archives, and addresses that begin with http: or https:.
        ledger: Where they are kept.
        dry: Say only what would be done.
        settings: See `read_report`.
        reader: See `read_report`.

    Yields:
        For everything that is found a `Kept`, `AlreadyThere`, `Skipped` or `Failed`, by name (`Left` in a dry run).

    Raises:
        LedgerError: The ledger cannot be written; what was yielded before is in it.
        ModelError: The trained reader is missing or damaged.
        SettingsError: A setting is unknown or impossible.
    """
    settings = settings or load_settings()
    found = iter_inputs([os.fspath(path) for path in paths], most_bytes=settings.max_bytes)
    return add_found(found, ledger, dry=dry, settings=settings, reader=reader)


def refresh(
    ledger: Ledger,
    *,
    dry: bool = False,
    settings: Settings | None = None,
    reader: Reads | None = None,
    web: Web | None = None,
) -> Generator[Came, None, None]:
    """Asks every feed that the ledger follows, and adds the reports that are new in it; see `add`.

    Args:
        ledger: The ledger; `Ledger.follow` makes it follow a feed.
        dry: Say only what would be done.
        settings: See `read_report`.
        reader: See `read_report`.
        web: How addresses are asked, if not in the usual way.
    """
    settings = settings or load_settings()
    reader = reader or open_reader(settings)
    web = web or Web(most_bytes=settings.max_bytes)
    with open_jail(settings.parse_seconds, settings.parse_megabytes) as jail:
        steps = steps_of(jail, reader, settings.max_characters, settings.registry, settings.gazetteer)
        yield from refresh_feeds(ledger, steps, reader.identity, web, dry=dry)


def retry(
    ledger: Ledger, *, dry: bool = False, settings: Settings | None = None, reader: Reads | None = None
) -> Generator[Came, None, None]:
    """Tries once more what failed before and has not been added since; see `add`."""
    settings = settings or load_settings()
    found = iter_again(ledger, settings.max_bytes)
    return add_found(found, ledger, dry=dry, settings=settings, reader=reader)


def link(ledger: Ledger) -> Iterator[LinkedReport | NotLinked]:
    """Links the reports of a ledger: who copies whom, which happenings are one, who asserts and who denies what.

    What is linked already stays; a new report is linked with what is there. Afterwards `Ledger.iter_claims`, `iter_happenings`,
    `iter_copies` and `explain` tell what came of it.

    Args:
        ledger: The ledger, open for writing.

    Yields:
        For each report that was not linked yet a `LinkedReport` or a `NotLinked`; it is in the ledger when it is yielded.

    Raises:
        LedgerError: The ledger cannot be written; what was yielded before is in it.
    """
    from onrecord.pipeline.linking import link_ledger

    return link_ledger(ledger)


def link_records(records: Iterable[Record]) -> Linked:
    """Links records with each other, without a ledger.

    Args:
        records: What was read in each report.

    Returns:
        Copy families, happenings and claims.
    """
    from onrecord.link.linker import link_records as link_all

    return link_all(records)


def export(
    ledger: Ledger,
    format: str,  # noqa: A002 (it is called so everywhere)
    where: str | os.PathLike[str] | BinaryIO,
    *,
    filter: Filter = Filter(),  # noqa: A002, B008 (a filter never changes)
    redact: bool = False,
) -> Exported:
    """Gives out what of a ledger is within a filter, and writes that into the custody log.

    Args:
        ledger: The ledger, open for writing.
        format: Name of the format: "jsonl", "csv", "geojson" and others (`onrecord.export.formats.FORMATS`).
        where: A file; a folder, if it is one or ends in /; a zip, if it ends in .zip; or an open stream, for a format of one file.
        filter: Which part of the ledger; all of it, if nothing is said.
        redact: Take out names of private persons, exact places, reviewers, and ways to reach anybody.

    Returns:
        What was written, what was left out and why, and the manifest.

    Raises:
        ExportError: There is no such format, or it cannot be written there; then nothing was.
        FilterError: There is nothing to look for in the filter's words.
        LedgerError: The ledger cannot be read, or the export cannot be written into its log.
    """
    from onrecord.pipeline.exporting import export_ledger

    place = os.fspath(where) if isinstance(where, str | os.PathLike) else where
    return export_ledger(ledger, format, place, filter, redact=redact)


def add_found(
    found: Iterable[Found],
    ledger: Ledger,
    *,
    dry: bool = False,
    settings: Settings | None = None,
    reader: Reads | None = None,
) -> Generator[Came, None, None]:
    """Adds what was found already; see `add`."""
    settings = settings or load_settings()
    reader = reader or open_reader(settings)
    with open_jail(settings.parse_seconds, settings.parse_megabytes) as jail:
        steps = steps_of(jail, reader, settings.max_characters, settings.registry, settings.gazetteer)
        yield from add_reports(found, steps, ledger, reader.identity, dry=dry)


def _only(found: Iterable[Found], name: str, settings: Settings | None, reader: Reads | None) -> Record:
    outcomes = list(read_found(found, settings=settings, reader=reader))
    for outcome in outcomes:
        if isinstance(outcome, Failed):
            raise outcome.cause
    records = [outcome.record for outcome in outcomes if isinstance(outcome, Succeeded)]
    if len(records) != 1:
        reasons = [f"; {outcome.reason}" for outcome in outcomes if isinstance(outcome, Skipped)]
        raise RefusedInput(f"{name}: holds {len(records)} reports{''.join(reasons)}; read_many reads any number")
    return records[0]
