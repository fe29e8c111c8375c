"""Writes the page while the reports come in, and puts it in its place only when it is whole."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import onrecord
from onrecord.cli.page.frame import Entry, foot, head, opening
from onrecord.cli.page.report import report_markup, title_of
from onrecord.errors import SettingsError
from onrecord.record import Record
from onrecord.wording.rows import rows_of
from onrecord.wording.visible import flat

__all__ = ["PageWriter"]


class PageWriter:
    """A page that is being written. What stood at its place before stays there until the new page is whole.

    Args:
        path: Where the page goes.

    Raises:
        SettingsError: It cannot be written there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.target = path.resolve()
        self._entries: list[Entry] = []
        self._left: list[tuple[str, str, str]] = []
        self._readers: list[str] = []
        try:
            if path.is_dir():
                raise IsADirectoryError(21, "Is a directory")
            # A device or a pipe has no other name to be renamed from, and its folder need not be writable.
            self._special = self.target.exists() and not self.target.is_file()
            if not self._special and self.target.exists():
                self.target.open("ab").close()
            folder = None if self._special else self.target.parent
            self._whole: IO[str] = self._open(folder)
        except OSError as error:
            raise SettingsError(
                f"{flat(str(path))}: the page cannot be written there ({error.strerror or error}); "
                "give --html a file in a folder that exists and that you may write to"
            ) from error
        # Contents stand above the reports and are known after them.
        self._reports: IO[str] = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace", newline="\n")  # noqa: SIM115

    @staticmethod
    def _open(folder: Path | None) -> IO[str]:
        return tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="replace", newline="\n", dir=folder, prefix=".onrecord-", delete=False
        )

    def __enter__(self) -> Self:
        """Return the writer."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the page up, unless it is finished."""
        self._reports.close()
        self._whole.close()
        with contextlib.suppress(OSError):
            Path(self._whole.name).unlink()

    @property
    def places(self) -> frozenset[str]:
        """Where the page will be, and where it is until it is whole."""
        return frozenset({str(self.target), os.path.realpath(self._whole.name)})

    def add(self, record: Record, name: str) -> None:
        """Adds a report."""
        key = f"r{len(self._entries) + 1}"
        self._entries.append((key, title_of(record, name), flat(name), len(rows_of(record))))
        for piece in report_markup(record, name, key):
            self._reports.write(piece)
        reader = record.reader
        if reader is not None:
            weights = f", weights sha256 {reader.model_sha256}" if reader.model_sha256 else ""
            described = f"read by {flat(reader.name)} {flat(reader.version)}{weights}"
            if described not in self._readers:
                self._readers.append(described)

    def leave_out(self, fate: str, name: str, reason: str) -> None:
        """Tells on the page that something is not on it.

        Args:
            fate: "skipped" or "failed".
            name: What it was called when it was given.
            reason: Why.
        """
        self._left.append((fate, flat(name), flat(reason)))

    def finish(self) -> None:
        """Puts the page in its place.

        Raises:
            SettingsError: The disk is full, or the folder has gone.
        """
        only = self._entries[0][1] if len(self._entries) == 1 else f"{len(self._entries)} reports"
        try:
            self._whole.write(head(f"{only} – who said what"))
            self._whole.writelines(opening(self._entries, self._left))
            self._reports.seek(0)
            shutil.copyfileobj(self._reports, self._whole)
            self._whole.write(foot([f"onrecord {onrecord.__version__}", *self._readers]))
            self._whole.close()
            self._place()
        except OSError as error:
            reason = error.strerror or error
            raise SettingsError(f"{flat(str(self.path))}: the page could not be written ({reason})") from error

    def _place(self) -> None:
        if self._special:
            with Path(self._whole.name).open("rb") as page, self.target.open("wb") as device:
                shutil.copyfileobj(page, device)
            return
        if self.target.exists():
            shutil.copymode(self.target, self._whole.name)
        else:
            umask = os.umask(0)
            os.umask(umask)
            Path(self._whole.name).chmod(0o666 & ~umask)
        Path(self._whole.name).replace(self.target)
