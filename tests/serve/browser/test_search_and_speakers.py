"""Lists of reports, hits and speakers in a browser."""

from __future__ import annotations

import pytest

from tests.serve.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_a_hit_leads_to_its_words_in_the_report(desk: Open) -> None:
    page = desk.go("/search?words=prisoner")
    desk.check_axe()
    page.locator(".hits .words a").first.click()
    page.wait_for_url("**/reports/**")
    assert page.evaluate("[...CSS.highlights.get('passage')].map((range) => range.toString())") == ["prisoner"]
    assert page.locator("#panel.is-open").count() == 1


def test_searching_begins_with_typing_and_narrows_with_facets(desk: Open) -> None:
    page = desk.go("/search")
    desk.check_axe()
    page.keyboard.type("the")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?words=the")
    every = page.locator(".pages span").first.inner_text()
    page.locator(".facets a", has_text="deny").click()
    page.wait_for_url("**act=deny**")
    assert page.locator(".pages span").first.inner_text() != every
    assert page.locator(".facets a[aria-current]").inner_text().startswith("deny")


def test_reports_are_walked_by_key(desk: Open) -> None:
    page = desk.go("/reports")
    desk.check_axe()
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("[data-rows] > *").nth(1).locator("a").first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{second}")
    assert page.locator("#reading").count() == 1


def test_a_speaker_is_followed_from_the_list_to_the_words(desk: Open) -> None:
    page = desk.go("/speakers")
    desk.check_axe()
    page.get_by_role("link", name="Syrian Democratic Forces").click()
    page.wait_for_url("**/speakers/syrian-democratic-forces")
    desk.check_axe()
    page.locator(".hits .words a").first.click()
    page.wait_for_url("**/reports/r*.s*")
    assert "Statement" in page.locator("#panel .kind").inner_text()
