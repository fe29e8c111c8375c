"""Links between pages of the documentation lead somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file(page: Path) -> None:
    targets = [link["target"] for link in LINK.finditer(page.read_text(encoding="utf-8"))]
    lost = [
        target
        for target in targets
        if not target.startswith(("http:", "https:", "#")) and not (page.parent / target.split("#")[0]).exists()
    ]
    assert not lost


def test_every_page_can_be_reached_from_the_index() -> None:
    reached, queue = set(), [ROOT / "docs" / "index.md"]
    while queue:
        page = queue.pop()
        if page in reached or page.suffix != ".md" or not page.exists():
            continue
        reached.add(page)
        links = LINK.finditer(page.read_text(encoding="utf-8"))
        queue.extend((page.parent / link["target"].split("#")[0]).resolve() for link in links)
    assert set((ROOT / "docs").rglob("*.md")) <= reached
