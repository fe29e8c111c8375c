"""Happenings and copy families in a real browser: tolls on one axis, tellings compared."""

from __future__ import annotations

import pytest

from tests.serve.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_the_list_is_clean_and_leads_to_a_happening(desk: Open) -> None:
    page = desk.go("/happenings?sort=reports")
    desk.check_axe()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/happenings/h*")
    assert page.locator("#toll").is_visible()
    desk.check_axe()


def test_a_larger_figure_is_drawn_further_along_and_told_beside(desk: Open) -> None:
    page = desk.go("/happenings?sort=reports")
    page.locator('[data-rows] a[href^="/happenings/"]').first.click()
    killed = page.locator(".toll").first
    drawn = killed.locator("svg .point, svg .bound").first.bounding_box()
    mark = killed.locator("svg .tick").first.bounding_box()
    assert drawn is not None
    assert mark is not None
    assert drawn["x"] > mark["x"]
    assert "at least 68" in killed.inner_text()
    assert killed.get_by_role("row").count() == killed.locator("tr").count()


def test_tellings_stand_in_columns_and_lead_to_their_words(desk: Open) -> None:
    page = desk.go("/happenings?sort=reports")
    page.locator('[data-rows] a[href^="/happenings/"]').first.click()
    assert page.locator(".compared thead th").count() == 5
    assert page.locator(".tellings > li").count() == 3
    assert page.locator(".tellings mark").first.is_visible()
    assert "#char=" in (page.locator(".tellings .from a").first.get_attribute("href") or "")


def test_a_copy_family_is_clean(desk: Open) -> None:
    page = desk.go("/copies/cf1")
    assert page.locator(".passages figure").count() >= 2
    desk.check_axe()
