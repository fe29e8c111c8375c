"""PLOVER's records of a whole ledger, as JSON Lines: one for each incident of each report that is no copy."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from onrecord.export.material import Account, Format, Material, Reported, Sink
from onrecord.export.merged import Families, Telling
from onrecord.export.plover.code import code
from onrecord.ontology import NotCoded
from onrecord.record import ById, incidents_of
from onrecord.reference.registry import Registry, load_registry

__all__ = ["FORMAT", "write"]

_COPIED = "it is copied from another report, which stands for both"
_TWICE = "the report tells it twice"


def write(material: Material, sink: Sink, account: Account) -> None:
    """Writes `plover.jsonl`.

    Args:
        material: What is given out.
        sink: Where the file goes.
        account: What is written and what is not.
    """
    registry, families = load_registry(), Families.of(material)
    documents: set[str] = set()
    with sink.file("plover.jsonl") as file:
        for reported in material.iter_reports():
            document = reported.record.document.id
            if document in documents:
                account.leave_out("report", reported.id, "an earlier report is the same document")
                continue
            documents.add(document)
            for record in _records(reported, families, registry, account):
                file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
                account.wrote("record")


def _records(reported: Reported, families: Families, registry: Registry, account: Account) -> Iterator[dict[str, Any]]:
    """Those of one report, each thing once."""
    parts = ById.of(reported.record)
    incidents = {incident.id for incident in reported.record.incidents}
    seen: set[str] = set()
    for sequence, (incident, events) in enumerate(incidents_of(reported.record), 1):
        telling = Telling(reported, parts, incident, events)
        kind = "incident" if incident.id in incidents else "event"
        if families.copied_from(telling) is not None:
            account.leave_out(kind, telling.id, _COPIED)
            continue
        record = code(telling, sequence, registry)
        if isinstance(record, NotCoded):
            account.leave_out(kind, telling.id, record.reason)
            continue
        if (same := _what(record)) in seen:
            account.leave_out(kind, telling.id, _TWICE)
            continue
        seen.add(same)
        yield record


def _what(record: dict[str, Any]) -> str:
    """What makes two records one: event, mode, days, place, and both sides."""
    sides = [[(one["code"], one.get("sector")) for one in record.get(side, ())] for side in ("actor", "recipient")]
    where = record.get("event_loc", {})
    place = where.get("geonameid") or where.get("extracted_place")
    kept = [record.get(key) for key in ("event", "mode", "date", "enddate", "size")]
    return json.dumps([kept, place, sides], sort_keys=True)


FORMAT: Final = Format("plover", "events of each report as PLOVER records, JSON Lines", ".jsonl", "application/x-ndjson", write)  # fmt: skip
