"""Runs the desk: on loopback, for one person, until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Final

import uvicorn

from onrecord.errors import SettingsError
from onrecord.ledger import Ledger
from onrecord.serve.app import make_app
from onrecord.serve.guard import Keys

__all__ = ["HOST", "run"]

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
