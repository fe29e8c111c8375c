"""Takes the pictures of the desk that the pages show, of the linked sample reports: `python docs/screenshots.py`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from onrecord import api
from onrecord.ledger import Ledger, open_ledger
from onrecord.serve.running import running

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
        with open_ledger(where, who="Noor") as ledger, running(ledger) as door, sync_playwright() as playwright:
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


if __name__ == "__main__":
    main()
