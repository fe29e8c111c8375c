"""Takes the pictures of the desk that the pages show, of the linked sample reports: `python docs/screenshots.py`."""

from __future__ import annotations

import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from onrecord import api
from onrecord.ledger import Ledger, open_ledger
from onrecord.serve.app import make_app
from onrecord.serve.guard import Keys

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs/images"
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


def main() -> None:
    """Makes the ledger, opens the desk, and goes through its views."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "samples.db"
        with api.open_ledger(where, create=True) as ledger:
            list(api.add([ROOT / "examples/reports"], ledger))
            list(api.link(ledger))
        with open_ledger(where, who="Noor") as ledger, _running(ledger) as door, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            page = browser.new_page(viewport={"width": 1280, "height": 860})
            page.goto(door)
            for name, path, scheme in _views(ledger):
                _take(page, door.partition("/?")[0] + path, name, scheme)
            browser.close()


def _views(ledger: Ledger) -> Iterator[tuple[str, str, str]]:
    """What is pictured: a name, the address, and whether by day or by night."""
    defeated = next(claim.id for claim in ledger.iter_claims() if "defeated" in claim.proposition)
    told = max(ledger.iter_happenings(), key=lambda one: (bool(one.toll), len(one.incidents)))
    longest = max(ledger.iter_reports(), key=lambda report: report.statements)
    yield "first-page", "/", "light"
    yield "claims", "/claims", "light"
    yield "claim", f"/claims/{defeated}", "light"
    yield "claim-dark", f"/claims/{defeated}", "dark"
    yield "happenings", "/happenings", "light"
    yield "happening", f"/happenings/{told.id}", "light"
    yield "map", "/map", "light"
    yield "timeline", "/timeline", "light"
    yield "speakers", "/speakers", "light"
    yield "reports", "/reports", "light"
    yield "report", f"/reports/{longest.id}", "light"
    yield "search", "/search?words=Hajin", "light"
    yield "review", "/review", "light"
    yield "agreement", "/review/agreement", "light"
    yield "export", "/export", "light"


def _take(page: Page, url: str, name: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(url)
    if name == "map":
        page.wait_for_selector("[data-drawn]", state="attached")
    page.wait_for_timeout(1500)
    page.screenshot(path=FOLDER / f"{name}.jpg", type="jpeg", quality=72)


@contextmanager
def _running(ledger: Ledger) -> Iterator[str]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen(64)
        port, keys = int(door.getsockname()[1]), Keys()
        server = uvicorn.Server(
            uvicorn.Config(make_app(ledger, keys, port), log_level="error", ws="none", lifespan="off")
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}/?token={keys.token}"
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
