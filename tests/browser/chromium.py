"""A real browser for tests, and a server that notices whatever it asks for."""

from __future__ import annotations

import re
import shutil
import socketserver
import subprocess
import threading
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
RAN = re.compile(r'<html[^>]* data-ran="1"')


class Listener:
    """A server that remembers every connection."""

    def __init__(self) -> None:
        self.seen: list[bytes] = []
        seen = self.seen

        class Answer(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                seen.append(self.request.recv(2000))
                self.request.sendall(b"HTTP/1.0 204 No Content\r\n\r\n")

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answer)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def opened(page: Path, profile: Path) -> str:
    """The page as the browser has it after it is loaded and its scripts, if any, have run."""
    return _run(profile, "--dump-dom", page.as_uri()).decode("utf-8")


def printed(page: Path, profile: Path, target: Path) -> None:
    """Prints a page as PDF."""
    _run(profile, f"--print-to-pdf={target}", "--no-pdf-header-footer", page.as_uri())


def _run(profile: Path, *more: str) -> bytes:
    assert CHROMIUM is not None
    done = subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
            f"--user-data-dir={profile}", "--virtual-time-budget=3000", *more,
        ],
        capture_output=True, timeout=300, check=True,
    )  # fmt: skip
    return done.stdout
