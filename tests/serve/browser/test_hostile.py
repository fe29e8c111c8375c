"""Three hundred attacks through title, text, names, feed and file name, into every page: none runs, and nothing is asked outside."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from onrecord import api
from tests.cli.fakes import FakeReader
from tests.fetch.servers import local_web, reply, serving
from tests.serve.browser.conftest import Open, opened
from tests.serve.desks import running
from tests.serve.hostile import attacks, reports

pytestmark = pytest.mark.browser

OUTSIDE = "http://127.0.0.1:9"
LISTS = "/ /claims?size=500 /happenings?size=500 /reports?size=500 /map /timeline /speakers?size=500 /search?words=strike&size=500 /review /review/agreement /export"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A linked ledger with every attack in a report's words, in a feed, and in the name of a file."""
    folder = tmp_path_factory.mktemp("hostile")
    files = folder / "files"
    files.mkdir()
    strings = attacks(OUTSIDE)
    for number, one in enumerate(strings):
        # A name of a file holds no slash and has 255 bytes at most.
        flat = one.replace("/", "∕")
        name = f"{number}{flat}".encode()[:240].decode(errors="ignore")
        (files / f"{name}.txt").write_text(
            f"The mayor of town {number} said that the bridge is held.\n", encoding="utf-8"
        )
    items = "".join(
        f"<item><title>{html.escape(html.escape(one))}</title><link>/{number}</link><guid>id-{number}</guid>"
        f"<author>{html.escape(one)}</author></item>"
        for number, one in enumerate(strings)
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{html.escape(strings[0])}</title>{items}</channel></rss>'
    with api.open_ledger(folder / "attacked.db", create=True) as ledger, serving() as server:
        ledger.add_many(list(reports(OUTSIDE)))
        list(api.add([files], ledger, reader=FakeReader()))
        server.replies["/feed"] = reply(feed.encode(), "application/rss+xml")
        for number in range(len(strings)):
            page = f"<html><body><article><p>The mayor said that bridge number {number} is held.</p></article></body></html>"
            server.replies[f"/{number}"] = reply(page.encode())
        ledger.follow(server.address("/feed"))
        list(api.refresh(ledger, reader=FakeReader(), web=local_web(server)))
        assert ledger.count().reports == 3 * len(strings)
        list(api.link(ledger))
    return folder / "attacked.db"


@pytest.fixture(scope="module")
def under_attack(browser: Browser, attacked: Path) -> Iterator[Open]:
    with running(attacked) as started:
        yield from opened(browser, started)


def safe(desk: Open) -> None:
    """Fails when anything in the page ran."""
    assert desk.page.evaluate("document.documentElement.dataset.ran ?? null") is None, desk.page.url
    assert desk.page.evaluate("globalThis.ran ?? null") is None, desk.page.url


@pytest.mark.parametrize("path", LISTS.split())
def test_lists_show_every_attack_as_words(under_attack: Open, path: str) -> None:
    under_attack.go(path)
    safe(under_attack)
    under_attack.check()


def test_every_report_claim_and_happening_shows_it_as_words(under_attack: Open) -> None:
    ledger = under_attack.running.ledger
    paths = [f"/reports/r{number}" for number in range(1, 301)]
    paths += [f"/claims/{claim.id}" for claim in ledger.iter_claims()][:60]
    paths += [f"/happenings/{happening.id}" for happening in ledger.iter_happenings()][:60]
    paths += [
        "/reports/r301",
        "/reports/r450",
        "/reports/r601",
        "/reports/r750",
        "/reports/r3?original=1",
        "/review?wanted=statement",
    ]
    for path in paths:
        under_attack.page.goto(under_attack.url(path), wait_until="domcontentloaded")
        safe(under_attack)
    under_attack.check()


def test_the_attacks_are_on_the_pages(under_attack: Open) -> None:
    under_attack.go("/reports?size=500")
    assert under_attack.page.locator("main").inner_text().count("onerror=") > 50
