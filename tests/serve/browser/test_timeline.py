"""The timeline in a real browser: drawn under the policy, and worked by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from onrecord.ledger.linking.tables import HAPPENINGS
from tests.serve.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_serious(desk: Open) -> None:
    for path in ("/timeline", "/timeline?lanes=place&since=2018-10&until=2018-12"):
        desk.go(path)
        desk.check_axe()


def test_an_unknown_day_is_hatched(desk: Open) -> None:
    page = desk.go("/timeline")
    stretch = page.locator('.timeline a[href="/happenings/h2"] rect')
    assert stretch.get_attribute("fill") == "url(#hatch-told)"
    wide = stretch.bounding_box()
    assert wide is not None
    assert wide["width"] > 5


def test_arrows_go_from_mark_to_mark(desk: Open) -> None:
    page = desk.go("/timeline")
    assert page.locator('.timeline a[tabindex="0"]').count() == 1
    first = page.locator(".timeline a").first
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".timeline a").nth(1)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.lane') !== null")
    expect(page.locator("[data-said]")).to_have_text(page.evaluate("document.activeElement.dataset.title"))
    happening = page.evaluate("document.activeElement.getAttribute('href')")
    page.route("**/happenings/*", lambda route: route.fulfill(body="there"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{happening}")


def test_a_bar_leads_to_its_time(desk: Open) -> None:
    page = desk.go("/timeline")
    page.locator(".strip a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**since=**")
    page.get_by_role("link", name="All of the time").click()
    expect(page.get_by_role("status")).to_contain_text("16 happenings")


def test_a_hostile_name_runs_nothing(desk: Open) -> None:
    hostile = "</text></svg><img src=//evil.example onerror=alert(1)><script>alert(1)</script>\u202e"
    with desk.running.ledger._store.writing() as connection:
        connection.execute(HAPPENINGS.update().values(place=hostile))
    page = desk.go("/timeline?lanes=place")
    assert page.locator("img, script:not([src])").count() == 0
    expect(page.locator(".timeline .lane-name title").first).to_contain_text("</text></svg><img")
