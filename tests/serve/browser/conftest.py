"""A desk in a real browser. A test fails when a page breaks its own policy, asks anything outside, or logs an error."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.serve.desks import Running, running

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
LISTENER = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
"""


@dataclass
class Open:
    """A desk with a page in a browser.

    Attributes:
        running: The desk.
        page: The page.
        faults: What went wrong in the page so far.
        expected: Parts of messages that a test provokes on purpose.
    """

    running: Running
    page: Page
    faults: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def url(self, path: str) -> str:
        """The whole address of a path."""
        return self.running.url(path)

    def go(self, path: str) -> Page:
        """Opens a path."""
        self.page.goto(self.url(path))
        return self.page

    def check(self) -> None:
        """Fails when anything went wrong in the page so far."""
        broken = self.page.evaluate("window.violations ?? []")
        faults = [fault for fault in self.faults + broken if not any(part in fault for part in self.expected)]
        assert not faults, faults

    def check_axe(self) -> None:
        """Fails on a serious finding of axe, in light or dark."""
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            found = Axe().run(self.page).response["violations"]
            serious = [
                f"{scheme} {one['id']}: {one['help']} {[node['target'] for node in one['nodes']][:5]}"
                for one in found
                if one["impact"] in ("serious", "critical")
            ]
            assert not serious, serious
        self.page.emulate_media(color_scheme="light")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; Debian's, since no other is brought along."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine; install chromium to run this")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


def opened(browser: Browser, desk: Running, **context: object) -> Iterator[Open]:
    """Opens the desk in a context of its own, and checks at the end that nothing went wrong."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, **context)  # type: ignore[arg-type]
    made.add_init_script(LISTENER)
    page = made.new_page()
    shown = Open(desk, page)

    def asked(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and f"{parts.scheme}://{parts.netloc}" != desk.base:
            shown.faults.append(f"asked outside: {request.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            shown.faults.append(f"console: {message.text}")

    made.on("request", asked)
    page.on("console", said)
    page.on("pageerror", lambda error: shown.faults.append(f"error: {error}"))
    page.goto(desk.door)
    yield shown
    shown.check()
    made.close()


@pytest.fixture
def desk(browser: Browser, samples: Path) -> Iterator[Open]:
    """The desk of the linked sample reports, open in a page."""
    with running(samples) as started:
        yield from opened(browser, started)
