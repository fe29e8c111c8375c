"""A desk that runs while a test asks it: in a thread of its own, on any free port of loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.ledger import Ledger, open_ledger
from onrecord.serve.running import running as serve

__all__ = ["Running", "running"]


class Running:
    """A desk that answers.

    Attributes:
        ledger: Its ledger, open for writing.
        base: The beginning of its addresses.
        door: The address that opens it, once.
    """

    def __init__(self, ledger: Ledger, door: str) -> None:
        self.ledger, self.base, self.door = ledger, door.partition("/?")[0], door

    def url(self, path: str) -> str:
        """The whole address of a path."""
        return self.base + path


@contextmanager
def running(where: Path, who: str = "tester") -> Iterator[Running]:
    """Runs the desk of a ledger until the block ends."""
    with open_ledger(where, who=who) as ledger, serve(ledger) as door:
        yield Running(ledger, door)
