"""The page of agreement in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from onrecord.record import Filter
from tests.serve.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_from_the_queue_to_what_two_disagree_on_and_back(desk: Open) -> None:
    ledger = desk.running.ledger
    for at, one in enumerate(ledger.list_waiting(Filter(), kinds=["new"], most=4)):
        ledger.judge(one.id, "right", who="Bo")
        ledger.judge(one.id, "wrong" if at == 1 else "right")
    desk.go("/review").get_by_role("link", name="Agreement of reviewers").click()
    expect(desk.page.locator(".pairs tbody tr")).to_contain_text("3 (75%)")
    desk.check_axe()
    desk.page.get_by_text("What the figures mean").click()
    desk.check_axe()
    expect(desk.page.locator(".apart > li")).to_have_count(1)
    desk.page.locator(".apart a").press("Enter")
    expect(desk.page.locator("#question")).to_be_visible()
    expect(desk.page.locator("table")).to_contain_text("wrong")


def test_with_one_reviewer_nothing_keeps_anybody_out(desk: Open) -> None:
    desk.go("/review/agreement")
    expect(desk.page.locator(".empty")).to_contain_text("onrecord desk --who NAME")
    desk.check_axe()


def test_a_narrow_screen_scrolls_the_table_alone(desk: Open) -> None:
    for who in ("Ada", "Bo"):
        desk.running.ledger.judge("r1.1.s1", "right", who=who)
    desk.page.set_viewport_size({"width": 420, "height": 900})
    desk.go("/review/agreement")
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 420
    desk.check_axe()
