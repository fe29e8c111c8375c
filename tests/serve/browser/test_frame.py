"""What all pages of the desk have in common, in a real browser."""

from __future__ import annotations

import pytest

from tests.serve.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_the_first_page_says_what_is_on_record(desk: Open) -> None:
    assert desk.page.locator("h1").inner_text() == "What is on record"
    assert "6\nreports" in desk.page.locator(".figures").inner_text()
    assert "token" not in desk.page.url
    desk.check_axe()


def test_keys_are_explained_and_lead_on(desk: Open) -> None:
    desk.page.keyboard.press("?")
    assert desk.page.locator("#keys").is_visible()
    desk.page.keyboard.press("Escape")
    desk.page.keyboard.press("j")
    desk.page.keyboard.press("j")
    focused = desk.page.evaluate("document.activeElement.getAttribute('href')")
    second = desk.page.locator("[data-rows] > li").nth(1).locator("a").first.get_attribute("href")
    assert focused == second


def test_an_unknown_address_says_so(desk: Open) -> None:
    desk.expected.append("404")
    desk.go("/nothing-here")
    assert "nothing here" in desk.page.locator("h1").inner_text()
    desk.check_axe()
