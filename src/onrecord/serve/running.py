"""Runs the desk: on loopback, for one person, until it is stopped."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import uvicorn

from onrecord.errors import SettingsError
from onrecord.ledger import Ledger
from onrecord.serve.app import make_app
from onrecord.serve.guard import Keys

__all__ = ["HOST", "run", "running"]

HOST: Final = "127.0.0.1"
_QUEUE: Final = 64


def run(ledger: Ledger, port: int, opened: Callable[[str], None]) -> None:
    """Answers until the program is stopped.

    Args:
        ledger: The ledger; what is decided on the desk is written into it, unless it is open for reading alone.
        port: The port; 0 takes any that is free.
        opened: Called with the address once a browser can open it.

    Raises:
        SettingsError: The port is taken.
    """
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, port))
        except OSError as error:
            raise SettingsError(
                f"port {port}: cannot be opened ({error.strerror}); give another with --port, or 0 for any"
            ) from error
        door.listen(_QUEUE)
        keys, port = Keys(), int(door.getsockname()[1])
        app = make_app(ledger, keys, port)
        settings = uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, ws="none", lifespan="off"
        )
        opened(f"http://{HOST}:{port}/?token={keys.token}")
        uvicorn.Server(settings).run(sockets=[door])


@contextmanager
def running(ledger: Ledger) -> Iterator[str]:
    """Answers in a thread of its own until the block ends, for programs that look at the desk themselves.

    Args:
        ledger: The ledger.

    Yields:
        The address that opens the desk, once.
    """
    with socket.socket() as door:
        door.bind((HOST, 0))
        door.listen(_QUEUE)
        keys, port = Keys(), int(door.getsockname()[1])
        app = make_app(ledger, keys, port)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://{HOST}:{port}/?token={keys.token}"
        server.should_exit = True
        thread.join()
