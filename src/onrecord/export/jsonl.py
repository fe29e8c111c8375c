"""Everything in the program's own format, one object a line: the records come back as they were when they are added again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Final

from onrecord.export.material import Account, Format, Material, Sink
from onrecord.record import Judgement, dumps, linked_to_json

__all__ = ["FORMAT"]


def _write(material: Material, sink: Sink, account: Account) -> None:
    documents: dict[str, str] = {}

    def records() -> Iterable[str]:
        for report in material.iter_reports():
            documents[report.id] = report.record.document.id
            yield dumps(report.record)

    _file(sink, account, "report", records())
    _file(sink, account, "claim", (_line(linked_to_json(one)) for one in material.iter_claims()))
    _file(sink, account, "happening", (_line(linked_to_json(one)) for one in material.iter_happenings()))
    _file(sink, account, "copies", (_line(linked_to_json(one)) for one in material.iter_copies()))
    _file(sink, account, "judgement", (_line(_judged(one, documents)) for one in material.iter_judgements()))


def _judged(judgement: Judgement, documents: dict[str, str]) -> dict[str, Any]:
    """A judgement with the id of the document, since those of the ledger mean nothing elsewhere."""
    return {**asdict(judgement), "document": documents.get(judgement.report_id)}


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _file(sink: Sink, account: Account, kind: str, lines: Iterable[str]) -> None:
    name = kind if kind == "copies" else f"{kind}s"
    with sink.file(f"{name}.jsonl") as stream:
        for line in lines:
            stream.write(line.encode() + b"\n")
            account.wrote(kind)


FORMAT: Final = Format(
    "jsonl",
    "records, claims, happenings, copies and judgements in the program's own format",
    "",
    "application/jsonl",
    _write,
)
