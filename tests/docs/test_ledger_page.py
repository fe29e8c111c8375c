"""The reference names every table, column and view of a ledger as the program describes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Column, Table

from onrecord.ledger import Ledger
from onrecord.ledger.tables import METADATA
from onrecord.ledger.views import VIEWS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "ledger.md").read_text(encoding="utf-8")


def line_of(column: Column[object]) -> str:
    """A column's line in the page."""
    targets = [key.target_fullname.split(".")[0] for key in column.foreign_keys]
    return f"| `{column.name}` | {column.comment}{''.join(f' → `{target}`' for target in targets)} |"


@pytest.mark.parametrize("table", METADATA.tables.values(), ids=str)
def test_every_table_stands_there_with_its_columns(table: Table) -> None:
    lines = [f"### `{table.name}`", "", f"{table.comment}", "", "| column | what it is |", "|---|---|"]
    lines += [line_of(column) for column in table.columns]
    assert "\n".join(lines) in PAGE


def test_every_view_stands_there() -> None:
    assert [name for name, view in VIEWS.items() if f"| `{name}` | {view.about} |" not in PAGE] == []


def test_no_table_stands_there_that_is_not() -> None:
    named = {line.strip("# `") for line in PAGE.split("\n") if line.startswith("### ")}
    assert named == set(METADATA.tables)
    assert Ledger.write_metadata.__name__ in PAGE
