"""The map in a real browser: it paints, with WebGL and without, and can be worked with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from onrecord.ledger.linking.tables import HAPPENINGS
from tests.serve.browser.conftest import CHROMIUM, Open, opened
from tests.serve.desks import running

pytestmark = pytest.mark.browser
HAJIN = "/map?geonameid=174506&precision=settlement"
# Kept in the page so that a test can look at the pixels after they were painted.
KEPT = """
const real = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, more) {
  return real.call(this, kind, kind.startsWith("webgl") ? { ...more, preserveDrawingBuffer: true } : more);
};
"""
COLOURS = """
() => {
  const canvas = document.querySelector("#map canvas");
  const flat = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  const pen = flat.getContext("2d");
  pen.drawImage(canvas, 0, 0);
  const pixels = pen.getImageData(0, 0, flat.width, flat.height).data;
  const seen = new Set();
  for (let at = 0; at < pixels.length; at += 4) seen.add(pixels.slice(at, at + 4).join());
  return seen.size;
}
"""


def drawn(page: Page, how: str) -> None:
    expect(page.locator(f'#map[data-drawn="{how}"]')).to_be_visible(timeout=60_000)


@pytest.fixture
def plain(browser: Browser, samples: Path) -> Iterator[Open]:
    """The desk in a browser without WebGL."""
    flags = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-3d-apis"]
    without = browser.browser_type.launch(executable_path=CHROMIUM, args=flags)
    with running(samples) as started:
        yield from opened(without, started)
    without.close()


def test_it_paints_land_sea_and_marks(desk: Open) -> None:
    desk.page.add_init_script(KEPT)
    page = desk.go("/map")
    drawn(page, "webgl")
    page.wait_for_timeout(300)
    assert page.evaluate(COLOURS) > 30


def test_axe_finds_nothing_serious(desk: Open) -> None:
    for path in ("/map", HAJIN):
        drawn(desk.go(path), "webgl")
        desk.check_axe()


def test_a_place_of_the_list_opens_beside_the_map(desk: Open) -> None:
    page = desk.go("/map")
    drawn(page, "webgl")
    page.get_by_role("link", name="Manbij").first.click()
    heading = page.locator("[data-heading]")
    expect(heading).to_have_text("Manbij")
    expect(heading).to_be_focused()
    assert "geonameid=167357" in page.url
    expect(page.locator("#within").get_by_role("link", name="Suicide bomb")).to_have_attribute("href", "/happenings/h6")
    drawn(page, "webgl")
    page.go_back()
    expect(heading).to_have_text("16 happenings")


def test_what_is_on_the_map_becomes_the_filter(desk: Open) -> None:
    page = desk.go("/map?box=40.7,34.4,41.1,34.6")
    drawn(page, "webgl")
    page.get_by_role("button", name="List only what is on the map").click()
    page.wait_for_url(lambda url: "box=" in url and "34.4" not in url)
    box = page.evaluate("new URL(location.href).searchParams.get('box').split(',').map(Number)")
    assert box[0] <= 40.7
    assert box[2] >= 41.1
    # Other views take the box over.
    assert "box=" in (page.get_by_role("link", name="Timeline").get_attribute("href") or "")
    expect(page.get_by_role("link", name="Within the map")).to_be_visible()


def test_the_list_follows_the_map_where_that_is_wanted(desk: Open) -> None:
    page = desk.go("/map?follow=1")
    drawn(page, "webgl")
    page.locator("#map canvas").focus()
    page.keyboard.press("+")
    page.wait_for_url("**box=**")
    expect(page.locator("#within")).to_contain_text("elsewhere or have no place")


def test_dark_is_another_picture(desk: Open) -> None:
    desk.page.emulate_media(color_scheme="dark")
    desk.page.add_init_script(KEPT)
    page = desk.go("/map")
    drawn(page, "webgl")
    page.wait_for_timeout(300)
    assert page.evaluate(COLOURS) > 30


def test_paper_has_a_picture_of_lines(desk: Open) -> None:
    page = desk.go("/map")
    drawn(page, "webgl")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".atlas-print svg")).to_be_visible()
    expect(page.locator("#map")).to_be_hidden()
    assert page.locator(".atlas-print .is-spot").count() == 3
    expect(page.locator(".atlas-print").get_by_text("Manbij", exact=True).first).to_be_visible()


def test_without_webgl_it_is_drawn_as_svg(plain: Open) -> None:
    page = plain.go("/map")
    drawn(page, "svg")
    assert page.locator("#map .is-spot").count() == 3
    assert page.locator("#map .is-near circle").count() == 1
    land: Any = page.locator(".atlas-land").bounding_box()
    assert land["width"] > 100
    plain.check_axe()


def test_without_webgl_it_works_by_keyboard(plain: Open) -> None:
    page = plain.go("/map")
    drawn(page, "svg")
    page.get_by_role("link", name="Manbij, a town or village").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-heading]")).to_have_text("Manbij")
    expect(page.locator("#map a.is-picked")).to_have_count(1)
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="List only what is on the map").click()
    page.wait_for_url("**box=**")


def test_without_script_the_list_and_the_table_are_there(desk: Open) -> None:
    context = desk.page.context.browser.new_context(
        java_script_enabled=False, storage_state=desk.page.context.storage_state()
    )  # type: ignore[union-attr]
    page = context.new_page()
    page.goto(desk.url("/map"))
    expect(page.locator(".places").get_by_role("link", name="Manbij")).to_be_visible()
    expect(page.locator("#table tbody tr")).to_have_count(16)
    expect(page.get_by_role("button", name="List only what is on the map")).to_be_hidden()
    context.close()


def test_a_hostile_name_runs_nothing(plain: Open) -> None:
    hostile = "</text></svg><img src=//evil.example onerror=alert(1)><script>alert(1)</script>\u202e"
    with plain.running.ledger._store.writing() as connection:
        connection.execute(HAPPENINGS.update().values(place=hostile))
    page = plain.go("/map")
    drawn(page, "svg")
    assert page.locator("img, script:not([src])").count() == 0
    expect(page.locator("#within li").first).to_contain_text("</text></svg><img")
