"""Claims in a real browser: the list, the sides face to face, by keyboard, without script, narrow and printed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.serve.browser.conftest import Open

pytestmark = pytest.mark.browser

ADDRESS = '[data-rows] a[href^="/claims/"]'


def test_the_list_is_clean_and_leads_to_a_claim_by_keyboard(desk: Open) -> None:
    page = desk.go("/claims")
    assert page.locator("[data-rows] > li").first.locator(".badge").inner_text() == "contested"
    desk.check_axe()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/c*")
    assert page.locator(".side").count() == 2
    desk.check_axe()


def test_facets_narrow_the_list_and_let_go_again(desk: Open) -> None:
    page = desk.go("/claims")
    page.get_by_role("link", name="who holds it").click()
    assert "kind=control" in page.url
    assert page.locator(".claims > li").count() == 3
    page.locator('.facets a[aria-current="true"]').click()
    assert page.url.endswith("/claims")


def test_a_filter_of_a_form_is_an_address_without_empty_fields(desk: Open) -> None:
    page = desk.go("/claims")
    page.locator(".limits input[name=at]").fill("Susah")
    page.locator(".limits button").click()
    page.wait_for_url("**/claims?at=Susah")
    assert "Susah" in page.locator(".claims").inner_text()


def test_copies_are_folded_and_unfold_under_their_origin(desk: Open) -> None:
    page = desk.go("/claims?at=Susah&kind=control")
    page.locator(ADDRESS).first.click()
    copies = page.locator("details.copies").first
    assert copies.locator("blockquote").first.is_hidden()
    copies.locator("summary").click()
    assert copies.locator("blockquote").first.is_visible()
    assert "wholly taken from elsewhere" in copies.inner_text()
    desk.check_axe()


def test_a_reason_for_counting_as_one_leads_to_the_words(desk: Open) -> None:
    page = desk.go("/claims?at=Susah&kind=control")
    page.locator(ADDRESS).first.click()
    link = page.locator(".joins a").first
    link.click()
    target = page.url.rpartition("#")[2]
    assert page.locator(f"#{target}").count() == 1


@pytest.mark.parametrize("path", ["/claims", "/claims/c1", "/happenings", "/happenings/h1", "/copies/cf1"])
def test_nothing_is_wider_than_a_telephone(desk: Open, path: str) -> None:
    desk.page.set_viewport_size({"width": 420, "height": 900})
    page = desk.go(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    desk.check_axe()


def test_everything_stands_there_without_script(desk: Open, browser: Browser) -> None:
    bare = browser.new_context(java_script_enabled=False, storage_state=desk.page.context.storage_state())
    page = bare.new_page()
    page.goto(desk.url("/claims"))
    page.locator(ADDRESS).first.click()
    page.wait_for_url("**/claims/c*")
    assert page.locator(".side").count() == 2
    page.goto(desk.url("/happenings?sort=reports"))
    page.locator('[data-rows] a[href^="/happenings/"]').first.click()
    assert page.locator(".toll svg").first.bounding_box() is not None
    bare.close()
