"""A ledger opened in Datasette shows labels instead of ids, and facets."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from onrecord.ledger import Ledger, open_ledger
from onrecord.ledger.datasette import metadata_of
from onrecord.ledger.tables import METADATA
from onrecord.ledger.views import VIEWS
from tests.ledger.reports import TEXT, original, record

yaml = pytest.importorskip("yaml")


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    with open_ledger(tmp_path / "onrecord.db", create=True) as ledger:
        ledger.add(original(), record())
        ledger.add(original(f"{TEXT}More."), record(f"{TEXT}More.", publisher="Gazette", title="Another <b>title</b>"))
        ledger.write_metadata(tmp_path / "metadata.yaml")
    return tmp_path


def pages_of(folder: Path, *paths: str) -> list[str]:
    """What Datasette answers, without a server."""
    datasette = pytest.importorskip("datasette.app")
    metadata = yaml.safe_load((folder / "metadata.yaml").read_text(encoding="utf-8"))

    async def ask() -> list[str]:
        site = datasette.Datasette([str(folder / "onrecord.db")], metadata=metadata, settings={"num_sql_threads": 0})
        await site.invoke_startup()
        answers = [await site.client.get(path) for path in paths]
        assert [answer.status_code for answer in answers] == [200] * len(paths)
        return [answer.text for answer in answers]

    return asyncio.run(ask())


@pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::PendingDeprecationWarning", "ignore::ResourceWarning"
)
def test_datasette_shows_labels_and_facets(filled: Path) -> None:
    statements, reports, said, row = pages_of(
        filled, "/onrecord/statements", "/onrecord/reports.json",
        "/onrecord/who_said_what.json", "/onrecord/reports/r1",
    )  # fmt: skip
    # A foreign key shows the label of its row, here the report's title.
    assert '<a href="/onrecord/reports/r1">Army denies retreat</a>' in statements
    assert "Another &lt;b&gt;title&lt;/b&gt;" in statements
    facets = json.loads(reports)["facet_results"]
    assert {each["value"]: each["count"] for each in facets["publisher"]["results"]} == {
        "Euphrates Post": 1,
        "Gazette": 1,
    }
    acts = json.loads(said)["facet_results"]["speech_act"]["results"]
    assert {each["value"]: each["count"] for each in acts} == {"deny": 2, "state": 2}
    assert "Euphrates Post" in row


def test_the_metadata_names_what_is_there(filled: Path) -> None:
    metadata = yaml.safe_load((filled / "metadata.yaml").read_text(encoding="utf-8"))
    assert metadata == metadata_of("onrecord")
    tables = metadata["databases"]["onrecord"]["tables"]
    assert set(tables) == {*METADATA.tables, *VIEWS}
    for name, table in METADATA.tables.items():
        assert set(tables[name]["columns"]) == {column.name for column in table.columns}
        assert {*tables[name].get("facets", ()), tables[name].get("label_column", "")} - {""} <= set(
            tables[name]["columns"]
        )


def test_views_answer_what_they_are_called_after(filled: Path) -> None:
    with open_ledger(filled / "onrecord.db", read_only=True) as ledger:
        assert rows(ledger, "SELECT speaker, content FROM denials WHERE report = 'r1'") == [
            ("Syrian army", "that its troops had left Hajin")
        ]
        assert rows(ledger, "SELECT publisher, reports, statements FROM reports_by_publisher ORDER BY publisher") == [
            ("Euphrates Post", 1, 2), ("Gazette", 1, 2),
        ]  # fmt: skip
        assert rows(ledger, "SELECT speaker, statements, reports, denials FROM speakers ORDER BY speaker") == [
            ("Idris Haddad", 2, 2, 0), ("Syrian army", 2, 2, 2),
        ]  # fmt: skip
        for name in VIEWS:
            rows(ledger, f"SELECT * FROM {name}")


def rows(ledger: Ledger, query: str) -> list[tuple[object, ...]]:
    with ledger._store.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]
