"""The reference of the ontology is the one that its files make."""

from __future__ import annotations

from pathlib import Path

from onrecord.ontology.page import ontology_page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "ontology.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == ontology_page()
