"""A desk that runs while a test asks it: in a thread of its own, on any free port of loopback."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from onrecord.ledger import Ledger, open_ledger
from onrecord.serve.app import make_app
from onrecord.serve.guard import Keys

__all__ = ["Running", "running"]


class Running:
    """A desk that answers.

    Attributes:
        ledger: Its ledger, open for writing.
        base: The beginning of its addresses.
        door: The address that opens it, once.
    """

    def __init__(self, ledger: Ledger, base: str, token: str) -> None:
        self.ledger, self.base, self.door = ledger, base, f"{base}/?token={token}"

    def url(self, path: str) -> str:
        """The whole address of a path."""
        return self.base + path


@contextmanager
def running(where: Path, who: str = "tester") -> Iterator[Running]:
    """Runs the desk of a ledger until the block ends."""
    with open_ledger(where, who=who) as ledger, socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen(64)
        port, keys = int(door.getsockname()[1]), Keys()
        config = uvicorn.Config(make_app(ledger, keys, port), log_level="error", ws="none", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        assert keys.token
        yield Running(ledger, f"http://127.0.0.1:{port}", keys.token)
        server.should_exit = True
        thread.join()
