"""Relations of actors get a table, filled from the records that are there; views for events, figures and states."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from alembic import op
from sqlalchemy import text

revision = "0002"
down_revision = "0001"

_INSERT = text(
    "INSERT INTO relations (id, reading, report, record_id, kind, source, target, source_chain, target_chain, start_offset,"
    " end_offset, text) VALUES (:id, :reading, :report, :record_id, :kind, :source, :target, :source_chain, :target_chain,"
    " :start, :end, :text)"
)


def upgrade() -> None:
    """Makes the table and the views, and fills the table."""
    connection = op.get_bind()
    file = Path(__file__).with_name(f"0002_relations.{connection.dialect.name}.sql")
    for statement in file.read_text(encoding="utf-8").strip().split("\n\n"):
        connection.exec_driver_sql(statement)
    readings = connection.execute(text("SELECT reading FROM records")).scalars().all()
    for reading in readings:
        record = connection.execute(text("SELECT record FROM records WHERE reading = :reading"), {"reading": reading})
        if rows := list(_rows(reading, json.loads(str(record.scalar())))):
            connection.execute(_INSERT, rows)


def _rows(reading: str, record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    mentions, chains = (
        _ids(reading, letter, record.get(kind)) for letter, kind in (("m", "mentions"), ("c", "chains"))
    )
    for at, relation in enumerate(record.get("relations") or (), 1):
        span = relation.get("span") or {}
        yield {
            "id": f"{reading}.rl{at}", "reading": reading, "report": reading.partition(".")[0],
            "record_id": _shown(relation["id"]), "kind": relation.get("kind"), "source": mentions.get(relation["source"]),
            "target": mentions.get(relation["target"]), "source_chain": chains.get(relation.get("source_chain")),
            "target_chain": chains.get(relation.get("target_chain")), "start": span.get("start"), "end": span.get("end"),
            "text": _shown(span.get("text")),
        }  # fmt: skip


def _ids(reading: str, letter: str, parts: list[dict[str, Any]] | None) -> dict[str, str]:
    """The ids of rows by the ids within the record; of two with one id the first counts."""
    found: dict[str, str] = {}
    for at, part in enumerate(parts or (), 1):
        found.setdefault(part["id"], f"{reading}.{letter}{at}")
    return found


def _shown(words: str | None) -> str | None:
    """PostgreSQL takes no zero character, so the sign for it stands there."""
    return words.replace("\0", "␀") if words else words
