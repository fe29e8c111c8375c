"""Ways to print records as they are read: tables for people, JSON Lines for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from onrecord.cli.output import Output
from onrecord.cli.table import render
from onrecord.record import Record
from onrecord.record.codec import dumps

__all__ = ["Lines", "Printer", "Tables"]


class Printer(Protocol):
    """Takes one record after the other."""

    @property
    def for_people(self) -> bool:
        """Whether results stand on the terminal while reading goes on, so that no bar may stand there."""

    def add(self, record: Record, name: str) -> None:
        """Prints a report, called by a name."""

    def account(self) -> Iterable[str]:
        """What became of what the records tell, in lines for a person; said when all is read."""

    def values(self) -> dict[str, object]:
        """The same for a program."""


class Tables:
    """A table for each report."""

    for_people = True

    def __init__(self, output: Output) -> None:
        self._output = output

    def add(self, record: Record, name: str) -> None:
        """Prints it."""
        self._output.show(render(record, name, self._output.results))

    def account(self) -> Iterable[str]:
        """The tables have it all."""
        return ()

    def values(self) -> dict[str, object]:
        """The tables have it all."""
        return {}


class Lines(Tables):
    """A line of JSON for each report."""

    for_people = False

    def add(self, record: Record, name: str) -> None:  # noqa: ARG002 (a record has its own names)
        """Prints it."""
        self._output.line(dumps(record))
