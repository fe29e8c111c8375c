"""Reading a report in a browser: with the mouse, with the keyboard, without script."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from onrecord.ledger import open_ledger
from onrecord.record import Content, Document, Mention, Record, Source, Span, Statement
from onrecord.record.original import Original
from tests.serve.browser.conftest import Open, opened
from tests.serve.desks import running

pytestmark = pytest.mark.browser

LIT = "[...document.querySelectorAll('#reading .lit')].filter((one) => !one.closest('.margin')).map((one) => one.textContent)"
DRAWN = "[...(CSS.highlights.get('{name}') ?? [])].map((range) => range.toString())"
TEXT = "\U0001f600 Said \U00010330\U00010331 Ahmad: “قصف البلدة \U0001f4a5 now”.\n\nCall 0999123 at \u202eonce, \U0001f600 he said.\nEnd"


def test_a_report_is_read_by_pointing(desk: Open) -> None:
    page = desk.go("/reports/r6")
    page.locator('#reading .content[data-of="s5"]').first.hover()
    lit = "".join(page.evaluate(LIT))
    assert "Avrasor" in lit
    assert "denied" in lit
    assert "any fighter had been" in lit
    assert page.locator('.margin .lit [href*="part=s5"]').count() == 1


def test_a_value_opens_beside_the_text_and_the_address_keeps_it(desk: Open) -> None:
    page = desk.go("/reports/r6")
    page.locator("#reading a.event").first.click()
    page.locator("#panel.is-open").wait_for()
    assert "part=e1" in page.url
    assert "Told as" in page.locator("#panel").inner_text()
    title = page.locator("#panel h2").inner_text()
    page.reload()
    assert page.locator("#panel h2").inner_text() == title
    page.keyboard.press("Escape")
    page.locator("#panel:not(.is-open)").wait_for()
    assert "part=" not in page.url
    page.go_back()
    page.locator("#panel.is-open").wait_for()
    assert page.locator("#panel h2").inner_text() == title
    desk.check_axe()


def test_the_keyboard_alone_opens_a_value(desk: Open) -> None:
    page = desk.go("/reports/r6")
    page.locator("#reading a.event").first.focus()
    assert page.evaluate("document.querySelectorAll('#reading .lit').length") > 0
    page.keyboard.press("Enter")
    page.locator("#panel.is-open").wait_for()


def test_every_layer_can_be_shown_and_the_address_says_so(desk: Open) -> None:
    page = desk.go("/reports/r6")
    for layer in ("mentions", "places", "times", "quantities", "states", "relations"):
        page.locator(f"input[name=layer-{layer}]").check()
        page.locator(f"#reading .{layer.removesuffix('s') if layer != 'quantities' else 'quantity'}").first.wait_for()
    assert page.url.endswith("layers=statements,mentions,places,times,events,quantities,states,relations")
    page.locator("#reading a.mention").nth(3).hover()
    page.locator("#reading a.mention.lit").first.wait_for()
    desk.check_axe()
    page.reload()
    assert page.locator("input[name=layer-relations]").is_checked()


def test_it_can_be_read_without_script(browser: Browser, samples: Path) -> None:
    with running(samples) as started:
        for desk in opened(browser, started, java_script_enabled=False):
            page = desk.page
            page.goto(desk.url("/reports/r6"))
            page.locator("input[name=layer-places]").check()
            page.get_by_role("button", name="Show", exact=True).click()
            assert page.url.endswith("layers=statements,places,events")
            page.locator("#reading a.place").first.click()
            assert "How precise" in page.locator("#panel").inner_text()
            assert page.locator("#reading a.place.lit").count() > 0


def test_the_original_stands_beside_it_and_acts_on_nothing(desk: Open) -> None:
    # What the original asks for is refused, and the browser says so.
    desk.expected += ["directive 'default-src 'none''", "frame is sandboxed", "'default-src' is used as a fallback"]
    page = desk.go("/reports/r1?original=1")
    frame = page.frame_locator(".original iframe")
    assert "Hajin" in frame.locator("body").inner_text()
    assert page.locator(".original iframe").get_attribute("sandbox") == ""
    desk.check_axe()


@pytest.fixture
def odd(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """A desk with one report of characters that count differently in different units."""
    said = Statement("s", "direct", Source((at("Ahmad"),)), None, Content((at("قصف البلدة \U0001f4a5 now"),)))
    mention = Mention("m", at("0999123"), "comms_identifier", "name")
    content = TEXT.encode()
    original = Original(hashlib.sha256(content).hexdigest(), content, "text/plain", "odd.txt", (), None)
    record = Record(Document(f"sha256:{original.sha256}", TEXT, title="Odd"), statements=(said,), mentions=(mention,))
    with open_ledger(tmp_path / "odd.db", create=True) as ledger:
        ledger.add(original, record)
    with running(tmp_path / "odd.db") as started:
        yield from opened(browser, started)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


@pytest.mark.parametrize("layers", ["none", "statements,mentions"])
@pytest.mark.parametrize(
    "words", ["\U0001f600 Said", "\U00010331", "\U0001f4a5 now", "قصف", "he said", "End", "\U0001f600 he"]
)
def test_an_address_leads_to_characters_counted_in_code_points(odd: Open, words: str, layers: str) -> None:
    span = at(words)
    page = odd.go(f"/reports/r1?layers={layers}#char={span.start},{span.end}")
    assert page.evaluate(DRAWN.format(name="passage")) == [words]


def test_an_address_over_several_paragraphs_marks_all_of_them(odd: Open) -> None:
    page = odd.go(f"/reports/r1#char={at('now').start},{at('End').end}")
    drawn = page.evaluate(DRAWN.format(name="passage"))
    assert [drawn[0], drawn[-1]] == ["now”.", "End"]
    assert len(drawn) == 3


def test_numbers_that_reach_somebody_are_not_shown(odd: Open) -> None:
    page = odd.go("/reports/r1?layers=mentions&part=m1")
    assert "0999123" not in page.locator("main").inner_text()


def test_code_points_and_units_lead_to_each_other(odd: Open) -> None:
    module = "import('/static/offsets.js')"

    @settings(max_examples=60, deadline=None)
    @given(
        st.text(
            st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\U0001f600\U00010330é\u0301")),
            max_size=30,
        ),
        st.data(),
    )
    def check(text: str, data: st.DataObject) -> None:
        point = data.draw(st.integers(0, len(text)))
        unit = len(text[:point].encode("utf-16-le")) // 2
        got = odd.page.evaluate(
            f"([text, point, unit]) => {module}.then((m) => [m.unitAt(text, point), m.pointAt(text, unit), m.pointsIn(text)])",
            [text, point, unit],
        )
        assert got == [unit, point, len(text)]

    check()
