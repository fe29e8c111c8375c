"""The newcomer's path of docs/tutorial/first-desk.md, gone as it is written: its commands, and the desk in a browser."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from onrecord.export.acled.row import COLUMNS
from onrecord.ledger import open_ledger

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs/tutorial/first-desk.md"

pytestmark = pytest.mark.browser


def commands() -> list[list[str]]:
    blocks = re.findall(r"^```\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line.split()[1:] for block in blocks for line in block.splitlines() if line.startswith("onrecord ")]


def run(folder: Path, arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_path_leads_to_acled_rows(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    asked = commands()
    assert [arguments[0] for arguments in asked] == ["add", "link", "desk", "export"]
    run(tmp_path, asked[0])
    run(tmp_path, asked[1])
    desk = subprocess.Popen(
        [sys.executable, "-u", "-m", "onrecord", *asked[2], "--port", "0", "--no-browser"],
        cwd=tmp_path, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert desk.stderr is not None
        address = next(found[0] for line in desk.stderr if (found := re.findall(r"http\S+", line)))
        page = browser.new_page()
        go_the_way(page, address)
        page.close()
    finally:
        desk.terminate()
        desk.communicate(timeout=60)
    with open_ledger(tmp_path / "hajin.db", read_only=True) as ledger:
        (decided,) = ledger.iter_judgements()
    assert decided.verdict == "right"
    run(tmp_path, asked[3])
    folder = tmp_path / "hajin-acled"
    with (folder / "acled.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == COLUMNS
    assert rows
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["left_out"]


def go_the_way(page: Page, address: str) -> None:
    """What the page tells to do on the desk."""
    page.goto(address)
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.get_by_role("link", name="Islamic State has been defeated").first.click()
    expect(page.locator("main")).to_contain_text("Donald Trump")
    expect(page.locator("main")).to_contain_text("officers of the force")
    page.locator('main a[href*="/reports/"]').first.click()
    expect(page).to_have_url(re.compile(r"/reports/r\d+"))
    # Keys work once the scripts of the page have run.
    page.wait_for_load_state("load")
    page.keyboard.press("g")
    page.keyboard.press("v")
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator("#told")).to_contain_text("Accepted")
